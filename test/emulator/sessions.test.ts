import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import { clientFor, codeOf } from './browser.ts';

const MINUTE = 60_000;
const body = { current_password: 'current-password-1', new_password: 'a new one for me' };

/** Emulator with user@example.com signed in in three browsers. */
function threeBrowsers(): Emulator {
  const emulator = createEmulator();
  emulator.users.signIn({ user: 'user@example.com', token: 'dvb_second' });
  emulator.users.signIn({ user: 'user@example.com', token: 'dvb_third' });
  return emulator;
}

const readers = (emulator: Emulator) =>
  Promise.all(['dvb_local', 'dvb_second', 'dvb_third'].map((token) => codeOf(clientFor(emulator, token).getUser())));

describe('other sessions', () => {
  test('end on every client, and this one stays, when a change asks for it', async () => {
    const emulator = threeBrowsers();
    const changed = await clientFor(emulator).changePassword({ body: { ...body, sign_out_of_other_sessions: true } });
    expect(changed.ok && changed.data.client?.sessions.length).toBe(1);
    expect(await readers(emulator)).toEqual(['ok', 'authentication_invalid', 'authentication_invalid']);
    expect(await codeOf(clientFor(emulator, 'dvb_no_password').getUser())).toBe('ok');
  });

  test('stay when a change does not ask for it', async () => {
    const emulator = threeBrowsers();
    expect(await codeOf(clientFor(emulator).changePassword({ body }))).toBe('ok');
    expect(await readers(emulator)).toEqual(['ok', 'ok', 'ok']);
  });

  test('stay when the password is removed', async () => {
    const emulator = threeBrowsers();
    expect(await codeOf(clientFor(emulator).removePassword({ body }))).toBe('form_param_unknown');
    const { current_password } = body;
    expect(await codeOf(clientFor(emulator).removePassword({ body: { current_password } }))).toBe('ok');
    expect(await readers(emulator)).toEqual(['ok', 'ok', 'ok']);
  });
});

test('a change of the password is the last activity of the user, the session and the client', async () => {
  let now = 1_700_000_000_000;
  const emulator = createEmulator({ now: () => now });
  now += 5_000;
  const changed = await clientFor(emulator).changePassword({ body });
  expect(changed.ok && changed.data).toMatchObject({
    response: { updated_at: now, last_active_at: now, password_last_updated_at: now },
    client: { updated_at: now, sessions: [{ last_active_at: now }] },
  });
});

test('a session that has run out is listed nowhere, and one that ends changes its client', async () => {
  let now = 1_700_000_000_000;
  const emulator = createEmulator({ now: () => now });
  const client = clientFor(emulator);
  const own = emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_local' });
  now += 1_000;
  emulator.users.endSession(own.id);
  const read = await client.getClient();
  expect(read.ok && read.data.response).toMatchObject({
    updated_at: now,
    last_active_session_id: emulator.users.sessions('user@example.com')[0]?.id,
  });
  now += 7 * 86_400_000;
  expect(emulator.users.sessions('user@example.com')).toEqual([]);
  const expired = await client.getClient();
  expect(expired.ok && expired.data.response).toMatchObject({ sessions: [], last_active_session_id: null });
});

test.each([
  ['2021-02-05', 'form_password_validation_failed'],
  ['2024-10-01', 'form_password_validation_failed'],
  ['2024-10-02', 'form_password_incorrect'],
  ['2025-11-10', 'form_password_incorrect'],
  ['', 'form_password_incorrect'],
])('a wrong current password has the code of the API version %s: %s', async (version, code) => {
  const response = await createEmulator().fetch(
    `http://127.0.0.1:4010/v1/me/change_password?__clerk_db_jwt=dvb_local&__clerk_api_version=${version}`,
    { method: 'POST', body: new URLSearchParams({ ...body, current_password: 'wrong' }) },
  );
  expect(await response.json()).toMatchObject({ errors: [{ code }] });
});

test('exactly one change wins when many are sent at once with the same current password', async () => {
  const emulator = threeBrowsers();
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const client = clientFor(emulator, ['dvb_local', 'dvb_second', 'dvb_third'][index % 3]);
      return codeOf(client.changePassword({ body: { ...body, new_password: `new password ${index}` } }));
    }),
  );
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
  expect(codes.filter((code) => code === 'form_password_incorrect')).toHaveLength(19);
  expect(emulator.outbox).toHaveLength(1);
});

test('a response shows every user of the client as they are, whatever their names and metadata hold', async () => {
  const odd = '"user":0';
  const users = ['one', 'other'].map((name) => ({
    email: `${name}@example.com`,
    password: body.current_password,
    firstName: odd,
    publicMetadata: { user: 0, [odd]: [odd, { user: name }] },
  }));
  const token = 'dvb_shared';
  const sessions = users.map(({ email }) => ({ user: email, token }));
  const client = clientFor(createEmulator({ seed: { users, sessions } }), token);
  const whole = await client.getClient();
  const shown = (whole.ok && whole.data.response?.sessions) || [];
  expect(shown.map(({ user }) => user)).toMatchObject(
    ['one', 'other'].map((name) => ({
      first_name: odd,
      email_addresses: [{ email_address: `${name}@example.com` }],
      public_metadata: { user: 0, [odd]: [odd, { user: name }] },
    })),
  );
  for (const { id, user } of shown) {
    const answer = await client.getUser({ query: { _clerk_session_id: id } });
    expect(answer).toMatchObject({ ok: true, data: { response: user, client: { sessions: shown } } });
  }
});

describe('the account', () => {
  test('locks after so many wrong passwords, says for how long, and opens by the clock', async () => {
    const emulator = createEmulator({ settings: { lockout: { attempts: 3, seconds: 90 } }, now: () => 0 });
    const client = clientFor(emulator);
    const wrong = { body: { ...body, current_password: 'wrong' } };
    for (let count = 0; count < 3; count++) {
      expect(await codeOf(client.changePassword(wrong))).toBe('form_password_incorrect');
    }
    emulator.advance(30_000);
    const locked = await client.changePassword({ body });
    expect(locked.ok ? [] : locked.errors).toMatchObject([
      { code: 'user_locked', meta: { lockout_expires_in_seconds: 60 } },
    ]);
    const read = await client.getUser();
    expect(read.ok && read.data.response).toMatchObject({
      locked: true,
      lockout_expires_in_seconds: 60,
      verification_attempts_remaining: 0,
    });
    emulator.advance(60_000);
    expect(await codeOf(client.changePassword({ body }))).toBe('ok');
  });

  test('never locks when the settings say so', async () => {
    const emulator = createEmulator({ settings: { lockout: { attempts: null } } });
    const client = clientFor(emulator);
    for (let count = 0; count < 12; count++) {
      expect(await codeOf(client.changePassword({ body: { ...body, current_password: 'wrong' } }))).toBe(
        'form_password_incorrect',
      );
    }
    const read = await client.getUser();
    expect(read.ok && read.data.response).toMatchObject({ locked: false, verification_attempts_remaining: null });
    expect(await codeOf(client.changePassword({ body }))).toBe('ok');
  });

  test('is known by its new names alone when it is renamed, and another may take the old ones', async () => {
    const { users, fetch } = createEmulator();
    const names = { email: 'old@example.com', username: 'old', phoneNumber: '+15555550100' };
    const { id } = users.create({ ...names, password: 'a password of mine' });
    users.update(id, { email: 'New@Example.com', username: 'new', phoneNumber: '+15555550101' });
    for (const name of Object.values(names)) expect(users.get(name)).toBeUndefined();
    for (const name of [' new@example.com ', 'NEW', '+15555550101']) expect(users.get(name)?.id).toBe(id);
    const other = users.create(names);
    expect(users.get('old')?.id).toBe(other.id);
    users.delete(id);
    expect([users.get('new'), users.get('old')?.id]).toEqual([undefined, other.id]);
    const form = new URLSearchParams({ identifier: 'new', password: 'a password of mine' });
    expect((await fetch('http://127.0.0.1:4010/v1/client/sign_ins', { method: 'POST', body: form })).status).toBe(422);
  });

  test('counts anew when a right password comes between wrong ones', async () => {
    const emulator = createEmulator({ settings: { lockout: { attempts: 2 } } });
    const client = clientFor(emulator);
    const attempt = (password: string) =>
      codeOf(client.createSignIn({ body: { identifier: 'user@example.com', strategy: 'password', password } }));
    for (const password of ['wrong', 'current-password-1', 'wrong', 'current-password-1']) await attempt(password);
    expect(await attempt('current-password-1')).toBe('ok');
  });
});

describe('the decision table of the contract', () => {
  const rows = [
    { hasPassword: false, reverification: false, minutes: 11, current: false, change: 'ok', remove: 'no_password_set' },
    {
      hasPassword: true,
      reverification: false,
      minutes: 11,
      current: false,
      change: 'form_param_missing',
      remove: 'form_param_missing',
    },
    { hasPassword: true, reverification: false, minutes: 11, current: true, change: 'ok', remove: 'ok' },
    { hasPassword: false, reverification: true, minutes: 10, current: false, change: 'ok', remove: 'no_password_set' },
    {
      hasPassword: false,
      reverification: true,
      minutes: 11,
      current: false,
      change: 'session_reverification_required',
      remove: 'no_password_set',
    },
    {
      hasPassword: true,
      reverification: true,
      minutes: 10,
      current: false,
      change: 'ok',
      remove: 'form_param_missing',
    },
    { hasPassword: true, reverification: true, minutes: 10, current: true, change: 'ok', remove: 'ok' },
    {
      hasPassword: true,
      reverification: true,
      minutes: 11,
      current: true,
      change: 'session_reverification_required',
      remove: 'session_reverification_required',
    },
  ] as const; // prettier-ignore

  test.each(rows)(
    'answers $change and $remove when password: $hasPassword, reverification: $reverification, minutes since the last proof: $minutes, current password sent: $current',
    async ({ hasPassword, reverification, minutes, current, change, remove }) => {
      const start = () => {
        const emulator = createEmulator({ settings: { reverification }, now: () => 0 });
        if (!hasPassword) emulator.users.update('user@example.com', { password: null });
        emulator.advance(minutes * MINUTE);
        return clientFor(emulator);
      };
      const proof = current ? { current_password: 'current-password-1' } : {};
      expect(await codeOf(start().changePassword({ body: { new_password: 'a new one for me', ...proof } }))).toBe(
        change,
      );
      const removal = start().removePassword({ body: { current_password: proof.current_password ?? '' } });
      expect(await codeOf(removal)).toBe(remove);
    },
  );

  test('still wants the current password right when it is sent though it need not be', async () => {
    const emulator = createEmulator({ settings: { reverification: true } });
    const wrong = { body: { ...body, current_password: 'wrong' } };
    expect(await codeOf(clientFor(emulator).changePassword(wrong))).toBe('form_password_incorrect');
  });
});

describe('a reverification', () => {
  test('opens the ten minutes again when the password is proven', async () => {
    const emulator = createEmulator({ settings: { reverification: true } });
    const client = clientFor(emulator);
    emulator.advance(11 * MINUTE);
    expect(await codeOf(client.changePassword({ body }))).toBe('session_reverification_required');
    const path = { session_id: 'sess_2xAmplePaloAlto0000000000001' };
    const started = await client.startSessionVerification({ path, body: { level: 'first_factor' } });
    expect(started.ok && started.data.response).toMatchObject({
      status: 'needs_first_factor',
      supported_first_factors: [{ strategy: 'password' }, { strategy: 'email_code' }],
    });
    const prove = (password: string) =>
      client.attemptSessionVerification({ path, body: { strategy: 'password', password } });
    expect(await codeOf(prove('wrong'))).toBe('form_password_incorrect');
    const proven = await prove('current-password-1');
    expect(proven.ok && proven.data.response.status).toBe('complete');
    expect(proven.ok && proven.data.client?.sessions[0]?.factor_verification_age).toEqual([0, -1]);
    expect(await codeOf(client.changePassword({ body }))).toBe('ok');
  });

  test('goes by a code that the outbox shows when the user has no password', async () => {
    const emulator = createEmulator({ settings: { reverification: true }, now: () => 0 });
    const client = clientFor(emulator, 'dvb_no_password');
    emulator.advance(11 * MINUTE);
    const path = { session_id: 'sess_no_password' };
    const started = await client.startSessionVerification({ path, body: { level: 'first_factor' } });
    expect(started.ok && started.data.response.supported_first_factors).toMatchObject([{ strategy: 'email_code' }]);
    const attempt = (code: string) =>
      codeOf(client.attemptSessionVerification({ path, body: { strategy: 'email_code', code } }));
    expect(await attempt('424242')).toBe('verification_missing');
    const [factor] = (started.ok && started.data.response.supported_first_factors) || [];
    const prepare = () =>
      client.prepareSessionVerification({
        path,
        body: { strategy: 'email_code', email_address_id: factor?.email_address_id },
      });
    const prepared = await prepare();
    expect(prepared.ok && prepared.data.response.first_factor_verification).toMatchObject({
      status: 'unverified',
      strategy: 'email_code',
    });
    expect(emulator.outbox).toMatchObject([
      { kind: 'verification_code', to: 'no-password@example.com', code: '424242' },
    ]);
    for (let count = 0; count < 3; count++) expect(await attempt('000000')).toBe('form_code_incorrect');
    expect(await attempt('424242')).toBe('verification_failed');
    await prepare();
    emulator.advance(10 * MINUTE);
    expect(await attempt('424242')).toBe('verification_expired');
    await prepare();
    expect(await attempt('424242')).toBe('ok');
    expect(await attempt('424242')).toBe('resource_not_found');
    expect(await codeOf(client.changePassword({ body: { new_password: 'a first one for me' } }))).toBe('ok');
  });
});

describe('the rate limit', () => {
  const settings = { rateLimit: { requests: 2, seconds: 60 } };

  /** Sends nothing that would be carried out; the status, and how long to wait. */
  async function ask({ fetch }: Emulator, path: string) {
    const { status, headers } = await fetch(`http://127.0.0.1:4010/v1${path}`, { method: 'POST' });
    return `${status} ${headers.get('retry-after')}`;
  }

  test('is for each client by itself, says how long to wait, and begins anew when the time is over', async () => {
    const emulator = createEmulator({ settings, now: () => 0 });
    const change = (token = 'dvb_local') => ask(emulator, `/me/change_password?__clerk_db_jwt=${token}`);
    expect([await change(), await change(), await change()]).toEqual(['422 null', '422 null', '429 60']);
    emulator.advance(20_500);
    expect([await change(), await change('dvb_no_password')]).toEqual(['429 40', '422 null']);
    emulator.advance(39_499);
    expect(await change()).toBe('429 1');
    emulator.advance(1);
    expect([await change(), await change(), await change()]).toEqual(['422 null', '422 null', '429 60']);
  });

  test('is one for all callers that have no client', async () => {
    const emulator = createEmulator({ settings, now: () => 0 });
    const signIn = () => ask(emulator, '/client/sign_ins');
    expect([await signIn(), await signIn(), await signIn()]).toEqual(['422 null', '422 null', '429 60']);
    expect(await ask(emulator, '/me/change_password?__clerk_db_jwt=dvb_local')).toBe('422 null');
  });
});

test('an ended session that a call names is told from a session that nobody has', async () => {
  const emulator = createEmulator();
  const { id } = emulator.users.signIn({ user: 'user@example.com', token: 'dvb_local' });
  emulator.users.endSession(id);
  const said = async (session: string) => {
    const url = `http://127.0.0.1:4010/v1/me?__clerk_db_jwt=dvb_local&_clerk_session_id=${session}`;
    const { errors } = await (await emulator.fetch(url)).json();
    return [errors[0].code, errors[0].meta?.session_id];
  };
  expect(await said(id)).toEqual(['signed_out', id]);
  expect(await said('sess_none')).toEqual(['action_for_session_not_authorized', undefined]);
  const unnamed = 'http://127.0.0.1:4010/v1/me?__clerk_db_jwt=dvb_no_password&_clerk_session_id=';
  expect((await emulator.fetch(unnamed)).status).toBe(200);
});

test.each(['__client=dvb_local', ' a=b ;__client = dvb_local ; c=d', '__client_; __client=dvb_local'])(
  'a browser is known by its cookie among others (%s)',
  async (cookie) => {
    const { fetch } = createEmulator();
    expect((await fetch('http://127.0.0.1:4010/v1/me', { headers: { cookie } })).status).toBe(200);
  },
);

test('a sign-in under way is shown without its user when that one was deleted', async () => {
  const emulator = createEmulator();
  const ask = async (path: string, init?: RequestInit) =>
    (await emulator.fetch(`http://127.0.0.1:4010/v1/client${path}?__clerk_db_jwt=dvb_new`, init)).json();
  emulator.users.endSession(emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_new' }).id);
  const form = new URLSearchParams({ identifier: 'user@example.com' });
  await ask('/sign_ins', { method: 'POST', body: form });
  expect(await ask('')).toMatchObject({ response: { sign_in: { user_data: { first_name: 'Ada' } } } });
  emulator.users.delete('user@example.com');
  expect(await ask('')).toMatchObject({ response: { sign_in: { user_data: null, supported_first_factors: null } } });
});

test('the user says when the password was last changed, so that a lost answer can be told from a lost request', async () => {
  const emulator = createEmulator({ now: () => 1_000 });
  const client = clientFor(emulator);
  const lastUpdated = async () => {
    const read = await client.getUser();
    return read.ok ? read.data.response.password_last_updated_at : undefined;
  };
  expect(await lastUpdated()).toBe(1_000);
  emulator.advance(5_000);
  await client.changePassword({ body });
  expect(await lastUpdated()).toBe(6_000);
  await client.removePassword({ body: { current_password: body.new_password } });
  expect(await lastUpdated()).toBeNull();
});

test('a client remembers the last twenty sessions that have ended on it, beside those that have not', async () => {
  const emulator = createEmulator();
  const ended = Array.from({ length: 25 }, () => {
    const { id } = emulator.users.signIn({ user: 'locked@example.com', token: 'dvb_local' });
    emulator.users.endSession(id);
    return id;
  });
  const kept = (await emulator.snapshot()).clients.find(({ token }) => token === 'dvb_local')?.sessions ?? [];
  expect(kept.map(({ id }) => id)).toEqual([emulator.users.sessions('user@example.com')[0]?.id, ...ended.slice(5)]);
  expect(() => emulator.users.endSession(ended[0] ?? '')).toThrow('There is no session');
});

test('browsers without a session are forgotten, and neither those of the seed nor those signed in, when more than a thousand come', async () => {
  const emulator = createEmulator();
  const before = emulator.users.sessions().length;
  const first = await emulator.fetch('http://127.0.0.1:4010/v1/dev_browser', { method: 'POST' });
  const { token } = await first.json();
  expect(await codeOf(clientFor(emulator, token).getClient())).toBe('ok');
  for (let count = 0; count < 1_500; count++) {
    const form = new URLSearchParams({ identifier: 'user@example.com', password: 'current-password-1' });
    const path = count % 2 === 0 ? 'dev_browser' : 'client/sign_ins';
    await emulator.fetch(`http://127.0.0.1:4010/v1/${path}`, { method: 'POST', body: form });
  }
  expect(emulator.users.sessions()).toHaveLength(before + 750);
  expect(await codeOf(clientFor(emulator, token).getClient())).not.toBe('ok');
  for (let count = 0; count < 260; count++) {
    const form = new URLSearchParams({ identifier: 'user@example.com', password: 'current-password-1' });
    await emulator.fetch('http://127.0.0.1:4010/v1/client/sign_ins', { method: 'POST', body: form });
  }
  // Now all thousand are signed in, and the least recently used of them go.
  expect(emulator.users.sessions()).toHaveLength(before + 1_000);
  expect(emulator.users.sessions('user@example.com')).toHaveLength(1 + 1_000);
  expect(await codeOf(clientFor(emulator).getUser())).toBe('ok');
  expect(await codeOf(clientFor(emulator, 'dvb_no_password').getUser())).toBe('ok');
});
