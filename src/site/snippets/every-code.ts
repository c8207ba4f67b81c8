import type {
  ClerkAPIResponseError,
  UnknownErrorCode,
  UpdatePasswordErrorCode,
} from 'user-password-api';

export type NextStep =
  | 'correct-current-password'
  | 'correct-new-password'
  | 'sign-in'
  | 'verify'
  | 'wait'
  | 'find-out'
  | 'contact-support'
  | 'fix-the-program';

/** Returns what to do next. A code from a newer server takes the default. */
export function nextStep(
  error: ClerkAPIResponseError<UpdatePasswordErrorCode>,
): NextStep {
  const { code, meta } = error.errors[0];
  switch (code) {
    case 'form_password_incorrect':
    case 'form_password_validation_failed':
      return 'correct-current-password';
    case 'form_param_missing':
    case 'form_param_nil':
    case 'form_param_value_invalid':
      return meta.paramName === 'current_password'
        ? 'correct-current-password'
        : 'correct-new-password';
    case 'form_new_password_matches_current':
    case 'form_password_length_too_short':
    case 'form_password_length_too_long':
    case 'form_password_size_in_bytes_exceeded':
    case 'form_password_no_uppercase':
    case 'form_password_no_lowercase':
    case 'form_password_no_number':
    case 'form_password_no_special_char':
    // Show meta.zxcvbn.suggestions:
    case 'form_password_not_strong_enough':
    case 'form_password_pwned':
    case 'form_password_matches_identifier':
      return 'correct-new-password';
    case 'authentication_invalid':
    case 'signed_out':
    case 'action_for_session_not_authorized':
    case 'dev_browser_unauthenticated':
      return 'sign-in';
    // Not reported if onReverification is set:
    case 'session_reverification_required':
      return 'verify';
    case 'too_many_requests': // for error.retryAfter seconds
    case 'user_locked': // for meta.lockoutExpiresInSeconds, if given
      return 'wait';
    case 'internal_clerk_error': // the password may have been changed
      return 'find-out';
    case 'user_banned':
    case 'user_deactivated':
    case 'operation_not_allowed_on_satellite_domain':
      return 'contact-support';
    case 'malformed_request_parameters':
    case 'origin_invalid':
    case 'origin_authorization_headers_conflict':
    case 'host_invalid':
    case 'request_body_too_large':
    case 'unsupported_content_type':
    case 'form_param_unknown':
    case 'form_param_duplicate':
    case 'form_param_type_invalid':
    case 'form_param_format_invalid':
      return 'fix-the-program';
    default:
      code satisfies UnknownErrorCode;
      return 'contact-support';
  }
}
