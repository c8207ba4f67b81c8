/** Error answers. Codes, statuses and words all come from the contract's error catalogue. */
import {
  type ErrorCatalogueEntry,
  type ErrorPlace,
  errorCatalogue,
  type KnownErrorCode,
} from '../../../../generated/errors.ts';

/** The members of `meta` that the contract names. */
export interface ErrorMeta {
  readonly param_name?: string;
  readonly session_id?: string;
  readonly lockout_expires_in_seconds?: number;
  readonly zxcvbn?: { readonly suggestions: readonly { readonly code: string; readonly message: string }[] };
}

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly long_message: string;
  readonly meta?: ErrorMeta;
}

/** Thrown to end a request with an error response. Carries no stack: it is a response, not a defect. */
export class Refusal {
  readonly status: number;
  readonly errors: readonly WireError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly WireError[], headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** Seconds that a 429 asks to wait where no rate limit says better. */
export const DEFAULT_RETRY_AFTER = 30;

/** Seconds that a lock is said to last where it was forced and no user is locked. */
const DEFAULT_LOCKOUT = 3600;

const catalogue: Readonly<Record<string, ErrorCatalogueEntry>> = errorCatalogue;

export const isKnownCode = (code: string): code is KnownErrorCode => Object.hasOwn(catalogue, code);

/** Operations of the vendor's client that are steps of one that the contract describes. */
const STEP_OF: Readonly<Record<string, string>> = { prepareSignIn: 'createSignIn', attemptSignIn: 'createSignIn' };

/** Where in the contract a code belongs to an operation. */
export function placeOf(code: KnownErrorCode, operation: string): ErrorPlace | undefined {
  const described = STEP_OF[operation] ?? operation;
  return catalogue[code]?.places.find((place) => place.operation === described);
}

/**
 * One error in its wire form. `param_name` is the one that the contract gives for this operation, unless `meta` has another;
 * the sentence is then the contract's for that field. An empty `param_name` is left out of the answer.
 */
export function wireError(
  operation: string,
  code: KnownErrorCode,
  meta: ErrorMeta = {},
  longMessage?: string,
): WireError {
  const place = placeOf(code, operation);
  const entry: ErrorCatalogueEntry = errorCatalogue[code];
  const { message } = entry;
  const field = meta.param_name ?? place?.paramName;
  const whole: ErrorMeta = { ...(field === undefined || field === '' ? {} : { param_name: field }), ...omitName(meta) };
  return {
    code,
    message,
    long_message: longMessage ?? sentence(entry, place, field),
    ...(Object.keys(whole).length === 0 ? {} : { meta: whole }),
  };
}

function sentence(entry: ErrorCatalogueEntry, place: ErrorPlace | undefined, field: string | undefined): string {
  const { message, longMessage, fieldMessages } = entry;
  const own = place ?? entry.places[0];
  // Without sentences for other fields, the one that there is fits any field of the operation.
  const isFit = field === own?.paramName || (place !== undefined && fieldMessages === undefined);
  return !field || isFit ? (own?.longMessage ?? longMessage) : (fieldMessages?.[field] ?? `${message}: ${field}.`);
}

const omitName = ({ param_name: _, ...rest }: ErrorMeta): ErrorMeta => rest;

/** The status that a code has for an operation, else the one that it has anywhere. */
export function statusOf(operation: string, code: KnownErrorCode): number {
  return (placeOf(code, operation) ?? errorCatalogue[code].places[0]).status;
}

export function refusal(operation: string, code: KnownErrorCode, meta?: ErrorMeta): Refusal {
  const headers: Record<string, string> =
    code === 'too_many_requests' ? { 'retry-after': String(DEFAULT_RETRY_AFTER) } : {};
  return new Refusal(statusOf(operation, code), [wireError(operation, code, meta)], headers);
}

/** A code as it looks when nothing but its name is known: forced, or asked for by a magic value. */
export function forcedRefusal(operation: string, code: KnownErrorCode, retryAfter?: number): Refusal {
  const meta: ErrorMeta =
    code === 'user_locked'
      ? { lockout_expires_in_seconds: DEFAULT_LOCKOUT }
      : code === 'form_password_not_strong_enough'
        ? { zxcvbn: { suggestions: [] } }
        : {};
  const made = refusal(operation, code, meta);
  return retryAfter === undefined ? made : new Refusal(made.status, made.errors, { 'retry-after': String(retryAfter) });
}
