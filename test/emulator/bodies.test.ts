/** What stands in the bodies of the emulator: what the contract's examples show, and in the environment only what it can do. */
import { createEmulator, type Emulator, type SettingsChange } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import document from '../../generated/openapi.json' with { type: 'json' };

const { examples } = document.components;
const MINUTE = 60_000;
const BEGIN = examples.current_user.value.response.created_at;
const SESSION = '/v1/client/sessions/sess_2xAmplePaloAlto0000000000001';

async function ask(emulator: Emulator, path: string, fields?: Record<string, string>) {
  const url = `http://127.0.0.1:4010${path}?__clerk_db_jwt=dvb_local`;
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  return (await emulator.fetch(url, init)).json();
}

/** Without what differs from one emulator and moment to the next. */
const lasting = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (name, value) => {
    if (name === 'factor_verification_age') return undefined;
    if (typeof value === 'number' && value > 1e12) return 'a time';
    return typeof value === 'string' ? value.replace(/^(client|sia)_.*/, '$1_…') : value;
  });

describe('is as in the example of the contract', () => {
  /** The example has a user who may do more than one of the emulator. */
  const ours = (body: object): object =>
    JSON.parse(JSON.stringify(body), (name, value) =>
      ['delete_self_enabled', 'create_organization_enabled'].includes(name) ? false : value,
    );
  const factors = {
    supported_first_factors: [
      { strategy: 'password' },
      {
        strategy: 'email_code',
        email_address_id: 'idn_2xAmple0000000000000000001',
        safe_identifier: 'user@example.com',
        primary: true,
      },
    ],
  };
  const identifiers = { supported_identifiers: ['email_address', 'username', 'phone_number'] };
  const proof = { strategy: 'password', password: 'current-password-1' };

  test.each<[keyof typeof examples, string, Record<string, string> | undefined, object]>([
    ['current_user', '/v1/me', undefined, {}],
    ['signed_in', '/v1/client', undefined, {}],
    ['verification_started', `${SESSION}/verify`, { level: 'first_factor' }, factors],
    ['verification_complete', `${SESSION}/verify/attempt_first_factor`, proof, factors],
    [
      'signed_in_by_password',
      '/v1/client/sign_ins',
      { identifier: 'user@example.com', password: 'current-password-1' },
      identifiers,
    ],
  ])('%s', async (name, path, fields, more) => {
    const emulator = createEmulator({ now: () => BEGIN });
    if (path.endsWith('attempt_first_factor')) await ask(emulator, `${SESSION}/verify`, { level: 'first_factor' });
    const { value } = examples[name];
    if (!('response' in value)) throw new Error('An example of an error');
    const wanted = { ...value, response: { ...value.response, ...more } };
    expect(lasting(await ask(emulator, path, fields))).toMatchObject(Object(lasting(ours(wanted))));
  });
});

test('a user with a second address and a phone number may reverify and sign in by each', async () => {
  let now = BEGIN;
  const emulator = createEmulator({
    now: () => now,
    seed: {
      users: [{ id: 'user_ada', email: ['one@example.com', 'two@example.com'], phoneNumber: '+15555550100' }],
      sessions: [{ id: 'sess_ada', user: 'user_ada', token: 'dvb_local', verifiedMinutesAgo: 3 }],
    },
  });
  const [first, second] = emulator.users.get('user_ada')?.emailIds ?? [];
  const sent = { reserved: false, linked_to: [], created_at: BEGIN, updated_at: BEGIN };
  const email = { ...sent, object: 'email_address', matches_sso_connection: false };
  const verification = {
    object: 'verification_otp',
    status: 'verified',
    strategy: 'email_code',
    attempts: 1,
    expire_at: BEGIN + 10 * MINUTE,
  };
  const { response: user, client } = await ask(emulator, '/v1/me');
  expect(user).toMatchObject({
    primary_email_address_id: first,
    primary_phone_number_id: 'idn_phone_user_ada',
    password_enabled: false,
    email_addresses: [
      { ...email, id: first, email_address: 'one@example.com', verification },
      { ...email, id: second, email_address: 'two@example.com', verification },
    ],
    phone_numbers: [
      {
        ...sent,
        id: 'idn_phone_user_ada',
        object: 'phone_number',
        phone_number: '+15555550100',
        reserved_for_second_factor: false,
        default_second_factor: false,
        verification: null,
        backup_codes: null,
      },
    ],
  });
  expect(client).toMatchObject({ created_at: BEGIN, sessions: [{ factor_verification_age: [3, -1] }] });

  const byCode = { strategy: 'email_code', email_address_id: first, safe_identifier: 'one@example.com', primary: true };
  const factors = [
    byCode,
    { ...byCode, email_address_id: second, safe_identifier: 'two@example.com', primary: false },
    {
      strategy: 'phone_code',
      phone_number_id: 'idn_phone_user_ada',
      safe_identifier: '+15555550100',
      primary: true,
    },
  ];
  const begun = await ask(emulator, '/v1/client/sessions/sess_ada/verify', { level: 'first_factor' });
  expect(begun.response).toMatchObject({
    object: 'session_reverification',
    level: 'first_factor',
    status: 'needs_first_factor',
    first_factor_verification: null,
    supported_first_factors: factors,
  });
  const prepare = { strategy: 'email_code', email_address_id: second ?? '' };
  const prepared = await ask(emulator, '/v1/client/sessions/sess_ada/verify/prepare_first_factor', prepare);
  expect(prepared.response.first_factor_verification).toMatchObject({
    object: 'verification_otp',
    status: 'unverified',
    strategy: 'email_code',
  });
  expect(emulator.outbox.at(-1)).toMatchObject({ kind: 'verification_code', to: 'two@example.com' });
  const attempt = { strategy: 'email_code', code: '424242' };
  const done = await ask(emulator, '/v1/client/sessions/sess_ada/verify/attempt_first_factor', attempt);
  expect(done.response).toMatchObject({
    status: 'complete',
    first_factor_verification: { object: 'verification_otp', status: 'verified', strategy: 'email_code' },
  });

  const { response: signIn } = await ask(emulator, '/v1/client/sign_ins', { identifier: 'two@example.com' });
  expect(signIn).toMatchObject({
    object: 'sign_in_attempt',
    status: 'needs_first_factor',
    supported_first_factors: factors,
    first_factor_verification: null,
    user_data: { first_name: null, last_name: null, image_url: '', has_image: false },
    created_session_id: null,
  });
  // The browser's clock goes on, and the one of the emulator was moved ahead.
  emulator.advance(60 * MINUTE);
  now += 1;
  expect((await ask(emulator, '/v1/client')).response.updated_at).toBeLessThanOrEqual(now);
});

describe('the environment', () => {
  /** Everything that is said of it, but what is off, none or empty. */
  async function saidOf(settings: SettingsChange): Promise<Readonly<Record<string, unknown>>> {
    const said = (value: unknown, path: readonly string[] = []): (readonly [string, unknown])[] => {
      if (value === false || value === null || value === '') return [];
      if (typeof value !== 'object') return [[path.join('.'), value]];
      return Object.entries(value).flatMap(([name, one]) => said(one, [...path, name]));
    };
    return Object.fromEntries(said(await ask(createEmulator({ settings }), '/v1/environment')));
  }

  test('offers passwords, email addresses and usernames, and nothing that the emulator cannot do', async () => {
    const { 'user_settings.password_settings.allowed_special_characters': characters, ...said } = await saidOf({});
    expect(characters).toMatch(/^[!-/:-@[-`{-~]+$/);
    // How the vendor's own components look there.
    const colours = Object.entries(said).filter(([name]) => name.startsWith('display_config.theme.'));
    expect(colours).toHaveLength(12);
    for (const [name] of colours) Reflect.deleteProperty(said, name);
    expect(said).toEqual({
      object: 'environment',
      id: 'env_emulator',
      'auth_config.object': 'auth_config',
      'auth_config.id': 'aconf_emulator',
      'display_config.object': 'display_config',
      'display_config.id': 'display_config_emulator',
      'display_config.instance_environment_type': 'development',
      'display_config.application_name': 'Emulator',
      'display_config.preferred_sign_in_strategy': 'password',
      'user_settings.attributes.email_address.enabled': true,
      'user_settings.attributes.email_address.required': true,
      'user_settings.attributes.email_address.used_for_first_factor': true,
      'user_settings.attributes.email_address.first_factors.0': 'email_code',
      'user_settings.attributes.email_address.verifications.0': 'email_code',
      'user_settings.attributes.username.enabled': true,
      'user_settings.attributes.username.used_for_first_factor': true,
      'user_settings.attributes.first_name.enabled': true,
      'user_settings.attributes.last_name.enabled': true,
      'user_settings.attributes.password.enabled': true,
      'user_settings.sign_up.captcha_widget_type': 'smart',
      'user_settings.sign_up.progressive': true,
      'user_settings.sign_up.mode': 'restricted',
      'user_settings.password_settings.min_length': 8,
      'user_settings.password_settings.max_length': 72,
      'user_settings.password_settings.min_zxcvbn_strength': 0,
      'user_settings.username_settings.min_length': 4,
      'user_settings.username_settings.max_length': 64,
      'user_settings.attack_protection.user_lockout.enabled': true,
      'user_settings.attack_protection.user_lockout.max_attempts': 100,
      'user_settings.attack_protection.user_lockout.duration_in_minutes': 60,
      'organization_settings.max_allowed_memberships': 5,
      'organization_settings.slug.disabled': true,
      'meta.frontend_api': 'example.clerk.accounts.dev',
    });
  });

  test('says the settings', async () => {
    const said = await saidOf({
      frontendApi: 'clerk.example.com',
      reverification: true,
      lockout: { attempts: 3, seconds: 90 },
      password: {
        required: true,
        minLength: 9,
        maxLength: 70,
        minStrength: 2,
        requireNumber: true,
        refuseLeaked: false,
      },
    });
    const rules = 'user_settings.password_settings';
    expect(said).toMatchObject({
      'auth_config.reverification': true,
      'user_settings.attributes.password.required': true,
      [`${rules}.min_length`]: 9,
      [`${rules}.max_length`]: 70,
      [`${rules}.require_numbers`]: true,
      [`${rules}.show_zxcvbn`]: true,
      [`${rules}.min_zxcvbn_strength`]: 2,
      [`${rules}.disable_hibp`]: true,
      'user_settings.attack_protection.user_lockout.max_attempts': 3,
      'user_settings.attack_protection.user_lockout.duration_in_minutes': 2,
      'meta.frontend_api': 'clerk.example.com',
    });
    const unlocked = await saidOf({ lockout: { attempts: null, seconds: null } });
    expect(Object.keys(unlocked)).not.toContain('user_settings.attack_protection.user_lockout.enabled');
    expect(unlocked['user_settings.attack_protection.user_lockout.max_attempts']).toBe(0);
    expect(unlocked['user_settings.attack_protection.user_lockout.duration_in_minutes']).toBe(0);
  });
});
