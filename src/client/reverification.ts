/** Proving again who is there, where the server finds that the last proof is too old. */
import type { Schemas } from '../../generated/client.ts';
import { type Call, within } from './call.ts';
import { ClerkAPIResponseError, ClerkCallError } from './errors.ts';
import { type FromWire, fromWire } from './from-wire.ts';
import { type CallOptions, check } from './options.ts';

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

/** Starts a reverification and has it proven; rejects if it was not. */
export async function reverify(
  call: Call,
  ask: OnReverification,
  session: string,
  options: CallOptions,
): Promise<void> {
  const path = { session_id: session };
  const { response } = await call('step', options, (api, init) =>
    api.startSessionVerification({ path, body: { level: 'first_factor' } }, init),
  );
  let verified = false;
  const verifyWithPassword = async (password: string): Promise<void> => {
    check('verifyWithPassword', { password }, { password: 'string' });
    const attempt = await call('step', options, (api, init) =>
      api.attemptSessionVerification({ path, body: { strategy: 'password', password } }, init),
    );
    if (attempt.response.status !== 'complete') throw new ClerkCallError('incomplete');
    verified = true;
  };
  const { level, supported_first_factors } = response;
  const strategies = fromWire(supported_first_factors ?? []);
  try {
    // A person may take their time; only the caller's signal ends it.
    await within({ signal: options.signal }, async (signal) => ask({ level, strategies, verifyWithPassword, signal }));
  } catch (cause) {
    if (cause instanceof ClerkCallError || cause instanceof ClerkAPIResponseError) throw cause;
    throw new ClerkCallError('reverification-cancelled', { cause });
  }
  if (!verified) throw new ClerkCallError('reverification-cancelled');
}
