/**
 * Who is signed in, as far as this device can know. Nothing here touches the network or looks at a clock.
 *
 * There are two kinds of facts: which sessions this browser or device has, and what is known of each user. Responses bring
 * them, and responses may overtake each other. The rules:
 *
 * 1. A response tells how things were at some moment between the leaving of its request and its own arrival. Only these two
 *    events on this device are put in order; the times that servers write into responses are not compared.
 * 2. A request that left after a response had arrived brings something newer than that response. It takes over.
 * 3. If two crossed, nobody here can tell which is newer:
 *    - One that only read a fact is passed over if a change of that fact was answered meanwhile (signing in or out changes
 *      the sessions; a new or removed password changes the user): the change knows its own effect.
 *    - Otherwise it is no matter if both say the same. If they do not, the fact is in doubt.
 * 4. A session that the server refused after it was listed is in doubt as well.
 * 5. What is in doubt is shown as it was before, and has to be asked again; the response settles it by rule 2. If none comes,
 *    the best guess is shown: a change rather than a reading, of two changes the one that left later, and a refused session
 *    as gone. The doubt stays for the next time.
 * 6. A response that says nothing about a fact leaves it as it is.
 * 7. The session that speaks is the one signed in to last here, as long as it is active; otherwise the one that the server
 *    names as last active, if it is.
 *
 * So what is shown never goes back in time while the server can be asked.
 */
import type { Schemas } from '../../generated/client.ts';

type WireClient = Schemas['Client'];
type WireUser = Schemas['User'];

/** When a request left, and which fact it changes if it succeeds. */
export interface Ticket {
  readonly number: number;
  /** How many responses had arrived when it left. */
  readonly arrived: number;
  readonly kind: 'read' | 'step' | 'sessions' | 'user';
}

/** Something that responses tell. */
export interface Fact<Value> {
  /** The user who is shown; `undefined` before the first response. */
  value: Value | undefined;
  /** The most likely one, if that is in doubt; else the same. */
  readonly guess: Value | undefined;
  readonly inDoubt: boolean;
  /** Offers what a response said. `arrived` is the number of that arrival. */
  hear(value: Value, ticket: Ticket, changed: boolean, arrived: number): void;
}

/**
 * Makes a fact of which nothing is known yet.
 *
 * @param essence What two values of it are compared by.
 */
export function createFact<Value>(essence: (value: Value | undefined) => unknown): Fact<Value> {
  /** The last arrival that told of it, and the last that told of a change of it. */
  let heard = 0;
  let changedAt = 0;
  /** The request that brought the guess, and whether it changed it. */
  let number = 0;
  let byChange = false;
  const fact: { -readonly [Name in keyof Fact<Value>]: Fact<Value>[Name] } = {
    value: undefined,
    guess: undefined,
    inDoubt: false,
    hear(next, ticket, changed, arrived) {
      if (!changed && ticket.arrived < changedAt) return;
      const crossed = ticket.arrived < heard;
      heard = arrived;
      if (changed) changedAt = arrived;
      if (crossed) {
        if (print(essence(fact.guess)) === print(essence(next))) {
          byChange ||= changed;
          number = Math.max(number, ticket.number);
          return;
        }
        fact.inDoubt = true;
        if (!changed || (byChange && ticket.number < number)) return;
      }
      fact.guess = next;
      number = ticket.number;
      byChange = changed;
      if (crossed) return;
      fact.value = next;
      fact.inDoubt = false;
    },
  };
  return fact;
}

/** The content of one response. */
export interface Said {
  /**
   * `null`: there is no client, so nobody is signed in. But beside a user or a new session a client is only sent along, and
   * without it nothing is said.
   */
  readonly client?: WireClient | null | undefined;
  /** The user that the call was about. */
  readonly user?: WireUser;
  /** The session that the call has made, if it got that far. */
  readonly signedIn?: string | null;
}

export interface SignedIn {
  /** `undefined` before the first response. */
  readonly client: WireClient | null | undefined;
  /** The session that speaks. */
  readonly session: string | undefined;
  /** Whether the server has to be asked again. */
  readonly inDoubt: boolean;
  /** The newest data of a user: what came just now, or something newer. */
  user(user: WireUser): WireUser;
  /** A request leaves. */
  leave(kind: Ticket['kind']): Ticket;
  /** Its response arrived. */
  hear(ticket: Ticket, said: Said): void;
  /** The server refused a session. */
  refused(session: string): void;
  /** It could not be asked again: the best guess has to do. */
  giveUp(): void;
}

/** Who is signed in, without what else is known of them. */
const listing = (client: WireClient | null | undefined): unknown =>
  client?.sessions.map(({ id, status }) => [id, status]);

/** In this form, two things that look the same are the same. */
export function print(thing: unknown): unknown {
  try {
    return JSON.stringify(thing);
  } catch {
    // Nested too deep to be written: the same as nothing else.
    return {};
  }
}

/** Makes what knows nothing yet. */
export function createSignedIn(): SignedIn {
  let left = 0;
  let arrived = 0;
  const sessions = createFact<WireClient | null>(listing);
  /** The request that brought the sessions that are shown now, in arrivals. */
  let listedAt = 0;
  const users = new Map<string, Fact<WireUser>>();
  const refusals = new Map<string, number>();
  let speaks: string | undefined;
  /** The sign-in that chose it. */
  let chosenBy = 0;

  const listed = (): WireClient['sessions'] => sessions.value?.sessions ?? [];
  const isActive = (id: string | null | undefined): id is string =>
    listed().some((one) => one.id === id && one.status === 'active');
  const isRefused = ({ id }: { readonly id: string }): boolean => (refusals.get(id) ?? 0) > listedAt;
  const hearUser = (user: WireUser, ticket: Ticket, changed: boolean): void => {
    const fact = users.get(user.id) ?? createFact<WireUser>((one) => one);
    users.set(user.id, fact);
    fact.hear(user, ticket, changed, arrived);
  };
  const choose = (): void => {
    if (isActive(speaks) || sessions.inDoubt) return;
    const last = sessions.value?.last_active_session_id;
    speaks = isActive(last) ? last : undefined;
  };

  return {
    get client() {
      return sessions.value;
    },
    get session() {
      return isActive(speaks) ? speaks : undefined;
    },
    get inDoubt() {
      if (sessions.inDoubt) return true;
      return listed().some((one) => isRefused(one) || users.get(one.user?.id ?? '')?.inDoubt);
    },
    user: (user) => users.get(user.id)?.value ?? user,
    leave: (kind) => ({ number: ++left, arrived, kind }),
    hear(ticket, { client: said, user, signedIn }) {
      arrived++;
      if (said || (said === null && !user && signedIn === undefined)) {
        // Some servers leave out the list of a client without sessions.
        const client = said && { ...said, sessions: said.sessions ?? [] };
        sessions.hear(client, ticket, ticket.kind === 'sessions', arrived);
        if (sessions.value === client) listedAt = ticket.arrived;
        for (const one of client?.sessions ?? []) {
          if (one.user && one.user.id !== user?.id) hearUser(one.user, ticket, false);
        }
      }
      if (user) hearUser(user, ticket, ticket.kind === 'user');
      if (signedIn && ticket.number > chosenBy) {
        speaks = signedIn;
        chosenBy = ticket.number;
      }
      choose();
    },
    refused(session) {
      refusals.set(session, ++arrived);
    },
    giveUp() {
      const client = sessions.guess;
      sessions.value = client && { ...client, sessions: client.sessions.filter((one) => !isRefused(one)) };
      for (const fact of users.values()) fact.value = fact.guess;
      choose();
    },
  };
}
