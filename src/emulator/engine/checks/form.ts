/** Reads `application/x-www-form-urlencoded` bytes without losing what a lenient parser would mend. */

export interface FormField {
  readonly name: string;
  /** Null for a bare name without `=`; `undefined` where the bytes are not UTF-8. */
  readonly value: string | null | undefined;
}

// The byte order mark is a character like any other in a password: it is kept.
// Made at the first need: some test environments, such as jsdom, have none.
let utf8: TextDecoder | undefined;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The bytes that a part stands for, or undefined where a percent sign is not followed by two hexadecimal digits. */
function unescapeBytes(part: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(part.length);
  let length = 0;
  for (let index = 0; index < part.length; index++) {
    const byte = part[index] ?? 0;
    if (byte === PERCENT) {
      const high = hexDigit(part[index + 1]);
      const low = hexDigit(part[index + 2]);
      if (high < 0 || low < 0) return undefined;
      bytes[length++] = high * 16 + low;
      index += 2;
    } else {
      bytes[length++] = byte === PLUS ? SPACE : byte;
    }
  }
  return bytes.subarray(0, length);
}

function decode(bytes: Uint8Array): string | undefined {
  utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether every character stands for itself; most forms and queries of programs are like that. */
const isPlain = (text: string): boolean => !text.includes('%') && !text.includes('+');

function splitPlain(text: string): readonly FormField[] {
  const fields: FormField[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals === -1) fields.push({ name: part, value: null });
    else fields.push({ name: part.slice(0, equals), value: part.slice(equals + 1) });
  }
  return fields;
}

/** The fields in their order, or undefined where the bytes are no form: a bad escape, or a name that is not UTF-8. */
export function parseForm(bytes: Uint8Array): readonly FormField[] | undefined {
  const plain = decode(bytes);
  if (plain !== undefined && isPlain(plain)) return splitPlain(plain);
  const fields: FormField[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(AMPERSAND, start);
    const end = found === -1 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    start = end + 1;
    if (part.length === 0) continue;
    const equals = part.indexOf(EQUALS);
    const name = unescapeBytes(equals === -1 ? part : part.subarray(0, equals));
    const value = equals === -1 ? null : unescapeBytes(part.subarray(equals + 1));
    const nameText = name === undefined ? undefined : decode(name);
    if (nameText === undefined || value === undefined) return undefined;
    fields.push({ name: nameText, value: value === null ? null : decode(value) });
  }
  return fields;
}

/** The first value of each query parameter, or undefined where the query is malformed. A bare name counts as empty. */
export function parseQuery(query: string): ReadonlyMap<string, string> | undefined {
  const fields = isPlain(query) ? splitPlain(query) : parseForm(new TextEncoder().encode(query));
  if (fields === undefined) return undefined;
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    if (value === undefined) return undefined;
    if (!values.has(name)) values.set(name, value ?? '');
  }
  return values;
}
