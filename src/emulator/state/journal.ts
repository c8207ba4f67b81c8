/** Which records have changed since they were last written to a state file, as they were before. Off until somebody keeps the state. */
import type { StoredClient, StoredUser } from './records.ts';

export class Journal {
  #isOn = false;
  readonly #users = new Map<string, StoredUser | undefined>();
  readonly #clients = new Map<string, StoredClient | undefined>();

  /** By id; undefined for a user who was not there before. */
  get users(): ReadonlyMap<string, StoredUser | undefined> {
    return this.#users;
  }

  get clients(): ReadonlyMap<string, StoredClient | undefined> {
    return this.#clients;
  }

  /** Begins anew. */
  start(): void {
    this.#isOn = true;
    this.#users.clear();
    this.#clients.clear();
  }

  /** To be called before a user is changed. */
  user(id: string, before: StoredUser | undefined): void {
    if (!this.#isOn || this.#users.has(id)) return;
    this.#users.set(id, before && { ...before });
  }

  /** To be called before a client or one of its sessions is changed. */
  client(id: string, before: StoredClient | undefined): void {
    if (!this.#isOn || this.#clients.has(id)) return;
    this.#clients.set(id, before && { ...before, sessions: before.sessions.map((session) => ({ ...session })) });
  }
}
