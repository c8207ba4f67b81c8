import DefaultClerk, { Clerk, type Reverification } from 'user-password-api';
import { describe, expect, test, vi } from 'vitest';
import {
  CANARY,
  example,
  expectNoCanary,
  json,
  KEY,
  LIVE_KEY,
  later,
  rejection,
  setUp,
  signedIn,
  watchForCanary,
} from './stub.ts';

watchForCanary();
const credentials = { identifier: 'user@example.com', password: CANARY };
const unknownBrowser = () => json(example('dev_browser_unauthenticated'), 401);

/** A storage in memory, in the form of React Native's. */
function memory(entries: [string, string][] = []) {
  const kept = new Map(entries);
  return {
    kept,
    getItem: async (key: string) => kept.get(key) ?? null,
    setItem: async (key: string, value: string) => void kept.set(key, value),
  };
}

test('the default export is the named one', () => {
  expect(DefaultClerk).toBe(Clerk);
});

describe('load', () => {
  test('user is undefined before, and set once the server has said who is signed in', async () => {
    const { clerk } = setUp();
    expect([clerk.user, clerk.session, clerk.client, clerk.loaded]).toEqual([undefined, undefined, undefined, false]);
    await clerk.load();
    expect(clerk.loaded).toBe(true);
    expect(clerk.user?.id).toBe('user_2xAmple0000000000000000001');
    expect(clerk.session?.status).toBe('active');
    expect(clerk.session?.expireAt).toEqual(new Date(1760604800000));
    expect(clerk.client?.lastActiveSessionId).toBe(clerk.session?.id);
  });

  test.each(['no_client', 'signed_out_everywhere'] as const)('user is null when the answer is %s', async (name) => {
    const { clerk } = setUp({ client: () => json(example(name)) });
    await clerk.load();
    expect([clerk.user, clerk.session, clerk.loaded]).toEqual([null, null, true]);
  });

  test('a session that is not active signs nobody in', async () => {
    const answer = example('signed_in');
    Object.assign(answer.response?.sessions[0] ?? {}, { status: 'pending' });
    const { clerk } = setUp({ client: () => json(answer) });
    await clerk.load();
    expect(clerk.user).toBeNull();
  });

  test('asks once when called twice, and again after a failure', async () => {
    const { clerk, sent } = setUp({
      client: (_, count) => json(example(count === 1 ? 'internal_clerk_error' : 'signed_in'), count === 1 ? 500 : 200),
    });
    expect(await rejection(clerk.load())).toMatchObject({ status: 500 });
    expect(clerk.loaded).toBe(false);
    await Promise.all([clerk.load(), clerk.load()]);
    expect(sent('client')).toHaveLength(2);
  });

  test('asks once when the response is not what the contract says: another would be no better', async () => {
    const { clerk, sent } = setUp({ client: () => json({ response: 'odd' }) });
    expect(await rejection(clerk.load())).toMatchObject({ reason: 'wrong-shape' });
    expect(sent('client')).toHaveLength(1);
  });

  test('says the version of the API and of the SDK that it follows, with every request', async () => {
    const { clerk, requests } = setUp();
    await clerk.load();
    for (const { query } of requests) {
      expect(query['__clerk_api_version']).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(query['_clerk_js_version']).toMatch(/^\d+\.\d+\.\d+$/);
    }
    expect(requests).toHaveLength(2);
  });
});

describe('a development instance', () => {
  test('asks for a token once, sends it with every call, and keeps it', async () => {
    const storage = memory();
    const { clerk, requests } = setUp({}, { storage });
    await Promise.all([clerk.load(), clerk.signInWithPassword(credentials)]);
    const { id } = JSON.parse(JSON.stringify(example('dev_browser')));
    expect(requests.map(({ path, query }) => [path, query['__clerk_db_jwt']])).toEqual([
      ['/v1/dev_browser', undefined],
      ['/v1/client', id],
      ['/v1/client/sign_ins', id],
    ]);
    expect([...storage.kept.values()]).toEqual([id]);
    const second = setUp({}, { storage });
    await second.clerk.load();
    expect(second.requests.map(({ path }) => path)).toEqual(['/v1/client']);
  });

  test('asks for a new token when the server does not know the old one, and sends again what was refused', async () => {
    let token = 0;
    const { clerk, requests } = setUp({
      dev_browser: () => json({ id: `new_${++token}` }),
      client: (request) => (request.url.includes('new_2') ? json(example('signed_in')) : unknownBrowser()),
    });
    await clerk.load();
    expect(requests.map(({ path }) => path)).toEqual([
      '/v1/dev_browser',
      '/v1/client',
      '/v1/dev_browser',
      '/v1/client',
    ]);
  });

  test('asks for a new one also when a part of this package is loaded anew meanwhile, as after resetModules', async () => {
    const { clerk, sent } = setUp({
      client: (_, count) => (count === 1 ? unknownBrowser() : json(example('signed_in'))),
    });
    vi.resetModules();
    await clerk.load();
    expect(clerk.user).toBeTruthy();
    expect(sent('dev_browser')).toHaveLength(2);
  });

  test('nothing was changed when the caller aborts a change that was refused for its token', async () => {
    const controller = new AbortController();
    const { user, sent } = await signedIn({
      change_password: unknownBrowser,
      dev_browser: (_, count) => {
        if (count > 1) controller.abort();
        return json({ id: `token_${count}` });
      },
    });
    const error = await rejection(user.updatePassword({ newPassword: CANARY }, { signal: controller.signal }));
    expect(error).toMatchObject({ reason: 'aborted', outcomeUnknown: false });
    expect(sent('change_password')).toHaveLength(1);
  });

  test('rejects when the server knows the new token no better', async () => {
    const { clerk, sent } = setUp({ client: unknownBrowser });
    expect(await rejection(clerk.load())).toMatchObject({ errors: [{ code: 'dev_browser_unauthenticated' }] });
    expect(sent('client')).toHaveLength(2);
  });

  test('does without a storage that throws', async () => {
    const broken = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const { clerk } = setUp({}, { storage: { getItem: broken, setItem: broken } });
    await clerk.load();
    expect(clerk.user).toBeTruthy();
  });

  test('a change is not sent behind the back of a caller who aborted while the token was fetched', async () => {
    const token = later<Response>();
    const controller = new AbortController();
    const { clerk, sent } = setUp({ dev_browser: async () => (await token.promise).clone() });
    const signingIn = rejection(clerk.signInWithPassword(credentials, { signal: controller.signal }));
    await vi.waitFor(() => expect(sent('dev_browser')).toHaveLength(1), { interval: 1 });
    controller.abort();
    expect(await signingIn).toMatchObject({ reason: 'aborted', outcomeUnknown: false });
    // Nobody waits for the token any more.
    expect(sent('dev_browser')[0]?.init.signal?.aborted).toBe(true);
    token.resolve(json(example('dev_browser')));
    await clerk.load();
    expect(sent('sign_ins')).toHaveLength(0);
  });
});

describe('a production instance', () => {
  test('sends nothing for a caller who aborted while a part of this package was loaded', async () => {
    vi.resetModules();
    const controller = new AbortController();
    const { clerk, requests } = setUp({}, {}, LIVE_KEY);
    const signingIn = rejection(clerk.signInWithPassword(credentials, { signal: controller.signal }));
    controller.abort();
    expect(await signingIn).toMatchObject({ reason: 'aborted', outcomeUnknown: false });
    await clerk.load();
    expect(requests.map(({ path }) => path)).toEqual(['/v1/client']);
  });

  test('reads no second time for a caller who aborted', async () => {
    const controller = new AbortController();
    const { user, clerk, sent } = await signedIn(
      {
        me: async () => {
          controller.abort();
          throw new TypeError('failed');
        },
      },
      {},
      LIVE_KEY,
    );
    expect(await rejection(user.reload({ signal: controller.signal }))).toMatchObject({ reason: 'aborted' });
    await clerk.client?.reload();
    expect(sent('me')).toHaveLength(1);
  });

  test('needs no token, and asks for no cookies outside of a browser', async () => {
    const { clerk, requests } = setUp({}, {}, LIVE_KEY);
    await clerk.load();
    expect(requests.map(({ path }) => path)).toEqual(['/v1/client']);
    expect(requests[0]?.init).not.toHaveProperty('credentials');
    expect(requests[0]?.query).not.toHaveProperty('__clerk_db_jwt');
  });

  test('lets cookies travel in a browser', async () => {
    vi.stubGlobal('document', {});
    vi.stubGlobal('location', { href: 'https://app.example.com/' });
    try {
      const { clerk, requests } = setUp({}, { proxyUrl: '/__clerk' }, LIVE_KEY);
      await clerk.load();
      expect(requests[0]?.init.credentials).toBe('include');
      expect(requests[0]?.path).toBe('/__clerk/v1/client');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

test('a native application sends and keeps a bearer token, and never an Origin or cookies', async () => {
  const storage = memory();
  const answer = (count: number) => json(example('signed_in'), 200, { Authorization: `Bearer token_${count}` });
  const { clerk, requests } = setUp({ client: (_, count) => answer(count) }, { native: true, storage });
  await clerk.load();
  await clerk.user?.updatePassword({ newPassword: CANARY });
  expect(requests.map(({ headers }) => headers.get('Authorization'))).toEqual([null, 'Bearer token_1']);
  expect(requests.every(({ query }) => query['_is_native'] === '1' && !('__clerk_db_jwt' in query))).toBe(true);
  expect(requests.some(({ init }) => 'credentials' in init)).toBe(false);
  expect([...storage.kept.values()]).toEqual(['token_1']);
  expect(requests[1]?.init.body).toBeTypeOf('string');

  const second = setUp({}, { native: true, storage });
  await second.clerk.load();
  expect(second.requests[0]?.headers.get('Authorization')).toBe('Bearer token_1');
});

describe('signing in and out', () => {
  const nobody = () => json(example('signed_out_everywhere'));

  test('signInWithPassword resolves to the new clerk.user, and listeners hear of it once', async () => {
    const { clerk, sent } = setUp({ client: nobody });
    await clerk.load();
    const heard: unknown[] = [];
    clerk.addListener(({ user }) => heard.push(user), { skipInitialEmit: true });
    const user = await clerk.signInWithPassword(credentials);
    expect(sent('sign_ins')[0]?.form).toEqual({ strategy: 'password', ...credentials });
    expect(clerk.user).toBe(user);
    expect(heard).toEqual([user]);
    expectNoCanary(clerk, user);
  });

  const complete = () => example('signed_in_by_password');
  test.each<[string, () => object]>([
    ['the account wants more than a password', () => example('needs_password')],
    [
      'the account wants more, and the client has no list of sessions',
      () => ({ ...example('needs_password'), client: { object: 'client', id: 'client_1' } }),
    ],
    [
      'the new session still has a task',
      () => {
        const body = complete();
        for (const session of body.client.sessions) session.status = 'pending';
        return body;
      },
    ],
    // As when the browser keeps no cookies for the server.
    ['the server does not know the client that signed in', () => ({ ...complete(), client: null })],
    [
      'the client has the session of somebody else only',
      () => ({ ...complete(), response: { ...complete().response, created_session_id: 'sess_another' } }),
    ],
  ])('rejects with incomplete when %s', async (title, body) => {
    const { clerk } = setUp({
      client: () =>
        json(title.includes('not know') ? { response: null, client: null } : example('signed_out_everywhere')),
      sign_ins: () => json(body()),
    });
    await clerk.load();
    expect(await rejection(clerk.signInWithPassword(credentials))).toMatchObject({
      name: 'ClerkCallError',
      reason: 'incomplete',
    });
  });

  test('rejects with wrong-shape when the response holds nothing', async () => {
    const { clerk } = setUp({ client: nobody, sign_ins: () => json({ response: null, client: null }) });
    const error = await rejection(clerk.signInWithPassword(credentials));
    expect(error).toMatchObject({ name: 'ClerkCallError', reason: 'wrong-shape', outcomeUnknown: false });
  });

  test('rejects with the code of the server when the password is wrong', async () => {
    const { clerk, sent } = setUp({ sign_ins: () => json(example('form_password_incorrect'), 422) });
    const error = await rejection(clerk.signInWithPassword(credentials));
    expect(error).toMatchObject({ status: 422, errors: [{ code: 'form_password_incorrect' }] });
    expect(sent('sign_ins')).toHaveLength(1);
  });

  test('signOut ends it, and listeners hear of it once', async () => {
    const { clerk, sent } = await signedIn();
    const heard: unknown[] = [];
    clerk.addListener(({ user, session }) => heard.push([user, session]), { skipInitialEmit: true });
    await clerk.signOut();
    expect(sent('sessions')[0]).toMatchObject({ method: 'POST', query: { _method: 'DELETE' } });
    expect(clerk.user).toBeNull();
    expect(heard).toEqual([[null, null]]);
  });
});

describe('listeners', () => {
  test('hear nothing when nothing changed, or after they were taken away', async () => {
    const { clerk, user } = await signedIn();
    let heard = 0;
    const stop = clerk.addListener(() => heard++, { skipInitialEmit: true });
    await user.reload();
    expect(heard).toBe(0);
    stop();
    await clerk.signOut();
    expect(heard).toBe(0);
  });
});

describe('answers that overtake each other', () => {
  const changedAt = (time: number) => {
    const body = example('password_changed');
    body.client.updated_at = time;
    body.response.password_last_updated_at = time;
    for (const session of body.client.sessions) session.user = body.response;
    return json(body);
  };

  test('a change that is answered after the sign-out does not sign in again', async () => {
    const answer = later<Response>();
    const { clerk, user, sent } = await signedIn({ change_password: () => answer.promise });
    const change = user.updatePassword({ newPassword: CANARY });
    await vi.waitFor(() => expect(sent('change_password')).toHaveLength(1), { interval: 1 });
    await clerk.signOut();
    answer.resolve(json(example('password_changed')));
    expect((await change).passwordEnabled).toBe(true);
    expect([clerk.user, clerk.session]).toEqual([null, null]);
  });

  test.each([
    ['the second was made last', 1780000000000, 1790000000000],
    ['the first was made last', 1790000000000, 1780000000000],
  ])(
    'of two changes at once the later one stays, in whatever order they are answered, when %s',
    async (_, first, second) => {
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const answers = [later<Response>(), later<Response>()];
        const last = changedAt(Math.max(first, second));
        const { clerk, user, sent } = await signedIn({
          change_password: (_, count) => answers[count - 1]?.promise ?? json({}),
          client: async (_, count) =>
            count === 1 ? json(example('signed_in')) : json({ response: (await last.clone().json()).client }),
        });
        const calls = [user.updatePassword({ newPassword: CANARY }), user.updatePassword({ newPassword: CANARY })];
        await vi.waitFor(() => expect(sent('change_password')).toHaveLength(2), { interval: 1 });
        for (const at of order) {
          answers[at]?.resolve(changedAt([first, second][at] ?? 0));
          await calls[at];
        }
        expect(clerk.user?.passwordLastUpdatedAt?.getTime()).toBe(1790000000000);
        expect(user.passwordLastUpdatedAt?.getTime()).toBe(1790000000000);
        // Nobody but the server can tell which was last: it was asked once.
        expect(sent('client')).toHaveLength(2);
      }
    },
  );

  test.each(['user', 'client'] as const)(
    'a removed password stays removed when a reading of the %s that left before arrives after',
    async (what) => {
      const slow = later<Response>();
      const { clerk, user, requests, sent } = await signedIn({
        me: () => slow.promise,
        client: (_, count) => (count === 1 ? json(example('signed_in')) : slow.promise),
      });
      const before = requests.length;
      const reading = clerk[what]?.reload();
      await vi.waitFor(() => expect(requests).toHaveLength(before + 1), { interval: 1 });
      await user.removePassword({ currentPassword: CANARY });
      slow.resolve(json(example(what === 'user' ? 'current_user' : 'signed_in')));
      await reading;
      expect(clerk.user?.passwordEnabled).toBe(false);
      // Nothing is in doubt.
      await clerk.load();
      expect(requests).toHaveLength(before + 2);
      expect(sent('remove_password')).toHaveLength(1);
    },
  );

  test.each<[string, readonly ('change' | 'read')[], readonly number[], readonly number[], number, boolean]>([
    ['a change rather than a reading that left later', ['change', 'read'], [1, 2], [1, 0], 1, true],
    ['a change rather than a reading that left before', ['read', 'change'], [1, 2], [0, 1], 2, true],
    ['a change, without doubt, if the reading is answered last', ['read', 'change'], [1, 2], [1, 0], 2, false],
    ['of two changes the one that left later', ['change', 'change'], [1, 2], [0, 1], 2, true],
    ['of two changes the one that left later', ['change', 'change'], [1, 2], [1, 0], 2, true],
    ['of two readings the one that was answered first', ['read', 'read'], [1, 2], [0, 1], 1, true],
    ['of two readings the one that was answered first', ['read', 'read'], [1, 2], [1, 0], 2, true],
    [
      'what two of three changes say, if one of them left last',
      ['change', 'change', 'change'],
      [1, 2, 1],
      [2, 0, 1],
      1,
      true,
    ],
    ['what a reading and the last change say', ['read', 'change', 'change'], [1, 2, 1], [0, 2, 1], 1, true],
  ])(
    'the best guess is shown while the server cannot be asked: %s',
    async (_, calls, contents, order, shown, isInDoubt) => {
      const answers = calls.map(() => later<Response>());
      let left = 0;
      const answer = () => answers[left++]?.promise ?? json({});
      const { clerk, user, sent } = await signedIn({
        me: answer,
        change_password: answer,
        client: (_, count) => (count === 1 ? json(example('signed_in')) : json(example('internal_clerk_error'), 500)),
      });
      const pending: Promise<unknown>[] = [];
      for (const call of calls) {
        pending.push(call === 'read' ? user.reload() : user.updatePassword({ newPassword: CANARY }));
        await vi.waitFor(() => expect(left).toBe(pending.length), { interval: 1 });
      }
      for (const index of order) {
        const body = { ...example('current_user'), client: null };
        body.response.password_last_updated_at = contents[index] ?? 0;
        answers[index]?.resolve(json(body));
        await pending[index];
      }
      expect(clerk.user?.passwordLastUpdatedAt?.getTime()).toBe(shown);
      expect(sent('client').length > 1).toBe(isInDoubt);
    },
  );
});

describe('reverification', () => {
  const wanted = () => json(example('session_reverification_required'), 403);
  const once = {
    change_password: (_: Request, count: number) => (count === 1 ? wanted() : json(example('password_changed'))),
  };
  const params = { newPassword: CANARY };

  test('asks for a proof and sends the refused call once more', async () => {
    const asked: Reverification[] = [];
    const { user, requests, clerk } = await signedIn(once, {
      onReverification: async (reverification) => {
        asked.push(reverification);
        await reverification.verifyWithPassword(CANARY);
      },
    });
    const heard: unknown[] = [];
    clerk.addListener(({ user }) => heard.push(user), { skipInitialEmit: true });
    const before = requests.length;
    expect(await user.updatePassword(params)).toEqual(clerk.user);
    const session = '/v1/client/sessions/sess_2xAmplePaloAlto0000000000001';
    expect(requests.slice(before).map(({ path, form }) => [path, form])).toEqual([
      ['/v1/me/change_password', { new_password: CANARY }],
      [`${session}/verify`, { level: 'first_factor' }],
      [`${session}/verify/attempt_first_factor`, { strategy: 'password', password: CANARY }],
      ['/v1/me/change_password', { new_password: CANARY }],
    ]);
    expect(asked).toMatchObject([
      { level: 'first_factor', strategies: expect.arrayContaining([{ strategy: 'password' }]) },
    ]);
    expect(heard.length).toBeLessThanOrEqual(1);
    expectNoCanary(asked);
  });

  test('lets the person try again when the proof was wrong', async () => {
    const { user, sent } = await signedIn(
      {
        ...once,
        attempt_first_factor: (_, count) =>
          count === 1 ? json(example('form_password_incorrect'), 422) : json(example('verification_complete')),
      },
      {
        onReverification: async ({ verifyWithPassword }) => {
          expect(await rejection(verifyWithPassword('wrong'))).toMatchObject({ status: 422 });
          await verifyWithPassword(CANARY);
        },
      },
    );
    await user.updatePassword(params);
    expect(sent('change_password')).toHaveLength(2);
  });

  test.each<[string, () => void, unknown]>([
    ['returns', () => {}, undefined],
    [
      'throws',
      () => {
        throw 'closed';
      },
      'closed',
    ],
  ])(
    'rejects with reverification-cancelled when the handler %s without a proof',
    async (_, onReverification, cause) => {
      const { user, sent } = await signedIn(once, { onReverification });
      const error = await rejection(user.updatePassword(params));
      expect(error).toMatchObject({ reason: 'reverification-cancelled', outcomeUnknown: false });
      expect(error instanceof Error && error.cause).toBe(cause);
      expect(sent('change_password')).toHaveLength(1);
    },
  );

  test('rejects with what the server said when the handler lets a wrong proof through', async () => {
    const { user } = await signedIn(
      { ...once, attempt_first_factor: () => json(example('form_password_incorrect'), 422) },
      { onReverification: ({ verifyWithPassword }) => verifyWithPassword('wrong') },
    );
    expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 422 });
  });

  test('asks only once when the server wants a proof again', async () => {
    let asked = 0;
    const { user, sent } = await signedIn(
      { change_password: wanted },
      {
        onReverification: async ({ verifyWithPassword }) => {
          asked++;
          await verifyWithPassword(CANARY);
        },
      },
    );
    expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 403 });
    expect([asked, sent('change_password').length]).toEqual([1, 2]);
  });

  test('ends with the signal of the call while the person is asked, and tells the handler', async () => {
    const controller = new AbortController();
    let closed = false;
    const { user } = await signedIn(once, {
      onReverification: ({ signal }) => {
        signal.addEventListener('abort', () => {
          closed = true;
        });
        controller.abort();
        return new Promise<never>(() => {});
      },
    });
    expect(await rejection(user.updatePassword(params, { signal: controller.signal }))).toMatchObject({
      reason: 'aborted',
      outcomeUnknown: false,
    });
    expect(closed).toBe(true);
  });

  test('waits for the person longer than a call may take', async () => {
    vi.useFakeTimers();
    try {
      const { user } = await signedIn(once, {
        onReverification: async ({ verifyWithPassword }) => {
          await vi.advanceTimersByTimeAsync(3_600_000);
          await verifyWithPassword(CANARY);
        },
      });
      expect(await user.updatePassword(params)).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});

test('the key decides where requests go', async () => {
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return json(example('dev_browser'));
  };
  await rejection(new Clerk(KEY, { fetch }).load());
  expect(urls[0]).toMatch(/^https:\/\/example\.clerk\.accounts\.dev\/v1\/dev_browser\?/);
});
