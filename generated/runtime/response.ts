// Copied by `npm run generate` from src/codegen/runtime/. Do not edit: edit it there.

/** Reads a response: whether it is what the contract says is decided here, before anything gets a type. */
import type { AnyError, AnyResult, RefusedWith, UnexpectedReason } from './results.ts';
import { secondsOf } from './retry-after.ts';

/** The outline that a body must have before it is trusted: member -> type or resource, with `?` if it may be null. */
export type Shape = Readonly<Record<string, string>>;

/**
 * One operation of the contract: how it is sent, and what its data looks like. `name` is there for the types alone: it says which
 * operation it is.
 */
export type Operation<Name extends string = string> = readonly [method: 'GET' | 'POST', path: string, shape: Shape] & {
  readonly name?: Name;
};

/** The statuses of each operation's errors. Without them, an error in the contract's form is one whatever its status. */
export type Statuses = Readonly<Record<string, readonly number[]>>;

/** Checks the whole body of a response, by its status. */
export type Validators = Readonly<Record<number, (body: unknown) => boolean>>;

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function fits(value: unknown, shape: Shape): boolean {
  if (!isObject(value)) return false;
  return Object.entries(shape).every(([name, kind]) => {
    const member = value[name];
    if (member === null) return kind.endsWith('?');
    if (!isObject(member)) return typeof member === kind;
    const { object, sessions = [] } = member;
    const kinds = ['object', object, `${object}?`];
    return kinds.includes(kind) && Array.isArray(sessions) && sessions.every(isObject);
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The errors that have a code. A server may leave out texts: then another text, or the code, stands in for them. */
function errorsOf(body: unknown): readonly AnyError[] {
  const errors = isObject(body) && Array.isArray(body['errors']) ? body['errors'] : [];
  return errors.filter(isObject).flatMap((error) => {
    const { code, message, long_message: long } = error;
    if (typeof code !== 'string') return [];
    const short = [message, long].find(isText) ?? code;
    return [{ ...error, code, message: short, long_message: isText(long) ? long : short }];
  });
}

/** Some runtimes leave a byte order mark in the text, which `trim` takes for a space. */
const parse = (text: string): unknown => JSON.parse(text.trim());

/** A response and its text. If one of them is missing, `cause` says why. */
export interface Received {
  readonly response?: Response | undefined;
  readonly text?: string;
  readonly cause?: unknown;
}

/** Returns the result of a call, by the outline of its response. An error in the contract's form is one whatever its status. */
export function readResponse([, , shape]: Operation, { response, text, cause }: Received): AnyResult {
  let body: unknown;
  const failed = () => ({
    ok: false as const,
    traceId: isObject(body) && isText(body['clerk_trace_id']) ? body['clerk_trace_id'] : undefined,
    retryAfter: secondsOf(response?.headers?.get('Retry-After')),
  });
  const unexpected = (reason: UnexpectedReason): AnyResult => ({
    ...failed(),
    status: 'unexpected',
    reason,
    httpStatus: response?.status,
    errors: [],
    cause,
    response,
  });

  if (!response) return unexpected('no-answer');
  if (text === undefined) return unexpected('interrupted');
  const { status, ok, type, redirected } = response;
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400)) return unexpected('redirected');
  if (text === '') return unexpected('empty');
  try {
    body = parse(text);
  } catch {
    // The parser's message quotes the text, and nobody knows what that holds.
    return unexpected('not-json');
  }
  if (status === 200) return fits(body, shape) ? { ok: true, status, data: body, response } : unexpected('wrong-shape');
  const [first, ...others] = errorsOf(body);
  if (!first) return unexpected(ok ? 'undeclared-status' : 'wrong-shape');
  return { ...failed(), status, errors: [first, ...others], response };
}

/** The same, held to all that the contract says: to the statuses that it names, and to the whole schema of the body. */
export function readStrictly(
  operation: Operation,
  received: Received,
  statuses?: readonly number[],
  validators?: Validators,
): AnyResult {
  const result = readResponse(operation, received);
  if (result.status === 'unexpected') return result;
  const { status, response } = result;
  const { traceId, retryAfter, errors }: Partial<RefusedWith<number, AnyError>> = result.ok ? {} : result;
  const unexpected = (reason: UnexpectedReason, errors: readonly AnyError[]): AnyResult => ({
    ok: false,
    traceId,
    retryAfter,
    status: 'unexpected',
    reason,
    httpStatus: status,
    errors,
    cause: undefined,
    response,
  });
  if (validators?.[status]?.(parse(received.text ?? '')) === false) return unexpected('wrong-shape', []);
  return statuses?.includes(status) === false && errors ? unexpected('undeclared-status', errors) : result;
}
