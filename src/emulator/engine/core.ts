/** What one emulator consists of inside. Nothing here is shared between two of them. */

import type { Settings } from '../setup/settings.ts';
import type { Random } from '../state/random.ts';
import type { State, StoredUser } from '../state/state.ts';
import type { Resources } from './answer/resources.ts';
import type { TokenSigner } from './answer/tokens.ts';
import type { ForcedAnswers } from './forced.ts';

/** A notice that a real server would have sent by e-mail. */
export interface Notice {
  readonly kind: 'password_set' | 'password_changed' | 'password_removed';
  readonly userId: string;
  /** The primary e-mail address, or null where there is none. */
  readonly to: string | null;
  /** Unix milliseconds. */
  readonly at: number;
}

const NOTICES_KEPT = 1_000;

export class Core {
  settings: Settings;
  state: State;
  readonly now: () => number;
  readonly random: Random;
  readonly resources: () => Resources;
  readonly forced: ForcedAnswers;
  readonly signer: TokenSigner;
  outbox: Notice[] = [];
  /** What the rate limit counts for callers without a client. */
  anonymousAttempts = { windowStart: 0, count: 0 };
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(parts: Pick<Core, 'settings' | 'state' | 'now' | 'random' | 'resources' | 'forced' | 'signer'>) {
    this.settings = parts.settings;
    this.state = parts.state;
    this.now = parts.now;
    this.random = parts.random;
    this.resources = parts.resources;
    this.forced = parts.forced;
    this.signer = parts.signer;
  }

  /**
   * Runs a task after those that began before for the same user: of two changes of one password the second sees the first.
   * Where nobody waits it begins at once, and what it refuses before it awaits anything is thrown at once.
   */
  inTurn<Result>(user: StoredUser, task: () => Result | Promise<Result>): Result | Promise<Result> {
    const before = this.#queues.get(user.id);
    const run = before === undefined ? task() : before.then(task, task);
    if (!(run instanceof Promise)) return run;
    this.#queues.set(user.id, run);
    return run.finally(() => {
      if (this.#queues.get(user.id) === run) this.#queues.delete(user.id);
    });
  }

  notify(kind: Notice['kind'], user: StoredUser): void {
    this.outbox.push({ kind, userId: user.id, to: user.emails[0]?.address ?? null, at: this.now() });
    if (this.outbox.length > NOTICES_KEPT) this.outbox.shift();
  }
}
