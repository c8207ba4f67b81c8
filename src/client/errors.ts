/** What a call can reject with: the server's refusal, or one error for everything that can go wrong on the way. */
import type {
  AttemptSessionVerificationResult,
  ChangePasswordResult,
  CreateSignInResult,
  Failure,
  GetUserResult,
  Refused,
  RemovePasswordResult,
  Schemas,
  Unexpected,
} from '../../generated/client.ts';
import { type FromWire, fromWire } from './from-wire.ts';

type CodeOf<Result> = Result extends Refused<number, infer Code> ? Code : never;

/** Every code that `user.updatePassword()` is known to reject with. */
export type UpdatePasswordErrorCode = CodeOf<ChangePasswordResult>;
/** Every code that `user.removePassword()` is known to reject with. */
export type RemovePasswordErrorCode = CodeOf<RemovePasswordResult>;
/** Every code that `clerk.signInWithPassword()` is known to reject with. */
export type SignInErrorCode = CodeOf<CreateSignInResult>;
/** Every code that the SDK knows. */
export type ClerkErrorCode = CodeOf<
  ChangePasswordResult | RemovePasswordResult | CreateSignInResult | GetUserResult | AttemptSessionVerificationResult
>;

declare const unknownCode: unique symbol;
/**
 * A code that this version does not know. It compares with any string, but no known code is assignable to it, so that
 * `default: error.errors[0].code satisfies UnknownErrorCode` fails to compile while a known code has no `case`.
 */
export type UnknownErrorCode = string & { readonly [unknownCode]: true };

/** One reason why the server refused. */
export interface ClerkAPIError<Code extends string = ClerkErrorCode> {
  /**
   * The stable part: branch on it. What each code means, what to tell the person and what to do is in the error catalogue: at
   * `errors.html#<code>` of the documentation, and in `errorCatalogue[code]` of `user-password-api/errors`.
   */
  readonly code: Code | UnknownErrorCode;
  /** In a few words. */
  readonly message: string;
  /** A sentence to show to the person. */
  readonly longMessage: string;
  /** Which field, which session, for how long: what the code says about itself. */
  readonly meta: FromWire<Schemas['ErrorMeta']>;
}

/**
 * The server refused the call. `errors` has at least one entry; the first is the one to show.
 *
 * @example
 * try {
 *   await clerk.user.updatePassword({ currentPassword, newPassword });
 * } catch (error) {
 *   if (isClerkAPIResponseError(error)) show(error.errors[0].longMessage);
 *   else throw error;
 * }
 */
export class ClerkAPIResponseError<Code extends string = ClerkErrorCode> extends Error {
  override readonly name = 'ClerkAPIResponseError';
  /** The mark by which the vendor's own guard knows such an error. */
  readonly clerkError = true;
  /** The HTTP status. */
  declare readonly status: number;
  declare readonly errors: readonly [ClerkAPIError<Code>, ...ClerkAPIError<Code>[]];
  /** Identifies the answer in the server's records: give it to support. */
  declare readonly clerkTraceId: string | undefined;
  /** Seconds to wait before the next try, where the server said so (429). */
  declare readonly retryAfter: number | undefined;

  constructor(
    errors: readonly [ClerkAPIError<Code>, ...ClerkAPIError<Code>[]],
    details: {
      readonly status: number;
      readonly clerkTraceId?: string | undefined;
      readonly retryAfter?: number | undefined;
    },
  ) {
    const [{ code, longMessage }] = errors;
    const hint = code === 'session_reverification_required' ? ' Set the option onReverification.' : '';
    super(`${code} (${details.status}): ${longMessage}${hint}`);
    Object.assign(this, details, { errors });
  }
}

/**
 * What went wrong on the way:
 *
 * - `offline`: this device has no network · `unreachable`: nobody listens at the address, or its name is unknown
 * - `no-answer`: nothing came back · `interrupted`: the answer broke off · `timed-out` · `aborted`: by your signal
 * - `redirected`: the server pointed elsewhere; it was not followed
 * - `empty`, `not-json`, `wrong-shape`, `undeclared-status`: an answer that is not what the contract says
 * - `reverification-cancelled`: `onReverification` ended without a proof
 * - `incomplete`: the server wants a further step (a second factor, say) that this SDK does not have
 */
export type ClerkCallErrorReason =
  | Unexpected['reason']
  | 'offline'
  | 'unreachable'
  | 'timed-out'
  | 'aborted'
  | 'reverification-cancelled'
  | 'incomplete';

/** What to tell the person where there is more to say than that the server is at fault; the reason is for the developer. */
const TEXTS: { readonly [Reason in ClerkCallErrorReason]?: string } = {
  offline: 'You are offline.',
  aborted: 'Cancelled.',
  'reverification-cancelled': 'Cancelled.',
  incomplete: 'A further step is needed.',
};

/**
 * There was no answer to act on. `reason` says what happened, `cause` is what `fetch` threw, `outcomeUnknown` whether the
 * change may have been made all the same. Then do not send it again, but look:
 *
 * @example
 * const before = clerk.user.passwordLastUpdatedAt;
 * try {
 *   await clerk.user.updatePassword({ currentPassword, newPassword });
 * } catch (error) {
 *   if (!isClerkCallError(error) || !error.outcomeUnknown) throw error;
 *   const { passwordLastUpdatedAt } = await clerk.user.reload();
 *   if (passwordLastUpdatedAt?.getTime() === before?.getTime()) throw error; // it was not changed: try again
 * }
 */
export class ClerkCallError extends Error {
  override readonly name = 'ClerkCallError';
  declare readonly reason: ClerkCallErrorReason;
  /** Whether a change may have been made although its answer was lost. */
  declare readonly outcomeUnknown: boolean;
  /** The HTTP status, where an answer came. */
  declare readonly status: number | undefined;
  /** Seconds to wait before the next try, where the server said so. */
  declare readonly retryAfter: number | undefined;
  /** The same in the form of a refusal, so that a page that shows `error.errors[0].longMessage` has something to show. */
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
    const { outcomeUnknown = false, status, retryAfter, cause } = details;
    const text = TEXTS[reason] ?? `The server ${status ? 'gave an unexpected answer' : 'did not answer'}.`;
    const remedy = outcomeUnknown
      ? ' The outcome is unknown: call clerk.user.reload() and compare passwordLastUpdatedAt.'
      : '';
    super(`${reason}: ${text}${remedy}`, cause === undefined ? undefined : { cause });
    const longMessage = outcomeUnknown ? `${text} The change may have been made.` : text;
    const errors = [{ code: reason, message: text, longMessage, meta: {} }];
    Object.assign(this, { reason, outcomeUnknown, status, retryAfter, errors });
  }
}

// Names, not classes: a page can hold two copies of this package.
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/**
 * Whether the server refused the call. Works across two copies of the package.
 *
 * @example isClerkAPIResponseError<UpdatePasswordErrorCode>(error) // `code` is then exactly what updatePassword can give
 */
export function isClerkAPIResponseError<Code extends string = ClerkErrorCode>(
  error: unknown,
): error is ClerkAPIResponseError<Code> {
  return isNamed(error, 'ClerkAPIResponseError');
}

/** Whether something went wrong on the way. Works across two copies of the package. */
export function isClerkCallError(error: unknown): error is ClerkCallError {
  return isNamed(error, 'ClerkCallError');
}

/** Turns a failed result of the generated client into the error to reject with. */
export function toError(failure: Failure, mutates: boolean): ClerkAPIResponseError | ClerkCallError {
  const { errors, response, retryAfter, traceId } = failure;
  const [first, ...others] = errors.map(({ code, message, long_message, meta }) => ({
    // A code is a known one or it is not: that is all that the type says.
    code: code as ClerkErrorCode | UnknownErrorCode,
    message,
    longMessage: long_message,
    meta: fromWire(meta ?? {}),
  }));
  if (first) {
    const details = { status: response?.status ?? 0, clerkTraceId: traceId, retryAfter };
    return new ClerkAPIResponseError([first, ...others], details);
  }
  // A refusal has at least one error, so what comes here is unexpected.
  const { reason, httpStatus: status = 0, cause } = failure as Unexpected;
  const why = reason === 'no-answer' ? whyNoAnswer(cause) : reason;
  return new ClerkCallError(why, {
    // A 4xx says no in whatever words; only anything else leaves it open.
    outcomeUnknown: mutates && !/^(off|unre)/.test(why) && (status < 400 || status > 499),
    status: status || undefined,
    retryAfter,
    cause,
  });
}

function whyNoAnswer(cause: unknown): ClerkCallErrorReason {
  if (globalThis.navigator?.onLine === false) return 'offline';
  // What Node (in a cause), Bun and Deno say when nothing was sent: refused, or the name is unknown.
  const { code }: { readonly code?: unknown } = Object(cause instanceof Error ? (cause.cause ?? cause) : cause);
  return /refused|notfound|eai_/i.test(String(code)) ? 'unreachable' : 'no-answer';
}
