/** The token of a development browser or a native device, in a storage that others use too. */
import { Clerk } from 'user-password-api';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { CANARY, example, json, KEY, later, rejection, setUp, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const unknownBrowser = () => json(example('dev_browser_unauthenticated'), 401);

/** A server that forgets its tokens when restarted, and two tabs with one storage. */
function twoTabs() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key),
    setItem: (key: string, value: string) => kept.set(key, value),
  };
  const known = new Map<string, boolean>();
  let made = 0;
  const as = (answer: (token: string) => Response) => (request: Request) => {
    const token = new URL(request.url).searchParams.get('__clerk_db_jwt') ?? '';
    return known.has(token) ? answer(token) : unknownBrowser();
  };
  const client = (token: string) => example(known.get(token) ? 'signed_in' : 'signed_out_everywhere');
  const answers = {
    dev_browser: () => {
      const id = `token_${++made}`;
      known.set(id, false);
      return json({ id });
    },
    client: as((token) => json(client(token))),
    sign_ins: as((token) => {
      known.set(token, true);
      return json(example('signed_in_by_password'));
    }),
  };
  return { tab: () => setUp(answers, { storage }), known, kept };
}

describe('a development token', () => {
  const credentials = { identifier: 'user@example.com', password: CANARY };

  test('of another tab is taken over after a restart of the server, so that a reload stays signed in', async () => {
    const { tab, known } = twoTabs();
    const [first, second] = [tab(), tab()];
    await first.clerk.load();
    await second.clerk.load();
    known.clear();
    await first.clerk.signInWithPassword(credentials);
    await second.clerk.client?.reload();
    expect(second.clerk.user?.firstName).toBe('Ada');
    const reloaded = tab();
    await reloaded.clerk.load();
    expect(reloaded.clerk.user?.firstName).toBe('Ada');
    expect(second.sent('dev_browser')).toHaveLength(0);
  });

  test('is one for two instances of a page that begin at the same time', async () => {
    const { tab, kept } = twoTabs();
    const tabs = [tab(), tab(), tab()];
    await Promise.all(tabs.map(({ clerk }) => clerk.load()));
    const used = tabs.map(({ sent }) => sent('client').at(-1)?.query['__clerk_db_jwt']);
    expect(new Set(used)).toEqual(new Set(kept.values()));
  });

  const tokenIn = (request: Request) => new URL(request.url).searchParams.get('__clerk_db_jwt');

  test('is got anew once for two calls that are refused at once', async () => {
    const as = (name: 'current_user' | 'password_changed') => (request: Request) =>
      tokenIn(request) === 'token_2' ? json(example(name)) : unknownBrowser();
    const { user, sent } = await signedIn({
      dev_browser: (_, count) => json({ id: `token_${count}` }),
      me: as('current_user'),
      change_password: as('password_changed'),
    });
    await Promise.all([user.reload(), user.updatePassword({ newPassword: CANARY })]);
    expect(['me', 'change_password', 'dev_browser'].map((name) => sent(name).length)).toEqual([2, 2, 2]);
  });

  test('that another call got anew is used by one that is refused later, which gets another if need be', async () => {
    const slow = later<Response>();
    const { user, sent } = await signedIn({
      dev_browser: (_, count) => json({ id: `token_${count}` }),
      change_password: (request) =>
        tokenIn(request) === 'token_1' ? unknownBrowser() : json(example('password_changed')),
      me: (request, count) =>
        count === 1 ? slow.promise : tokenIn(request) === 'token_3' ? json(example('current_user')) : unknownBrowser(),
    });
    const reading = user.reload();
    await vi.waitFor(() => expect(sent('me')).toHaveLength(1), { interval: 1 });
    await user.updatePassword({ newPassword: CANARY });
    slow.resolve(unknownBrowser());
    await reading;
    expect(sent('me').map(({ query }) => query['__clerk_db_jwt'])).toEqual(['token_1', 'token_2', 'token_3']);
    expect(sent('dev_browser')).toHaveLength(3);
  });

  test('is got anew when the stored one is no better', async () => {
    const { tab, known, kept } = twoTabs();
    const { clerk, sent } = tab();
    await clerk.load();
    known.clear();
    for (const key of kept.keys()) kept.set(key, 'stale too');
    await clerk.client?.reload();
    expect(sent('dev_browser')).toHaveLength(2);
    expect([...kept.values()]).toEqual(['token_2']);
  });

  test('is not shared by two keys behind one proxy, and is stored under a name that every store takes', async () => {
    const names: string[] = [];
    const storage = { getItem: () => null, setItem: (name: string) => void names.push(name) };
    const other = `pk_test_${btoa('another.clerk.accounts.dev$')}`;
    for (const key of [KEY, other])
      await setUp({}, { storage, proxyUrl: 'http://localhost:4010/__clerk' }, key).clerk.load();
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[\w.-]+$/);
  });
});

test('the token is kept in localStorage by a page without a storage of its own', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  const kept = new Map<string, string>();
  vi.stubGlobal('document', {});
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  await setUp().clerk.load();
  const { clerk, requests } = setUp();
  await clerk.load();
  expect(requests.map(({ path, query }) => [path, query['__clerk_db_jwt']])).toEqual([
    ['/v1/client', ...kept.values()],
  ]);
});

test('a program without a storage keeps the token in memory and is not warned', async () => {
  const { user, sent } = await signedIn();
  await user.reload();
  expect(sent('dev_browser')).toHaveLength(1);
  expect(console.warn).not.toHaveBeenCalled();
});

test('a bearer token that the server renews after a sign-in is used, and one that a mock leaves out is kept', async () => {
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const withoutHeaders = () => Object.defineProperty(json(example('current_user')), 'headers', { value: undefined });
  const { clerk, requests } = setUp(
    {
      sign_ins: () => json(example('signed_in_by_password'), 200, bearer('first')),
      me: (_, count) => (count < 3 ? json(example('current_user'), 200, bearer(`me_${count}`)) : withoutHeaders()),
    },
    { native: true },
  );
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
  for (const _ of Array(3)) await user.reload();
  await clerk.signOut();
  expect(requests.map(({ headers }) => headers.get('Authorization'))).toEqual([
    null,
    ...['Bearer first', 'Bearer me_1', 'Bearer me_2', 'Bearer me_2'],
  ]);
});

test('an older bearer token does not replace a newer one', async () => {
  const kept: string[] = [];
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const slow = later<Response>();
  const { user, clerk, sent, requests } = await signedIn(
    {
      me: () => slow.promise,
      change_password: () => json(example('password_changed'), 200, bearer('newer')),
      client: () => json(example('signed_in'), 200, bearer('first')),
    },
    { native: true, storage: { getItem: () => null, setItem: async (_, value) => void kept.push(value) } },
  );
  const reading = user.reload();
  await vi.waitFor(() => expect(sent('me')).toHaveLength(1), { interval: 1 });
  await user.updatePassword({ newPassword: CANARY });
  slow.resolve(json(example('current_user'), 200, bearer('older')));
  await reading;
  expect(kept).toEqual(['first', 'newer']);
  await clerk.signOut();
  expect(requests.at(-1)?.headers.get('Authorization')).toBe('Bearer newer');
});

describe('a bearer token that crosses a sign-in', () => {
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const credentials = { identifier: 'user@example.com', password: CANARY };

  /** Sends two requests at once, responds in the given order, and says which token the next request brings. */
  async function play(calls: readonly ('sign-in' | 'read')[], order: readonly number[]): Promise<unknown> {
    const answers = calls.map(() => later<Response>());
    let left = 0;
    const answer = () => answers[left++]?.promise ?? json({});
    const { clerk, user, requests, sent } = await signedIn(
      { sign_ins: answer, me: answer },
      { native: true, storage: { getItem: () => null, setItem: () => {} } },
    );
    const pending: Promise<unknown>[] = [];
    for (const [index, call] of calls.entries()) {
      pending.push(call === 'read' ? user.reload() : clerk.signInWithPassword(credentials));
      await vi.waitFor(() => expect(sent('sign_ins').length + sent('me').length).toBe(index + 1), { interval: 1 });
    }
    for (const index of order) {
      const body = example(calls[index] === 'read' ? 'current_user' : 'signed_in_by_password');
      answers[index]?.resolve(json(body, 200, bearer(`${calls[index]} ${index}`)));
      await pending[index];
    }
    await clerk.signOut();
    return requests.at(-1)?.headers.get('Authorization');
  }

  test.each([
    [['sign-in', 'read'], [0, 1], 'Bearer sign-in 0'],
    [['sign-in', 'read'], [1, 0], 'Bearer sign-in 0'],
    [['read', 'sign-in'], [0, 1], 'Bearer sign-in 1'],
    [['read', 'sign-in'], [1, 0], 'Bearer sign-in 1'],
    [['sign-in', 'sign-in'], [0, 1], 'Bearer sign-in 1'],
    [['sign-in', 'sign-in'], [1, 0], 'Bearer sign-in 1'],
    [['read', 'read'], [0, 1], 'Bearer read 1'],
    [['read', 'read'], [1, 0], 'Bearer read 1'],
  ] as const)('%j, answered in the order %j: the next request brings %s', async (calls, order, token) => {
    expect(await play(calls, order)).toBe(token);
  });
});

test('a native application without a network is told so by a typed error', async () => {
  const fetch = async () => {
    throw new TypeError('fetch failed');
  };
  const error = await rejection(new Clerk(KEY, { fetch, native: true }).load());
  expect(error).toMatchObject({ name: 'ClerkCallError', reason: 'no-answer' });
});

describe('a storage', () => {
  test.each([[{}], [[]], [{ getItem: () => null }], [{ setItem: () => {} }], [null]])(
    'that is none is a TypeError (%#)',
    (storage) => {
      expect(() => Reflect.construct(Clerk, [KEY, { storage }])).toThrow(/storage/);
      expect(() => Reflect.construct(Clerk, [KEY, { storage }])).toThrow(TypeError);
    },
  );

  test.each(['', null, undefined, 5, {}])('that holds %j holds no token: a new one is asked for', async (value) => {
    // What stores in JavaScript return.
    const getItem = (): string => value as string;
    const { user, sent } = await signedIn({}, { storage: { getItem, setItem: () => {} } });
    await user.reload();
    expect(sent('dev_browser')).toHaveLength(1);
    expect(sent('me')[0]?.query['__clerk_db_jwt']).toMatch(/./);
  });

  test('is written one token after the other, however slow it is, so that the newest is kept', async () => {
    const first = later<void>();
    const events: string[] = [];
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    const { user } = await signedIn(
      {
        client: () => json(example('signed_in'), 200, bearer('older')),
        me: () => json(example('current_user'), 200, bearer('newer')),
      },
      {
        native: true,
        storage: {
          getItem: () => null,
          setItem: async (_, value) => {
            events.push(`begin ${value}`);
            if (value === 'older') await first.promise;
            events.push(`end ${value}`);
          },
        },
      },
    );
    await user.reload();
    first.resolve();
    await vi.waitFor(() => expect(events).toEqual(['begin older', 'end older', 'begin newer', 'end newer']));
  });

  test.each([
    [
      'throws',
      () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    ],
    ['rejects', () => Promise.reject(new DOMException('full', 'QuotaExceededError'))],
  ])('that %s is said once on the console, and done without', async (_, fail) => {
    const warn = vi.spyOn(console, 'warn');
    for (const storage of [
      { getItem: fail, setItem: fail },
      { getItem: fail, setItem: () => {} },
      { getItem: () => null, setItem: fail },
    ]) {
      warn.mockClear();
      const { clerk } = setUp({}, { storage });
      await clerk.load();
      await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
      expect(clerk.user).toBeTruthy();
      await vi.waitFor(() => expect(warn.mock.calls).toEqual([[expect.stringContaining('QuotaExceededError')]]));
    }
  });
});

test('a chunk that cannot be loaded is a typed error, nothing was sent, and the next try works', async () => {
  onTestFinished(() => vi.doUnmock('../../src/client/runtime.ts'));
  vi.doMock('../../src/client/runtime.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const sent: string[] = [];
  const fetch = async (url: string) => {
    sent.push(new URL(url).pathname);
    return json(example(url.includes('dev_browser') ? 'dev_browser' : 'signed_in'));
  };
  const clerk = new Clerk(KEY, { fetch });
  expect(await rejection(clerk.load())).toMatchObject({
    reason: 'unreachable',
    outcomeUnknown: false,
    cause: expect.any(Error),
  });
  expect(sent).toEqual([]);
  vi.doUnmock('../../src/client/runtime.ts');
  await clerk.load();
  expect(sent).toEqual(['/v1/dev_browser', '/v1/client']);
});

test('a reverification whose chunk cannot be loaded is a typed error, nothing was changed, and the next try works', async () => {
  onTestFinished(() => vi.doUnmock('../../src/client/reverify.ts'));
  vi.doMock('../../src/client/reverify.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  let verified = false;
  const wanted = () => json(example('session_reverification_required'), 403);
  const sent: string[] = [];
  const answers: Readonly<Record<string, () => Response>> = {
    dev_browser: () => json(example('dev_browser')),
    client: () => json(example('signed_in')),
    change_password: () => (verified ? json(example('password_changed')) : wanted()),
    verify: () => json(example('verification_started')),
    attempt_first_factor: () => {
      verified = true;
      return json(example('verification_complete'));
    },
  };
  const fetch = async (url: string) => {
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    sent.push(name);
    return answers[name]?.() ?? json({}, 404);
  };
  const clerk = new Clerk(KEY, { fetch, onReverification: ({ verifyWithPassword }) => verifyWithPassword(CANARY) });
  await clerk.load();
  const change = () => clerk.user?.updatePassword({ newPassword: CANARY }) ?? Promise.reject(new Error('Nobody'));
  expect(await rejection(change())).toMatchObject({ reason: 'unreachable', outcomeUnknown: false });
  expect(sent).toEqual(['dev_browser', 'client', 'change_password']);
  vi.doUnmock('../../src/client/reverify.ts');
  expect((await change()).firstName).toBe('Ada');
  expect(sent.slice(3)).toEqual(['change_password', 'verify', 'attempt_first_factor', 'change_password']);
});

test('the chunk of a reverification is loaded together with a user, for a page whose network goes', async () => {
  onTestFinished(() => vi.doUnmock('../../src/client/reverify.ts'));
  const loaded = later<void>();
  vi.doMock('../../src/client/reverify.ts', () => {
    loaded.resolve();
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  await signedIn({}, { onReverification: () => {} });
  await loaded.promise;
});

test('the chunk of a reverification is not loaded by a page that cannot ask for one', async () => {
  onTestFinished(() => vi.doUnmock('../../src/client/reverify.ts'));
  let isLoaded = false;
  vi.doMock('../../src/client/reverify.ts', () => {
    isLoaded = true;
    return {};
  });
  await signedIn();
  await vi.dynamicImportSettled();
  expect(isLoaded).toBe(false);
});
