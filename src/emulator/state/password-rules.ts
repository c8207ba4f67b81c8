/** The rules for a new password, as the settings have them. */
import { errorCatalogue, type KnownErrorCode } from '../../../generated/errors.ts';
import { type WireError, wireError } from '../engine/answer/refusal.ts';
import type { PasswordSettings } from '../setup/settings.ts';
import { isLeaked } from './leaked-passwords.ts';
import { matchesPassword } from './password-hash.ts';
import type { StoredUser } from './state.ts';

/** What the usual password hash takes (bcrypt); more would be cut off without a word. */
const MOST_BYTES = 72;
const OPERATION = 'changePassword';

const codePoints = (text: string): number => [...text].length;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** What is wrong with the length, if anything: characters as Unicode code points first, then bytes of UTF-8. */
export function lengthProblem(password: string, rules: PasswordSettings): WireError | undefined {
  const length = codePoints(password);
  if (length < rules.minLength) return lengthError('form_password_length_too_short', '8', rules.minLength);
  if (length > rules.maxLength) return lengthError('form_password_length_too_long', '72', rules.maxLength);
  if (bytesOf(password) > MOST_BYTES) return wireError(OPERATION, 'form_password_size_in_bytes_exceeded');
  return undefined;
}

/** The contract's sentences name its own limits, 8 and 72. Where an instance is stricter, its number takes that place. */
function lengthError(code: KnownErrorCode, limitOfContract: string, limit: number): WireError {
  return wireError(OPERATION, code, {}, errorCatalogue[code].longMessage.replace(limitOfContract, String(limit)));
}

/** Everything that a password may not be equal to. */
function identifiersOf(user: StoredUser): readonly string[] {
  const all = [...user.emails.map(({ address }) => address), user.username, user.phoneNumber];
  return all.filter((one) => one !== null).map((one) => one.toLowerCase());
}

/**
 * What is wrong with a new password that has a right length: the same as the one in force; then all missing kinds of
 * characters together; then equal to an identifier; then leaked; then too weak.
 */
export async function newPasswordProblems(
  password: string,
  user: StoredUser,
  rules: PasswordSettings,
): Promise<readonly WireError[]> {
  if (user.password !== null && (await matchesPassword(user.password, password))) {
    return [wireError(OPERATION, 'form_new_password_matches_current')];
  }
  const missing: readonly (readonly [boolean, RegExp, KnownErrorCode])[] = [
    [rules.requireUppercase, /\p{Lu}/u, 'form_password_no_uppercase'],
    [rules.requireLowercase, /\p{Ll}/u, 'form_password_no_lowercase'],
    [rules.requireNumber, /\p{Nd}/u, 'form_password_no_number'],
    [rules.requireSpecialChar, /[^\p{L}\p{N}\s]/u, 'form_password_no_special_char'],
  ];
  const kinds = missing.filter(([wanted, kind]) => wanted && !kind.test(password));
  if (kinds.length > 0) return kinds.map(([, , code]) => wireError(OPERATION, code));
  const identifiers = identifiersOf(user);
  if (identifiers.includes(password.toLowerCase())) return [wireError(OPERATION, 'form_password_matches_identifier')];
  if (rules.refuseLeaked && isLeaked(password)) return [wireError(OPERATION, 'form_password_pwned')];
  if (rules.minStrength > 0) {
    // Word lists of half a megabyte: loaded where an instance asks for strength, and only there.
    const { measureStrength } = await import('./strength.ts');
    const { score, suggestions } = measureStrength(password, identifiers);
    if (score < rules.minStrength) {
      return [wireError(OPERATION, 'form_password_not_strong_enough', { zxcvbn: { suggestions } })];
    }
  }
  return [];
}
