/** The data of a `Clerk`, and parameters of its methods. */
import type { ClientFields, SessionFields } from '../../generated/resources.ts';
import type { CallOptions } from './options.ts';
import type { User } from './user.ts';

/** One signed-in session of this browser or device. */
export interface Session extends Omit<SessionFields, 'user'> {
  readonly user: User | null;
}

/** This browser or device, as the server knows it. */
export interface Client extends Omit<ClientFields, 'sessions'> {
  /** The sessions of this browser or device: one per signed-in user. */
  readonly sessions: readonly Session[];
  /**
   * Loads the client again, for example when the page becomes visible and another tab may have signed out.
   *
   * @returns The new `clerk.client`.
   * @throws {ClerkAPIResponseError} The server responded with an error.
   * @throws {ClerkCallError} There was no usable response. `clerk.client` stays as it was.
   */
  readonly reload: (options?: CallOptions) => Promise<Client | null>;
}

/** The data that a listener receives: `undefined` before `load()`, `null` if there is none. */
export interface Resources {
  /** This browser or device. */
  readonly client: Client | null | undefined;
  /** The active session. */
  readonly session: Session | null | undefined;
  /** The signed-in user. */
  readonly user: User | null | undefined;
}

/** Parameters of `signInWithPassword`. */
export interface SignInWithPasswordParams {
  /** Email address, phone number or username. */
  readonly identifier: string;
  /** The user's password. */
  readonly password: string;
}

/** Options of `signOut`. */
export interface SignOutOptions extends CallOptions {
  /** Has no effect: this SDK never redirects. */
  readonly redirectUrl?: string | undefined;
}
