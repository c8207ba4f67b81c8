// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

/** How sending a request again can help: with the field corrected, later, never, after signing in, after a fresh verification. */
export type RetryWay = 'corrected' | 'later' | 'never' | 'signed-in' | 'verified';

/** The contract's entry for one error code; the documentation shows it at `errors.html#<code>`. */
export interface ErrorCatalogueEntry {
  /** The code in a few words. */
  readonly summary: string;
  /** The cause. */
  readonly cause: string;
  /** The fix in code. */
  readonly remedy: string;
  /** Whether sending the request again can help. */
  readonly retry: RetryWay;
  /** The short message of the example. */
  readonly message: string;
  /** The sentence for the person. */
  readonly longMessage: string;
  /** Field -> the sentence where that field is at fault, if it is not the one that the place names. */
  readonly fieldMessages?: Readonly<Record<string, string>>;
  /** The source of the code. */
  readonly source: ErrorSource;
  /** Where it can come from. */
  readonly places: readonly ErrorPlace[];
}

/** The source of a claim of the contract. At least one member is there. */
export interface ErrorSource {
  /** Dates of the vendor's public OpenAPI documents. */
  readonly document?: string;
  /** Versions of the vendor's public browser SDK that send or handle it. */
  readonly client?: string;
  /** The vendor's public documentation. */
  readonly guide?: string;
  /** An assumption that nothing public supports. */
  readonly assumed?: string;
}

/** One operation that can answer a code. */
export interface ErrorPlace {
  readonly operation: string;
  readonly status: number;
  /** The form field that `meta.param_name` names. */
  readonly paramName?: string;
  /** Words of this operation, where they differ from those of the code. */
  readonly cause?: string;
  readonly remedy?: string;
  readonly longMessage?: string;
}

/** A code that this version of the contract does not list. Keeps the known ones in autocompletion. */
export type OtherErrorCode = string & Record<never, never>;

/** Every error code of the contract. */
export const errorCatalogue = {
  /** The session belongs to another client. In the documentation: `errors.html#action_for_session_not_authorized`. */
  action_for_session_not_authorized: {
    summary: "The session belongs to another client",
    cause: "`_clerk_session_id` names a session that does not belong to this client.",
    remedy: "Send the id of a session that `GET /v1/client` lists.",
    retry: "signed-in",
    message: "Not your session",
    longMessage: "You cannot act for that session. Sign in and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 401 },
      { operation: 'removePassword', status: 401 },
      { operation: 'getUser', status: 401 },
      { operation: 'startSessionVerification', status: 401 },
      { operation: 'prepareSessionVerification', status: 401 },
      { operation: 'attemptSessionVerification', status: 401 },
    ],
  },
  /** No user is signed in. In the documentation: `errors.html#authentication_invalid`. */
  authentication_invalid: {
    summary: "No user is signed in",
    cause: "The cookie or token that was sent has no active session.",
    remedy: "Show the sign-in form; retry the request after the user signed in.",
    retry: "signed-in",
    message: "Signed out",
    longMessage: "You are signed out. Sign in and try again.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 401 },
      { operation: 'removePassword', status: 401 },
      { operation: 'getUser', status: 401 },
      { operation: 'startSessionVerification', status: 401 },
      { operation: 'prepareSessionVerification', status: 401 },
      { operation: 'attemptSessionVerification', status: 401 },
    ],
  },
  /** No valid development token. In the documentation: `errors.html#dev_browser_unauthenticated`. */
  dev_browser_unauthenticated: {
    summary: "No valid development token",
    cause: "A development instance was asked without a token from `POST /v1/dev_browser`, or with one it does not know.",
    remedy: "Ask for a new token, then load the client again.",
    retry: "signed-in",
    message: "Browser not recognised",
    longMessage: "This browser is not known to the development instance. Reload the page.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 401 },
      { operation: 'removePassword', status: 401 },
      { operation: 'getUser', status: 401 },
      { operation: 'getClient', status: 401 },
      { operation: 'createSignIn', status: 401 },
      { operation: 'removeSessions', status: 401 },
      { operation: 'startSessionVerification', status: 401 },
      { operation: 'prepareSessionVerification', status: 401 },
      { operation: 'attemptSessionVerification', status: 401 },
    ],
  },
  /** The code is wrong. In the documentation: `errors.html#form_code_incorrect`. */
  form_code_incorrect: {
    summary: "The code is wrong",
    cause: "`code` is not the code that was sent last. Each failed attempt counts toward account lockout.",
    remedy: "Show the message beside the code field and let the user type the code again.",
    retry: "corrected",
    message: "Incorrect code",
    longMessage: "The code is not right. Check it and try again.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"that a wrong code of a reverification gets it"},
    places: [
      { operation: 'attemptSessionVerification', status: 422, paramName: "code" },
    ],
  },
  /** No such user. In the documentation: `errors.html#form_identifier_not_found`. */
  form_identifier_not_found: {
    summary: "No such user",
    cause: "No user has that email address, phone number or username.",
    remedy: "Show the message beside the identifier field.",
    retry: "corrected",
    message: "Account not found",
    longMessage: "There is no account with that email address, phone number or username.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 422, paramName: "identifier" },
    ],
  },
  /** The new password is the current one. In the documentation: `errors.html#form_new_password_matches_current`. */
  form_new_password_matches_current: {
    summary: "The new password is the current one",
    cause: "The new password equals the current password.",
    remedy: "Ask for a different one.",
    retry: "corrected",
    message: "Same password",
    longMessage: "The new password is the one you already have. Choose a different one.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** The same field twice. In the documentation: `errors.html#form_param_duplicate`. */
  form_param_duplicate: {
    summary: "The same field twice",
    cause: "A field appears more than once, so it is unclear which value counts.",
    remedy: "Use `set`, not `append`, when building the form.",
    retry: "corrected",
    message: "Field sent twice",
    longMessage: "The form contained the same field twice. Reload the page and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
    ],
  },
  /** Not valid UTF-8. In the documentation: `errors.html#form_param_format_invalid`. */
  form_param_format_invalid: {
    summary: "Not valid UTF-8",
    cause: "The bytes of the field are not UTF-8.",
    remedy: "Encode text as UTF-8; `URLSearchParams` and the generated client do.",
    retry: "corrected",
    message: "Wrong encoding",
    longMessage: "A password contained characters that could not be read. Type it again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
    ],
  },
  /** A required field is missing. In the documentation: `errors.html#form_param_missing`. */
  form_param_missing: {
    summary: "A required field is missing",
    cause: "The field was not sent or was empty. `current_password` is required if the user has a password and reverification is off.",
    remedy: "Show the message beside the field; check `password_enabled` to know whether to ask for the current password.",
    retry: "corrected",
    message: "Field missing",
    longMessage: "Enter your current password.",
    fieldMessages: {"new_password":"Enter your new password.","password":"Enter your password.","code":"Enter the code that was sent to you."},
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
      { operation: 'createSignIn', status: 422, paramName: "identifier", cause: "The field was not sent or was empty.", remedy: "Show the message beside the field.", longMessage: "Enter your email address." },
      { operation: 'prepareSessionVerification', status: 422, paramName: "strategy", cause: "`strategy` is missing, or the identifier that goes with it.", remedy: "Send `email_address_id` with `email_code`, and `phone_number_id` with `phone_code`.", longMessage: "Choose where to send the code." },
      { operation: 'attemptSessionVerification', status: 422, paramName: "password", cause: "The field was not sent or was empty.", remedy: "Show the message beside the field.", longMessage: "Enter your password." },
    ],
  },
  /** A required field has no value. In the documentation: `errors.html#form_param_nil`. */
  form_param_nil: {
    summary: "A required field has no value",
    cause: "The field has a name but no value (`current_password` without an equals sign), and a value is required.",
    remedy: "Send the value, or leave the whole field out.",
    retry: "corrected",
    message: "Field without value",
    longMessage: "Enter your current password.",
    fieldMessages: {"new_password":"Enter your new password."},
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
    ],
  },
  /** Not a boolean. In the documentation: `errors.html#form_param_type_invalid`. */
  form_param_type_invalid: {
    summary: "Not a boolean",
    cause: "`sign_out_of_other_sessions` is neither `true` nor `false`.",
    remedy: "Send `true` or `false`, or leave the field out.",
    retry: "corrected",
    message: "Wrong type",
    longMessage: "The choice to sign out other devices could not be read. Reload the page and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "sign_out_of_other_sessions" },
    ],
  },
  /** A field that does not exist. In the documentation: `errors.html#form_param_unknown`. */
  form_param_unknown: {
    summary: "A field that does not exist",
    cause: "The body has a field that the operation does not accept, often a name in camelCase.",
    remedy: "Send the field names of this document; they are in snake_case.",
    retry: "corrected",
    message: "Unknown field",
    longMessage: "The form contained a field that is not expected here. Reload the page and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "currentPassword" },
      { operation: 'removePassword', status: 422, paramName: "currentPassword" },
    ],
  },
  /** A value that is not allowed. In the documentation: `errors.html#form_param_value_invalid`. */
  form_param_value_invalid: {
    summary: "A value that is not allowed",
    cause: "The field holds something that it can never hold, such as the character U+0000 in a password. The contract mock also responds with this error to every request that breaks a schema.",
    remedy: "Show the message beside the field that `meta.param_name` names.",
    retry: "corrected",
    message: "Value not allowed",
    longMessage: "A value in the form is not allowed. Check what you entered.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
      { operation: 'createSignIn', status: 422, paramName: "strategy", cause: "The field holds something that it can never hold. The contract mock also responds with this error to every request that breaks a schema." },
      { operation: 'startSessionVerification', status: 422, paramName: "level", cause: "The field holds something that it can never hold. The contract mock also responds with this error to every request that breaks a schema.", remedy: "Send a value that this document lists." },
      { operation: 'prepareSessionVerification', status: 422, paramName: "strategy", cause: "The reverification does not list the strategy, or the address or number is not this user's.", remedy: "Prepare a strategy that the reverification lists, with the id listed beside it.", longMessage: "This way to confirm your identity is not available." },
      { operation: 'attemptSessionVerification', status: 422, paramName: "level", cause: "The field holds something that it can never hold. The contract mock also responds with this error to every request that breaks a schema.", remedy: "Send a value that this document lists." },
    ],
  },
  /** The password has been compromised. In the documentation: `errors.html#form_password_compromised`. */
  form_password_compromised: {
    summary: "The password has been compromised",
    cause: "The password is right, but it appeared in a breach after it was set, and the instance no longer accepts it for a sign-in.",
    remedy: "Offer another way to sign in or a password reset; a retry with the same password cannot succeed.",
    retry: "never",
    message: "Compromised password",
    longMessage: "Your password has appeared in a data breach. Reset it or sign in another way.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 422, paramName: "password" },
    ],
  },
  /** The current password is wrong. In the documentation: `errors.html#form_password_incorrect`. */
  form_password_incorrect: {
    summary: "The current password is wrong",
    cause: "`current_password` is not the user's password. Each failed attempt counts toward account lockout.",
    remedy: "Show the message beside the current-password field and keep the text of the new-password field.",
    retry: "corrected",
    message: "Incorrect password",
    longMessage: "The current password is not right. Check it and try again.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21","assumed":"that a wrong current password gets this code"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
      { operation: 'createSignIn', status: 422, paramName: "password", cause: "The password is not that user's. Each failed attempt counts toward account lockout.", remedy: "Show the message beside the password field and keep the identifier.", longMessage: "The password is not right. Check it and try again." },
      { operation: 'attemptSessionVerification', status: 422, paramName: "password", cause: "The password is not that user's. Each failed attempt counts toward account lockout.", remedy: "Show the message beside the password field and keep the identifier.", longMessage: "The password is not right. Check it and try again." },
    ],
  },
  /** Too long. In the documentation: `errors.html#form_password_length_too_long`. */
  form_password_length_too_long: {
    summary: "Too long",
    cause: "The new password has more characters than the maximum: 72, unless configured lower.",
    remedy: "Show the maximum before the user types; never truncate a password.",
    retry: "corrected",
    message: "Password too long",
    longMessage: "The new password is too long. Use at most 72 characters.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** Too short. In the documentation: `errors.html#form_password_length_too_short`. */
  form_password_length_too_short: {
    summary: "Too short",
    cause: "The new password has fewer characters than the minimum: 8, unless configured higher. Characters are Unicode code points.",
    remedy: "Show the minimum before the user types, and this message beside the new-password field.",
    retry: "corrected",
    message: "Password too short",
    longMessage: "The new password is too short. Use at least 8 characters.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** Equal to the sign-in name. In the documentation: `errors.html#form_password_matches_identifier`. */
  form_password_matches_identifier: {
    summary: "Equal to the sign-in name",
    cause: "The new password is the user's email address, phone number or username.",
    remedy: "Ask for a different one.",
    retry: "corrected",
    message: "Password is your sign-in name",
    longMessage: "The new password must not be your email address, phone number or username.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** No lower-case letter. In the documentation: `errors.html#form_password_no_lowercase`. */
  form_password_no_lowercase: {
    summary: "No lower-case letter",
    cause: "The instance requires a lower-case letter and the new password has none.",
    remedy: "Show the rule before the user types.",
    retry: "corrected",
    message: "Lower-case letter missing",
    longMessage: "Add a lower-case letter to the new password.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** No digit. In the documentation: `errors.html#form_password_no_number`. */
  form_password_no_number: {
    summary: "No digit",
    cause: "The instance requires a digit and the new password has none.",
    remedy: "Show the rule before the user types.",
    retry: "corrected",
    message: "Digit missing",
    longMessage: "Add a digit to the new password.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** No special character. In the documentation: `errors.html#form_password_no_special_char`. */
  form_password_no_special_char: {
    summary: "No special character",
    cause: "The instance requires a special character and the new password has none.",
    remedy: "Show the rule before the user types.",
    retry: "corrected",
    message: "Special character missing",
    longMessage: "Add a special character, such as ! or ?, to the new password.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** No upper-case letter. In the documentation: `errors.html#form_password_no_uppercase`. */
  form_password_no_uppercase: {
    summary: "No upper-case letter",
    cause: "The instance requires an upper-case letter and the new password has none.",
    remedy: "Show the rule before the user types.",
    retry: "corrected",
    message: "Upper-case letter missing",
    longMessage: "Add an upper-case letter to the new password.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** Too easy to guess. In the documentation: `errors.html#form_password_not_strong_enough`. */
  form_password_not_strong_enough: {
    summary: "Too easy to guess",
    cause: "The zxcvbn score of the new password is below the configured minimum. `meta.zxcvbn.suggestions` has advice.",
    remedy: "Show the suggestions under the message.",
    retry: "corrected",
    message: "Password not strong enough",
    longMessage: "The new password is too easy to guess. Make it longer or less predictable.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422 },
    ],
  },
  /** The identifier or the password is wrong. In the documentation: `errors.html#form_password_or_identifier_incorrect`. */
  form_password_or_identifier_incorrect: {
    summary: "The identifier or the password is wrong",
    cause: "The instance protects against user enumeration and does not say which of the two is wrong.",
    remedy: "Show the message above both fields and keep the identifier.",
    retry: "corrected",
    message: "Wrong identifier or password",
    longMessage: "The identifier or the password is not right. Check both and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 422 },
    ],
  },
  /** Found in a data breach. In the documentation: `errors.html#form_password_pwned`. */
  form_password_pwned: {
    summary: "Found in a data breach",
    cause: "The new password is on a list of passwords that leaked from other sites.",
    remedy: "Ask for another one, and say that the site itself was not breached.",
    retry: "corrected",
    message: "Password found in a breach",
    longMessage: "The new password has appeared in a data breach of another site. Choose a different one.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** Too many bytes. In the documentation: `errors.html#form_password_size_in_bytes_exceeded`. */
  form_password_size_in_bytes_exceeded: {
    summary: "Too many bytes",
    cause: "The new password is longer than 72 bytes in UTF-8, which is the limit of the hash. Characters outside ASCII take 2 to 4 bytes each.",
    remedy: "Ask for fewer characters.",
    retry: "corrected",
    message: "Password too large",
    longMessage: "The new password is too long. Use fewer characters, or fewer emoji and accents.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "new_password" },
    ],
  },
  /** The current password is wrong (older servers). In the documentation: `errors.html#form_password_validation_failed`. */
  form_password_validation_failed: {
    summary: "The current password is wrong (older servers)",
    cause: "The name of `form_password_incorrect` in older API versions.",
    remedy: "Treat it like `form_password_incorrect`.",
    retry: "corrected",
    message: "Incorrect password",
    longMessage: "The current password is not right. Check it and try again.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"that older API versions send it for a wrong current password"},
    places: [
      { operation: 'changePassword', status: 422, paramName: "current_password" },
      { operation: 'removePassword', status: 422, paramName: "current_password" },
    ],
  },
  /** Unknown host. In the documentation: `errors.html#host_invalid`. */
  host_invalid: {
    summary: "Unknown host",
    cause: "No instance has the host that was called.",
    remedy: "Check the publishable key or the `proxyUrl`.",
    retry: "never",
    message: "Unknown host",
    longMessage: "This address does not belong to a known application.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 400 },
      { operation: 'removePassword', status: 400 },
      { operation: 'getUser', status: 400 },
      { operation: 'createDevBrowser', status: 400 },
      { operation: 'getClient', status: 400 },
      { operation: 'createSignIn', status: 400 },
      { operation: 'removeSessions', status: 400 },
      { operation: 'startSessionVerification', status: 400 },
      { operation: 'prepareSessionVerification', status: 400 },
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** The server failed. In the documentation: `errors.html#internal_clerk_error`. */
  internal_clerk_error: {
    summary: "The server failed",
    cause: "Something went wrong on the server. It is unknown whether the change was made.",
    remedy: "Reload the user and compare `password_last_updated_at` before sending the change again.",
    retry: "later",
    message: "Server error",
    longMessage: "Something went wrong on our side. Try again in a moment.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 500 },
      { operation: 'removePassword', status: 500 },
      { operation: 'getUser', status: 500 },
      { operation: 'createDevBrowser', status: 500 },
      { operation: 'getClient', status: 500 },
      { operation: 'createSignIn', status: 500 },
      { operation: 'removeSessions', status: 500 },
      { operation: 'startSessionVerification', status: 500 },
      { operation: 'prepareSessionVerification', status: 500 },
      { operation: 'attemptSessionVerification', status: 500 },
    ],
  },
  /** The body is not a form. In the documentation: `errors.html#malformed_request_parameters`. */
  malformed_request_parameters: {
    summary: "The body is not a form",
    cause: "The body could not be read as form fields, for example because a percent sign is not followed by two hexadecimal digits.",
    remedy: "Build the body with `URLSearchParams` or the generated client; never by joining strings.",
    retry: "corrected",
    message: "Unreadable request",
    longMessage: "The request could not be read. Reload the page and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 400 },
      { operation: 'removePassword', status: 400 },
      { operation: 'getUser', status: 400 },
      { operation: 'createDevBrowser', status: 400 },
      { operation: 'getClient', status: 400 },
      { operation: 'createSignIn', status: 400 },
      { operation: 'removeSessions', status: 400 },
      { operation: 'startSessionVerification', status: 400 },
      { operation: 'prepareSessionVerification', status: 400 },
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** There is no password to remove. In the documentation: `errors.html#no_password_set`. */
  no_password_set: {
    summary: "There is no password to remove",
    cause: "The user signed up without a password, or removed it already.",
    remedy: "Check `password_enabled` before you offer the removal. Reload the user: another device may have removed the password.",
    retry: "never",
    message: "No password set",
    longMessage: "Your account has no password, so there is nothing to remove.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"that a removal without a password gets it"},
    places: [
      { operation: 'removePassword', status: 400 },
    ],
  },
  /** Not from a satellite domain. In the documentation: `errors.html#operation_not_allowed_on_satellite_domain`. */
  operation_not_allowed_on_satellite_domain: {
    summary: "Not from a satellite domain",
    cause: "The request came from a satellite domain; passwords are managed on the primary one only.",
    remedy: "Link to the password page on the primary domain.",
    retry: "never",
    message: "Not available here",
    longMessage: "Passwords cannot be managed on this site. Go to the main site instead.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 403 },
      { operation: 'removePassword', status: 403 },
      { operation: 'getUser', status: 403 },
      { operation: 'getClient', status: 403 },
      { operation: 'createSignIn', status: 403 },
      { operation: 'startSessionVerification', status: 403 },
      { operation: 'prepareSessionVerification', status: 403 },
      { operation: 'attemptSessionVerification', status: 403 },
    ],
  },
  /** Browser and native authentication at once. In the documentation: `errors.html#origin_authorization_headers_conflict`. */
  origin_authorization_headers_conflict: {
    summary: "Browser and native authentication at once",
    cause: "`Origin` and `Authorization` were both sent. A browser authenticates with a cookie or development token, a native application with a bearer token.",
    remedy: "Send one of the two headers. In a browser that is `Origin`, which it adds by itself. In a webview (Capacitor, Tauri, Electron), either leave out `Authorization` and allow the webview's origin, such as `capacitor://localhost`, or send requests by the framework's native HTTP client, which adds no `Origin`.",
    retry: "corrected",
    message: "Conflicting headers",
    longMessage: "This request has both an Origin and an Authorization header. In a webview, leave out Authorization, or send it by a native HTTP client, which adds no Origin.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 400 },
      { operation: 'removePassword', status: 400 },
      { operation: 'getUser', status: 400 },
      { operation: 'createDevBrowser', status: 400 },
      { operation: 'getClient', status: 400 },
      { operation: 'createSignIn', status: 400 },
      { operation: 'removeSessions', status: 400 },
      { operation: 'startSessionVerification', status: 400 },
      { operation: 'prepareSessionVerification', status: 400 },
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** The page's origin is not trusted. In the documentation: `errors.html#origin_invalid`. */
  origin_invalid: {
    summary: "The page's origin is not trusted",
    cause: "The `Origin` header names a site that this instance does not serve.",
    remedy: "Serve the page from a domain of the instance, or add the origin to its allowed origins.",
    retry: "never",
    message: "Origin not allowed",
    longMessage: "This page is not allowed to change your account. Open the site at its usual address.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 400 },
      { operation: 'removePassword', status: 400 },
      { operation: 'getUser', status: 400 },
      { operation: 'createDevBrowser', status: 400 },
      { operation: 'getClient', status: 400 },
      { operation: 'createSignIn', status: 400 },
      { operation: 'removeSessions', status: 400 },
      { operation: 'startSessionVerification', status: 400 },
      { operation: 'prepareSessionVerification', status: 400 },
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** Every user must have a password. In the documentation: `errors.html#password_required`. */
  password_required: {
    summary: "Every user must have a password",
    cause: "The instance requires every user to have a password.",
    remedy: "Do not offer the removal; offer to change the password.",
    retry: "never",
    message: "Password required",
    longMessage: "Your account has to keep a password. You can change it instead.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'removePassword', status: 400 },
    ],
  },
  /** The body is too large. In the documentation: `errors.html#request_body_too_large`. */
  request_body_too_large: {
    summary: "The body is too large",
    cause: "The body is larger than any password form can be.",
    remedy: "Send only the documented fields.",
    retry: "corrected",
    message: "Request too large",
    longMessage: "The form is too long. Shorten your input and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 413 },
      { operation: 'removePassword', status: 413 },
      { operation: 'createSignIn', status: 413 },
      { operation: 'startSessionVerification', status: 413 },
      { operation: 'prepareSessionVerification', status: 413 },
      { operation: 'attemptSessionVerification', status: 413 },
    ],
  },
  /** A captcha is needed. In the documentation: `errors.html#requires_captcha`. */
  requires_captcha: {
    summary: "A captcha is needed",
    cause: "The bot protection requires a captcha for this sign-in. The SDK does not show one.",
    remedy: "Let the user sign in on a page that shows the captcha, such as the hosted sign-in page.",
    retry: "never",
    message: "Captcha needed",
    longMessage: "Confirm that you are human on the sign-in page, then try again.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 401 },
    ],
  },
  /** No such session or route. In the documentation: `errors.html#resource_not_found`. */
  resource_not_found: {
    summary: "No such session or route",
    cause: "The session or the route does not exist.",
    remedy: "Check the path and the identifier in it.",
    retry: "never",
    message: "Not found",
    longMessage: "The page asked for something that does not exist. Reload it and try again.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'getUser', status: 404 },
      { operation: 'createSignIn', status: 404 },
      { operation: 'removeSessions', status: 404 },
      { operation: 'startSessionVerification', status: 404 },
      { operation: 'prepareSessionVerification', status: 404 },
      { operation: 'attemptSessionVerification', status: 404 },
    ],
  },
  /** A user is already signed in. In the documentation: `errors.html#session_exists`. */
  session_exists: {
    summary: "A user is already signed in",
    cause: "The instance allows one session per client, and this client has one.",
    remedy: "Load the client and continue with its session, or sign out first.",
    retry: "never",
    message: "Already signed in",
    longMessage: "You are already signed in. Reload the page to continue.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 400 },
    ],
  },
  /** Verified too long ago. In the documentation: `errors.html#session_reverification_required`. */
  session_reverification_required: {
    summary: "Verified too long ago",
    cause: "Reverification is on, and the session was last verified more than 10 minutes ago.",
    remedy: "Start a reverification, let the user verify the first factor, then retry the request once.",
    retry: "verified",
    message: "Verification needed",
    longMessage: "Please confirm that it is you, then try again.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 403 },
      { operation: 'removePassword', status: 403 },
    ],
  },
  /** The session has ended. In the documentation: `errors.html#signed_out`. */
  signed_out: {
    summary: "The session has ended",
    cause: "The session named by `_clerk_session_id` was ended: here, on another device, or by a password change that signed out the others.",
    remedy: "Drop the session from memory and show the sign-in form.",
    retry: "signed-in",
    message: "Signed out",
    longMessage: "Your session has ended. Sign in and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 401 },
      { operation: 'removePassword', status: 401 },
      { operation: 'getUser', status: 401 },
      { operation: 'startSessionVerification', status: 401 },
      { operation: 'prepareSessionVerification', status: 401 },
      { operation: 'attemptSessionVerification', status: 401 },
    ],
  },
  /** The user has no password. In the documentation: `errors.html#strategy_for_user_invalid`. */
  strategy_for_user_invalid: {
    summary: "The user has no password",
    cause: "The user cannot sign in by password, because there is none.",
    remedy: "Offer the other ways of signing in.",
    retry: "never",
    message: "No password set",
    longMessage: "This account has no password. Sign in another way.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'createSignIn', status: 400, paramName: "strategy" },
    ],
  },
  /** Too many requests. In the documentation: `errors.html#too_many_requests`. */
  too_many_requests: {
    summary: "Too many requests",
    cause: "The client sent too many requests in a short time.",
    remedy: "Wait as long as `Retry-After` says, then let the user send the request again. Do not retry a password automatically.",
    retry: "later",
    message: "Too many requests",
    longMessage: "You have tried too often. Wait a moment, then try again.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"at which rates"},
    places: [
      { operation: 'changePassword', status: 429 },
      { operation: 'removePassword', status: 429 },
      { operation: 'getUser', status: 429 },
      { operation: 'createDevBrowser', status: 429 },
      { operation: 'getClient', status: 429 },
      { operation: 'createSignIn', status: 429 },
      { operation: 'removeSessions', status: 429 },
      { operation: 'startSessionVerification', status: 429 },
      { operation: 'prepareSessionVerification', status: 429 },
      { operation: 'attemptSessionVerification', status: 429 },
    ],
  },
  /** Not a form. In the documentation: `errors.html#unsupported_content_type`. */
  unsupported_content_type: {
    summary: "Not a form",
    cause: "The `Content-Type` is not `application/x-www-form-urlencoded`, often because a client sent JSON. Or the body is compressed.",
    remedy: "Send form fields, with that content type and uncompressed.",
    retry: "corrected",
    message: "Unsupported content type",
    longMessage: "The request had the wrong format. Reload the page and try again.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 415 },
      { operation: 'removePassword', status: 415 },
      { operation: 'createSignIn', status: 415 },
      { operation: 'startSessionVerification', status: 415 },
      { operation: 'prepareSessionVerification', status: 415 },
      { operation: 'attemptSessionVerification', status: 415 },
    ],
  },
  /** The account was closed. In the documentation: `errors.html#user_banned`. */
  user_banned: {
    summary: "The account was closed",
    cause: "An administrator banned the user.",
    remedy: "Refer the user to support.",
    retry: "never",
    message: "Account closed",
    longMessage: "Your account has been closed. Contact support for help.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 403 },
      { operation: 'removePassword', status: 403 },
      { operation: 'getUser', status: 403 },
      { operation: 'getClient', status: 403 },
      { operation: 'createSignIn', status: 403 },
      { operation: 'startSessionVerification', status: 403 },
      { operation: 'prepareSessionVerification', status: 403 },
      { operation: 'attemptSessionVerification', status: 403 },
    ],
  },
  /** The account is deactivated. In the documentation: `errors.html#user_deactivated`. */
  user_deactivated: {
    summary: "The account is deactivated",
    cause: "A directory or an administrator deactivated the user.",
    remedy: "Refer the user to the administrator of their organization.",
    retry: "never",
    message: "Account deactivated",
    longMessage: "Your account is deactivated. Contact your administrator.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 403 },
      { operation: 'removePassword', status: 403 },
      { operation: 'getUser', status: 403 },
      { operation: 'getClient', status: 403 },
      { operation: 'createSignIn', status: 403 },
      { operation: 'startSessionVerification', status: 403 },
      { operation: 'prepareSessionVerification', status: 403 },
      { operation: 'attemptSessionVerification', status: 403 },
    ],
  },
  /** The account is locked. In the documentation: `errors.html#user_locked`. */
  user_locked: {
    summary: "The account is locked",
    cause: "Too many failed attempts in a row. The account unlocks after `meta.lockout_expires_in_seconds`. If that is missing, an administrator has to unlock it.",
    remedy: "Tell the user when to try again. Send no attempt before then.",
    retry: "later",
    message: "Account locked",
    longMessage: "Your account is locked after too many attempts. Try again later or contact support.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'changePassword', status: 403 },
      { operation: 'removePassword', status: 403 },
      { operation: 'getUser', status: 403 },
      { operation: 'getClient', status: 403 },
      { operation: 'createSignIn', status: 403 },
      { operation: 'startSessionVerification', status: 403 },
      { operation: 'prepareSessionVerification', status: 403 },
      { operation: 'attemptSessionVerification', status: 403 },
    ],
  },
  /** The instance is misconfigured. In the documentation: `errors.html#user_settings_invalid`. */
  user_settings_invalid: {
    summary: "The instance is misconfigured",
    cause: "The sign-in settings of the instance contradict each other, so no user can sign in.",
    remedy: "Fix the settings of the instance in the dashboard.",
    retry: "never",
    message: "Settings invalid",
    longMessage: "Sign-in is not available right now. Contact support.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"that it is the 409 of a sign-in"},
    places: [
      { operation: 'createSignIn', status: 409 },
    ],
  },
  /** The code has expired. In the documentation: `errors.html#verification_expired`. */
  verification_expired: {
    summary: "The code has expired",
    cause: "The code was sent more than 10 minutes ago.",
    remedy: "Send a new code with the prepare operation.",
    retry: "later",
    message: "Code expired",
    longMessage: "The code has expired. Request a new one.",
    source: {"client":"@clerk/clerk-js 6.40.0","guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** Too many wrong codes. In the documentation: `errors.html#verification_failed`. */
  verification_failed: {
    summary: "Too many wrong codes",
    cause: "The code was tried too often and no longer counts.",
    remedy: "Send a new code with the prepare operation.",
    retry: "later",
    message: "Too many attempts",
    longMessage: "Too many wrong codes. Request a new one.",
    source: {"guide":"error catalogue of 2026-08-21"},
    places: [
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
  /** No code was sent. In the documentation: `errors.html#verification_missing`. */
  verification_missing: {
    summary: "No code was sent",
    cause: "The attempt names a code, but none was prepared for this reverification.",
    remedy: "Call the prepare operation first.",
    retry: "never",
    message: "No code sent",
    longMessage: "Request a code first.",
    source: {"guide":"error catalogue of 2026-08-21","assumed":"when a reverification responds with it"},
    places: [
      { operation: 'attemptSessionVerification', status: 400 },
    ],
  },
} as const satisfies Record<string, ErrorCatalogueEntry>;

/** An error code of the contract. */
export type KnownErrorCode = keyof typeof errorCatalogue;

/** An error code: autocompletes the known ones, accepts new ones. */
export type ErrorCode = KnownErrorCode | OtherErrorCode;

/** The codes that `changePassword` is known to answer. */
export type ChangePasswordErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'session_reverification_required'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'form_param_missing'
  | 'form_param_nil'
  | 'form_param_unknown'
  | 'form_param_duplicate'
  | 'form_param_type_invalid'
  | 'form_param_format_invalid'
  | 'form_password_incorrect'
  | 'form_password_validation_failed'
  | 'form_new_password_matches_current'
  | 'form_password_length_too_short'
  | 'form_password_length_too_long'
  | 'form_password_size_in_bytes_exceeded'
  | 'form_password_no_uppercase'
  | 'form_password_no_lowercase'
  | 'form_password_no_number'
  | 'form_password_no_special_char'
  | 'form_password_not_strong_enough'
  | 'form_password_pwned'
  | 'form_password_matches_identifier'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `removePassword` is known to answer. */
export type RemovePasswordErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'no_password_set'
  | 'password_required'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'session_reverification_required'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'form_param_missing'
  | 'form_param_nil'
  | 'form_param_unknown'
  | 'form_param_duplicate'
  | 'form_param_format_invalid'
  | 'form_password_incorrect'
  | 'form_password_validation_failed'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `getUser` is known to answer. */
export type GetUserErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'resource_not_found'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `createDevBrowser` is known to answer. */
export type CreateDevBrowserErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `getClient` is known to answer. */
export type GetClientErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'dev_browser_unauthenticated'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `createSignIn` is known to answer. */
export type CreateSignInErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'session_exists'
  | 'strategy_for_user_invalid'
  | 'dev_browser_unauthenticated'
  | 'requires_captcha'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'resource_not_found'
  | 'user_settings_invalid'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'form_param_missing'
  | 'form_identifier_not_found'
  | 'form_password_incorrect'
  | 'form_password_compromised'
  | 'form_password_or_identifier_incorrect'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `removeSessions` is known to answer. */
export type RemoveSessionsErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'dev_browser_unauthenticated'
  | 'resource_not_found'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `startSessionVerification` is known to answer. */
export type StartSessionVerificationErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'resource_not_found'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `prepareSessionVerification` is known to answer. */
export type PrepareSessionVerificationErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'resource_not_found'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'form_param_missing'
  | 'too_many_requests'
  | 'internal_clerk_error';

/** The codes that `attemptSessionVerification` is known to answer. */
export type AttemptSessionVerificationErrorCode =
  | 'malformed_request_parameters'
  | 'origin_invalid'
  | 'origin_authorization_headers_conflict'
  | 'host_invalid'
  | 'verification_expired'
  | 'verification_failed'
  | 'verification_missing'
  | 'authentication_invalid'
  | 'signed_out'
  | 'dev_browser_unauthenticated'
  | 'action_for_session_not_authorized'
  | 'user_locked'
  | 'user_banned'
  | 'user_deactivated'
  | 'operation_not_allowed_on_satellite_domain'
  | 'resource_not_found'
  | 'request_body_too_large'
  | 'unsupported_content_type'
  | 'form_param_value_invalid'
  | 'form_param_missing'
  | 'form_password_incorrect'
  | 'form_code_incorrect'
  | 'too_many_requests'
  | 'internal_clerk_error';
