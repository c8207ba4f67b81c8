/** What one emulator consists of inside. Nothing here is shared between two of them. */
import type { Settings } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import type { Random } from '../state/random.ts';
import type { Attempts, StoredUser } from '../state/records.ts';
import { State } from '../state/state.ts';
import type { TokenSigner } from './answer/tokens.ts';
import { ForcedAnswers } from './forced.ts';

const NOTICES_KEPT = 1_000;

/**
 * Everything that a reset replaces, as one object: a request belongs to the world that it began in, so that what is still under way
 * at a reset ends in the old one and leaves no trace in the new.
 */
export class World {
  readonly state: State;
  settings: Settings;
  readonly forced = new ForcedAnswers();
  readonly outbox: Notice[] = [];
  /** What the rate limit counts for callers without a client. */
  anonymousAttempts: Attempts = { windowStart: 0, count: 0 };
  readonly #now: () => number;

  constructor(settings: Settings, now: () => number, random: Random, outbox: readonly Notice[] = []) {
    this.settings = settings;
    this.state = new State(now, random);
    this.outbox.push(...outbox);
    this.#now = now;
  }

  notify(kind: Notice['kind'], user: StoredUser): void {
    this.outbox.push({ kind, userId: user.id, to: user.emails[0]?.address ?? null, at: this.#now() });
    if (this.outbox.length > NOTICES_KEPT) this.outbox.shift();
  }
}

export interface Core {
  world: World;
  readonly now: () => number;
  readonly random: Random;
  readonly signer: TokenSigner;
}
