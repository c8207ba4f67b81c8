/** What one emulator consists of inside. Nothing here is shared between two of them. */

import type { Settings } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import type { Random } from '../state/random.ts';
import type { State, StoredUser } from '../state/state.ts';
import type { TokenSigner } from './answer/tokens.ts';
import type { ForcedAnswers } from './forced.ts';

const NOTICES_KEPT = 1_000;

export class Core {
  settings: Settings;
  state: State;
  readonly now: () => number;
  readonly random: Random;
  readonly forced: ForcedAnswers;
  readonly signer: TokenSigner;
  outbox: Notice[] = [];
  /** What the rate limit counts for callers without a client. */
  anonymousAttempts = { windowStart: 0, count: 0 };

  constructor(parts: Pick<Core, 'settings' | 'state' | 'now' | 'random' | 'forced' | 'signer'>) {
    this.settings = parts.settings;
    this.state = parts.state;
    this.now = parts.now;
    this.random = parts.random;
    this.forced = parts.forced;
    this.signer = parts.signer;
  }

  notify(kind: Notice['kind'], user: StoredUser): void {
    this.outbox.push({ kind, userId: user.id, to: user.emails[0]?.address ?? null, at: this.now() });
    if (this.outbox.length > NOTICES_KEPT) this.outbox.shift();
  }
}
