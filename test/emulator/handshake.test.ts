/** The handshake of applications that render on a server, and the few operations of the Backend API, without a framework. */
import { createLocalJWKSet, importSPKI, type JSONWebKeySet, jwtVerify } from 'jose';
import { createControl, createEmulator, type EmulatorOptions } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

const BASE = 'http://localhost:4010';
const APP = 'http://localhost:3000';
/** Base64url of the SHA-1 of the key of example.clerk.accounts.dev, the first 8 characters: as the vendor's packages make it. */
const SUFFIX = 'PWKyINQF';
const SECRET = { authorization: 'Bearer sk_test_any' };

function start(options: EmulatorOptions = {}) {
  const emulator = createEmulator(options);
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    emulator.fetch(BASE + path, { method, headers, redirect: 'manual' });
  const handshake = (query: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) =>
    get(`/v1/client/handshake?${new URLSearchParams({ redirect_url: `${APP}/page?a=1`, ...query })}`, headers);
  /** The cookies that a handshake comes to, by name. */
  const cookies = async (query: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> => {
    const response = await handshake({ format: 'nonce', ...query });
    const nonce = new URL(response.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce');
    const payload = await get(`/v1/clients/handshake_payload?nonce=${nonce}`, SECRET);
    const { directives }: { directives: readonly string[] } = await payload.json();
    return Object.fromEntries(directives.map((line) => line.split(/[=;]/, 2)));
  };
  return { emulator, get, handshake, cookies };
}

const codeOf = async (response: Response) => ({
  status: response.status,
  code: (await response.json()).errors[0].code,
});

describe('a handshake', () => {
  test('leads back with a nonce, for which a server gets the cookies once', async () => {
    const { handshake, get } = start();
    const response = await handshake({ format: 'nonce', __clerk_db_jwt: 'dvb_local' });
    expect(response.status).toBe(307);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(`${APP}/page`);
    expect(location.searchParams.get('a')).toBe('1');
    const nonce = location.searchParams.get('__clerk_handshake_nonce');
    const payload = () => get(`/v1/clients/handshake_payload?nonce=${nonce}`, SECRET);
    const first = await payload();
    expect(first.status).toBe(200);
    // The vendor's package reads it as JSON only if the type is this and nothing more.
    expect(first.headers.get('content-type')).toBe('application/json');
    expect((await first.json()).directives).toContainEqual(
      expect.stringMatching(/^__session=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; Max-Age=\d+; SameSite=Lax$/),
    );
    expect(await codeOf(await payload())).toEqual({ status: 404, code: 'resource_not_found' });
  });

  test.each([
    ['http://localhost:3000/', false],
    ['https://app.example/', true],
  ])('sets cookies for %s that are secure: %s', async (redirect_url, isSecure) => {
    const { handshake, get } = start({ settings: { allowedOrigins: ['https://app.example'] } });
    const response = await handshake({ format: 'nonce', __clerk_db_jwt: 'dvb_local', redirect_url });
    const nonce = new URL(response.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce');
    const { directives } = await (await get(`/v1/clients/handshake_payload?nonce=${nonce}`, SECRET)).json();
    expect(directives).toHaveLength(6);
    for (const line of directives) expect(line.endsWith('; Secure')).toBe(isSecure);
  });

  test('says who is signed in, by cookies in both of their forms and a token that the key set and the PEM key verify', async () => {
    const { cookies, get, emulator } = start();
    const set = await cookies({ __clerk_db_jwt: 'dvb_local' });
    const token = set['__session'] ?? '';
    for (const name of ['__session', '__client_uat', '__clerk_db_jwt'])
      expect(set[`${name}_${SUFFIX}`]).toBe(set[name]);
    expect(set['__clerk_db_jwt']).toBe('dvb_local');
    const keys: JSONWebKeySet = await (await get('/v1/jwks', SECRET)).json();
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys));
    expect(payload).toMatchObject({ sub: 'user_2xAmple0000000000000000001', azp: APP });
    await jwtVerify(token, await importSPKI(await emulator.publicKey(), 'RS256'));
    // A token that was issued before this time would be taken for outdated.
    expect(Number(set['__client_uat'])).toBeGreaterThan(0);
    expect(Number(set['__client_uat'])).toBeLessThanOrEqual(payload.iat ?? 0);
  });

  test('says that nobody is signed in, and makes a token for a browser that has none or one of before a restart', async () => {
    const { cookies } = start();
    for (const query of [{}, { __clerk_db_jwt: 'dvb_of_before' }]) {
      const set = await cookies(query);
      expect(set).toMatchObject({ __session: '', __client_uat: '0', [`__client_uat_${SUFFIX}`]: '0' });
      expect(set['__clerk_db_jwt']).toMatch(/^dvb_\w{27}$/);
    }
  });

  test('keeps the cookies of who is signed in for a year, and takes away those of who is not', async () => {
    const { handshake, get } = start();
    const lines = async (token: string): Promise<readonly string[]> => {
      const response = await handshake({ format: 'nonce', __clerk_db_jwt: token });
      const nonce = new URL(response.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce');
      return (await (await get(`/v1/clients/handshake_payload?nonce=${nonce}`, SECRET)).json()).directives;
    };
    const rest = (all: readonly string[], name: string) => all.find((line) => line.startsWith(`${name}=`))?.split('; ');
    const [here, gone] = [await lines('dvb_local'), await lines('dvb_of_before')];
    for (const name of ['__session', '__client_uat', '__clerk_db_jwt']) {
      expect(rest(here, name)?.slice(1)).toEqual(['Path=/', 'Max-Age=31536000', 'SameSite=Lax']);
    }
    expect(rest(gone, '__session')).toEqual(['__session=', 'Path=/', 'Max-Age=0', 'SameSite=Lax']);
  });

  // As above, where the base64 has characters that no cookie's name may have.
  test.each([
    ['fapi-14.test', 'Th9r-R2S'],
    ['fapi-0.test', 'kuvB54_m'],
  ])('names the cookies of %s by %s, as the vendor’s packages do', async (frontendApi, suffix) => {
    expect(Object.keys(await start({ settings: { frontendApi } }).cookies({}))).toContain(`__client_uat_${suffix}`);
  });

  test('is refused without a way back, and gives no cookies without a nonce', async () => {
    const { get } = start();
    expect(await codeOf(await get('/v1/client/handshake'))).toMatchObject({ code: 'invalid_redirect_url' });
    const payload = await get('/v1/clients/handshake_payload', SECRET);
    expect(await codeOf(payload)).toEqual({ status: 404, code: 'resource_not_found' });
  });

  test('keeps the cookies of the last hundred nonces', async () => {
    const { handshake, get } = start();
    const nonces: (string | null)[] = [];
    for (let count = 0; count < 101; count++) {
      const location = (await handshake({ format: 'nonce' })).headers.get('location') ?? '';
      nonces.push(new URL(location).searchParams.get('__clerk_handshake_nonce'));
    }
    const status = async (nonce: string | null | undefined) =>
      (await get(`/v1/clients/handshake_payload?nonce=${nonce}`, SECRET)).status;
    expect([await status(nonces[0]), await status(nonces[1]), await status(nonces[100])]).toEqual([404, 200, 200]);
  });

  test('brings the cookies in a signed token when no nonce is asked for, as older packages do', async () => {
    const { handshake, emulator } = start();
    const location = (await handshake({ __clerk_db_jwt: 'dvb_local' })).headers.get('location') ?? '';
    const token = new URL(location).searchParams.get('__clerk_handshake') ?? '';
    const { payload } = await jwtVerify(token, await importSPKI(await emulator.publicKey(), 'RS256'));
    expect(payload['handshake']).toContainEqual(expect.stringMatching(/^__session=\w/));
  });

  test('gives tokens of the real time after the clock was moved, so that servers accept them', async () => {
    // Each look at the clock takes a second.
    let time = Date.now();
    const { cookies, emulator } = start({ now: () => (time += 1_000) });
    emulator.advance(3_600_000);
    const body = 'identifier=user@example.com&strategy=password&password=current-password-1';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await emulator.fetch(`${BASE}/v1/client/sign_ins?__clerk_db_jwt=dvb_local`, { method: 'POST', body, headers });
    const set = await cookies({ __clerk_db_jwt: 'dvb_local' });
    const key = await importSPKI(await emulator.publicKey(), 'RS256');
    const { payload } = await jwtVerify(set['__session'] ?? '', key, { currentDate: new Date(time) });
    expect(Number(set['__client_uat'])).toBeLessThanOrEqual(payload.iat ?? 0);
  });

  test('takes the token of the browser out of the address, which would begin the next handshake', async () => {
    const { handshake } = start();
    const redirect_url = `${APP}/?__clerk_db_jwt=dvb_local`;
    const location = (await handshake({ redirect_url, __clerk_db_jwt: 'dvb_local' })).headers.get('location') ?? '';
    expect(new URL(location).searchParams.has('__clerk_db_jwt')).toBe(false);
  });

  test.each([
    ['https://evil.example/', 422, 'redirect_url_domain_mismatch'],
    ['http://localhost.evil.example/', 422, 'redirect_url_domain_mismatch'],
    ['http://localhost:3000@evil.example/', 422, 'redirect_url_domain_mismatch'],
    ['http:\\\\evil.example', 422, 'redirect_url_domain_mismatch'],
    ['//evil.example/', 422, 'invalid_redirect_url'],
    ['/page', 422, 'invalid_redirect_url'],
    ['javascript:alert(1)', 422, 'invalid_redirect_url'],
    ['xhttp://localhost/', 422, 'invalid_redirect_url'],
    ['https+x://localhost/', 422, 'invalid_redirect_url'],
    ['', 422, 'invalid_redirect_url'],
  ])('refuses to lead to %j', async (redirect_url, status, code) => {
    const response = await start().handshake({ redirect_url });
    expect(response.headers.get('location')).toBeNull();
    expect(await codeOf(response)).toEqual({ status, code });
  });

  test('leads to an origin that was allowed, with cookies for https', async () => {
    const { handshake, emulator } = start({ settings: { allowedOrigins: ['https://app.example'] } });
    const location = (await handshake({ redirect_url: 'https://app.example/' })).headers.get('location') ?? '';
    expect(new URL(location).origin).toBe('https://app.example');
    const token = new URL(location).searchParams.get('__clerk_handshake') ?? '';
    const { payload } = await jwtVerify(token, await importSPKI(await emulator.publicKey(), 'RS256'));
    expect(payload['handshake']).toContainEqual(expect.stringMatching(/^__client_uat=0; .*; Secure$/));
  });

  test('may be begun by a page on another site that the browser leaves, and not by what such a page embeds', async () => {
    const { handshake, emulator } = start();
    const from = (dest: string) => handshake({}, { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest });
    expect((await from('document')).status).toBe(307);
    expect(await codeOf(await from('image'))).toMatchObject({ code: 'origin_invalid' });
    expect(emulator.requests).toHaveLength(0);
  });

  test('belongs to the instance in front of its path', async () => {
    const control = createControl(createEmulator());
    await control.fetch(`${BASE}/instances/one/__emulator/reset`, { method: 'POST' });
    const query = new URLSearchParams({ redirect_url: APP, format: 'nonce', __clerk_db_jwt: 'dvb_local' });
    const led = await control.fetch(`${BASE}/instances/one/v1/client/handshake?${query}`, { redirect: 'manual' });
    const nonce = new URL(led.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce');
    const fetchPayload = (mount: string) =>
      control.fetch(`${BASE}${mount}/v1/clients/handshake_payload?nonce=${nonce}`, { headers: SECRET });
    expect((await fetchPayload('')).status).toBe(404);
    expect((await fetchPayload('/instances/one')).status).toBe(200);
  });
});

describe('a session token', () => {
  const post = async (emulator: ReturnType<typeof createEmulator>, path: string, body = '') => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await emulator.fetch(`${BASE}${path}?__clerk_db_jwt=dvb_local`, { method: 'POST', body, headers });
    return response.json();
  };

  test('comes anew with each response to a page that has asked for one, as the cookie of servers would be emptied otherwise', async () => {
    const { emulator, get } = start();
    const [session] = emulator.users.sessions('user@example.com');
    const path = `/v1/client/sessions/${session?.id}`;
    const token = (answer: { client: { sessions: { last_active_token: { jwt: string } | null }[] } }) =>
      answer.client.sessions[0]?.last_active_token?.jwt;
    expect(token(await post(emulator, `${path}/touch`))).toBeUndefined();
    await post(emulator, `${path}/tokens`);
    emulator.advance(5 * 60_000);
    expect(token(await post(emulator, `${path}/verify`, 'level=first_factor'))).toBeDefined();
    const body = 'strategy=password&password=current-password-1';
    const verified = await post(emulator, `${path}/verify/attempt_first_factor`, body);
    const key = await importSPKI(await emulator.publicKey(), 'RS256');
    const { payload } = await jwtVerify(token(verified) ?? '', key);
    // What servers ask for reverification by.
    expect(payload['fva']).toEqual([0, -1]);

    // The list of sessions of all browsers has no token of another one.
    emulator.users.signIn({ user: 'user@example.com', token: 'dvb_other' });
    const listed = await (await get('/v1/me/sessions/active?__clerk_db_jwt=dvb_other')).json();
    expect(listed).toMatchObject([{ last_active_token: null }, { last_active_token: null }]);
  });
});

test('a session token says how it is signed, and the PEM key has the form that libraries read', async () => {
  const { emulator } = start();
  const [session] = emulator.users.sessions('user@example.com');
  const path = `${BASE}/v1/client/sessions/${session?.id}/tokens?__clerk_db_jwt=dvb_local`;
  const { object, jwt } = await (await emulator.fetch(path, { method: 'POST' })).json();
  const pem = await emulator.publicKey();
  const { protectedHeader, payload } = await jwtVerify(jwt, await importSPKI(pem, 'RS256'));
  expect(object).toBe('token');
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.stringMatching(/^ins_\w+$/) });
  expect(payload).toMatchObject({ sid: session?.id, sts: 'active', v: 2 });
  expect(Number(payload.exp) - Number(payload.iat)).toBe(60);
  expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n([\w+/=]{64}\n)+[\w+/=]{1,64}\n-----END PUBLIC KEY-----$/);
});

test('a page that has no crypto.subtle is told why it gets no session token, and all else works', async () => {
  const errors: unknown[] = [];
  const emulator = createEmulator({ onError: (error) => errors.push(error) });
  const [session] = emulator.users.sessions('user@example.com');
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
  onTestFinished(() => void vi.unstubAllGlobals());
  const ask = async (path: string, method = 'GET') =>
    (await emulator.fetch(`${BASE}${path}?__clerk_db_jwt=dvb_local`, { method })).status;
  expect(await ask(`/v1/client/sessions/${session?.id}/tokens`, 'POST')).toBe(500);
  expect(errors.map(String)).toEqual([
    expect.stringMatching(/crypto\.subtle, which this page lacks: open it over https/),
  ]);
  expect(await ask('/v1/client')).toBe(200);
});

describe('the page of a session token', () => {
  test.each([
    ['its origin', { origin: APP }, APP],
    ['its address, when a rewrite makes the emulator a part of the app', { referer: `${APP}/page` }, APP],
    ['its origin, whatever its address says', { origin: APP, referer: 'http://localhost:9999/page' }, APP],
    ['nothing, when the page is one that may not call', { referer: 'https://evil.example/' }, undefined],
    ['nothing, when nothing says it', {}, undefined],
  ])('is told by %s', async (_, headers, azp) => {
    const { emulator, get } = start();
    const [session] = emulator.users.sessions('user@example.com');
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } };
    const path = `${BASE}/v1/client/sessions/${session?.id}/tokens?__clerk_db_jwt=dvb_local`;
    const { jwt } = await (await emulator.fetch(path, init)).json();
    const read = await (await get('/v1/client?__clerk_db_jwt=dvb_local', headers)).json();
    const key = await importSPKI(await emulator.publicKey(), 'RS256');
    for (const token of [jwt, read.response.sessions[0].last_active_token.jwt])
      expect((await jwtVerify(token, key)).payload['azp']).toBe(azp);
  });
});

describe('the time of a client', () => {
  test('is not after the token beside it when the clock was moved, as servers would take the token for outdated', async () => {
    // Each look at the clock takes a second.
    let time = Date.now();
    const emulator = createEmulator({ now: () => (time += 1_000) });
    const [session] = emulator.users.sessions('user@example.com');
    const post = async (path: string) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
      const query = '__clerk_db_jwt=dvb_local';
      return (await emulator.fetch(`${BASE}/v1/client/sessions/${session?.id}/${path}?${query}`, init)).json();
    };
    await post('tokens');
    emulator.advance(660_000);
    const { client } = await post('touch');
    const key = await importSPKI(await emulator.publicKey(), 'RS256');
    const { payload } = await jwtVerify(client.sessions[0].last_active_token.jwt, key, { currentDate: new Date(time) });
    // The browser SDK writes this time into the cookie __client_uat.
    expect(Math.floor(client.updated_at / 1000)).toBeLessThanOrEqual(payload.iat ?? 0);
    expect(client.created_at).toBeLessThanOrEqual(client.updated_at);
  });
});

describe('the Backend API', () => {
  test('gives the user, the key set and a testing token to whoever has a secret key', async () => {
    const { get } = start();
    const user = await get('/v1/users/user_2xAmple0000000000000000001', SECRET);
    expect(await user.json()).toMatchObject({ object: 'user', password_enabled: true, private_metadata: {} });
    expect(await codeOf(await get('/v1/users/user_none', SECRET))).toEqual({ status: 404, code: 'resource_not_found' });
    expect((await (await get('/v1/jwks', SECRET)).json()).keys).toHaveLength(1);
    const token = await get('/v1/testing_tokens', SECRET, 'POST');
    expect(await token.json()).toMatchObject({ object: 'testing_token', token: expect.stringMatching(/\w/) });
  });

  test.each(['/v1/users/user_2xAmple0000000000000000001', '/v1/jwks', '/v1/clients/handshake_payload?nonce=x'])(
    '%s refuses who has none',
    async (path) => {
      const { get } = start();
      expect(await codeOf(await get(path))).toEqual({ status: 401, code: 'authorization_header_format_invalid' });
      const live = await get(path, { authorization: 'Bearer sk_live_secret' });
      expect(await codeOf(live)).toEqual({ status: 401, code: 'clerk_key_invalid' });
      // Pages have no business with it.
      const page = await get(path, { ...SECRET, origin: APP });
      expect(await codeOf(page)).toMatchObject({ code: 'origin_authorization_headers_conflict' });
    },
  );

  test('answers as it was forced to', async () => {
    const { get, emulator } = start();
    emulator.force('getBackendUser', { status: 503 });
    expect((await get('/v1/users/user_no_password', SECRET)).status).toBe(503);
  });
});
