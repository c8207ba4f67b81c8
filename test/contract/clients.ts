/** Both clients of the contract behind one interface, so that the suite puts the same cases to each. */
import { type ClientOptions, createClient, type Fields, type GeneratedClient } from '../../generated/client.ts';
import { createOpenapiFetchClient, UnexpectedResponseError } from '../../generated/openapi-fetch.ts';
import type { components } from '../../generated/schema.d.ts';

/** Makes a client that results in what `createClient` results in. */
export type Create = (options: ClientOptions) => GeneratedClient;

interface Outcome {
  readonly data?: unknown;
  readonly error?: components['schemas']['ClerkErrors'];
  readonly response: Response;
}

/** Says in the words of our own client what came of a call through openapi-fetch. */
async function resultOf<Result>(call: Promise<Outcome>): Promise<Result> {
  const result = await call.then(
    ({ data, error, response }) => {
      const { status, headers } = response;
      if (error === undefined) return { ok: true, status, data, response };
      const seconds = headers.get('Retry-After');
      const retryAfter = seconds === null ? undefined : Number(seconds);
      return { ok: false, status, errors: error.errors, traceId: error.clerk_trace_id, retryAfter, response };
    },
    (error: unknown) => {
      if (!(error instanceof UnexpectedResponseError)) throw error;
      const { reason, errors, traceId, retryAfter, response } = error;
      const httpStatus = response.status;
      return { ok: false, status: 'unexpected', reason, httpStatus, errors, traceId, retryAfter, response };
    },
  );
  return result as Result; // what the tests look at is exactly whether this is true
}

/** openapi-fetch types have no `undefined` for an optional field; callers without exact types give it. */
const given = <Body>(body: Fields<Body>): Body => body as Body;

const throughOpenapiFetch: Create = (options) => {
  const client = createOpenapiFetchClient(options);
  return {
    changePassword: ({ query = {}, body }, init) =>
      resultOf(client.POST('/v1/me/change_password', { params: { query }, body: given(body), ...init })),
    removePassword: ({ query = {}, body }, init) =>
      resultOf(client.POST('/v1/me/remove_password', { params: { query }, body: given(body), ...init })),
    getUser: (input, init) => resultOf(client.GET('/v1/me', { params: { query: input?.query ?? {} }, ...init })),
    createDevBrowser: (input, init) =>
      resultOf(client.POST('/v1/dev_browser', { params: { query: input?.query ?? {} }, ...init })),
    getClient: (input, init) => resultOf(client.GET('/v1/client', { params: { query: input?.query ?? {} }, ...init })),
    createSignIn: ({ query = {}, body }, init) =>
      resultOf(client.POST('/v1/client/sign_ins', { params: { query }, body: given(body), ...init })),
    removeSessions: ({ query }, init) => resultOf(client.POST('/v1/client/sessions', { params: { query }, ...init })),
    startSessionVerification: ({ path, query = {}, body }, init) =>
      resultOf(
        client.POST('/v1/client/sessions/{session_id}/verify', { params: { path, query }, body: given(body), ...init }),
      ),
    prepareSessionVerification: ({ path, query = {}, body }, init) =>
      resultOf(
        client.POST('/v1/client/sessions/{session_id}/verify/prepare_first_factor', {
          params: { path, query },
          body: given(body),
          ...init,
        }),
      ),
    attemptSessionVerification: ({ path, query = {}, body }, init) =>
      resultOf(
        client.POST('/v1/client/sessions/{session_id}/verify/attempt_first_factor', {
          params: { path, query },
          body: given(body),
          ...init,
        }),
      ),
  };
};

/** By name, for `describe.each`. */
export const clients: readonly (readonly [string, Create])[] = [
  ['the generated client', createClient],
  ['openapi-fetch', throughOpenapiFetch],
];
