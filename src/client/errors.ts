/** The errors of the SDK: one for error responses, and one for calls without a usable response. */
import type {
  ApiError,
  AttemptSessionVerificationResult,
  ChangePasswordResult,
  CreateSignInResult,
  Failure,
  GetUserResult,
  Refused,
  RemovePasswordResult,
  Unexpected,
} from '../../generated/client.ts';
import type { ErrorMeta } from '../../generated/resources.ts';
import { fromWire } from './from-wire.ts';
import { isOffline, refuses } from './outcome.ts';

type CodeOf<Result> = Result extends Refused<number, infer Code> ? Code : never;

/** Every code that `user.updatePassword()` is known to reject with. */
export type UpdatePasswordErrorCode = CodeOf<ChangePasswordResult>;
/** Every code that `user.removePassword()` is known to reject with. */
export type RemovePasswordErrorCode = CodeOf<RemovePasswordResult>;
/** Every code that `clerk.signInWithPassword()` is known to reject with. */
export type SignInErrorCode = CodeOf<CreateSignInResult>;
/** Every error code that the SDK knows. */
export type ClerkErrorCode = CodeOf<
  ChangePasswordResult | RemovePasswordResult | CreateSignInResult | GetUserResult | AttemptSessionVerificationResult
>;

declare const unknownCode: unique symbol;
/**
 * A code that this version does not know. It compares with any string, but no known code is assignable to it, so that
 * `default: error.errors[0].code satisfies UnknownErrorCode` fails to compile while a known code has no `case`.
 */
export type UnknownErrorCode = string & { readonly [unknownCode]: true };

/** One error of a response. */
export interface ClerkAPIError<Code extends string = ClerkErrorCode> {
  /**
   * The stable error code: branch on it. The error catalogue has its cause, the sentence for the user and the advice: at
   * `errors.html#<code>` of the documentation, and in `errorCatalogue[code]` of `user-password-api/errors`.
   */
  readonly code: Code | UnknownErrorCode;
  /** The error in a few words. */
  readonly message: string;
  /** A sentence to show to the user. */
  readonly longMessage: string;
  /** Details, such as the field in `paramName` or the seconds in `lockoutExpiresInSeconds`. */
  readonly meta: ErrorMeta;
}

/** The base of both errors. */
abstract class ClerkError extends Error {
  /** The mark by which the vendor's own guards know such an error. */
  readonly clerkError = true;
  /** What went wrong: branch on it. */
  declare readonly code: string;
  /** Whether the change may have been made although the call rejected. */
  declare readonly outcomeUnknown: boolean;
  /** The HTTP status, if a response came. */
  declare readonly status: number | undefined;
  /** Seconds to wait before the next try, if the server said so. */
  declare readonly retryAfter: number | undefined;

  /** Returns a line for the developer; `message` is for the user. */
  override toString(): string {
    return `${this.name}: ${this.code} (${this.status ?? 'no response'}): ${this.message}`;
  }
}

/**
 * The server responded with an error. `errors` has at least one entry; show the first.
 *
 * @example
 * try {
 *   await user.updatePassword({ currentPassword, newPassword });
 * } catch (error) {
 *   if (isClerkAPIResponseError(error)) show(error.errors[0].longMessage);
 *   else throw error;
 * }
 */
export class ClerkAPIResponseError<Code extends string = ClerkErrorCode> extends ClerkError {
  /** The mark by which the vendor's own guard knows such an error. */
  static readonly kind: string = 'ClerkAPIResponseError';
  /** The name by which `isClerkAPIResponseError` knows it. */
  override readonly name = 'ClerkAPIResponseError';
  /** The HTTP status. */
  declare readonly status: number;
  /** The code of the first error. */
  declare readonly code: Code | UnknownErrorCode;
  /** The errors of the response: at least one. Show the first. */
  declare readonly errors: readonly [ClerkAPIError<Code>, ...ClerkAPIError<Code>[]];
  /** Identifies the response in the server's records. Quote it in support requests. */
  declare readonly clerkTraceId: string | undefined;

  constructor(
    errors: readonly [ClerkAPIError<Code>, ...ClerkAPIError<Code>[]],
    details: {
      readonly status: number;
      readonly outcomeUnknown?: boolean;
      readonly clerkTraceId?: string | undefined;
      readonly retryAfter?: number | undefined;
    },
  ) {
    const [{ code, longMessage }] = errors;
    super(longMessage);
    Object.assign(this, { outcomeUnknown: false, ...details, code, errors });
  }
}

/**
 * Why there was no usable response:
 *
 * - `offline`: this device has no network · `unreachable`: no server listens at the address, its name is unknown, or its
 *   certificate is not accepted (as far as the runtime tells)
 * - `no-answer`: no response came · `interrupted`: the response broke off · `timed-out`: `timeoutMs` passed · `aborted`: by your signal
 * - `redirected`: the server redirected, and the SDK does not follow
 * - `empty`, `not-json`, `wrong-shape`, `undeclared-status`: a response that is not what the contract says
 * - `reverification-cancelled`: `onReverification` ended without a reverification
 * - `incomplete`: the server requires another step, such as a second factor, that this SDK does not support
 */
export type ClerkCallErrorReason =
  | Unexpected['reason']
  | 'offline'
  | 'unreachable'
  | 'timed-out'
  | 'aborted'
  | 'reverification-cancelled'
  | 'incomplete';

/** The sentence for the person, if there is more to say than that the server is at fault; the reason is for the developer. */
const TEXTS: { readonly [Reason in ClerkCallErrorReason]?: string } = {
  offline: 'You are offline.',
  aborted: 'Cancelled.',
  'reverification-cancelled': 'Cancelled.',
  incomplete: 'A further step is needed.',
};

/** The vendor's codes for the two reasons that it has as well. */
const CODES: { readonly [Reason in ClerkCallErrorReason]?: string } = {
  offline: 'clerk_offline',
  'reverification-cancelled': 'reverification_cancelled',
};

/**
 * There was no response to act on. `reason` says what happened, `cause` is what `fetch` threw, `outcomeUnknown` whether the
 * change may have been made although the call rejected. Then do not send it again, but look:
 *
 * @example
 * const before = user.passwordLastUpdatedAt;
 * try {
 *   await user.updatePassword({ currentPassword, newPassword });
 * } catch (error) {
 *   if (!isClerkCallError(error) || !error.outcomeUnknown) throw error;
 *   const { passwordLastUpdatedAt } = await user.reload();
 *   if (passwordLastUpdatedAt?.getTime() === before?.getTime()) throw error; // it was not changed: try again
 * }
 */
export class ClerkCallError extends ClerkError {
  /** The mark by which the vendor's own guard knows such an error. */
  static readonly kind: string = 'ClerkRuntimeError';
  /** The name by which `isClerkCallError` knows it. */
  override readonly name = 'ClerkCallError';
  /** The mark by which the vendor's own guards know such an error. */
  readonly clerkRuntimeError = true;
  /** Why there was no usable response: see below. */
  declare readonly reason: ClerkCallErrorReason;
  /** The reason, in the vendor's spelling for two of them: `reverification_cancelled` and `clerk_offline`. */
  declare readonly code: string;
  /** One entry, so that code that shows `error.errors[0].longMessage` works for this error too. */
  declare readonly errors: readonly [ClerkAPIError<ClerkCallErrorReason>];

  constructor(
    reason: ClerkCallErrorReason,
    details: {
      readonly outcomeUnknown?: boolean;
      readonly status?: number | undefined;
      readonly retryAfter?: number | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    const { cause, outcomeUnknown = false, ...rest } = details;
    const text = TEXTS[reason] ?? `The server ${rest.status ? 'sent an unexpected response' : 'did not respond'}.`;
    const longMessage = outcomeUnknown ? `${text} The change may have been made.` : text;
    super(longMessage, cause === undefined ? undefined : { cause });
    const errors = [{ code: reason, message: text, longMessage, meta: {} }];
    Object.assign(this, { ...rest, reason, code: CODES[reason] ?? reason, outcomeUnknown, errors });
  }
}

// By name and mark, not by class: a page can hold two copies of this package, or the vendor's beside it, and each frame has an
// `Error` of its own.
const isError = (thing: unknown): thing is Error => Object.prototype.toString.call(thing) === '[object Error]';
const marks = (error: unknown): Readonly<Record<string, unknown>> => (isError(error) ? { ...error } : {});
const kindOf = (error: Error): unknown => ('kind' in error.constructor ? error.constructor.kind : undefined);

/**
 * Error responses, also those of the vendor's package and of a second copy of this one.
 *
 * @example isClerkAPIResponseError<UpdatePasswordErrorCode>(error) // `code` is then exactly what updatePassword can give
 */
export function isClerkAPIResponseError<Code extends string = ClerkErrorCode>(
  error: unknown,
): error is ClerkAPIResponseError<Code> {
  const name = 'ClerkAPIResponseError';
  return isError(error) && (error.name === name || kindOf(error) === name);
}

/** Calls without a usable response, also those of a second copy of this package. */
export function isClerkCallError(error: unknown): error is ClerkCallError {
  return isError(error) && error.name === 'ClerkCallError';
}

/** Calls without a usable response, in this package or the vendor's. Such an error has `code` and `message`. */
export function isClerkRuntimeError(
  error: unknown,
): error is Error & { readonly code: string; readonly clerkRuntimeError: true } {
  return marks(error)['clerkRuntimeError'] === true;
}

/** Any error of this package or of the vendor's. */
export function isKnownError(error: unknown): boolean {
  return isClerkAPIResponseError(error) || isClerkRuntimeError(error);
}

/** A locked account; `error.errors[0].meta.lockoutExpiresInSeconds` has the seconds until it unlocks. */
export function isUserLockedError(error: unknown): error is ClerkAPIResponseError {
  return isClerkAPIResponseError(error) && error.errors[0]?.code === 'user_locked';
}

/** A reverification that the user cancelled. */
export function isReverificationCancelledError(error: unknown): boolean {
  return isClerkRuntimeError(error) && error.code === 'reverification_cancelled';
}

/** Whether it is an error of that code, also of another copy of this package: a part loaded later can belong to one. */
export const hasCode = (error: unknown, code: string): boolean => Object(error).code === code;

/**
 * Turns a failed result of the generated client into the error to reject with.
 *
 * @param changes Whether the request can change something.
 * @param nothingLeft Whether it is known that nothing was sent, if no response came.
 */
export function toError(
  failure: Failure,
  changes: boolean,
  nothingLeft: boolean | undefined,
): ClerkAPIResponseError | ClerkCallError {
  const { response, retryAfter } = failure;
  const status = response?.status;
  const unsent = !response && nothingLeft;
  const outcomeUnknown = changes && !unsent && !refuses(status);
  if (failure.status !== 'unexpected') {
    const [first, ...others] = failure.errors;
    return new ClerkAPIResponseError([apiError(first), ...others.map(apiError)], {
      status: failure.status,
      outcomeUnknown,
      retryAfter,
      clerkTraceId: failure.traceId,
    });
  }
  const { reason, cause } = failure;
  const lost = isOffline() ? 'offline' : unsent ? 'unreachable' : reason;
  return new ClerkCallError(response ? reason : lost, { outcomeUnknown, retryAfter, status, cause });
}

const apiError = ({ code, message, long_message, meta }: ApiError<string>): ClerkAPIError => ({
  // A code is a known one or it is not: that is all that the type says.
  code: code as ClerkErrorCode | UnknownErrorCode,
  message,
  longMessage: long_message,
  meta: fromWire(meta ?? {}),
});
