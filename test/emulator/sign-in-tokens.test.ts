/** Sign-in tokens: a server makes one for a user, and the page that brings it as a ticket is signed in. */
import { createEmulator, type EmulatorOptions } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';

const BASE = 'http://localhost:4010';
const SECRET = { authorization: 'Bearer sk_test_any' };
const USER = 'user_2xAmple0000000000000000001';

function start(options: EmulatorOptions = {}) {
  const emulator = createEmulator(options);
  const get = (path: string, headers: Readonly<Record<string, string>> = SECRET) =>
    emulator.fetch(BASE + path, { headers });
  const create = (body: unknown, headers: Readonly<Record<string, string>> = SECRET) =>
    emulator.fetch(`${BASE}/v1/sign_in_tokens`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const ticketFor = async (body: object = { user_id: USER }): Promise<string> =>
    (await (await create(body)).json()).token;
  /** Of a browser that the emulator does not know yet. */
  const signIn = (fields: Readonly<Record<string, string>>) =>
    emulator.fetch(`${BASE}/v1/client/sign_ins`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  return { emulator, get, create, ticketFor, signIn };
}

const codeOf = async (response: Response) => ({
  status: response.status,
  code: (await response.json()).errors?.[0].code,
});

describe('a ticket', () => {
  test.each([
    ['as clerk-js 6 and @clerk/testing send it', { strategy: 'ticket' }],
    ['as clerk-js 5 sends it', {}],
  ])('signs its user in, %s', async (_, strategy) => {
    const { ticketFor, signIn, emulator } = start();
    const response = await signIn({ ...strategy, ticket: await ticketFor() });
    expect(response.status).toBe(200);
    const { response: made, client } = await response.json();
    expect(made).toMatchObject({
      status: 'complete',
      identifier: 'user@example.com',
      first_factor_verification: { status: 'verified', strategy: 'ticket' },
    });
    expect(client.sessions).toMatchObject([{ id: made.created_session_id, user: { id: USER } }]);
    expect(client.last_active_session_id).toBe(made.created_session_id);
    expect(emulator.users.sessions(USER).map(({ id }) => id)).toContain(made.created_session_id);
  });

  test('signs in a user who has no password', async () => {
    const { ticketFor, signIn } = start();
    expect((await signIn({ ticket: await ticketFor({ user_id: 'user_no_password' }) })).status).toBe(200);
  });

  test('can be used once', async () => {
    const { ticketFor, signIn } = start();
    const ticket = await ticketFor();
    await signIn({ ticket });
    expect(await codeOf(await signIn({ ticket }))).toEqual({ status: 400, code: 'sign_in_token_already_used_code' });
  });

  test.each([
    ['after the time that the server said', { expires_in_seconds: 300 }, 300_000],
    ['after 30 days', {}, 30 * 86_400_000],
  ])('expires %s', async (_, seconds, lifetime) => {
    const { ticketFor, signIn, emulator } = start({ now: () => 1_700_000_000_000 });
    const body = { user_id: USER, ...seconds };
    const [ticket, other] = [await ticketFor(body), await ticketFor(body)];
    emulator.advance(lifetime - 1);
    expect((await signIn({ ticket })).status).toBe(200);
    emulator.advance(1);
    expect(await codeOf(await signIn({ ticket: other }))).toEqual({ status: 400, code: 'ticket_expired_code' });
  });

  test.each(['ticket_made_up', 'x'.repeat(200), ' '])('that nobody made is invalid: %s', async (ticket) => {
    const { signIn } = start();
    expect(await codeOf(await signIn({ strategy: 'ticket', ticket }))).toEqual({
      status: 400,
      code: 'ticket_invalid_code',
    });
  });

  test('is missing where the strategy asks for it', async () => {
    const response = await start().signIn({ strategy: 'ticket' });
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toMatchObject([
      { code: 'form_param_missing', meta: { param_name: 'ticket' } },
    ]);
  });

  test('is of no use for a user who is gone, or after a reset, and is not used up by a user who may not sign in', async () => {
    const { ticketFor, signIn, emulator } = start();
    const ticket = await ticketFor();
    emulator.users.update(USER, { banned: true });
    expect(await codeOf(await signIn({ ticket }))).toEqual({ status: 403, code: 'user_banned' });
    emulator.users.update(USER, { banned: false });
    expect((await signIn({ ticket })).status).toBe(200);
    const second = await ticketFor();
    emulator.users.delete(USER);
    expect(await codeOf(await signIn({ ticket: second }))).toMatchObject({ code: 'ticket_invalid_code' });
    emulator.reset();
    expect(await codeOf(await signIn({ ticket: second }))).toMatchObject({ code: 'ticket_invalid_code' });
  });

  test('is one of the last thousand', async () => {
    const { ticketFor, signIn } = start();
    const [first, second] = [await ticketFor(), await ticketFor()];
    for (let made = 2; made < 1_001; made++) await ticketFor();
    expect(await codeOf(await signIn({ ticket: first }))).toMatchObject({ code: 'ticket_invalid_code' });
    expect((await signIn({ ticket: second })).status).toBe(200);
  });

  test('does not stand in the request log', async () => {
    const { ticketFor, signIn, emulator } = start();
    const ticket = await ticketFor();
    await signIn({ strategy: 'ticket', ticket });
    expect(emulator.requests.at(-1)).toMatchObject({ form: { strategy: 'ticket', ticket: '[redacted]' } });
    expect(JSON.stringify(emulator.requests)).not.toContain(ticket);
  });
});

describe('a sign-in token', () => {
  test('comes with its id, its user and its times', async () => {
    const { create } = start({ now: () => 1_700_000_000_000 });
    const response = await create({ user_id: USER, expires_in_seconds: 300 });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      object: 'sign_in_token',
      id: expect.stringMatching(/^sit_\w{27}$/),
      user_id: USER,
      status: 'pending',
      token: expect.stringMatching(/^\w+$/),
      url: expect.stringMatching(/^http:\/\/localhost:4010\/v1\/tickets\/accept\?ticket=\w+$/),
      created_at: 1_700_000_000_000,
      updated_at: 1_700_000_000_000,
    });
  });

  test.each([
    [{}, 422, 'form_param_missing', 'user_id'],
    [{ user_id: null }, 422, 'form_param_missing', 'user_id'],
    [{ user_id: 7 }, 422, 'form_param_value_invalid', 'user_id'],
    [{ user_id: 'user_none' }, 404, 'resource_not_found', undefined],
    [{ user_id: USER, expires_in_seconds: 0 }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [{ user_id: USER, expires_in_seconds: 1.5 }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [{ user_id: USER, expires_in_seconds: '300' }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [{ user_id: USER, expires_in_seconds: 1e300 }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [[], 422, 'form_param_missing', 'user_id'],
    ['null', 422, 'form_param_missing', 'user_id'],
    ['{"user_id":', 400, 'malformed_request_parameters', undefined],
    ['', 400, 'malformed_request_parameters', undefined],
  ])('is not made of %j', async (body, status, code, field) => {
    const response = await start().create(body);
    const { errors } = await response.json();
    expect([response.status, errors[0].code, errors[0].meta?.param_name]).toEqual([status, code, field]);
    // The sentence is about that field, too, and not about one of another operation.
    if (field !== undefined) expect(errors[0].long_message).toBe(`${errors[0].message}: ${field}.`);
  });

  test('can be made for one second', async () => {
    expect((await start().create({ user_id: USER, expires_in_seconds: 1 })).status).toBe(200);
  });

  test('is not made of a body over 10 kB', async () => {
    const response = await start().create(' '.repeat(20_000));
    expect(await codeOf(response)).toEqual({ status: 413, code: 'request_body_too_large' });
  });

  test('is made by a secret key alone, and not by a page', async () => {
    const { create } = start();
    expect(await codeOf(await create({ user_id: USER }, {}))).toEqual({
      status: 401,
      code: 'authorization_header_format_invalid',
    });
    const live = await create({ user_id: USER }, { authorization: 'Bearer sk_live_secret' });
    expect(await codeOf(live)).toEqual({ status: 401, code: 'clerk_key_invalid' });
    const page = await create({ user_id: USER }, { ...SECRET, origin: 'http://localhost:3000' });
    expect(page.status).toBe(400);
  });
});

describe('the users of the Backend API', () => {
  const ids = async (response: Response): Promise<readonly string[]> =>
    (await response.json()).map(({ id }: { id: string }) => id);

  test('are found by one or more email addresses, in any case', async () => {
    const { get } = start();
    expect(await ids(await get('/v1/users?email_address=User%40Example.com'))).toEqual([USER]);
    const two = await get('/v1/users?email_address=user%40example.com&email_address=no-password%40example.com');
    expect(await ids(two)).toEqual([USER, 'user_no_password']);
    expect(await ids(await get('/v1/users?email_address=nobody%40example.com'))).toEqual([]);
    // A username is no email address.
    const named = start({ seed: { users: [{ username: 'ada', email: ['ada@example.com', 'ada@work.example'] }] } });
    expect(await ids(await named.get('/v1/users?email_address=ada'))).toEqual([]);
    // Any of the addresses of a user finds them.
    for (const address of ['ada@example.com', 'ada@work.example'])
      expect(await ids(await named.get(`/v1/users?email_address=${address}`))).toHaveLength(1);
    expect(await (await get('/v1/users/count?email_address=user%40example.com')).json()).toEqual({
      object: 'total_count',
      total_count: 1,
    });
  });

  test('come ten at a time, or as many as asked for', async () => {
    const users = Array.from({ length: 12 }, (_, index) => ({ id: `user_${index}`, username: `u${index}` }));
    const { get } = start({ seed: { users } });
    expect(await ids(await get('/v1/users'))).toHaveLength(10);
    expect(await ids(await get('/v1/users?limit=500'))).toHaveLength(12);
    expect(await ids(await get('/v1/users?limit=1'))).toEqual(['user_0']);
    expect(await ids(await get('/v1/users?limit=2&offset=11'))).toEqual(['user_11']);
    expect((await (await get('/v1/users/count')).json()).total_count).toBe(12);
  });

  test.each([
    ['/v1/users?limit=0', 'form_param_value_invalid', 'limit'],
    ['/v1/users?limit=501', 'form_param_value_invalid', 'limit'],
    ['/v1/users?limit=ten', 'form_param_value_invalid', 'limit'],
    ['/v1/users?offset=-1', 'form_param_value_invalid', 'offset'],
    ['/v1/users?query=ada', 'form_param_unknown', 'query'],
    ['/v1/users/count?username=ada', 'form_param_unknown', 'username'],
  ])('are not looked for by what the emulator does not know: %s', async (path, code, field) => {
    const response = await start().get(path);
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { errors: [{ code, meta: { param_name: field } }] },
    ]);
  });

  test('are shown to a secret key alone', async () => {
    const { get } = start();
    for (const path of ['/v1/users', '/v1/users/count']) expect((await get(path, {})).status).toBe(401);
  });
});

test('a testing token is good for an hour of the real time', async () => {
  const { emulator } = start({ now: () => 1_700_000_000_000 });
  emulator.advance(86_400_000);
  const response = await emulator.fetch(`${BASE}/v1/testing_tokens`, { method: 'POST', headers: SECRET });
  expect(await response.json()).toMatchObject({ object: 'testing_token', expires_at: 1_700_003_600 });
});
