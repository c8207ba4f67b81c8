/** What a page is given, and gives, if the server requires reverification. */
import type { Schemas } from '../../generated/client.ts';
import type { FromWire } from './from-wire.ts';

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
