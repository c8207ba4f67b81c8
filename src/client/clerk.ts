/** The session of one browser or device: who is signed in, signing in and out, and telling those who listen. */
import { createDevice, type Device } from './device.ts';
import { type CallOptions, type ClerkOptions, readSettings } from './options.ts';
import type { Client, Resources, Session, SignInWithPasswordParams, SignOutOptions } from './resources.ts';
import type { SignInForm } from './sign-in-form.ts';
import type { User } from './user.ts';

/**
 * Speaks to one instance on behalf of one browser or device.
 *
 * @example
 * const clerk = new Clerk('pk_test_…');
 * await clerk.load();
 * if (clerk.user) await clerk.user.updatePassword({ currentPassword, newPassword });
 * else clerk.mountSignIn(document.querySelector('#sign-in'));
 */
export class Clerk implements Resources {
  private readonly device: Device;
  private readonly forms = new Map<Element, Promise<SignInForm>>();

  /**
   * Sends nothing yet.
   *
   * @param publishableKey `pk_test_…` or `pk_live_…`, from the dashboard.
   * @throws {TypeError} The key or an option is malformed or unknown; the message says how to fix it.
   */
  constructor(publishableKey: string, options: ClerkOptions = {}) {
    this.device = createDevice(readSettings(publishableKey, options));
  }

  get client(): Client | null | undefined {
    return this.device.resources().client;
  }
  get session(): Session | null | undefined {
    return this.device.resources().session;
  }
  get user(): User | null | undefined {
    return this.device.resources().user;
  }
  /** Whether the server has said who is signed in. */
  get loaded(): boolean {
    return this.client !== undefined;
  }

  /**
   * Asks the server who is signed in. Once it has said so, calling again asks nothing: see `clerk.client.reload()` for that.
   * After a failure, or while the server knows no client, it asks afresh.
   *
   * @throws {ClerkAPIResponseError} The server refused, for example the page's origin.
   * @throws {ClerkCallError} There was no response to act on.
   */
  readonly load = (options?: CallOptions): Promise<void> => this.device.load(options);

  /**
   * Signs in by password, in one step. `clerk.user` is set when it resolves, unless somebody signed out in the meantime.
   *
   * @returns The person who signed in by this call.
   * @throws {TypeError} The identifier or the password is missing or not a string. Nothing was sent.
   * @throws {ClerkAPIResponseError} Refused: `form_identifier_not_found`, `form_password_incorrect`, … ({@link SignInErrorCode}).
   * @throws {ClerkCallError} No response to act on, or `incomplete`: the account wants a second factor.
   */
  readonly signInWithPassword = (params: SignInWithPasswordParams, options?: CallOptions): Promise<User> =>
    this.device.signInWithPassword(params, options);

  /**
   * Ends every session of this browser or device. `clerk.user` is null when it resolves.
   *
   * It fits as a click handler as it is: an event is not taken for options. It never leads to another page: `redirectUrl` is
   * accepted, as the vendor's package has it, and does nothing here. `sessionId` is refused: there is no way to end one session.
   *
   * @param callback Called, and waited for, after the sign-out.
   * @throws {ClerkAPIResponseError} The server refused.
   * @throws {ClerkCallError} There was no response to act on.
   */
  readonly signOut = async (
    callback?: (() => unknown) | SignOutOptions | Event,
    options: SignOutOptions = {},
  ): Promise<void> => {
    const isCallback = typeof callback === 'function';
    // Something with a target is an event.
    const given = isCallback || !callback || 'target' in callback ? options : callback;
    const { redirectUrl: _, ...limits } = given;
    await this.device.signOut(limits);
    if (isCallback) await callback();
  };

  /**
   * Calls back at once if it is known who is signed in, and after each change of client, session or user.
   *
   * @param options With `skipInitialEmit` it is not called at once.
   * @returns A function that ends it.
   */
  readonly addListener = (
    listener: (resources: Resources) => void,
    { skipInitialEmit = false }: { readonly skipInitialEmit?: boolean | undefined } = {},
  ): (() => void) => this.device.addListener(listener, skipInitialEmit);

  /**
   * Shows a form in the element to sign in by password; it goes away once somebody is signed in, and does not come if somebody is.
   * Calling again shows it again if the page emptied the element.
   */
  readonly mountSignIn = (element: Element): void => {
    if (!element) {
      throw new TypeError('mountSignIn: pass an element.');
    }
    if (this.user) return;
    const { forms } = this;
    // A chunk of its own, so that only pages that show the form load it.
    const form =
      forms.get(element) ?? import('./sign-in-form.ts').then(({ createSignInForm }) => createSignInForm(element, this));
    forms.set(element, form);
    form.then(
      ({ show }) => forms.get(element) === form && show(),
      (error) => {
        forms.delete(element);
        console.error('Clerk: no sign-in form; call mountSignIn again.', error);
      },
    );
  };

  /** Takes away the form that `mountSignIn` put there. */
  readonly unmountSignIn = (element: Element): void => {
    const form = this.forms.get(element);
    this.forms.delete(element);
    form?.then(({ remove }) => remove()).catch(() => {});
  };
}
