/** The session of one browser or device: the signed-in user, sign-in, sign-out and listeners. */
import { createDevice, type Device } from './device.ts';
import { type CallOptions, type ClerkOptions, readSettings } from './options.ts';
import type { Client, Resources, Session, SignInWithPasswordParams, SignOutOptions } from './resources.ts';
import type { User } from './user.ts';

/**
 * Talks to one instance for one browser or device.
 *
 * @example
 * const clerk = new Clerk('pk_test_…');
 * await clerk.load();
 * if (clerk.user) await clerk.user.updatePassword({ currentPassword, newPassword });
 * else clerk.mountSignIn(document.body);
 */
export class Clerk implements Resources {
  private readonly device: Device;
  private form: Promise<typeof import('./sign-in-form.ts')> | undefined;

  /**
   * Sends nothing yet.
   *
   * @param publishableKey `pk_test_…` or `pk_live_…`, from the dashboard.
   * @throws {TypeError} The key or an option is malformed or unknown; the message says how to fix it.
   */
  constructor(publishableKey: string, options: ClerkOptions = {}) {
    this.device = createDevice(readSettings(publishableKey, options));
  }

  /** The client with its sessions; null if the server has none for this browser, undefined before `load()`. */
  get client(): Client | null | undefined {
    return this.device.resources().client;
  }
  /** The active session, or null; undefined before `load()`. */
  get session(): Session | null | undefined {
    return this.device.resources().session;
  }
  /** The signed-in user, or null; undefined before `load()`. */
  get user(): User | null | undefined {
    return this.device.resources().user;
  }
  /** Whether `load()` has succeeded. */
  get loaded(): boolean {
    return this.client !== undefined;
  }

  /**
   * Loads the client from the server. After a success, another call sends nothing: use `clerk.client.reload()` instead. After a
   * failure, or while the server has no client, it sends a request again.
   *
   * @throws {ClerkAPIResponseError} The server responded with an error, for example about the page's origin.
   * @throws {ClerkCallError} There was no usable response.
   */
  readonly load = (options?: CallOptions): Promise<void> => this.device.load(options);

  /**
   * Signs in by password, in one step. `clerk.user` is set when it resolves, unless the user signed out in the meantime.
   *
   * @returns The user who signed in with this call.
   * @throws {TypeError} The identifier or the password is missing or not a string. Nothing was sent.
   * @throws {ClerkAPIResponseError} The server responded with `form_identifier_not_found`, `form_password_incorrect`, … ({@link SignInErrorCode}).
   * @throws {ClerkCallError} No usable response, or `incomplete`: the account needs a second factor.
   */
  readonly signInWithPassword = (params: SignInWithPasswordParams, options?: CallOptions): Promise<User> =>
    this.device.signInWithPassword(params, options);

  /**
   * Ends every session of this browser or device. `clerk.user` is null when it resolves.
   *
   * Use it directly as a click handler: an event is not mistaken for options. It never redirects: `redirectUrl` is accepted for
   * compatibility and has no effect. `sessionId` is a `TypeError`, because one session cannot be ended alone.
   *
   * @param callback Called, and waited for, after the sign-out.
   * @throws {ClerkAPIResponseError} The server responded with an error.
   * @throws {ClerkCallError} There was no usable response.
   */
  readonly signOut = async (
    callback?: (() => unknown) | SignOutOptions | Event,
    options: SignOutOptions = {},
  ): Promise<void> => {
    const isCallback = typeof callback === 'function';
    // Something with a target is an event.
    await this.device.signOut(isCallback || !callback || 'target' in callback ? options : callback);
    if (isCallback) await callback();
  };

  /**
   * Calls the listener at once if `load()` has succeeded, and after each change of client, session or user.
   *
   * @param options With `skipInitialEmit` it is not called at once.
   * @returns A function that removes the listener.
   */
  readonly addListener = (
    listener: (resources: Resources) => void,
    { skipInitialEmit }: { readonly skipInitialEmit?: boolean | undefined } = {},
  ): (() => void) => this.device.addListener(listener, skipInitialEmit);

  /**
   * Shows a sign-in form for identifier and password in the element, until a user is signed in. Does nothing if one already is.
   * Call it again to show the form again after the page emptied the element.
   */
  readonly mountSignIn = (element: Element): void => {
    if (!element) throw new TypeError('mountSignIn: no element.');
    if (this.user) return;
    // A chunk of its own, so that only pages that show the form load it.
    this.form ??= import('./sign-in-form.ts');
    this.form
      .then(({ mount }) => mount(element, this))
      .catch((error) => {
        this.form = undefined;
        console.error('Clerk: no sign-in form; call mountSignIn again.', error);
      });
  };

  /** Removes the form that `mountSignIn` put there. */
  readonly unmountSignIn = (element: Element): void => {
    this.form?.then(({ unmount }) => unmount(element)).catch(() => {});
  };
}
