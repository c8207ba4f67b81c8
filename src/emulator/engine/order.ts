/**
 * The checks of every request in their order: a request is refused by the first one that it does not pass. The order is that of a
 * real server as far as it is known: who may call at all, who it is, what was sent, what the situation allows, and last what costs
 * most. The documentation prints this list; routes.ts has the operations.
 */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import { placeOf } from './answer/refusal.ts';
import * as body from './checks/body.ts';
import type { Check } from './checks/check.ts';
import * as client from './checks/client.ts';
import * as entrance from './checks/entrance.ts';
import * as factors from './checks/factors.ts';
import { forced, preferredSuccess } from './checks/forced.ts';
import * as password from './checks/password.ts';
import * as session from './checks/session.ts';

const PASSWORD = ['changePassword', 'removePassword'];
const SIGN_IN = ['createSignIn', 'prepareSignIn', 'attemptSignIn'];
const VERIFICATION = ['startSessionVerification', 'prepareSessionVerification', 'attemptSessionVerification'];
/** Operations of a user who is signed in: who acts is said by the query, or by the path. */
const BY_QUERY = [...PASSWORD, 'getUser', 'getActiveSessions', 'revokeSession'];
const BY_PATH = [...VERIFICATION, 'getSession', 'touchSession', 'endSession', 'removeSession', 'createToken'];
const FORM = [...PASSWORD, ...SIGN_IN, ...VERIFICATION, 'touchSession'];
/** Open to a browser that the instance does not know. */
const OPEN = ['createDevBrowser', 'getEnvironment', 'getKeySet'];
/** Of the Backend API: who may call is said by a secret key alone. */
const BACKEND = [
  'getBackendKeySet',
  'getHandshakePayload',
  'getBackendUsers',
  'countBackendUsers',
  'getBackendUser',
  'createSignInToken',
  'createTestingToken',
];
/** Only reached by leading the browser here; what it leads back to is checked. */
const BY_REDIRECT = ['handshake'];

const isLength = (code: KnownErrorCode): boolean => code.startsWith('form_password_length');
const isMissing = (code: KnownErrorCode): boolean => code === 'form_param_missing' || code === 'form_param_nil';

const FIELD_CODES = [
  'form_param_missing',
  'form_param_nil',
  'form_param_unknown',
  'form_param_duplicate',
  'form_param_type_invalid',
  'form_param_format_invalid',
  'form_param_value_invalid',
] as const;
const INCORRECT = ['form_password_incorrect', 'form_password_validation_failed'] as const;

const SESSION = {
  name: 'session',
  asks: 'Is there an active session, and is it one of this client?',
  codes: ['authentication_invalid', 'action_for_session_not_authorized', 'signed_out'],
} as const;
const FIELDS = {
  name: 'fields',
  asks: 'Are the fields those of the contract, each once, with values it allows?',
  codes: FIELD_CODES,
} as const;
const CURRENT_GIVEN = {
  name: 'current password given',
  asks: 'Is the current password there if it is needed?',
  codes: ['form_param_missing', 'form_param_nil'],
} as const;

export const order: readonly Check[] = [
  {
    name: 'host',
    asks: 'Was the server called by one of its own names?',
    codes: ['host_invalid'],
    run: entrance.host,
  },
  { name: 'query', asks: 'Is the query form-encoded?', codes: ['malformed_request_parameters'], run: entrance.query },
  { name: 'route', asks: 'Is there such a route?', codes: ['resource_not_found'], run: entrance.route },
  {
    name: 'origin',
    notOf: BY_REDIRECT,
    asks: 'May pages of this origin call, do they leave out the Authorization header, and is the request not embedded in a page elsewhere?',
    codes: ['origin_authorization_headers_conflict', 'origin_invalid'],
    run: entrance.origin,
  },
  {
    name: 'origin',
    of: BY_REDIRECT,
    asks: 'Was the browser led here, and is the request not embedded in a page elsewhere?',
    codes: ['origin_invalid'],
    run: entrance.redirected,
  },
  {
    name: 'satellite',
    of: [...PASSWORD, 'getUser', ...SIGN_IN, ...VERIFICATION],
    asks: 'Is the page not on a satellite domain?',
    codes: ['operation_not_allowed_on_satellite_domain'],
    run: entrance.satellite,
  },
  {
    name: 'secret key',
    of: BACKEND,
    asks: 'Is there a secret key of a development instance?',
    codes: [],
    run: entrance.secretKey,
  },
  {
    name: 'forced response',
    asks: 'Was a response forced for this operation, or does a Prefer header ask for an error?',
    codes: [],
    run: forced,
  },
  {
    name: 'size',
    of: [...FORM, 'createSignInToken'],
    asks: 'Is the body at most 10 kB?',
    codes: ['request_body_too_large'],
    run: body.size,
  },
  { name: 'client', of: OPEN, asks: 'Who calls?', codes: [], run: client.identify },
  {
    name: 'client',
    notOf: [...OPEN, ...BACKEND, ...BY_REDIRECT],
    asks: 'Is the development token known, if there is one?',
    codes: ['dev_browser_unauthenticated'],
    run: client.client,
  },
  {
    name: 'rate limit',
    of: [...PASSWORD, ...SIGN_IN, 'attemptSessionVerification'],
    asks: 'Is the rate limit not used up?',
    codes: ['too_many_requests'],
    run: client.rateLimit,
  },
  { ...SESSION, of: BY_QUERY, run: session.session },
  { ...SESSION, of: BY_PATH, codes: [...SESSION.codes, 'resource_not_found'], run: session.sessionInPath },
  {
    name: 'preferred success',
    asks: 'Does a Prefer header ask for a successful response?',
    codes: [],
    run: preferredSuccess,
  },
  {
    name: 'account',
    of: [...BY_QUERY, ...VERIFICATION, 'createToken', 'touchSession'],
    asks: 'Is the account open?',
    codes: ['user_banned', 'user_deactivated'],
    run: session.openAccount,
  },
  {
    name: 'lock',
    of: [...PASSWORD, ...VERIFICATION],
    asks: 'Is the account unlocked?',
    codes: ['user_locked'],
    run: session.unlockedAccount,
  },
  {
    name: 'sign-in',
    of: ['prepareSignIn', 'attemptSignIn', 'getSignIn'],
    asks: 'Is there such a sign-in under way on this client?',
    codes: ['resource_not_found'],
    run: factors.signInUnderWay,
  },
  {
    name: 'form',
    of: FORM,
    asks: 'Is the body a form, and well-formed?',
    codes: ['unsupported_content_type', 'malformed_request_parameters'],
    run: body.form,
  },
  { ...FIELDS, of: ['changePassword'], run: body.fields('changePassword', isLength) },
  { ...FIELDS, of: ['removePassword'], run: body.fields('removePassword', isMissing) },
  { ...FIELDS, of: ['createSignIn'], run: body.signInFields },
  { ...FIELDS, of: ['startSessionVerification'], run: body.level },
  { ...FIELDS, of: ['prepareSessionVerification'], run: body.fields('prepareSessionVerification') },
  { ...FIELDS, of: ['attemptSessionVerification'], run: body.fields('attemptSessionVerification') },
  { ...FIELDS, of: ['prepareSignIn', 'attemptSignIn', 'touchSession'], codes: [], run: body.anyFields },
  {
    name: 'length',
    of: ['changePassword'],
    asks: 'Is the new password neither too short nor too long?',
    codes: ['form_password_length_too_short', 'form_password_length_too_long', 'form_password_size_in_bytes_exceeded'],
    run: password.newPasswordLength,
  },
  {
    name: 'strategy',
    of: ['createSignIn'],
    asks: 'Does the emulator have this way to sign in?',
    codes: ['form_param_value_invalid'],
    run: factors.strategyToBegin,
  },
  {
    name: 'strategy',
    of: ['attemptSignIn'],
    asks: 'Does the emulator have this way to sign in?',
    codes: ['form_param_value_invalid'],
    run: factors.strategyToFinish,
  },
  {
    name: 'magic value',
    of: [...PASSWORD, ...SIGN_IN, 'attemptSessionVerification'],
    asks: 'Is a password the name of an error, such as `magic:form_password_pwned`?',
    codes: [],
    run: body.magic,
  },
  {
    name: 'identifier',
    of: ['createSignIn'],
    asks: 'Is there a user with that identifier, or a user whom a valid ticket names?',
    codes: ['form_identifier_not_found'],
    run: factors.identifier,
  },
  {
    name: 'account',
    of: SIGN_IN,
    asks: 'Is the account open and unlocked?',
    codes: ['user_banned', 'user_deactivated', 'user_locked'],
    run: session.accountOfSignIn,
  },
  {
    name: 'first factor',
    of: ['createSignIn', 'attemptSignIn'],
    asks: 'May the user sign in this way, and is the password right, or the code that was sent?',
    codes: [
      'strategy_for_user_invalid',
      'form_param_missing',
      'form_password_incorrect',
      'verification_missing',
      'verification_expired',
      'verification_failed',
      'form_code_incorrect',
    ],
    run: factors.firstFactor,
  },
  {
    name: 'factor',
    of: ['prepareSignIn'],
    asks: 'Can a code be sent in this way, to this address or number?',
    codes: ['form_param_missing', 'form_param_value_invalid'],
    run: factors.factorToSignIn,
  },
  {
    name: 'has a password',
    of: ['removePassword'],
    asks: 'Does the user have a password?',
    codes: ['no_password_set'],
    run: password.hasPassword,
  },
  {
    name: 'may be without',
    of: ['removePassword'],
    asks: 'May users be without a password?',
    codes: ['password_required'],
    run: password.mayBeWithout,
  },
  {
    name: 'reverification',
    of: PASSWORD,
    asks: 'Did the user verify in the last 10 minutes, if that is required?',
    codes: ['session_reverification_required'],
    run: password.freshness,
  },
  { ...CURRENT_GIVEN, of: ['changePassword'], run: password.currentPasswordGivenToChange },
  { ...CURRENT_GIVEN, of: ['removePassword'], run: password.currentPasswordGivenToRemove },
  {
    name: 'current password',
    of: PASSWORD,
    asks: 'Is the current password right, if one was sent?',
    codes: INCORRECT,
    run: password.currentPassword,
  },
  {
    name: 'verification',
    of: ['prepareSessionVerification', 'attemptSessionVerification'],
    asks: 'Is a reverification of the session under way?',
    codes: ['resource_not_found'],
    run: factors.verificationUnderWay,
  },
  {
    name: 'factor',
    of: ['prepareSessionVerification'],
    asks: 'Does the reverification offer this way, to this address or number?',
    codes: ['form_param_missing', 'form_param_value_invalid'],
    run: factors.factorToVerify,
  },
  {
    name: 'factor',
    of: ['attemptSessionVerification'],
    asks: 'Is the password right, or the code that was sent?',
    codes: [
      'form_param_missing',
      'form_param_value_invalid',
      'form_password_incorrect',
      'verification_missing',
      'verification_expired',
      'verification_failed',
      'form_code_incorrect',
    ],
    run: factors.verificationFactor,
  },
  {
    name: 'new password',
    of: ['changePassword'],
    asks: 'Does the new password differ from the current one, and does it meet the rules of the settings?',
    codes: [
      'form_new_password_matches_current',
      'form_password_no_uppercase',
      'form_password_no_lowercase',
      'form_password_no_number',
      'form_password_no_special_char',
      'form_password_matches_identifier',
      'form_password_pwned',
      'form_password_not_strong_enough',
    ],
    run: password.newPassword,
  },
];

/** Whether a check is made for an operation; an empty name is that of a request without a route. */
export const isCheckOf = ({ of, notOf }: Check, operation: string): boolean =>
  of === undefined ? notOf?.includes(operation) !== true : of.includes(operation);

/** The checks of one operation, in their order. */
export const checksOf = (operation: string): readonly Check[] => order.filter((check) => isCheckOf(check, operation));

/** The codes of a check that the contract has for an operation. */
export const codesOf = ({ codes }: Check, operation: string): readonly KnownErrorCode[] =>
  codes.filter((code) => placeOf(code, operation) !== undefined);
