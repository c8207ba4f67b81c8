/** Identifiers, tokens and salts from one source of numbers, so that a test can make them repeatable. */

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Numbers from the platform's cryptographic generator, fetched in batches. */
export function secureRandom(): Random {
  const pool = new Uint32Array(1024);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    return (pool[next++] ?? 0) / 2 ** 32;
  };
}

/** An identifier of the vendor's form, such as `user_2abc…` (27 characters after the prefix). */
export function makeId(random: Random, prefix: string): string {
  let made = `${prefix}_`;
  for (let index = 0; index < 27; index++) made += DIGITS[Math.floor(random() * DIGITS.length)] ?? '0';
  return made;
}

const HEX = '0123456789abcdef';
const codes: number[] = Array.from({ length: 32 }, () => 0);

/** 32 lower-case hexadecimal digits. */
export function makeHex(random: Random): string {
  for (let index = 0; index < 32; index += 8) {
    const bits = Math.floor(random() * 2 ** 32);
    for (let digit = 0; digit < 8; digit++) codes[index + digit] = HEX.charCodeAt((bits >>> (28 - 4 * digit)) & 15);
  }
  return String.fromCharCode(...codes);
}
