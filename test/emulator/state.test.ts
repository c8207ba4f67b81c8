/** State that stays right: whose state a request changes, who is forgotten, what ends when, and what has a limit. */
import { createControl, createEmulator, type Emulator } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import { clientFor, codeOf } from './browser.ts';

const BASE = 'http://127.0.0.1:4010';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SESSION = 'sess_2xAmplePaloAlto0000000000001';
const body = {
  new_password: 'a new one for me',
  current_password: 'current-password-1',
  sign_out_of_other_sessions: true,
};

async function send(
  emulator: Pick<Emulator, 'fetch'>,
  path: string,
  fields: Record<string, string> = {},
  token = 'dvb_local',
) {
  const url = `${BASE}${path}${path.includes('?') ? '&' : '?'}__clerk_db_jwt=${token}`;
  const response = await emulator.fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  const json = await response.json();
  return { status: response.status, code: json.errors?.[0]?.code ?? 'ok', json };
}

/** A second device of the seed's first user. */
const otherDevice = (emulator: Emulator): string =>
  emulator.users.signIn({ user: 'user@example.com', token: 'dvb_other' }).id;

describe('a request that is under way', () => {
  /** Everything that a change leaves behind. */
  const traces = ({ users, outbox, requests }: Emulator) => ({
    sessions: users.sessions().map(({ id }) => id),
    passwords: users.list().map(({ passwordLastUpdatedAt }) => passwordLastUpdatedAt),
    outbox,
    requests: requests.length,
  });

  test.each([
    ['a reset', (emulator: Emulator) => emulator.reset()],
    [
      'a reset to another seed',
      (emulator: Emulator) =>
        emulator.reset({
          users: [{ email: 'user@example.com', password: body.current_password }],
          sessions: [{ user: 'user@example.com', token: 'dvb_local' }],
        }),
    ],
    ['a restored snapshot', (emulator: Emulator, kept: unknown) => emulator.restore(kept)],
  ])('ends in the state that it began in, without a trace, when it is overtaken by %s', async (_, overtake) => {
    let now = 1_000;
    const emulator = createEmulator({ now: () => now });
    otherDevice(emulator);
    const kept = await emulator.snapshot();
    // One waits for its body, the other for the examples of the contract as well.
    const pending = [
      clientFor(emulator).changePassword({ body }),
      emulator.fetch(`${BASE}/v1/me/remove_password?__clerk_db_jwt=dvb_no_password`, {
        method: 'POST',
        headers: { prefer: 'example=none' },
        body: new URLSearchParams(),
      }),
    ];
    now = 2_000;
    overtake(emulator, kept);
    const before = traces(emulator);
    await Promise.all(pending);
    expect(traces(emulator)).toEqual(before);
    expect(before).toMatchObject({ outbox: [], requests: 0 });
    now = 3_000;
    expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
  });

  test('changes nothing when its user is deleted meanwhile', async () => {
    const emulator = createEmulator();
    const pending = codeOf(clientFor(emulator).changePassword({ body }));
    emulator.users.delete('user@example.com');
    expect(await pending).toBe('authentication_invalid');
    expect(emulator.outbox).toEqual([]);
  });
});

describe('browsers', () => {
  test('stay signed in side by side when a thousand clients are kept for the seed', async () => {
    const sessions = Array.from({ length: 1_000 }, (_, index) => ({
      user: 'user@example.com',
      token: `dvb_kept_${index}`,
    }));
    const emulator = createEmulator({
      seed: { users: [{ email: 'user@example.com', password: 'current-password-1' }], sessions },
    });
    const browser = async () => {
      const { json } = await send(emulator, '/v1/dev_browser', {}, '');
      const form = { identifier: 'user@example.com', password: 'current-password-1' };
      expect((await send(emulator, '/v1/client/sign_ins', form, json.token)).code).toBe('ok');
      return clientFor(emulator, json.token);
    };
    const [first, second] = [await browser(), await browser()];
    expect([await codeOf(first.getUser()), await codeOf(second.getUser())]).toEqual(['ok', 'ok']);
  });

  test('that are used stay, and the one that was used least recently goes, when a thousand others come', async () => {
    const emulator = createEmulator();
    const form = { identifier: 'user@example.com', password: 'current-password-1' };
    const tokens: string[] = [];
    for (let count = 0; count < 1_000; count++) {
      tokens.push((await send(emulator, '/v1/dev_browser', {}, '')).json.token);
      await send(emulator, '/v1/client/sign_ins', form, tokens.at(-1));
    }
    const [used = '', unused = '', next = ''] = tokens;
    // In use by what it does, not by looking.
    expect(
      await codeOf(clientFor(emulator, used).changePassword({ body: { ...body, sign_out_of_other_sessions: false } })),
    ).toBe('ok');
    await send(
      emulator,
      '/v1/client/sign_ins',
      { ...form, password: body.new_password },
      (await send(emulator, '/v1/dev_browser', {}, '')).json.token,
    );
    expect(await codeOf(clientFor(emulator, unused).getUser())).toBe('dev_browser_unauthenticated');
    expect(await codeOf(clientFor(emulator, used).getUser())).toBe('ok');
    expect(await codeOf(clientFor(emulator, next).getUser())).toBe('ok');
  });
});

describe('a session', () => {
  test('that has run out leaves the turn to another that is active on the client', async () => {
    const emulator = createEmulator();
    emulator.advance(6 * DAY);
    const newer = emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_local' });
    await send(emulator, `/v1/client/sessions/${SESSION}/touch`);
    emulator.advance(2 * DAY);
    const client = clientFor(emulator);
    const user = await client.getUser();
    expect(user.ok && user.data.response.id).toBe('user_no_password');
    const state = await client.getClient();
    expect(state.ok && state.data.response).toMatchObject({
      last_active_session_id: newer.id,
      sessions: [{ id: newer.id }],
    });
  });

  test('is expired after 7 days and abandoned after 30, and one that was revoked stays so', async () => {
    const emulator = createEmulator({ now: () => 0 });
    const ended = otherDevice(emulator);
    emulator.users.endSession(ended);
    const status = async (id: string) => {
      const { clients } = await emulator.snapshot();
      return clients.flatMap(({ sessions }) => sessions).find((one) => one.id === id)?.status;
    };
    for (const [wait, wanted, code] of [
      [7 * DAY - 1, 'active', 'ok'],
      [1, 'expired', 'authentication_invalid'],
      [23 * DAY - 1, 'expired', 'authentication_invalid'],
      [1, 'abandoned', 'authentication_invalid'],
    ] as const) {
      emulator.advance(wait);
      expect(await codeOf(clientFor(emulator).getUser())).toBe(code);
      const listed = emulator.users.sessions('user@example.com').map(({ id }) => id);
      expect(listed).toEqual(wanted === 'active' ? [SESSION] : []);
      // Looked at once more by its name.
      await send(emulator, `/v1/client/sessions/${SESSION}/touch`);
      expect(await status(SESSION)).toBe(wanted);
    }
    await send(emulator, `/v1/client/sessions/${ended}/touch`, {}, 'dvb_other');
    expect(await status(ended)).toBe('revoked');
  });

  test('of everybody is listed when no user is named', () => {
    const emulator = createEmulator();
    const other = otherDevice(emulator);
    const ids = emulator.users.sessions().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([SESSION, 'sess_no_password', other]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is kept, verified anew, when its user signs in once more on the same client', async () => {
    const emulator = createEmulator({ now: () => 0 });
    const form = { identifier: 'user@example.com', password: 'current-password-1' };
    await send(emulator, `/v1/client/sessions/${SESSION}/verify`, { level: 'first_factor' });
    emulator.advance(20 * MINUTE);
    const { json } = await send(emulator, '/v1/client/sign_ins', form);
    expect(json.response.created_session_id).toBe(SESSION);
    expect(json.client.sessions).toMatchObject([
      { id: SESSION, factor_verification_age: [0, -1], user: { last_sign_in_at: 20 * MINUTE } },
    ]);
    // The reverification that was under way is over.
    const attempt = { strategy: 'password', password: 'current-password-1' };
    expect((await send(emulator, `/v1/client/sessions/${SESSION}/verify/attempt_first_factor`, attempt)).code).toBe(
      'resource_not_found',
    );
  });

  test('is one of the last twenty of its client that have ended, or nobody knows it any more', async () => {
    const emulator = createEmulator();
    const ids = Array.from({ length: 21 }, () => {
      const { id } = emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_local' });
      emulator.users.endSession(id);
      return id;
    });
    const code = async (id: string | undefined) =>
      (await send(emulator, `/v1/me/change_password?_clerk_session_id=${id}`)).code;
    expect([await code(ids[0]), await code(ids[1]), await code(ids[20])]).toEqual([
      'action_for_session_not_authorized',
      'signed_out',
      'signed_out',
    ]);
    expect(ids.every((id) => id.startsWith('sess_'))).toBe(true);
    expect(await codeOf(clientFor(emulator).getUser())).toBe('ok');
  });

  test('gives no token and cannot be used when its user is banned', async () => {
    const emulator = createEmulator();
    expect((await send(emulator, `/v1/client/sessions/${SESSION}/tokens`)).json.jwt).toEqual(expect.any(String));
    emulator.users.update('user@example.com', { banned: true });
    for (const path of [`/v1/client/sessions/${SESSION}/tokens`, `/v1/client/sessions/${SESSION}/touch`]) {
      expect(await send(emulator, path)).toMatchObject({ status: 403, code: 'user_banned' });
    }
  });
});

test('the sessions of a restored snapshot are those of their users: they are listed, and end when the change signs out the others', async () => {
  const made = createEmulator();
  const other = otherDevice(made);
  const ended = made.users.signIn({ user: 'user@example.com', token: 'dvb_gone' }).id;
  made.users.endSession(ended);
  const emulator = createEmulator();
  emulator.restore(JSON.parse(JSON.stringify(await made.snapshot())));
  const listed = () => emulator.users.sessions('user@example.com').map(({ id }) => id);
  expect(listed()).toEqual([SESSION, other]);
  expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
  expect(listed()).toEqual([SESSION]);
  expect(await codeOf(clientFor(emulator, 'dvb_other').getUser())).toBe('authentication_invalid');
});

describe('a sign-in', () => {
  const begin = async (emulator: Emulator, identifier: string): Promise<string> =>
    (await send(emulator, '/v1/client/sign_ins', { identifier })).json.response.id;

  test('is abandoned after a day: it is not shown any more and cannot be completed', async () => {
    const emulator = createEmulator({ now: () => 0 });
    const id = await begin(emulator, 'user@example.com');
    const shown = async () => {
      const state = await clientFor(emulator).getClient();
      return state.ok && state.data.response?.sign_in?.id;
    };
    expect(await shown()).toBe(id);
    emulator.advance(DAY - 1);
    expect(await shown()).toBe(id);
    emulator.advance(1);
    expect(await shown()).toBe(undefined);
    const attempt = { strategy: 'password', password: 'current-password-1' };
    expect(await send(emulator, `/v1/client/sign_ins/${id}/attempt_first_factor`, attempt)).toMatchObject({
      status: 404,
    });
  });

  test.each(['user@example.com', 'ada'])(
    'takes no code by telephone when %s was not offered it',
    async (identifier) => {
      const emulator = createEmulator();
      emulator.users.create({ username: 'ada' });
      const id = await begin(emulator, identifier);
      const attempt = { strategy: 'phone_code', code: '424242' };
      const { code } = await send(emulator, `/v1/client/sign_ins/${id}/attempt_first_factor`, attempt);
      expect(code).toBe('strategy_for_user_invalid');
      expect((await send(emulator, '/v1/client/sign_ins', { identifier, strategy: 'phone_code' })).code).toBe(
        'strategy_for_user_invalid',
      );
      expect(emulator.users.sessions(identifier).filter(({ token }) => token !== 'dvb_local')).toEqual([]);
    },
  );
});

test.each(['second_factor', 'multi_factor'] as const)(
  'a reverification of level %s says that it is by first factor when the user has no second one',
  async (level) => {
    const emulator = createEmulator();
    const client = clientFor(emulator);
    const path = { session_id: SESSION };
    const started = await client.startSessionVerification({ path, body: { level } });
    expect(started.ok && started.data.response).toMatchObject({ level: 'first_factor', status: 'needs_first_factor' });
    const done = await client.attemptSessionVerification({
      path,
      body: { strategy: 'password', password: 'current-password-1' },
    });
    expect(done.ok && done.data.response).toMatchObject({ level: 'first_factor', second_factor_verification: null });
  },
);

describe('an instance under /instances/', () => {
  const control = () => createControl(createEmulator());

  test.each(['', '/instances/one'])('is named by the issuer of its tokens (%s)', async (mount) => {
    const { json } = await send(control(), `${mount}/v1/client/sessions/${SESSION}/tokens`);
    const claims = JSON.parse(atob(json.jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    expect(claims.iss).toBe(`${BASE}${mount}`);
  });

  test.each([
    ['', '/'],
    ['/instances/one', '/instances/one'],
  ])('gives a cookie that others do not get (%s)', async (mount, path) => {
    const { fetch } = control();
    const form = new URLSearchParams({ identifier: 'user@example.com', password: 'current-password-1' });
    const response = await fetch(`${BASE}${mount}/v1/client/sign_ins`, { method: 'POST', body: form });
    expect(response.headers.get('set-cookie')).toContain(`; Path=${path};`);
  });
});

describe('what can be made without end has a limit', () => {
  const ask = async (path: string, json: unknown, method = 'POST', control = createControl(createEmulator())) => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
    const response = await control.fetch(`${BASE}/__emulator${path}`, init);
    return { status: response.status, error: (await response.json()).error };
  };

  test('answers 400 when 1,000 forced responses wait', async () => {
    const emulator = createEmulator();
    for (let count = 0; count < 1_000; count++) emulator.force('getUser', { status: 500 });
    const one = { operation: '*', status: 500 };
    expect(await ask('/force', one, 'POST', createControl(emulator))).toEqual({
      status: 400,
      error: expect.stringContaining('1,000 forced'),
    });
    emulator.unforce();
    emulator.force('getUser', { status: 500 });
  });

  test('refuses metadata that is no object or cannot be written', () => {
    const { users } = createEmulator();
    const refusal = (publicMetadata: unknown) => {
      const user = { username: 'ada', publicMetadata };
      try {
        // As code without types may call it.
        Reflect.apply(users.create, users, [user]);
      } catch (error) {
        return String(error);
      }
      return undefined;
    };
    for (const value of [1, null, []]) {
      expect(refusal(value)).toBe('TypeError: "publicMetadata" has to be an object.');
    }
    expect(refusal({ big: 1n })).toMatch(/that can be written as JSON/);
    let deep: object = {};
    for (let level = 0; level < 50_000; level++) deep = { deep };
    expect(refusal(deep)).toMatch(/at most 100 levels deep/);
  });

  const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) });
  test.each([
    ['deeper than 100 levels', nested(101), /100 levels/],
    ['over 8 kB', { text: 'x'.repeat(8_192) }, /8 kB/],
  ])('refuses metadata %s where it comes in', async (_, metadata, message) => {
    for (const name of ['publicMetadata', 'unsafeMetadata']) {
      const user = { email: 'deep@example.com', [name]: metadata };
      expect(() => createEmulator({ seed: { users: [user] } })).toThrow(message);
      const refused = { status: 400, error: expect.stringMatching(message) };
      expect(await ask('/users', user)).toEqual(refused);
      expect(await ask('/users/user@example.com', { [name]: metadata }, 'PATCH')).toEqual(refused);
    }
    for (const fits of [nested(100), { null: null }, { text: 'x'.repeat(8_192 - '{"text":""}'.length) }]) {
      expect((await ask('/users/user@example.com', { publicMetadata: fits }, 'PATCH')).status).toBe(200);
    }
  });
});
