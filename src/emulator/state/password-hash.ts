/**
 * How passwords are kept: a salt and a hash, never the password. One round of SHA-256 is a stand-in for the slow hash of a
 * real server: right for made-up accounts in tests, wrong for people's passwords.
 */
import { makeHex, type Random } from './random.ts';

export interface StoredPassword {
  readonly salt: string;
  /** Hexadecimal. A promise, because the platform hashes in the background and users are made without waiting. */
  readonly hash: Promise<string>;
}

const encoder = new TextEncoder();

async function digest(salt: string, password: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(`${salt}\n${password}`)));
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

export function storePassword(password: string, random: Random): StoredPassword {
  const salt = makeHex(random);
  return { salt, hash: digest(salt, password) };
}

export async function matchesPassword(stored: StoredPassword, password: string): Promise<boolean> {
  return (await digest(stored.salt, password)) === (await stored.hash);
}
