/** Reads what `new Clerk()` is given, and says what is wrong with it before anything is sent. */
import type { FetchInit } from '../../generated/client.ts';
import type { OnReverification } from './reverification.ts';

/** Stores a token: the part of the Web Storage interface that is needed. The functions may also return promises. */
export interface TokenStorage {
  /** Returns the value that was stored, or null. */
  getItem(key: string): string | null | undefined | Promise<string | null | undefined>;
  /** Stores a value. */
  setItem(key: string, value: string): unknown;
}

/** How to reach the server, and what to ask the person. */
export interface ClerkOptions {
  /**
   * The address to send requests to instead of the host in the key, without `/v1`: `https:`, `http:` on this machine, or in a
   * browser a path of the page's own origin. With a `pk_test_` key also `http:` on this network: a private address, or a name
   * without a dot or that ends in `.local`, `.internal` or `.test`.
   */
  readonly proxyUrl?: string | undefined;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: ((url: string, init: FetchInit) => Promise<Response>) | undefined;
  /** Milliseconds until a call gives up. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * Stores the token of a development instance or of a native application. You can pass `localStorage`, `sessionStorage` or
   * React Native's AsyncStorage. Default: `localStorage` in a browser, else memory.
   */
  readonly storage?: TokenStorage | undefined;
  /**
   * For native applications (React Native, desktop, command line): a bearer token instead of cookies. Store it with `storage`.
   * Default false.
   */
  readonly native?: boolean | undefined;
  /** Asks the user to reverify if the server requires it. Default: the call rejects. */
  readonly onReverification?: OnReverification | undefined;
}

/** Options of the vendor's package that mean nothing here: accepted, so that code written for it runs as it is. */
export const IGNORED: readonly string[] =
  'appearance localization telemetry standardBrowser signInUrl signUpUrl afterSignOutUrl domain isSatellite sdkMetadata experimental'.split(
    ' ',
  );

/** Limits of one call. */
export interface CallOptions {
  /** Ends the call early. It rejects with a `ClerkCallError` whose `reason` is `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until this call gives up. Default: the `timeoutMs` of `new Clerk()`. */
  readonly timeoutMs?: number | undefined;
}

type Type = 'string' | 'function' | 'object' | 'number' | 'boolean';
/** The type that a member must have. */
type Kind = Type | `${Type} or undefined`;

/** Throws a TypeError for what is unknown, missing or of another type. Never shows a value. */
export function check(
  where: string,
  given: object,
  kinds: Readonly<Record<string, Kind>>,
  ignored: readonly string[] = [],
): void {
  // Callers who write no TypeScript may give anything.
  const members = (given ?? {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(kinds);
  for (const name of Object.keys(members)) {
    if (!names.includes(name) && !ignored.includes(name)) throw new TypeError(`${where}: no ${name}; pass ${names}.`);
  }
  for (const name of names) {
    const kind = kinds[name];
    if (!kind?.includes(typeof members[name])) throw new TypeError(`${where}: ${name} must be a ${kind}.`);
  }
}

/** Addresses that nobody else can read along: encrypted, or on this machine. */
const SAFE = /^(https:\/\/[^/@]+|http:\/\/(([\w.-]+\.)?localhost|127\.[\d.]+|\[::1\])(:\d+)?)\/[^?#]*$/;
/** Addresses of this network, for development: a container, a simulator, a phone on the desk. Nobody can register these names. */
const NEAR =
  /^http:\/\/([\w-]+|[\w.-]+\.(local|internal|test)|(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+|\[f[cde]..:[^\]]+])(:\d+)?\/[^?#]*$/;

function baseUrlOf(address: string, development: boolean): string {
  // A server that renders the page has no address to resolve a path by: it may make a Clerk, and is told when it sends.
  if (address.startsWith('/') && !globalThis.location) return address;
  try {
    const { href } = new URL(address, globalThis.location?.href);
    if (SAFE.test(href) || (development && NEAR.test(href))) return href;
  } catch {
    // No address at all: refused below.
  }
  throw new TypeError('Clerk: proxyUrl must be https:, or http: on this machine (or network, with a pk_test_ key).');
}

/** The checked options, and what follows from them. */
export interface Settings extends ClerkOptions {
  readonly publishableKey: string;
  readonly baseUrl: string;
  /** Whether the server knows this browser by a development token; else by cookie, or by bearer token where `native`. */
  readonly development: boolean;
}

/** Throws a TypeError that names the argument and the remedy. */
export function readSettings(publishableKey: string, options: ClerkOptions): Settings {
  check(
    'Clerk',
    options,
    {
      proxyUrl: 'string or undefined',
      fetch: 'function or undefined',
      timeoutMs: 'number or undefined',
      storage: 'object or undefined',
      native: 'boolean or undefined',
      onReverification: 'function or undefined',
    },
    IGNORED,
  );
  for (const name of ['URL', 'AbortController', 'atob', 'performance']) {
    if (!(name in globalThis)) throw new TypeError(`Clerk: no ${name} in this runtime; load a polyfill.`);
  }
  const { storage } = options;
  const isStorage = [storage?.getItem, storage?.setItem].every((member) => typeof member === 'function');
  if (storage !== undefined && !isStorage) {
    throw new TypeError('Clerk: storage must have getItem and setItem.');
  }
  const key = String(publishableKey).trim();
  const [, kind, encoded = ''] = /^pk_(test|live)_(.+)$/.exec(key) ?? [];
  let host = '';
  try {
    // Some runtimes insist on the padding, and keys come without.
    host = atob(encoded + '==='.slice((encoded.length + 3) % 4));
  } catch {
    // Not base64: refused below.
  }
  if (!/^[\w.-]+(:\d+)?\$$/.test(host)) {
    throw new TypeError('Clerk: publishableKey is malformed; copy it from the dashboard.');
  }
  const isTest = kind === 'test';
  return {
    ...options,
    publishableKey: key,
    baseUrl: baseUrlOf(options.proxyUrl ?? `https://${host.slice(0, -1)}`, isTest),
    development: isTest && !options.native,
  };
}
