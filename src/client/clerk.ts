/** The session of one browser or device: who is signed in, signing in and out, and telling those who listen. */
import type { Schemas } from '../../generated/client.ts';
import { createCaller } from './call.ts';
import { ClerkAPIResponseError, ClerkCallError } from './errors.ts';
import { type FromWire, fill, fromWire } from './from-wire.ts';
import { type CallOptions, type ClerkOptions, check, readSettings } from './options.ts';
import { reverify } from './reverification.ts';
import { type Act, User } from './user.ts';

/** One signed-in session of this browser or device. */
export interface Session extends Omit<FromWire<Schemas['Session']>, 'user'> {
  readonly user: User | null;
}

/** What the server knows about this browser or device. */
export interface Client extends Omit<FromWire<Schemas['Client']>, 'sessions'> {
  readonly sessions: readonly Session[];
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
  /** E-mail address, phone number or username. */
  readonly identifier: string;
  readonly password: string;
}

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
  declare readonly client: Client | null | undefined;
  declare readonly session: Session | null | undefined;
  declare readonly user: User | null | undefined;
  /** Whether the server has said who is signed in. */
  declare readonly loaded: boolean;

  /**
   * Asks the server who is signed in. Asking again gives the same answer; after a failure it asks afresh.
   *
   * @throws {ClerkAPIResponseError} The server refused, for example the page's origin.
   * @throws {ClerkCallError} There was no answer to act on.
   */
  declare readonly load: (options?: CallOptions) => Promise<void>;

  /**
   * Signs in by password, in one step. `clerk.user` is set when it resolves.
   *
   * @throws {TypeError} The identifier or the password is missing or not a string. Nothing was sent.
   * @throws {ClerkAPIResponseError} Refused: `form_identifier_not_found`, `form_password_incorrect`, … ({@link SignInErrorCode}).
   * @throws {ClerkCallError} No answer to act on, or `incomplete`: the account wants a second factor.
   */
  declare readonly signInWithPassword: (params: SignInWithPasswordParams, options?: CallOptions) => Promise<User>;

  /** Ends every session of this browser or device. `clerk.user` is null when it resolves. */
  declare readonly signOut: (options?: CallOptions) => Promise<void>;

  /**
   * Calls back once after each change of client, session or user. Unlike the vendor's, it does not also call back at once:
   * what there is now is in `clerk.user`, `clerk.session` and `clerk.client`.
   *
   * @returns A function that ends it.
   */
  declare readonly addListener: (listener: (resources: Resources) => void) => () => void;

  /** Shows a form in the element to sign in by password; it goes away once somebody is signed in. */
  declare readonly mountSignIn: (element: Element) => void;

  /** Takes away the form that `mountSignIn` put there. */
  declare readonly unmountSignIn: (element: Element) => void;

  /**
   * Sends nothing yet.
   *
   * @param publishableKey `pk_test_…` or `pk_live_…`, from the dashboard.
   * @throws {TypeError} The key or an option is malformed or unknown; the message says how to mend it.
   */
  constructor(publishableKey: string, options: ClerkOptions = {}) {
    const settings = readSettings(publishableKey, options);
    const call = createCaller(settings);
    const listeners = new Set<(resources: Resources) => void>();
    const forms = new Map<Element, Promise<() => void>>();

    // What the server said last, and the resources made of it when they are first looked at.
    let wire: Schemas['Client'] | null | undefined;
    let current: string | undefined;
    let view: Resources | undefined;
    // Calls are numbered as they start, to know an answer that was overtaken.
    let started = 0;
    let applied = 0;
    let loading: Promise<void> | undefined;

    const look = (): Resources => {
      if (view) return view;
      if (!wire) {
        view = { client: wire, session: wire, user: wire };
        return view;
      }
      const { sessions, ...rest } = wire;
      const client: Client = {
        ...fromWire(rest),
        sessions: sessions.map(({ user, ...session }) => ({
          ...fromWire(session),
          user: user ? new User(user, actFor(session.id, user)) : null,
        })),
      };
      const session = client.sessions.find(({ id }) => id === current) ?? null;
      view = { client, session, user: session?.user ?? null };
      return view;
    };

    /** Takes over what an answer says, unless a later one has been heard. */
    const apply = (next: Schemas['Client'] | null, at: number, prefer = current): void => {
      const newer = wire && next?.id === wire.id ? next.updated_at - wire.updated_at : 0;
      if ((newer || at - applied) < 0) return;
      const print = (): string => JSON.stringify([wire, current]);
      const before = listeners.size && print();
      const active = (id?: string | null) => next?.sessions.find((one) => one.id === id && one.status === 'active')?.id;
      current = active(prefer) ?? active(next?.last_active_session_id);
      wire = next;
      view = undefined;
      applied = at;
      if (before && before !== print()) {
        const resources = look();
        // Not from here: a listener's mistake must not look like a failure of the call.
        for (const listener of listeners) queueMicrotask(() => listener(resources));
      }
    };

    const reload = async (options: CallOptions): Promise<void> => {
      const at = ++started;
      const { response } = await call('read', options, (api, init) => api.getClient({}, init));
      apply(response, at);
    };

    const actFor =
      (sessionId: string, known: Schemas['User']): Act =>
      async (asked, stake, options, prepare) => {
        const send = prepare();
        const query = { _clerk_session_id: sessionId };
        let at = 0;
        const once = () => {
          at = ++started;
          return call(stake, options, (api, init) => send(api, query, init));
        };
        try {
          let answer: Schemas['UserAnswer'];
          try {
            answer = await once();
          } catch (error) {
            const code = error instanceof ClerkAPIResponseError && error.errors[0].code;
            if (code !== 'session_reverification_required' || !settings.onReverification) throw error;
            await reverify(call, settings.onReverification, sessionId, options);
            answer = await once();
          }
          const { response, client } = answer;
          for (const one of client.sessions) if (one.user?.id === response.id) Object.assign(one, { user: response });
          apply(client, at);
          fill(asked, response, known);
          known = response;
          return asked;
        } catch (error) {
          // The server no longer knows the session: find out what is left of it.
          if (error instanceof ClerkAPIResponseError && error.status === 401) {
            await reload({}).catch(() => apply(null, ++started));
          }
          throw error;
        }
      };
    for (const name of ['client', 'session', 'user', 'loaded'] as const) {
      const get = () => (name === 'loaded' ? wire !== undefined : look()[name]);
      Object.defineProperty(this, name, { enumerable: true, get });
    }

    this.load = async (options = {}) => {
      loading ??= reload(options).catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    };

    this.signInWithPassword = async (params, options = {}) => {
      check('signInWithPassword', params, { identifier: 'string', password: 'string' });
      const at = ++started;
      const { response, client } = await call('step', options, (api, init) =>
        api.createSignIn({ body: { strategy: 'password', ...params } }, init),
      );
      apply(client, at, response.created_session_id ?? undefined);
      const { user } = look();
      if (response.status !== 'complete' || !user) throw new ClerkCallError('incomplete');
      return user;
    };

    this.signOut = async (options = {}) => {
      const at = ++started;
      const { response } = await call('step', options, (api, init) =>
        api.removeSessions({ query: { _method: 'DELETE' } }, init),
      );
      apply(response, at);
    };

    this.addListener = (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };

    this.mountSignIn = (element) => {
      if (!element) {
        throw new TypeError('mountSignIn: pass an element.');
      }
      if (forms.has(element)) return;
      // A chunk of its own, so that only pages that show the form load it.
      const form: Promise<() => void> = import('./sign-in-form.ts').then(({ showSignInForm }) =>
        forms.get(element) === form ? showSignInForm(element, this) : () => {},
      );
      forms.set(element, form);
    };

    this.unmountSignIn = (element) => {
      forms.get(element)?.then((remove) => remove());
      forms.delete(element);
    };
  }
}
