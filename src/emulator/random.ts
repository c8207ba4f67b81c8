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

function text(random: Random, length: number, digits: string): string {
  let made = '';
  for (let index = 0; index < length; index++) made += digits[Math.floor(random() * digits.length)] ?? '0';
  return made;
}

/** An identifier of the vendor's form, such as `user_2abc…` (27 characters after the prefix). */
export const makeId = (random: Random, prefix: string): string => `${prefix}_${text(random, 27, DIGITS)}`;

/** Lower-case hexadecimal digits. */
export const makeHex = (random: Random, length: number): string => text(random, length, '0123456789abcdef');
