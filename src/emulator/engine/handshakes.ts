/** The cookies of handshakes that a server has yet to fetch. */
const KEPT = 100;

export class Handshakes {
  readonly #directives = new Map<string, readonly string[]>();

  /** Keeps them under a nonce, and forgets the oldest beyond a hundred. */
  keep(directives: readonly string[], nonce: string): string {
    this.#directives.set(nonce, directives);
    const [oldest] = this.#directives.keys();
    if (this.#directives.size > KEPT && oldest !== undefined) this.#directives.delete(oldest);
    return nonce;
  }

  /** Those of a nonce, once. */
  take(nonce: string): readonly string[] | undefined {
    const found = this.#directives.get(nonce);
    this.#directives.delete(nonce);
    return found;
  }
}
