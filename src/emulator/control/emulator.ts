/** The emulator: one function from request to response, with its state inside. */

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
  /** Users, sessions and settings to start with; `reset()` restores them. Default: `defaultSeed`, with three users. */
  readonly seed?: Seed | undefined;
  /** Returns the time in Unix milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Returns a number from 0 (included) to 1 (excluded), for identifiers and tokens. Default: a cryptographic one. */
  readonly random?: Random | undefined;
  /** Settings that differ from the default ones. They win over those of the seed. */
  readonly settings?: SettingsChange | undefined;
  /** Called with each error inside the emulator; the request gets a 500. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
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
/** Sets what `reset()` goes back to, and leaves the state as it is. */
export let setSeed: (emulator: Emulator, seed: Seed) => void;

export class Emulator {
  static {
    coreOf = (emulator) => emulator.#core;
    setSeed = (emulator, seed) => {
      emulator.#startsWith = seed;
    };
  }

  /** Users and sessions, as an administrator sees and changes them. */
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

  /** Responds to a request. Takes what `fetch` takes. Rejects with a `TypeError` only if a dropped connection was forced. */
  readonly fetch: Fetch = fetchFrom(this);

  /** Marks the state that a request belongs to. For hosts that read the body first and pass the mark on with the request. */
  begin(): unknown {
    return this.#core.world;
  }

  /** Does the same for hosts with their own kind of request, such as the Node server. Never rejects. */
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer> {
    return handle(this.#core, this.#log, request);
  }

  /** The key that `new Clerk(publishableKey)` takes. */
  get publishableKey(): string {
    return `pk_test_${btoa(`${this.#core.world.settings.frontendApi}$`)}`;
  }

  /** Returns the key that verifies session tokens, in PEM form, for `CLERK_JWT_KEY` or the option `jwtKey`. */
  publicKey(): Promise<string> {
    return this.#core.signer.publicKey();
  }

  /**
   * Restores the seed: users, sessions, settings, clock, request log, outbox and forced responses. Pass a seed to replace it.
   *
   * @throws {TypeError} The seed contradicts itself. Nothing was changed.
   */
  reset(seed: Seed = this.#startsWith): void {
    const { world, accounts } = this.#newWorld(seed);
    for (const _ of accounts.fill(seed));
    this.#enter(world, seed);
  }

  /** Does the same for a large seed without blocking. Until it resolves, requests see the state from before. */
  async resetGradually(seed: Seed = this.#startsWith): Promise<void> {
    const { world, accounts } = this.#newWorld(seed);
    let count = 0;
    for (const _ of accounts.fill(seed))
      if (++count % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    this.#enter(world, seed);
  }

  /** Returns another emulator with the same options and seed. The two share no state. */
  fresh(): Emulator {
    return new Emulator({ ...this.#options, seed: this.#startsWith });
  }

  /** Returns the whole state as JSON. It contains salted hashes and tokens, so keep it private. */
  async snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.#core.world);
  }

  /**
   * Restores a snapshot, and empties the request log and the forced responses.
   *
   * @throws {TypeError} It is not a snapshot of this version. Nothing was changed.
   */
  restore(snapshot: unknown): void {
    if (!isSnapshot(snapshot)) throw new TypeError('This is not a snapshot of an emulator of this version.');
    const world = new World(changeSettings(defaultSettings, snapshot.settings), this.#core);
    restoreWorld(world, structuredClone(snapshot));
    this.#core.world = world;
    this.#log.clear();
  }

  /** The settings, complete. */
  get settings(): Settings {
    return this.#core.world.settings;
  }

  /**
   * Changes settings. What you leave out stays as it is.
   *
   * @returns The settings after the change.
   * @throws {TypeError} A setting is unknown or has a wrong value; the message names it. Nothing was changed.
   */
  configure(change: SettingsChange): Settings {
    this.#core.world.settings = changeSettings(this.#core.world.settings, change);
    return this.#core.world.settings;
  }

  /**
   * Forces the response to the next request for an operation: an error code, any status and body, a delay or a fault. Several wait in
   * a queue.
   *
   * @param operation The contract's operationId, or `*` for any.
   * @returns The id by which `unforce` cancels it.
   * @throws {TypeError} There is no such operation, or 1,000 forced responses wait already.
   */
  force(operation: string, answer: ForcedAnswer): number {
    checkOperation(operation);
    if (this.#core.world.forced.size >= LIMITS.forced) {
      throw new TypeError(`${count(LIMITS.forced)} forced responses wait already: unforce() forgets them.`);
    }
    return this.#core.world.forced.add(operation, answer);
  }

  /**
   * Cancels forced responses: one by its id, those of one operation, or all.
   *
   * @throws {NotFoundError} The response with that id no longer waits.
   * @throws {TypeError} There is no such operation.
   */
  unforce(which?: string | number): void {
    const { forced } = this.#core.world;
    if (typeof which !== 'number') {
      if (which !== undefined) checkOperation(which);
      forced.clear(which);
    } else if (!forced.cancel(which)) throw new NotFoundError(`No forced response ${which} waits.`);
  }

  /** The forced responses that wait. */
  get forced(): readonly Waiting[] {
    return this.#core.world.forced.list();
  }

  /** The emulator's time, in Unix milliseconds. */
  get now(): number {
    return this.#core.world.now();
  }

  /**
   * Moves the clock forward, so that no test has to wait.
   *
   * @throws {TypeError} The number of milliseconds is negative or not finite.
   */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0 && Number.isFinite(milliseconds))) {
      throw new TypeError('The clock only goes forward: give milliseconds of at least 0.');
    }
    this.#core.world.ahead += milliseconds;
  }

  /** The last 1,000 requests, oldest first, without anything typed as a password. */
  get requests(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /** Empties the list of requests. Their numbers go on. */
  forgetRequests(): void {
    this.#log.clear();
  }

  /**
   * Calls the listener after each request.
   *
   * @returns A function that removes the listener.
   */
  onRequest(listener: (request: LoggedRequest) => void): () => void {
    return this.#log.listen(listener);
  }

  /** The last 1,000 notices that a real server would have sent by email or text message, oldest first. */
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
