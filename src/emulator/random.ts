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

/** 32 lower-case hexadecimal digits. */
export function makeHex(random: Random): string {
  let made = '';
  for (let index = 0; index < 4; index++)
    made += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return made;
}
