/** What an instance remembers: users, clients and sessions, as they are stored. The wire's forms are made in resources.ts. */

import type { LockoutSettings } from '../setup/settings.ts';
import type { StoredPassword } from './password-hash.ts';
import { makeId, type Random } from './random.ts';

export interface StoredEmail {
  readonly id: string;
  readonly address: string;
}

/** Since when and until when an account is locked; `until` is null where only a person can open it. */
export interface Lock {
  readonly until: number | null;
}

export interface StoredUser {
  readonly id: string;
  emails: readonly StoredEmail[];
  phoneNumber: string | null;
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  password: StoredPassword | null;
  passwordLastUpdatedAt: number | null;
  banned: boolean;
  deactivated: boolean;
  failedAttempts: number;
  lock: Lock | null;
  externalId: string | null;
  publicMetadata: Readonly<Record<string, unknown>>;
  unsafeMetadata: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  updatedAt: number;
  lastSignInAt: number | null;
  lastActiveAt: number | null;
}

export type SessionStatus = 'active' | 'ended' | 'removed' | 'revoked' | 'expired';
export type VerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

export interface StoredSession {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  status: SessionStatus;
  /** When the first factor was last proven. */
  verifiedAt: number;
  /** The reverification under way, if any. */
  verification: VerificationLevel | null;
  lastActiveOrganizationId: string | null;
  lastActiveAt: number;
  expireAt: number;
  abandonAt: number;
  readonly createdAt: number;
  updatedAt: number;
}

export interface StoredSignIn {
  readonly id: string;
  readonly userId: string;
  readonly identifier: string;
  readonly abandonAt: number;
}

export interface StoredClient {
  readonly id: string;
  /** The secret by which the browser or application is known: development token, cookie value or bearer token. */
  readonly token: string;
  /** Whether it was made from outside, by a seed or a test, and is never forgotten. */
  readonly kept: boolean;
  /** Sessions in their order, those that have ended among them. */
  sessions: StoredSession[];
  lastActiveSessionId: string | null;
  /** The sign-in under way, if any. */
  signIn: StoredSignIn | null;
  lastStrategy: string | null;
  /** Attempts in the window that the rate limit looks at. */
  attempts: { windowStart: number; count: number };
  readonly createdAt: number;
  updatedAt: number;
}

const DAY = 86_400_000;
export const SESSION_LIFETIME = 7 * DAY;
export const SESSION_ABANDONED_AFTER = 30 * DAY;
const SIGN_IN_LIFETIME = DAY;

/** Sessions that have ended and are remembered, a client, so that they can be told from unknown ones. */
const ENDED_KEPT = 20;
/** Clients that requests can make. Beyond, one is forgotten: without a session if there is one, else the least recently used. */
const CLIENTS_REMEMBERED = 1_000;

export class State {
  readonly users = new Map<string, StoredUser>();
  readonly clients = new Map<string, StoredClient>();
  readonly sessions = new Map<string, StoredSession>();
  readonly #clientsByToken = new Map<string, StoredClient>();
  readonly #now: () => number;
  readonly #random: Random;

  constructor(now: () => number, random: Random) {
    this.#now = now;
    this.#random = random;
  }

  /** The user with an id, or known by an identifier. */
  findUser(idOrIdentifier: string): StoredUser | undefined {
    return this.users.get(idOrIdentifier) ?? this.findByIdentifier(idOrIdentifier);
  }

  /** The user who signs in by an e-mail address or username (both in any case) or a phone number. */
  findByIdentifier(identifier: string): StoredUser | undefined {
    const wanted = identifier.trim().toLowerCase();
    for (const user of this.users.values()) {
      if (user.emails.some(({ address }) => address.toLowerCase() === wanted)) return user;
      if (user.username?.toLowerCase() === wanted || user.phoneNumber === wanted) return user;
    }
    return undefined;
  }

  clientOf(token: string): StoredClient | undefined {
    return this.#clientsByToken.get(token);
  }

  createClient(token: string, kept = false): StoredClient {
    const now = this.#now();
    const client: StoredClient = {
      id: makeId(this.#random, 'client'),
      token,
      kept,
      sessions: [],
      lastActiveSessionId: null,
      signIn: null,
      lastStrategy: null,
      attempts: { windowStart: 0, count: 0 },
      createdAt: now,
      updatedAt: now,
    };
    if (this.clients.size >= CLIENTS_REMEMBERED) this.#forgetOneClient();
    this.addClient(client);
    return client;
  }

  addClient(client: StoredClient): void {
    this.clients.set(client.id, client);
    this.#clientsByToken.set(client.token, client);
    for (const session of client.sessions) this.sessions.set(session.id, session);
  }

  #forgetOneClient(): void {
    let chosen: StoredClient | undefined;
    for (const client of this.clients.values()) {
      if (client.kept) continue;
      if (chosen === undefined || client.updatedAt < chosen.updatedAt) chosen = client;
      if (this.activeSessions(client).length > 0) continue;
      chosen = client;
      break;
    }
    if (chosen === undefined) return;
    this.clients.delete(chosen.id);
    this.#clientsByToken.delete(chosen.token);
    for (const session of chosen.sessions) this.sessions.delete(session.id);
  }

  /** Whether the session may act now. Marks one whose time has run out. */
  isActive(session: StoredSession): boolean {
    if (session.status === 'active' && session.expireAt <= this.#now()) session.status = 'expired';
    return session.status === 'active' && this.users.has(session.userId);
  }

  activeSessions(client: StoredClient): readonly StoredSession[] {
    return client.sessions.filter((session) => this.isActive(session));
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
        lastActiveOrganizationId: null,
        lastActiveAt: now,
        expireAt: now + SESSION_LIFETIME,
        abandonAt: now + SESSION_ABANDONED_AFTER,
        createdAt: now,
        updatedAt: now,
      };
      client.sessions.push(session);
      this.sessions.set(session.id, session);
    }
    session.verifiedAt = now;
    session.verification = null;
    client.lastActiveSessionId = session.id;
    client.signIn = null;
    client.lastStrategy = strategy;
    client.updatedAt = now;
    user.lastSignInAt = now;
    user.lastActiveAt = now;
    user.updatedAt = now;
    return session;
  }

  startSignIn(client: StoredClient, user: StoredUser, identifier: string): StoredSignIn {
    const now = this.#now();
    const id = makeId(this.#random, 'sia');
    client.signIn = { id, userId: user.id, identifier, abandonAt: now + SIGN_IN_LIFETIME };
    client.updatedAt = now;
    return client.signIn;
  }

  endSession(session: StoredSession, status: SessionStatus): void {
    if (!this.isActive(session)) return;
    const now = this.#now();
    session.status = status;
    session.updatedAt = now;
    const client = this.clients.get(session.clientId);
    if (client === undefined) return;
    client.updatedAt = now;
    if (client.lastActiveSessionId === session.id) {
      client.lastActiveSessionId = this.activeSessions(client).at(-1)?.id ?? null;
    }
    const ended = client.sessions.filter((one) => !this.isActive(one));
    for (const old of ended.slice(0, Math.max(0, ended.length - ENDED_KEPT))) {
      client.sessions = client.sessions.filter((one) => one !== old);
      this.sessions.delete(old.id);
    }
  }

  sessionsOf(userId: string): readonly StoredSession[] {
    return [...this.sessions.values()].filter((session) => session.userId === userId && this.isActive(session));
  }

  /** Whether the account is locked now. Opens a lock whose time is over. */
  isLocked(user: StoredUser): boolean {
    if (user.lock !== null && user.lock.until !== null && user.lock.until <= this.#now()) {
      user.lock = null;
      user.failedAttempts = 0;
    }
    return user.lock !== null;
  }

  /** Seconds until the lock opens by itself; undefined where it never does or there is none. */
  lockedForSeconds(user: StoredUser): number | undefined {
    if (!this.isLocked(user) || user.lock === null || user.lock.until === null) return undefined;
    return Math.ceil((user.lock.until - this.#now()) / 1000);
  }

  lockUser(user: StoredUser, lockout: LockoutSettings): void {
    user.lock = { until: lockout.seconds === null ? null : this.#now() + lockout.seconds * 1000 };
  }

  /** Counts a wrong password; the last one that is allowed locks the account. */
  countFailure(user: StoredUser, lockout: LockoutSettings): void {
    user.failedAttempts++;
    if (lockout.attempts !== null && user.failedAttempts >= lockout.attempts) this.lockUser(user, lockout);
  }
}
