/** Everything that the package offers under its own name. */
export { Clerk, Clerk as default } from './clerk.ts';
export {
  type ClerkAPIError,
  ClerkAPIResponseError,
  ClerkCallError,
  type ClerkCallErrorReason,
  type ClerkErrorCode,
  isClerkAPIResponseError,
  isClerkCallError,
  isClerkRuntimeError,
  isKnownError,
  isReverificationCancelledError,
  isUserLockedError,
  type RemovePasswordErrorCode,
  type SignInErrorCode,
  type UnknownErrorCode,
  type UpdatePasswordErrorCode,
} from './errors.ts';
export type { CallOptions, ClerkOptions, TokenStorage } from './options.ts';
export type { Client, Resources, Session, SignInWithPasswordParams, SignOutOptions } from './resources.ts';
export type { OnReverification, Reverification } from './reverification.ts';
export {
  type EmailAddress,
  type EnterpriseAccount,
  type ExternalAccount,
  type Metadata,
  type OrganizationMembership,
  type Passkey,
  type PhoneNumber,
  type RemoveUserPasswordParams,
  type SamlAccount,
  type UpdateUserPasswordParams,
  User,
  type Web3Wallet,
} from './user.ts';
