/** The entry `user-password-api/schema`: the types of the contract, for tools that take the output of openapi-typescript. */
export type { components, operations, paths } from '../generated/schema.d.ts';
