/** The parts of a check. The list of all checks is in order.ts. */
import type { KnownErrorCode } from '../../../../generated/errors.ts';
import type { Outcome } from '../answer/outcome.ts';
import type { Refusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';

/** Ends a request before its operation: an error response, or one that was forced. */
export type Stop = Refusal | Outcome;

export interface Check {
  readonly name: string;
  /** The operations that it is made for. Default: all. */
  readonly of?: readonly string[];
  /** The operations that it is not made for, if it is made for all others. */
  readonly notOf?: readonly string[];
  /** The question that the check asks, as a sentence of the documentation. */
  readonly asks: string;
  /** The error codes that it can end a request with. */
  readonly codes: readonly KnownErrorCode[];
  /** Undefined if the request may go on. */
  readonly run: (call: Call) => Stop | undefined;
}
