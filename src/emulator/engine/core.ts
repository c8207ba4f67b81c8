/** The inside of one emulator. Nothing here is shared between two of them. */
import type { Settings } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import type { Random } from '../state/random.ts';
import type { Attempts, StoredSession, StoredUser } from '../state/records.ts';
import { State } from '../state/state.ts';
import type { TokenSigner } from './answer/tokens.ts';
import { ForcedAnswers } from './forced.ts';
import { Handshakes } from './handshakes.ts';
import { SignInTokens } from './sign-in-tokens.ts';

const NOTICES_KEPT = 1_000;

/**
 * Everything that a reset replaces, as one object: a request belongs to the world that it began in, so that what is still under way
 * at a reset ends in the old one and leaves no trace in the new.
 */
export class World {
  readonly state: State;
  settings: Settings;
  /** Milliseconds that the clock was moved forward. */
  ahead = 0;
  /** The time, in whole Unix milliseconds whatever the clock counts in: the contract's times are integers. */
  readonly now: () => number;
  readonly forced = new ForcedAnswers();
  readonly handshakes = new Handshakes();
  readonly signInTokens = new SignInTokens();
  /** Sessions that a token was asked for: responses to their clients bring a new one. */
  readonly haveTokens = new WeakSet<StoredSession>();
  readonly outbox: Notice[] = [];
  /** How many notices there ever were; the outbox keeps the last ones. */
  notices = 0;
  /** The rate limit's count for callers without a client. */
  anonymousAttempts: Attempts = { windowStart: 0, count: 0 };

  constructor(settings: Settings, { clock, random }: Pick<Core, 'clock' | 'random'>) {
    this.settings = settings;
    this.now = () => Math.floor(clock() + this.ahead);
    this.state = new State(this.now, random);
  }

  /** Says that a password was set, changed or removed. */
  notify(kind: Exclude<Notice['kind'], 'verification_code'>, user: StoredUser): void {
    this.keepNotice({ kind, userId: user.id, to: user.emails[0]?.address ?? null, at: this.now() });
  }

  sendCode(user: StoredUser, to: string | null, code: string): void {
    this.keepNotice({ kind: 'verification_code', userId: user.id, to, at: this.now(), code });
  }

  keepNotice(notice: Notice): void {
    this.notices++;
    this.outbox.push(notice);
    if (this.outbox.length > NOTICES_KEPT) this.outbox.shift();
  }
}

export interface Core {
  world: World;
  /** In Unix milliseconds, before it is moved forward. */
  readonly clock: () => number;
  readonly random: Random;
  readonly signer: TokenSigner;
  /** Told of each defect that is answered with a 500. */
  readonly onError: (error: unknown) => void;
}
