/** Plays histories against the account of who is signed in: a server, this page, other tabs, and a network that reorders. */
import fc from 'fast-check';
import type { Schemas } from 'user-password-api/client';
import { createSignedIn, type Said, type Ticket } from '../../src/client/signed-in.ts';
import { example } from './stub.ts';

const kinds = ['signIn', 'signOut', 'change', 'read', 'load'] as const;
type Kind = (typeof kinds)[number];

/** What happens next. The number says to which of those that it could happen to. */
type Step =
  | { readonly type: 'leave'; readonly kind: Kind; readonly lost: boolean; readonly bare: boolean }
  | { readonly type: 'serve' | 'arrive'; readonly which: number }
  | { readonly type: 'tab'; readonly kind: Kind };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('leave' as const),
    kind: fc.constantFrom(...kinds),
    lost: fc.boolean(),
    bare: fc.boolean(),
  }),
  fc.record({ type: fc.constantFrom('serve' as const, 'arrive' as const), which: fc.nat(7) }),
  fc.record({ type: fc.constantFrom('serve' as const, 'arrive' as const), which: fc.nat(7) }),
  fc.record({ type: fc.constant('tab' as const), kind: fc.constantFrom(...kinds) }),
);

/** Steps, and how far off the server's clock is each time that it writes one down. */
export const histories = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 40 }),
  skews: fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 5 }),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

const USER = example('current_user').response;
const SESSION = example('current_user').client.sessions[0];
const CLIENT = example('current_user').client;

/** A server that carries out one request after the other, and says how often each fact has changed. */
function createServer(skews: readonly number[]) {
  let sessions: readonly string[] = [];
  let password = 0;
  let looks = 0;
  /** The sessions by version. */
  const listings = [''];
  const versions = { sessions: 0, user: 0 };
  const now = (): number => 1_760_000_000_000 + (skews[looks++ % skews.length] ?? 0);
  const user = (): Schemas['User'] => ({
    ...USER,
    updated_at: 1_760_000_000_000,
    public_metadata: { password, version: versions.user },
  });
  const client = (): Schemas['Client'] => {
    return {
      ...CLIENT,
      updated_at: now(),
      last_active_session_id: sessions.at(-1) ?? null,
      sessions: sessions.flatMap((id) => (SESSION ? [{ ...SESSION, id, user: user() }] : [])),
    };
  };
  return {
    versions,
    /** The first moment from then on at which the sessions were these; -1 if they never were. */
    since: (client: Schemas['Client'], version: number): number =>
      listings.indexOf(client.sessions.map(({ id }) => id).join(), version),
    /** The body of the response; undefined for a 401. */
    serve(kind: Kind): Said | undefined {
      if ((kind === 'change' || kind === 'read') && sessions.length === 0) return undefined;
      if (kind === 'signIn') sessions = [...sessions, `sess_${++versions.sessions}`];
      if (kind === 'signOut') {
        sessions = [];
        versions.sessions++;
      }
      if (kind === 'change') {
        password++;
        versions.user++;
      }
      const about = kind === 'change' || kind === 'read' ? { user: user() } : {};
      listings[versions.sessions] = sessions.join();
      return { client: client(), ...about, ...(kind === 'signIn' && { signedIn: sessions.at(-1) ?? null }) };
    },
  };
}

interface Flight {
  readonly kind: Kind;
  readonly ticket: Ticket;
  readonly lost: boolean;
  readonly bare: boolean;
  said?: Said | undefined;
  served?: { readonly sessions: number; readonly user: number };
}

/** Throws if what is shown is not what the rules promise. */
export function play({ steps, skews }: History): void {
  const server = createServer(skews);
  const signedIn = createSignedIn();
  const flights: Flight[] = [];
  // What was shown without doubt, and what came with the responses to own changes.
  const sure = { sessions: 0, user: 0 };
  const least = { sessions: 0, user: 0 };
  const about = {
    signIn: 'sessions',
    signOut: 'sessions',
    change: 'user',
    read: 'read',
    load: 'read',
  } as const;

  const look = (): void => {
    const { client, inDoubt, session } = signedIn;
    if (session !== undefined && !client?.sessions.some(({ id }) => id === session)) throw new Error('nobody speaks');
    if (inDoubt || !client) return;
    const version = server.since(client, sure.sessions);
    if (version < 0) throw new Error(`the sessions went back behind ${sure.sessions}`);
    sure.sessions = version;
    const shown = signedIn.user(USER).public_metadata['version'];
    if (client.sessions.length === 0 || typeof shown !== 'number') return;
    if (shown < sure.user) throw new Error(`the user went back from ${sure.user} to ${shown}`);
    sure.user = shown;
  };
  const serve = (flight: Flight): void => {
    flight.said = server.serve(flight.kind);
    flight.served = { ...server.versions };
  };
  const arrive = (flight: Flight): void => {
    flights.splice(flights.indexOf(flight), 1);
    if (flight.lost) return;
    const { said, served, kind, ticket, bare } = flight;
    if (!said || !served) {
      const { session } = signedIn;
      if (session !== undefined) signedIn.refused(session);
      look();
      return;
    }
    // Some servers leave the client out, except where it is the answer itself.
    const rest = bare && said.user ? { client: null, user: said.user } : said;
    signedIn.hear(ticket, rest);
    if (kind === 'signIn' || kind === 'signOut') least.sessions = Math.max(least.sessions, served.sessions);
    if (kind === 'change') least.user = Math.max(least.user, served.user);
    look();
  };
  const leave = (kind: Kind, lost: boolean, bare: boolean): Flight => {
    const flight: Flight = { kind, lost, bare, ticket: signedIn.leave(about[kind]) };
    flights.push(flight);
    return flight;
  };
  const pick = (among: readonly Flight[], which: number): Flight | undefined => among[which % among.length];

  for (const step of steps) {
    if (step.type === 'leave') leave(step.kind, step.lost && step.kind !== 'load', step.bare);
    else if (step.type === 'tab') server.serve(step.kind);
    else {
      const waiting = flights.filter(({ served }) => (served === undefined) === (step.type === 'serve'));
      const flight = pick(waiting, step.which);
      if (flight) (step.type === 'serve' ? serve : arrive)(flight);
    }
  }
  // The rest arrives, and what is in doubt is asked again.
  for (const flight of [...flights]) {
    if (!flight.served) serve(flight);
    arrive(flight);
  }
  for (let asked = 0; signedIn.inDoubt; asked++) {
    if (asked > 0) throw new Error('asking did not settle it');
    const flight = leave('load', false, false);
    serve(flight);
    arrive(flight);
  }
  // What this page has changed and was told of is never missing from what it shows.
  const { client } = signedIn;
  if (client && server.since(client, Math.max(sure.sessions, least.sessions)) < 0)
    throw new Error('shows older sessions');
  if (client?.sessions.length && sure.user < least.user)
    throw new Error(`shows user ${sure.user}, was told of ${least.user}`);
}
