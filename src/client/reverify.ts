/** Carries out a reverification. A chunk of its own, so that only pages on which the server requires one load it. */
import {
  attemptSessionVerification,
  prepareSessionVerification,
  startSessionVerification,
} from '../../generated/session-operations.ts';
import type { Call } from './call.ts';
import { ClerkCallError } from './errors.ts';
import { fromWire } from './from-wire.ts';
import { type Limits, type Shared, shared, within } from './limits.ts';
import { type CallOptions, check } from './options.ts';
import type { OnReverification, Reverification } from './reverification.ts';
import type { Input } from './transport.ts';

type CodeStrategy = 'email_code' | 'phone_code';
const isCode = (strategy: string): strategy is CodeStrategy => strategy === 'email_code' || strategy === 'phone_code';

export interface Reverifications {
  /** How many of that session were done. */
  done(session: string): number;
  /** Waits for one more than `done`: one reverification of a session serves all calls that wait for it. */
  join(session: string, done: number, signal: AbortSignal | undefined): Promise<void>;
}

/** @param limits Makes the limits of one request: how long the person takes is not counted. */
export function createReverifications(
  call: Call,
  ask: OnReverification,
  limits: (options: CallOptions) => Limits,
): Reverifications {
  const sessions = new Map<string, { readonly work: Shared<void>; done: number }>();
  const add = (session: string) => {
    const work = shared(async (signal) => {
      await reverify(call, ask, session, () => limits({ signal }));
      made.done++;
    });
    const made = { work, done: 0 };
    sessions.set(session, made);
    return made;
  };
  return {
    done: (session) => sessions.get(session)?.done ?? 0,
    async join(session, done, signal) {
      const made = sessions.get(session) ?? add(session);
      if (made.done === done) await made.work.join({ signal });
    },
  };
}

/** Starts a reverification and waits until the person has done it; rejects if they have not. */
async function reverify(call: Call, ask: OnReverification, session: string, limits: () => Limits): Promise<void> {
  const path = { session_id: session };
  const { data } = await call('step', startSessionVerification, { path, body: { level: 'first_factor' } }, limits());
  let verified = false;
  const attempt = async (body: Input<'attemptSessionVerification'>['body']): Promise<void> => {
    const { data } = await call('step', attemptSessionVerification, { path, body }, limits());
    if (data.response.status !== 'complete') throw new ClerkCallError('incomplete');
    verified = true;
  };
  const { level, supported_first_factors } = data.response;
  const factors = supported_first_factors ?? [];
  let sent: CodeStrategy = 'email_code';
  const reverification: Omit<Reverification, 'signal'> = {
    level,
    strategies: fromWire(factors),
    async verifyWithPassword(password) {
      check('verifyWithPassword', { password }, { password: 'string' });
      await attempt({ strategy: 'password', password });
    },
    async sendCode(wanted) {
      const factor = factors.find(({ strategy }) => (wanted ? strategy === wanted : isCode(strategy)));
      if (!factor || !isCode(factor.strategy)) throw new TypeError('sendCode: the server offers no such code.');
      const { strategy, email_address_id, phone_number_id, safe_identifier } = factor;
      const body = { strategy, email_address_id, phone_number_id };
      await call('step', prepareSessionVerification, { path, body }, limits());
      sent = strategy;
      return safe_identifier;
    },
    async verifyWithCode(code) {
      check('verifyWithCode', { code }, { code: 'string' });
      await attempt({ strategy: sent, code });
    },
  };
  try {
    // A person may take their time; only the signals of all who wait end it.
    await within({ signal: limits().signal }, async (signal) => ask({ ...reverification, signal }));
  } catch (cause) {
    // By their mark: this part can belong to another copy of this package.
    if (Object(cause).clerkError) throw cause;
    throw new ClerkCallError('reverification-cancelled', { cause });
  }
  if (!verified) throw new ClerkCallError('reverification-cancelled');
}
