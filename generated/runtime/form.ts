// Copied by `npm run generate` from src/codegen/runtime/. Do not edit: edit it there.

/** Form fields. An optional one may be given as `undefined`, which leaves it out. */
export type Fields<Body> = {
  readonly [Name in keyof Body]: Body[Name] | (Record<never, never> extends Pick<Body, Name> ? undefined : never);
};

/** Form fields or query parameters by name, of whichever operation. */
export type Values = Readonly<Record<string, unknown>>;

/** The content type of every body. */
export const FORM = 'application/x-www-form-urlencoded';

/** Encodes form fields and query parameters. `undefined` is left out; `null` travels as an empty field. */
export function serialize(fields: Values): string {
  const pairs: string[] = [];
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    try {
      pairs.push(`${name}=${encodeURIComponent(String(value ?? ''))}`);
    } catch {
      // Half of a surrogate pair has no UTF-8 form; replacing it would silently set another password.
      throw new TypeError(`${name} holds half of a surrogate pair: pass whole characters.`);
    }
  }
  return pairs.join('&');
}
