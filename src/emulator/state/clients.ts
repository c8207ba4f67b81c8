/** The clients of an instance, each known by its token: those that seeds and tests made are kept, the others come and go. */
import type { Journal } from './journal.ts';
import { makeId, type Random } from './random.ts';
import { type StoredClient, type StoredSession, write } from './records.ts';

/** Clients that requests can make. Beyond, one is forgotten: without a session if there is one, else the least recently used. */
export const CLIENTS_REMEMBERED = 1_000;

export class Clients {
  readonly #byId = new Map<string, StoredClient>();
  readonly #byToken = new Map<string, StoredClient>();
  readonly #sessions = new Map<string, StoredSession>();
  /** Clients that may be forgotten, the least recently used first: those without a session, and the others. */
  readonly #idle = new Set<StoredClient>();
  readonly #busy = new Set<StoredClient>();
  readonly #now: () => number;
  readonly #random: Random;
  readonly #journal: Journal;
  readonly #onForgotten: (session: StoredSession) => void;

  constructor(now: () => number, random: Random, journal: Journal, onForgotten: (session: StoredSession) => void) {
    this.#now = now;
    this.#random = random;
    this.#journal = journal;
    this.#onForgotten = onForgotten;
  }

  /** How many are kept whatever comes. */
  get kept(): number {
    return this.#byId.size - this.#idle.size - this.#busy.size;
  }

  all(): IterableIterator<StoredClient> {
    return this.#byId.values();
  }

  get(id: string): StoredClient | undefined {
    return this.#byId.get(id);
  }

  byToken(token: string): StoredClient | undefined {
    return this.#byToken.get(token);
  }

  session(id: string): StoredSession | undefined {
    return this.#sessions.get(id);
  }

  create(token: string, kept = false): StoredClient {
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
    if (!kept && this.#idle.size + this.#busy.size >= CLIENTS_REMEMBERED) this.#forgetOne();
    this.add(client);
    return client;
  }

  add(client: StoredClient): void {
    this.#journal.client(client.id, undefined);
    this.#byId.set(client.id, client);
    this.#byToken.set(client.token, client);
    for (const session of client.sessions) this.#sessions.set(session.id, session);
    this.#use(client);
  }

  change(client: StoredClient, change: Partial<Omit<StoredClient, 'id' | 'token' | 'kept' | 'sessions'>>): void {
    this.#journal.client(client.id, client);
    write(client, change);
    if (change.updatedAt !== undefined) this.#use(client);
  }

  addSession(client: StoredClient, session: StoredSession): void {
    this.#journal.client(client.id, client);
    write(client, { sessions: [...client.sessions, session] });
    this.#sessions.set(session.id, session);
    this.#use(client);
  }

  changeSession(session: StoredSession, change: Partial<Omit<StoredSession, 'id' | 'clientId' | 'userId'>>): void {
    const client = this.#byId.get(session.clientId);
    if (client !== undefined) this.#journal.client(client.id, client);
    write(session, change);
    if (client !== undefined && change.status !== undefined) this.#use(client);
  }

  removeSession(client: StoredClient, session: StoredSession): void {
    this.#journal.client(client.id, client);
    write(client, { sessions: client.sessions.filter((one) => one !== session) });
    this.#sessions.delete(session.id);
  }

  /** Marks as the most recently used. */
  #use(client: StoredClient): void {
    if (client.kept) return;
    const isBusy = client.sessions.some(({ status }) => status === 'active');
    (isBusy ? this.#idle : this.#busy).delete(client);
    const own = isBusy ? this.#busy : this.#idle;
    own.delete(client);
    own.add(client);
  }

  #forgetOne(): void {
    const [client] = this.#idle.size > 0 ? this.#idle : this.#busy;
    if (client !== undefined) this.remove(client);
  }

  /** Writes a client as it once was over what it is now. */
  replace(client: StoredClient, before: StoredClient): void {
    for (const session of client.sessions) this.#sessions.delete(session.id);
    write(client, before);
    for (const session of client.sessions) this.#sessions.set(session.id, session);
  }

  remove(client: StoredClient): void {
    this.#journal.client(client.id, client);
    this.#idle.delete(client);
    this.#busy.delete(client);
    this.#byId.delete(client.id);
    this.#byToken.delete(client.token);
    for (const session of client.sessions) {
      this.#sessions.delete(session.id);
      this.#onForgotten(session);
    }
  }
}
