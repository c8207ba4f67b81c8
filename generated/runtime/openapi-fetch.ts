// Copied by `npm run generate` from src/codegen/runtime/. Do not edit: edit it there.

/** The same contract through openapi-fetch: how requests are written and responses are checked is as in the fetch client. */
import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { ClientOptions } from './client.ts';
import { FORM, serialize } from './form.ts';
import { type Operation, readStrictly, type Statuses } from './response.ts';
import type { AnyError, UnexpectedReason, UnexpectedWith } from './results.ts';

/** The server responded with something that the contract does not say, so that it is neither `data` nor `error`. */
export class UnexpectedResponseError extends Error {
  /** Always `UnexpectedResponseError`. */
  override readonly name = 'UnexpectedResponseError';
  /** What is wrong: `redirected`, `empty`, `not-json`, `wrong-shape` or `undeclared-status`. */
  readonly reason: UnexpectedReason;
  /** With `undeclared-status`, the errors that the server sent, if they have the usual shape; otherwise none. */
  readonly errors: readonly AnyError[];
  /** Identifies the response in the server's records. */
  readonly traceId: string | undefined;
  /** Seconds to wait, if the server said so. */
  readonly retryAfter: number | undefined;
  /** The response itself. Its body has been read. */
  readonly response: Response;

  constructor(operation: string, response: Response, result: UnexpectedWith<AnyError>) {
    super(`${operation}: the response is not one of the contract: ${result.reason} (HTTP status ${response.status}).`);
    this.reason = result.reason;
    this.errors = result.errors;
    this.traceId = result.traceId;
    this.retryAfter = result.retryAfter;
    this.response = response;
  }
}

/** Hands a request to a function that takes an address and settings, as `ClientOptions` has it. */
async function sendThrough(fetch: NonNullable<ClientOptions['fetch']>, request: Request): Promise<Response> {
  const { url, method, headers, redirect, signal, credentials } = request;
  const body = await request.text();
  return fetch(url, {
    method,
    headers: Object.fromEntries(headers),
    redirect,
    signal,
    ...(body && { body }),
    // Edge runtimes do not have it, and refuse it.
    ...(credentials && { credentials }),
  });
}

/** Whether it is a FormData or URLSearchParams, whose fields are no members: spread, they would be lost without a word. */
function isForm(body: unknown): body is Iterable<readonly [string, unknown]> {
  return Symbol.iterator in Object(body);
}

/** Makes an openapi-fetch client for the operations of a contract, whose types are `Paths`. */
export function createCheckedClient<Paths extends object>(
  operations: Readonly<Record<string, Operation>>,
  { baseUrl, fetch, query, headers, credentials, validators }: ClientOptions,
  statuses?: Statuses,
): Client<Paths> {
  const client = createFetchClient<Paths>({
    baseUrl,
    redirect: 'manual',
    headers: { 'Content-Type': FORM },
    bodySerializer: (body: unknown) => serialize(isForm(body) ? Object.fromEntries(body) : { ...(body ?? {}) }),
    querySerializer: (own) => serialize({ ...own, ...query?.() }),
    // Looked up at each call, so that a test may replace the global after the client was made.
    fetch: (request) => (fetch ? sendThrough(fetch, request) : globalThis.fetch(request)),
    ...(credentials !== undefined && { credentials }),
  });
  // The first to be used, so that requests can still be changed by the caller's own, and what those return is checked last.
  const checking: Middleware = {
    onRequest: ({ request }) => {
      for (const [name, value] of Object.entries(headers?.() ?? {})) {
        // A header of the call itself counts more; the form's content type above does not.
        if (!request.headers.has(name) || request.headers.get(name) === FORM) request.headers.set(name, value);
      }
      if (request.method === 'GET') request.headers.delete('Content-Type');
    },
    onResponse: async ({ request, response, schemaPath }) => {
      const found = Object.entries(operations).find(([, [method, path]]) => {
        return method === request.method && path === schemaPath;
      });
      if (found === undefined) return;
      const [name, operation] = found;
      const text = await response.clone().text();
      const result = readStrictly(operation, { response, text }, statuses?.[name], validators?.[name]);
      if (result.status === 'unexpected') throw new UnexpectedResponseError(name, response, result);
    },
  };
  client.use(checking);
  return client;
}
