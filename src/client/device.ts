/** One browser or device: sends its calls, takes over what the responses say, and tells those who listen. */
import type { Schemas } from '../../generated/client.ts';
import { createSignIn, getClient, removeSessions } from '../../generated/operations.ts';
import type { Operation } from '../../generated/runtime/response.ts';
import { createCaller, loaded } from './call.ts';
import { ClerkAPIResponseError, ClerkCallError, hasCode } from './errors.ts';
import { fromWire } from './from-wire.ts';
import { type Limits, limitsOf, shared, within } from './limits.ts';
import { createListeners } from './listeners.ts';
import { type CallOptions, check, IGNORED, type Settings } from './options.ts';
import type { Client, Resources, Session, SignInWithPasswordParams, SignOutOptions } from './resources.ts';
import type { Reverifications } from './reverify.ts';
import { createSignedIn, print, type Said, type Ticket } from './signed-in.ts';
import { joinTabs } from './tabs.ts';
import type { Data, Input, OperationName } from './transport.ts';
import { type Act, describe, User, type UserMethods, userMethods } from './user.ts';

/** Makes it. All that happens is kept in here, so that it works through whatever a framework wraps around a `Clerk`. */
export function createDevice(settings: Settings) {
  const { onReverification } = settings;
  const signedIn = createSignedIn();
  const call = createCaller(settings, signedIn);
  const listeners = createListeners<Resources>();
  const limits = (options: CallOptions = {}, ignored?: readonly string[]): Limits =>
    limitsOf(options, settings.timeoutMs, ignored);

  /** The methods of the users of each session; the same functions for every description of a user. */
  const methods = new Map<string, UserMethods>();
  const methodsOf = (session: string): UserMethods => {
    const made = methods.get(session) ?? userMethods(session, actFor(session));
    methods.set(session, made);
    return made;
  };

  // The view that is shown, made when it is first looked at.
  let view: Resources | undefined;
  const sessionOf = ({ user, ...session }: Schemas['Session']): Session => ({
    ...fromWire(session),
    user: user ? new User(signedIn.user(user), methodsOf(session.id)) : null,
  });
  const clientOf = ({ sessions, ...rest }: Schemas['Client']): Client => ({
    ...fromWire(rest),
    sessions: sessions.map(sessionOf),
    reload: async (options) => {
      await reread.join(limits(options));
      return resources().client ?? null;
    },
  });
  function resources(): Resources {
    if (view) return view;
    const client = signedIn.client && clientOf(signedIn.client);
    // Without one, all three are as the client is: not known yet, or not there.
    const session = client ? (client.sessions.find(({ id }) => id === signedIn.session) ?? null) : client;
    view = { client, session, user: session ? session.user : session };
    return view;
  }

  const state = (): unknown => {
    const { client, session } = signedIn;
    return listeners.any
      ? print([client, session, client?.sessions.map(({ user }) => user && signedIn.user(user))])
      : 0;
  };
  /** Takes something over, and tells those who listen if that made a difference. */
  function take(change: () => void): void {
    const before = state();
    change();
    view = undefined;
    if (state() !== before) listeners.tellAll(resources());
  }

  /** Asks who is signed in: once for all who want to know at the same time. */
  const reread = shared(async (signal) => {
    const { data, ticket } = await call('read', getClient, {}, { signal });
    take(() => signedIn.hear(ticket, { client: data.response }));
  });
  const tabs = joinTabs(() => {
    if (signedIn.client !== undefined) reread.join({}).catch(() => {});
  });
  /** Asks until nothing is in doubt. What the call itself ended in stays as it is: a failure here is none of it. */
  async function settle(given: Limits): Promise<void> {
    try {
      while (signedIn.inDoubt) await reread.join(given);
    } catch {
      if (!reread.busy) take(signedIn.giveUp);
    }
  }
  /** Carries out a call that tells something of who is signed in. */
  async function perform<Name extends OperationName>(
    kind: Ticket['kind'],
    operation: Operation<Name>,
    input: Input<Name>,
    given: Limits,
    tells: (data: Data<Name>) => Said,
    andThen?: (data: Data<Name>) => void,
  ): Promise<Data<Name>> {
    const { data, ticket } = await call(kind, operation, input, given);
    take(() => {
      signedIn.hear(ticket, tells(data));
      andThen?.(data);
    });
    await settle(given);
    return data;
  }

  /** Loaded when the server first requires one. */
  let reverifications: Reverifications | undefined;

  function actFor(session: string): Act {
    // Here before it is needed, for a page whose network goes. What cannot be loaded now is tried again, and told, when it is.
    if (onReverification) import('./reverify.ts').catch(() => {});
    return async (asked, kind, operation, input, options) => {
      let given = limits(options);
      const update = ({ response }: Schemas['UserAnswer']): User => {
        const user = signedIn.user(response);
        try {
          if (asked instanceof User) return describe(asked, user);
        } catch {
          // Frozen by whoever holds it.
        }
        return new User(user, methodsOf(session));
      };
      const once = () =>
        perform(kind, operation, input, given, ({ response, client }) => ({ client, user: response }), update);
      const done = reverifications?.done(session) ?? 0;
      /** Sends again, once, after a reverification. */
      const again = async (error: unknown): ReturnType<typeof once> => {
        if (!onReverification || !hasCode(error, 'session_reverification_required')) throw error;
        const { createReverifications } = await within(given, () => loaded(import('./reverify.ts')));
        reverifications ??= createReverifications(call, onReverification, limits);
        await reverifications.join(session, done, given.signal);
        given = limits(options);
        return once();
      };
      try {
        return update(await once().catch(again));
      } catch (error) {
        if (error instanceof ClerkAPIResponseError && error.status === 401) {
          signedIn.refused(session);
          await settle(given);
        }
        throw error;
      }
    };
  }

  return {
    resources,
    addListener(listener: (resources: Resources) => void, skipInitialEmit: boolean | undefined): () => void {
      const now = skipInitialEmit || signedIn.client === undefined ? undefined : resources();
      return listeners.add(listener, now);
    },

    async load(options?: CallOptions): Promise<void> {
      const given = limits(options, IGNORED);
      if (!signedIn.client || signedIn.inDoubt) await reread.join(given);
    },

    async signInWithPassword(params: SignInWithPasswordParams, options?: CallOptions): Promise<User> {
      check('signInWithPassword', params, { identifier: 'string', password: 'string' });
      const { identifier, password } = params;
      const given = limits(options);
      const { response, client } = await perform(
        'sessions',
        createSignIn,
        { body: { strategy: 'password', identifier, password } },
        given,
        (data) => ({ client: data.client, signedIn: data.response.created_session_id }),
      );
      if (!client) await reread.join(given);
      // Whoever is signed in by now, this call was for this person.
      const isNew = ({ id, status }: Schemas['Session'] | Session): boolean =>
        id === response.created_session_id && status === 'active';
      const shown = resources().client?.sessions.find(isNew);
      const made = shown ?? client?.sessions?.filter(isNew).map(sessionOf)[0];
      if (!made?.user) throw new ClerkCallError('incomplete');
      return made.user;
    },

    async signOut(options: SignOutOptions): Promise<void> {
      const given = limits(options, ['redirectUrl']);
      await perform('sessions', removeSessions, { query: { _method: 'DELETE' } }, given, ({ response }) => ({
        client: response,
      }));
      tabs?.postMessage({ type: 'signout' });
    },
  };
}

export type Device = ReturnType<typeof createDevice>;
