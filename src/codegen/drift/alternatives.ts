/**
 * The values that a schema allows, whichever way it is written: a list of alternatives, each of one JSON type. `$ref`, `allOf`, `anyOf`, `oneOf`,
 * `nullable`, lists of types and `const` all end in this form, so that two spellings of one meaning compare as equal.
 */
import { isObject, type Json, list, object } from '../contract.ts';
import type { ApiDocument, Node } from './document.ts';
import { type Limit, narrower, readLimit } from './limits.ts';

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
const TYPES: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** One schema's word on the fields of an object. With `allOf` there are several, and each has to be satisfied. */
export interface Fields {
  readonly properties: Node;
  /** `undefined` if the schema does not say what other fields may be there. */
  readonly additional: Json | undefined;
}

export interface Alternative {
  readonly type: JsonType;
  /** The only values allowed; `undefined` if any value of the type will do. */
  readonly values: readonly Json[] | undefined;
  readonly low: Limit | undefined;
  readonly high: Limit | undefined;
  /** Restrictions that are only compared for being the same, such as `pattern`, by keyword. */
  readonly rules: ReadonlyMap<string, string>;
  readonly fields: readonly Fields[];
  readonly required: ReadonlySet<string>;
  /** Schemas that each item of an array has to satisfy, all of them. */
  readonly items: readonly Node[];
}

const NEVER: Node = { not: {} };
/** `true` and `false` are schemas too. */
export const asSchema = (value: Json | undefined): Node => (value === false ? NEVER : object(value));

/** Keywords that belong to one type. A schema without `type` that uses them means that type. */
const KEYWORDS: Readonly<Record<string, JsonType>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  unevaluatedProperties: 'object',
  minProperties: 'object',
  maxProperties: 'object',
  patternProperties: 'object',
  propertyNames: 'object',
  dependentRequired: 'object',
  dependentSchemas: 'object',
  items: 'array',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  prefixItems: 'array',
  contains: 'array',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
};
/** Those of them that are compared as text, and those that hold for every type. */
const RULES = [
  'patternProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'uniqueItems',
  'prefixItems',
  'contains',
  'pattern',
  'multipleOf',
];
const RULES_OF_ALL = ['format', 'not', 'if', 'then', 'else'];

const typeOf = (value: Json): JsonType => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return TYPES.find((type) => type === typeof value) ?? 'null';
};

/** JSON with its keys in order: equal values are equal texts. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part));

const readers = new WeakMap<ApiDocument, (schemas: readonly Node[]) => readonly Alternative[]>();

/** The values that the schemas of a document allow together. Each is read once per document. */
export function readSchemas(document: ApiDocument, schemas: readonly Node[]): readonly Alternative[] {
  const reader = readers.get(document) ?? createReader(document);
  readers.set(document, reader);
  return reader(schemas);
}

function createReader(document: ApiDocument): (schemas: readonly Node[]) => readonly Alternative[] {
  const known = new Map<Node, readonly Alternative[]>();
  const open = new Set<Node>();
  let circles = 0;

  const read = (node: Node): readonly Alternative[] => {
    const found = known.get(node);
    if (found !== undefined) return found;
    if (isObject(node['not']) && Object.keys(node['not']).length === 0) return [];
    if (open.has(node)) {
      // A schema that is its own alternative adds nothing to itself.
      circles++;
      return [];
    }
    const before = circles;
    open.add(node);
    let result = ownAlternatives(node);
    if (typeof node['$ref'] === 'string') result = both(result, read(asSchema(document.target(node['$ref']))));
    for (const part of list(node['allOf'])) result = both(result, read(asSchema(part)));
    for (const choice of [list(node['anyOf']), list(node['oneOf'])]) {
      if (choice.length > 0)
        result = both(
          result,
          choice.flatMap((part) => read(asSchema(part))),
        );
    }
    if (node['unevaluatedProperties'] === false) result = result.map(closed);
    if (node['nullable'] === true) result = [...result, plain('null', [null])];
    open.delete(node);
    // A reading inside a circle is only right for that circle.
    if (circles === before || open.size === 0) known.set(node, result);
    return result;
  };
  return (schemas) => schemas.map(read).reduce(both, ANYTHING);
}

/** `unevaluatedProperties: false`: no fields but those that some part names. */
const closed = (one: Alternative): Alternative => {
  const names = one.fields.flatMap(({ properties }) => Object.keys(properties));
  const properties = Object.fromEntries(names.map((name) => [name, {}]));
  return one.type === 'object' ? { ...one, fields: [...one.fields, { properties, additional: false }] } : one;
};

const plain = (type: JsonType, values: readonly Json[] | undefined): Alternative => ({
  type,
  values,
  low: undefined,
  high: undefined,
  rules: new Map(),
  fields: [],
  required: new Set(),
  items: [],
});

/** The types that have few values. */
function listedFor(type: JsonType): readonly Json[] | undefined {
  if (type === 'null') return [null];
  return type === 'boolean' ? [true, false] : undefined;
}

/** The values that an empty schema allows. */
const ANYTHING: readonly Alternative[] = TYPES.map((type) => plain(type, listedFor(type)));
const SPEAKING = new Set(['type', 'enum', 'const', ...Object.keys(KEYWORDS), ...RULES_OF_ALL]);

/** The values that the keywords of this schema alone allow. */
function ownAlternatives(node: Node): readonly Alternative[] {
  if (!Object.keys(node).some((name) => SPEAKING.has(name))) return ANYTHING;
  const named = typeof node['type'] === 'string' ? [node['type']] : list(node['type']);
  const values = node['const'] === undefined ? node['enum'] : [node['const']];
  const listed = Array.isArray(values) ? values : undefined;
  const implied = Object.keys(KEYWORDS)
    .filter((name) => Object.hasOwn(node, name))
    .map((name) => KEYWORDS[name]);
  const allowed = (type: JsonType): boolean => {
    if (named.length > 0) return named.includes(type) || (type === 'number' && named.includes('integer'));
    return listed !== undefined || implied.length === 0 || implied.includes(type);
  };
  const integer = named.includes('integer') && !named.includes('number');
  return TYPES.filter(allowed).flatMap((type) => {
    const mine = listed?.filter((value) => typeOf(value) === type) ?? listedFor(type);
    if (mine?.length === 0) return [];
    const rules = new Map<string, string>();
    for (const name of [...RULES.filter((rule) => KEYWORDS[rule] === type), ...RULES_OF_ALL]) {
      const rule = node[name];
      const idle = name === 'format' && type !== 'string' && type !== 'number';
      if (rule !== undefined && rule !== false && !idle) rules.set(name, canonical(rule));
    }
    if (type === 'number' && integer) rules.set('type', 'integer');
    const one: Alternative = {
      ...plain(type, mine),
      low: readLimit(node, type, 'min', 'exclusiveMinimum', integer),
      high: readLimit(node, type, 'max', 'exclusiveMaximum', integer),
      rules,
    };
    if (type === 'array') return [{ ...one, items: node['items'] === undefined ? [] : [asSchema(node['items'])] }];
    if (type !== 'object') return [one];
    const additional = node['additionalProperties'];
    const says = additional !== undefined || node['properties'] !== undefined;
    const required = new Set(list(node['required']).map(String));
    return [{ ...one, required, fields: says ? [{ properties: object(node['properties']), additional }] : [] }];
  });
}

/** The values that satisfy both lists. */
function both(these: readonly Alternative[], those: readonly Alternative[]): readonly Alternative[] {
  if (these === ANYTHING) return those;
  if (those === ANYTHING) return these;
  return these.flatMap((one) => those.filter(({ type }) => type === one.type).flatMap((other) => meet(one, other)));
}

function meet(one: Alternative, other: Alternative): readonly Alternative[] {
  const others = other.values?.map(canonical);
  const values =
    others === undefined
      ? one.values
      : (one.values?.filter((value) => others.includes(canonical(value))) ?? other.values);
  if (values?.length === 0) return [];
  const rules = new Map(one.rules);
  for (const [name, rule] of other.rules) {
    const mine = rules.get(name);
    rules.set(name, mine === undefined || mine === rule ? rule : [mine, rule].sort().join(' and '));
  }
  return [
    {
      type: one.type,
      values,
      low: narrower(one.low, other.low, 1),
      high: narrower(one.high, other.high, -1),
      rules,
      fields: [...one.fields, ...other.fields],
      required: new Set([...one.required, ...other.required]),
      items: [...new Set([...one.items, ...other.items])],
    },
  ];
}
