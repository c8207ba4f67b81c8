/**
 * The token by which a server knows this browser (development) or this device (native). It is kept in memory and in a
 * storage, which may be shared with other tabs and other instances, may be emptied at any time, may fail, and may hang.
 * Nothing waits for it to be written. Pages in production are known by a cookie and need none of it.
 */
import { hasCode } from './errors.ts';
import { shared } from './limits.ts';
import type { Settings } from './options.ts';
import type { Ticket } from './signed-in.ts';

export interface Token {
  /** The parameters that go along with each request. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Carries out an attempt with the token at hand. If the server does not know it, it is carried out again with another: one from
   * the storage, where another tab may have put it, and else, for development, with a new one.
   */
  carry<Result>(attempt: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** How many came with a response to signing in or out. */
  readonly changes: number;
  /** Takes over what a response brought, unless a newer one is known; `changes` as it was when its request left. */
  hear(response: Response | undefined, ticket: Ticket, changes: number): void;
}

/** A name that every storage takes: secure stores allow letters, digits, `.`, `_` and `-` only. */
const nameFor = ({ publishableKey, baseUrl }: Settings): string =>
  `clerk.${publishableKey}.${baseUrl}`.replace(/[^\w.-]/g, '_');

/** @param request Asks the server for a new development token. */
export function createToken(settings: Settings, request: (signal: AbortSignal) => Promise<string>): Token {
  const { native, development } = settings;
  const name = nameFor(settings);
  let token: string | undefined;
  let stored: string | undefined;
  let storing = false;
  let complained = false;
  let number = 0;
  let changes = 0;

  // Looked up late, and only if there are pages: elsewhere the mere look prints a warning or throws.
  const place = () => settings.storage ?? ('document' in globalThis ? globalThis.localStorage : undefined);
  const complain = (error: unknown): void => {
    if (!complained)
      console.warn(`Clerk: the storage failed (${Object(error).name}); the token is kept in memory only.`);
    complained = true;
  };
  const store = async (): Promise<void> => {
    if (storing) return;
    storing = true;
    try {
      while (token !== undefined && stored !== token) {
        const value = token;
        await place()?.setItem(name, value);
        stored = value;
      }
    } catch (error) {
      complain(error);
    }
    storing = false;
  };
  /** Takes what another tab has stored; if there is nothing else than what was used, stores `fresh`. */
  const choose = (found: unknown, used: string | undefined, fresh?: string): boolean => {
    const others = typeof found === 'string' && found !== '' && found !== used;
    if (others) {
      token = found;
      stored = found;
    } else if (fresh !== undefined) {
      token = fresh;
      void store();
    }
    return others;
  };
  /** Not async: if the storage answers at once, no other instance may come between the look and the choice. */
  const look = (used: string | undefined, fresh?: string): boolean | Promise<boolean> => {
    const failed = (error: unknown): boolean => {
      complain(error);
      return choose(undefined, used, fresh);
    };
    try {
      const found = place()?.getItem(name);
      if (Object(found) !== found) return choose(found, used, fresh);
      return Promise.resolve(found).then((value) => choose(value, used, fresh), failed);
    } catch (error) {
      return failed(error);
    }
  };
  const renewing = shared(async (signal) => {
    const used = token;
    if ((await look(used)) || !development) return false;
    // If another tab is quicker, its token is the one that is kept: whoever is signed in there stays so after a reload.
    await look(used, await request(signal));
    return true;
  });

  /** Looks for another one than that which was used. Resolves to whether the server was asked. */
  const renew = async (used: string | undefined, signal: AbortSignal): Promise<boolean> =>
    token === used ? renewing.join({ signal }) : false;

  return {
    get query() {
      return native ? { _is_native: '1' } : { __clerk_db_jwt: token };
    },
    get headers(): Token['headers'] {
      return native && token !== undefined ? { Authorization: `Bearer ${token}` } : {};
    },
    async carry(attempt, signal) {
      if (token === undefined) await renew(token, signal);
      for (let renewals = 0; ; ) {
        const used = token;
        try {
          return await attempt();
        } catch (error) {
          if (!development || !hasCode(error, 'dev_browser_unauthenticated') || renewals >= 3) throw error;
          // Again with the token of another tab, and at last with a new one of its own.
          renewals += (await renew(used, signal)) ? 3 : 1;
        }
      }
    },
    get changes() {
      return changes;
    },
    hear(response, ticket, before) {
      const value = native && response?.headers?.get('Authorization')?.replace(/^Bearer /i, '');
      if (!value) return;
      const changed = ticket.kind === 'sessions';
      const crossed = before < changes;
      if (changed) changes++;
      // The token of a sign-in is not given up for one that was on its way at the same time; else the later request counts.
      if (crossed ? !changed || ticket.number < number : !changed && ticket.number < number) return;
      number = ticket.number;
      if (value === token) return;
      token = value;
      void store();
    },
  };
}
