/** What a `Clerk` shows, and what it takes. */
import type { Schemas } from '../../generated/client.ts';
import type { FromWire } from './from-wire.ts';
import type { CallOptions } from './options.ts';
import type { User } from './user.ts';

/** One signed-in session of this browser or device. */
export interface Session extends Omit<FromWire<Schemas['Session']>, 'user'> {
  readonly user: User | null;
}

/** What the server knows about this browser or device. */
export interface Client extends Omit<FromWire<Schemas['Client']>, 'sessions'> {
  readonly sessions: readonly Session[];
  /**
   * Asks the server again who is signed in, for example when the page becomes visible and another tab may have signed out.
   *
   * @returns `clerk.client` as it is then: a new object.
   * @throws {ClerkAPIResponseError} The server refused.
   * @throws {ClerkCallError} There was no response to act on. What was known stays.
   */
  readonly reload: (options?: CallOptions) => Promise<Client | null>;
}

/** What can change, and what a listener is told. `undefined` until it was asked for, `null` where there is none. */
export interface Resources {
  readonly client: Client | null | undefined;
  /** The active session that speaks for the user. */
  readonly session: Session | null | undefined;
  /** The signed-in person. */
  readonly user: User | null | undefined;
}

/** What `signInWithPassword` takes. */
export interface SignInWithPasswordParams {
  /** Email address, phone number or username. */
  readonly identifier: string;
  readonly password: string;
}

/** What `signOut` takes. */
export interface SignOutOptions extends CallOptions {
  /** Does nothing here: this SDK leads to no page. */
  readonly redirectUrl?: string | undefined;
}
