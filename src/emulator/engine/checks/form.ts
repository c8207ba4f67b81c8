/** Reads `application/x-www-form-urlencoded` bytes without losing what a lenient parser would mend. */

export interface FormField {
  readonly name: string;
  /** Null for a bare name without `=`; `undefined` where the bytes are not UTF-8. */
  readonly value: string | null | undefined;
}

// The byte order mark is a character like any other in a password: it is kept.
// Made at the first need: some test environments, such as jsdom, have none.
let utf8: TextDecoder | undefined;

/** The text of a body. Bytes that are not UTF-8 are escaped, so that the field in which they are can be named. */
function textOf(bytes: Uint8Array): string {
  utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16)}`)).join('');
  }
}

/** Undefined where escapes do not stand for UTF-8. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function split(text: string): FormField[] {
  const fields: FormField[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals === -1) fields.push({ name: part, value: null });
    else fields.push({ name: part.slice(0, equals), value: part.slice(equals + 1) });
  }
  return fields;
}

function parse(text: string): readonly FormField[] | undefined {
  const fields = split(text);
  // Most forms and queries of programs are like that: every character stands for itself.
  if (!text.includes('%') && !text.includes('+')) return fields;
  if (/%(?![\da-f]{2})/i.test(text)) return undefined;
  const plain: FormField[] = [];
  for (const { name, value } of fields) {
    const plainName = unescaped(name);
    if (plainName === undefined) return undefined;
    plain.push({ name: plainName, value: typeof value === 'string' ? unescaped(value) : value });
  }
  return plain;
}

/** The fields in their order, or undefined where the bytes are no form: a bad escape, or a name that is not UTF-8. */
export const parseForm = (bytes: Uint8Array): readonly FormField[] | undefined => parse(textOf(bytes));

/** The first value of each query parameter, or undefined where the query is malformed. A bare name counts as empty. */
export function parseQuery(query: string): ReadonlyMap<string, string> | undefined {
  const fields = parse(query);
  if (fields === undefined) return undefined;
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    if (value === undefined) return undefined;
    if (!values.has(name)) values.set(name, value ?? '');
  }
  return values;
}
