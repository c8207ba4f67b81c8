// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Operation } from './runtime/response.ts';

/** The version of the API that the contract describes, for `__clerk_api_version`. */
export const apiVersion = '2026-05-12';

/** How each operation is sent, and what its responses are checked by. */
export const operations = {
  changePassword: ['POST', '/v1/me/change_password', { response: 'user' }, [400, 401, 403, 413, 415, 422, 429, 500]],
  removePassword: ['POST', '/v1/me/remove_password', { response: 'user' }, [400, 401, 403, 413, 415, 422, 429, 500]],
  getUser: ['GET', '/v1/me', { response: 'user' }, [400, 401, 403, 404, 429, 500]],
  createDevBrowser: ['POST', '/v1/dev_browser', { id: 'string' }, [400, 429, 500]],
  getClient: ['GET', '/v1/client', { response: 'client?' }, [400, 401, 403, 429, 500]],
  createSignIn: ['POST', '/v1/client/sign_ins', { response: 'object' }, [400, 401, 403, 404, 409, 413, 415, 422, 429, 500]],
  removeSessions: ['POST', '/v1/client/sessions', { response: 'client?' }, [400, 401, 404, 429, 500]],
  startSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify', { response: 'object' }, [400, 401, 403, 404, 413, 415, 422, 429, 500]],
  prepareSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify/prepare_first_factor', { response: 'object' }, [400, 401, 403, 404, 413, 415, 422, 429, 500]],
  attemptSessionVerification: ['POST', '/v1/client/sessions/{session_id}/verify/attempt_first_factor', { response: 'object' }, [400, 401, 403, 404, 413, 415, 422, 429, 500]],
} as const satisfies Readonly<Record<string, Operation>>;
