/** Proving again who is there, where the server finds that the last proof is too old. */
import type { Schemas } from '../../generated/client.ts';
import type { Call, Send } from './call.ts';
import { ClerkAPIResponseError, ClerkCallError } from './errors.ts';
import { type FromWire, fromWire } from './from-wire.ts';
import { type Limits, within } from './limits.ts';
import { check } from './options.ts';

/** What `onReverification` is given. */
export interface Reverification {
  /** Which proof the server wants. */
  readonly level: 'first_factor' | 'second_factor' | 'multi_factor' | (string & Record<never, never>);
  /** The ways to give it, for example `password` and `email_code`. */
  readonly strategies: readonly FromWire<Schemas['SignInFactor']>[];
  /**
   * Gives the proof by password. A wrong one rejects with `form_password_incorrect`: ask again as often as you like.
   * Once it has resolved, return: the refused call is then sent again, once.
   */
  readonly verifyWithPassword: (password: string) => Promise<void>;
  /**
   * Sends a code to the user's email address or phone: the first way of that kind that is offered, or the first of either kind.
   *
   * @returns Where it went, partly hidden, if the server says so.
   * @throws {TypeError} No code is offered. Nothing was sent.
   */
  readonly sendCode: (strategy?: 'email_code' | 'phone_code') => Promise<string | undefined>;
  /** Reverifies by the code that was sent. A wrong one rejects; ask again, or send another. Then return, as with the password. */
  readonly verifyWithCode: (code: string) => Promise<void>;
  /** Fires when the call that waits is aborted: close the dialog. */
  readonly signal: AbortSignal;
}

/**
 * Asks the person for a proof. To cancel, return (or throw) without having given it: the call that waits then rejects with a
 * `ClerkCallError` of the reason `reverification-cancelled`, with what was thrown as its cause.
 *
 * @example
 * new Clerk(key, {
 *   onReverification: async ({ verifyWithPassword }) => {
 *     const password = await askForPassword(); // your dialog; undefined when it was closed
 *     if (password !== undefined) await verifyWithPassword(password);
 *   },
 * });
 */
export type OnReverification = (reverification: Reverification) => void | Promise<void>;

type CodeStrategy = 'email_code' | 'phone_code';
const isCode = (strategy: string): strategy is CodeStrategy => strategy === 'email_code' || strategy === 'phone_code';

/** Starts a reverification and waits until the person has done it; rejects if they have not. */
export async function reverify(call: Call, ask: OnReverification, session: string, limits: Limits): Promise<void> {
  const path = { session_id: session };
  const { data } = await call('step', limits, (api, init) =>
    api.startSessionVerification({ path, body: { level: 'first_factor' } }, init),
  );
  let verified = false;
  const attempt = async (body: Schemas['SessionVerificationAttemptRequest'], secret: string): Promise<void> => {
    const send: Send<Schemas['SessionVerificationAnswer']> = (api, init) =>
      api.attemptSessionVerification({ path, body }, init);
    const { data } = await call('step', limits, send, [secret]);
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
      await attempt({ strategy: 'password', password }, password);
    },
    async sendCode(wanted) {
      const factor = factors.find(({ strategy }) => (wanted ? strategy === wanted : isCode(strategy)));
      if (!factor || !isCode(factor.strategy)) throw new TypeError('sendCode: the server offers no such code.');
      const { strategy, email_address_id, phone_number_id, safe_identifier } = factor;
      const body = { strategy, email_address_id, phone_number_id };
      await call('step', limits, (api, init) => api.prepareSessionVerification({ path, body }, init));
      sent = strategy;
      return safe_identifier;
    },
    async verifyWithCode(code) {
      check('verifyWithCode', { code }, { code: 'string' });
      await attempt({ strategy: sent, code }, code);
    },
  };
  try {
    // A person may take their time; only the signals of all who wait end it.
    await within({ signal: limits.signal }, async (signal) => ask({ ...reverification, signal }));
  } catch (cause) {
    if (cause instanceof ClerkCallError || cause instanceof ClerkAPIResponseError) throw cause;
    throw new ClerkCallError('reverification-cancelled', { cause });
  }
  if (!verified) throw new ClerkCallError('reverification-cancelled');
}
