/** Session tokens: RS256 JSON Web Tokens that a back end can verify with the key set. The key is made at the first need. */

function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const part = (value: unknown): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

/** Seconds that a token lives. */
export const TOKEN_LIFETIME = 60;

export interface SessionClaims {
  readonly sid: string;
  readonly sub: string;
  readonly iss: string;
  /** Minutes since the first and the second factor were proven. */
  readonly fva: readonly number[];
  /** Origin of the page that asked. */
  readonly azp?: string;
}

export class TokenSigner {
  readonly #keyId: string;
  #keys: Promise<CryptoKeyPair> | undefined;

  constructor(keyId: string) {
    this.#keyId = keyId;
  }

  #pair(): Promise<CryptoKeyPair> {
    // Declared as always there, which it is not on pages over plain http from another machine.
    const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
    if (subtle === undefined) {
      throw new Error(
        'Session tokens are signed with crypto.subtle, which this page lacks: open it over https or as localhost. All else works.',
      );
    }
    this.#keys ??= subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      false,
      ['sign', 'verify'],
    );
    return this.#keys;
  }

  /** A signed session token. `now` is in Unix milliseconds. */
  sign(claims: SessionClaims, now: number): Promise<string> {
    return this.#sign({ ...claims, sts: 'active', v: 2 }, now);
  }

  /** A signed token of the cookies of a handshake. */
  signHandshake(handshake: readonly string[], now: number): Promise<string> {
    return this.#sign({ handshake }, now);
  }

  async #sign(claims: object, now: number): Promise<string> {
    const issuedAt = Math.floor(now / 1000);
    const header = part({ alg: 'RS256', kid: this.#keyId, typ: 'JWT' });
    const times = { iat: issuedAt, nbf: issuedAt - 10, exp: issuedAt + TOKEN_LIFETIME };
    const content = `${header}.${part({ ...claims, ...times })}`;
    const { privateKey } = await this.#pair();
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, new TextEncoder().encode(content));
    return `${content}.${base64url(new Uint8Array(signature))}`;
  }

  /** The public key in PEM form. */
  async publicKey(): Promise<string> {
    const { publicKey } = await this.#pair();
    const der = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
    const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
    return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----'].join('\n');
  }

  /** The public key as a JSON Web Key Set. */
  async keySet(): Promise<{ readonly keys: readonly unknown[] }> {
    const { publicKey } = await this.#pair();
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', publicKey);
    const key = { kty, n, e, use: 'sig', alg: 'RS256', kid: this.#keyId };
    return { keys: [key] };
  }
}
