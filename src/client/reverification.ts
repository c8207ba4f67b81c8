/** The types of `onReverification`. */
import type { SignInFactor } from '../../generated/resources.ts';

/** The parameter of `onReverification`. */
export interface Reverification {
  /** The factor that the server requires. */
  readonly level: 'first_factor' | 'second_factor' | 'multi_factor' | (string & Record<never, never>);
  /** The strategies that the user can use, for example `password` and `email_code`. */
  readonly strategies: readonly SignInFactor[];
  /**
   * Reverifies by password. A wrong one rejects with `form_password_incorrect`, and you can ask again. After it resolves, return:
   * the SDK then retries the original call once.
   */
  readonly verifyWithPassword: (password: string) => Promise<void>;
  /**
   * Sends a code to the user's email address or phone: with the given strategy, or the first one of `strategies` that sends a code.
   *
   * @returns The address or number that it was sent to, partly hidden, if the server says so.
   * @throws {TypeError} No strategy sends a code. Nothing was sent.
   */
  readonly sendCode: (strategy?: 'email_code' | 'phone_code') => Promise<string | undefined>;
  /** Reverifies by the code that was sent. A wrong one rejects: ask again, or send another. Then return, as with the password. */
  readonly verifyWithCode: (code: string) => Promise<void>;
  /** Aborts with the call that waits: close the dialog. */
  readonly signal: AbortSignal;
}

/**
 * Asks the user to reverify. To cancel, return or throw before a reverification: the call that waits then rejects with a
 * `ClerkCallError` whose `reason` is `reverification-cancelled` and whose `cause` is the thrown error.
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
