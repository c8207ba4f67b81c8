/**
 * Errors of operations that are not in the contract, so that the catalogue does not have them. Codes and statuses are those of the
 * vendor's public error catalogue (`api_errors.json` of its documentation); the words are our own.
 */
import { Refusal } from './refusal.ts';

const errors = {
  invalid_redirect_url: [
    422,
    'The redirect_url is not valid',
    'The redirect_url has to be a whole http or https address.',
  ],
  redirect_url_domain_mismatch: [
    422,
    'The redirect_url leads elsewhere',
    'A handshake leads only to pages on this machine and of allowed origins. Start the emulator with --allow-origin to let others.',
  ],
  authorization_header_format_invalid: [
    401,
    'The secret key is missing',
    'Send the secret key as "Authorization: Bearer sk_test_…"; CLERK_SECRET_KEY is where the SDKs look for it.',
  ],
  clerk_key_invalid: [
    401,
    'The secret key is wrong',
    'This is not a secret key of a development instance: the emulator takes any that begins with sk_test_.',
  ],
  ticket_invalid_code: [
    400,
    'The ticket is not valid',
    'There is no such sign-in token. The emulator forgets them when it is reset or restarted, and keeps the last 1,000.',
  ],
  ticket_expired_code: [
    400,
    'The ticket has expired',
    'This sign-in token has expired. Make a new one on your server.',
  ],
  sign_in_token_already_used_code: [
    400,
    'The ticket was used before',
    'A sign-in token signs in once. Make a new one on your server.',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string, longMessage: string]>>;

export function vendorRefusal(code: keyof typeof errors): Refusal {
  const [status, message, long_message] = errors[code];
  return new Refusal(status, [{ code, message, long_message }]);
}
