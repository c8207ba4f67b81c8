/** Reading and writing users and sessions from outside, as an administrator would. Passwords go in and never come out. */
import type { components } from '../../../generated/emulator/schema.ts';
import type { Core } from '../engine/core.ts';
import { count, LIMITS, metadataProblem } from '../setup/limits.ts';
import type { Seed, SeedSession, SeedUser } from '../setup/seed.ts';
import { storePassword } from '../state/password-hash.ts';
import { makeId } from '../state/random.ts';
import type { StoredSession, StoredUser } from '../state/records.ts';

/** A user as it is shown to whoever runs the emulator. */
export type UserView = components['schemas']['User'];
export type SessionView = components['schemas']['Session'];

/** A user or session that is asked for does not exist. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

function checkMetadata(name: string, value: unknown): void {
  const wanted = value === undefined ? undefined : metadataProblem(value);
  if (wanted !== undefined) throw new TypeError(`"${name}" has to be ${wanted}.`);
}

export class Accounts {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Number of users. */
  get count(): number {
    return this.#core.world.state.users.size;
  }

  /** Returns all users, or the first ones up to that number. */
  list(most = Number.POSITIVE_INFINITY): readonly UserView[] {
    const found: UserView[] = [];
    for (const user of this.#core.world.state.users.all()) {
      if (found.length >= most) break;
      found.push(this.#view(user));
    }
    return found;
  }

  /** Returns the user with that email address, username, phone number or id, or undefined. */
  get(identifier: string): UserView | undefined {
    const user = this.#core.world.state.users.find(identifier);
    return user === undefined ? undefined : this.#view(user);
  }

  /**
   * Adds a user.
   *
   * @throws {TypeError} An identifier is taken, or the user has none.
   */
  create(seed: SeedUser): UserView {
    return this.#view(this.#add(seed));
  }

  /**
   * Fills an empty state, with nothing shown of it.
   *
   * @internal
   */
  *fill({ users = [], sessions = [] }: Seed): Generator<void> {
    for (const user of users) yield void this.#add(user);
    for (const session of sessions) yield void this.#startSession(session);
  }

  #add(seed: SeedUser): StoredUser {
    const { world, random } = this.#core;
    const { users } = world.state;
    const at = world.now();
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
    // Also where it is the username of another: either could be meant by it.
    if (seed.id !== undefined && users.find(seed.id) !== undefined)
      throw new TypeError(`There is a user ${seed.id} already.`);
    if (users.size >= LIMITS.users) throw new TypeError(`There are ${count(LIMITS.users)} users already: delete some.`);
    this.#check(seed, user);
    if (seed.email === undefined && seed.username === undefined && seed.phoneNumber === undefined) {
      throw new TypeError('A user needs an email, a username or a phoneNumber to sign in with.');
    }
    const written = this.#written(user, seed);
    users.add(written);
    if (seed.locked === true) users.lock(written, world.settings.lockout);
    return written;
  }

  /** Changes the given parts of a user. `password: null` removes the password; `locked: false` unlocks. Signs nobody out. */
  update(identifier: string, change: Omit<SeedUser, 'id'>): UserView {
    const user = this.#find(identifier);
    this.#check(change, user);
    const { users } = this.#core.world.state;
    users.change(user, { ...this.#written(user, change), updatedAt: this.#core.world.now() });
    if (change.locked === true) users.lock(user, this.#core.world.settings.lockout);
    if (change.locked === false) users.unlock(user);
    return this.#view(user);
  }

  /** Deletes a user and ends their sessions. */
  delete(identifier: string): void {
    this.#core.world.state.deleteUser(this.#find(identifier));
  }

  /** Signs a user in without a form. The token then works as development token, cookie value and bearer token. */
  signIn(seed: SeedSession): SessionView {
    return this.#viewSession(this.#startSession(seed));
  }

  #startSession({ user: identifier, id, token, verifiedMinutesAgo = 0 }: SeedSession): StoredSession {
    const { world, random } = this.#core;
    const { state } = world;
    const user = this.#find(identifier);
    if (id !== undefined && state.clients.session(id) !== undefined)
      throw new TypeError(`There is a session ${id} already.`);
    const secret = token ?? makeId(random, 'dvb');
    const known = state.clients.byToken(secret);
    if (known === undefined && state.clients.kept >= LIMITS.keptClients) {
      throw new TypeError(
        `There are ${count(LIMITS.keptClients)} clients already: give "token" one that is known, or reset.`,
      );
    }
    // On one client a user has one session: with another id, whoever asks for that one would never find it.
    const own = known && state.activeSessions(known).find(({ userId }) => userId === user.id);
    if (own !== undefined && id !== undefined) {
      throw new TypeError(
        `${identifier} has the session ${own.id} on this token already: give the session ${id} another token.`,
      );
    }
    const client = known ?? state.clients.create(secret, true);
    const session = state.startSession(client, user, user.password === null ? 'email_code' : 'password', id);
    state.clients.changeSession(session, { verifiedAt: world.now() - verifiedMinutesAgo * 60_000 });
    return session;
  }

  /** Returns the active sessions of one user or of all. */
  sessions(identifier?: string): readonly SessionView[] {
    const { state } = this.#core.world;
    const found = identifier === undefined ? state.allSessions() : state.sessionsOf(this.#find(identifier).id);
    return [...found].map((session) => this.#viewSession(session));
  }

  /** Ends a session, as from another device. */
  endSession(id: string): void {
    const { state } = this.#core.world;
    const session = state.clients.session(id);
    if (session === undefined) throw new NotFoundError(`There is no session ${id}.`);
    state.endSession(session, 'revoked');
  }

  #find(identifier: string): StoredUser {
    const user = this.#core.world.state.users.find(identifier);
    if (user === undefined) throw new NotFoundError(`There is no user ${identifier}.`);
    return user;
  }

  #check({ email, username, phoneNumber, publicMetadata, unsafeMetadata }: SeedUser, user: StoredUser): void {
    checkMetadata('publicMetadata', publicMetadata);
    checkMetadata('unsafeMetadata', unsafeMetadata);
    const emails = typeof email === 'string' ? [email] : (email ?? []);
    for (const identifier of [...emails, username, phoneNumber]) {
      if (identifier === undefined) continue;
      if (identifier.trim() === '') throw new TypeError('An email, username or phoneNumber must not be empty.');
      const holder = this.#core.world.state.users.find(identifier);
      if (holder !== undefined && holder !== user) throw new TypeError(`There is a user ${identifier} already.`);
    }
  }

  /** Returns the user after a change; fields that it leaves out stay. */
  #written(user: StoredUser, change: SeedUser): StoredUser {
    const { random, world } = this.#core;
    const { email, password } = change;
    const addresses = email === undefined ? undefined : typeof email === 'string' ? [email] : email;
    const stored = password === undefined ? user.password : password === null ? null : storePassword(password, random);
    return {
      ...user,
      emails:
        addresses?.map(
          (address, index) =>
            user.emails.find((one) => one.address === address) ?? {
              // The first address of a user whose id was given has an id that can be foretold, as the contract's samples need.
              id:
                index === 0 && user.emails.length === 0 && change.id !== undefined
                  ? change.id.replace(/^(user_)?/, 'idn_')
                  : makeId(random, 'idn'),
              address,
            },
        ) ?? user.emails,
      username: change.username ?? user.username,
      phoneNumber: change.phoneNumber ?? user.phoneNumber,
      firstName: change.firstName ?? user.firstName,
      lastName: change.lastName ?? user.lastName,
      banned: change.banned ?? user.banned,
      deactivated: change.deactivated ?? user.deactivated,
      publicMetadata: change.publicMetadata ?? user.publicMetadata,
      unsafeMetadata: change.unsafeMetadata ?? user.unsafeMetadata,
      externalId: change.externalId === undefined ? user.externalId : change.externalId,
      password: stored,
      passwordLastUpdatedAt: password === undefined ? user.passwordLastUpdatedAt : stored === null ? null : world.now(),
    };
  }

  #view(user: StoredUser): UserView {
    const { users } = this.#core.world.state;
    return {
      id: user.id,
      emails: user.emails.map(({ address }) => address),
      emailIds: user.emails.map(({ id }) => id),
      username: user.username,
      phoneNumber: user.phoneNumber,
      firstName: user.firstName,
      lastName: user.lastName,
      hasPassword: user.password !== null,
      passwordLastUpdatedAt: user.passwordLastUpdatedAt,
      banned: user.banned,
      deactivated: user.deactivated,
      locked: users.isLocked(user),
      lockedForSeconds: users.lockedForSeconds(user) ?? null,
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
      token: this.#core.world.state.clients.get(session.clientId)?.token ?? '',
      verifiedAt: session.verifiedAt,
      createdAt: session.createdAt,
      expireAt: session.expireAt,
    };
  }
}
