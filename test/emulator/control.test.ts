import { createEmulator } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { clientFor, codeOf } from './browser.ts';

const body = { current_password: 'current-password-1', new_password: 'a new one for me' };
const CHANGE = 'http://127.0.0.1:4010/v1/me/change_password?__clerk_db_jwt=dvb_local';

describe('reset', () => {
  test('brings everything back to the seed when much was changed', async () => {
    const emulator = createEmulator({ now: () => 1_000 });
    await clientFor(emulator).changePassword({ body });
    emulator.configure({ reverification: true });
    emulator.force('*', { status: 503 });
    emulator.users.create({ email: 'more@example.com' });
    emulator.advance(5_000);
    emulator.reset();
    expect(emulator.users.list()).toHaveLength(3);
    expect(emulator.settings.reverification).toBe(false);
    expect(emulator.now).toBe(1_000);
    expect(emulator.outbox).toEqual([]);
    expect(emulator.requests).toEqual([]);
    expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
  });

  test('shows the state from before until a large seed is ready', async () => {
    const emulator = createEmulator();
    const users = Array.from({ length: 600 }, (_, index) => ({ username: `user-${index}` }));
    const ready = emulator.resetGradually({ users });
    expect(emulator.users.count).toBe(3);
    await ready;
    expect(emulator.users.count).toBe(600);
  });

  test('changes nothing when the seed that is given cannot be', async () => {
    const emulator = createEmulator();
    emulator.advance(5_000);
    const users = emulator.users.list();
    const seed = { users: [{ username: 'ada' }], sessions: [{ user: 'grace' }] };
    expect(() => emulator.reset(seed)).toThrow('There is no user grace.');
    expect(emulator.users.list()).toEqual(users);
    emulator.reset();
    expect(emulator.users.list().map(({ id }) => id)).toEqual(users.map(({ id }) => id));
  });
});

describe('the clock', () => {
  test('tells whole milliseconds, as the contract has them, when it was moved or made by fractions', async () => {
    const emulator = createEmulator({ now: () => 1_000.4 });
    emulator.advance(0.7);
    expect(emulator.now).toBe(1_001);
    const answer = await emulator.fetch(CHANGE, { method: 'POST', body: new URLSearchParams(body) });
    expect(await answer.json()).toMatchObject({ response: { updated_at: 1_001, password_last_updated_at: 1_001 } });
    for (const back of [Number.POSITIVE_INFINITY, -1]) {
      expect(() => emulator.advance(back)).toThrow('The clock only goes forward: give milliseconds of at least 0.');
    }
    emulator.advance(0);
    expect(emulator.now).toBe(1_001);
  });
});

describe('two emulators', () => {
  test('know nothing of each other when one of them changes', async () => {
    const [one, other] = [createEmulator(), createEmulator()];
    await clientFor(one).removePassword({ body: { current_password: body.current_password } });
    expect(one.users.get('user@example.com')?.hasPassword).toBe(false);
    expect(other.users.get('user@example.com')?.hasPassword).toBe(true);
  });
});

describe('force', () => {
  test('answers the code once and does not carry out the operation when nothing else is said', async () => {
    const emulator = createEmulator();
    const client = clientFor(emulator);
    emulator.force('changePassword', { code: 'too_many_requests', retryAfter: 7 });
    const refused = await client.changePassword({ body });
    expect(refused).toMatchObject({ ok: false, status: 429, retryAfter: 7 });
    expect(await codeOf(client.changePassword({ body }))).toBe('ok');
  });

  test('loses only the answer when the operation is carried out and the connection dropped', async () => {
    const emulator = createEmulator();
    const client = clientFor(emulator);
    emulator.force('changePassword', { fault: 'drop', carriedOut: true });
    expect(await client.changePassword({ body })).toMatchObject({ ok: false, reason: 'no-answer' });
    expect(emulator.outbox).toMatchObject([{ kind: 'password_changed', to: 'user@example.com' }]);
    expect(await codeOf(client.changePassword({ body }))).toBe('form_password_incorrect');
  });

  test.each([{ fault: 'drop' }, { body: 'odd' }, { status: 204 }] as const)(
    'carries out nothing when %j is all that is forced',
    async (forced) => {
      const emulator = createEmulator();
      emulator.force('changePassword', forced);
      expect(await clientFor(emulator).changePassword({ body })).toMatchObject({ ok: false, status: 'unexpected' });
      expect(emulator.outbox).toEqual([]);
      expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
    },
  );

  test('breaks off in the middle of the body when the fault is a truncated answer', async () => {
    const emulator = createEmulator();
    emulator.force('getUser', { fault: 'truncate' });
    expect(await clientFor(emulator).getUser()).toMatchObject({ ok: false, reason: 'interrupted' });
  });

  test('answers any status and body, as often as is said, for any operation', async () => {
    const emulator = createEmulator();
    emulator.force('*', { status: 502, body: '<h1>Bad gateway</h1>', contentType: 'text/html', times: 2 });
    for (let count = 0; count < 2; count++) {
      const answer = await emulator.fetch('http://127.0.0.1:4010/v1/client');
      expect(answer.status).toBe(502);
      expect(answer.headers.get('content-type')).toBe('text/html');
      expect(await answer.text()).toBe('<h1>Bad gateway</h1>');
    }
    expect((await emulator.fetch('http://127.0.0.1:4010/v1/client')).status).toBe(200);
  });

  test('is used up in order, the operation’s own before those for all, and cancelled by id or by operation', async () => {
    const emulator = createEmulator();
    const get = async () => (await emulator.fetch('http://127.0.0.1:4010/v1/me?__clerk_db_jwt=dvb_local')).status;
    const all = emulator.force('*', { status: 500 });
    const first = emulator.force('getUser', { status: 502, times: 2 });
    const second = emulator.force('getUser', { status: 503 });
    const third = emulator.force('getUser', { status: 504 });
    emulator.force('getClient', { status: 505 });
    expect([first > all, second > first, third > second]).toEqual([true, true, true]);
    emulator.unforce(second);
    expect(() => emulator.unforce(second)).toThrow(`No forced response ${second} waits.`);
    expect(emulator.forced).toMatchObject([
      { id: all, operation: '*', left: 1, answer: { status: 500 } },
      { id: first, operation: 'getUser', left: 2, answer: { status: 502, times: 2 } },
      { id: third, operation: 'getUser', left: 1, answer: { status: 504 } },
      { operation: 'getClient', left: 1 },
    ]);
    emulator.unforce('getClient');
    expect([await get(), await get(), await get(), await get(), await get()]).toEqual([502, 502, 504, 500, 200]);
    const last = emulator.force('getUser', { status: 502 });
    emulator.unforce(last);
    expect([emulator.forced, await get()]).toEqual([[], 200]);
  });

  test('names the operations there are when it does not know the one given', () => {
    expect(() => createEmulator().force('setPassword', {})).toThrow(
      /^There is no operation "setPassword"\. There are: \*, changePassword(, \w+)+\.$/,
    );
  });
});

describe('a forced latency', () => {
  const ME = 'http://127.0.0.1:4010/v1/me?__clerk_db_jwt=dvb_local';
  /** Waits until the response is held back; no time passes for it meanwhile. */
  const waiting = async () => {
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
  };
  /** Starts a request whose response takes a second, and tells how far it is after each millisecond that is waited. */
  async function begin(init: RequestInit = {}) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const emulator = createEmulator();
    emulator.force('getUser', { latency: 1_000 });
    let settled: unknown = 'waits';
    const done = emulator.fetch(ME, init).then(
      ({ status }) => {
        settled = status;
      },
      (error: unknown) => {
        settled = error;
      },
    );
    const wait = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return settled;
    };
    return { wait, done, settled: () => settled };
  }

  test('holds the response back, and the request is carried out', async () => {
    const { wait } = await begin();
    await waiting();
    expect(await wait(999)).toBe('waits');
    expect(await wait(1)).toBe(200);
  });

  test.each([
    ['before', (controller: AbortController) => controller.abort('enough')],
    ['meanwhile', () => {}],
  ])('ends with the signal of the request, which was aborted %s', async (_, early) => {
    const controller = new AbortController();
    early(controller);
    const { done, settled } = await begin({ signal: controller.signal });
    if (!controller.signal.aborted) {
      await waiting();
      controller.abort('enough');
    }
    await done;
    expect([settled(), vi.getTimerCount()]).toEqual(['enough', 0]);
  });
});

test('a dropped connection looks as it does to fetch, and a truncated response holds its first half', async () => {
  const emulator = createEmulator();
  const ask = () => emulator.fetch('http://127.0.0.1:4010/v1/environment');
  const whole = await (await ask()).text();
  emulator.force('getEnvironment', { fault: 'drop' });
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toEqual(new TypeError('fetch failed', { cause: new Error('connection dropped') }));
  emulator.force('getEnvironment', { fault: 'truncate', status: 203 });
  const response = await ask();
  expect([response.status, response.headers.get('content-type')]).toEqual([203, 'application/json']);
  emulator.force('getEnvironment', { fault: 'truncate' });
  const reader = (await ask()).body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  await expect(reader?.read()).rejects.toThrow(new TypeError('terminated'));
});

test.each([
  ['http://127.0.0.1:4010', '', 'SameSite=Lax', null],
  ['https://emulator.localhost', '', 'SameSite=None; Secure', null],
  ['http://127.0.0.1:4010', '?_is_native=1', null, /^cl_/],
  ['http://127.0.0.1:4010', '?__clerk_db_jwt=dvb_local', null, null],
] as const)('a sign-in at %s%s hands out its token in the way of the caller', async (base, query, cookie, bearer) => {
  const { headers } = await createEmulator().fetch(`${base}/v1/client/sign_ins${query}`, {
    method: 'POST',
    body: new URLSearchParams({ identifier: 'user@example.com', password: 'current-password-1' }),
  });
  expect(headers.get('vary')).toBe('Origin');
  expect(headers.get('authorization') ?? '').toMatch(bearer ?? /^$/);
  if (cookie === null) expect(headers.get('set-cookie')).toBeNull();
  else expect(headers.get('set-cookie')).toMatch(new RegExp(`^__client=\\w+; Path=/; HttpOnly; ${cookie}$`));
});

test.each([
  ['code=422', 422, 'form_param_value_invalid', null],
  ['CODE = 422 , EXAMPLE = form_password_pwned', 422, 'form_password_pwned', null],
  ['example="form_password_pwned"', 422, 'form_password_pwned', null],
  ['code=429', 429, 'too_many_requests', '30'],
  ['code=422; example=too_many_requests', 200, undefined, null],
  ['example=no_such_example', 200, undefined, null],
  ['code=599', 200, undefined, null],
  ['return=minimal', 200, undefined, null],
])('Prefer: %s is answered %i %s', async (prefer, status, code, retryAfter) => {
  const response = await createEmulator().fetch(CHANGE, {
    method: 'POST',
    headers: { prefer },
    body: new URLSearchParams(body),
  });
  const { errors } = await response.json();
  expect([response.status, errors?.[0].code, response.headers.get('retry-after')]).toEqual([status, code, retryAfter]);
});

describe('the request log', () => {
  const forms: readonly [name: string, shown: readonly string[], hidden: readonly string[]][] = [
    ['__clerk_api_version', ['2025-11-10'], ['x2025-11-10', '2025-11-10x', '2025-1-10', '25-11-10']],
    ['_clerk_js_version', ['5.128.0', '5.1.22'], ['x5.128.0', '5.128.0x', '5.128', '5.x.0']],
    ['_clerk_session_id', ['sess_a1'], ['xsess_a1', 'sess_a1 x', 'sess_', 'sess_-']],
    ['_is_native', ['1'], ['11', '21', '2']],
    ['_method', ['DELETE', 'delete', 'PUT'], ['xDELETE', 'DELETEx', 'TRACE']],
    [
      'identifier',
      ['user@example.com', 'u.x+1@a-b.example.com', 'jörg@exämple.de', `${'a'.repeat(188)}@example.com`],
      [
        ...[
          'user',
          'user@example',
          'a b@example.com',
          'user@example.com&x',
          'user@example.com x',
          'x user@example.com',
        ],
        ...['u=x@example.com', 'u@x@example.com', 'user@exa_mple.com', 'user@.', '@example.com', 'user@example.c!m'],
        `${'a'.repeat(189)}@example.com`,
      ],
    ],
    ['level', ['first_factor', 'second_factor', 'multi_factor'], ['xfirst_factor', 'first_factorx', 'third_factor']],
    ['sign_out_of_other_sessions', ['true', 'false'], ['xtrue', 'falsex', 'yes']],
    ['strategy', ['password', 'email_code', 'phone_code', 'ticket'], ['xpassword', 'tickets', 'my_password_1']],
    ['code', [], ['424242']],
    ['password', [], ['current-password-1']],
    ['current_password', [], ['current-password-1']],
    ['new_password', [], ['a new one for me']],
    ['ticket', [], ['ticket_1']],
    ['__dev_session', [], ['dvb_1']],
  ];
  const rows = forms.flatMap(([name, shown, hidden]) => [
    ...shown.map((value) => [name, value, value] as const),
    ...hidden.map((value) => [name, value, '[redacted]'] as const),
    [name, '', ''] as const,
  ]);

  test.each(rows)('shows of the field %s with %j: %j', async (name, value, shown) => {
    const emulator = createEmulator();
    const query = name.startsWith('_');
    const url = `http://127.0.0.1:4010/v1/client/sign_ins${query ? `?${new URLSearchParams({ [name]: value })}` : ''}`;
    await emulator.fetch(url, { method: 'POST', body: new URLSearchParams(query ? {} : { [name]: value }) });
    const { query: inQuery, form } = emulator.requests.at(-1) ?? {};
    expect([inQuery, form]).toEqual(query ? [{ [name]: shown }, {}] : [{}, { [name]: shown }]);
  });

  test('shows what was asked and answered, and no password, when passwords were sent under right and wrong names', async () => {
    const emulator = createEmulator();
    const secret = 'a secret of mine';
    const form = new URLSearchParams({
      new_password: secret,
      currentPassword: secret,
      sign_out_of_other_sessions: 'true',
    });
    await emulator.fetch(`${CHANGE}&new_password=${secret}&strategy=${secret}`, { method: 'POST', body: form });
    expect(emulator.requests).toMatchObject([
      {
        number: 1,
        method: 'POST',
        path: '/v1/me/change_password',
        operation: 'changePassword',
        status: 422,
        codes: ['form_param_unknown'],
        form: { new_password: '[redacted]', sign_out_of_other_sessions: 'true' },
      },
    ]);
    expect(JSON.stringify(emulator.requests)).not.toContain('secret');
  });

  test('shows what came back, cut and without tokens, when the response was one of the last hundred', async () => {
    const emulator = createEmulator();
    emulator.users.signIn({ user: 'user@example.com', token: 'dvb_mine' });
    const call = async (path: string, init: RequestInit = { method: 'POST' }) =>
      (await emulator.fetch(`http://localhost/v1/${path}`, init)).text();
    const wrong = new URLSearchParams({ current_password: 'not it', new_password: 'correct horse battery' });
    const refused = await call('me/change_password?__clerk_db_jwt=dvb_local', { method: 'POST', body: wrong });
    expect(emulator.requests.at(-1)?.response).toBe(refused);
    const user = await call('me?__clerk_db_jwt=dvb_local', {});
    expect(emulator.requests.at(-1)?.response).toBe(`${user.slice(0, 1_000)}…`);

    const browser = JSON.parse(await call('dev_browser'));
    const [session] = JSON.parse(await call(`client?__clerk_db_jwt=dvb_mine`, {})).response.sessions;
    const { jwt } = JSON.parse(await call(`client/sessions/${session.id}/tokens?__clerk_db_jwt=dvb_mine`));
    const touched = await call(`client/sessions/${session.id}/touch?__clerk_db_jwt=dvb_mine`);
    expect(touched).toMatch(/"jwt":"eyJhbGciOi/);
    expect(emulator.requests.at(-1)?.response).toContain('"jwt":"[redacted]"');
    // The beginning of every JWT, in more letters than an id may have by chance.
    for (const secret of [browser.token, jwt, 'eyJhbGciOi', 'dvb_']) {
      expect(JSON.stringify(emulator.requests)).not.toContain(secret);
    }

    emulator.force('getClient', { status: 200, body: `{"jwt": "${'x'.repeat(2_000)}` });
    await call('client', {});
    expect(emulator.requests.at(-1)?.response).toBe('{"jwt": "[redacted]…');
    for (let count = 0; count < 100; count++) await call('client', {});
    expect(emulator.requests.map(({ response }) => response !== undefined).lastIndexOf(false)).toBe(6);
  });

  test('keeps the last thousand in order when more were sent, and what fits of a very long one', async () => {
    const emulator = createEmulator();
    const send = (target: string, method = 'GET', body = '') =>
      emulator.handle({
        method,
        target,
        base: 'http://localhost',
        header: () => 'application/x-www-form-urlencoded',
        body: new TextEncoder().encode(body),
      });
    for (let count = 0; count < 1_500; count++) await send('/v1/client');
    await send(`/${'\u0001'.repeat(500)}`, 'X'.repeat(5_000));
    const { requests } = emulator;
    expect(requests).toHaveLength(1_000);
    expect(requests[0]?.number).toBe(502);
    expect(requests.at(-1)).toMatchObject({ number: 1_501, status: 400, codes: ['host_invalid'], form: {} });
  });

  test('tells requests apart that differ in anything, and keeps each with its time, when most are alike', async () => {
    let now = 1_000;
    const emulator = createEmulator({ now: () => now++ });
    const call = (path: string, fields?: Record<string, string>) =>
      emulator.fetch(`http://localhost/v1/${path}`, fields && { method: 'POST', body: new URLSearchParams(fields) });
    await call('client');
    await call('client?__clerk_api_version=2025-11-10');
    await call('client');
    await call('client/sign_ins', { identifier: 'a@example.com' });
    await call('client/sign_ins', { identifier: `${'a'.repeat(300)}@example.com` });
    const told = emulator.requests.map(({ path, query, form, status }) => [path, query, form, status]);
    expect(told).toEqual([
      ['/v1/client', {}, {}, 200],
      ['/v1/client', { __clerk_api_version: '2025-11-10' }, {}, 200],
      ['/v1/client', {}, {}, 200],
      ['/v1/client/sign_ins', {}, { identifier: 'a@example.com' }, 422],
      ['/v1/client/sign_ins', {}, { identifier: '[redacted]' }, 422],
    ]);
    const times = emulator.requests.map(({ at }) => at);
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  });

  test.each(['$', ';', ',', '/', '%26'])(
    'shows no part of a password that came in one field with the identifier, after %s',
    async (separator) => {
      const emulator = createEmulator();
      const body = `identifier=user%40example.com${separator}password=canary-in-the-coal-mine`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await emulator.fetch('http://localhost/v1/client/sign_ins', { method: 'POST', headers, body });
      expect(JSON.stringify(emulator.requests)).not.toContain('canary');
    },
  );

  test('tells a listener of each request until it stops listening', async () => {
    const emulator = createEmulator();
    const seen: (string | undefined)[] = [];
    const stop = emulator.onRequest(({ operation }) => seen.push(operation));
    await clientFor(emulator).getUser();
    stop();
    await clientFor(emulator).getClient();
    expect(seen).toEqual(['getUser']);
  });
});

describe('a snapshot', () => {
  test('brings back users, sessions, settings and clock when it is restored elsewhere, and holds no password', async () => {
    const emulator = createEmulator({ now: () => 0 });
    await clientFor(emulator).changePassword({ body });
    emulator.configure({ reverification: true });
    emulator.advance(1_000);
    const kept = JSON.stringify(await emulator.snapshot());
    expect(kept).not.toContain(body.new_password);

    const other = createEmulator({ now: () => 0, seed: {} });
    await codeOf(clientFor(other).getUser());
    other.restore(JSON.parse(kept));
    expect(other.requests).toEqual([]);
    expect(other.now).toBe(1_000);
    expect(other.settings.reverification).toBe(true);
    expect(other.users.list()).toEqual(emulator.users.list());
    const again = { current_password: body.new_password, new_password: 'yet another one' };
    expect(await codeOf(clientFor(other).changePassword({ body: again }))).toBe('ok');
  });

  test.each([
    ['version', 2],
    ['settings', null],
    ['ahead', '1'],
    ['users', {}],
    ['users', [{ id: 'user_a', emails: [] }, { id: 'user_b' }]],
    ['users', [{ emails: [] }]],
    ['users', [null]],
    ['clients', null],
    ['clients', [{ id: 'client_a' }]],
    ['clients', [null]],
    ['outbox', {}],
  ])('is refused, and nothing is changed, when its %s is %j', async (name, value) => {
    const emulator = createEmulator();
    const before = await emulator.snapshot();
    expect(() => emulator.restore({ ...before, [name]: value })).toThrow(/^This is not a snapshot/);
    expect(await emulator.snapshot()).toEqual(before);
    emulator.restore({ ...before });
  });

  test.each([null, {}, { version: 2 }, { version: 1, settings: {}, ahead: 0, users: [{}], clients: [] }])(
    'is refused, and nothing is changed, when it is %j',
    (value) => {
      const emulator = createEmulator();
      expect(() => emulator.restore(value)).toThrow(/not a snapshot/);
      expect(emulator.users.list()).toHaveLength(3);
    },
  );
});

describe('settings', () => {
  test('are refused in a sentence per problem, and have to be an object', () => {
    const emulator = createEmulator();
    const refusal = (change: unknown): unknown => {
      try {
        // As code without types may call it.
        return Reflect.apply(emulator.configure, emulator, [change]);
      } catch (error) {
        return String(error);
      }
    };
    expect(refusal(1)).toBe('TypeError: Settings have to be an object.');
    expect(refusal({ reverification: 1, magicValues: 1 })).toBe(
      'TypeError: The setting "reverification" has to be true or false. The setting "magicValues" has to be true or false.',
    );
  });

  test('are refused with every problem named when they cannot be', () => {
    const change: object = {
      reverificaton: true,
      password: { minLength: 6, minStrenght: 1 },
      lockout: { attempts: 0 },
    };
    expect(() => createEmulator().configure(change)).toThrow(
      /no setting "reverificaton".*"password.minLength" has to be a whole number from 8 to 72.*no setting "password.minStrenght".*"lockout.attempts" has to be a whole number of at least 1, or null/,
    );
  });

  test('stay as they were when a change leaves them out or gives undefined', () => {
    const emulator = createEmulator({ settings: { password: { minLength: 10 } } });
    const change: object = { password: { maxLength: 20, minLength: undefined }, reverification: undefined };
    emulator.configure(change);
    expect(emulator.settings.password).toMatchObject({ minLength: 10, maxLength: 20 });
    expect(emulator.settings.reverification).toBe(false);
    emulator.configure({ password: { minLength: 20 } });
    expect(emulator.settings.password).toMatchObject({ minLength: 20, maxLength: 20 });
    expect(() => emulator.configure({ password: { minLength: 21 } })).toThrow(/must not be more than/);
  });
});

describe('users', () => {
  test('are refused when an identifier is taken', () => {
    const emulator = createEmulator();
    expect(() => emulator.users.create({ email: 'USER@example.com' })).toThrow(/There is a user USER@example.com/);
    expect(() => emulator.users.update('user@example.com', { email: 'locked@example.com' })).toThrow(/There is a user/);
  });

  test('are counted, listed up to a number, and named by what they are found by', () => {
    const { users } = createEmulator();
    expect(users.count).toBe(3);
    expect(users.update('user@example.com', { password: 'new' }).passwordLastUpdatedAt).toBeGreaterThan(0);
    expect(users.update('user@example.com', { password: null })).toMatchObject({
      hasPassword: false,
      passwordLastUpdatedAt: null,
    });
    expect(users.list(2)).toEqual(users.list().slice(0, 2));
    expect(() => users.update('nobody', {})).toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });

  test('have ids of their kind, and keep those of addresses that stay', () => {
    const { users } = createEmulator();
    const made = users.create({ email: ['one@example.com', 'two@example.com'] });
    expect([made.id, ...made.emailIds]).toEqual([
      expect.stringMatching(/^user_/),
      expect.stringMatching(/^idn_/),
      expect.stringMatching(/^idn_/),
    ]);
    const changed = users.update(made.id, { email: ['two@example.com', 'three@example.com'] });
    expect(changed.emailIds[0]).toBe(made.emailIds[1]);
    expect(users.update(made.id, { email: 'Two@example.com' }).emails).toEqual(['Two@example.com']);
    expect(users.signIn({ user: made.id }).token).toMatch(/^dvb_/);
  });

  test('are refused when a name is empty, and sessions when their id is taken', () => {
    const { users } = createEmulator();
    expect(() => users.create({ username: ' ' })).toThrow('An email, username or phoneNumber must not be empty.');
    const session = { user: 'locked@example.com', id: 'sess_no_password', token: 'dvb_new' };
    expect(() => users.signIn(session)).toThrow('There is a session sess_no_password already.');
    // Another user on the same client is another session.
    expect(users.signIn({ ...session, id: 'sess_new', token: 'dvb_local' }).id).toBe('sess_new');
  });

  test.each<[string, () => unknown, string]>([
    ['is a text', () => 'pro', '"publicMetadata" has to be an object.'],
    ['is a list', () => ['pro'], '"publicMetadata" has to be an object.'],
    ['cannot be written', () => ({ plan: 1n }), '"publicMetadata" has to be an object that can be written as JSON.'],
  ])('are refused when their metadata %s', (_, metadata, message) => {
    const emulator = createEmulator();
    const change = { publicMetadata: metadata() };
    // @ts-expect-error: callers without types.
    expect(() => emulator.users.update('user@example.com', change)).toThrow(message);
  });

  test('are never locked out where the settings say so, and the environment says that, too', async () => {
    const emulator = createEmulator({ seed: { settings: { lockout: { attempts: null } } } });
    const environment = await emulator.fetch('http://localhost:4010/v1/environment');
    expect(await environment.json()).toMatchObject({
      user_settings: { attack_protection: { user_lockout: { enabled: false, max_attempts: 0 } } },
    });
  });

  test('are signed out when they are deleted', async () => {
    const emulator = createEmulator();
    emulator.users.delete('user@example.com');
    expect(await codeOf(clientFor(emulator).getUser())).toBe('authentication_invalid');
  });
});

describe('Prefer', () => {
  test('answers the example of that name, word for word, and changes nothing when it is asked for', async () => {
    const emulator = createEmulator();
    const ask = (prefer: string) =>
      emulator.fetch(CHANGE, { method: 'POST', headers: { prefer }, body: new URLSearchParams(body) });
    const pwned = await ask('code=422, example=form_password_pwned');
    expect(pwned.status).toBe(422);
    expect(await pwned.json()).toMatchObject({ errors: [{ code: 'form_password_pwned' }] });
    const slow = await ask('code=429');
    expect([slow.status, slow.headers.get('retry-after')]).toEqual([429, '30']);
    expect((await ask('code=200')).status).toBe(200);
    expect(emulator.outbox).toEqual([]);
    expect((await ask('code=418')).status).toBe(200);
    expect(emulator.outbox).toHaveLength(1);
  });
});
