/**
 * Stores passwords as a salt and a hash, never as they are. One round of SHA-256 stands for the slow hash of a real server: right
 * for made-up accounts in tests, wrong for people's passwords. It is synchronous and needs no `crypto.subtle`, so that a request is
 * one step that nothing can interrupt, and works on pages served over plain http too.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { makeHex, type Random, toHex } from './random.ts';

export interface StoredPassword {
  readonly salt: string;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Made at the first need: Jest's jsdom has none when this is imported. */
let encoder: TextEncoder | undefined;

/**
 * Room for the text, and the hash begun and the one at work: used again for every password, because new arrays of bytes cost three
 * times as much as the hash.
 */
const room = new Uint8Array(256);
const begun = sha256.create();
const hasher = sha256.create();
const result = new Uint8Array(hasher.outputLen);

function encode(text: string): Uint8Array {
  encoder ??= new TextEncoder();
  const { read, written } = encoder.encodeInto(text, room);
  return read === text.length ? room.subarray(0, written) : encoder.encode(text);
}

function digest(salt: string, password: string): string {
  const bytes = encode(`${salt}\n${password}`);
  begun._cloneInto(hasher).update(bytes).digestInto(result);
  return toHex(result);
}

export function storePassword(password: string, random: Random): StoredPassword {
  const salt = makeHex(random);
  return { salt, hash: digest(salt, password) };
}

export const matchesPassword = ({ salt, hash }: StoredPassword, password: string): boolean =>
  digest(salt, password) === hash;
