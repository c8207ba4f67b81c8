/** Reading and writing users and sessions from outside, as an administrator would. Passwords go in and never come out. */
import type { Core } from '../engine/core.ts';
import type { SeedSession, SeedUser } from '../setup/seed.ts';
import { storePassword } from '../state/password-hash.ts';
import { makeId } from '../state/random.ts';
import type { StoredSession, StoredUser } from '../state/state.ts';

/** A user as it is shown to whoever runs the emulator. */
export interface UserView {
  readonly id: string;
  readonly emails: readonly string[];
  readonly username: string | null;
  readonly phoneNumber: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly hasPassword: boolean;
  /** Unix milliseconds. */
  readonly passwordLastUpdatedAt: number | null;
  readonly banned: boolean;
  readonly deactivated: boolean;
  readonly locked: boolean;
  /** Seconds until the lock opens by itself; null where it never does or there is none. */
  readonly lockedForSeconds: number | null;
  readonly failedAttempts: number;
  readonly externalId: string | null;
}

export interface SessionView {
  readonly id: string;
  readonly status: string;
  readonly userId: string;
  readonly clientId: string;
  /** The secret of its client: with it, requests act for this session. */
  readonly token: string;
  /** Unix milliseconds. */
  readonly verifiedAt: number;
  readonly createdAt: number;
  readonly expireAt: number;
}

/** A user or session that is asked for does not exist. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

export class Accounts {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  list(): readonly UserView[] {
    return [...this.#core.state.users.values()].map((user) => this.#view(user));
  }

  /** The user by e-mail address, username, phone number or id; undefined if there is none. */
  get(identifier: string): UserView | undefined {
    const user = this.#core.state.findUser(identifier);
    return user === undefined ? undefined : this.#view(user);
  }

  /** Adds a user. Throws a `TypeError` where an identifier is taken or there is none at all. */
  create(seed: SeedUser): UserView {
    const { state, random, now } = this.#core;
    const at = now();
    const user: StoredUser = {
      id: seed.id ?? makeId(random, 'user'),
      emails: [],
      phoneNumber: null,
      username: null,
      firstName: null,
      lastName: null,
      password: null,
      passwordLastUpdatedAt: null,
      banned: false,
      deactivated: false,
      failedAttempts: 0,
      lock: null,
      externalId: null,
      publicMetadata: {},
      unsafeMetadata: {},
      createdAt: at,
      updatedAt: at,
      lastSignInAt: null,
      lastActiveAt: null,
    };
    if (seed.id !== undefined && state.users.has(seed.id)) throw new TypeError(`There is a user ${seed.id} already.`);
    this.#checkIdentifiers(seed, user);
    if (seed.email === undefined && seed.username === undefined && seed.phoneNumber === undefined) {
      throw new TypeError('A user needs an email, a username or a phoneNumber to sign in with.');
    }
    this.#write(user, seed);
    state.users.set(user.id, user);
    return this.#view(user);
  }

  /** Changes what is given. `password: null` removes the password; `locked: false` opens a lock. Signs nobody out. */
  update(identifier: string, change: Omit<SeedUser, 'id'>): UserView {
    const user = this.#find(identifier);
    this.#checkIdentifiers(change, user);
    this.#write(user, change);
    user.updatedAt = this.#core.now();
    return this.#view(user);
  }

  /** Deletes a user and ends their sessions. */
  delete(identifier: string): void {
    const user = this.#find(identifier);
    for (const session of this.#core.state.sessionsOf(user.id)) this.#core.state.endSession(session, 'ended');
    this.#core.state.users.delete(user.id);
  }

  /** Signs a user in with no form and no password. The token then works as development token, cookie or bearer token. */
  signIn({ user: identifier, id, token, verifiedMinutesAgo = 0 }: SeedSession): SessionView {
    const { state, random, now } = this.#core;
    const user = this.#find(identifier);
    if (id !== undefined && state.sessions.has(id)) throw new TypeError(`There is a session ${id} already.`);
    const secret = token ?? makeId(random, 'dvb');
    const client = state.clientOf(secret) ?? state.createClient(secret, true);
    const session = state.startSession(client, user, user.password === null ? 'email_code' : 'password', id);
    session.verifiedAt = now() - verifiedMinutesAgo * 60_000;
    return this.#viewSession(session);
  }

  /** The active sessions, of one user or of all. */
  sessions(identifier?: string): readonly SessionView[] {
    const { state } = this.#core;
    const userId = identifier === undefined ? undefined : this.#find(identifier).id;
    const all = [...state.sessions.values()].filter((session) => state.isActive(session));
    return all
      .filter((session) => userId === undefined || session.userId === userId)
      .map((session) => this.#viewSession(session));
  }

  /** Ends a session, as from another device. */
  endSession(id: string): void {
    const session = this.#core.state.sessions.get(id);
    if (session === undefined) throw new NotFoundError(`There is no session ${id}.`);
    this.#core.state.endSession(session, 'revoked');
  }

  #find(identifier: string): StoredUser {
    const user = this.#core.state.findUser(identifier);
    if (user === undefined) throw new NotFoundError(`There is no user ${identifier}.`);
    return user;
  }

  #checkIdentifiers({ email, username, phoneNumber }: SeedUser, user: StoredUser): void {
    const emails = typeof email === 'string' ? [email] : (email ?? []);
    for (const identifier of [...emails, username, phoneNumber]) {
      if (identifier === undefined) continue;
      if (identifier.trim() === '') throw new TypeError('An email, username or phoneNumber must not be empty.');
      const holder = this.#core.state.findUser(identifier);
      if (holder !== undefined && holder !== user) throw new TypeError(`There is a user ${identifier} already.`);
    }
  }

  #write(user: StoredUser, change: SeedUser): void {
    const { random, now, state, settings } = this.#core;
    if (change.email !== undefined) {
      const addresses = typeof change.email === 'string' ? [change.email] : change.email;
      user.emails = addresses.map(
        (address) => user.emails.find((one) => one.address === address) ?? { id: makeId(random, 'idn'), address },
      );
    }
    user.username = change.username ?? user.username;
    user.phoneNumber = change.phoneNumber ?? user.phoneNumber;
    user.firstName = change.firstName ?? user.firstName;
    user.lastName = change.lastName ?? user.lastName;
    user.banned = change.banned ?? user.banned;
    user.deactivated = change.deactivated ?? user.deactivated;
    user.publicMetadata = change.publicMetadata ?? user.publicMetadata;
    user.unsafeMetadata = change.unsafeMetadata ?? user.unsafeMetadata;
    if (change.externalId !== undefined) user.externalId = change.externalId;
    if (change.password !== undefined) {
      user.password = change.password === null ? null : storePassword(change.password, random);
      user.passwordLastUpdatedAt = change.password === null ? null : now();
    }
    if (change.locked === true) state.lockUser(user, settings.lockout);
    if (change.locked === false) {
      user.lock = null;
      user.failedAttempts = 0;
    }
  }

  #view(user: StoredUser): UserView {
    const { state } = this.#core;
    return {
      id: user.id,
      emails: user.emails.map(({ address }) => address),
      username: user.username,
      phoneNumber: user.phoneNumber,
      firstName: user.firstName,
      lastName: user.lastName,
      hasPassword: user.password !== null,
      passwordLastUpdatedAt: user.passwordLastUpdatedAt,
      banned: user.banned,
      deactivated: user.deactivated,
      locked: state.isLocked(user),
      lockedForSeconds: state.lockedForSeconds(user) ?? null,
      failedAttempts: user.failedAttempts,
      externalId: user.externalId,
    };
  }

  #viewSession(session: StoredSession): SessionView {
    return {
      id: session.id,
      status: session.status,
      userId: session.userId,
      clientId: session.clientId,
      token: this.#core.state.clients.get(session.clientId)?.token ?? '',
      verifiedAt: session.verifiedAt,
      createdAt: session.createdAt,
      expireAt: session.expireAt,
    };
  }
}
