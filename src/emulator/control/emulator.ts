/** The emulator: one function from request to answer, with its state inside. */

import { TokenSigner } from '../engine/answer/tokens.ts';
import { type Core, World } from '../engine/core.ts';
import { type Fetch, fetchFrom } from '../engine/fetch.ts';
import type { ForcedAnswer, Waiting } from '../engine/forced.ts';
import { handle } from '../engine/handle.ts';
import { type LoggedRequest, RequestLog } from '../engine/request-log.ts';
import { operations } from '../engine/routes.ts';
import { isSnapshot, restoreWorld, type Snapshot, takeSnapshot } from '../engine/snapshot.ts';
import type { WireAnswer, WireRequest } from '../engine/wire.ts';
import { count, LIMITS } from '../setup/limits.ts';
import { defaultSeed, type Seed } from '../setup/seed.ts';
import { changeSettings, defaultSettings, type Settings, type SettingsChange } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import { makeId, type Random, secureRandom } from '../state/random.ts';
import { Accounts, NotFoundError } from './accounts.ts';

export interface EmulatorOptions {
  /** What it starts with, and comes back to with `reset()`. Default: the three users of `defaultSeed`. */
  readonly seed?: Seed;
  /** The time in Unix milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** Numbers from 0 (included) to 1 (excluded), for identifiers and tokens. Default: cryptographic ones. */
  readonly random?: Random;
  /** Settings that differ from the default ones and from those of the seed. */
  readonly settings?: SettingsChange;
  /** Called with each error inside the emulator that a request is answered 500 for. Default: `console.error`. */
  readonly onError?: (error: unknown) => void;
}

/** Users and sessions that a gradual reset makes in one go. */
const AT_ONCE = 500;

/** The request is answered whatever becomes of telling. */
const tell =
  (onError: NonNullable<EmulatorOptions['onError']>) =>
  (error: unknown): void => {
    try {
      onError(error);
    } catch {}
  };

const toConsole = (error: unknown): void => console.error('The emulator failed inside:', error);

function checkOperation(operation: string): void {
  if (operation === '*' || operations.has(operation)) return;
  throw new TypeError(`There is no operation "${operation}". There are: *, ${[...operations].join(', ')}.`);
}

/** The inside of an emulator, for those that keep its state. */
export let coreOf: (emulator: Emulator) => Core;

export class Emulator {
  static {
    coreOf = (emulator) => emulator.#core;
  }

  /** Users and sessions, as an administrator sees them. */
  readonly users: Accounts;
  readonly #core: Core;
  readonly #log = new RequestLog();
  readonly #options: EmulatorOptions;
  #startsWith: Seed;

  constructor(options: EmulatorOptions = {}) {
    this.#options = options;
    this.#startsWith = options.seed ?? defaultSeed;
    const clock = options.now ?? Date.now;
    const random = options.random ?? secureRandom();
    const world = new World(defaultSettings, { clock, random });
    const onError = tell(options.onError ?? toConsole);
    this.#core = { world, clock, random, signer: new TokenSigner(makeId(random, 'ins')), onError };
    this.users = new Accounts(this.#core);
    this.reset();
  }

  /** Answers a request. Rejects with a `TypeError`, like `fetch` itself, only where a dropped connection was forced. */
  readonly fetch: Fetch = fetchFrom(this);

  /** What a request that begins now belongs to; for hosts that hand it on with the request once the body is there. */
  begin(): unknown {
    return this.#core.world;
  }

  /** The same for hosts with a request form of their own, such as the Node server. Never rejects. */
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer> {
    return handle(this.#core, this.#log, request);
  }

  /** The key that `new Clerk(publishableKey)` takes. */
  get publishableKey(): string {
    return `pk_test_${btoa(`${this.#core.world.settings.frontendApi}$`)}`;
  }

  /** The key that session tokens are verified with, in PEM form, as `CLERK_JWT_KEY` or the option `jwtKey` takes it. */
  publicKey(): Promise<string> {
    return this.#core.signer.publicKey();
  }

  /**
   * Goes back to the seed: users, sessions, settings, clock, log, outbox and forced answers. A seed given takes its place.
   * Throws where that one contradicts itself, and then nothing changed.
   */
  reset(seed: Seed = this.#startsWith): void {
    const { world, accounts } = this.#newWorld(seed);
    for (const _ of accounts.fill(seed));
    this.#enter(world, seed);
  }

  /** The same for a large seed: other work goes on meanwhile, and requests see the state before until the new one is whole. */
  async resetGradually(seed: Seed = this.#startsWith): Promise<void> {
    const { world, accounts } = this.#newWorld(seed);
    let count = 0;
    for (const _ of accounts.fill(seed))
      if (++count % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    this.#enter(world, seed);
  }

  /** Another emulator with the same options, at the seed in force here. The two know nothing of each other. */
  fresh(): Emulator {
    return new Emulator({ ...this.#options, seed: this.#startsWith });
  }

  /** The whole state as JSON. Holds salted hashes and tokens, so keep it as private as they are. */
  async snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.#core.world);
  }

  /** Goes back to a snapshot. Log and forced answers begin anew. Throws a `TypeError` if it is none. */
  restore(snapshot: unknown): void {
    if (!isSnapshot(snapshot)) throw new TypeError('This is not a snapshot of an emulator of this version.');
    const world = new World(changeSettings(defaultSettings, snapshot.settings), this.#core);
    restoreWorld(world, structuredClone(snapshot));
    this.#core.world = world;
    this.#log.clear();
  }

  get settings(): Settings {
    return this.#core.world.settings;
  }

  /** Changes settings; what is left out stays. Throws a `TypeError` that names each one that cannot be. */
  configure(change: SettingsChange): Settings {
    this.#core.world.settings = changeSettings(this.#core.world.settings, change);
    return this.#core.world.settings;
  }

  /**
   * Answers the next request for an operation in another way: with an error code, any status and body, a delay or a fault.
   * Several wait in a queue. The operation is the contract's operationId, or `*` for any. Returns what `unforce` cancels it by.
   */
  force(operation: string, answer: ForcedAnswer): number {
    checkOperation(operation);
    if (this.#core.world.forced.size >= LIMITS.forced) {
      throw new TypeError(`${count(LIMITS.forced)} forced responses wait already: unforce() forgets them.`);
    }
    return this.#core.world.forced.add(operation, answer);
  }

  /**
   * Cancels what was forced: one response by its id, those of one operation, or all. Throws a `NotFoundError` if the response no
   * longer waits, a `TypeError` if there is no such operation.
   */
  unforce(which?: string | number): void {
    const { forced } = this.#core.world;
    if (typeof which !== 'number') {
      if (which !== undefined) checkOperation(which);
      forced.clear(which);
    } else if (!forced.cancel(which)) throw new NotFoundError(`No forced response ${which} waits.`);
  }

  /** What was forced and waits. */
  get forced(): readonly Waiting[] {
    return this.#core.world.forced.list();
  }

  /** The time of the emulator, in Unix milliseconds. */
  get now(): number {
    return this.#core.world.now();
  }

  /** Moves the clock forward by so many milliseconds. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0 && Number.isFinite(milliseconds))) {
      throw new TypeError('The clock only goes forward: give milliseconds of at least 0.');
    }
    this.#core.world.ahead += milliseconds;
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
    return this.#core.world.outbox;
  }

  /** An empty world with the settings of a seed. */
  #newWorld(seed: Seed): { readonly world: World; readonly accounts: Accounts } {
    const ofSeed = changeSettings(defaultSettings, seed.settings ?? {});
    const world = new World(changeSettings(ofSeed, this.#options.settings ?? {}), this.#core);
    return { world, accounts: new Accounts({ ...this.#core, world }) };
  }

  #enter(world: World, seed: Seed): void {
    this.#core.world = world;
    this.#startsWith = seed;
    this.#log.clear();
  }
}

export const createEmulator = (options?: EmulatorOptions): Emulator => new Emulator(options);
