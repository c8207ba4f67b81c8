/**
 * "Was it changed?" One rule, for every call that can change something and ends in an error:
 *
 * - No, if nothing left this device: the call was wrong, it ended before it was sent, the device was offline before it was
 *   sent, or the runtime says that it never had a connection.
 * - No, if the server refused: any 4xx, in whatever words.
 * - Unknown in every other case: no response, half a response, one that says nothing usable, a redirect, a 5xx.
 *
 * (A 200 as in the contract is a yes, and no error.)
 */
export const refuses = (status: number): boolean => status >= 400 && status <= 499;

/**
 * Error codes with which Node and Bun say that there was no connection to send anything on: refused, no such name, no way
 * there, or a certificate that is not accepted.
 */
const NEVER_CONNECTED: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
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
export function neverConnected(cause: unknown): boolean {
  const { code, cause: inner }: { readonly code?: unknown; readonly cause?: unknown } = Object(cause);
  return NEVER_CONNECTED.includes(code) || (inner !== undefined && neverConnected(inner));
}

/** Whether the device knows that it has no network. `true` there means nothing: a cable may lead nowhere. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
