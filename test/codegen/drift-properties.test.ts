/** Our own contract, changed at random: a change of meaning is found with its direction, and a change of spelling is not. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isObject, type Json } from '../../src/codegen/contract.ts';
import { compareDocuments } from '../../src/codegen/drift/compare.ts';
import { readDocument } from '../../src/codegen/drift/document.ts';

type Node = { [key: string]: Json };
const whole: Node = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const object = (value: Json | undefined): Node => (isObject(value) ? { ...value } : {});
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

// Two operations and two statuses have every kind of schema; comparing all of them many times would take seconds.
const paths = ['/v1/me/change_password', '/v1/client/sessions/{session_id}/verify'];
const contract: Node = {
  ...whole,
  paths: Object.fromEntries(paths.map((path) => [path, { post: fewer(object(object(whole['paths'])[path])['post']) }])),
};
function fewer(operation: Json | undefined): Node {
  const { 200: ok, 422: invalid } = object(object(operation)['responses']);
  return { ...object(operation), responses: { 200: ok ?? {}, 422: invalid ?? {} } };
}
const at = (reference: string): Json | undefined =>
  reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((node, key) => object(node)[key.replaceAll('~1', '/').replaceAll('~0', '~')], contract);

const ours = readDocument(JSON.stringify(contract), 'ours');
const compare = (theirs: Node) => compareDocuments(ours, readDocument(JSON.stringify(theirs), 'theirs'));

/** The same document with the value at a pointer replaced. */
function replace(node: Json, pointer: readonly string[], value: Json): Json {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, index) => (String(index) === key ? replace(item, rest, value) : item));
  return { ...object(node), [key]: replace(object(node)[key] ?? {}, rest, value) };
}

interface Site {
  readonly position: 'request' | 'response';
  readonly pointer: readonly string[];
  readonly node: Node;
}

/** Every object schema that a body reaches through fields, items and references, where nothing else narrows it. */
function sites(): readonly Site[] {
  const found = new Map<string, Site>();
  const visit = (value: Json | undefined, pointer: readonly string[], position: Site['position']): void => {
    const node = object(value);
    const reference = node['$ref'];
    if (typeof reference === 'string') {
      visit(at(reference), reference.slice(2).split('/'), position);
      return;
    }
    const key = pointer.join('/');
    if (found.has(key)) return;
    const choices = list(node['oneOf']);
    const index = choices.findIndex((choice) => object(choice)['type'] !== 'null');
    if (choices.length === 2 && choices.some((choice) => object(choice)['type'] === 'null')) {
      visit(choices[index], [...pointer, 'oneOf', String(index)], position);
    } else if (node['items'] !== undefined) {
      visit(node['items'], [...pointer, 'items'], position);
    } else if (isObject(node['properties'])) {
      found.set(key, { position, pointer, node });
      for (const [name, schema] of Object.entries(node['properties'])) {
        visit(schema, [...pointer, 'properties', name], position);
      }
    }
  };
  const media = (holder: Json | undefined, type: string): Json | undefined => {
    const target = object(holder)['$ref'];
    return object(object(object(typeof target === 'string' ? at(target) : holder)['content'])[type])['schema'];
  };
  for (const path of paths) {
    const operation = object(object(object(contract['paths'])[path])['post']);
    visit(media(operation['requestBody'], 'application/x-www-form-urlencoded'), [], 'request');
    visit(media(object(operation['responses'])['200'], 'application/json'), [], 'response');
  }
  return [...found.values()];
}

/** A change of one field, and in which position it breaks. `undefined` where it cannot be made. */
type Mutation = (
  schema: Node,
  name: string,
) => { readonly schema: Node; readonly breaks: Site['position'] | 'none' } | undefined;
const change = (schema: Node, name: string, field: Node): Node => ({
  ...schema,
  properties: { ...object(schema['properties']), [name]: field },
});
const field = (schema: Node, name: string): Node => object(object(schema['properties'])[name]);
const required = (schema: Node, name: string): boolean => list(schema['required']).includes(name);

const mutations: Readonly<Record<string, Mutation>> = {
  'becomes optional': (schema, name) =>
    required(schema, name)
      ? { schema: { ...schema, required: list(schema['required']).filter((one) => one !== name) }, breaks: 'response' }
      : undefined,
  'becomes required': (schema, name) =>
    required(schema, name)
      ? undefined
      : { schema: { ...schema, required: [...list(schema['required']), name] }, breaks: 'request' },
  'may be null': (schema, name) => {
    const mine = field(schema, name);
    if (typeof mine['type'] !== 'string' || mine['enum'] !== undefined || mine['const'] !== undefined) return undefined;
    return { schema: change(schema, name, { ...mine, nullable: true }), breaks: 'response' };
  },
  'may not be null': (schema, name) => {
    const types = list(field(schema, name)['type']);
    const rest = types.filter((type) => type !== 'null');
    if (rest.length === types.length) return undefined;
    return { schema: change(schema, name, { ...field(schema, name), type: rest }), breaks: 'request' };
  },
  'has a value more': (schema, name) => {
    const mine = field(schema, name);
    const values = mine['const'] === undefined ? list(mine['enum']) : [mine['const']];
    if (mine['type'] !== 'string' || values.length === 0) return undefined;
    const { const: _, ...rest } = mine;
    return { schema: change(schema, name, { ...rest, enum: [...values, 'something new'] }), breaks: 'response' };
  },
  'is text in place of a number': (schema, name) =>
    field(schema, name)['type'] === 'integer'
      ? { schema: change(schema, name, { type: 'string' }), breaks: 'response' }
      : undefined,
  'is longer': (schema, name) => {
    const most = field(schema, name)['maxLength'];
    if (typeof most !== 'number') return undefined;
    return { schema: change(schema, name, { ...field(schema, name), maxLength: most + 1 }), breaks: 'response' };
  },
  'is shorter': (schema, name) => {
    const most = field(schema, name)['maxLength'];
    if (typeof most !== 'number') return undefined;
    return { schema: change(schema, name, { ...field(schema, name), maxLength: most - 1 }), breaks: 'request' };
  },
  'is gone': (schema, name) => {
    const { [name]: _, ...properties } = object(schema['properties']);
    const closed = schema['additionalProperties'] === false;
    const rest = list(schema['required']).filter((one) => one !== name);
    const breaks = required(schema, name) && !closed ? 'response' : closed ? 'request' : 'none';
    return { schema: { ...schema, properties, required: rest }, breaks };
  },
};

const all = sites().flatMap((site) =>
  Object.keys(object(site.node['properties'])).flatMap((name) =>
    Object.entries(mutations).flatMap(([what, mutate]) => {
      const result = mutate(site.node, name);
      return result === undefined ? [] : [{ what, name, site, ...result }];
    }),
  ),
);

test('every single change of a field is found, and breaks exactly in the direction in which it breaks', () => {
  expect(new Set(all.map(({ what }) => what))).toEqual(new Set(Object.keys(mutations)));
  expect(new Set(all.map(({ site }) => site.position))).toEqual(new Set(['request', 'response']));
  // Each kind of change in turn, at a random field.
  const kinds = fc.constantFrom(...Object.keys(mutations));
  const choice = kinds.chain((what) => fc.constantFrom(...all.filter((one) => one.what === what)));
  fc.assert(
    fc.property(choice, ({ name, site, schema, breaks }) => {
      const theirs = object(replace(contract, site.pointer, schema));
      const { findings } = compare(theirs);
      const verdict = { request: 'would send a request that is refused', response: 'would refuse a real response' };
      const expected = breaks === site.position ? verdict[site.position] : 'harmless';
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding.verdict).toBe(expected);
        expect(finding.place).toMatch(new RegExp(`^${site.position} .*\\.${name}$`));
      }
    }),
    { numRuns: 10 },
  );
});

/** The same meaning in other words. `next` decides at random. */
function respell(node: Json, next: () => number, depth = 0): Json {
  if (Array.isArray(node)) return node.map((item) => respell(item, next, depth));
  if (!isObject(node)) return node;
  const reference = node['$ref'];
  if (typeof reference === 'string') {
    return next() % 3 === 0 && depth < 2 ? respell(at(reference) ?? {}, next, depth + 1) : node;
  }
  const entries = Object.entries(node)
    .map(([key, value]) => ({ order: next(), key, value }))
    .sort((a, b) => a.order - b.order)
    .map(({ key, value }) => [key, /^(examples?|x-.*)$/.test(key) ? value : respell(value, next, depth)] as const);
  const same: Node = Object.fromEntries(entries);
  const types = list(same['type']);
  if (types.length === 2 && types.includes('null') && same['enum'] === undefined) {
    const type = types.find((one) => one !== 'null') ?? '';
    const way = next() % 3;
    if (way === 0) return { ...same, type, nullable: true };
    // Of a property it is said where the property stands that it is deprecated.
    const { deprecated, ...rest } = same;
    const outside = deprecated === undefined ? {} : { deprecated };
    if (way === 1) return { ...outside, oneOf: [{ type: 'null' }, { ...rest, type }] };
  }
  if (typeof same['const'] === 'string' && next() % 2 === 0) {
    const { const: value, ...rest } = same;
    return { ...rest, enum: [value] };
  }
  if (Array.isArray(same['required'])) same['required'] = [...same['required']].reverse();
  if (typeof same['type'] === 'string' && isObject(same['properties']) && next() % 2 === 0) return { allOf: [same] };
  return same;
}

test('no order of keys, reference written out, or other spelling of null, const or allOf is a difference', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 1000 })), (stream) => {
      const theirs = object(respell(contract, () => stream.next().value));
      expect(compare(theirs).findings).toEqual([]);
    }),
    { numRuns: 2 },
  );
});
