/** Identifiers, tokens and salts from one source of numbers, so that a test can make them repeatable. */

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function fill(pool: Uint32Array<ArrayBuffer>): void {
  try {
    crypto.getRandomValues(pool);
  } catch (cause) {
    // Workers refuse it outside of a request; a few old test environments have no `crypto`.
    throw new Error(
      'The emulator needs crypto.getRandomValues, which is not available here. In a worker, make the emulator when the first request comes, not at the top of the module; or give createEmulator({ random }).',
      { cause },
    );
  }
}

/** Numbers from the platform's cryptographic generator, fetched in batches. */
export function secureRandom(): Random {
  const pool = new Uint32Array(1024);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      fill(pool);
      next = 0;
    }
    return (pool[next++] ?? 0) / 2 ** 32;
  };
}

const ID_LENGTH = 27;
const idCodes: number[] = Array.from({ length: ID_LENGTH }, () => 0);

/**
 * An identifier of the vendor's form, such as `user_2abc…` (27 characters after the prefix). From character codes: a text that is put
 * together digit by digit keeps all its pieces, which is most of the memory of 100,000 users.
 */
export function makeId(random: Random, prefix: string): string {
  for (let index = 0; index < ID_LENGTH; index++)
    idCodes[index] = DIGITS.charCodeAt(Math.floor(random() * DIGITS.length));
  return `${prefix}_${String.fromCharCode(...idCodes)}`;
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

const byteCodes: number[] = Array.from({ length: 64 }, () => 0);

/** The 32 bytes of a hash in lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  for (let index = 0; index < 32; index++) {
    const byte = bytes[index] ?? 0;
    byteCodes[2 * index] = HEX.charCodeAt(byte >> 4);
    byteCodes[2 * index + 1] = HEX.charCodeAt(byte & 15);
  }
  return String.fromCharCode(...byteCodes);
}
