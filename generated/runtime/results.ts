// Copied by `npm run generate` from src/codegen/runtime/. Do not edit: edit it there.

/** Results of calls. Server errors are results, not exceptions. */

/** The operation was carried out. */
export interface Answered<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly response: Response;
}

/** An error as far as every contract has it; a contract's own errors have more. Texts that the server left out are filled in. */
export interface AnyError {
  readonly code: string;
  readonly message: string;
  readonly long_message: string;
}

/** The server responded with an error that the contract names. */
export interface RefusedWith<Status extends number, Err> {
  readonly ok: false;
  readonly status: Status;
  /** At least one; the first is the one to show. */
  readonly errors: readonly [Err, ...Err[]];
  /** Identifies the response in the server's records. */
  readonly traceId: string | undefined;
  /** Seconds to wait, if the server said so. */
  readonly retryAfter: number | undefined;
  readonly response: Response;
}

/** Why there was no usable response. */
export type UnexpectedReason =
  | 'no-answer'
  | 'interrupted'
  | 'redirected'
  | 'empty'
  | 'not-json'
  | 'wrong-shape'
  | 'undeclared-status';

/**
 * There was no response, or one that is not what the contract says:
 *
 * - `no-answer`: nothing came back (`cause` says why: no network, refused, aborted, …)
 * - `interrupted`: the response began but did not arrive whole
 * - `redirected`: the server sent the request elsewhere; it was not followed
 * - `empty`, `not-json`: the body holds nothing, or something that is not JSON
 * - `wrong-shape`: JSON of another shape
 * - `undeclared-status`: a status that the contract does not name for this operation; `errors` holds what it said
 *
 * With the first two the operation may still have been carried out.
 */
export interface UnexpectedWith<Err> {
  readonly ok: false;
  readonly status: 'unexpected';
  readonly reason: UnexpectedReason;
  /** The HTTP status, if there was a response. */
  readonly httpStatus: number | undefined;
  readonly errors: readonly Err[];
  readonly traceId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly cause: unknown;
  readonly response: Response | undefined;
}

/** The result of any operation of any contract. */
export type AnyResult = Answered<200, unknown> | RefusedWith<number, AnyError> | UnexpectedWith<AnyError>;
