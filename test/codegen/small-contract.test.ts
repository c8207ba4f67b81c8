/** What is generated from a small contract that has what ours has not, and twice what ours has once. */
import { describe, expect, test } from 'vitest';
import { type Json, type JsonObject, readContract } from '../../src/codegen/contract.ts';
import { writeClient, writeOperations } from '../../src/codegen/write-client.ts';
import { writeEmulator } from '../../src/codegen/write-emulator.ts';
import { writeErrors } from '../../src/codegen/write-errors.ts';
import { writeExamples } from '../../src/codegen/write-examples.ts';
import { writeResources } from '../../src/codegen/write-resources.ts';
import { CODE_POINTS, compile } from '../../src/codegen/write-validators.ts';

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: 'string' };
const answer = (schema: Json, examples: JsonObject = {}): JsonObject => ({
  description: 'Said',
  content: { 'application/json': { schema, examples } },
});
const fields = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
});
const refusing = (...codes: string[]): JsonObject => ({
  type: 'object',
  properties: {
    errors: { type: 'array', items: { type: 'object', properties: { code: { anyOf: [text, { enum: codes }] } } } },
  },
});
const refusal = (code: string, more: JsonObject = {}): JsonObject => ({
  summary: `Summary of ${code}`,
  description: 'D',
  'x-remedy': 'R',
  'x-retry': 'never',
  value: { errors: [{ code, message: 'M', long_message: 'L', ...more }] },
});
const named = (object: string): JsonObject => ({ object: { const: object } });

/** The contract, with these operations, responses and schemas beside the ones that every generator asks for. */
const contract = (
  paths: JsonObject,
  responses: JsonObject = {},
  schemas: JsonObject = {},
  info: JsonObject = { 'x-api-version': '2026-01-01' },
) =>
  readContract({
    info,
    paths,
    components: {
      responses: { Cat: answer(to('CatAnswer'), { a: { value: { inline: true } } }), ...responses },
      schemas: {
        Cat: fields(named('cat')),
        // A code that is no error's.
        CatAnswer: fields({ response: to('Cat'), code: { anyOf: [{ enum: ['tabby'] }, text] } }),
        ...schemas,
      },
    },
  });
const response = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` });
const get = (operationId: string, more: JsonObject = {}): JsonObject => ({
  get: { operationId, summary: 'S', description: 'D', responses: { 200: response('Cat') }, ...more },
});

describe('an operation', () => {
  const parameter = (name: string, place: string, required: boolean) => ({ name, in: place, required, schema: text });

  test.each<[string, JsonObject, string]>([
    ['nothing', {}, 'export interface FeedInput {\n  \n}'],
    [
      'two parts of the path',
      { parameters: [parameter('cat', 'path', true), parameter('meal', 'path', true)] },
      'export interface FeedInput {\n  readonly path: { readonly cat: string; readonly meal: string };\n}',
    ],
    [
      'a query that may be left out',
      { parameters: [parameter('a', 'query', false)] },
      "  readonly query?: operations['feed']['parameters']['query'];",
    ],
    [
      'a query of which one is required',
      { parameters: [parameter('a', 'query', false), parameter('b', 'query', true)] },
      "  readonly query: operations['feed']['parameters']['query'];",
    ],
  ])('with %s has that input', (_, more, expected) => {
    const written = writeClient(contract({ '/cats': get('feed', more) }));
    expect(written).toContain(expected);
    const isOptional = !/readonly (path|query|body):/.test(expected);
    expect(written).toContain(
      `  feed(input${isOptional ? '?' : ''}: FeedInput, init?: CallInit): Promise<FeedResult>;`,
    );
  });

  test('has documentation that ends where it ends, with the limits of its fields', () => {
    const schema = to('Meal');
    const written = writeClient(
      contract(
        {
          '/cats': get('feed', {
            description: 'Feeds */ it',
            requestBody: { content: { 'application/x-www-form-urlencoded': { schema } } },
          }),
        },
        {},
        {
          Meal: {
            properties: {
              fish: { ...text, description: 'F', minLength: 1, maxLength: 9 },
              milk: { ...text, description: 'M', maxLength: 5 },
            },
            required: ['fish'],
          },
        },
      ),
    );
    expect(written).toContain('   * Feeds *\\/ it\n');
    expect(written).toContain(
      '   * - `fish` (required, at least 1, at most 9 characters): F\n   * - `milk` (optional, at most 5 characters): M\n',
    );
  });

  test.each<[string, Json, string]>([
    ['a resource', to('Cat'), "{ response: 'cat' }"],
    ['a resource or null', { anyOf: [{ type: 'null' }, to('Cat')] }, "{ response: 'cat?' }"],
    ['one of two resources', { oneOf: [to('Cat'), fields(named('dog'))] }, "{ response: 'object' }"],
    ['text', text, "{ response: 'string' }"],
    // The outline has no words for these. The validators check them.
    ['text or null', { type: ['string', 'null'] }, '{  }'],
    ['an object or null', { oneOf: [fields({}), { type: 'null' }] }, '{  }'],
    ['text or an object', { oneOf: [text, to('Cat')] }, '{  }'],
    ['a number', { type: 'integer' }, '{  }'],
    ['a list', { type: 'array', items: to('Cat') }, '{  }'],
    ['anything', {}, '{  }'],
  ])('with %s in its response has that outline', (_, schema, outline) => {
    const written = writeOperations(
      contract({ '/cats': get('feed') }, {}, { CatAnswer: fields({ response: schema }) }),
    );
    expect(written).toContain(`export const feed: Operation<'feed'> = ['GET', '/cats', ${outline}];`);
  });

  test('has an outline of all that its response has to have, and of nothing else', () => {
    const CatAnswer = {
      ...fields({ id: text, response: to('Cat'), more: text }),
      required: ['id', 'response', 'gone'],
    };
    expect(writeOperations(contract({ '/cats': get('feed') }, {}, { CatAnswer }))).toContain(
      "['GET', '/cats', { id: 'string', response: 'cat' }]",
    );
  });

  test('stops the generator, with its name, when what it returns has no name', () => {
    for (const body of [answer(fields({})), { description: 'Empty' }]) {
      expect(() => writeClient(contract({ '/cats': get('feed', { responses: { 200: body } }) }))).toThrow(
        new Error('feed: the body of status 200 has to be a component, by $ref'),
      );
    }
  });

  test('stops the generator, with its name, when its body is none that can be written', () => {
    const schema = fields({ fish: text });
    for (const content of [
      { 'application/json': { schema: to('Cat') } },
      { 'application/x-www-form-urlencoded': { schema } },
    ]) {
      expect(() => contract({ '/cats': get('feed', { requestBody: { content } }) })).toThrow(
        new Error('feed: its body has to be a form whose schema is a component, by $ref'),
      );
    }
  });

  test('may be described where another one is', () => {
    const paths = {
      '/a~b/{id}': get('feed'),
      '/cats': get('pet', { responses: { 200: { $ref: '#/paths/~1a~0b~1{id}/get/responses/200' } } }),
    };
    expect(writeClient(contract(paths))).toContain(
      "export type PetResult =\n  | Answered<200, components['schemas']['CatAnswer']>",
    );
  });

  test('stops the generator when nothing says which version of the API it is of', () => {
    expect(() => writeOperations(contract({ '/cats': get('feed') }, {}, {}, {}))).toThrow(
      'info.x-api-version must be a date.',
    );
  });
});

describe('an error code', () => {
  const paths = { '/cats': get('feed', { responses: { 200: response('Cat'), 422: response('Refused') } }) };

  test('is in the catalogue with its words and its field', () => {
    const examples = {
      b: refusal('b', { meta: { param_name: 'fish' } }),
      a: refusal('a', { meta: { param_name: 7 } }),
    };
    const written = writeErrors(contract(paths, { Refused: answer(refusing('b', 'a'), examples) }));
    expect(written.match(/^ {2}(\w+): \{$|^ {6}\{ operation.*$/gm)).toEqual([
      '  a: {',
      "      { operation: 'feed', status: 422 },",
      '  b: {',
      '      { operation: \'feed\', status: 422, paramName: "fish" },',
    ]);
    expect(written).toContain("export type FeedErrorCode =\n  | 'b'\n  | 'a';");
  });

  test('has the sentences for its other fields, and stops the generator when no form has such a field', () => {
    const schema = to('Meal');
    const requestBody = { content: { 'application/x-www-form-urlencoded': { schema } } };
    const eat = get('feed', { requestBody, responses: { 422: response('Refused') } });
    const write = (fieldMessages: JsonObject) => {
      const b = { ...refusal('b'), 'x-field-messages': fieldMessages };
      const responses = { Refused: answer(refusing('b'), { b }) };
      return writeErrors(contract({ '/cats': eat }, responses, { Meal: fields({ fish: text }) }));
    };
    expect(write({ fish: 'Which fish?' })).toContain('fieldMessages: {"fish":"Which fish?"},');
    expect(write({})).not.toContain('fieldMessages:');
    expect(() => write({ fsh: 'Which fish?' })).toThrow('b: x-field-messages names fsh, a field of no form');
  });

  test('stops the generator when it has no example', () => {
    expect(() => writeErrors(contract(paths, { Refused: answer(refusing('b'), {}) }))).toThrow(
      'feed: code b has no example',
    );
  });
});

describe('a validator', () => {
  test('carries no words for people, and checks the fields that are called as they are', async () => {
    const words = {
      description: 'words',
      example: { type: 'words' },
      examples: [{ a: 'words' }],
      'x-expected': 'words',
    };
    const properties = {
      description: { ...words, enum: ['a'] },
      example: to('Name'),
      examples: { ...words, type: 'array', items: { ...words, type: 'string' } },
      properties: { ...words, type: 'object', properties: { 'x-expected': true }, required: ['description'] },
    };
    const It = { ...words, type: 'object', properties, allOf: [{ ...words, maxProperties: 3 }] };
    const code = compile({ components: { schemas: { It, Name: text } } }, { isIt: '#/components/schemas/It' });
    expect(code).not.toContain('words');
    const { isIt } = await import(`data:text/javascript,${encodeURIComponent(`${CODE_POINTS}\n${code}`)}`);
    expect(isIt({ description: 'a', example: 'a', examples: ['a'] })).toBe(true);
    const wrong = [
      { description: 'b' },
      { example: 7 },
      { examples: [7] },
      { properties: {} },
      { a: 1, b: 2, c: 3, d: 4 },
    ];
    expect(wrong.filter(isIt)).toEqual([]);
  });

  test('stops the generator when it would need a module of a package', () => {
    const schemas = { It: { type: 'array', uniqueItems: true } };
    expect(() => compile({ components: { schemas } }, { isIt: '#/components/schemas/It' })).toThrow(
      'a validator needs a module that is not written into it',
    );
  });
});

test('resources are written with their fields in the form and the words of the SDK', () => {
  const User = fields(
    {
      line_2: { ...text, description: 'Like `line_2` and `other_1`.\n' },
      manager: to('User'),
      weight: { type: 'number' },
      seen_at: { type: 'number' },
      // What is said of the milliseconds is not true of a Date.
      left_at: to('Time'),
      gone_at: to('TimeOrNull'),
      times_at: { type: 'array', items: { type: 'integer' } },
      things: { type: 'array' },
      whatever: {},
      only: { anyOf: [text] },
      either: { anyOf: [{ enum: ['a', 'b'] }, text] },
      named: to('Name'),
      none: { oneOf: [{ type: 'null' }, to('Name')] },
    },
    { description: 'A user,\nand more.', required: ['line_2'] },
  );
  const others = ['Session', 'Client', 'SignInFactor', 'ErrorMeta'].map((name) => [
    name,
    fields({}, { description: name }),
  ]);
  const schemas = {
    User,
    Name: { ...text, description: 'A name' },
    Time: { type: 'integer', description: 'Unix milliseconds' },
    TimeOrNull: { type: ['integer', 'null'], description: 'Unix milliseconds' },
    ...Object.fromEntries(others),
  };
  const written = writeResources(contract({}, {}, schemas));
  expect(written.slice(0, written.indexOf('\n\n'))).toBe(`/** A user, and more. */
export interface UserFields {
  /** Like \`line2\` and \`other_1\`. */
  readonly line2: string;
  /**
   * A user,
   * and more.
   */
  readonly manager?: UserFields;
  readonly weight?: number;
  readonly seenAt?: Date;
  readonly leftAt?: Date;
  readonly goneAt?: Date | null;
  readonly timesAt?: readonly number[];
  readonly things?: readonly unknown[];
  readonly whatever?: unknown;
  readonly only?: string;
  readonly either?: 'a' | 'b' | (string & Record<never, never>);
  /** A name */
  readonly named?: string;
  readonly none?: null | string;
}`);
  expect(() => writeResources(contract({}))).toThrow('User is no schema of the contract');
});

test('examples have the name of their component, or one made of their place', () => {
  const examples = { kept: { $ref: '#/components/examples/kept' }, own: { value: 1 } };
  const responses = { 200: answer({}, examples), 204: { description: 'Empty' } };
  const document = { paths: { '/cats': get('feed', { responses }) }, components: { examples: { kept: { value: 2 } } } };
  expect(JSON.parse(writeExamples(document))).toEqual({
    operations: { feed: { 200: { kept: 'kept', own: 'feed-200-own' } } },
    values: { kept: 2, 'feed-200-own': 1 },
  });
});

test('the schema for editors has no references, not even in lists', async () => {
  const schemas = {
    ErrorCode: {},
    SettingsChange: {},
    Name: { ...text, 'x-expected': 'a name' },
    Seed: { anyOf: [to('Name')] },
  };
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } };
  const written = new Map(await writeEmulator(document, ['a'], (said) => said));
  expect(JSON.parse(written.get('seed.schema.json') ?? '')).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    anyOf: [{ type: 'string', 'x-expected': 'a name', errorMessage: 'Has to be a name.' }],
  });
});
