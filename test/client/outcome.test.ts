/** "Was my password changed?" is answered by one rule, and never wrongly. */
import { inspect } from 'node:util';
import { Clerk, type ClerkAPIResponseError, type ClerkCallError, type Reverification } from 'user-password-api';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CANARY, example, expectNoCanary, json, KEY, rejection, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
afterEach(() => {
  vi.unstubAllGlobals();
});
const params = { currentPassword: CANARY, newPassword: CANARY };
const changing = (answer: (request: Request) => Response | Promise<Response>) =>
  signedIn({ change_password: (request) => answer(request) });
const offline = { onLine: false };

describe('the device is offline', () => {
  test('outcome unknown when the network goes after the change was sent', async () => {
    const { user } = await changing(() => {
      vi.stubGlobal('navigator', offline);
      throw new TypeError('failed');
    });
    expect(await rejection(user.updatePassword(params))).toMatchObject({ reason: 'offline', outcomeUnknown: true });
  });

  test('nothing changed when it was before anything was sent', async () => {
    const { user } = await changing(() => Promise.reject(new TypeError('failed')));
    vi.stubGlobal('navigator', offline);
    expect(await rejection(user.updatePassword(params))).toMatchObject({ reason: 'offline', outcomeUnknown: false });
  });

  test('outcome unknown when the network came back in between', async () => {
    const { user } = await changing(() => {
      vi.stubGlobal('navigator', { onLine: true });
      throw new TypeError('failed');
    });
    vi.stubGlobal('navigator', offline);
    expect(await rejection(user.updatePassword(params))).toMatchObject({ reason: 'no-answer', outcomeUnknown: true });
  });

  test('outcome unknown when the browser takes itself for offline all along, as beside a VPN, and responses come', async () => {
    vi.stubGlobal('navigator', offline);
    const { user } = await changing(() => Promise.reject(new TypeError('failed')));
    expect(await rejection(user.updatePassword(params))).toMatchObject({ reason: 'offline', outcomeUnknown: true });
  });

  test('outcome unknown when the server is on this machine, which needs no network', async () => {
    const lost = () => Promise.reject(new TypeError('failed'));
    const { user } = await signedIn({ change_password: lost }, { proxyUrl: 'http://localhost:4010' });
    vi.stubGlobal('navigator', offline);
    expect(await rejection(user.updatePassword(params))).toMatchObject({ outcomeUnknown: true });
  });
});

describe('a storage', () => {
  test('that never finishes writing stands in the way of no response', async () => {
    const bearer = { Authorization: 'Bearer token_2' };
    const { user } = await signedIn(
      { change_password: () => json(example('password_changed'), 200, bearer) },
      { native: true, storage: { getItem: () => 'token_1', setItem: () => new Promise(() => {}) } },
    );
    expect(await user.updatePassword(params)).toBe(user);
  });

  test('that never finishes reading ends in timed-out, nothing changed', async () => {
    const clerk = new Clerk(KEY, {
      native: true,
      fetch: async () => json(example('signed_in')),
      storage: { getItem: () => new Promise(() => {}), setItem: () => {} },
    });
    expect(await rejection(clerk.load({ timeoutMs: 5 }))).toMatchObject({ reason: 'timed-out', outcomeUnknown: false });
  });
});

describe('whatever a newer server adds to a user', () => {
  const odd = [
    ...['act', 'update_password', 'remove_password', 'reload', 'full_name', 'primary_email_address'],
    ...['constructor', 'to_string', 'to_json', 'then', 'value_of', 'has_own_property', 'prototype', '__proto__'],
  ];

  test.each(odd)('named %s, the methods work and the response is delivered', async (name) => {
    const server = example('signed_in');
    const changed = example('password_changed');
    for (const user of [server.response?.sessions[0]?.user, changed.response, changed.client.sessions[0]?.user]) {
      Object.defineProperty(user ?? {}, name, { value: { evil: 1 }, enumerable: true });
    }
    const { user, clerk } = await signedIn({
      client: () => json(server),
      change_password: () => json(changed),
    });
    expect(await user.updatePassword(params)).toBe(user);
    expect(await clerk.user?.reload()).toBeTruthy();
    expect(user.fullName).toBe('Ada Example');
    expect(user.primaryEmailAddress?.emailAddress).toBe('user@example.com');
    expect(`${user}`).toBe('[object Object]');
    expect('evil' in user).toBe(false);
  });

  test.each(['reload', 'update_password', 'remove_password'])(
    'and takes away again, named %s: the methods stay',
    async (name) => {
      const server = example('signed_in');
      Object.assign(server.response?.sessions[0]?.user ?? {}, { [name]: 1, brand_new: 1 });
      const { user } = await signedIn({ client: () => json(server) });
      expect(user).toHaveProperty('brandNew', 1);
      await user.updatePassword(params);
      expect(user).not.toHaveProperty('brandNew');
      expect([user.reload, user.updatePassword, user.removePassword].map((method) => typeof method)).toEqual(
        Array(3).fill('function'),
      );
    },
  );
});

describe('known or unknown, always a boolean, on both error classes', () => {
  const errors = { errors: [{ code: 'x', message: 'm', long_message: 'l' }] };
  test.each([
    [400, false],
    [403, false],
    [409, false],
    [422, false],
    [429, false],
    [499, false],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [599, true],
    [202, true],
  ])('a %i leaves it unknown: %s', async (status, outcomeUnknown) => {
    for (const body of [JSON.stringify(errors), '', '<h1>', '{}', JSON.stringify(example('internal_clerk_error'))]) {
      const { user, sent } = await changing(() => new Response(body, { status }));
      const error = (await rejection(user.updatePassword(params))) as ClerkAPIResponseError | ClerkCallError;
      expect(error).toMatchObject({ status, outcomeUnknown });
      expect(sent('change_password')).toHaveLength(1);
    }
  });

  test('what reads or signs in never leaves it unknown', async () => {
    const failing = () => json(example('internal_clerk_error'), 500);
    const { user, clerk } = await signedIn({ me: failing, sign_ins: failing, sessions: failing });
    const credentials = { identifier: 'user@example.com', password: CANARY };
    for (const call of [user.reload(), clerk.signInWithPassword(credentials), clerk.signOut()]) {
      expect(await rejection(call)).toMatchObject({ status: 500, outcomeUnknown: false });
    }
  });
});

describe('a 200 that is odd in a place that does not matter is a success', () => {
  /** What stands in the body for JSON that is nested deeper than any stack. */
  const nested: Readonly<Record<string, string>> = {
    'many lists': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'many objects': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  };
  test.each<[string, (body: Record<string, unknown>) => void, isDeep?: boolean]>([
    ['the client lacks sessions', (body) => Object.assign(body, { client: { object: 'client', id: 'client_1' } })],
    ...Object.keys(nested).map((name): [string, (body: Record<string, unknown>) => void, boolean] => [
      `the user holds ${name} in each other`,
      ({ response }) => Object.assign(response ?? {}, { brand_new: name }),
      true,
    ]),
    [
      'the metadata is deeply nested',
      ({ response }) => Object.assign(response ?? {}, { public_metadata: { deep: 'many lists' } }),
      true,
    ],
    ['a list is none', ({ response }) => Object.assign(response ?? {}, { email_addresses: 'x', passkeys: null })],
    [
      'a session holds no proper user',
      ({ client }) => Object.assign(client ?? {}, { sessions: [{ id: 1, user: 'x' }] }),
    ],
  ])('%s', async (_, change, isDeep) => {
    const body: Record<string, unknown> = { ...example('password_changed') };
    change(body);
    const text = JSON.stringify(body).replace(/"many \w+"/g, (name) => nested[JSON.parse(name)] ?? name);
    const { user, clerk } = await changing(() => new Response(text));
    let heard = 0;
    clerk.addListener(() => heard++);
    expect(await user.updatePassword(params)).toBe(user);
    expect(heard).toBe(2);
    // What is nested too deep to be compared may have changed each time.
    await user.updatePassword(params);
    expect(heard).toBe(isDeep ? 3 : 2);
    expect(inspect([clerk.user, clerk.session, clerk.client]).length).toBeGreaterThan(0);
  });
});

/** Some wrappers link the error that they throw with the one that they caught, both ways. */
function ring(): Error {
  const caught = new Error('caught');
  const thrown = new Error('thrown', { cause: caught });
  caught.cause = thrown;
  return thrown;
}

describe('nothing was sent', () => {
  const error = (code: string) => Object.assign(new Error('x'), { code });
  // What Node 24, Bun 1.4, Deno 2.9, workerd and Chromium threw when they were tried.
  test.each<[string, unknown, boolean]>([
    ['Node, refused', new TypeError('fetch failed', { cause: error('ECONNREFUSED') }), true],
    ['Node, name unknown', new TypeError('fetch failed', { cause: error('ENOTFOUND') }), true],
    [
      'Node, no way there',
      new TypeError('fetch failed', { cause: Object.assign(error('EHOSTUNREACH'), { syscall: 'connect' }) }),
      true,
    ],
    // Linux says this of a connection that was made, too, once the way there is gone.
    ['Node, no way there any more', new TypeError('fetch failed', { cause: error('EHOSTUNREACH') }), false],
    ...[
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'EAI_AGAIN',
      'UND_ERR_CONNECT_TIMEOUT',
    ].map((code): [string, unknown, boolean] => [
      `Node, ${code}`,
      new TypeError('fetch failed', { cause: error(code) }),
      true,
    ]),
    ['Node, no TLS there', new TypeError('fetch failed', { cause: error('ERR_SSL_WRONG_VERSION_NUMBER') }), false],
    ['Node, reset', new TypeError('fetch failed', { cause: error('ECONNRESET') }), false],
    ['Node, closed', new TypeError('fetch failed', { cause: error('UND_ERR_SOCKET') }), false],
    ['Bun, refused', error('ECONNREFUSED'), true],
    ['Bun, name unknown', error('ENOTFOUND'), true],
    ['Bun, certificate', error('DEPTH_ZERO_SELF_SIGNED_CERT'), true],
    ['Bun, handshake', error('EPROTO'), false],
    ['Bun, reset or closed', error('ECONNRESET'), false],
    // Deno sends a request again by itself when a connection is closed, and then says this although it had been sent.
    [
      'Deno, refused',
      new TypeError('fetch failed', {
        cause: new Error('error sending request for url (…): client error (Connect): tcp connect error: refused'),
      }),
      false,
    ],
    ['errors that are the cause of each other', ring(), false],
    ['workerd, anything', new Error('Network connection lost.'), false],
    ['Chromium, anything', new TypeError('Failed to fetch'), false],
  ])('only if the runtime says so: %s', async (_, cause, unsent) => {
    const { user } = await changing(() => Promise.reject(cause));
    expect(await rejection(user.updatePassword(params))).toMatchObject({
      reason: unsent ? 'unreachable' : 'no-answer',
      outcomeUnknown: !unsent,
    });
  });
});

describe('Retry-After', () => {
  const inTenSeconds = () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 10_000).toUTCString();
  test.each<[string, () => string, number | undefined]>([
    ['seconds', () => '17', 17],
    ['a fraction', () => '1.5', 1.5],
    ['twice', () => '17, 17', 17],
    ['a date', inTenSeconds, 10],
    ['a date, twice', () => `${inTenSeconds()}, ${inTenSeconds()}`, 10],
    ['a date gone by', () => 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['nonsense', () => 'soon', undefined],
    ['negative', () => '-1', undefined],
    ['empty', () => '', undefined],
  ])('as %s', async (_, value, seconds) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
    try {
      const { user } = await changing(() => json(example('too_many_requests'), 429, { 'Retry-After': value() }));
      expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 429, retryAfter: seconds });
    } finally {
      vi.useRealTimers();
    }
  });
});

test.each<[string, (request: Request) => unknown]>([
  ['its request', (request) => ({ name: 'RequestError', request })],
  ['an error with its request', (request) => Object.assign(new Error('failed'), { request, body: CANARY })],
  ['an error with its settings', () => Object.assign(new Error('failed'), { config: { data: `p=${CANARY}` } })],
  ['a text', () => `failed: new_password=${encodeURIComponent(CANARY)}`],
  ['an error that quotes', () => new Error(`failed: ${CANARY}`, { cause: new Error(CANARY) })],
  ['an error with such a cause', () => new TypeError('failed', { cause: { body: CANARY } })],
])('the password is found nowhere in the error when a fetch of the caller throws %s', async (_, thrown) => {
  const all: unknown[] = [];
  const fail = (request: Request) => {
    all.push(thrown(request));
    return Promise.reject(all.at(-1));
  };
  const { user } = await signedIn({ change_password: fail, remove_password: fail });
  for (const call of [user.updatePassword({ newPassword: CANARY }), user.removePassword({ currentPassword: CANARY })]) {
    const error = await rejection(call);
    expect(error).toMatchObject({ reason: 'no-answer', outcomeUnknown: true });
    expectNoCanary(error);
    expect(error).toHaveProperty('cause', expect.any(Error));
    // Not even where it is not printed, as in a request.
    expect(all).not.toContain(error instanceof Error && error.cause);
  }
});

test('the password is found nowhere in the error when a wrapper around the global fetch throws its request', async () => {
  const server = await changing((request) => {
    throw Object.assign(new TypeError('failed'), { config: { data: CANARY }, request });
  });
  vi.stubGlobal('fetch', server.fetch);
  const clerk = new Clerk(KEY);
  await clerk.load();
  const error = await rejection(Promise.resolve(clerk.user?.updatePassword(params)));
  expect(error).toMatchObject({ reason: 'no-answer', outcomeUnknown: true });
  expectNoCanary(error);
});

test('the cause is the very error when it is one of Node’s fetch with all that it tells of the connection', async () => {
  const socket = { remoteAddress: '127.0.0.1', remotePort: 443, bytesWritten: 0 };
  const closed = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET', socket });
  const refused = new AggregateError([new Error('::1'), new Error('127.0.0.1')], 'refused');
  for (const cause of [closed, refused]) {
    const thrown = new TypeError('fetch failed', { cause });
    const { user } = await changing(() => Promise.reject(thrown));
    expect(await rejection(user.updatePassword(params))).toHaveProperty('cause', thrown);
  }
});

test('the cause says the name and the code of what a fetch of the caller threw, unless they show the password', async () => {
  const causeOf = async (thrown: unknown) => {
    const { user } = await changing(() => Promise.reject(thrown));
    const error = await rejection(user.updatePassword(params));
    return error instanceof Error && error.cause instanceof Error ? { ...error.cause, text: String(error.cause) } : {};
  };
  const config = { data: CANARY };
  expect(await causeOf(Object.assign(new TypeError('failed'), { config, code: 'ERR_NETWORK' }))).toEqual({
    code: 'ERR_NETWORK',
    text: expect.stringMatching(/TypeError, not shown/),
  });
  expect(await causeOf({ name: CANARY, code: CANARY })).toEqual({
    text: expect.stringMatching(/An error, not shown/),
  });
});

test('the cause is the very error when it shows nothing but what is no secret', async () => {
  const thrown = new Error('No way to user@example.com by password.');
  const { clerk } = await signedIn({ sign_ins: () => Promise.reject(thrown) });
  const error = await rejection(clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY }));
  expect(error instanceof Error && error.cause).toBe(thrown);
});

test.each([
  ['code', (reverification: Reverification) => reverification.verifyWithCode('31415926')],
  ['password', (reverification: Reverification) => reverification.verifyWithPassword('31415926')],
] as const)(
  'the %s of a reverification is found nowhere in the error when the caller’s fetch shows it',
  async (_, verify) => {
    const { user } = await signedIn(
      {
        change_password: () => json(example('session_reverification_required'), 403),
        attempt_first_factor: () => Promise.reject(new Error('failed: 31415926')),
      },
      { onReverification: verify },
    );
    const error = await rejection(user.updatePassword(params));
    expect(error).toMatchObject({ reason: 'no-answer', outcomeUnknown: false, cause: expect.any(Error) });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('31415926');
  },
);
