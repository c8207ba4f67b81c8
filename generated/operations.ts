// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Operation, Statuses } from './runtime/response.ts';

/** The version of the API that the contract describes, for `__clerk_api_version`. */
export const apiVersion = '2026-05-12';

/** How each operation is sent, and what its responses are checked by. */
export const operations = {
  changePassword: ['POST', '/v1/me/change_password', { response: 'user' }],
  removePassword: ['POST', '/v1/me/remove_password', { response: 'user' }],
  getUser: ['GET', '/v1/me', { response: 'user' }],
  createDevBrowser: ['POST', '/v1/dev_browser', { id: 'string' }],
  getClient: ['GET', '/v1/client', { response: 'client?' }],
  createSignIn: ['POST', '/v1/client/sign_ins', { response: 'object' }],
  removeSessions: ['POST', '/v1/client/sessions', { response: 'client?' }],
  startSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify', { response: 'object' }],
  prepareSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify/prepare_first_factor', { response: 'object' }],
  attemptSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify/attempt_first_factor', { response: 'object' }],
} as const satisfies Readonly<Record<string, Operation>>;

/** The statuses of each operation's errors. */
export const statuses = {
  changePassword: [400, 401, 403, 413, 415, 422, 429, 500],
  removePassword: [400, 401, 403, 413, 415, 422, 429, 500],
  getUser: [400, 401, 403, 404, 429, 500],
  createDevBrowser: [400, 429, 500],
  getClient: [400, 401, 403, 429, 500],
  createSignIn: [400, 401, 403, 404, 409, 413, 415, 422, 429, 500],
  removeSessions: [400, 401, 404, 429, 500],
  startSessionVerification: [400, 401, 403, 404, 413, 415, 422, 429, 500],
  prepareSessionVerification: [400, 401, 403, 404, 413, 415, 422, 429, 500],
  attemptSessionVerification: [400, 401, 403, 404, 413, 415, 422, 429, 500],
} as const satisfies Statuses;
