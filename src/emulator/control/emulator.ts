/** The emulator: one function from request to answer, with its state inside. */

import { TokenSigner } from '../engine/answer/tokens.ts';
import { Core } from '../engine/core.ts';
import { type Fetch, fetchFrom } from '../engine/fetch.ts';
import { type ForcedAnswer, ForcedAnswers } from '../engine/forced.ts';
import { handle } from '../engine/handle.ts';
import { type LoggedRequest, RequestLog } from '../engine/request-log.ts';
import { operations } from '../engine/routes.ts';
import type { WireAnswer, WireRequest } from '../engine/wire.ts';
import { defaultSeed, type Seed } from '../setup/seed.ts';
import { changeSettings, defaultSettings, type Settings, type SettingsChange } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import { makeId, type Random, secureRandom } from '../state/random.ts';
import { isSnapshot, restoreState, type Snapshot, takeSnapshot } from '../state/snapshot.ts';
import { State } from '../state/state.ts';
import { Accounts } from './accounts.ts';

export interface EmulatorOptions {
  /** What it starts with, and comes back to with `reset()`. Default: the three users of `defaultSeed`. */
  readonly seed?: Seed;
  /** The time in Unix milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** Numbers from 0 (included) to 1 (excluded), for identifiers and tokens. Default: cryptographic ones. */
  readonly random?: Random;
  /** Settings that differ from the default ones and from those of the seed. */
  readonly settings?: SettingsChange;
}

function checkOperation(operation: string): void {
  if (operation === '*' || operations.has(operation)) return;
  throw new TypeError(`There is no operation "${operation}". There are: *, ${[...operations].join(', ')}.`);
}

export class Emulator {
  /** Users and sessions, as an administrator sees them. */
  readonly users: Accounts;
  readonly #core: Core;
  readonly #log = new RequestLog();
  readonly #options: EmulatorOptions;
  #startsWith: Seed;
  #ahead = 0;

  constructor(options: EmulatorOptions = {}) {
    this.#options = options;
    this.#startsWith = options.seed ?? defaultSeed;
    const clock = options.now ?? Date.now;
    // Whole milliseconds, whatever the clock counts in: the contract's times are integers.
    const now = (): number => Math.floor(clock() + this.#ahead);
    const random = options.random ?? secureRandom();
    const core: Core = new Core({
      settings: defaultSettings,
      state: new State(now, random),
      now,
      random,
      forced: new ForcedAnswers(),
      signer: new TokenSigner(makeId(random, 'ins')),
    });
    this.#core = core;
    this.users = new Accounts(core);
    this.#seed();
  }

  /** Answers a request. Rejects with a `TypeError`, like `fetch` itself, only where a dropped connection was forced. */
  readonly fetch: Fetch = fetchFrom(this);

  /** The same for hosts with a request form of their own, such as the Node server. Never rejects. */
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer> {
    return handle(this.#core, this.#log, request);
  }

  /** The key that `new Clerk(publishableKey)` takes. */
  get publishableKey(): string {
    return `pk_test_${btoa(`${this.#core.settings.frontendApi}$`)}`;
  }

  /**
   * Goes back to the seed: users, sessions, settings, clock, log, outbox and forced answers. A seed given takes its place.
   * Throws where that one contradicts itself, and then nothing changed.
   */
  reset(seed: Seed = this.#startsWith): void {
    const { state, settings } = this.#core;
    const [startedWith, ahead] = [this.#startsWith, this.#ahead];
    this.#core.state = new State(this.#core.now, this.#core.random);
    this.#startsWith = seed;
    this.#ahead = 0;
    try {
      this.#seed();
    } catch (error) {
      this.#core.state = state;
      this.#core.settings = settings;
      this.#startsWith = startedWith;
      this.#ahead = ahead;
      throw error;
    }
    this.#clear(this.#core.state);
  }

  /** Another emulator with the same options, at the seed in force here. The two know nothing of each other. */
  fresh(): Emulator {
    return new Emulator({ ...this.#options, seed: this.#startsWith });
  }

  #clear(state: State, outbox: readonly Notice[] = []): void {
    this.#core.state = state;
    this.#core.outbox = [...outbox];
    this.#core.forced.clear();
    this.#core.anonymousAttempts = { windowStart: 0, count: 0 };
    this.#log.clear();
  }

  /** The whole state as JSON. Holds salted hashes and tokens, so keep it as private as they are. */
  async snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.#core.state, this.#core.settings, this.#ahead, this.#core.outbox);
  }

  /** Goes back to a snapshot. Log and forced answers begin anew. Throws a `TypeError` if it is none. */
  restore(snapshot: unknown): void {
    if (!isSnapshot(snapshot)) throw new TypeError('This is not a snapshot of an emulator of this version.');
    const settings = changeSettings(defaultSettings, snapshot.settings);
    const state = new State(this.#core.now, this.#core.random);
    restoreState(state, snapshot);
    this.#clear(state, snapshot.outbox);
    this.#ahead = snapshot.ahead;
    this.#core.settings = settings;
  }

  get settings(): Settings {
    return this.#core.settings;
  }

  /** Changes settings; what is left out stays. Throws a `TypeError` that names each one that cannot be. */
  configure(change: SettingsChange): Settings {
    this.#core.settings = changeSettings(this.#core.settings, change);
    return this.#core.settings;
  }

  /**
   * Answers the next request for an operation in another way: with an error code, any status and body, a delay or a fault.
   * Several wait in a queue. The operation is the contract's operationId, or `*` for any.
   */
  force(operation: string, answer: ForcedAnswer): void {
    checkOperation(operation);
    this.#core.forced.add(operation, answer);
  }

  /** Forgets what was forced, for one operation or for all. Throws a `TypeError` if there is no such operation. */
  unforce(operation?: string): void {
    if (operation !== undefined) checkOperation(operation);
    this.#core.forced.clear(operation);
  }

  /** What was forced and waits. */
  get forced(): readonly { readonly operation: string; readonly answer: ForcedAnswer; readonly left: number }[] {
    return this.#core.forced.list();
  }

  /** The time of the emulator, in Unix milliseconds. */
  get now(): number {
    return this.#core.now();
  }

  /** Moves the clock forward by so many milliseconds. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0 && Number.isFinite(milliseconds))) {
      throw new TypeError('The clock only goes forward: give milliseconds of at least 0.');
    }
    this.#ahead += milliseconds;
  }

  /** The last requests, oldest first, without anything typed as a password. */
  get requests(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /** Empties the list of requests; their numbers go on. */
  forgetRequests(): void {
    this.#log.clear();
  }

  /** Calls the listener after each request. Answers a function that ends it. */
  onRequest(listener: (request: LoggedRequest) => void): () => void {
    return this.#log.listen(listener);
  }

  /** Notices that a real server would have sent, oldest first. */
  get outbox(): readonly Notice[] {
    return this.#core.outbox;
  }

  #seed(): void {
    const { settings = {} } = this.#options;
    const seed = this.#startsWith;
    this.#core.settings = changeSettings(changeSettings(defaultSettings, seed.settings ?? {}), settings);
    for (const user of seed.users ?? []) this.users.create(user);
    for (const session of seed.sessions ?? []) this.users.signIn(session);
  }
}

export const createEmulator = (options?: EmulatorOptions): Emulator => new Emulator(options);
