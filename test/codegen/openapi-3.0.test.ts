import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isObject, type Json, resolve } from '../../src/codegen/contract.ts';
import { toOpenapi30 } from '../../src/codegen/openapi-3.0.ts';
import { contract } from '../contract/document.ts';

type JsonObject = { readonly [key: string]: Json };

function load(): JsonObject {
  const read: Json = JSON.parse(readFileSync(new URL('../../generated/openapi-3.0.json', import.meta.url), 'utf8'));
  if (!isObject(read)) throw new Error('generated/openapi-3.0.json is not a document');
  return read;
}

const converted = load();
const document = contract.document;

test('OpenAPI 3.0.3 is what the validator of that version finds', async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(converted))).toEqual({ valid: true });
  expect(validator.version).toBe('3.0');
});

/**
 * Both documents in Ajv, each read by the rules of its version. Ajv reads `nullable` as 3.0.3 defines it and refuses to compile
 * it where there is no `type` beside it.
 */
const newer = new Ajv2020({ strict: false, inlineRefs: false, validateFormats: false });
newer.addSchema({ ...document, $id: 'contract' });
const older = new Ajv({ strict: false, inlineRefs: false, validateFormats: false });
older.addSchema({ ...converted, $id: 'contract' });
const compiled = new Map<string, readonly [ValidateFunction, ValidateFunction]>();
function both(pointer: string): readonly [ValidateFunction, ValidateFunction] {
  const schema = { $ref: `contract${pointer}` };
  const pair = compiled.get(pointer) ?? [newer.compile(schema), older.compile(schema)];
  compiled.set(pointer, pair);
  return pair;
}

const bodies = contract.operations.flatMap(({ id, responses }) =>
  responses.flatMap(({ status, schemaPointer, examples }) =>
    [...examples].map(([name, example]) => ({ id, status, name, schemaPointer, value: example['value'] ?? null })),
  ),
);

/** The value with one member of it null, missing, or of another type; each member in turn, at every depth. */
function* spoilt(value: Json): Generator<Json> {
  const others = (item: Json): readonly Json[] => [null, typeof item === 'string' ? 7 : 'text', {}, []];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of others(item)) yield value.with(index, other);
      for (const other of spoilt(item)) yield value.with(index, other);
    }
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const { [name]: _, ...rest } = value;
      yield rest;
      for (const other of others(item)) yield { ...rest, [name]: other };
      for (const other of spoilt(item)) yield { ...rest, [name]: other };
    }
  }
}

test('no member is null only inside an allOf, where generators such as openapi-zod-client do not see it', () => {
  const { schemas } = JSON.parse(JSON.stringify(converted)).components;
  const hidden = Object.entries<{ properties?: Record<string, { allOf?: { $ref: string }[] }> }>(schemas).flatMap(
    ([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([field, { allOf = [] }]) =>
        allOf.some(({ $ref }) => schemas[$ref.split('/').at(-1) ?? '']?.nullable) ? [`${name}.${field}`] : [],
      ),
  );
  expect(hidden).toEqual([]);
});

describe('both documents give the same verdict', () => {
  test.each(bodies)('of the example $id $status $name', ({ schemaPointer, value }) => {
    const [is31, is30] = both(schemaPointer ?? '');
    expect([is31(value), is30(value)]).toEqual([true, true]);
  });

  test('of every example with any one member null, missing or of another type', () => {
    const seen = { accepted: 0, refused: 0 };
    const distinct = new Map(bodies.map((body) => [`${body.schemaPointer} ${JSON.stringify(body.value)}`, body]));
    for (const { schemaPointer, value } of distinct.values()) {
      const [is31, is30] = both(schemaPointer ?? '');
      for (const other of spoilt(value)) {
        const verdict = is31(other);
        if (is30(other) !== verdict) expect.fail(`${schemaPointer}: 3.1 says ${verdict} of ${JSON.stringify(other)}`);
        seen[verdict ? 'accepted' : 'refused']++;
      }
    }
    expect(seen.accepted).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
  });

  test.each(contract.operations.flatMap(({ bodySchema }) => bodySchema ?? []))('of forms for %s', (name) => {
    const [is31, is30] = both(`#/components/schemas/${name}`);
    const form: Record<string, Json> = {};
    for (const field of Object.keys(propertiesOf(document, name))) form[field] = 'current-password-1';
    for (const other of [form, ...spoilt(form), ...spoilt({ ...form, level: 'first_factor', strategy: 'password' })])
      expect([other, is30(other)]).toEqual([other, is31(other)]);
  });
});

const propertiesOf = (from: JsonObject, name: string): JsonObject => {
  const { properties } = resolve(from, { $ref: `#/components/schemas/${name}` });
  return isObject(properties) ? properties : {};
};

/** Whether a schema of the 3.0 document says `nullable: true`, itself or through what it refers to. */
function isNullable(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const parts = [schema['allOf'], schema['anyOf'], schema['oneOf']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return resolve(converted, schema)['nullable'] === true || parts.some(isNullable);
}

const components = converted['components'];
const names = isObject(components) && isObject(components['schemas']) ? Object.keys(components['schemas']) : [];
test.each(names)('each property of %s that may be null is nullable: true, and no other', (name) => {
  // The 3.0 document writes NullableX out, where the contract refers to X.
  const source = Object.keys(propertiesOf(document, name)).length > 0 ? name : name.replace(/^Nullable/, '');
  for (const [property, schema] of Object.entries(propertiesOf(converted, name))) {
    const allowsNull = newer.compile({ $ref: `contract#/components/schemas/${source}/properties/${property}` })(null);
    const untyped = isObject(schema) && Object.keys(schema).every((word) => word === 'description');
    expect([property, isNullable(schema) || untyped]).toEqual([property, allowsNull]);
  }
});

test('nothing of 3.1 alone is left: types are one word, and no schema has const, examples or siblings of a $ref', () => {
  const found: string[] = [];
  const look = (value: Json, at: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => void look(item, `${at}/${index}`));
    if (!isObject(value) || at.endsWith('/value')) return;
    if (Array.isArray(value['type']) || value['type'] === 'null') found.push(`${at}/type`);
    if (typeof value['$ref'] === 'string' && Object.keys(value).length > 1) found.push(`${at}/$ref`);
    for (const word of ['const', 'webhooks', 'patternProperties', 'unevaluatedProperties', 'identifier'])
      if (word in value && !at.endsWith('/properties')) found.push(`${at}/${word}`);
    if (Array.isArray(value['examples'])) found.push(`${at}/examples`);
    for (const [name, item] of Object.entries(value)) if (!name.startsWith('x-')) look(item, `${at}/${name}`);
  };
  look(converted, '#');
  expect(found).toEqual([]);
});

describe('a schema of 3.1', () => {
  const convert = (schema: Json): Json | undefined => {
    const components = { schemas: { Thing: { type: 'object' }, Free: {}, It: schema } };
    return propertyOf(
      toOpenapi30({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components }),
      'It',
    );
  };
  const propertyOf = (from: JsonObject, name: string): JsonObject =>
    resolve(from, { $ref: `#/components/schemas/${name}` });

  test.each<[string, Json, Json]>([
    ['type array with null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [
      'type array of several',
      { type: ['integer', 'string', 'null'] },
      {
        anyOf: [
          { type: 'integer', nullable: true },
          { type: 'string', nullable: true },
        ],
      },
    ],
    ['texts without a type', { enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
    [
      'texts or null',
      { type: ['string', 'null'], enum: ['a', null] },
      { type: 'string', nullable: true, enum: ['a', null] },
    ],
    ['const that is false', { const: false }, { enum: [false] }],
    ['examples', { examples: [1, 2] }, { example: 1 }],
    [
      '$ref with siblings',
      { $ref: '#/components/schemas/Thing', description: 'D' },
      { description: 'D', allOf: [{ $ref: '#/components/schemas/Thing' }] },
    ],
    [
      'named type or null',
      { description: 'D', oneOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
      { description: 'D', type: 'object', nullable: true },
    ],
    [
      'untyped schema or null',
      { anyOf: [{ $ref: '#/components/schemas/Free' }, { type: 'null' }] },
      { anyOf: [{ $ref: '#/components/schemas/Free' }, { type: 'object', nullable: true, enum: [null] }] },
    ],
    ['lower limit', { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ['upper limit', { exclusiveMaximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
    ['no examples', { examples: [] }, {}],
    ['values of several types', { enum: ['a', 1] }, { enum: ['a', 1] }],
    ['true and false', { properties: { a: true, b: false } }, { properties: { a: {}, b: { not: {} } } }],
    ['what is not allowed', { not: { const: 1 } }, { not: { enum: [1] } }],
    ['the schema of other fields', { additionalProperties: { const: 1 } }, { additionalProperties: { enum: [1] } }],
    ['an extension', { 'x-expected': 'text' }, { 'x-expected': 'text' }],
    ['no alternative to a type', { oneOf: [{ const: 1 }] }, { oneOf: [{ enum: [1] }] }],
    [
      '$ref beside allOf',
      { $ref: '#/components/schemas/Thing', allOf: [{ const: 1 }] },
      { allOf: [{ $ref: '#/components/schemas/Thing' }, { enum: [1] }] },
    ],
    [
      'type beside anyOf',
      { type: ['string', 'null'], anyOf: [{ minLength: 1 }] },
      { type: 'string', nullable: true, anyOf: [{ minLength: 1 }] },
    ],
    [
      'several types or null',
      { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
      { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'object', nullable: true, enum: [null] }] },
    ],
    // nullable: true beside one of these would still not allow null.
    ...['allOf', 'anyOf', 'oneOf', 'not', 'enum'].map((word): [string, Json, Json] => {
      const schema = { type: 'string', [word]: word === 'enum' ? ['a'] : word === 'not' ? {} : [{}] };
      return [
        `type with ${word}, or null`,
        { oneOf: [schema, { type: 'null' }] },
        { oneOf: [schema, { type: 'object', nullable: true, enum: [null] }] },
      ];
    }),
    ['a property called const', { properties: { const: { const: 1 } } }, { properties: { const: { enum: [1] } } }],
  ])('is said in the words of 3.0: %s', (_, schema, expected) => {
    expect(convert(schema)).toEqual(expected);
  });

  test('is left out when nothing refers to it any more, as Spectral and Redocly ask', () => {
    const { components } = converted;
    expect(JSON.stringify(components)).not.toContain('#/components/schemas/Verification"');
    expect(resolve(converted, { $ref: '#/components/schemas/Verification' })).toEqual({});
    expect(resolve(converted, { $ref: '#/components/schemas/NullableVerification' })).toMatchObject({ nullable: true });
  });

  test.each<[Json, string, string]>([
    [{ properties: { a: { prefixItems: [{}] } } }, 'prefixItems', 'properties/a/prefixItems'],
    [{ anyOf: [{}, { patternProperties: {} }] }, 'patternProperties', 'anyOf/1/patternProperties'],
    [{ allOf: [{ contains: {} }] }, 'contains', 'allOf/0/contains'],
    [{ type: ['string', 'integer', 'null'], anyOf: [{}] }, 'several types beside anyOf', 'type'],
  ])('stops the generator and is named with its place when 3.0 has no words for it: %j', (schema, what, place) => {
    expect(() => convert(schema)).toThrow(
      new Error(`openapi-3.0.json: OpenAPI 3.0 cannot say ${what} (#/components/schemas/It/${place})`),
    );
  });
});

describe('a document of 3.1', () => {
  const about = { title: 'T', version: '1' };
  const url = 'https://spdx.org/licenses/MIT.html';

  test.each<[JsonObject, JsonObject]>([
    [{}, {}],
    [{ summary: 'S' }, { description: 'S' }],
    [{ description: 'D' }, { description: 'D' }],
    [{ summary: 'S', description: 'D' }, { description: 'S\n\nD' }],
    [{ license: { name: 'MIT', identifier: 'MIT' } }, { license: { name: 'MIT', url } }],
    [{ license: { name: 'Own' } }, { license: { name: 'Own' } }],
    [{ license: { name: 'Own', url: 'https://a.test' } }, { license: { name: 'Own', url: 'https://a.test' } }],
  ])('keeps what it says of itself: %j', (more, expected) => {
    expect(toOpenapi30({ openapi: '3.1.0', info: { ...about, ...more }, paths: {} })['info']).toEqual({
      ...about,
      ...expected,
    });
  });

  test('has its schemas rewritten wherever they are, and nothing that only looks like one', () => {
    const looksLike = { schema: { const: 1 } };
    const media = (schema: Json) => ({ content: { 'application/json': { schema, example: looksLike } } });
    const parameter = (schema: Json) => ({ name: 'a', in: 'query', schema, examples: looksLike });
    const operation = (schema: Json) => ({
      parameters: [parameter(schema)],
      responses: { '200': media(schema) },
      'x-ours': looksLike,
    });
    const written = toOpenapi30({
      openapi: '3.1.0',
      info: about,
      jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
      webhooks: { told: {} },
      paths: { '/a': { get: operation({ const: 1 }) } },
      components: {
        pathItems: { A: {} },
        parameters: { B: { $ref: '#/components/parameters/A', description: '3.0 allows none here' } },
        responses: { schemas: { description: 'Of that name', ...media({ const: 1 }) } },
      },
    });
    expect(written).toEqual({
      openapi: '3.0.3',
      info: about,
      paths: { '/a': { get: operation({ enum: [1] }) } },
      components: {
        parameters: { B: { $ref: '#/components/parameters/A' } },
        responses: { schemas: { description: 'Of that name', ...media({ enum: [1] }) } },
        schemas: {},
      },
    });
  });

  test('says in its place what is wrong with a schema in a list', () => {
    const get = { parameters: [{ schema: {} }, { schema: { contains: {} } }] };
    expect(() => toOpenapi30({ openapi: '3.1.0', info: about, paths: { '/a': { get } } })).toThrow(
      '(#/paths//a/get/parameters/1/schema/contains)',
    );
  });

  test('loses every schema that only schemas without use referred to', () => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const schemas = {
      Shown: { properties: { a: { oneOf: [to('Alias'), { type: 'null' }] } } },
      Alias: to('Real'),
      Real: { type: 'object' },
      Unused: {},
    };
    const written = toOpenapi30({ openapi: '3.1.0', info: about, paths: {}, components: { schemas } });
    expect(written['components']).toEqual({
      schemas: { Shown: { properties: { a: { type: 'object', nullable: true } } }, Unused: {} },
    });
  });
});
