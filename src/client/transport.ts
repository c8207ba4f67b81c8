/** How requests travel to the server and back. */
import type { Answered, CallInit, Failure, GeneratedClient } from '../../generated/client.ts';
import { apiVersion } from '../../generated/operations.ts';
import { type ClientOptions, send } from '../../generated/runtime/client.ts';
import { type Operation, readResponse } from '../../generated/runtime/response.ts';
import type { Ticket } from './signed-in.ts';

/** The vendor's SDK whose requests this one follows; servers keep statistics of it. */
const VERSION = '5.128.0';

/** An operation of the generated client. */
export type OperationName = keyof GeneratedClient;
/** The input. */
export type Input<Name extends OperationName> = NonNullable<Parameters<GeneratedClient[Name]>[0]>;
/** The response, if it was carried out. */
export type Data<Name extends OperationName> =
  Awaited<ReturnType<GeneratedClient[Name]>> extends infer Result
    ? Result extends Answered<200, infer Body>
      ? Body
      : never
    : never;

/** The result of sending it. */
export type Result<Name extends OperationName> = (Answered<200, Data<Name>> | Failure) & {
  /** Whether the runtime says that nothing was sent. */
  readonly unsent?: boolean;
};

/** The data of a response, and when its request left. */
export interface Heard<Body> {
  readonly data: Body;
  readonly ticket: Ticket;
}

/** A way to send requests. */
export interface Transport {
  /** Sends an operation once. */
  send<Name extends OperationName>(
    operation: Operation<Name>,
    input: Input<Name>,
    signal: AbortSignal,
    ticket: Ticket,
  ): Promise<Result<Name>>;
  /** Carries out an attempt that sends, and again if the server does not know the token that went along. */
  carry<Value>(attempt: () => Promise<Value>, signal: AbortSignal): Promise<Value>;
}

/** Pages and workers of a browser have a cookie jar. */
export const isBrowser = (): boolean => 'document' in globalThis || 'importScripts' in globalThis;

/** The query parameters of every request. */
export const versions = () => ({ __clerk_api_version: apiVersion, _clerk_js_version: VERSION });

/** Sends an operation as `options` say. */
export async function sendWith<Name extends OperationName>(
  options: ClientOptions,
  operation: Operation<Name>,
  input: Input<Name>,
  init: CallInit,
): Promise<Result<Name>> {
  const received = await send(operation, options, input, init);
  // Its type says which operation it is, and the shape of its data was looked at.
  return readResponse(operation, received) as Result<Name>;
}

/** The way of a page in production. It is known by a cookie, and its browser has a `fetch` that says nothing of a failure. */
export const pageTransport = (baseUrl: string): Transport => ({
  send: async (operation, input, signal) => {
    const result = await sendWith({ baseUrl, credentials: 'include', query: versions }, operation, input, { signal });
    return 'cause' in result ? { ...result, cause: bare(result.cause) } : result;
  },
  carry: (attempt) => attempt(),
});

/**
 * What a browser's own `fetch` throws has a name and a message. A page may have wrapped it, and a wrapper's error may hold the
 * request, and so the password: only its name is passed on.
 */
function bare(cause: unknown): unknown {
  const { name, message, cause: inner } = Object(cause);
  const holdsMore = inner || Object.keys(Object(cause)).length || /password/.test(message);
  return holdsMore ? new Error(`${name}, not shown`) : cause;
}
