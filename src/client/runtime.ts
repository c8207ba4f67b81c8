/**
 * Differences between runtimes: whether there is a `fetch`, which signals it takes, what it throws if it fails, and what of that may
 * be shown; and the token of those that have no cookies. A chunk of its own: pages in production do not load it, as they are known
 * by a cookie, and their browser has a `fetch` that says nothing.
 */
import type { ClientOptions } from '../../generated/client.ts';
import { createDevBrowser } from '../../generated/operations.ts';
import type { Operation } from '../../generated/runtime/response.ts';
import type { Settings } from './options.ts';
import { createToken } from './token.ts';
import { type Data, type Heard, isBrowser, sendWith, type Transport, versions } from './transport.ts';

/**
 * Makes the way to send that suits this runtime and these settings. Throws if there is nothing to send with, or nowhere to send to.
 *
 * @param request Asks the server for a new development token.
 */
export function createTransport(
  settings: Settings,
  request: (
    operation: Operation<'createDevBrowser'>,
    send: Transport['send'],
    signal: AbortSignal,
  ) => Promise<Heard<Data<'createDevBrowser'>>>,
): Transport {
  const { fetch, baseUrl, native, development } = settings;
  if (!(fetch ?? globalThis.fetch)) throw new TypeError('Clerk: no fetch in this runtime; pass the option fetch.');
  if (baseUrl.startsWith('/')) throw new TypeError('Clerk: no page in this runtime; pass a whole address as proxyUrl.');
  const newToken = async (signal: AbortSignal): Promise<string> =>
    (await request(createDevBrowser, send, signal)).data.id;
  const token = native || development ? createToken(settings, newToken) : undefined;
  const withSignals = takesSignals();
  const options: ClientOptions = {
    baseUrl,
    ...(fetch && { fetch }),
    ...(isBrowser() && !token && { credentials: 'include' }),
    query: () => ({ ...versions(), ...token?.query }),
    ...(token && { headers: () => token.headers }),
  };
  const send: Transport['send'] = async (operation, input, signal, ticket) => {
    const before = token?.changes ?? 0;
    const result = await sendWith(options, operation, input, withSignals ? { signal } : {});
    token?.hear(result.response, ticket, before);
    if (!('cause' in result)) return result;
    const { cause } = result;
    return { ...result, unsent: neverConnected(cause), cause: withoutSecrets(cause, input) };
  };
  return { send, carry: token?.carry ?? ((attempt) => attempt()) };
}

/** How deep an error is looked into: it can be its own cause. */
const DEEPEST = 5;

/**
 * Error codes with which Node and Bun say that there was no connection to send anything on: refused, no such name, or a
 * certificate that is not accepted. (That there is no way there can also be said of a connection that was made: see below.)
 */
const NEVER_CONNECTED: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/**
 * Whether the runtime says that nothing was sent. Browsers and workerd say the same words for everything. Deno does tell a
 * refused connection from a lost one, but only after it has sent a request a second time by itself, so its word is no proof.
 */
function neverConnected(cause: unknown, depth = DEEPEST): boolean {
  const {
    code,
    syscall,
    cause: inner,
  }: { readonly code?: unknown; readonly syscall?: unknown; readonly cause?: unknown } = Object(cause);
  return syscall === 'connect' || NEVER_CONNECTED.includes(code) || (depth > 0 && neverConnected(inner, depth - 1));
}

/** The fields of a body that may be shown nowhere. */
const SECRETS: readonly string[] = ['password', 'new_password', 'current_password', 'code'];

/**
 * An error of a caller's own `fetch`, or of a wrapper around the global one, may hold the request, and so the password: an error of
 * ours does not pass that on.
 *
 * @returns The same if it is a plain error that does not show a secret; else an error that says so.
 */
function withoutSecrets(cause: unknown, sent: object): unknown {
  const { body = {} }: { readonly body?: object } = sent;
  const secrets = Object.entries(body).flatMap(([name, value]) =>
    value && SECRETS.includes(name) ? [String(value)] : [],
  );
  if (isPlain(cause, secrets)) return cause;
  const { name, code }: { readonly name?: unknown; readonly code?: unknown } = Object(cause);
  const shown = isPlain(name, secrets) ? name : 'An error';
  return Object.assign(
    new Error(`${shown}, not shown: it may hold what was sent.`),
    isPlain(code, secrets) && { code },
  );
}

/** Whether it is a text or the like, or an error that holds nothing but these, as the errors of Node's `fetch` do. */
function isPlain(thing: unknown, secrets: readonly string[], depth = DEEPEST): boolean {
  if (Object(thing) !== thing) {
    const text = String(thing);
    return !secrets.some((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
  }
  const members: Readonly<Record<string, unknown>> = Object(thing);
  const prototype: unknown = Object.getPrototypeOf(thing);
  const isBare = thing instanceof Error || prototype === Object.prototype || prototype === Array.prototype;
  return (
    isBare && depth > 0 && Object.getOwnPropertyNames(thing).every((name) => isPlain(members[name], secrets, depth - 1))
  );
}

/**
 * Whether requests can have signals of this runtime. Under vitest 3 with jsdom they cannot: `AbortController` is jsdom's, `Request`
 * and `fetch` are Node's, and each rejects what the other made.
 */
function takesSignals(): boolean {
  if (!('Request' in globalThis)) return true;
  try {
    return 'signal' in new Request('http://localhost', { signal: new AbortController().signal });
  } catch {
    return false;
  }
}
