// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { OtherErrorCode } from './errors.ts';
import { statuses, operations as table } from './operations.ts';
import { type CallInit, type ClientOptions, createOperations, type FetchInit } from './runtime/client.ts';
import type { Fields } from './runtime/form.ts';
import type { Answered, RefusedWith, UnexpectedWith } from './runtime/results.ts';
import type { components, operations } from './schema.d.ts';

export type { Answered, CallInit, ClientOptions, FetchInit, Fields };

/** Every schema of the contract by name, as it travels: snake_case, times in Unix milliseconds. */
export type Schemas = components['schemas'];

/** An error as it travels. `code` autocompletes what the contract knows and accepts what a newer server adds. */
export type ApiError<Code extends string> = Omit<Schemas['ClerkError'], 'code' | 'long_message'> & {
  readonly code: Code | OtherErrorCode;
  /** What happened and what to do. If the server sends none, this is its `message`. */
  readonly long_message: string;
};

/** The operation was refused, for reasons that the contract names. */
export interface Refused<Status extends number, Code extends string> extends RefusedWith<Status, ApiError<Code>> {}

/** There was no response, or one that is not what the contract says; `reason` says which. */
export interface Unexpected extends UnexpectedWith<ApiError<never>> {}

/** The result of any operation that was not carried out. */
export type Failure = Refused<number, string> | Unexpected;

/** The input of `changePassword`. */
export interface ChangePasswordInput {
  readonly query?: operations['changePassword']['parameters']['query'];
  readonly body: Fields<components['schemas']['ChangePasswordRequest']>;
}

/** The results of `changePassword`, by status. */
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

/** The input of `removePassword`. */
export interface RemovePasswordInput {
  readonly query?: operations['removePassword']['parameters']['query'];
  readonly body: Fields<components['schemas']['RemovePasswordRequest']>;
}

/** The results of `removePassword`, by status. */
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

/** The input of `getUser`. */
export interface GetUserInput {
  readonly query?: operations['getUser']['parameters']['query'];
}

/** The results of `getUser`, by status. */
export type GetUserResult =
  | Answered<200, components['schemas']['UserAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `createDevBrowser`. */
export interface CreateDevBrowserInput {
  readonly query?: operations['createDevBrowser']['parameters']['query'];
}

/** The results of `createDevBrowser`, by status. */
export type CreateDevBrowserResult =
  | Answered<200, components['schemas']['DevBrowser']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `getClient`. */
export interface GetClientInput {
  readonly query?: operations['getClient']['parameters']['query'];
}

/** The results of `getClient`, by status. */
export type GetClientResult =
  | Answered<200, components['schemas']['ClientAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'dev_browser_unauthenticated'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `createSignIn`. */
export interface CreateSignInInput {
  readonly query?: operations['createSignIn']['parameters']['query'];
  readonly body: Fields<components['schemas']['SignInRequest']>;
}

/** The results of `createSignIn`, by status. */
export type CreateSignInResult =
  | Answered<200, components['schemas']['SignInAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid' | 'session_exists' | 'strategy_for_user_invalid'>
  | Refused<401, 'dev_browser_unauthenticated' | 'requires_captcha'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<409, 'user_settings_invalid'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_identifier_not_found' | 'form_password_incorrect' | 'form_password_compromised' | 'form_password_or_identifier_incorrect'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `removeSessions`. */
export interface RemoveSessionsInput {
  readonly query: operations['removeSessions']['parameters']['query'];
}

/** The results of `removeSessions`, by status. */
export type RemoveSessionsResult =
  | Answered<200, components['schemas']['ClientAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'dev_browser_unauthenticated'>
  | Refused<404, 'resource_not_found'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `startSessionVerification`. */
export interface StartSessionVerificationInput {
  readonly path: { readonly session_id: string };
  readonly query?: operations['startSessionVerification']['parameters']['query'];
  readonly body: Fields<components['schemas']['SessionVerificationRequest']>;
}

/** The results of `startSessionVerification`, by status. */
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

/** The input of `prepareSessionVerification`. */
export interface PrepareSessionVerificationInput {
  readonly path: { readonly session_id: string };
  readonly query?: operations['prepareSessionVerification']['parameters']['query'];
  readonly body: Fields<components['schemas']['SessionVerificationPrepareRequest']>;
}

/** The results of `prepareSessionVerification`, by status. */
export type PrepareSessionVerificationResult =
  | Answered<200, components['schemas']['SessionVerificationAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The input of `attemptSessionVerification`. */
export interface AttemptSessionVerificationInput {
  readonly path: { readonly session_id: string };
  readonly query?: operations['attemptSessionVerification']['parameters']['query'];
  readonly body: Fields<components['schemas']['SessionVerificationAttemptRequest']>;
}

/** The results of `attemptSessionVerification`, by status. */
export type AttemptSessionVerificationResult =
  | Answered<200, components['schemas']['SessionVerificationAnswer']>
  | Refused<400, 'malformed_request_parameters' | 'origin_invalid' | 'origin_authorization_headers_conflict' | 'host_invalid' | 'verification_expired' | 'verification_failed' | 'verification_missing'>
  | Refused<401, 'authentication_invalid' | 'signed_out' | 'dev_browser_unauthenticated' | 'action_for_session_not_authorized'>
  | Refused<403, 'user_locked' | 'user_banned' | 'user_deactivated' | 'operation_not_allowed_on_satellite_domain'>
  | Refused<404, 'resource_not_found'>
  | Refused<413, 'request_body_too_large'>
  | Refused<415, 'unsupported_content_type'>
  | Refused<422, 'form_param_value_invalid' | 'form_param_missing' | 'form_password_incorrect' | 'form_code_incorrect'>
  | Refused<429, 'too_many_requests'>
  | Refused<500, 'internal_clerk_error'>
  | Unexpected;

/** The operations of the contract. No function here throws for what a server does: read `ok` and `status`. */
export interface GeneratedClient {
  /**
   * Change the password.
   *
   * Use it if a signed-in user chooses a new password, and also if a user who signed up without a password sets a first one.
   *
   * What the server requires depends on the user, on the instance, and on when the session was last verified:
   *
   * | User has a password | Reverification | Last verified | Required |
   * | --- | --- | --- | --- |
   * | no | off | any time | nothing else: `new_password` alone sets a first password |
   * | yes | off | any time | the current password |
   * | no | on | 10 minutes ago or less | nothing else |
   * | no | on | more than 10 minutes ago | reverification |
   * | yes | on | 10 minutes ago or less | nothing else; if you send a current password anyway, it must be correct |
   * | yes | on | more than 10 minutes ago | reverification |
   *
   * If the user has to reverify first, the response is 403 `session_reverification_required`.
   *
   * The session that makes the change stays signed in. With `sign_out_of_other_sessions`, every other session of the user is signed
   * out, on every client; without it, they stay.
   *
   * A wrong current password gets a 422, never a 401: the user is still signed in. Each failed attempt counts toward account lockout.
   *
   * Do not send the request twice. If the response was lost, read `GET /v1/me` and compare `password_last_updated_at` first:
   * if the change did arrive, a second one fails with `form_password_incorrect`.
   *
   * Sends `POST /v1/me/change_password` with form fields.
   *
   * - `new_password` (required, at least 8, at most 72 characters): The new password. 8 to 72 Unicode code points and at most 72 bytes of UTF-8, unless the instance is configured more strictly. Every character counts, spaces included; nothing is trimmed or cut off.
   * - `current_password` (optional): The current password. Required if the user has one and reverification is off. Left out, null and empty all mean "not given", which is how a user without a password sets a first one.
   * - `sign_out_of_other_sessions` (optional): `true` signs out every other session of this user, on every client; this session stays. Left out, null and empty mean `false`.
   *
   * - 200: The password was changed. `response` is the user, and `client` lists the sessions of this browser.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The user is signed in but not allowed to do this now. Codes: `session_reverification_required`, `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. `meta.param_name` names the field. Codes: `form_param_value_invalid`, `form_param_missing`, `form_param_nil`, `form_param_unknown`, `form_param_duplicate`, `form_param_type_invalid`, `form_param_format_invalid`, `form_password_incorrect`, `form_password_validation_failed`, `form_new_password_matches_current`, `form_password_length_too_short`, `form_password_length_too_long`, `form_password_size_in_bytes_exceeded`, `form_password_no_uppercase`, `form_password_no_lowercase`, `form_password_no_number`, `form_password_no_special_char`, `form_password_not_strong_enough`, `form_password_pwned`, `form_password_matches_identifier`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  changePassword(input: ChangePasswordInput, init?: CallInit): Promise<ChangePasswordResult>;

  /**
   * Remove the password.
   *
   * Use it if a user wants to sign in by other means only. Check first that there is one, such as a verified email
   * address or a passkey, because the server does not.
   *
   * | User has a password | Reverification | Last verified | Required |
   * | --- | --- | --- | --- |
   * | no | any | any time | nothing: there is nothing to remove (400 `no_password_set`) |
   * | yes | off | any time | the current password |
   * | yes | on | 10 minutes ago or less | the current password |
   * | yes | on | more than 10 minutes ago | reverification, then the current password |
   *
   * If the user has to reverify first, the response is 403 `session_reverification_required`.
   *
   * No session ends. In the response, `password_enabled` is false.
   *
   * If the instance requires every user to have a password, it responds with 400 `password_required`.
   *
   * If the response was lost, read `GET /v1/me`: `password_enabled` tells whether the removal arrived.
   *
   * Sends `POST /v1/me/remove_password` with form fields.
   *
   * - `current_password` (required, at least 1 characters): The current password, which confirms that the request comes from its owner.
   *
   * - 200: The password was removed. No session ended.
   * - 400: The request itself is wrong, or there is nothing to remove. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`, `no_password_set`, `password_required`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The user is signed in but not allowed to do this now. Codes: `session_reverification_required`, `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: The current password is missing or wrong. `meta.param_name` names the field. Codes: `form_param_value_invalid`, `form_param_missing`, `form_param_nil`, `form_param_unknown`, `form_param_duplicate`, `form_param_format_invalid`, `form_password_incorrect`, `form_password_validation_failed`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  removePassword(input: RemovePasswordInput, init?: CallInit): Promise<RemovePasswordResult>;

  /**
   * Read the signed-in user.
   *
   * Use it to find out what happened after a response was lost, or if another device may have changed the user. It changes
   * nothing, so it can be retried.
   *
   * Sends `GET /v1/me`.
   *
   * - 200: The user as they are now.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
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
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  createDevBrowser(input?: CreateDevBrowserInput, init?: CallInit): Promise<CreateDevBrowserResult>;

  /**
   * Read the client.
   *
   * Use it first on a page, to find out which sessions this browser has. A user is signed in if the list has an active
   * session; its `user` is that user. Without any session, the response is still a 200.
   *
   * Sends `GET /v1/client`.
   *
   * - 200: The client of this browser, or null before it has one.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: The browser is not known. Codes: `dev_browser_unauthenticated`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  getClient(input?: GetClientInput, init?: CallInit): Promise<GetClientResult>;

  /**
   * Sign in by password.
   *
   * Send `identifier`, `strategy=password` and `password` together to complete a sign-in at once: `status` is `complete`,
   * `created_session_id` names the session, and `client` lists it with its user. With the identifier alone, the sign-in waits
   * for the first factor. A wrong password gets a 422.
   *
   * Sends `POST /v1/client/sign_ins` with form fields.
   *
   * - `identifier` (required, at least 1 characters): The user's email address, phone number or username.
   * - `strategy` (optional): The strategy. `password` together with the field of that name completes the sign-in in one step.
   * - `password` (optional): The password of that user.
   * - `locale` (optional): The language of the browser, for messages that the server sends.
   * - `timezone` (optional): The time zone of the browser, for the list of devices.
   *
   * - 200: The sign-in. If `status` is `complete`, a session was created.
   * - 307: The sign-in continues elsewhere, for example at an identity provider. A sign-in by password does not get this response.
   * - 400: The request itself is wrong, or this sign-in is not possible. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`, `session_exists`, `strategy_for_user_invalid`.
   * - 401: The browser is not known, or a captcha is required. Codes: `dev_browser_unauthenticated`, `requires_captcha`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 409: The instance cannot sign anybody in. Codes: `user_settings_invalid`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. `meta.param_name` names the field. Codes: `form_param_value_invalid`, `form_param_missing`, `form_identifier_not_found`, `form_password_incorrect`, `form_password_compromised`, `form_password_or_identifier_incorrect`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  createSignIn(input: CreateSignInInput, init?: CallInit): Promise<CreateSignInResult>;

  /**
   * Sign out of every session here.
   *
   * Ends every session of this client. The client itself stays, so a later sign-in needs no new token. If no user is signed
   * in, the response is the same.
   *
   * Sends `POST /v1/client/sessions`.
   *
   * - 200: Every session of this client has ended.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: The browser is not known. Codes: `dev_browser_unauthenticated`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  removeSessions(input: RemoveSessionsInput, init?: CallInit): Promise<RemoveSessionsResult>;

  /**
   * Start a reverification.
   *
   * Use it after a 403 `session_reverification_required`. The response lists the factors that the user may
   * reverify by. Use the attempt operation with one of them, then retry the first request.
   *
   * Sends `POST /v1/client/sessions/{session_id}/verify` with form fields.
   *
   * - `level` (required): The factor to verify. The two password operations require `first_factor`.
   *
   * - 200: The reverification, with the factors that the user can verify.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. Codes: `form_param_value_invalid`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  startSessionVerification(input: StartSessionVerificationInput, init?: CallInit): Promise<StartSessionVerificationResult>;

  /**
   * Send a code to reverify.
   *
   * Use it for users who cannot reverify by password, for example because they have none. Have a code sent to an email address or a phone number that the reverification offers, then send the code with the attempt operation. The code is valid for 10 minutes; calling this again replaces it.
   *
   * Sends `POST /v1/client/sessions/{session_id}/verify/prepare_first_factor` with form fields.
   *
   * - `strategy` (required): The strategy, one of those that the reverification lists.
   * - `email_address_id` (optional): Id of the email address to send the code to, from the reverification. Required with `email_code`.
   * - `phone_number_id` (optional): Id of the phone number to send the code to, from the reverification. Required with `phone_code`.
   *
   * - 200: The code was sent. `first_factor_verification` has its expiry time.
   * - 400: The request itself is wrong, independent of the user. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: A field is missing or wrong. `meta.param_name` names the field. Codes: `form_param_value_invalid`, `form_param_missing`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  prepareSessionVerification(input: PrepareSessionVerificationInput, init?: CallInit): Promise<PrepareSessionVerificationResult>;

  /**
   * Reverify the first factor.
   *
   * Sends the password or the code of the signed-in user to the reverification that was started. If `status` is `complete`, the
   * session counts as verified for the next 10 minutes.
   *
   * Sends `POST /v1/client/sessions/{session_id}/verify/attempt_first_factor` with form fields.
   *
   * - `strategy` (required): The strategy of this attempt, one of those that the reverification lists.
   * - `password` (optional): The password of the signed-in user; required with `password`.
   * - `code` (optional): The code that was sent; required with `email_code` and `phone_code`.
   *
   * - 200: The reverification after the attempt.
   * - 400: The request itself is wrong, or the code can no longer be used. Codes: `malformed_request_parameters`, `origin_invalid`, `origin_authorization_headers_conflict`, `host_invalid`, `verification_expired`, `verification_failed`, `verification_missing`.
   * - 401: No active session. Codes: `authentication_invalid`, `signed_out`, `dev_browser_unauthenticated`, `action_for_session_not_authorized`.
   * - 403: The account cannot be used. Codes: `user_locked`, `user_banned`, `user_deactivated`, `operation_not_allowed_on_satellite_domain`.
   * - 404: There is no such session or route. Codes: `resource_not_found`.
   * - 413: The body is larger than a form of this operation can be. Codes: `request_body_too_large`.
   * - 415: The body is not a form. Codes: `unsupported_content_type`.
   * - 422: The password or the code is missing or wrong. Codes: `form_param_value_invalid`, `form_param_missing`, `form_password_incorrect`, `form_code_incorrect`.
   * - 429: Too many requests in a short time. Codes: `too_many_requests`.
   * - 500: The server failed. It is unknown whether the operation was carried out. Codes: `internal_clerk_error`.
   */
  attemptSessionVerification(input: AttemptSessionVerificationInput, init?: CallInit): Promise<AttemptSessionVerificationResult>;
}

/** Makes a client for one server. Sends nothing by itself and keeps nothing between calls. */
export function createClient(options: ClientOptions): GeneratedClient {
  return createOperations<GeneratedClient>(table, options, statuses);
}
