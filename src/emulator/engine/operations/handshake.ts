/**
 * The handshake: how a server that renders pages learns who is signed in. It sends the browser here, and the browser comes back with
 * the cookies for the application's own origin, as a signed token or as a nonce by which the server fetches them.
 *
 * Not in the contract. Source: the vendor's public server SDK (`@clerk/backend` 2.33 and 3.25, tokens/handshake and
 * tokens/authenticateContext), which sends the parameters and reads the result.
 */
import { makeId } from '../../state/random.ts';
import type { StoredClient, StoredSession } from '../../state/records.ts';
import type { Answer } from '../answer/outcome.ts';
import type { Refusal } from '../answer/refusal.ts';
import { vendorRefusal } from '../answer/vendor-errors.ts';
import type { Call } from '../call.ts';
import { isOriginAllowed } from '../checks/caller.ts';
import { identify } from '../checks/client.ts';

const YEAR = 31_536_000;

/** A signed token of a session, for a back end: of the real time, as servers have it, wherever the emulator's clock was moved to. */
export async function sessionToken(
  call: Call,
  session: StoredSession,
  page: string | undefined,
  now = call.core.clock(),
): Promise<string> {
  const { core, request } = call;
  const claims = {
    iss: request.base + (request.mount ?? ''),
    sub: session.userId,
    sid: session.id,
    fva: call.resources.verificationAge(session),
    ...(page === undefined ? {} : { azp: page }),
  };
  const token = await core.signer.sign(claims, now);
  // Only now: where nothing can be signed, the responses after this one have to do without.
  call.world.haveTokens.add(session);
  return token;
}

/** The origin of the page that asks. A browser that calls its own origin, which an app may lead here, says it by `Referer` alone. */
export function pageOf({ origin, request, world }: Call): string | undefined {
  const address = request.header('referer') ?? '';
  if (origin !== undefined || !URL.canParse(address)) return origin;
  const page = new URL(address).origin;
  return isOriginAllowed(page, request, world.settings) ? page : undefined;
}

/**
 * Gives the sessions of this client in the response their tokens, if they have been asked for tokens before; undefined if there is
 * nothing to wait for. The vendor's SDK puts the token into the cookie that servers read, and empties that cookie if there is none.
 */
export function giveTokens(call: Call): Promise<unknown> | undefined {
  const own = call.shown.filter(({ session }) => session.clientId === call.client?.id);
  const asked = own.filter(({ session }) => session.status === 'active' && call.world.haveTokens.has(session));
  if (asked.length === 0) return undefined;
  return Promise.all(
    asked.map(async ({ session, shown }) => {
      shown.last_active_token = { object: 'token', jwt: await sessionToken(call, session, pageOf(call)) };
    }),
  );
}

/** Where the handshake leads back to, if it may. */
function wayBack(call: Call): URL | Refusal {
  const given = call.query.get('redirect_url') ?? '';
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return vendorRefusal('invalid_redirect_url');
  return isOriginAllowed(url.origin, call.request, call.world.settings)
    ? url
    : vendorRefusal('redirect_url_domain_mismatch');
}

/** The client of the browser. One that the emulator does not know, for example after a restart, gets a new token: nothing is lost. */
function clientOf(call: Call): StoredClient {
  identify(call);
  return call.client ?? call.state.clients.create(makeId(call.core.random, 'dvb'));
}

/** By this the vendor's packages tell the cookies of one instance from those of others on the same host. */
async function suffixOf(publishableKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(publishableKey));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 8);
}

/** The `Set-Cookie` lines that say who is signed in; each cookie in both of its forms. */
async function directives(call: Call, client: StoredClient, to: URL): Promise<readonly string[]> {
  const now = call.core.clock();
  const session = call.state.actingSession(client);
  const token = session === undefined ? '' : await sessionToken(call, session, to.origin, now);
  // A server takes a token that was issued before this time for outdated, and begins a handshake again.
  const signedInAt = Math.floor(Math.min(client.updatedAt, now) / 1000);
  const suffix = await suffixOf(`pk_test_${btoa(`${call.world.settings.frontendApi}$`)}`);
  const secure = to.protocol === 'https:' ? '; Secure' : '';
  const cookie = (name: string, value: string, site: string): readonly string[] => {
    const rest = `${value}; Path=/; Max-Age=${value === '' ? 0 : YEAR}; SameSite=${site}${secure}`;
    return [`${name}=${rest}`, `${name}_${suffix}=${rest}`];
  };
  return [
    ...cookie('__clerk_db_jwt', client.token, 'Lax'),
    ...cookie('__client_uat', String(session === undefined ? 0 : signedInAt), 'Lax'),
    ...cookie('__session', token, 'Lax'),
  ];
}

export async function handshake(call: Call): Promise<Answer | Refusal> {
  const to = wayBack(call);
  if (!(to instanceof URL)) return to;
  const cookies = await directives(call, clientOf(call), to);
  if (call.query.get('format') === 'nonce') {
    to.searchParams.set(
      '__clerk_handshake_nonce',
      call.world.handshakes.keep(cookies, makeId(call.core.random, 'nonce')),
    );
  } else {
    to.searchParams.set('__clerk_handshake', await call.core.signer.signHandshake(cookies, call.core.clock()));
  }
  // The parameters before are of no use, and one of them would begin the next handshake.
  to.searchParams.delete('__clerk_db_jwt');
  return { status: 307, body: null, headers: { location: to.href } };
}
