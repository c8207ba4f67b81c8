/** Several callers at once: each waits within limits of their own, and shared work is done once. */
import { getEventListeners } from 'node:events';
import type { Reverification } from 'user-password-api';
import { describe, expect, test, vi } from 'vitest';
import { CANARY, example, json, LIVE_KEY, later, rejection, setUp, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const params = { newPassword: CANARY };
const never = () => new Promise<never>(() => {});

describe('load', () => {
  test.each([
    ['aborted', () => ({ signal: AbortSignal.abort() })],
    ['aborted later', () => ({ signal: AbortSignal.timeout(1) })],
    ['timed out', () => ({ timeoutMs: 1 })],
  ])('whoever joins is served when the first caller is %s', async (_, limits) => {
    const answer = later<Response>();
    const { clerk, sent } = setUp({ client: () => answer.promise });
    const first = rejection(clerk.load(limits()));
    const second = clerk.load();
    expect(await first).toMatchObject({ outcomeUnknown: false });
    await vi.waitFor(() => expect(sent('client')).toHaveLength(1), { interval: 1 });
    answer.resolve(json(example('signed_in')));
    await second;
    expect(clerk.user?.firstName).toBe('Ada');
    expect(sent('client')).toHaveLength(1);
  });

  test('begins anew when everybody who waited has left, as in StrictMode', async () => {
    const { clerk, sent } = setUp({ client: (_, count) => (count === 1 ? never() : json(example('signed_in'))) });
    const controller = new AbortController();
    const first = rejection(clerk.load({ signal: controller.signal }));
    await vi.waitFor(() => expect(sent('client')).toHaveLength(1), { interval: 1 });
    controller.abort();
    expect(await first).toMatchObject({ reason: 'aborted' });
    await clerk.load();
    expect(clerk.user?.firstName).toBe('Ada');
    // Nothing of the first is left open.
    expect(sent('client')[0]?.init.signal?.aborted).toBe(true);
  });

  test('begins anew at once when the caller who left asks again, and is one for those who join then', async () => {
    const answer = later<Response>();
    const { clerk, sent } = setUp({ client: (_, count) => (count === 1 ? never() : answer.promise) }, {}, LIVE_KEY);
    const controller = new AbortController();
    const again = clerk.load({ signal: controller.signal }).catch(() => clerk.load());
    await vi.waitFor(() => expect(sent('client')).toHaveLength(1), { interval: 1 });
    controller.abort();
    await vi.waitFor(() => expect(sent('client')).toHaveLength(2), { interval: 1 });
    const joined = clerk.load();
    answer.resolve(json(example('signed_in')));
    await Promise.all([again, joined]);
    expect(sent('client')).toHaveLength(2);
  });

  test('is sent anew as soon as the response before has been heard', async () => {
    const { clerk, sent } = setUp({
      client: (_, count) => json(example(count % 2 ? 'signed_in' : 'signed_out_everywhere')),
    });
    await clerk.load();
    const heard = later<void>();
    const stop = clerk.addListener(() => heard.resolve(), { skipInitialEmit: true });
    const first = clerk.client?.reload();
    await heard.promise;
    stop();
    // Whoever waits for the first has not been told yet.
    await Promise.resolve();
    await clerk.client?.reload();
    await first;
    expect(sent('client')).toHaveLength(3);
  });

  test('asks again while the server knows no client, and clerk.client.reload() always does', async () => {
    const { clerk, sent } = setUp({
      client: (_, count) =>
        json(example(count === 1 ? 'no_client' : count < 4 ? 'signed_in' : 'signed_out_everywhere')),
    });
    await clerk.load();
    expect(clerk.user).toBeNull();
    await clerk.load();
    expect(clerk.user?.firstName).toBe('Ada');
    await clerk.load();
    expect(sent('client')).toHaveLength(2);
    const before = clerk.client;
    expect(await before?.reload()).toBe(clerk.client);
    // Signed out by another tab.
    await clerk.client?.reload();
    expect([clerk.user, sent('client').length]).toEqual([null, 4]);
  });
});

test('a call that has ended leaves no timer, which would keep a program of Node from ending', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { user } = await signedIn({ change_password: () => json(example('form_password_pwned'), 422) });
    await user.reload();
    await rejection(user.updatePassword(params));
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a signal that lives long is left without listeners by calls that have ended, also when fetch never does', async () => {
  const { signal } = new AbortController();
  const { user } = await signedIn({ change_password: never });
  for (const _ of Array(3)) await rejection(user.updatePassword(params, { signal, timeoutMs: 1 }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('the state is read again after a 401', () => {
  const ended = () => json(example('signed_out'), 401);

  test('once for all, within the limits of each, and the call rejects with the 401', async () => {
    const { user, clerk, sent } = await signedIn({
      change_password: ended,
      client: (_, count) => (count === 1 ? json(example('signed_in')) : never()),
    });
    const controller = new AbortController();
    const calls = [
      rejection(user.updatePassword(params, { timeoutMs: 5 })),
      rejection(user.updatePassword(params, { signal: controller.signal })),
    ];
    await vi.waitFor(() => expect(sent('client')).toHaveLength(2), { interval: 1 });
    expect(await calls[0]).toMatchObject({ status: 401 });
    // The other still waits; nothing is decided over its head.
    expect(clerk.user).toBeTruthy();
    controller.abort();
    expect(await calls[1]).toMatchObject({ status: 401 });
    expect([clerk.user, clerk.session]).toEqual([null, null]);
    expect(sent('client')).toHaveLength(2);
  });

  test('once, and a session that the server still lists stays', async () => {
    const { user, clerk, sent } = await signedIn({
      change_password: ended,
      client: (_, count) => (count < 3 ? json(example('signed_in')) : never()),
    });
    expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 401 });
    expect(clerk.user?.firstName).toBe('Ada');
    await clerk.load();
    expect(sent('client')).toHaveLength(2);
  });

  test('after a re-read that failed, clerk.client.reload() asks again', async () => {
    const { user, clerk } = await signedIn({
      change_password: ended,
      client: (_, count) =>
        count === 2 || count === 3 ? Promise.reject(new TypeError('x')) : json(example('signed_in')),
    });
    expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 401 });
    expect(clerk.user).toBeNull();
    await clerk.client?.reload();
    expect(clerk.user?.firstName).toBe('Ada');
  });
});

describe('signing in and out at once', () => {
  const credentials = { identifier: 'user@example.com', password: CANARY };
  const signInOf = (id: string, firstName: string) => {
    const body = example('signed_in_by_password');
    body.response.created_session_id = id;
    body.client.last_active_session_id = id;
    for (const session of body.client.sessions) {
      session.id = id;
      if (session.user) Object.assign(session.user, { id: `user_${firstName}`, first_name: firstName });
    }
    return body;
  };

  test.each([[[0, 1]], [[1, 0]]])(
    'each sign-in resolves to its own person, answered in the order %j',
    async (order) => {
      const answers = [later<Response>(), later<Response>()];
      const bodies = [signInOf('sess_1', 'Ada'), signInOf('sess_2', 'Grace')];
      const { clerk, sent } = setUp({
        sign_ins: (_, count) => answers[count - 1]?.promise ?? json({}),
        client: () => json({ response: bodies[1]?.client ?? null }),
      });
      const calls = [clerk.signInWithPassword(credentials), clerk.signInWithPassword(credentials)];
      await vi.waitFor(() => expect(sent('sign_ins')).toHaveLength(2), { interval: 1 });
      for (const at of order) answers[at]?.resolve(json(bodies[at] ?? {}));
      expect((await Promise.all(calls)).map(({ firstName }) => firstName)).toEqual(['Ada', 'Grace']);
      expect(clerk.user?.firstName).toBe('Grace');
    },
  );

  test('a sign-in overtaken by a sign-out resolves to the person, and nobody is signed in', async () => {
    const answer = later<Response>();
    const { clerk, sent } = setUp({
      sign_ins: () => answer.promise,
      client: () => json(example('signed_out_everywhere')),
    });
    await clerk.load();
    const signingIn = clerk.signInWithPassword(credentials);
    await vi.waitFor(() => expect(sent('sign_ins')).toHaveLength(1), { interval: 1 });
    await clerk.signOut();
    const body = signInOf('sess_ada', 'Ada');
    const others = signInOf('sess_grace', 'Grace').client.sessions;
    body.client.sessions = [...others, ...body.client.sessions];
    answer.resolve(json(body));
    expect((await signingIn).firstName).toBe('Ada');
    expect(clerk.user).toBeNull();
  });

  test.each([[[0, 1]], [[1, 0]]])(
    'whoever signed in here last stays the user, whom the server names as last active, answered in the order %j',
    async (order) => {
      const answers = [later<Response>(), later<Response>()];
      const bodies = [signInOf('sess_1', 'Ada'), signInOf('sess_2', 'Grace')];
      const all = bodies.flatMap(({ client }) => client.sessions);
      for (const { client } of bodies) Object.assign(client, { sessions: all, last_active_session_id: 'sess_1' });
      const { clerk, sent } = setUp({
        sign_ins: (_, count) => answers[count - 1]?.promise ?? json({}),
        client: () => json({ response: bodies[0]?.client ?? null }),
      });
      const calls = [clerk.signInWithPassword(credentials), clerk.signInWithPassword(credentials)];
      await vi.waitFor(() => expect(sent('sign_ins')).toHaveLength(2), { interval: 1 });
      for (const at of order) {
        answers[at]?.resolve(json(bodies[at] ?? {}));
        await calls[at];
      }
      expect(clerk.user?.firstName).toBe('Grace');
      await clerk.client?.reload();
      expect([clerk.user?.firstName, clerk.session?.id]).toEqual(['Grace', 'sess_2']);
    },
  );

  test('a sign-out that leaves no client counts, also when it crosses a sign-in', async () => {
    const answer = later<Response>();
    const { clerk, sent } = await signedIn({
      sign_ins: () => answer.promise,
      sessions: () => json({ response: null, client: null }),
      client: (_, count) => json(count === 1 ? example('signed_in') : { response: null, client: null }),
    });
    const signingIn = clerk.signInWithPassword(credentials);
    await vi.waitFor(() => expect(sent('sign_ins')).toHaveLength(1), { interval: 1 });
    await clerk.signOut();
    answer.resolve(json(example('signed_in_by_password')));
    expect((await signingIn).firstName).toBe('Ada');
    expect([clerk.client, clerk.user]).toEqual([null, null]);
  });

  test('a session that was refused meanwhile does not come back with the response to a sign-in that left before', async () => {
    const [signInAnswer, listing] = [later<Response>(), later<Response>()];
    const bodies = [signInOf('sess_ada', 'Ada'), signInOf('sess_grace', 'Grace')];
    const [ada, grace] = bodies.map(({ client }) => ({ response: client, client: null }));
    const { clerk, user, sent } = await signedIn({
      client: (_, count) => (count === 1 ? json(ada ?? {}) : count === 2 ? listing.promise : json(grace ?? {})),
      sign_ins: () => signInAnswer.promise,
      change_password: () => json(example('signed_out'), 401),
    });
    const signingIn = clerk.signInWithPassword(credentials);
    await vi.waitFor(() => expect(sent('sign_ins')).toHaveLength(1), { interval: 1 });
    const changing = rejection(user.updatePassword(params));
    await vi.waitFor(() => expect(sent('client')).toHaveLength(2), { interval: 1 });
    const both = signInOf('sess_grace', 'Grace');
    both.client.sessions = bodies.flatMap(({ client }) => client.sessions);
    signInAnswer.resolve(json(both));
    listing.resolve(json(grace ?? {}));
    await Promise.all([signingIn, changing]);
    expect(clerk.client?.sessions.map(({ id }) => id)).toEqual(['sess_grace']);
    expect(clerk.user?.firstName).toBe('Grace');
  });

  test.each(['sessions', 'change_password'])('a response of %s counts although its clock is behind', async (name) => {
    const out = example('signed_out_everywhere');
    const changed = example('password_changed');
    for (const client of [out.response, changed.client]) Object.assign(client ?? {}, { updated_at: 1 });
    Object.assign(changed.response, { updated_at: 1, password_enabled: false });
    const { clerk, user } = await signedIn({ sessions: () => json(out), change_password: () => json(changed) });
    if (name === 'sessions') {
      await clerk.signOut();
      expect(clerk.user).toBeNull();
    } else {
      await user.updatePassword(params);
      expect(clerk.user?.passwordEnabled).toBe(false);
    }
  });
});

describe('the user in hand', () => {
  test('does not go back when an older reading arrives after a change', async () => {
    const slow = later<Response>();
    const changed = example('password_changed');
    changed.response.password_last_updated_at = 1_790_000_000_000;
    const { clerk, user, sent } = await signedIn({ me: () => slow.promise, change_password: () => json(changed) });
    const reading = user.reload();
    await vi.waitFor(() => expect(sent('me')).toHaveLength(1), { interval: 1 });
    await user.updatePassword(params);
    slow.resolve(json(example('current_user')));
    expect((await reading).passwordLastUpdatedAt?.getTime()).toBe(1_790_000_000_000);
    expect(user.passwordLastUpdatedAt?.getTime()).toBe(1_790_000_000_000);
    expect(clerk.user?.passwordLastUpdatedAt?.getTime()).toBe(1_790_000_000_000);
  });

  test('loses what the server no longer sends', async () => {
    const first = example('signed_in');
    Object.assign(first.response?.sessions[0]?.user ?? {}, { brand_new: 1 });
    const { user } = await signedIn({ client: () => json(first) });
    expect(user).toHaveProperty('brandNew', 1);
    expect(await user.reload()).not.toHaveProperty('brandNew');
  });
});

describe('reverification', () => {
  const wanted = () => json(example('session_reverification_required'), 403);

  test('one serves two calls that need it at the same time', async () => {
    const asked: Reverification[] = [];
    const open = later<void>();
    const { user, sent } = await signedIn(
      {
        change_password: (_, count) => (count <= 2 ? wanted() : json(example('password_changed'))),
        remove_password: (_, count) => (count === 1 ? wanted() : json(example('password_removed'))),
      },
      {
        onReverification: async (reverification) => {
          asked.push(reverification);
          await open.promise;
          await reverification.verifyWithPassword(CANARY);
        },
      },
    );
    const controller = new AbortController();
    const calls = Promise.all([
      user.updatePassword(params),
      user.removePassword({ currentPassword: CANARY }),
      rejection(user.updatePassword(params, { signal: controller.signal })),
    ]);
    await vi.waitFor(() => expect(asked).toHaveLength(1), { interval: 1 });
    open.resolve();
    controller.abort();
    await calls;
    expect([asked.length, sent('verify').length, sent('attempt_first_factor').length]).toEqual([1, 1, 1]);
    expect(asked[0]?.signal.aborted).toBe(false);
  });

  test('one that was done while a call was on its way is enough for it', async () => {
    let asked = 0;
    const slow = later<Response>();
    const { user, sent } = await signedIn(
      {
        change_password: (_, count) => (count === 1 ? slow.promise : json(example('password_changed'))),
        remove_password: (_, count) => (count === 1 ? wanted() : json(example('password_removed'))),
      },
      {
        onReverification: async ({ verifyWithPassword }) => {
          asked++;
          await verifyWithPassword(CANARY);
        },
      },
    );
    const change = user.updatePassword(params);
    await vi.waitFor(() => expect(sent('change_password')).toHaveLength(1), { interval: 1 });
    await user.removePassword({ currentPassword: CANARY });
    slow.resolve(wanted());
    await change;
    expect(asked).toBe(1);
  });

  test('ends when the last who waited has left', async () => {
    const controllers = [new AbortController(), new AbortController()];
    const signals: AbortSignal[] = [];
    const { user } = await signedIn(
      { change_password: wanted },
      {
        onReverification: ({ signal }) => {
          signals.push(signal);
          return never();
        },
      },
    );
    const calls = controllers.map(({ signal }) => rejection(user.updatePassword(params, { signal })));
    await vi.waitFor(() => expect(signals).toHaveLength(1), { interval: 1 });
    controllers[0]?.abort();
    expect(await calls[0]).toMatchObject({ reason: 'aborted' });
    expect(signals[0]?.aborted).toBe(false);
    controllers[1]?.abort();
    expect(await calls[1]).toMatchObject({ reason: 'aborted' });
    expect(signals[0]?.aborted).toBe(true);
  });
});
