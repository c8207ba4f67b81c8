// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Operation, Statuses } from './runtime/response.ts';
import { startSessionVerification, prepareSessionVerification, attemptSessionVerification } from './session-operations.ts';

/** The version of the API that the contract describes, for `__clerk_api_version`. */
export const apiVersion = '2026-05-12';

// How each operation is sent, and what its responses are checked by. One by one, so that a bundler leaves out what a page does not use.
export const changePassword: Operation<'changePassword'> = ['POST', '/v1/me/change_password', { response: 'user' }];
export const removePassword: Operation<'removePassword'> = ['POST', '/v1/me/remove_password', { response: 'user' }];
export const getUser: Operation<'getUser'> = ['GET', '/v1/me', { response: 'user' }];
export const createDevBrowser: Operation<'createDevBrowser'> = ['POST', '/v1/dev_browser', { id: 'string' }];
export const getClient: Operation<'getClient'> = ['GET', '/v1/client', { response: 'client?' }];
export const createSignIn: Operation<'createSignIn'> = ['POST', '/v1/client/sign_ins', { response: 'object' }];
export const removeSessions: Operation<'removeSessions'> = ['POST', '/v1/client/sessions', { response: 'client?' }];

/** The operations by name. */
export const operations = { changePassword, removePassword, getUser, createDevBrowser, getClient, createSignIn, removeSessions, startSessionVerification, prepareSessionVerification, attemptSessionVerification };

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
