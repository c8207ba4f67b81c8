/** The users of an instance, found by id or by anything that they sign in with. */
import type { LockoutSettings } from '../setup/settings.ts';
import type { Journal } from './journal.ts';
import { type StoredUser, write } from './records.ts';

/** Everything that a user signs in with, as it is compared: email addresses and usernames in any case, phone numbers as they are. */
export const identifiersOf = ({ emails, username, phoneNumber }: StoredUser): readonly string[] => {
  const found = emails.map(({ address }) => address.toLowerCase());
  if (username !== null) found.push(username.toLowerCase());
  if (phoneNumber !== null) found.push(phoneNumber);
  return found;
};

export class Users {
  readonly #byId = new Map<string, StoredUser>();
  readonly #byIdentifier = new Map<string, StoredUser>();
  readonly #now: () => number;
  readonly #journal: Journal;

  constructor(now: () => number, journal: Journal) {
    this.#now = now;
    this.#journal = journal;
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): IterableIterator<StoredUser> {
    return this.#byId.values();
  }

  get(id: string): StoredUser | undefined {
    return this.#byId.get(id);
  }

  /** The user with an id, or known by an identifier. */
  find(idOrIdentifier: string): StoredUser | undefined {
    return this.#byId.get(idOrIdentifier) ?? this.findByIdentifier(idOrIdentifier);
  }

  findByIdentifier(identifier: string): StoredUser | undefined {
    return this.#byIdentifier.get(identifier.trim().toLowerCase());
  }

  add(user: StoredUser): void {
    this.#journal.user(user.id, undefined);
    this.#byId.set(user.id, user);
    for (const identifier of identifiersOf(user)) this.#byIdentifier.set(identifier, user);
  }

  change(user: StoredUser, change: Partial<Omit<StoredUser, 'id'>>): void {
    this.#journal.user(user.id, user);
    const isRenamed = change.emails !== undefined || change.username !== undefined || change.phoneNumber !== undefined;
    if (isRenamed) this.#forgetNames(user);
    write(user, change);
    if (isRenamed) for (const identifier of identifiersOf(user)) this.#byIdentifier.set(identifier, user);
  }

  remove(user: StoredUser): void {
    this.#journal.user(user.id, user);
    this.#byId.delete(user.id);
    this.#forgetNames(user);
  }

  /** Those that have gone to somebody else stay. */
  #forgetNames(user: StoredUser): void {
    for (const identifier of identifiersOf(user)) {
      if (this.#byIdentifier.get(identifier) === user) this.#byIdentifier.delete(identifier);
    }
  }

  /** Whether the account is locked now. Opens a lock whose time is over. */
  isLocked(user: StoredUser): boolean {
    if (user.lock !== null && user.lock.until !== null && user.lock.until <= this.#now()) this.unlock(user);
    return user.lock !== null;
  }

  /** Seconds until the lock opens by itself; undefined if it never does or there is none. */
  lockedForSeconds(user: StoredUser): number | undefined {
    if (!this.isLocked(user) || user.lock === null || user.lock.until === null) return undefined;
    return Math.ceil((user.lock.until - this.#now()) / 1000);
  }

  lock(user: StoredUser, { seconds }: LockoutSettings): void {
    this.change(user, { lock: { until: seconds === null ? null : this.#now() + seconds * 1000 } });
  }

  unlock(user: StoredUser): void {
    this.change(user, { lock: null, failedAttempts: 0 });
  }

  /** Counts a wrong password; the last one that is allowed locks the account. */
  countFailure(user: StoredUser, lockout: LockoutSettings): void {
    this.change(user, { failedAttempts: user.failedAttempts + 1 });
    if (lockout.attempts !== null && user.failedAttempts >= lockout.attempts) this.lock(user, lockout);
  }

  /** Forgets wrong passwords after a right one. */
  clearFailures(user: StoredUser): void {
    if (user.failedAttempts !== 0) this.change(user, { failedAttempts: 0 });
  }
}
