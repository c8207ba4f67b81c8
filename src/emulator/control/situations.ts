/**
 * Error code -> a situation that produces it. As data: the tests bring about each row, the documentation prints the table.
 * Each row starts from a new emulator with its default seed, where the token `dvb_local` is signed in as user@example.com.
 */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import type { SeedUser } from '../setup/seed.ts';
import type { SettingsChange } from '../setup/settings.ts';
import type { Emulator } from './emulator.ts';

/** The contract's operationIds. */
export type ContractOperation =
  | 'changePassword'
  | 'removePassword'
  | 'getUser'
  | 'createDevBrowser'
  | 'getClient'
  | 'createSignIn'
  | 'removeSessions'
  | 'startSessionVerification'
  | 'prepareSessionVerification'
  | 'attemptSessionVerification';

export interface Situation {
  readonly code: KnownErrorCode;
  readonly operations: readonly ContractOperation[];
  /** The condition, as the end of a sentence that begins with the code. */
  readonly when: string;
  /** Settings that differ. */
  readonly settings?: SettingsChange;
  /** Changes to user@example.com. */
  readonly user?: Omit<SeedUser, 'id'>;
  /** Which session the request names instead of its own. */
  readonly session?: 'ended' | 'unknown' | 'of somebody else';
  /** How often the same request is sent before. */
  readonly repeated?: number;
  /** Milliseconds that pass before the request. */
  readonly later?: number;
  /** Whether a code was sent by email before. */
  readonly prepared?: true;
  /** Form fields that differ; null leaves one out. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** The whole body, where it is no proper form. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Added to the query as it is. */
  readonly query?: string;
  /** The development token; null for none. */
  readonly token?: string | null;
  /** No request brings it about by itself: it is forced with `emulator.force(operation, { code })`. */
  readonly forced?: true;
}

const PASSWORD_OPERATIONS = ['changePassword', 'removePassword'] as const;
const VERIFICATION_OPERATIONS = [
  'startSessionVerification',
  'prepareSessionVerification',
  'attemptSessionVerification',
] as const;
const FORM_OPERATIONS = [...PASSWORD_OPERATIONS, 'createSignIn', ...VERIFICATION_OPERATIONS] as const;
const SESSION_OPERATIONS = [...PASSWORD_OPERATIONS, 'getUser', ...VERIFICATION_OPERATIONS] as const;
const ALL_OPERATIONS = [
  ...SESSION_OPERATIONS,
  'createSignIn',
  'createDevBrowser',
  'getClient',
  'removeSessions',
] as const;

const MINUTE = 60_000;

export const situations: readonly Situation[] = [
  {
    code: 'malformed_request_parameters',
    operations: FORM_OPERATIONS,
    when: 'a percent sign in the body is not followed by two hexadecimal digits',
    body: 'new_password=100%',
  },
  {
    code: 'malformed_request_parameters',
    operations: ALL_OPERATIONS,
    when: 'the query is not form-encoded',
    query: 'note=100%',
  },
  {
    code: 'origin_invalid',
    operations: ALL_OPERATIONS,
    when: 'the page is on an origin that is neither loopback nor allowed by the settings',
    headers: { origin: 'https://elsewhere.example' },
  },
  {
    code: 'origin_authorization_headers_conflict',
    operations: ALL_OPERATIONS,
    when: 'the request has both an Origin and an Authorization header',
    headers: { origin: 'http://localhost:3000', authorization: 'Bearer dvb_local' },
  },
  {
    code: 'host_invalid',
    operations: ALL_OPERATIONS,
    when: 'the server is called by a name that is not its own',
    headers: { host: 'rebound.example' },
  },
  {
    code: 'operation_not_allowed_on_satellite_domain',
    operations: [...SESSION_OPERATIONS, 'createSignIn'],
    when: 'the page is on a satellite origin of the settings',
    settings: { satelliteOrigins: ['https://satellite.example'] },
    headers: { origin: 'https://satellite.example' },
  },
  {
    code: 'dev_browser_unauthenticated',
    operations: [...SESSION_OPERATIONS, 'createSignIn', 'getClient', 'removeSessions'],
    when: 'the development token is not known',
    token: 'dvb_never_handed_out',
  },
  {
    code: 'authentication_invalid',
    operations: SESSION_OPERATIONS,
    when: 'the request has no token and no cookie',
    token: null,
  },
  {
    code: 'signed_out',
    operations: SESSION_OPERATIONS,
    when: 'the request names a session that has ended',
    session: 'ended',
  },
  {
    code: 'action_for_session_not_authorized',
    operations: SESSION_OPERATIONS,
    when: 'the request names a session of another client',
    session: 'of somebody else',
  },
  {
    code: 'resource_not_found',
    operations: VERIFICATION_OPERATIONS,
    when: 'there is no such session',
    session: 'unknown',
  },
  {
    code: 'user_locked',
    operations: FORM_OPERATIONS,
    when: 'too many attempts failed before',
    user: { locked: true },
  },
  {
    code: 'user_locked',
    operations: ['getUser'],
    when: 'it is forced: a locked user may still be read, with the seconds that are left',
    forced: true,
  },
  {
    code: 'user_banned',
    operations: [...FORM_OPERATIONS, 'getUser'],
    when: 'the account was closed',
    user: { banned: true },
  },
  {
    code: 'user_deactivated',
    operations: [...FORM_OPERATIONS, 'getUser'],
    when: 'the account was deactivated',
    user: { deactivated: true },
  },
  {
    code: 'session_reverification_required',
    operations: PASSWORD_OPERATIONS,
    when: 'reverification is on and the user last verified more than 10 minutes ago',
    settings: { reverification: true },
    later: 10 * MINUTE + 1,
  },
  {
    code: 'request_body_too_large',
    operations: FORM_OPERATIONS,
    when: 'the body has more than 10 kB',
    body: `new_password=${'x'.repeat(10_240)}`,
  },
  {
    code: 'unsupported_content_type',
    operations: FORM_OPERATIONS,
    when: 'the body is sent as JSON',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  },
  {
    code: 'too_many_requests',
    operations: [...PASSWORD_OPERATIONS, 'createSignIn', 'attemptSessionVerification'],
    when: 'a rate limit is set and used up',
    settings: { rateLimit: { requests: 1, seconds: 30 } },
    repeated: 1,
  },
  {
    code: 'too_many_requests',
    operations: [
      'getUser',
      'createDevBrowser',
      'getClient',
      'removeSessions',
      'startSessionVerification',
      'prepareSessionVerification',
    ],
    when: 'it is forced: the rate limit counts only where passwords are tried',
    forced: true,
  },
  {
    code: 'user_locked',
    operations: ['getClient'],
    when: 'it is forced: the client says nothing of an account that is closed or locked',
    forced: true,
  },
  {
    code: 'user_banned',
    operations: ['getClient'],
    when: 'it is forced, like user_locked',
    forced: true,
  },
  {
    code: 'user_deactivated',
    operations: ['getClient'],
    when: 'it is forced, like user_locked',
    forced: true,
  },
  {
    code: 'operation_not_allowed_on_satellite_domain',
    operations: ['getClient'],
    when: 'it is forced: satellite domains may read the client',
    forced: true,
  },
  {
    code: 'resource_not_found',
    operations: ['getUser', 'removeSessions', 'createSignIn'],
    when: 'it is forced: these name nothing that could be missing',
    forced: true,
  },
  {
    code: 'requires_captcha',
    operations: ['createSignIn'],
    when: 'it is forced: the emulator has no bot protection',
    forced: true,
  },
  {
    code: 'session_exists',
    operations: ['createSignIn'],
    when: 'it is forced: a client of the emulator may have several sessions',
    forced: true,
  },
  {
    code: 'user_settings_invalid',
    operations: ['createSignIn'],
    when: 'it is forced: the settings of the emulator cannot contradict each other',
    forced: true,
  },
  {
    code: 'form_password_compromised',
    operations: ['createSignIn'],
    when: 'it is forced: the emulator looks for leaked passwords only where one is set',
    forced: true,
  },
  {
    code: 'form_password_or_identifier_incorrect',
    operations: ['createSignIn'],
    when: 'it is forced: the emulator says which of the two is wrong',
    forced: true,
  },
  {
    code: 'internal_clerk_error',
    operations: ALL_OPERATIONS,
    when: 'it is forced: no request makes the emulator fail',
    forced: true,
  },
  {
    code: 'no_password_set',
    operations: ['removePassword'],
    when: 'the user has no password',
    user: { password: null },
  },
  {
    code: 'password_required',
    operations: ['removePassword'],
    when: 'the settings require every user to have a password',
    settings: { password: { required: true } },
  },
  {
    code: 'form_param_missing',
    operations: PASSWORD_OPERATIONS,
    when: 'the current password is required and left out',
    fields: { current_password: null },
  },
  {
    code: 'form_param_missing',
    operations: ['changePassword'],
    when: 'the new password is empty',
    fields: { new_password: '' },
  },
  {
    code: 'form_param_missing',
    operations: ['createSignIn'],
    when: 'the identifier is left out',
    fields: { identifier: null },
  },
  {
    code: 'form_param_missing',
    operations: ['attemptSessionVerification'],
    when: 'the password is left out',
    fields: { password: null },
  },
  {
    code: 'form_param_nil',
    operations: ['changePassword'],
    when: 'the current password is required and sent without an equals sign',
    body: 'current_password&new_password=a+new+one+for+me',
  },
  {
    code: 'form_param_nil',
    operations: ['removePassword'],
    when: 'the current password is sent without an equals sign',
    body: 'current_password',
  },
  {
    code: 'form_param_unknown',
    operations: PASSWORD_OPERATIONS,
    when: 'a field has a name that the operation does not know, here in camelCase',
    fields: { currentPassword: 'current-password-1' },
  },
  {
    code: 'form_param_duplicate',
    operations: ['changePassword'],
    when: 'a field is sent twice',
    body: 'current_password=current-password-1&current_password=current-password-1&new_password=a+new+one+for+me',
  },
  {
    code: 'form_param_duplicate',
    operations: ['removePassword'],
    when: 'a field is sent twice',
    body: 'current_password=current-password-1&current_password=current-password-1',
  },
  {
    code: 'form_param_type_invalid',
    operations: ['changePassword'],
    when: 'sign_out_of_other_sessions is neither true nor false',
    fields: { sign_out_of_other_sessions: 'yes' },
  },
  {
    code: 'form_param_format_invalid',
    operations: ['changePassword'],
    when: 'the bytes of a field are not UTF-8',
    body: 'current_password=%FF%FE&new_password=a+new+one+for+me',
  },
  {
    code: 'form_param_format_invalid',
    operations: ['removePassword'],
    when: 'the bytes of a field are not UTF-8',
    body: 'current_password=%FF%FE',
  },
  {
    code: 'form_param_value_invalid',
    operations: PASSWORD_OPERATIONS,
    when: 'a password holds the character U+0000',
    fields: { current_password: 'current\0password' },
  },
  {
    code: 'form_param_value_invalid',
    operations: ['createSignIn'],
    when: 'the strategy is not one that the emulator has',
    fields: { strategy: 'passkey' },
  },
  {
    code: 'form_param_value_invalid',
    operations: ['startSessionVerification'],
    when: 'the level is not one of the contract',
    fields: { level: 'third_factor' },
  },
  {
    code: 'form_param_value_invalid',
    operations: ['prepareSessionVerification'],
    when: 'the email address is not one of this user',
    fields: { email_address_id: 'idn_of_somebody_else' },
  },
  {
    code: 'form_param_missing',
    operations: ['prepareSessionVerification'],
    when: 'the email address is missing',
    fields: { email_address_id: null },
  },
  {
    code: 'verification_missing',
    operations: ['attemptSessionVerification'],
    when: 'no code was sent',
    fields: { strategy: 'email_code', code: '424242' },
  },
  {
    code: 'verification_expired',
    operations: ['attemptSessionVerification'],
    when: 'the code was sent more than 10 minutes ago',
    prepared: true,
    later: 11 * MINUTE,
    fields: { strategy: 'email_code', code: '424242' },
  },
  {
    code: 'verification_failed',
    operations: ['attemptSessionVerification'],
    when: 'three wrong codes were tried before',
    prepared: true,
    repeated: 3,
    fields: { strategy: 'email_code', code: '000000' },
  },
  {
    code: 'form_code_incorrect',
    operations: ['attemptSessionVerification'],
    when: 'the code is not the one that was sent',
    prepared: true,
    fields: { strategy: 'email_code', code: '000000' },
  },
  {
    code: 'form_param_value_invalid',
    operations: ['attemptSessionVerification'],
    when: 'the strategy is not the password',
    fields: { strategy: 'passkey' },
  },
  {
    code: 'form_identifier_not_found',
    operations: ['createSignIn'],
    when: 'no user has that email address',
    fields: { identifier: 'nobody@example.com' },
  },
  {
    code: 'strategy_for_user_invalid',
    operations: ['createSignIn'],
    when: 'the user has no password',
    fields: { identifier: 'no-password@example.com' },
  },
  {
    code: 'form_password_incorrect',
    operations: PASSWORD_OPERATIONS,
    when: 'the current password is not right',
    fields: { current_password: 'not the current one' },
  },
  {
    code: 'form_password_incorrect',
    operations: ['createSignIn', 'attemptSessionVerification'],
    when: 'the password is not right',
    fields: { password: 'not the current one' },
  },
  {
    code: 'form_password_validation_failed',
    operations: PASSWORD_OPERATIONS,
    when: 'the current password is not right and the request asks for an API version up to 2024-10-01',
    fields: { current_password: 'not the current one' },
    query: '__clerk_api_version=2021-02-05',
  },
  {
    code: 'form_password_validation_failed',
    operations: PASSWORD_OPERATIONS,
    when: 'the current password is not right and the settings ask for the older codes',
    settings: { olderErrorCodes: true },
    fields: { current_password: 'not the current one' },
  },
  {
    code: 'form_new_password_matches_current',
    operations: ['changePassword'],
    when: 'the new password is the current one',
    fields: { new_password: 'current-password-1' },
  },
  {
    code: 'form_password_length_too_short',
    operations: ['changePassword'],
    when: 'the new password has fewer characters than the minimum',
    fields: { new_password: 'seven c' },
  },
  {
    code: 'form_password_length_too_long',
    operations: ['changePassword'],
    when: 'the new password has more characters than the maximum',
    fields: { new_password: 'x'.repeat(73) },
  },
  {
    code: 'form_password_size_in_bytes_exceeded',
    operations: ['changePassword'],
    when: 'the new password has at most 72 characters but more than 72 bytes',
    fields: { new_password: 'é'.repeat(37) },
  },
  {
    code: 'form_password_no_uppercase',
    operations: ['changePassword'],
    when: 'an upper-case letter is required and there is none',
    settings: { password: { requireUppercase: true } },
  },
  {
    code: 'form_password_no_lowercase',
    operations: ['changePassword'],
    when: 'a lower-case letter is required and there is none',
    settings: { password: { requireLowercase: true } },
    fields: { new_password: 'ALL IN CAPITALS' },
  },
  {
    code: 'form_password_no_number',
    operations: ['changePassword'],
    when: 'a digit is required and there is none',
    settings: { password: { requireNumber: true } },
  },
  {
    code: 'form_password_no_special_char',
    operations: ['changePassword'],
    when: 'a special character is required and there is none',
    settings: { password: { requireSpecialChar: true } },
  },
  {
    code: 'form_password_not_strong_enough',
    operations: ['changePassword'],
    when: 'a zxcvbn score is required and the new password has a lower one',
    settings: { password: { minStrength: 4 } },
    fields: { new_password: 'example-1' },
  },
  {
    code: 'form_password_pwned',
    operations: ['changePassword'],
    when: 'the new password is on the list of leaked ones',
    fields: { new_password: 'password123' },
  },
  {
    code: 'form_password_matches_identifier',
    operations: ['changePassword'],
    when: "the new password is the user's email address, phone number or username",
    fields: { new_password: 'user@example.com' },
  },
];

interface Prototype {
  readonly method: string;
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A request that succeeds, for each operation. `:session` is the session that it is about. */
const prototypes: Readonly<Record<ContractOperation, Prototype>> = {
  changePassword: {
    method: 'POST',
    path: '/v1/me/change_password',
    fields: { current_password: 'current-password-1', new_password: 'a new one for me' },
  },
  removePassword: {
    method: 'POST',
    path: '/v1/me/remove_password',
    fields: { current_password: 'current-password-1' },
  },
  getUser: { method: 'GET', path: '/v1/me' },
  createDevBrowser: { method: 'POST', path: '/v1/dev_browser' },
  getClient: { method: 'GET', path: '/v1/client' },
  createSignIn: {
    method: 'POST',
    path: '/v1/client/sign_ins',
    fields: { identifier: 'user@example.com', strategy: 'password', password: 'current-password-1' },
  },
  removeSessions: { method: 'POST', path: '/v1/client/sessions?_method=DELETE' },
  startSessionVerification: {
    method: 'POST',
    path: '/v1/client/sessions/:session/verify',
    fields: { level: 'first_factor' },
  },
  prepareSessionVerification: {
    method: 'POST',
    path: '/v1/client/sessions/:session/verify/prepare_first_factor',
    fields: { strategy: 'email_code', email_address_id: ':email' },
  },
  attemptSessionVerification: {
    method: 'POST',
    path: '/v1/client/sessions/:session/verify/attempt_first_factor',
    fields: { strategy: 'password', password: 'current-password-1' },
  },
};

/** Prepares an emulator for a situation and answers the request that then gets the code. Without one: a request that succeeds. */
export async function situationRequest(
  emulator: Emulator,
  operation: ContractOperation,
  situation?: Situation,
): Promise<Request> {
  const base = 'http://127.0.0.1:4010';
  const own = emulator.users.sessions('user@example.com')[0]?.id ?? '';
  const other = emulator.users.sessions('no-password@example.com')[0]?.id ?? '';
  const email = emulator.users.get('user@example.com')?.emailIds[0] ?? '';
  const verify = async (step: string, given: Readonly<Record<string, string>>): Promise<void> => {
    const to = `${base}/v1/client/sessions/${own}/verify${step}?__clerk_db_jwt=dvb_local`;
    await emulator.fetch(to, { method: 'POST', body: new URLSearchParams(given) });
  };
  const isStep = operation === 'attemptSessionVerification' || operation === 'prepareSessionVerification';
  if (isStep) await verify('', { level: 'first_factor' });
  if (situation?.prepared) {
    await verify('/prepare_first_factor', { strategy: 'email_code', email_address_id: email });
  }
  emulator.configure(situation?.settings ?? {});
  if (situation?.user !== undefined) emulator.users.update('user@example.com', situation.user);
  if (situation?.later !== undefined) emulator.advance(situation.later);
  if (situation?.forced !== undefined) emulator.force(operation, { code: situation.code });
  if (situation?.session === 'ended') emulator.users.endSession(own);
  const session =
    situation?.session === 'unknown' ? 'sess_unknown' : situation?.session === 'of somebody else' ? other : own;

  const { method, path, fields } = prototypes[operation];
  const url = new URL(path.replace(':session', session), base);
  if (situation?.token !== null) url.searchParams.set('__clerk_db_jwt', situation?.token ?? 'dvb_local');
  if (situation?.session !== undefined) url.searchParams.set('_clerk_session_id', session);
  const query = situation?.query === undefined ? '' : `&${situation.query}`;
  const form = new URLSearchParams(fields);
  if (form.get('email_address_id') === ':email') form.set('email_address_id', email);
  for (const [name, value] of Object.entries(situation?.fields ?? {})) {
    if (value === null) form.delete(name);
    else form.set(name, value);
  }
  const make = (): Request =>
    new Request(`${url.href}${url.search === '' ? query.replace('&', '?') : query}`, {
      method,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...situation?.headers,
      },
      ...(fields === undefined ? {} : { body: situation?.body ?? form.toString() }),
    });
  for (let count = 0; count < (situation?.repeated ?? 0); count++) await emulator.fetch(make());
  return make();
}
