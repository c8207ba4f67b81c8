// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Operation } from './runtime/response.ts';

// How each operation on one session is sent. Few pages need them, and they load them with what needs them.
export const startSessionVerification: Operation<'startSessionVerification'> = ['POST', '/v1/client/sessions/{session_id}/verify', { response: 'object' }];
export const prepareSessionVerification: Operation<'prepareSessionVerification'> = ['POST', '/v1/client/sessions/{session_id}/verify/prepare_first_factor', { response: 'object' }];
export const attemptSessionVerification: Operation<'attemptSessionVerification'> = ['POST', '/v1/client/sessions/{session_id}/verify/attempt_first_factor', { response: 'object' }];
