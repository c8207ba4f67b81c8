/** The rules for a new password, as the settings have them. */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import type { PasswordSettings } from '../setup/settings.ts';
import { isLeaked } from './leaked-passwords.ts';
import type { StoredUser } from './records.ts';
import type { measureStrength, Strength } from './strength.ts';
import { identifiersOf } from './users.ts';

/** A rule that a password breaks. */
export interface PasswordProblem {
  readonly code: KnownErrorCode;
  /** The number of characters that the settings ask for. */
  readonly limit?: number;
  readonly suggestions?: Strength['suggestions'];
}

/** The most that the usual password hash takes (bcrypt); more would be cut off without a word. */
const MOST_BYTES = 72;

/** The characters that count as special, as the environment announces them. */
export const SPECIAL_CHARACTERS = '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~';
const SPECIAL = new RegExp(`[${SPECIAL_CHARACTERS.replaceAll(/[\]^-]/g, '\\$&')}]`);

/** The kinds of characters that settings can ask for, and the code of a password without one. */
const KINDS = [
  ['requireUppercase', /\p{Lu}/u, 'form_password_no_uppercase'],
  ['requireLowercase', /\p{Ll}/u, 'form_password_no_lowercase'],
  ['requireNumber', /\p{Nd}/u, 'form_password_no_number'],
  ['requireSpecialChar', SPECIAL, 'form_password_no_special_char'],
] as const;

const codePoints = (text: string): number => [...text].length;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Returns the problem with the length, if there is one: characters as Unicode code points first, then bytes of UTF-8. */
export function lengthProblem(password: string, rules: PasswordSettings): PasswordProblem | undefined {
  const length = codePoints(password);
  if (length < rules.minLength) return { code: 'form_password_length_too_short', limit: rules.minLength };
  if (length > rules.maxLength) return { code: 'form_password_length_too_long', limit: rules.maxLength };
  // One unit of UTF-16 is at most three bytes of UTF-8, so the bytes of most passwords need no counting.
  const isOver = 3 * password.length > MOST_BYTES && bytesOf(password) > MOST_BYTES;
  return isOver ? { code: 'form_password_size_in_bytes_exceeded' } : undefined;
}

let measure: typeof measureStrength | undefined;

/** Whether the word lists that these rules measure with have yet to be loaded. */
export const needsWordLists = (rules: PasswordSettings): boolean => rules.minStrength > 0 && measure === undefined;

/** Half a megabyte: loaded where an instance asks for strength, and only there. */
export async function loadWordLists(): Promise<void> {
  ({ measureStrength: measure } = await import('./strength.ts'));
}

/**
 * Returns the problem with a new password whose length is right: all missing kinds of characters together; then equal to an identifier;
 * then leaked; then too weak.
 */
export function newPasswordProblems(
  password: string,
  user: StoredUser,
  rules: PasswordSettings,
): readonly PasswordProblem[] {
  const missing = KINDS.filter(([rule, kind]) => rules[rule] && !kind.test(password));
  if (missing.length > 0) return missing.map(([, , code]) => ({ code }));
  const identifiers = identifiersOf(user);
  if (identifiers.includes(password.toLowerCase())) return [{ code: 'form_password_matches_identifier' }];
  if (rules.refuseLeaked && isLeaked(password)) return [{ code: 'form_password_pwned' }];
  if (rules.minStrength > 0) {
    if (measure === undefined) throw new Error('the word lists are not loaded');
    const { score, suggestions } = measure(password, identifiers);
    if (score < rules.minStrength) return [{ code: 'form_password_not_strong_enough', suggestions }];
  }
  return [];
}
