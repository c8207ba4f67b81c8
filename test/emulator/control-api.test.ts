import { describe, expect, test } from 'vitest';
import { controlRoutes } from '../../src/emulator/control/routes.ts';
import { createControl, createEmulator } from '../../src/emulator/index.ts';

interface Sent {
  readonly body?: unknown;
  readonly text?: string;
  readonly tooLarge?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An emulator with control in front, and a way to ask it. */
function start() {
  const emulator = createEmulator();
  const control = createControl(emulator, {
    changePasswordUrl: '/docs/update',
    page: new Map([['/', { type: 'text/html', text: '<p>' }]]),
  });
  const ask = async (method: string, target: string, { body, text, tooLarge = false, headers = {} }: Sent = {}) => {
    const sent = text ?? (body === undefined ? '' : JSON.stringify(body));
    const all: Readonly<Record<string, string>> = {
      host: 'localhost:4010',
      ...(sent !== '' && { 'content-type': 'application/json' }),
      ...headers,
    };
    const answer = await control.handle({
      method,
      target,
      base: 'http://localhost:4010',
      header: (name) => all[name],
      body: new TextEncoder().encode(sent),
      bodyTooLarge: tooLarge,
    });
    return { ...answer, json: /^[[{]/.test(answer.body) ? JSON.parse(answer.body) : undefined };
  };
  return { emulator, ask };
}

const me = (token = 'dvb_local') => `/v1/me?__clerk_db_jwt=${token}`;

describe('control over HTTP', () => {
  test('lists every route with its explanation when asked for nothing in particular', async () => {
    const { json } = await start().ask('GET', '/__emulator');
    expect(json).toHaveLength(controlRoutes.length);
    expect(json).toContainEqual({ method: 'POST', path: '/__emulator/reset', explanation: 'Reset to the seed' });
  });

  test('adds, changes, shows and deletes a user, and never shows a password', async () => {
    const { ask } = start();
    const made = await ask('POST', '/__emulator/users', {
      body: { email: 'new@example.com', password: 'tell nobody' },
    });
    expect(made.json).toMatchObject({ emails: ['new@example.com'], hasPassword: true });
    const changed = await ask('PATCH', '/__emulator/users/new%40example.com', {
      body: { password: null, locked: true },
    });
    expect(changed.json).toMatchObject({ hasPassword: false, locked: true });
    const list = await ask('GET', '/__emulator/users');
    expect(list.json).toHaveLength(4);
    expect(made.body + changed.body + list.body).not.toContain('tell nobody');
    expect((await ask('DELETE', '/__emulator/users/new@example.com')).status).toBe(204);
    expect((await ask('GET', '/__emulator/users/new@example.com')).status).toBe(404);
  });

  test('signs a user in without a form and ends the session again', async () => {
    const { ask } = start();
    const { json } = await ask('POST', '/__emulator/sessions', {
      body: { user: 'user@example.com', token: 'dvb_second' },
    });
    expect((await ask('GET', me('dvb_second'))).status).toBe(200);
    expect((await ask('GET', '/__emulator/sessions?user=user@example.com')).json).toHaveLength(2);
    await ask('DELETE', `/__emulator/sessions/${json.id}`);
    expect((await ask('GET', me('dvb_second'))).status).toBe(401);
    expect((await ask('GET', me())).status).toBe(200);
  });

  test('changes settings, forces answers, moves the clock, and goes back with reset', async () => {
    const { ask, emulator } = start();
    await ask('PATCH', '/__emulator/settings', { body: { reverification: true } });
    expect((await ask('GET', '/__emulator/settings')).json).toMatchObject({ reverification: true });
    await ask('POST', '/__emulator/force', { body: { operation: 'getUser', code: 'too_many_requests', times: 2 } });
    expect((await ask('GET', '/__emulator/force')).json).toMatchObject([{ operation: 'getUser', left: 2 }]);
    expect((await ask('GET', me())).status).toBe(429);
    await ask('DELETE', '/__emulator/force');
    expect((await ask('GET', me())).status).toBe(200);
    const before = emulator.now;
    expect((await ask('POST', '/__emulator/clock', { body: { seconds: 3600 } })).json.now).toBeGreaterThanOrEqual(
      before + 3_600_000,
    );
    await ask('POST', '/__emulator/reset');
    expect((await ask('GET', '/__emulator/settings')).json).toMatchObject({ reverification: false });
  });

  test('shows what was asked and what would have been mailed, without anything typed as a password', async () => {
    const { ask } = start();
    await ask('POST', '/v1/me/change_password?__clerk_db_jwt=dvb_local', {
      text: 'current_password=current-password-1&new_password=canary-canary-canary',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const log = await ask('GET', '/__emulator/requests?after=0');
    expect(log.json).toMatchObject([
      { operation: 'changePassword', status: 200, form: { new_password: '[redacted]' } },
    ]);
    expect(log.body).not.toContain('canary');
    expect((await ask('GET', '/__emulator/outbox')).json).toMatchObject([
      { kind: 'password_changed', to: 'user@example.com' },
    ]);
    expect((await ask('GET', `/__emulator/requests?after=${log.json[0].number}`)).json).toEqual([]);
    await ask('DELETE', '/__emulator/requests');
    expect((await ask('GET', '/__emulator/requests')).json).toEqual([]);
    await ask('GET', me());
    const later = await ask('GET', `/__emulator/requests?after=${log.json[0].number}`);
    expect(later.json).toMatchObject([{ operation: 'getUser' }]);
  });

  test('lists what brings about each error code', async () => {
    const { json } = await start().ask('GET', '/__emulator/situations');
    expect(json).toContainEqual(expect.objectContaining({ code: 'form_password_pwned', when: expect.any(String) }));
  });

  test('leads the well-known address to the page that changes the password', async () => {
    const answer = await start().ask('GET', '/.well-known/change-password');
    expect(answer).toMatchObject({ status: 302, headers: { location: '/docs/update' }, body: '' });
  });

  test('leads the well-known address to where the setting says, in an instance of its own too', async () => {
    const { ask } = start();
    const set = (url: unknown, at = '') =>
      ask('PATCH', `${at}/__emulator/settings`, { body: { changePasswordUrl: url } });
    const leads = async (at = '') => (await ask('GET', `${at}/.well-known/change-password`)).headers;
    await set('https://app.example/password?from=manager');
    await set('/account', '/instances/one');
    expect(await leads()).toEqual({ location: 'https://app.example/password?from=manager' });
    expect(await leads('/instances/one')).toEqual({ location: '/account' });
    await set(null);
    expect(await leads()).toEqual({ location: '/docs/update' });
    for (const bad of [
      'javascript:alert(1)',
      '//evil.example',
      '/\\evil.example',
      '/a\\b',
      '/a\r\nset-cookie: a=b',
      'account',
      1,
    ]) {
      const refused = await set(bad);
      expect([refused.status, refused.json.error]).toEqual([
        400,
        'The setting "changePasswordUrl" has to be a path or an HTTP address, or null.',
      ]);
    }
  });

  test('answers HEAD like GET', async () => {
    const { ask } = start();
    for (const path of ['', '/users', '/instances']) {
      const [head, get] = [await ask('HEAD', `/__emulator${path}`), await ask('GET', `/__emulator${path}`)];
      expect([head.status, head.headers]).toEqual([200, get.headers]);
    }
    for (const path of ['/v1/environment', '/v1/client?__clerk_db_jwt=dvb_local']) {
      const [head, get] = [await ask('HEAD', path), await ask('GET', path)];
      expect([head.status, head.headers['content-type']]).toEqual([200, get.headers['content-type']]);
    }
    expect((await ask('HEAD', '/v1/nothing')).status).toBe(404);
    expect((await ask('HEAD', '/v1/me/change_password')).status).toBe(404);
    expect((await ask('HEAD', '/.well-known/change-password')).status).toBe(302);
    expect((await ask('HEAD', '/__emulator/reset')).status).toBe(405);
  });

  test('forces latency, a cut body and a lost connection', async () => {
    const { ask } = start();
    const force = (answer: object) => ask('POST', '/__emulator/force', { body: { operation: 'getUser', ...answer } });
    await force({ latency: 1234 });
    await force({ fault: 'truncate' });
    await force({ fault: 'drop' });
    expect(await ask('GET', me())).toMatchObject({ status: 200, delay: 1234 });
    expect(await ask('GET', me())).toMatchObject({ status: 200, fault: 'truncate' });
    expect(await ask('GET', me())).toMatchObject({ fault: 'drop' });
    const after = await ask('GET', me());
    expect(after.status).toBe(200);
    expect(after).not.toHaveProperty('fault');
  });
});

describe('fetch of control', () => {
  const url = (path: string) => `http://localhost:4010${path}`;

  test('answers control, instances and the API as on a port, HEAD without a body', async () => {
    const control = createControl(createEmulator());
    await control.fetch(url('/instances/one/__emulator/users/user@example.com'), { method: 'DELETE' });
    expect((await control.fetch(url(`/instances/one${me()}`))).status).toBe(401);
    expect((await control.fetch(url(me()))).status).toBe(200);
    const head = await control.fetch(url('/__emulator/users'), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const large = { method: 'POST', headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(20_000)}"` };
    expect((await control.fetch(url('/__emulator/users'), large)).status).toBe(413);
  });

  test('rejects, or breaks off in the body, when that was forced over HTTP', async () => {
    const control = createControl(createEmulator());
    for (const fault of ['drop', 'truncate']) {
      await control.fetch(url('/__emulator/force'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ operation: 'getUser', fault }),
      });
    }
    await expect(control.fetch(url(me()))).rejects.toThrow('fetch failed');
    await expect((await control.fetch(url(me()))).text()).rejects.toThrow();
  });
});

describe('bad input is answered with one sentence', () => {
  test.each<[string, string, string, Sent, number, RegExp]>([
    ['a route that is not there', 'GET', '/__emulator/nothing', {}, 404, /There is nothing at \/__emulator\/nothing/],
    [
      'an operation that is not there',
      'DELETE',
      '/__emulator/force?operation=nope',
      {},
      400,
      /no operation "nope"\. There are: \*, .*changePassword/,
    ],
    ['another method', 'PATCH', '/__emulator/reset', {}, 405, /takes POST/],
    ['a body that is no JSON', 'POST', '/__emulator/users', { text: '{' }, 400, /not JSON/],
    [
      'a form',
      'POST',
      '/__emulator/users',
      { text: 'a=b', headers: { 'content-type': 'text/plain' } },
      400,
      /Send JSON/,
    ],
    ['no body', 'POST', '/__emulator/users', {}, 400, /Send a JSON object/],
    ['a user without a name', 'POST', '/__emulator/users', { body: { password: 'x' } }, 400, /email/],
    [
      'a user with an unknown field',
      'POST',
      '/__emulator/users',
      { body: { email: 'a@b.example', pasword: 'x' } },
      400,
      /^A user has no "pasword"\. There are: id, email,/,
    ],
    [
      'a user who is there already',
      'POST',
      '/__emulator/users',
      { body: { email: 'user@example.com' } },
      400,
      /already/,
    ],
    [
      'a change of the wrong type',
      'PATCH',
      '/__emulator/users/user@example.com',
      { body: { locked: 'no' } },
      400,
      /^"locked" has to be true or false\.$/,
    ],
    ['nobody', 'PATCH', '/__emulator/users/nobody', { body: { locked: true } }, 404, /There is no user nobody/],
    [
      'a session of nobody',
      'POST',
      '/__emulator/sessions',
      { body: { user: 'nobody' } },
      404,
      /There is no user nobody/,
    ],
    [
      'a proof that is older than time',
      'POST',
      '/__emulator/sessions',
      { text: '{"user":"user@example.com","verifiedMinutesAgo":1e999}' },
      400,
      /"verifiedMinutesAgo" has to be a number of minutes, from 0 to 1,000,000,000/,
    ],
    ['a session that is not there', 'DELETE', '/__emulator/sessions/sess_x', {}, 404, /There is no session sess_x/],
    ['an unknown setting', 'PATCH', '/__emulator/settings', { body: { reverify: true } }, 400, /reverify/],
    [
      'an unknown operation',
      'POST',
      '/__emulator/force',
      { body: { operation: 'x', status: 500 } },
      400,
      /There is no operation "x"/,
    ],
    [
      'an unknown code',
      'POST',
      '/__emulator/force',
      { body: { operation: '*', code: 'x' } },
      400,
      /an error code of the contract/,
    ],
    ['nothing to force', 'POST', '/__emulator/force', { body: { operation: '*' } }, 400, /Say what to answer/],
    [
      'a header split in two',
      'POST',
      '/__emulator/force',
      { body: { operation: '*', contentType: 'a/b\r\nX: y' } },
      400,
      /a media type/,
    ],
    ['a clock that goes back', 'POST', '/__emulator/clock', { body: { seconds: -1 } }, 400, /from 0/],
    ['a number that is none', 'GET', '/__emulator/requests?after=x', {}, 400, /whole number/],
    [
      'another id for a user',
      'PATCH',
      '/__emulator/users/user@example.com',
      { body: { id: 'user_x' } },
      400,
      /id of a user/,
    ],
    ['settings that are a list', 'PATCH', '/__emulator/settings', { body: [1] }, 400, /Send a JSON object/],
    ['a new instance by its name alone', 'PUT', '/__emulator/instances/x', {}, 405, /DELETE on a name removes one/],
    ['an instance that is not there', 'DELETE', '/__emulator/instances/x', {}, 404, /There is no instance "x"/],
    ['an instance with a bad name', 'GET', '/instances/a%20b/__emulator', {}, 400, /name of an instance/],
  ])('%s', async (_, method, target, sent, status, expected) => {
    const answer = await start().ask(method, target, sent);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatch(expected);
  });
});

test('a body that is too large is answered 413', async () => {
  const { ask } = start();
  expect(await ask('POST', '/__emulator/users', { tooLarge: true })).toMatchObject({
    status: 413,
    json: { error: 'The body is too large: 10 kB are enough for everything here.' },
  });
});

test('every response is JSON that nobody keeps, and another method is told which ones there are', async () => {
  const { ask } = start();
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'Origin' };
  expect((await ask('GET', '/__emulator/users')).headers).toEqual(headers);
  expect(await ask('PUT', '/__emulator/users')).toMatchObject({
    status: 405,
    headers: { ...headers, allow: 'GET, POST' },
    json: { error: '/__emulator/users takes GET, POST.' },
  });
  expect((await ask('PUT', '/__emulator/instances')).status).toBe(405);
});

test.each<[string, string, unknown, string]>([
  ['PATCH', '/users/user@example.com', 1, 'Send a JSON object, such as {"locked":false}.'],
  ['POST', '/users', 1, 'Send a JSON object, such as {"email":"a@example.com","password":"…"}.'],
  ['POST', '/sessions', 1, 'Send a JSON object, such as {"user":"user@example.com"}.'],
  ['PATCH', '/settings', 1, 'Send a JSON object, such as {"reverification": true}.'],
  ['POST', '/force', { operation: '*', fault: 'x' }, '"fault" has to be "drop" or "truncate".'],
  ['PATCH', '/settings', { reverification: 1 }, 'The setting "reverification" has to be true or false.'],
  ['POST', '/clock', 1, 'Send a JSON object, such as {"seconds":600}.'],
  ['POST', '/force', 1, 'Send a JSON object, such as {"operation":"changePassword","code":"form_password_pwned"}.'],
  [
    'POST',
    '/force',
    { operation: '*' },
    'Say what to answer: code, status, body, contentType, retryAfter, latency, fault, carriedOut, times.',
  ],
  ['POST', '/reset', { users: 1 }, '"users" has to be a list.'],
  ['POST', '/reset', 1, 'A seed has to be an object with any of: users, sessions, settings.'],
  ['GET', '/users/nobody', undefined, 'There is no user nobody.'],
  ['GET', '/users/%zz', undefined, 'There is nothing at /__emulator/users/%zz. GET /__emulator lists what there is.'],
  [
    'GET',
    '/instances/a/b',
    undefined,
    'There is nothing at /__emulator/instances/a/b. GET /__emulator lists what there is.',
  ],
  ['GET', '/instances/a', undefined, 'GET lists the instances; DELETE on a name removes one.'],
  ['DELETE', '/instances', undefined, 'GET lists the instances; DELETE on a name removes one.'],
  ['PUT', '/instances', undefined, 'GET lists the instances; DELETE on a name removes one.'],
  ['GET', '/requests?after=1x', undefined, '"after" has to be a whole number.'],
  ['GET', '/requests?after=x1', undefined, '"after" has to be a whole number.'],
])('%s %s with %j is told how to do it', async (method, path, body, error) => {
  const { ask } = start();
  expect((await ask(method, `/__emulator${path}`, { body })).json).toEqual({ error });
  expect((await ask('GET', '/__emulator/requests?after=12')).status).toBe(200);
});

test('a body is read as JSON only if it says so and is UTF-8', async () => {
  const { fetch } = createControl(createEmulator());
  const errorFor = async (type: string, body: Uint8Array<ArrayBuffer>) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    return (await (await fetch('http://localhost:4010/__emulator/users', init)).json()).error;
  };
  const text = new TextEncoder().encode('{"email":"a@example.com"}');
  expect(await errorFor('text/application/json', text)).toBe('Send JSON, with Content-Type: application/json.');
  expect(await errorFor('application/json', new Uint8Array([0x22, 0xff, 0x22]))).toBe('The body is not JSON.');
  expect(await errorFor('Application/JSON; charset=utf-8', text)).toBeUndefined();
});

describe('the page', () => {
  test('is shown at / and at the address of each instance, to browsers on this machine', async () => {
    const { ask } = start();
    for (const at of ['/', '/instances/one/', '/instances/one/?a', '/instances/one?a']) {
      expect(await ask('GET', at)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
        body: '<p>',
      });
    }
    expect((await ask('GET', '/instances/one')).headers).toEqual({ location: '/instances/one/' });
    expect((await ask('POST', '/')).body).not.toBe('<p>');
    expect(await ask('GET', '/', { headers: { host: 'evil.example' } })).toMatchObject({
      status: 403,
      json: { error: 'This host name is not allowed.' },
    });
    expect((await ask('POST', '/.well-known/change-password')).status).not.toBe(302);
    const bare = createControl(createEmulator());
    const led = await bare.fetch('http://localhost:4010/.well-known/change-password', { redirect: 'manual' });
    expect(led.headers.get('location')).toBe('/');
  });
});

describe('an instance that was only looked at', () => {
  const firstId = async (ask: ReturnType<typeof start>['ask'], name = 'one') =>
    (await ask('GET', `/instances/${name}/__emulator/sessions`)).json[0].clientId;

  test('shows the same ids again, until the emulator is reset or eight others were looked at', async () => {
    const { ask } = start();
    const id = await firstId(ask);
    for (let index = 0; index < 7; index++) await firstId(ask, `other-${index}`);
    expect(await firstId(ask)).toBe(id);
    for (let index = 0; index < 8; index++) await firstId(ask, `other-${index}`);
    const second = await firstId(ask);
    expect(second).not.toBe(id);
    await ask('POST', '/__emulator/reset');
    expect(await firstId(ask)).not.toBe(second);
    for (const method of ['HEAD', 'OPTIONS']) await ask(method, '/instances/one/__emulator/users');
    expect((await ask('GET', '/__emulator/instances')).json).toEqual([]);
  });

  test('shows the same ids as long as it is looked at now and then, however many others are', async () => {
    const { ask } = start();
    const id = await firstId(ask);
    for (let index = 0; index < 20; index++) {
      await firstId(ask, `other-${index}`);
      expect(await firstId(ask)).toBe(id);
    }
  });

  test('is the one that is kept when something is done to it', async () => {
    const { ask } = start();
    const id = await firstId(ask);
    await ask('POST', '/instances/one/__emulator/clock', { body: { seconds: 1 } });
    expect(await firstId(ask)).toBe(id);
    expect((await ask('GET', '/__emulator/instances')).json).toEqual(['one']);
  });
});

test('an instance with a bad name is refused in the words of the contract under /v1', async () => {
  const { ask } = start();
  const answer = await ask('GET', '/instances/a%20b/v1/me', { headers: { origin: 'http://localhost:3000' } });
  expect(answer).toMatchObject({
    status: 404,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Origin',
      'access-control-allow-origin': 'http://localhost:3000',
    },
    json: { errors: [{ code: 'resource_not_found', long_message: expect.stringContaining('name of an instance') }] },
  });
  expect((await ask('GET', '/instances/a%20b/v1/me')).headers).not.toHaveProperty('access-control-allow-origin');
});

describe('pages elsewhere', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a foreign origin',
      { origin: 'https://evil.example' },
      'Pages of this origin may not control the emulator. Start with --allow-origin to let them.',
    ],
    [
      'a foreign host name, as after DNS rebinding',
      { host: 'evil.example' },
      'This host name is not allowed. Use localhost, or start with --allow-host.',
    ],
    ['a link or image elsewhere', { 'sec-fetch-site': 'cross-site' }, 'Pages elsewhere may not control the emulator.'],
  ])('are refused when they send %s', async (_, headers, error) => {
    const { ask, emulator } = start();
    const answer = await ask('DELETE', '/__emulator/users/user@example.com', { headers });
    expect([answer.status, answer.json]).toEqual([403, { error }]);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(emulator.users.get('user@example.com')).toBeDefined();
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['POST', { origin: 'https://evil.example' }],
    ['GET', { 'sec-fetch-site': 'cross-site' }],
  ])('make no instance when they send a %s', async (method, headers) => {
    const { ask } = start();
    expect((await ask(method, '/instances/x/__emulator/users', { headers })).status).toBe(403);
    const refused = await ask(method, '/instances/x/v1/client/sign_ins', { headers });
    expect(refused).toMatchObject({ status: expect.any(Number), json: { errors: [{ code: expect.any(String) }] } });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await ask('GET', '/__emulator/instances')).json).toEqual([]);
  });

  test('on this machine may control it, preflight included', async () => {
    const { ask } = start();
    const headers = { origin: 'http://localhost:5173' };
    expect((await ask('OPTIONS', '/__emulator/reset', { headers })).status).toBe(204);
    const answer = await ask('POST', '/__emulator/reset', { headers });
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': 'http://localhost:5173' });
  });

  test('hear that they may call from the internet into this network only when they ask for it', async () => {
    const { ask } = start();
    const headers = { origin: 'http://localhost:5173' };
    const allowed = 'access-control-allow-private-network';
    expect((await ask('OPTIONS', '/v1/me', { headers })).headers).not.toHaveProperty(allowed);
    const asking = { ...headers, 'access-control-request-private-network': 'true' };
    expect((await ask('OPTIONS', '/v1/me', { headers: asking })).headers).toHaveProperty(allowed, 'true');
    const foreign = { ...asking, origin: 'https://evil.example' };
    expect((await ask('OPTIONS', '/v1/me', { headers: foreign })).headers).not.toHaveProperty(allowed);
  });

  test('may call when they are of the very server that they call, under whatever name it is allowed', async () => {
    const { fetch } = createControl(createEmulator({ settings: { allowedHosts: ['emulator.test'] } }));
    const from = async (origin: string): Promise<number> => {
      const headers = { host: 'emulator.test:4010', origin };
      return (await fetch('http://emulator.test:4010/__emulator/connection', { headers })).status;
    };
    expect(await from('http://emulator.test:4010')).toBe(200);
    expect(await from('https://emulator.test:4010')).toBe(200);
    expect(await from('http://emulator.test:5000')).toBe(403);
    expect(await from('https://emulator.test')).toBe(403);
  });

  test('do not get the page of the emulator under a foreign host name', async () => {
    const page = new Map([['/', { type: 'text/html', text: '<h1>Emulator</h1>' }]]);
    const { fetch } = createControl(createEmulator(), { page });
    expect(await (await fetch('http://localhost:4010/')).text()).toBe('<h1>Emulator</h1>');
    expect((await fetch('http://localhost:4010/', { method: 'POST' })).status).toBe(404);
    expect((await fetch('http://evil.example/', { headers: { host: 'evil.example' } })).status).toBe(403);
  });
});

test('a body without its type is refused with the type to send', async () => {
  const { fetch } = createControl(createEmulator());
  const body = new TextEncoder().encode('{"seconds":60}');
  const refused = await fetch('http://localhost:4010/__emulator/clock', { method: 'POST', body });
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { error: 'Send JSON, with Content-Type: application/json.' },
  ]);
});

describe('instances', () => {
  test('begin with the seed in force when another one has taken its place', async () => {
    const { ask, emulator } = start();
    emulator.reset({ users: [{ email: 'only@example.com' }] });
    expect((await ask('GET', '/instances/one/__emulator/users')).json).toMatchObject([
      { emails: ['only@example.com'] },
    ]);
  });

  test('are at most 1,000, and removing one makes room', async () => {
    const { ask } = start();
    for (let number = 0; number < 1000; number++) await ask('POST', `/instances/${number}/__emulator/reset`);
    const refused = await ask('GET', '/instances/more/__emulator/connection');
    expect([refused.status, refused.json]).toEqual([
      400,
      { error: 'There are 1,000 instances already. DELETE /__emulator/instances/<name> removes one.' },
    ]);
    expect((await ask('GET', '/instances/999/__emulator/connection')).status).toBe(200);
    await ask('DELETE', '/__emulator/instances/7');
    expect((await ask('GET', '/instances/more/__emulator/connection')).status).toBe(200);
  });

  test('that were only looked at are as they began, also when more were looked at than are remembered', async () => {
    const { ask } = start();
    for (let number = 0; number < 20; number++) {
      expect((await ask('GET', `/instances/${number}?tab=users`)).status).toBe(200);
      expect((await ask('GET', `/instances/${number}${me()}`)).status).toBe(200);
    }
    expect((await ask('GET', `/instances/0${me()}`)).json).toMatchObject({ response: { first_name: 'Ada' } });
    expect((await ask('GET', '/__emulator/instances')).json).toEqual([]);
  });

  test('with a name that cannot be are refused, to pages of any origin in a way that they can read', async () => {
    const headers = { origin: 'http://localhost:5173' };
    const refused = await start().ask('GET', '/instances/a%20b/v1/client', { headers });
    expect(refused).toMatchObject({
      status: 404,
      headers: { 'access-control-allow-origin': 'http://localhost:5173' },
      json: { errors: [{ code: 'resource_not_found' }] },
    });
  });

  test('know nothing of each other, and each has its own control', async () => {
    const { ask } = start();
    await ask('PATCH', '/instances/one/__emulator/users/user@example.com', { body: { firstName: 'One' } });
    await ask('DELETE', '/instances/two/__emulator/users/user@example.com');
    expect((await ask('GET', `/instances/one${me()}`)).json).toMatchObject({ response: { first_name: 'One' } });
    expect((await ask('GET', `/instances/two${me()}`)).status).toBe(401);
    expect((await ask('GET', me())).json).toMatchObject({ response: { first_name: 'Ada' } });
    expect(await ask('GET', '/instances/one')).toMatchObject({ status: 302, headers: { location: '/instances/one/' } });
    expect((await ask('GET', '/__emulator/instances/')).json).toEqual(['one', 'two']);
    expect((await ask('DELETE', '/__emulator/instances/two')).status).toBe(204);
    expect((await ask('DELETE', '/__emulator/instances/two')).status).toBe(404);
    // One of the same name begins anew.
    expect((await ask('GET', `/instances/two${me()}`)).status).toBe(200);
  });
});

describe('a snapshot of control', () => {
  /** Control with an instance that has one user. */
  function withInstance() {
    const control = createControl(createEmulator());
    control.instance('one').reset({ users: [{ email: 'only@example.com' }] });
    return control;
  }
  const emailsOf = (control: ReturnType<typeof createControl>) =>
    [...control.instances].map(([name, one]) => [name, one.users.list().flatMap(({ emails }) => emails)]);

  test('brings back the instances when it is restored elsewhere, in place of those that are there', async () => {
    const snapshot: unknown = JSON.parse(JSON.stringify(await withInstance().snapshot()));
    const other = createControl(createEmulator());
    other.instance('two');
    other.restore(snapshot);
    expect(emailsOf(other)).toEqual([['one', ['only@example.com']]]);
  });

  test('leaves no instance when it is one of an emulator alone', async () => {
    const control = withInstance();
    control.restore(await createEmulator().snapshot());
    expect(emailsOf(control)).toEqual([]);
  });

  test.each<[string, (good: object) => unknown]>([
    ['an instance in it', (good) => ({ ...good, instances: { two: {} } })],
    ['what is outside the instances', () => ({ instances: {} })],
    ['all of it', () => null],
  ])('changes nothing when it is refused for %s', async (_, broken) => {
    const control = withInstance();
    const before = await control.snapshot();
    expect(() => control.restore(broken(before))).toThrow(/not a snapshot/);
    expect(await control.snapshot()).toEqual(before);
  });
});

describe('instances', () => {
  test('are a thousand at most, and are listed by the first emulator only', async () => {
    const emulator = createEmulator();
    const made: string[] = [];
    const control = createControl(emulator, { onInstance: (name) => made.push(name) });
    const ask = async (path: string) => {
      const response = await control.fetch(`http://localhost:4010${path}`);
      return { status: response.status, json: await response.json() };
    };
    for (let index = 0; index < 1_000; index++) control.keep(`i${index}`, emulator);
    control.keep('i0', emulator);
    expect(made).toHaveLength(1_000);
    expect((await ask('/instances/i999/__emulator/connection')).status).toBe(200);
    expect((await ask('/instances/i999/__emulator/instances')).json).toHaveLength(1_000);
    expect(await ask('/instances/more/__emulator/connection')).toEqual({
      status: 400,
      json: { error: 'There are 1,000 instances already. DELETE /__emulator/instances/<name> removes one.' },
    });
    control.remove('i1');
    expect((await ask('/instances/more/__emulator/connection')).status).toBe(200);
    expect((await ask('/instances/more/__emulator/instances')).status).toBe(404);
  });

  test('tell hosts which state a request belongs to', () => {
    const emulator = createEmulator();
    const control = createControl(emulator);
    expect(control.begin?.('/v1/me')).toBe(emulator.begin());
    expect(control.begin?.('/instances/one/v1/me')).toBeUndefined();
    const one = control.instance('one');
    expect(control.begin?.('/instances/one/v1/me')).toBe(one.begin());
  });
});
