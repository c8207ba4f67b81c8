/** Signing in by steps, reverification, and the sessions of others, as the vendor's SDK asks for them. */
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { beforeEach, describe, expect, test } from 'vitest';

let emulator: Emulator;
beforeEach(() => {
  emulator = createEmulator();
});

/** The status, the first error with its field, and what came. */
async function send(path: string, fields: Record<string, string> | URLSearchParams, token = 'dvb_new') {
  const response = await emulator.fetch(`http://127.0.0.1:4010/v1${path}?__clerk_db_jwt=${token}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const body = await response.json();
  const error = body.errors?.[0];
  return { body, said: error ? [response.status, error.code, error.meta?.param_name] : [response.status] };
}

/** A client on which nobody is signed in. */
function newClient(token: string): void {
  emulator.users.endSession(emulator.users.signIn({ user: 'user@example.com', token }).id);
}

describe('a field that a person left empty', () => {
  const reverify = async (): Promise<string> => {
    const { id } = emulator.users.signIn({ user: 'user@example.com', token: 'dvb_new' });
    await send(`/client/sessions/${id}/verify`, { level: 'first_factor' });
    return `/client/sessions/${id}/verify/attempt_first_factor`;
  };
  const begin = async (fields: Record<string, string>): Promise<string> => {
    newClient('dvb_new');
    return `/client/sign_ins/${(await send('/client/sign_ins', fields)).body.response.id}/attempt_first_factor`;
  };
  const signedOut = async (): Promise<string> => {
    newClient('dvb_new');
    return '/client/sign_ins';
  };
  const signedIn = async (path: string): Promise<string> => {
    emulator.users.signIn({ user: 'user@example.com', token: 'dvb_new' });
    return path;
  };

  test.each<[string, () => Promise<string>, Record<string, string>, string]>([
    [
      'new password',
      () => signedIn('/me/change_password'),
      { current_password: 'x', new_password: '' },
      'Enter your new password.',
    ],
    [
      'current password',
      () => signedIn('/me/change_password'),
      { current_password: '', new_password: 'a-better-one' },
      'Enter your current password.',
    ],
    [
      'current password',
      () => signedIn('/me/remove_password'),
      { current_password: '' },
      'Enter your current password.',
    ],
    ['email address', signedOut, { identifier: '', password: 'x' }, 'Enter your email address.'],
    [
      'password',
      signedOut,
      { identifier: 'user@example.com', password: '', strategy: 'password' },
      'Enter your password.',
    ],
    [
      'password',
      () => begin({ identifier: 'user@example.com' }),
      { strategy: 'password', password: '' },
      'Enter your password.',
    ],
    [
      'code',
      () => begin({ identifier: 'no-password@example.com', strategy: 'email_code' }),
      { strategy: 'email_code', code: '' },
      'Enter the code that was sent to you.',
    ],
    ['password', reverify, { strategy: 'password', password: '' }, 'Enter your password.'],
    ['code', reverify, { strategy: 'email_code', code: '' }, 'Enter the code that was sent to you.'],
  ])('is asked for in a sentence for a person: %s', async (_, path, fields, sentence) => {
    const { body } = await send(await path(), fields);
    expect(body.errors).toMatchObject([{ code: 'form_param_missing', long_message: sentence }]);
  });
});

test.each([
  ['new_password=a%00b&current_password=x', 'form_param_value_invalid', 'A value in the form is not allowed.'],
  [
    'new_password=a-better-one&new_password=another',
    'form_param_duplicate',
    'The form contained the same field twice.',
  ],
  ['newPassword=a-better-one', 'form_param_unknown', 'The form contained a field that is not expected here.'],
])('a sentence that fits every field is the contract’s, whatever the field is: %s', async (form, code, sentence) => {
  emulator.users.signIn({ user: 'user@example.com', token: 'dvb_new' });
  const { body } = await send('/me/change_password', new URLSearchParams(form));
  const error = body.errors.find((one: { code: string }) => one.code === code);
  expect(error.long_message).toContain(sentence);
  expect(error.meta.param_name).toMatch(/^new/);
});

describe('a sign-in that was begun with an identifier alone', () => {
  async function begin(identifier = 'user@example.com'): Promise<string> {
    newClient('dvb_new');
    const { body } = await send('/client/sign_ins', { identifier });
    expect(body.response.status).toBe('needs_first_factor');
    return `/client/sign_ins/${body.response.id}/attempt_first_factor`;
  }

  test.each([
    [{}, [422, 'form_param_value_invalid', 'strategy']],
    [{ strategy: 'passkey' }, [422, 'form_param_value_invalid', 'strategy']],
    [{ strategy: 'password' }, [422, 'form_param_missing', 'password']],
    [{ strategy: 'password', password: 'not it' }, [422, 'form_password_incorrect', 'password']],
    [
      { strategy: 'password', password: 'magic:form_password_compromised' },
      [422, 'form_password_compromised', 'password'],
    ],
    [{ strategy: 'password', password: 'current-password-1' }, [200]],
  ])('with %o comes to %o', async (fields, said) => {
    const path = await begin();
    expect((await send(path, fields)).said).toEqual(said);
  });

  test('is none of a browser that the emulator does not know', async () => {
    const path = await begin();
    const response = await emulator.fetch(`http://127.0.0.1:4010/v1${path}`, {
      method: 'POST',
      body: new URLSearchParams({ strategy: 'password', password: 'current-password-1' }),
    });
    expect([response.status, await response.json()]).toMatchObject([404, { errors: [{ code: 'resource_not_found' }] }]);
  });

  test('is nobody else’s, and no other than the one under way', async () => {
    const path = await begin();
    newClient('dvb_other');
    const right = { strategy: 'password', password: 'current-password-1' };
    expect((await send(path, right, 'dvb_other')).said).toEqual([404, 'resource_not_found', undefined]);
    expect((await send(path.replace('/sia_', '/sia_x'), right)).said).toEqual([404, 'resource_not_found', undefined]);
    expect((await send(path, right)).said).toEqual([200]);
  });

  test('takes no password from a user who has none', async () => {
    const path = await begin('no-password@example.com');
    expect((await send(path, { strategy: 'password', password: 'x' })).said.slice(0, 2)).toEqual([
      400,
      'strategy_for_user_invalid',
    ]);
  });
});

describe('a sign-in by code', () => {
  let now: number;
  beforeEach(() => {
    now = 1_700_000_000_000;
    emulator = createEmulator({ now: () => now });
    emulator.users.create({ username: 'ada', phoneNumber: '+15555550100' });
  });

  async function begin(fields: Record<string, string>) {
    newClient('dvb_new');
    const { body } = await send('/client/sign_ins', fields);
    const path = `/client/sign_ins/${body.response.id}`;
    const [factor] = body.response.supported_first_factors.filter(
      ({ strategy }: { strategy: string }) => strategy !== 'password',
    );
    return {
      begun: body.response,
      prepare: async (fields: Record<string, string> = factor) => send(`${path}/prepare_first_factor`, fields),
      attempt: async (code: string, strategy = factor.strategy) =>
        send(`${path}/attempt_first_factor`, { strategy, code }),
    };
  }

  test.each([
    ['user@example.com', 'email_code', 'user@example.com'],
    ['no-password@example.com', 'email_code', 'no-password@example.com'],
    ['ada', 'phone_code', '+15555550100'],
  ])('is offered to %s and completes with the code that was sent', async (identifier, strategy, to) => {
    const { begun, prepare, attempt } = await begin({ identifier });
    expect(begun).toMatchObject({ status: 'needs_first_factor', first_factor_verification: null });
    expect((await attempt('424242')).said).toEqual([400, 'verification_missing', undefined]);
    expect(emulator.outbox).toEqual([]);
    const { body } = await prepare();
    expect(body.response.first_factor_verification).toMatchObject({ status: 'unverified', strategy });
    expect(emulator.outbox).toMatchObject([{ kind: 'verification_code', to, code: '424242' }]);
    expect((await attempt('000000')).said).toEqual([422, 'form_code_incorrect', 'code']);
    expect((await attempt('')).said).toEqual([422, 'form_param_missing', 'code']);
    const done = await attempt('424242');
    expect(done.body).toMatchObject({ response: { status: 'complete' }, client: { sign_in: null } });
    expect(done.body.client.sessions).toMatchObject([{ status: 'active', factor_verification_age: [0, -1] }]);
  });

  test('sends the code at once when it begins with its strategy', async () => {
    const { begun, attempt } = await begin({ identifier: 'user@example.com', strategy: 'email_code' });
    expect(begun.first_factor_verification).toMatchObject({
      status: 'unverified',
      strategy: 'email_code',
      attempts: 0,
    });
    expect(emulator.outbox).toMatchObject([{ kind: 'verification_code', to: 'user@example.com' }]);
    expect((await attempt('424242', 'phone_code')).said).toEqual([400, 'strategy_for_user_invalid', 'strategy']);
    expect((await attempt('424242')).said).toEqual([200]);
  });

  test('needs a new code after ten minutes, and after three wrong ones', async () => {
    const { prepare, attempt } = await begin({ identifier: 'no-password@example.com', strategy: 'email_code' });
    now += 10 * 60_000;
    expect((await attempt('424242')).said.slice(0, 2)).toEqual([400, 'verification_expired']);
    await prepare();
    for (const _ of [1, 2, 3]) expect((await attempt('000000')).said[1]).toBe('form_code_incorrect');
    expect((await attempt('424242')).said.slice(0, 2)).toEqual([400, 'verification_failed']);
    await prepare();
    expect((await attempt('424242')).said).toEqual([200]);
  });

  test.each([
    [{}, 'form_param_value_invalid', 'strategy'],
    [{ strategy: 'password' }, 'form_param_value_invalid', 'strategy'],
    [{ strategy: 'phone_code' }, 'form_param_value_invalid', 'strategy'],
    [{ strategy: 'email_code' }, 'form_param_missing', 'email_address_id'],
    [{ strategy: 'email_code', email_address_id: 'idn_other' }, 'form_param_value_invalid', 'email_address_id'],
  ])('sends nothing when asked with %o', async (fields, code, field) => {
    const { prepare } = await begin({ identifier: 'user@example.com' });
    expect((await prepare(fields)).said).toEqual([422, code, field]);
    expect(emulator.outbox).toEqual([]);
  });

  test('counts towards the lock of the account', async () => {
    emulator.configure({ lockout: { attempts: 2 } });
    const { prepare, attempt } = await begin({ identifier: 'user@example.com', strategy: 'email_code' });
    for (const _ of [1, 2]) await attempt('000000');
    expect((await attempt('424242')).said.slice(0, 2)).toEqual([403, 'user_locked']);
    expect((await prepare()).said.slice(0, 2)).toEqual([403, 'user_locked']);
  });
});

describe('a reverification', () => {
  async function begin(user: string): Promise<string> {
    const { id } = emulator.users.signIn({ user, token: 'dvb_new', verifiedMinutesAgo: 20 });
    await send(`/client/sessions/${id}/verify`, { level: 'first_factor' });
    return `/client/sessions/${id}/verify`;
  }

  test('sends a code to the telephone of the user, and to no other', async () => {
    emulator.users.create({ username: 'ada', phoneNumber: '+15555550100' });
    const path = await begin('ada');
    const prepare = (fields: Record<string, string>) =>
      send(`${path}/prepare_first_factor`, { strategy: 'phone_code', ...fields });
    const { body } = await send(path, { level: 'first_factor' });
    const [{ phone_number_id: id }] = body.response.supported_first_factors;
    expect((await prepare({})).said).toEqual([422, 'form_param_missing', 'phone_number_id']);
    expect((await prepare({ phone_number_id: 'idn_other' })).said).toEqual([
      422,
      'form_param_value_invalid',
      'phone_number_id',
    ]);
    expect((await send(`${path}/prepare_first_factor`, { strategy: 'email_code' })).said).toEqual([
      422,
      'form_param_value_invalid',
      'strategy',
    ]);
    expect(emulator.outbox).toEqual([]);
    expect((await prepare({ phone_number_id: id })).said).toEqual([200]);
    expect(emulator.outbox).toMatchObject([{ kind: 'verification_code', to: '+15555550100' }]);
  });

  test.each([
    ['user@example.com', { strategy: 'password' }, [422, 'form_param_missing', 'password']],
    ['user@example.com', { strategy: 'email_code' }, [422, 'form_param_missing', 'code']],
    ['no-password@example.com', { strategy: 'password', password: 'x' }, [422, 'form_param_value_invalid', 'strategy']],
  ])('of %s with %o comes to %o', async (user, fields, said) => {
    const path = await begin(user);
    expect((await send(`${path}/attempt_first_factor`, fields)).said).toEqual(said);
  });
});

describe('wrong proofs of a reverification', () => {
  const left = (user: string): number | undefined => emulator.users.get(user)?.failedAttempts;

  test('count towards the lock by password, and a right one clears them', async () => {
    emulator.configure({ lockout: { attempts: 2, seconds: 60 } });
    const user = 'user@example.com';
    const { id } = emulator.users.signIn({ user, token: 'dvb_new' });
    const path = `/client/sessions/${id}/verify`;
    const attempt = async (password: string) => {
      await send(path, { level: 'first_factor' });
      return (await send(`${path}/attempt_first_factor`, { strategy: 'password', password })).said[0];
    };
    expect([await attempt('not it'), left(user)]).toEqual([422, 1]);
    expect([await attempt('current-password-1'), left(user)]).toEqual([200, 0]);
    expect([await attempt('not it'), await attempt('not it'), await attempt('current-password-1')]).toEqual([
      422, 422, 403,
    ]);
  });

  test('count towards the lock by code, a right one clears them, and a code is good for its own strategy only', async () => {
    emulator.configure({ lockout: { attempts: 2, seconds: 60 } });
    emulator.users.create({ email: 'ada@example.com', phoneNumber: '+15555550100' });
    const { id } = emulator.users.signIn({ user: 'ada@example.com', token: 'dvb_new' });
    const path = `/client/sessions/${id}/verify`;
    const attempt = async (fields: Record<string, string>) =>
      (await send(`${path}/attempt_first_factor`, fields)).said.slice(0, 2);
    const prepare = async () => {
      const { body } = await send(path, { level: 'first_factor' });
      const [{ email_address_id }] = body.response.supported_first_factors;
      await send(`${path}/prepare_first_factor`, { strategy: 'email_code', email_address_id });
    };
    await prepare();
    expect(await attempt({ strategy: 'phone_code', code: '424242' })).toEqual([400, 'verification_missing']);
    expect(await attempt({ strategy: 'email_code', code: '000000' })).toEqual([422, 'form_code_incorrect']);
    expect(left('ada@example.com')).toBe(1);
    expect(await attempt({ strategy: 'email_code', code: '424242' })).toEqual([200]);
    expect(left('ada@example.com')).toBe(0);
    await prepare();
    for (const _ of [1, 2]) await attempt({ strategy: 'email_code', code: '000000' });
    expect(await attempt({ strategy: 'email_code', code: '424242' })).toEqual([403, 'user_locked']);
  });
});

test('a code that was sent to the telephone verifies the session', async () => {
  emulator.users.create({ username: 'ada', phoneNumber: '+15555550100' });
  const { id } = emulator.users.signIn({ user: 'ada', token: 'dvb_new', verifiedMinutesAgo: 20 });
  const path = `/client/sessions/${id}/verify`;
  const { body } = await send(path, { level: 'first_factor' });
  const [{ phone_number_id }] = body.response.supported_first_factors;
  await send(`${path}/prepare_first_factor`, { strategy: 'phone_code', phone_number_id });
  const done = await send(`${path}/attempt_first_factor`, { strategy: 'phone_code', code: '424242' });
  expect([done.said, done.body.response.status]).toEqual([[200], 'complete']);
});

describe('a session of this browser', () => {
  const get = async (path: string) =>
    (await emulator.fetch(`http://127.0.0.1:4010/v1${path}?__clerk_db_jwt=dvb_new`)).json();
  const status = async (id: string) => {
    const { clients } = await emulator.snapshot();
    return clients.flatMap(({ sessions }) => sessions).find((session) => session.id === id)?.status;
  };
  let first: string;
  let second: string;
  let now: number;
  beforeEach(() => {
    now = 1_700_000_000_000;
    emulator = createEmulator({ now: () => now });
    first = emulator.users.signIn({ user: 'user@example.com', token: 'dvb_new' }).id;
    second = emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_new' }).id;
  });

  test('is shown by its id', async () => {
    const { response, client } = await get(`/client/sessions/${first}`);
    expect(response).toMatchObject({ object: 'session', id: first, status: 'active' });
    expect(client).toMatchObject({ last_active_session_id: second });
  });

  test('that is touched is the one in use from then on, with its organization', async () => {
    now += 5_000;
    const { body } = await send(`/client/sessions/${first}/touch`, { active_organization_id: 'org_1' });
    expect(body.response).toMatchObject({ id: first, last_active_at: now, last_active_organization_id: 'org_1' });
    expect(body.client).toMatchObject({ last_active_session_id: first, updated_at: now });
    expect(body.response.user.last_active_at).toBe(now);
    expect((await send(`/client/sessions/${first}/touch`, {})).body.response.last_active_organization_id).toBeNull();
  });

  test.each([
    ['end', 'ended'],
    ['remove', 'removed'],
  ])('goes by /%s, and the other stays', async (action, wanted) => {
    const { body } = await send(`/client/sessions/${second}/${action}`, {});
    expect(body.response).toMatchObject({ id: second, status: wanted });
    expect(body.client).toMatchObject({ last_active_session_id: first, sessions: [{ id: first }] });
    expect((await get('/me')).response.id).toBe('user_2xAmple0000000000000000001');
    expect(await status(second)).toBe(wanted);
  });

  test('is removed with all others by signing out, and a sign-in under way is given up', async () => {
    await send('/client/sign_ins', { identifier: 'user@example.com' });
    expect((await get('/client')).response.sign_in).not.toBeNull();
    await emulator.fetch('http://127.0.0.1:4010/v1/client/sessions?__clerk_db_jwt=dvb_new', { method: 'DELETE' });
    expect((await get('/client')).response).toMatchObject({ sessions: [], sign_in: null });
    expect([await status(first), await status(second)]).toEqual(['removed', 'removed']);
  });

  test('is listed with what it did last', async () => {
    const listed: readonly { id: string }[] = await get('/me/sessions/active');
    expect(listed.find(({ id }) => id === second)).toMatchObject({
      latest_activity: {
        object: 'session_activity',
        id: `sess_activity_${second}`,
        is_mobile: false,
        ip_address: '127.0.0.1',
      },
    });
  });

  test('is revoked by a change of the password elsewhere that asks for it', async () => {
    await send(
      '/me/change_password',
      { current_password: 'current-password-1', new_password: 'a better one', sign_out_of_other_sessions: 'true' },
      'dvb_local',
    );
    expect([await status(first), await status(second)]).toEqual(['revoked', 'active']);
  });
});

test('a sign-in under way is shown with its client', async () => {
  newClient('dvb_new');
  const { body } = await send('/client/sign_ins', { identifier: 'user@example.com' });
  const { id } = body.response;
  const shown = await (
    await emulator.fetch(`http://127.0.0.1:4010/v1/client/sign_ins/${id}?__clerk_db_jwt=dvb_new`)
  ).json();
  expect(shown).toMatchObject({ response: { id, status: 'needs_first_factor' }, client: { sign_in: { id } } });
});

test('the outbox tells a first password, a changed one and a removed one apart', async () => {
  const change = (fields: Record<string, string>) => send('/me/change_password', fields, 'dvb_no_password');
  await change({ new_password: 'a first one for me' });
  await change({ current_password: 'a first one for me', new_password: 'another one for me' });
  await send('/me/remove_password', { current_password: 'another one for me' }, 'dvb_no_password');
  expect(emulator.outbox.map(({ kind }) => kind)).toEqual(['password_set', 'password_changed', 'password_removed']);
});

describe('revoking a session', () => {
  test('ends one of the same user on another client, and none of another user', async () => {
    const own = emulator.users.signIn({ user: 'user@example.com', token: 'dvb_second' });
    const foreign = emulator.users.signIn({ user: 'no-password@example.com', token: 'dvb_third' });
    const revoke = (id: string) => send(`/me/sessions/${id}/revoke`, {}, 'dvb_local');
    expect((await revoke(foreign.id)).said).toEqual([404, 'resource_not_found', undefined]);
    expect((await revoke('sess_none')).said).toEqual([404, 'resource_not_found', undefined]);
    expect(emulator.users.sessions('no-password@example.com').map(({ id }) => id)).toContain(foreign.id);
    const { body, said } = await revoke(own.id);
    expect([said, body.response.status]).toEqual([[200], 'revoked']);
    expect(emulator.users.sessions('user@example.com').map(({ id }) => id)).not.toContain(own.id);
  });
});

test('an account that locks for good says no time, and stays locked until somebody unlocks it', async () => {
  emulator.configure({ lockout: { attempts: 1, seconds: null } });
  const environment = await emulator.fetch('http://127.0.0.1:4010/v1/environment');
  expect(JSON.stringify(await environment.json())).toContain('"duration_in_minutes":0');
  const change = (current: string) =>
    send('/me/change_password', { current_password: current, new_password: 'a better one' }, 'dvb_local');
  expect((await change('not it')).said.slice(0, 2)).toEqual([422, 'form_password_incorrect']);
  emulator.advance(365 * 24 * 60 * 60_000);
  emulator.users.signIn({ user: 'user@example.com', token: 'dvb_local' });
  const { body, said } = await change('current-password-1');
  expect(said.slice(0, 2)).toEqual([403, 'user_locked']);
  expect(body.errors[0].meta ?? {}).not.toHaveProperty('lockout_expires_in_seconds');
  emulator.users.update('user@example.com', { locked: false });
  expect((await change('current-password-1')).said).toEqual([200]);
});

test.each([
  [{ email: 'ada@example.com', username: 'ada', phoneNumber: '+15555550100' }, 'ada@example.com'],
  [{ username: 'ada', phoneNumber: '+15555550100' }, 'ada'],
  [{ phoneNumber: '+15555550100' }, '+15555550100'],
])('the user %o is shown by %s', async (user, identifier) => {
  emulator.users.create(user);
  emulator.users.signIn({ user: identifier, token: 'dvb_new' });
  const response = await emulator.fetch('http://127.0.0.1:4010/v1/client?__clerk_db_jwt=dvb_new');
  const { response: client } = await response.json();
  expect(client.sessions[0].public_user_data.identifier).toBe(identifier);
});

test.each([
  ['a session whose id is taken', () => emulator.users.signIn({ user: 'user@example.com', id: 'sess_no_password' })],
  ['a user whose address is blank', () => emulator.users.create({ email: ' ' })],
  ['a user who could not sign in', () => emulator.users.create({ firstName: 'Ada' })],
])('refuses %s and keeps everything as it was', (_, make) => {
  const before = JSON.stringify(emulator.snapshot());
  expect(make).toThrow(TypeError);
  expect(JSON.stringify(emulator.snapshot())).toBe(before);
});
