/** The problems of a value, by its schema in openapi/emulator/, in words for whoever wrote it. */
import type { Validator } from '../../../generated/validators.d.ts';
import { count } from './limits.ts';

/** Names and list indexes that lead to a place in a value. */
export type SchemaPath = readonly (string | number)[];

export interface SchemaProblem {
  readonly path: SchemaPath;
  /** `unknown` and `missing` are about the name at the end of the path. */
  readonly kind: 'wrong' | 'unknown' | 'missing';
  /** The names that exist, or the values that are allowed. */
  readonly expected: string;
  /** The name of the schema around it. */
  readonly owner: string;
  /** Whether it is a number where a text has to be: in YAML, digits without quotes are one. */
  readonly lacksQuotes: boolean;
}

export type Record = Readonly<globalThis.Record<string, unknown>>;

export const isRecord = (value: unknown): value is Record =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in a value, if it has parts. */
const inside = (value: unknown, step: string | number): unknown => Reflect.get(Object(value), step);

/** The schema of a value in an object or a list of this schema. */
function within(schema: Record, step: string | number, root: Record): Record {
  const { properties, items } = schema;
  return resolve(Object(typeof step === 'number' ? items : inside(properties, step)), root);
}

/** The schema itself, where it is a reference. */
export function resolve(schema: Record, root: Record): Record {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  return Object($ref.slice(2).split('/').reduce<unknown>(inside, root));
}

/** Describes a value of this schema in words. */
function wordsFor({ type, minimum, maximum, 'x-expected': words, enum: values }: Record): string {
  if (typeof words === 'string') return words;
  const [kind, other] = Array.isArray(type) ? type : [type];
  if (kind === 'boolean') return 'true or false';
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  if (kind === 'string') return other === undefined ? 'a text' : `a text or ${other}`;
  const most = Number(maximum);
  const isBounded = most < Number.MAX_SAFE_INTEGER;
  const numbers = isBounded ? `from ${count(Number(minimum))} to ${count(most)}` : `of at least ${String(minimum)}`;
  const what = kind === 'integer' ? `a whole number ${numbers}` : kind === 'array' ? 'a list' : 'an object';
  return other === undefined ? what : `${what}, or ${other}`;
}

/** How a schema is called in a sentence: `A user`. */
const nameOf = ({ title }: Record): string => `A ${String(title).toLowerCase()}`;

/** The names in a JSON pointer. What stands in a list is a number. */
function pathOf(pointer: string, value: unknown): SchemaPath {
  const path: (string | number)[] = [];
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const step = Array.isArray(at) ? Number(part) : part;
    path.push(step);
    at = inside(at, step);
  }
  return path;
}

/** Everything in which a value breaks a schema, in the order in which it is written. `root` is what references lead to. */
export function schemaProblems(
  check: Validator,
  schema: Record,
  value: unknown,
  root: Record = schema,
): readonly SchemaProblem[] {
  if (check(value)) return [];
  const problems = new Map<string, SchemaProblem>();
  for (const { keyword, instancePath, params } of check.errors ?? []) {
    let at = schema;
    let owner = nameOf(schema);
    let given = value;
    const path: (string | number)[] = [];
    for (const step of pathOf(instancePath, value)) {
      // The text about the whole holds for its parts.
      if (at['x-expected'] !== undefined && at['properties'] === undefined) break;
      at = within(at, step, root);
      path.push(step);
      owner = nameOf(at);
      given = inside(given, step);
    }
    const name = params['additionalProperty'] ?? params['missingProperty'];
    const kind = keyword === 'additionalProperties' ? 'unknown' : keyword === 'required' ? 'missing' : 'wrong';
    const words = kind === 'wrong' ? wordsFor(at) : Object.keys(Object(at['properties'])).join(', ');
    const full = kind === 'wrong' ? path : [...path, String(name)];
    problems.set(`${kind} ${JSON.stringify(full)}`, {
      path: full,
      kind,
      expected: words,
      owner,
      lacksQuotes: typeof given === 'number' && isTextual(at),
    });
  }
  return [...problems.values()].sort((a, b) => compare(a.path, b.path, value));
}

/** Which of two places comes first, as they were written. */
function compare(a: SchemaPath, b: SchemaPath, value: unknown): number {
  let at = value;
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (step !== other) {
      if (typeof step === 'number' && typeof other === 'number') return step - other;
      // Missing fields come last: mostly they are there under a misspelt name.
      const names = [...Object.keys(Object(at)), String(step), String(other)];
      return names.indexOf(String(step)) - names.indexOf(String(other));
    }
    at = inside(at, step);
  }
  return 0;
}

/** Whether a text can stand there. */
const isTextual = ({ type, anyOf }: Record): boolean =>
  (Array.isArray(type) ? type.includes('string') : type === 'string') ||
  (Array.isArray(anyOf) && anyOf.some((one) => isRecord(one) && isTextual(one)));

/** One sentence about it. Never holds the value. */
export function sentence({ path, kind, expected, owner, lacksQuotes }: SchemaProblem): string {
  const name = path.at(-1);
  if (kind === 'unknown') return `${owner} has no "${name}". There are: ${expected}.`;
  const words = lacksQuotes ? `${expected}; put the number in quotes` : expected;
  if (kind === 'missing') return `${owner} needs a "${name}".`;
  return typeof name === 'string' ? `"${name}" has to be ${words}.` : `${owner} has to be ${words}.`;
}

/** The same about settings, with the whole name of the one that is meant. */
export function settingsSentence({ path, kind, expected }: SchemaProblem): string {
  const name = path.join('.');
  if (kind === 'unknown') return `There is no setting "${name}". There are: ${expected}.`;
  if (kind === 'missing') return `The setting "${path[0]}" needs "${path[1]}".`;
  return path.length === 0 ? 'Settings have to be an object.' : `The setting "${name}" has to be ${expected}.`;
}
