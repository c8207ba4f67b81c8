/** One call to the server: within its time, with the token that goes along, ending in data or in a typed error. */
import {
  type Answered,
  type CallInit,
  createClient,
  type Failure,
  type GeneratedClient,
} from '../../generated/client.ts';
import { apiVersion } from '../../generated/operations.ts';
import { withoutSecrets } from './cause.ts';
import { ClerkCallError, hasCode, toError } from './errors.ts';
import { type Limits, within } from './limits.ts';
import type { Settings } from './options.ts';
import { isOffline } from './outcome.ts';
import type { SignedIn, Ticket } from './signed-in.ts';
import { createToken } from './token.ts';

/** The vendor's SDK whose way of asking this one follows; servers keep statistics of it. */
const VERSION = '5.128.0';

/**
 * What a request is about: one that only reads may be sent again. A step of a sign-in or a reverification, one that changes the
 * sessions (signing in or out), and one that changes the user (their password) is sent once; only the last leaves open
 * whether something was changed, if its response is lost.
 */
export type Kind = 'read' | 'step' | 'sessions' | 'user';

/** Sends one operation of the generated client. */
export type Send<Data> = (api: GeneratedClient, init: CallInit) => Promise<Answered<200, Data> | Failure>;

/** The data of a response, and when its request left. */
export interface Heard<Data> {
  readonly data: Data;
  readonly ticket: Ticket;
}

/** Sends, and resolves to what was heard. The secrets are what the request holds that may be shown nowhere. */
export type Call = <Data>(
  kind: Kind,
  limits: Partial<Limits>,
  send: Send<Data>,
  secrets?: readonly string[],
) => Promise<Heard<Data>>;

/** Makes the function through which every call of one `Clerk` goes. */
export function createCaller(settings: Settings, signedIn: SignedIn): Call {
  const { baseUrl, native, development, fetch } = settings;
  const token = createToken(settings, async (signal) => {
    const { data } = await once('step', signal, (api, init) => api.createDevBrowser({}, init));
    return data.id;
  });
  const api = createClient({
    baseUrl,
    ...(fetch && { fetch }),
    // Only a browser has a cookie jar; edge runtimes refuse the setting.
    ...(!native && !development && 'document' in globalThis && { credentials: 'include' }),
    query: () => ({
      __clerk_api_version: apiVersion,
      _clerk_js_version: VERSION,
      _is_native: native ? '1' : undefined,
      __clerk_db_jwt: native ? undefined : token.value,
    }),
    ...(native && { headers: () => (token.value ? { Authorization: `Bearer ${token.value}` } : {}) }),
  });

  async function once<Data>(
    kind: Kind,
    signal: AbortSignal,
    send: Send<Data>,
    secrets: readonly string[] = [],
    onSent: (open: boolean) => void = () => {},
  ): Promise<Heard<Data>> {
    const changes = kind === 'user';
    const offline = changes && isOffline();
    const ticket = signedIn.leave(kind);
    const before = token.changes;
    onSent(changes);
    const result = await send(api, { signal });
    // From here on the response says what happened.
    onSent(false);
    const fresh = native && result.response?.headers.get('Authorization')?.replace(/^Bearer /i, '');
    if (fresh) token.hear(fresh, ticket, before);
    if (result.ok) return { data: result.data, ticket };
    throw toError(result, changes, offline, (cause) => (fetch ? withoutSecrets(cause, secrets) : cause));
  }

  return (kind, limits, send, secrets) => {
    let open = false;
    const onSent = (now: boolean): void => {
      open = now;
    };
    return within(
      limits,
      async (signal) => {
        let lost = false;
        let renewals = 0;
        for (;;) {
          if (token.value === undefined && (native || development)) await token.renew(undefined, { signal });
          const used = token.value;
          // Whoever aborted was told that nothing was sent.
          if (signal.aborted) throw signal.reason;
          try {
            return await once(kind, signal, send, secrets, onSent);
          } catch (error) {
            if (development && hasCode(error, 'dev_browser_unauthenticated') && renewals < 3) {
              // Sent again with the token of another tab, and at last with a new one of its own.
              renewals += (await token.renew(used, { signal })) ? 3 : 1;
            } else if (kind === 'read' && error instanceof ClerkCallError && error.cause !== undefined && !lost) {
              lost = true;
            } else throw error;
          }
        }
      },
      () => open,
    );
  };
}
