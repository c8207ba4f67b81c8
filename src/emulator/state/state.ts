/** The memory of an instance, and who is signed in where. */
import { Clients } from './clients.ts';
import { Journal } from './journal.ts';
import { makeId, type Random } from './random.ts';
import type { SessionStatus, StoredClient, StoredSession, StoredSignIn, StoredUser } from './records.ts';
import { Users } from './users.ts';

const DAY = 86_400_000;
export const SESSION_LIFETIME = 7 * DAY;
export const SESSION_ABANDONED_AFTER = 30 * DAY;
const SIGN_IN_LIFETIME = DAY;

/** Sessions that have ended and are remembered, per client, so that they can be told from unknown ones. */
const ENDED_KEPT = 20;

const NONE: ReadonlySet<StoredSession> = new Set();

export class State {
  readonly journal = new Journal();
  readonly users: Users;
  readonly clients: Clients;
  /** The active sessions of each user. */
  readonly #active = new Map<string, Set<StoredSession>>();
  readonly #now: () => number;
  readonly #random: Random;

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
    this.users = new Users(now, this.journal);
    this.clients = new Clients(now, random, this.journal, (session) => this.#deactivate(session));
  }

  /** Takes in a client as it was stored. */
  addClient(client: StoredClient): void {
    this.clients.add(client);
    for (const session of client.sessions) if (session.status === 'active') this.#activate(session);
  }

  #activate(session: StoredSession): void {
    const own = this.#active.get(session.userId);
    if (own === undefined) this.#active.set(session.userId, new Set([session]));
    else own.add(session);
  }

  #deactivate(session: StoredSession): void {
    const own = this.#active.get(session.userId);
    own?.delete(session);
    if (own?.size === 0) this.#active.delete(session.userId);
  }

  /** Whether the session may act now. Marks one whose time has run out. */
  isActive(session: StoredSession): boolean {
    const { status, expireAt, abandonAt } = session;
    if (status !== 'active' && status !== 'expired') return false;
    const now = this.#now();
    const due = abandonAt <= now ? 'abandoned' : expireAt <= now ? 'expired' : status;
    if (due !== status) {
      this.clients.changeSession(session, { status: due });
      this.#deactivate(session);
    }
    return due === 'active' && this.users.get(session.userId) !== undefined;
  }

  activeSessions(client: StoredClient): readonly StoredSession[] {
    return client.sessions.filter((session) => this.isActive(session));
  }

  /** The active sessions of a user, on all clients. */
  sessionsOf(userId: string): readonly StoredSession[] {
    return [...(this.#active.get(userId) ?? NONE)].filter((session) => this.isActive(session));
  }

  /** The active sessions of everybody. */
  *allSessions(): Generator<StoredSession> {
    for (const client of this.clients.all()) yield* this.activeSessions(client);
  }

  /** The session that acts if none is named: the one last active on the client or, once that has run out, the newest of the others. */
  actingSession(client: StoredClient): StoredSession | undefined {
    const { lastActiveSessionId } = client;
    if (lastActiveSessionId === null) return undefined;
    const last = this.clients.session(lastActiveSessionId);
    if (last !== undefined && this.isActive(last)) return last;
    const next = this.activeSessions(client).at(-1);
    this.clients.change(client, { lastActiveSessionId: next?.id ?? null });
    return next;
  }

  /** Signs a user in on a client. A user who is signed in there already keeps the session, freshly verified. */
  startSession(client: StoredClient, user: StoredUser, strategy: string, id?: string): StoredSession {
    const now = this.#now();
    let session = client.sessions.find((one) => one.userId === user.id && this.isActive(one));
    if (session === undefined) {
      session = {
        id: id ?? makeId(this.#random, 'sess'),
        clientId: client.id,
        userId: user.id,
        status: 'active',
        verifiedAt: now,
        verification: null,
        sentCode: null,
        lastActiveOrganizationId: null,
        lastActiveAt: now,
        expireAt: now + SESSION_LIFETIME,
        abandonAt: now + SESSION_ABANDONED_AFTER,
        createdAt: now,
        updatedAt: now,
      };
      this.clients.addSession(client, session);
      this.#activate(session);
    } else this.clients.changeSession(session, { verifiedAt: now, verification: null, sentCode: null });
    this.clients.change(client, {
      lastActiveSessionId: session.id,
      signIn: null,
      lastStrategy: strategy,
      updatedAt: now,
    });
    this.users.change(user, { lastSignInAt: now, lastActiveAt: now, updatedAt: now });
    return session;
  }

  startSignIn(client: StoredClient, user: StoredUser, identifier: string): StoredSignIn {
    const now = this.#now();
    const signIn = { id: makeId(this.#random, 'sia'), userId: user.id, identifier, abandonAt: now + SIGN_IN_LIFETIME };
    this.clients.change(client, { signIn, updatedAt: now });
    return signIn;
  }

  /** The sign-in under way on a client, unless it was abandoned. */
  signInOf(client: StoredClient): StoredSignIn | undefined {
    return client.signIn === null || client.signIn.abandonAt <= this.#now() ? undefined : client.signIn;
  }

  endSession(session: StoredSession, status: SessionStatus): void {
    if (!this.isActive(session)) return;
    const now = this.#now();
    this.clients.changeSession(session, { status, updatedAt: now });
    this.#deactivate(session);
    const client = this.clients.get(session.clientId);
    if (client === undefined) return;
    this.clients.change(client, { updatedAt: now });
    const ended = client.sessions.filter((one) => !this.isActive(one));
    for (const old of ended.slice(0, Math.max(0, ended.length - ENDED_KEPT))) this.clients.removeSession(client, old);
  }

  /** Takes back every change that the journal has noted. */
  undo(): void {
    const { journal, users, clients } = this;
    for (const [id, before] of journal.users) {
      const user = users.get(id);
      if (before === undefined) {
        if (user !== undefined) users.remove(user);
      } else if (user === undefined) users.add(before);
      else users.change(user, before);
    }
    for (const [id, before] of journal.clients) {
      const client = clients.get(id);
      for (const session of client?.sessions ?? []) this.#deactivate(session);
      if (before === undefined) {
        if (client !== undefined) clients.remove(client);
        continue;
      }
      if (client === undefined) clients.add(before);
      else clients.replace(client, before);
      for (const session of before.sessions) if (session.status === 'active') this.#activate(session);
    }
    journal.start();
  }

  /** Deletes a user and ends their sessions. */
  deleteUser(user: StoredUser): void {
    for (const session of this.sessionsOf(user.id)) this.endSession(session, 'ended');
    this.users.remove(user);
  }
}
