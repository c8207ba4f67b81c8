/** Pages elsewhere, and what goes wrong inside: neither changes anything, and a developer is told of the latter. */
import { createControl, createEmulator, type EmulatorOptions } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { clientFor } from './browser.ts';

const BASE = 'http://localhost:4010';
const ME = `${BASE}/v1/me?__clerk_db_jwt=dvb_local`;
const embedded = { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' } };

describe('a page elsewhere', () => {
  test('uses up no forced response and no room in the log when it embeds an address of the API', async () => {
    const emulator = createEmulator();
    emulator.force('getUser', { code: 'user_banned' });
    const refused = await emulator.fetch(ME, embedded);
    expect([refused.status, await refused.json()]).toMatchObject([400, { errors: [{ code: 'origin_invalid' }] }]);
    expect([emulator.forced.length, emulator.requests.length]).toEqual([1, 0]);
    expect(await (await emulator.fetch(ME)).json()).toMatchObject({ errors: [{ code: 'user_banned' }] });
  });

  test('is served as before when it says its origin and that one may call', async () => {
    const emulator = createEmulator({ settings: { allowedOrigins: ['https://app.example'] } });
    const headers = { ...embedded.headers, origin: 'https://app.example' };
    expect((await emulator.fetch(ME, { headers })).status).toBe(200);
  });

  test('makes no instance by a GET, also where the browser says nothing about the page', async () => {
    const control = createControl(createEmulator());
    const get = async (path: string) => (await control.fetch(`${BASE}${path}`)).json();
    for (const name of ['one', 'two']) {
      expect(await get(`/instances/${name}/v1/me?__clerk_db_jwt=dvb_local`)).toMatchObject({
        response: { object: 'user' },
      });
    }
    expect([await get('/__emulator/instances'), control.instances.size]).toEqual([[], 0]);
  });

  test('leaves an instance as it was looked at when the first change comes', async () => {
    const control = createControl(createEmulator());
    const user = async () => {
      const response = await control.fetch(`${BASE}/instances/one/__emulator/users/user@example.com`);
      return response.json();
    };
    const { id, emailIds } = await user();
    await control.fetch(`${BASE}/instances/one/__emulator/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"seconds": 1}',
    });
    expect(await user()).toMatchObject({ id, emailIds });
    expect([...control.instances.keys()]).toEqual(['one']);
  });
});

describe('who may call', () => {
  const settings = {
    allowedHosts: ['emulator.test'],
    allowedOrigins: ['https://app.example'],
    frontendApi: 'fapi.test',
  };
  const anyone = { allowedHosts: ['*'], allowedOrigins: ['*'] };

  test.each([
    ['localhost:4010', settings, 200],
    ['app.localhost', settings, 200],
    ['a.b.localhost', settings, 200],
    ['app.team-one.localhost', settings, 200],
    ['127.0.0.1', settings, 200],
    ['127.255.255.254:80', settings, 200],
    ['[::1]:4010', settings, 200],
    ['EMULATOR.test:99', settings, 200],
    ['fapi.test', settings, 200],
    ['evil.test', anyone, 200],
    ['evil.test', settings, 400],
    ['localhost.evil.test', settings, 400],
    ['evil-localhost', settings, 400],
    ['.localhost', settings, 400],
    ['127.0.0', settings, 400],
    ['127.0.0.1.evil.test', settings, 400],
    ['evil10.0.0.1', settings, 400],
    ['localhost:4010.evil.test', settings, 400],
    ['emulator.test:1.evil.test', settings, 400],
    ['localhost:port', settings, 400],
  ])('by the name %s with %j is answered %i', async (host, given, status) => {
    const { fetch } = createEmulator({ settings: given });
    expect((await fetch(ME, { headers: { host } })).status).toBe(status);
  });

  test.each([
    ['http://localhost:3000', settings, true],
    ['https://app.localhost', settings, true],
    ['https://app.example', settings, true],
    ['https://fapi.test', settings, true],
    ['https://evil.test', anyone, true],
    ['https://evil.test', settings, false],
    ['http://fapi.test', settings, false],
    ['http://localhost.evil.test', settings, false],
    ['ftp://localhost', settings, false],
    ['null', settings, false],
  ])('from a page of %s with %j: %s', async (origin, given, may) => {
    const { fetch } = createEmulator({ settings: given });
    const response = await fetch(ME, { headers: { origin } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual(
      may ? [200, origin] : [400, null],
    );
  });

  test.each([
    ['https://emulator.test', 'https://emulator.test', 200],
    ['http://emulator.test', 'https://emulator.test', 200],
    ['https://emulator.test', 'http://emulator.test', 400],
  ])('at %s from a page of %s, its own: %i', async (base, origin, status) => {
    const { fetch } = createEmulator({ settings });
    const init = { headers: { host: 'emulator.test', origin } };
    expect((await fetch(ME.replace(BASE, base), init)).status).toBe(status);
  });

  const preflight = async (headers: Readonly<Record<string, string>> | false): Promise<Headers> => {
    const { fetch } = createEmulator({ settings });
    const init = { method: 'OPTIONS', headers: { origin: 'https://app.example', ...headers } };
    return (await fetch(ME, init)).headers;
  };

  test.each([
    ['true', 'true'],
    ['false', null],
    [undefined, null],
  ])('into a private network when the preflight asks for it: %s', async (asked, allowed) => {
    const headers = await preflight(asked !== undefined && { 'access-control-request-private-network': asked });
    expect(headers.get('access-control-allow-private-network')).toBe(allowed);
  });

  const usual = 'content-type, authorization, prefer';
  test.each([
    ['content-type,x-own_header', 'content-type,x-own_header'],
    ['content-type, x-a, x-b', 'content-type, x-a, x-b'],
    ['a:b', usual],
    ['content-type, x:y', usual],
    ['content-type,  x', usual],
    [undefined, usual],
  ])('with the headers %s: a preflight allows %s', async (wanted, allowed) => {
    const headers = await preflight({
      'access-control-request-method': 'POST',
      ...(wanted !== undefined && { 'access-control-request-headers': wanted }),
    });
    expect(headers.get('access-control-allow-headers')).toBe(allowed);
    expect(headers.get('access-control-allow-methods')?.split(', ')).toContain('POST');
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(0);
  });
});

describe('a Prefer header', () => {
  test.each([
    ['a token that nobody has', '?__clerk_db_jwt=nonsense', 401, 'dev_browser_unauthenticated'],
    ['no token', '', 401, 'authentication_invalid'],
    [
      'a session of somebody else',
      '?__clerk_db_jwt=dvb_local&_clerk_session_id=sess_no_password',
      401,
      'action_for_session_not_authorized',
    ],
  ])('gives no 200 to %s, and any error', async (_, query, status, code) => {
    const emulator = createEmulator();
    const ask = (prefer: string) =>
      emulator.fetch(`${BASE}/v1/me/change_password${query}`, { method: 'POST', headers: { prefer } });
    const refused = await ask('code=200');
    expect([refused.status, await refused.json()]).toMatchObject([status, { errors: [{ code }] }]);
    const preferred = await ask('code=422, example=form_password_pwned');
    expect([preferred.status, await preferred.json()]).toMatchObject([
      422,
      { errors: [{ code: 'form_password_pwned' }] },
    ]);
  });
});

test('an error of 400 that a Prefer header names is given to anybody', async () => {
  const response = await createEmulator().fetch(`${BASE}/v1/me/change_password`, {
    method: 'POST',
    headers: { prefer: 'code=400' },
  });
  expect(response.status).toBe(400);
});

describe('an instance that cannot be', () => {
  test.each<[string, string, RequestInit, number, string]>([
    ['the name is bad', '/instances/a%20b/v1/client', {}, 404, 'resource_not_found'],
    [
      'the origin is foreign',
      '/instances/a/v1/client',
      { headers: { origin: 'https://evil.test' } },
      400,
      'origin_invalid',
    ],
    ['a page embeds it', '/instances/a/v1/client', embedded, 400, 'origin_invalid'],
  ])('is refused in the form of the contract under /v1 when %s', async (_, path, init, status, code) => {
    const response = await createControl(createEmulator()).fetch(`${BASE}${path}`, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      errors: [expect.objectContaining({ code, message: expect.any(String), long_message: expect.any(String) })],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });
});

describe('a password that was sent unencoded', () => {
  test.each([
    'new_password=Tom&Jerry2024=x',
    'current_password=Tom&Jerry2024',
    'new_password=Tom&Jerry2024=x&Jerry2024=y',
    'new_password=a&Jerry2024=%FF',
  ])('shows no piece of itself in error and log when the body is %s', async (body) => {
    const emulator = createEmulator();
    for (const operation of ['change_password', 'remove_password']) {
      const response = await emulator.fetch(`${BASE}/v1/me/${operation}?__clerk_db_jwt=dvb_local`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
      expect(response.status).toBe(422);
      const text = await response.text();
      expect(text).not.toMatch(/jerry/i);
      // What is not named is left out, and the sentence is whole without it.
      expect(text).not.toMatch(/"param_name":""|"meta":\{\}|: \."/);
    }
    expect(JSON.stringify(emulator.requests)).not.toMatch(/jerry/i);
  });

  test('does not keep a field from being named that is only spelled differently', async () => {
    const response = await createEmulator().fetch(`${BASE}/v1/me/change_password?__clerk_db_jwt=dvb_local`, {
      method: 'POST',
      body: new URLSearchParams({ newPassword: 'a new one for me', new_password: 'a new one for me' }),
    });
    expect(await response.json()).toMatchObject({
      errors: [{ code: 'form_param_unknown', meta: { param_name: 'newPassword' } }],
    });
  });
});

describe('an error inside', () => {
  const defect = new Error('a defect');
  /** An emulator, and what makes it fail at its next need for a random number. */
  function fragile(options: EmulatorOptions = {}) {
    let fails = false;
    const random = () => {
      if (!fails) return 0.5;
      fails = false;
      throw defect;
    };
    const emulator = createEmulator({ ...options, random });
    return {
      emulator,
      failNext: () => {
        fails = true;
      },
    };
  }

  test('is told to onError when a request or control is answered 500 for it', async () => {
    const told: unknown[] = [];
    const { emulator, failNext } = fragile({ onError: (error) => told.push(error) });
    failNext();
    const body = { current_password: 'current-password-1', new_password: 'a new one for me' };
    expect(await clientFor(emulator).changePassword({ body })).toMatchObject({ status: 500 });
    failNext();
    const answer = await createControl(emulator).fetch(`${BASE}/__emulator/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email": "new@example.com"}',
    });
    expect([answer.status, await answer.json()]).toEqual([500, { error: expect.stringContaining('onError') }]);
    expect(told).toEqual([defect, defect]);
  });

  test('is told on the console when there is no onError', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const body = { current_password: 'current-password-1', new_password: 'a new one for me' };
    const { emulator, failNext } = fragile();
    failNext();
    await clientFor(emulator).changePassword({ body });
    expect(logged).toHaveBeenCalledWith(expect.any(String), defect);
  });

  test.each<[string, () => never | Promise<never>]>([
    [
      'throws',
      () => {
        throw defect;
      },
    ],
    ['rejects', () => Promise.reject(defect)],
  ])('of a handler is told and answered 500 on a port when it %s', async (_, handle) => {
    const told: unknown[] = [];
    const server = await serve({ handle }, { onError: (error) => told.push(error) });
    onTestFinished(() => server.close());
    expect((await fetch(server.url)).status).toBe(500);
    expect(told).toEqual([defect]);
  });
});
