// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { OtherErrorCode } from './errors.ts';
import type { components, operations } from './schema.d.ts';

/** Every schema of the contract by name, as it travels: snake_case, times in Unix milliseconds. */
export type Schemas = components['schemas'];

/** An error as it travels. `code` autocompletes what the contract knows and accepts what a newer server adds. */
export type ApiError<Code extends string> = Omit<Schemas['ClerkError'], 'code'> & {
  readonly code: Code | OtherErrorCode;
};

/** The operation was carried out. */
export interface Answered<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly response: Response;
}

/** The operation was refused, for reasons that the contract names. */
export interface Refused<Status extends number, Code extends string> {
  readonly ok: false;
  readonly status: Status;
  /** At least one; the first is the one to show. */
  readonly errors: readonly [ApiError<Code>, ...ApiError<Code>[]];
  /** Identifies the answer in the server's records. */
  readonly traceId: string | undefined;
  /** Seconds to wait, where the server said so. */
  readonly retryAfter: number | undefined;
  readonly response: Response;
}

/**
 * There was no answer, or one that is not what the contract says:
 *
 * - `no-answer`: nothing came back (`cause` says why: no network, refused, aborted, …)
 * - `interrupted`: the answer began but did not arrive whole
 * - `redirected`: the server sent the request elsewhere; it was not followed
 * - `empty`, `not-json`: the body holds nothing, or something that is not JSON
 * - `wrong-shape`: JSON of another shape
 * - `undeclared-status`: a status that the contract does not name for this operation; `errors` holds what it said
 *
 * With the first two the operation may have been carried out all the same.
 */
export interface Unexpected {
  readonly ok: false;
  readonly status: 'unexpected';
  readonly reason:
    | 'no-answer'
    | 'interrupted'
    | 'redirected'
    | 'empty'
    | 'not-json'
    | 'wrong-shape'
    | 'undeclared-status';
  /** The HTTP status, where there was an answer. */
  readonly httpStatus: number | undefined;
  readonly errors: readonly ApiError<never>[];
  readonly traceId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly cause: unknown;
  readonly response: Response | undefined;
}

/** What any operation answers when it was not carried out. */
export type Failure = Refused<number, string> | Unexpected;

/** What can be said for a single call. */
export interface CallInit {
  /** Ends the call early; the result is then `no-answer` or `interrupted` with the abort as `cause`. */
  readonly signal?: AbortSignal;
  /** Headers for this call only. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Form fields. An optional one may be given as `undefined`, which leaves it out. */
export type Fields<Body> = {
  readonly [Name in keyof Body]: Body[Name] | (Record<never, never> extends Pick<Body, Name> ? undefined : never);
};

/** How a client reaches the server. */
export interface ClientOptions {
  /** `https://<Frontend API host>` or a proxy's address, without `/v1`. */
  readonly baseUrl: string;
  /** Sends the requests. Default: the global `fetch`, looked up at each call. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Query parameters for every call, asked for each time: a development token, a version. `undefined` leaves one out. */
  readonly query?: () => Readonly<Record<string, string | undefined>>;
  /** Headers for every call, asked for each time. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Whether cookies travel along. Production browsers need `include`; edge runtimes refuse the setting, so leave it out there. */
  readonly credentials?: RequestCredentials;
  /**
   * Checks whole answers: pass `responseValidators` of the contract. Without it only the outline is checked: that members are
   * there, that each resource is of its kind, and that errors have a code and messages.
   */
  readonly validators?: Readonly<Record<string, Readonly<Record<number, (body: unknown) => boolean>>>>;
}

/** What `changePassword` takes. */
export interface ChangePasswordInput {
  readonly query?: operations['changePassword']['parameters']['query'];
  readonly body: Fields<components['schemas']['ChangePasswordRequest']>;
}

/** What `changePassword` answers, by status. */
export type ChangePasswordResult =
  | Answered<200, components['schemas']['UserAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'session_reverification_required' | 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_param_nil' | 'form_param_unknown' | 'form_param_duplicate' | 'form_param_type_invalid' | 'form_param_format_invalid' | 'form_password_incorrect' | 'form_password_validation_failed' | 'form_new_password_matches_current' | 'form_password_length_too_short' | 'form_password_length_too_long' | 'form_password_size_in_bytes_exceeded' | 'form_password_no_uppercase' | 'form_password_no_lowercase' | 'form_password_no_number' | 'form_password_no_special_char' | 'form_password_not_strong_enough' | 'form_password_pwned' | 'form_password_matches_identifier'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `removePassword` takes. */
export interface RemovePasswordInput {
  readonly query?: operations['removePassword']['parameters']['query'];
  readonly body: Fields<components['schemas']['RemovePasswordRequest']>;
}

/** What `removePassword` answers, by status. */
export type RemovePasswordResult =
  | Answered<200, components['schemas']['UserAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid' | 'no_password_set' | 'password_required'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'session_reverification_required' | 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_param_nil' | 'form_param_unknown' | 'form_param_duplicate' | 'form_param_format_invalid' | 'form_password_incorrect' | 'form_password_validation_failed'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `getUser` takes. */
export interface GetUserInput {
  readonly query?: operations['getUser']['parameters']['query'];
}

/** What `getUser` answers, by status. */
export type GetUserResult =
  | Answered<200, components['schemas']['UserAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `createDevBrowser` takes. */
export interface CreateDevBrowserInput {
  readonly query?: operations['createDevBrowser']['parameters']['query'];
}

/** What `createDevBrowser` answers, by status. */
export type CreateDevBrowserResult =
  | Answered<200, components['schemas']['DevBrowser']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `getClient` takes. */
export interface GetClientInput {
  readonly query?: operations['getClient']['parameters']['query'];
}

/** What `getClient` answers, by status. */
export type GetClientResult =
  | Answered<200, components['schemas']['ClientAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'dev_browser_unauthenticated'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `createSignIn` takes. */
export interface CreateSignInInput {
  readonly query?: operations['createSignIn']['parameters']['query'];
  readonly body: Fields<components['schemas']['SignInRequest']>;
}

/** What `createSignIn` answers, by status. */
export type CreateSignInResult =
  | Answered<200, components['schemas']['SignInAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'dev_browser_unauthenticated'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_identifier_not_found' | 'form_password_incorrect' | 'strategy_for_user_invalid'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `removeSessions` takes. */
export interface RemoveSessionsInput {
  readonly query: operations['removeSessions']['parameters']['query'];
}

/** What `removeSessions` answers, by status. */
export type RemoveSessionsResult =
  | Answered<200, components['schemas']['ClientAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'dev_browser_unauthenticated'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `startSessionVerification` takes. */
export interface StartSessionVerificationInput {
  readonly path: { readonly session_id: string };
  readonly query?: operations['startSessionVerification']['parameters']['query'];
  readonly body: Fields<components['schemas']['SessionVerificationRequest']>;
}

/** What `startSessionVerification` answers, by status. */
export type StartSessionVerificationResult =
  | Answered<200, components['schemas']['SessionVerificationAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** What `attemptSessionVerification` takes. */
export interface AttemptSessionVerificationInput {
  readonly path: { readonly session_id: string };
  readonly query?: operations['attemptSessionVerification']['parameters']['query'];
  readonly body: Fields<components['schemas']['SessionVerificationAttemptRequest']>;
}

/** What `attemptSessionVerification` answers, by status. */
export type AttemptSessionVerificationResult =
  | Answered<200, components['schemas']['SessionVerificationAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_password_incorrect'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The operations of the contract. No function here throws for what a server does: read `ok` and `status`. */
export interface GeneratedClient {
  /**
   * Change the password.
   *
   * Use it when a signed-in person chooses a new password, and also when somebody who signed up without one sets a first.
   *
   * What the server asks for depends on the user, on the instance, and on how long ago the session last proved who it belongs to:
   *
   * | user has a password | reverification | last proof | what is asked for |
   * | --- | --- | --- | --- |
   * | no | off | any | neither: `new_password` alone sets a first password |
   * | yes | off | any | the current password |
   * | no | on | 10 minutes ago or less | neither |
   * | no | on | longer ago | a fresh verification (403 `session_reverification_required`) |
   * | yes | on | 10 minutes ago or less | neither; a current password that is sent all the same has to be right |
   * | yes | on | longer ago | a fresh verification (403 `session_reverification_required`) |
   *
   * The session that acts stays signed in. With `sign_out_of_other_sessions` every other session of the user ends, on every
   * client; without it, the others stay.
   *
   * A wrong current password answers 422, never 401: the person is still signed in. Every wrong one counts towards the lock of
   * the account.
   *
   * Do not send the request twice. If the answer was lost, read `GET /v1/me` and compare `password_last_updated_at` first:
   * a change that did arrive makes a second one fail with `form_password_incorrect`.
   *
   * Sends `POST /v1/me/change_password` with form fields.
   *
   * - `new_password` (required, at least 8, at most 72 characters): The password to have from now on. 8 to 72 Unicode code points and at most 72 bytes of UTF-8, unless the instance is configured more strictly. Every character counts, spaces included; nothing is trimmed or cut off.
   * - `current_password` (optional): The password in force. Asked for where the user has a password and reverification is off. Left out, null and empty all mean "not given", which is how a user without a password sets a first one.
   * - `sign_out_of_other_sessions` (optional): `true` ends every other session of this user on every client; the session that acts stays. Left out, null and empty mean `false`.
   *
   * - 200: The new password is in force. `response` is the user, `client` what this browser now has.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: Nobody is signed in who could act. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The person is known but may not do this now. Codes: `session_reverification_required`, `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. `meta.param_name` says which one. Codes: `form_param_value_invalid`, `form_param_missing`, `form_param_nil`, `form_param_unknown`, `form_param_duplicate`, `form_param_type_invalid`, `form_param_format_invalid`, `form_password_incorrect`, `form_password_validation_failed`, `form_new_password_matches_current`, `form_password_length_too_short`, `form_password_length_too_long`, `form_password_size_in_bytes_exceeded`, `form_password_no_uppercase`, `form_password_no_lowercase`, `form_password_no_number`, `form_password_no_special_char`, `form_password_not_strong_enough`, `form_password_pwned`, `form_password_matches_identifier`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  changePassword(input: ChangePasswordInput, init?: CallInit): Promise<ChangePasswordResult>;

  /**
   * Remove the password.
   *
   * Use it when a person wants to sign in by other means only. Make sure that there is one, for example a verified e-mail
   * address or a passkey: the server does not check it.
   *
   * | user has a password | reverification | last proof | what is asked for |
   * | --- | --- | --- | --- |
   * | no | any | any | neither: there is nothing to remove (400 `no_password_set`) |
   * | yes | off | any | the current password |
   * | yes | on | 10 minutes ago or less | the current password |
   * | yes | on | longer ago | a fresh verification (403 `session_reverification_required`), then the current password |
   *
   * Nobody is signed out: every session of the user goes on. In the answer `password_enabled` is false.
   *
   * An instance may require that everybody has a password; it then refuses with 400 `password_required`.
   *
   * If the answer was lost, read `GET /v1/me`: `password_enabled` tells whether the removal arrived.
   *
   * Sends `POST /v1/me/remove_password` with form fields.
   *
   * - `current_password` (required, at least 1 characters): The password in force, as proof that the person at the keyboard is its owner.
   *
   * - 200: The user has no password any more. Nobody was signed out.
   * - 400: The request itself is wrong, or there is nothing to remove. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`, `no_password_set`, `password_required`.
   * - 401: Nobody is signed in who could act. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The person is known but may not do this now. Codes: `session_reverification_required`, `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: The current password is missing or wrong. `meta.param_name` says which field is meant. Codes: `form_param_value_invalid`, `form_param_missing`, `form_param_nil`, `form_param_unknown`, `form_param_duplicate`, `form_param_format_invalid`, `form_password_incorrect`, `form_password_validation_failed`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  removePassword(input: RemovePasswordInput, init?: CallInit): Promise<RemovePasswordResult>;

  /**
   * Read the signed-in user.
   *
   * Use it to find out what is true after an answer was lost, or when another device may have changed the user. It changes
   * nothing and can be repeated.
   *
   * Sends `GET /v1/me`.
   *
   * - 200: The user as they are now.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: Nobody is signed in who could act. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account may not be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  getUser(input?: GetUserInput, init?: CallInit): Promise<GetUserResult>;

  /**
   * Get a development token.
   *
   * Development instances know a browser by a token instead of a cookie. Ask for one once, keep it, and send it as
   * `__clerk_db_jwt` with every request. After a 401 `dev_browser_unauthenticated`, ask for a new one.
   *
   * Sends `POST /v1/dev_browser`.
   *
   * - 200: A new token.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  createDevBrowser(input?: CreateDevBrowserInput, init?: CallInit): Promise<CreateDevBrowserResult>;

  /**
   * Read the client.
   *
   * What a page asks first: which sessions does this browser have? Somebody is signed in if the list has an active one; the
   * session's `user` is that person. Without any, the answer is still 200.
   *
   * Sends `GET /v1/client`.
   *
   * - 200: The client of this browser, or null before it has one.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: The browser is not known. Codes: `dev_browser_unauthenticated`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  getClient(input?: GetClientInput, init?: CallInit): Promise<GetClientResult>;

  /**
   * Sign in by password.
   *
   * With `identifier`, `strategy=password` and `password` together a sign-in completes at once: `status` is `complete`,
   * `created_session_id` names the session, and `client` lists it with its user. With the identifier alone it waits for the
   * first factor. A wrong password answers 422.
   *
   * Sends `POST /v1/client/sign_ins` with form fields.
   *
   * - `identifier` (required, at least 1 characters): The e-mail address, phone number or username that the user is known by.
   * - `strategy` (optional): How to prove it. `password` together with the field of that name completes the sign-in in one step.
   * - `password` (optional): The password of that user.
   *
   * - 200: The sign-in as far as it came. With `status` `complete` there is a session.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: The browser is not known. Codes: `dev_browser_unauthenticated`.
   * - 403: The account may not be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. `meta.param_name` says which one. Codes: `form_param_value_invalid`, `form_param_missing`, `form_identifier_not_found`, `form_password_incorrect`, `strategy_for_user_invalid`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  createSignIn(input: CreateSignInInput, init?: CallInit): Promise<CreateSignInResult>;

  /**
   * Sign out of every session here.
   *
   * Ends every session of this client. The client itself stays, so that a later sign-in needs no new token. Asking again when
   * nobody is signed in is no error.
   *
   * Sends `POST /v1/client/sessions`.
   *
   * - 200: Every session of this client has ended.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: The browser is not known. Codes: `dev_browser_unauthenticated`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  removeSessions(input: RemoveSessionsInput, init?: CallInit): Promise<RemoveSessionsResult>;

  /**
   * Start a reverification.
   *
   * Use it after a 403 `session_reverification_required`. The answer says which factors are on offer; prove one of them with
   * the attempt operation, then send the refused request again.
   *
   * Sends `POST /v1/client/sessions/{session_id}/verify` with form fields.
   *
   * - `level` (required): Which proof is wanted. `first_factor` is what the two password operations ask for.
   *
   * - 200: The reverification and what it offers.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: Nobody is signed in who could act. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account may not be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. Codes: `form_param_value_invalid`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  startSessionVerification(input: StartSessionVerificationInput, init?: CallInit): Promise<StartSessionVerificationResult>;

  /**
   * Prove the first factor again.
   *
   * Sends the password of the signed-in user to the reverification that was started. When `status` is `complete` the session
   * counts as freshly verified for ten minutes.
   *
   * Sends `POST /v1/client/sessions/{session_id}/verify/attempt_first_factor` with form fields.
   *
   * - `strategy` (required): The strategy tried, one of those that the reverification offers.
   * - `password` (required, at least 1 characters): The password of the signed-in user.
   *
   * - 200: The reverification after the attempt.
   * - 400: The request itself is wrong, whoever sent it. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: Nobody is signed in who could act. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account may not be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: The password is missing or wrong. Codes: `form_param_value_invalid`, `form_param_missing`, `form_password_incorrect`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. Whether the operation was carried out is unknown. Codes: `internal_clerk_error`.
   */
  attemptSessionVerification(input: AttemptSessionVerificationInput, init?: CallInit): Promise<AttemptSessionVerificationResult>;
}

type Shape = Readonly<Record<string, string>>;
type Members = Readonly<Record<string, unknown>>;

const FORM = 'application/x-www-form-urlencoded';
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** Writes form fields and query parameters. `undefined` is left out; `null` travels as an empty field. */
function serialize(fields: object): string {
  let text = '';
  for (const name in fields) {
    const value = (fields as Members)[name];
    if (value === undefined) continue;
    try {
      text += `${text && '&'}${name}=${encodeURIComponent(value === null ? '' : String(value))}`;
    } catch {
      // Half of a surrogate pair has no UTF-8 form; replacing it would silently set another password.
      throw new TypeError(`${name} holds half of a surrogate pair: pass whole characters.`);
    }
  }
  return text;
}

function fits(value: unknown, shape: Shape): boolean {
  if (!isObject(value)) return false;
  for (const name in shape) {
    const member = value[name];
    const kind = shape[name];
    if (!isObject(member)) {
      // With a question mark it may be null.
      if (typeof member !== kind && !(member === null && kind?.endsWith('?'))) return false;
    } else {
      const { object, sessions = [] } = member;
      const fitting = kind === 'object' || kind === object || kind === `${object}?`;
      if (!fitting || !Array.isArray(sessions) || !sessions.every(isObject)) return false;
    }
  }
  return true;
}

function isError(value: unknown): value is ApiError<never> {
  return isObject(value) && ['code', 'message', 'long_message'].every((name) => typeof value[name] === 'string');
}

/** Makes a client for one server. Sends nothing by itself and keeps nothing between calls. */
export function createClient(options: ClientOptions): GeneratedClient {
  const base = options.baseUrl.replace(/\/$/, '');

  interface AnyInput {
    readonly path?: Readonly<Record<string, string>>;
    readonly query?: object | undefined;
    readonly body?: object;
  }

  const operation = <Input extends AnyInput, Result>(
    name: keyof GeneratedClient,
    method: 'GET' | 'POST',
    path: string,
    shape: Shape,
    refusals: readonly number[],
  ) => async (input?: Input, init?: CallInit): Promise<Result> => {
    let response: Response | undefined;
    let body: unknown;
    // The one place where a checked answer gets its type: the status decides, and the shape was looked at.
    const typed = (result: object): Result => result as Result;
    const failed = (rest: object): Result => {
      const seconds = response?.headers.get('Retry-After') ?? '';
      return typed({
        ok: false,
        errors: [],
        cause: undefined,
        traceId: isObject(body) && typeof body['clerk_trace_id'] === 'string' ? body['clerk_trace_id'] : undefined,
        retryAfter: /^\d+$/.test(seconds) ? Number(seconds) : undefined,
        response,
        ...rest,
      });
    };
    const unexpected = (reason: Unexpected['reason'], rest?: object): Result =>
      failed({ status: 'unexpected', reason, httpStatus: response?.status, ...rest });

    const query = serialize({ ...input?.query, ...options.query?.() });
    const parts = input?.path;
    const to = parts ? path.replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(parts[part] ?? '')) : path;
    const request: RequestInit = {
      method,
      redirect: 'manual',
      headers: { ...(method === 'POST' && { 'Content-Type': FORM }), ...options.headers?.(), ...init?.headers },
      ...(input?.body && { body: serialize(input.body) }),
      ...(init?.signal && { signal: init.signal }),
      ...(options.credentials && { credentials: options.credentials }),
    };
    let text: string;
    try {
      // Looked up here, so that a test may replace the global after the client was made.
      response = await (options.fetch ?? globalThis.fetch)(`${base}${to}${query && `?${query}`}`, request);
      text = await response.text();
    } catch (cause) {
      return unexpected(response ? 'interrupted' : 'no-answer', { cause });
    }

    const { status, ok, type, redirected } = response;
    if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400)) return unexpected('redirected');
    if (text === '') return unexpected('empty');
    try {
      body = JSON.parse(text);
    } catch {
      // The parser's message quotes the text, and nobody knows what that holds.
      return unexpected('not-json');
    }
    if (options.validators?.[name]?.[status]?.(body) === false) return unexpected('wrong-shape');
    if (status === 200) {
      return fits(body, shape) ? typed({ ok: true, status, data: body, response }) : unexpected('wrong-shape');
    }
    const errors = isObject(body) && Array.isArray(body['errors']) ? body['errors'] : [];
    if (errors.length === 0 || !errors.every(isError)) return unexpected(ok ? 'undeclared-status' : 'wrong-shape');
    return refusals.includes(status) ? failed({ status, errors }) : unexpected('undeclared-status', { errors });
  };

  return {
    changePassword: operation('changePassword', 'POST', '/v1/me/change_password', { response: 'user', client: 'client' }, [400, 401, 403, 413, 415, 422, 429, 500]),
    removePassword: operation('removePassword', 'POST', '/v1/me/remove_password', { response: 'user', client: 'client' }, [400, 401, 403, 413, 415, 422, 429, 500]),
    getUser: operation('getUser', 'GET', '/v1/me', { response: 'user', client: 'client' }, [400, 401, 403, 429, 500]),
    createDevBrowser: operation('createDevBrowser', 'POST', '/v1/dev_browser', { id: 'string' }, [400, 429, 500]),
    getClient: operation('getClient', 'GET', '/v1/client', { response: 'client?' }, [400, 401, 429, 500]),
    createSignIn: operation('createSignIn', 'POST', '/v1/client/sign_ins', { response: 'object', client: 'client' }, [400, 401, 403, 413, 415, 422, 429, 500]),
    removeSessions: operation('removeSessions', 'POST', '/v1/client/sessions', { response: 'client?' }, [400, 401, 429, 500]),
    startSessionVerification: operation('startSessionVerification', 'POST', '/v1/client/sessions/{session_id}/verify', { response: 'object', client: 'client' }, [400, 401, 403, 404, 413, 415, 422, 429, 500]),
    attemptSessionVerification: operation('attemptSessionVerification', 'POST', '/v1/client/sessions/{session_id}/verify/attempt_first_factor', { response: 'object', client: 'client' }, [400, 401, 403, 404, 413, 415, 422, 429, 500]),
  };
}
