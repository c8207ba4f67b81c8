/** What each kind of difference means, tried on the complaints that users of other OpenAPI diff tools have filed. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/codegen/contract.ts';
import { compareDocuments } from '../../src/codegen/drift/compare.ts';
import { readDocument } from '../../src/codegen/drift/document.ts';
import sentences from './fixtures/drift-sentences.json' with { type: 'json' };

type Schema = { readonly [key: string]: Json };
const RESPONSE = 'would refuse a real response';
const REQUEST = 'would send a request that is refused';

/** A document of one operation whose request and response bodies are these schemas. */
const api = (parts: { request?: Schema; response?: Schema; schemas?: Schema; operation?: Schema; root?: Schema }) => ({
  openapi: '3.1.0',
  paths: {
    '/v1/me': {
      post: {
        ...(parts.request && { requestBody: { content: { 'application/json': { schema: parts.request } } } }),
        responses: {
          '200': {
            description: 'x',
            ...(parts.response && { content: { 'application/json': { schema: parts.response } } }),
          },
        },
        ...parts.operation,
      },
    },
  },
  components: { schemas: parts.schemas ?? {} },
  ...parts.root,
});
const findings = (ours: Schema, theirs: Schema) => {
  const [one, other] = [ours, theirs].map((each) => readDocument(JSON.stringify(each), 'x'));
  return one === undefined || other === undefined ? [] : compareDocuments(one, other).findings;
};
const compare = (ours: Schema, theirs: Schema): string[] =>
  findings(ours, theirs).map(({ place, change, verdict }) => `${place}: ${change}, ${verdict}`);
const messages = (ours: Schema, theirs: Schema): string[] =>
  findings(ours, theirs).map(({ place, change, verdict, message }) => `${place}: ${change}, ${verdict} (${message})`);
const fields = (properties: Schema, more: Schema = {}): Schema => ({ type: 'object', properties, ...more });
const text: Schema = { type: 'string' };
const closed: Schema = { additionalProperties: false };

// Each row is a change from ours to theirs, and what it is in a response and in a request.
const rows: readonly [string, Schema, Schema, string | undefined, string | undefined][] = [
  ['a value more in an enum', { enum: ['a'] }, { enum: ['a', 'b'] }, `: laxer, ${RESPONSE}`, ': laxer, harmless'],
  ['a value fewer in an enum', { enum: ['a', 'b'] }, { enum: ['a'] }, ': stricter, harmless', `: stricter, ${REQUEST}`],
  ['text that becomes an enum', text, { enum: ['a'] }, ': stricter, harmless', `: stricter, ${REQUEST}`],
  ['a list more in an enum', { enum: [['a']] }, { enum: [['a'], ['b']] }, `: laxer, ${RESPONSE}`, ': laxer, harmless'],
  [
    'an object in an enum with its keys in another order',
    { enum: [{ a: 1, b: 2 }] },
    { enum: [{ b: 2, a: 1 }] },
    undefined,
    undefined,
  ],
  ['an alternative that nothing can be', text, { anyOf: [text, { not: {} }, false] }, undefined, undefined],
  [
    'a field that is forbidden',
    fields({ a: text }),
    fields({ a: false }),
    '.a: missing, harmless',
    `.a: missing, ${REQUEST}`,
  ],
  [
    'no other fields, in other words',
    fields({ a: text }, { additionalProperties: false }),
    { allOf: [fields({ a: text })], unevaluatedProperties: false },
    undefined,
    undefined,
  ],
  [
    'no other fields for an object, and texts as before',
    { anyOf: [fields({ a: text }, { additionalProperties: false }), text] },
    { type: ['object', 'string'], anyOf: [fields({ a: text }), text], unevaluatedProperties: false },
    undefined,
    undefined,
  ],
  ['a type that its keyword says', { minLength: 1 }, { type: 'string', minLength: 1 }, undefined, undefined],
  ['items that say a type', { items: text }, { type: 'array', items: text }, undefined, undefined],
  ['a whole number that may be any number', { type: ['integer', 'number'] }, { type: 'number' }, undefined, undefined],
  ['null twice', { type: ['string', 'null'], nullable: true }, { type: ['string', 'null'] }, undefined, undefined],
  ['a truth value in other words', { enum: [true, false] }, { type: 'boolean' }, undefined, undefined],
  ['only true', { type: 'boolean' }, { const: true }, ': stricter, harmless', `: stricter, ${REQUEST}`],
  ['an enum of no value of its type', { type: 'string', enum: ['a', 1] }, { enum: ['a'] }, undefined, undefined],
  ['a rule that is switched off', { type: 'array', uniqueItems: false }, { type: 'array' }, undefined, undefined],
  ['a format that means nothing there', { type: 'boolean', format: 'x' }, { type: 'boolean' }, undefined, undefined],
  [
    'two rules in another order',
    { allOf: [{ type: 'string', pattern: 'a' }, { pattern: 'b' }] },
    { allOf: [{ type: 'string', pattern: 'b' }, { pattern: 'a' }] },
    undefined,
    undefined,
  ],
  ['values in common', { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }, { enum: ['b'] }, undefined, undefined],
  [
    'items of both parts',
    { allOf: [{ type: 'array', items: { minLength: 1, type: 'string' } }, { items: { maxLength: 9 } }] },
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: 9 } },
    undefined,
    undefined,
  ],
  ['a const in place of an enum', { enum: ['a'] }, { type: 'string', const: 'a' }, undefined, undefined],
  ['null allowed', text, { type: 'string', nullable: true }, `: laxer, ${RESPONSE}`, ': laxer, harmless'],
  ['null no longer allowed', { type: ['string', 'null'] }, text, ': stricter, harmless', `: stricter, ${REQUEST}`],
  ['null in other words', { type: ['string', 'null'] }, { oneOf: [{ type: 'null' }, text] }, undefined, undefined],
  ['null for an enum in other words', { enum: ['a', null] }, { enum: ['a'], nullable: true }, undefined, undefined],
  ['the type taken away', { type: ['string', 'null'] }, {}, `: laxer, ${RESPONSE}`, ': laxer, harmless'],
  ['integer to number', { type: 'integer' }, { type: 'number' }, `: laxer, ${RESPONSE}`, ': laxer, harmless'],
  ['integer to text', { type: 'integer' }, text, `: laxer, ${RESPONSE}`, `: stricter, ${REQUEST}`],
  [
    'the type of items',
    { type: 'array', items: text },
    { type: 'array', items: { type: 'integer' } },
    `[]: laxer, ${RESPONSE}`,
    `[]: stricter, ${REQUEST}`,
  ],
  [
    'a greater maxLength',
    { ...text, maxLength: 72 },
    { ...text, maxLength: 80 },
    `: laxer, ${RESPONSE}`,
    ': laxer, harmless',
  ],
  [
    'a new maxItems',
    { type: 'array' },
    { type: 'array', maxItems: 3 },
    ': stricter, harmless',
    `: stricter, ${REQUEST}`,
  ],
  ['a new pattern', text, { ...text, pattern: '^a' }, ': stricter, harmless', `: stricter, ${REQUEST}`],
  [
    'another pattern',
    { ...text, pattern: 'b' },
    { ...text, pattern: 'a' },
    `: laxer, ${RESPONSE}`,
    `: stricter, ${REQUEST}`,
  ],
  ['minLength 0', text, { ...text, minLength: 0 }, undefined, undefined],
  [
    'an exclusive limit in the words of 3.0',
    { type: 'number', exclusiveMinimum: 1 },
    { type: 'number', minimum: 1, exclusiveMinimum: true },
    undefined,
    undefined,
  ],
  [
    'a limit that excludes its number',
    { type: 'number', minimum: 1 },
    { type: 'number', exclusiveMinimum: 1 },
    ': stricter, harmless',
    `: stricter, ${REQUEST}`,
  ],
  [
    'an integer above 0 as at least 1',
    { type: 'integer', exclusiveMinimum: 0 },
    { type: 'integer', minimum: 1 },
    undefined,
    undefined,
  ],
  ['a format that servers check', text, { ...text, format: 'email' }, ': stricter, harmless', `: stricter, ${REQUEST}`],
  [
    'a format that only informs',
    { type: 'integer' },
    { type: 'integer', format: 'int64' },
    ': stricter, harmless',
    ': stricter, harmless',
  ],
  ['a field more', fields({ a: text }), fields({ a: text, b: text }), '.b: extra, harmless', '.b: extra, harmless'],
  [
    'a required field more',
    fields({ a: text }),
    fields({ a: text, b: text }, { required: ['b'] }),
    '.b: extra, harmless',
    `.b: extra, ${REQUEST}`,
  ],
  [
    'a required field that has a default',
    fields({ a: text }),
    fields({ a: text, b: { ...text, default: 'x' } }, { required: ['b'] }),
    '.b: extra, harmless',
    `.b: extra, ${REQUEST}`,
  ],
  [
    'an optional field fewer',
    fields({ a: text, b: text }),
    fields({ a: text }),
    '.b: missing, harmless',
    '.b: missing, harmless',
  ],
  [
    'a field fewer where others are forbidden',
    fields({ a: text, b: text }, closed),
    fields({ a: text }, closed),
    '.b: missing, harmless',
    `.b: missing, ${REQUEST}`,
  ],
  [
    'a required field fewer',
    fields({ a: text, b: text }, { required: ['b'] }),
    fields({ a: text }),
    `.b: missing, ${RESPONSE}`,
    '.b: missing, harmless',
  ],
  [
    'a field that becomes optional',
    fields({ a: text }, { required: ['a'] }),
    fields({ a: text }),
    `.a: laxer, ${RESPONSE}`,
    '.a: laxer, harmless',
  ],
  [
    'a field that becomes required',
    fields({ a: text }),
    fields({ a: text }, { required: ['a'] }),
    '.a: stricter, harmless',
    `.a: stricter, ${REQUEST}`,
  ],
  [
    'required, but described nowhere',
    fields({ a: { type: 'array' } }, { required: ['a'] }),
    fields({}, { required: ['a'] }),
    '.a: missing, harmless',
    '.a: missing, harmless',
  ],
  [
    'other fields forbidden',
    fields({ a: text }),
    fields({ a: text }, closed),
    '.*: stricter, harmless',
    '.*: stricter, harmless',
  ],
  [
    'other fields allowed',
    fields({ a: text }, closed),
    fields({ a: text }),
    `.*: laxer, ${RESPONSE}`,
    '.*: laxer, harmless',
  ],
  [
    'a map of other values',
    { type: 'object', additionalProperties: text },
    { type: 'object', additionalProperties: { type: 'integer' } },
    `.*: laxer, ${RESPONSE}`,
    `.*: stricter, ${REQUEST}`,
  ],
  [
    'a deprecated field',
    fields({ a: text }),
    fields({ a: { ...text, deprecated: true } }),
    '.a: different, harmless',
    '.a: different, harmless',
  ],
  [
    'fields moved into an allOf',
    fields({ a: text, b: text }, { required: ['a', 'b'] }),
    { allOf: [fields({ a: text }, { required: ['a'] }), fields({ b: text }, { required: ['b'] })] },
    undefined,
    undefined,
  ],
  [
    'a difference inside an allOf',
    { allOf: [fields({ a: text }, { required: ['a'] })] },
    { allOf: [fields({ a: text })] },
    `.a: laxer, ${RESPONSE}`,
    '.a: laxer, harmless',
  ],
  [
    'a difference inside a oneOf',
    { oneOf: [fields({ k: { const: 1 }, a: text }, { required: ['k', 'a'] }), fields({ k: { const: 2 } })] },
    { oneOf: [fields({ k: { const: 2 } }), fields({ k: { const: 1 }, a: text }, { required: ['k'] })] },
    `.a: laxer, ${RESPONSE}`,
    '.a: laxer, harmless',
  ],
  [
    'the order of a oneOf',
    { oneOf: [text, { type: 'integer' }] },
    { oneOf: [{ type: 'integer' }, text] },
    undefined,
    undefined,
  ],
  [
    'anyOf as a list of types',
    { anyOf: [text, { type: 'integer' }] },
    { type: ['integer', 'string'] },
    undefined,
    undefined,
  ],
  [
    'an alternative more',
    { oneOf: [text] },
    { oneOf: [text, { type: 'integer' }] },
    `: laxer, ${RESPONSE}`,
    ': laxer, harmless',
  ],
  [
    'an envelope',
    fields({ hello: text }, { required: ['hello'] }),
    fields({ data: fields({ hello: text }) }, { required: ['data'] }),
    `.hello: missing, ${RESPONSE}`,
    `.data: extra, ${REQUEST}`,
  ],
  [
    'a name more for open text',
    { anyOf: [{ enum: ['a'] }, text] },
    { anyOf: [{ enum: ['a', 'b'] }, text] },
    ': extra, harmless',
    ': extra, harmless',
  ],
  [
    'a keyword that is only compared',
    { ...text, not: { const: 'a' } },
    text,
    `: laxer, ${RESPONSE}`,
    ': laxer, harmless',
  ],
  [
    'other words for people',
    { ...text, description: 'a', title: 'T', examples: ['x'] },
    { ...text, example: 'y' },
    undefined,
    undefined,
  ],
];
describe.each(rows)('%s', (title, ours, theirs, inResponse, inRequest) => {
  // Only here does one change make two findings.
  const several = title === 'an envelope';
  test('in a response', () => {
    const found = compare(api({ response: ours }), api({ response: theirs }));
    if (several) expect(found).toContain(`response 200${inResponse}`);
    else expect(found).toEqual(inResponse === undefined ? [] : [`response 200${inResponse}`]);
  });
  test('in a request', () => {
    const found = compare(api({ request: ours }), api({ request: theirs }));
    if (several) expect(found).toContain(`request body${inRequest}`);
    else expect(found).toEqual(inRequest === undefined ? [] : [`request body${inRequest}`]);
  });
});

describe('circles of references end', () => {
  const tree = (more: Schema): Schema => ({
    Tree: fields({ children: { type: 'array', items: { allOf: [{ $ref: '#/components/schemas/Tree' }] } }, ...more }),
    Loop: { anyOf: [{ $ref: '#/components/schemas/Loop' }, { $ref: '#/components/schemas/Tree' }] },
  });
  test.each(['Tree', 'Loop'])('and a difference inside is found once: %s', (name) => {
    const response = { $ref: `#/components/schemas/${name}` };
    const ours = api({ response, schemas: tree({ name: text }) });
    expect(compare(ours, ours)).toEqual([]);
    const found = compare(ours, api({ response, schemas: tree({ name: { type: 'integer' } }) }));
    expect(found).toContain(`response 200.name: laxer, ${RESPONSE}`);
    expect(new Set(found.map((line) => line.split(':')[1]))).toEqual(new Set([` laxer, ${RESPONSE}`]));
  });
});

const query = (name: string, more: Schema = {}): Schema => ({ name, in: 'query', schema: text, ...more });
const operation = (more: Schema): Schema => api({ operation: more });
const schemes = (schemesByName: Schema, security: Json): Schema =>
  api({ root: { security, components: { securitySchemes: schemesByName } } });
const bearer: Schema = { type: 'http', scheme: 'bearer' };
const responses = (more: Schema): Schema => operation({ responses: { '200': { description: 'x' }, ...more } });
const media = (type: string): Schema => responses({ '200': { content: { [type]: { schema: text } } } });
const moved = (more: Schema): Schema => ({
  openapi: '3.0.0',
  paths: { '/v1/me': { ...more, post: { responses: { '200': { description: 'x' } } } } },
});
const around: readonly [string, Schema, Schema, string[]][] = [
  [
    'another form than two',
    responses({ '200': { content: { 'a/a': {}, 'b/b': {} } } }),
    responses({ '200': { content: { 'c/c': {} } } }),
    [
      `response 200 c/c: extra, ${RESPONSE}`,
      'response 200 a/a: missing, harmless',
      'response 200 b/b: missing, harmless',
    ],
  ],
  [
    'statuses in place of a range',
    responses({ '4xx': { content: { 'a/a': {} } } }),
    responses({ '404': { content: { 'b/b': {} } } }),
    [`response 404 b/b: extra, ${RESPONSE}`, 'response 404 a/a: missing, harmless', 'response 4xx: missing, harmless'],
  ],
  [
    'a parameter moved to its path',
    operation({ parameters: [query('a', { required: true })] }),
    moved({ parameters: [query('a', { required: true })] }),
    [],
  ],
  ['a new optional parameter', operation({}), operation({ parameters: [query('a')] }), ['query a: extra, harmless']],
  [
    'a new required parameter',
    operation({}),
    operation({ parameters: [query('a', { required: true })] }),
    [`query a: stricter, ${REQUEST}`],
  ],
  ['a parameter gone', operation({ parameters: [query('a')] }), operation({}), ['query a: missing, harmless']],
  [
    'a parameter that becomes required',
    operation({ parameters: [query('a')] }),
    operation({ parameters: [query('a', { required: true })] }),
    [`query a: stricter, ${REQUEST}`],
  ],
  [
    'null no longer allowed in a parameter',
    operation({ parameters: [query('a', { schema: { type: ['string', 'null'] } })] }),
    operation({ parameters: [query('a')] }),
    [`query a: stricter, ${REQUEST}`],
  ],
  [
    'a narrower field of a parameter',
    operation({ parameters: [query('a', { schema: fields({ b: { enum: [1, 2] } }) })] }),
    operation({ parameters: [query('a', { schema: fields({ b: { enum: [1] } }) })] }),
    [`query a.b: stricter, ${REQUEST}`],
  ],
  [
    'a style spelled out',
    operation({ parameters: [query('a')] }),
    operation({ parameters: [query('a', { style: 'form', explode: true })] }),
    [],
  ],
  [
    'another style',
    operation({ parameters: [query('a')] }),
    operation({ parameters: [query('a', { style: 'deepObject' })] }),
    [`query a: different, ${REQUEST}`],
  ],
  [
    'a header in other letters',
    operation({ parameters: [{ name: 'X-A', in: 'header', schema: text }] }),
    operation({ parameters: [{ name: 'x-a', in: 'header', schema: text }] }),
    [],
  ],
  ['deprecated', operation({}), operation({ deprecated: true }), ['operation: different, harmless']],
  ['not deprecated spelled out', operation({}), operation({ deprecated: false }), []],
  ['a new status', responses({}), responses({ '307': { description: 'x' } }), [`response 307: extra, ${RESPONSE}`]],
  [
    'a new status under a range of ours',
    responses({ '4XX': { description: 'x' } }),
    responses({ '404': { description: 'x' } }),
    ['response 4XX: missing, harmless'],
  ],
  ['a status gone', responses({ '404': { description: 'x' } }), responses({}), ['response 404: missing, harmless']],
  ['a charset', media('application/json'), media('Application/JSON; charset=utf-8'), []],
  [
    'another media type',
    media('application/json'),
    media('text/html'),
    [`response 200 text/html: extra, ${RESPONSE}`, 'response 200 application/json: missing, harmless'],
  ],
  ['a response without its body', media('application/json'), responses({}), [`response 200: missing, ${RESPONSE}`]],
  [
    'a new header',
    responses({}),
    responses({ '200': { headers: { 'Retry-After': { schema: text } } } }),
    ['response 200 header retry-after: extra, harmless'],
  ],
  [
    'a body no longer accepted',
    api({ request: text }),
    api({}),
    [`request body application/json: missing, ${REQUEST}`],
  ],
  [
    'a body that becomes required',
    operation({}),
    operation({ requestBody: { required: true, content: { 'application/json': {} } } }),
    [`request body: stricter, ${REQUEST}`, 'request body application/json: extra, harmless'],
  ],
  ['a security scheme of another name', schemes({ a: bearer }, [{ a: [] }]), schemes({ b: bearer }, [{ b: [] }]), []],
  [
    'a credential that does not suffice',
    schemes({ a: bearer }, [{ a: [] }]),
    schemes({ a: bearer, b: { type: 'apiKey', in: 'query', name: 'k' } }, [{ a: [], b: [] }]),
    [`security: missing, ${REQUEST}`, 'security: extra, harmless'],
  ],
  [
    'a credential no longer needed',
    schemes({ a: bearer }, [{ a: [] }]),
    schemes({}, []),
    ['security: extra, harmless'],
  ],
  [
    'a body that may be left out',
    operation({ requestBody: { required: true, content: { 'application/json': {} } } }),
    operation({ requestBody: { content: { 'application/json': {} } } }),
    ['request body: laxer, harmless'],
  ],
  [
    'a body that may be left out no longer',
    operation({ requestBody: { content: { 'application/json': {} } } }),
    operation({ requestBody: { required: true, content: { 'application/json': {} } } }),
    [`request body: stricter, ${REQUEST}`],
  ],
  [
    'a body in other forms',
    operation({ requestBody: { content: { 'a/a': {} } } }),
    operation({ requestBody: { content: { 'b/b': {}, 'c/c': {} } } }),
    [`request body a/a: missing, ${REQUEST}`, 'request body b/b: extra, harmless', 'request body c/c: extra, harmless'],
  ],
  ['a form among many', media('image/*'), media('image/png'), ['response 200 image/*: missing, harmless']],
  ['a form among all', media('*/*'), media('image/png'), ['response 200 */*: missing, harmless']],
  [
    'a body where there was none',
    responses({}),
    media('application/json'),
    ['response 200 application/json: extra, harmless'],
  ],
  [
    'a header gone',
    responses({ '200': { headers: { 'Retry-After': { schema: text } } } }),
    responses({}),
    ['response 200 header retry-after: missing, harmless'],
  ],
  [
    'a status among the others',
    responses({ default: media('a/a') }),
    responses({ default: media('a/a'), '500': media('a/a') }),
    [],
  ],
  ['notes among the responses', responses({ 'x-ours': {} }), responses({ 'x-theirs': {} }), []],
  ['deprecated no longer', operation({ deprecated: true }), operation({}), ['operation: different, harmless']],
];
/** More changes, each in both ways. What they are is in the file with the sentences. */
const more: readonly [string, Schema, Schema][] = [
  ['two patterns', { allOf: [{ type: 'string', pattern: 'b' }, { pattern: 'a' }] }, text],
  [
    'a pattern said twice',
    { allOf: [{ type: 'string', pattern: 'a' }, { pattern: 'a' }] },
    { type: 'string', pattern: 'a' },
  ],
  ['any text in place of two values', { enum: ['a', 'b'] }, text],
  ['two values more', { enum: ['a'] }, { enum: ['a', 'b', 'c'] }],
  [
    'the narrower of two limits',
    {
      allOf: [
        { type: 'string', minLength: 2, maxLength: 5 },
        { minLength: 1, maxLength: 9 },
      ],
    },
    { type: 'string', minLength: 2, maxLength: 5 },
  ],
  [
    'values of which one is too long',
    { enum: ['x', 'long'] },
    { anyOf: [{ enum: ['y'] }, { type: 'string', maxLength: 1 }] },
  ],
  ['parts of no common value', { allOf: [{ enum: ['a'] }, { enum: ['b'] }] }, { not: {} }],
  ['parts of several types', { allOf: [{ type: ['string', 'integer'] }, { type: ['string', 'array'] }] }, text],
  ['a field that is required, but described as anything', fields({}, { required: ['a'] }), fields({ a: {} })],
  [
    'values and types',
    { anyOf: [{ enum: ['a'] }, { type: 'string', maxLength: 3 }] },
    { type: 'string', maxLength: 3 },
  ],
  [
    'a limit of texts beside numbers',
    { type: ['string', 'number'], maxLength: 3 },
    { type: ['string', 'number'], maxLength: 4 },
  ],
  ['a value with a keyword of another type', { enum: ['a', 1], minimum: 0 }, { enum: ['a', 1] }],
  ['a field that only servers send', fields({ a: { ...text, readOnly: true } }), fields({})],
  ['a field that only clients send', fields({ a: { ...text, writeOnly: true } }), fields({})],
  [
    'a required field that only servers send',
    fields({}),
    fields({ a: { ...text, readOnly: true } }, { required: ['a'] }),
  ],
  ['a value that is as long as it may be', { enum: ['ab'] }, { type: 'string', minLength: 2, maxLength: 2 }],
  ['a value that is too long', { enum: ['abc'] }, { type: 'string', maxLength: 2 }],
  ['a value of one character of two units', { enum: ['🦜'] }, { type: 'string', maxLength: 1 }],
  ['a number in a range', { enum: [3] }, { type: 'number', minimum: 3, maximum: 3 }],
  ['a number out of a range', { enum: [4] }, { type: 'number', maximum: 3 }],
  ['a fraction for a whole number', { enum: [1.5] }, { type: 'integer' }],
  ['a value for a whole number', { enum: [2] }, { type: 'integer' }],
  ['a value for a pattern', { enum: ['a'] }, { type: 'string', pattern: '^a' }],
  ['a value for lists', { enum: [['a']] }, { type: 'array' }],
  ['a value for lists without repetition', { enum: [['a']] }, { type: 'array', uniqueItems: true }],
  ['a text for texts and numbers', { enum: ['a'] }, { type: ['integer', 'string'] }],
  ['a greater minItems', { type: 'array', minItems: 1 }, { type: 'array', minItems: 2 }],
  ['no minProperties', { type: 'object', minProperties: 1 }, { type: 'object' }],
  ['a limit that does not exclude its number', { type: 'number', exclusiveMaximum: 5 }, { type: 'number', maximum: 5 }],
  ['a greater negative minimum', { type: 'number', minimum: -5 }, { type: 'number', minimum: -1 }],
  ['a greater negative maximum', { type: 'number', maximum: -5 }, { type: 'number', maximum: -1 }],
  ['an integer below 10 as at most 9', { type: 'integer', exclusiveMaximum: 10 }, { type: 'integer', maximum: 9 }],
  ['a minimum of 0', { type: 'number', minimum: 0 }, { type: 'number' }],
  ['items of a type', { type: 'array' }, { type: 'array', items: text }],
  ['items of any type', { type: 'array', items: text }, { type: 'array' }],
  ['other fields of one type', fields({}, { additionalProperties: true }), fields({}, { additionalProperties: text })],
  ['a field of one type', fields({ a: true }), fields({ a: text })],
  ['a field of any type', fields({ a: text }), fields({ a: {} })],
  ['a text in place of anything', {}, text],
  [
    'any value, texts of a length',
    {},
    { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], minLength: 1 },
  ],
  [
    'any value, texts up to a length',
    {},
    { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], maxLength: 9 },
  ],
  [
    'any value, lists without repetition',
    {},
    { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], uniqueItems: true },
  ],
  [
    'any value, objects with a field',
    {},
    { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], required: ['a'] },
  ],
  ['any value, lists of texts', {}, { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], items: text }],
  [
    'any value, objects of texts',
    {},
    { type: ['string', 'number', 'array', 'object', 'boolean', 'null'], properties: { a: text } },
  ],
  ['any value in other words', {}, { type: ['string', 'number', 'array', 'object', 'boolean', 'null'] }],
  [
    'alternatives in another order, one with a field more',
    { anyOf: [fields({ a: text }, { required: ['a'] }), fields({ b: text }, { required: ['b'] })] },
    { anyOf: [fields({ b: text }, { required: ['b'] }), fields({ a: text, c: text }, { required: ['a'] })] },
  ],
  ['a field deprecated no longer', fields({ a: { ...text, deprecated: true } }), fields({ a: text })],
  ['a list that becomes a text', { type: 'array', items: text }, text],
  ['nothing in place of a text', text, { type: 'string', enum: [] }],
  [
    'a type among several with a limit',
    { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'integer' }] },
    { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'integer' }] },
  ],
  ['a text of any length beside listed ones', text, { anyOf: [{ enum: ['a'] }, { type: 'string', maxLength: 3 }] }],
  ['a format that servers check no longer', { ...text, format: 'email' }, text],
  [
    'a map that may have what is required',
    { type: 'object', additionalProperties: text },
    fields({ b: text }, { required: ['b'] }),
  ],
  ['a deprecated field that is forbidden', fields({ a: { ...text, deprecated: true } }), fields({}, closed)],
  ['a deprecated field that is not described', fields({ a: { ...text, deprecated: true } }), fields({})],
  [
    'other fields that one part allows, forbidden',
    { allOf: [fields({ a: text }, { additionalProperties: true }), fields({ a: text })] },
    fields({ a: text }, closed),
  ],
  [
    'other fields of a type where none were named',
    fields({ a: text }),
    fields({ a: text }, { additionalProperties: { type: 'integer' } }),
  ],
  ['a field among any others', fields({ a: text }), { type: 'object', additionalProperties: true }],
  ['one value of each type', { enum: ['a', 1, [], {}] }, {}],
  ['a number that is excluded', { enum: [3] }, { type: 'number', exclusiveMinimum: 3 }],
  ['a lower exclusive limit', { type: 'number', minimum: 5 }, { type: 'number', exclusiveMinimum: 3 }],
  ['a limit of numbers on a text', { ...text, exclusiveMinimum: 3 }, text],
  ['a rule for every type', { not: { const: 1 } }, {}],
  [
    'a rule of texts beside numbers',
    { type: ['string', 'number'], pattern: 'a' },
    { anyOf: [{ type: 'string', pattern: 'a' }, { type: 'number' }] },
  ],
  ['a format that means nothing for lists', { type: 'array', format: 'x' }, { type: 'array' }],
  [
    'fields beside a text',
    { type: ['string', 'object'], properties: { a: text } },
    { anyOf: [text, fields({ a: text })] },
  ],
  ['an integer above 0 as at least 2', { type: 'integer', exclusiveMinimum: 0 }, { type: 'integer', minimum: 2 }],
  ['a value more and a value fewer', { enum: ['a', 'b'] }, { enum: ['b', 'c'] }],
  ['both limits moved up', { ...text, minLength: 1, maxLength: 5 }, { ...text, minLength: 2, maxLength: 9 }],
  ['a list that no longer has to be empty', { type: 'array', maxItems: 0 }, { type: 'array' }],
  ['values in the first part', { allOf: [{ enum: ['a'] }, text] }, { enum: ['a'] }],
  ['a pattern in the second part', { allOf: [text, { pattern: 'a' }] }, { ...text, pattern: 'a' }],
  [
    'other fields of a map and of the page',
    { additionalProperties: { type: 'integer' } },
    { type: 'object', additionalProperties: { type: 'number' } },
  ],
];

const atPath = (path: string, ...parameters: Schema[]): Schema => ({
  openapi: '3.1.0',
  paths: { [path]: { post: { parameters, responses: {} } } },
});
const inPath = (name: string, schema: Schema = text): Schema => ({ name, in: 'path', required: true, schema });
const oauth: Schema = { type: 'oauth2' };

/** More of them around the bodies. */
const moreAround: readonly [string, Schema, Schema][] = [
  [
    'a header that is no parameter',
    operation({}),
    operation({ parameters: [{ name: 'Accept', in: 'header', required: true, schema: text }] }),
  ],
  [
    'a query parameter of the name of a header',
    operation({}),
    operation({ parameters: [query('accept', { required: true })] }),
  ],
  ['a path parameter of another name', atPath('/v1/a/{x}', inPath('x')), atPath('/v1/a/{y}', inPath('y'))],
  [
    'a path parameter of another type',
    atPath('/v1/a/{x}/{y}', inPath('x'), inPath('y')),
    atPath('/v1/a/{y}/{x}', inPath('y'), inPath('x', { type: 'integer' })),
  ],
  ['a path parameter that is not described', atPath('/v1/a/{x}', inPath('x')), atPath('/v1/a/{x}')],
  [
    'a parameter that may be left out',
    operation({ parameters: [query('a', { required: true })] }),
    operation({ parameters: [query('a')] }),
  ],
  [
    'a deprecated parameter',
    operation({ parameters: [query('a')] }),
    operation({ parameters: [query('a', { deprecated: true })] }),
  ],
  [
    'a parameter deprecated no longer',
    operation({ parameters: [query('a', { deprecated: true })] }),
    operation({ parameters: [query('a')] }),
  ],
  [
    'a parameter as JSON',
    operation({ parameters: [query('a')] }),
    operation({
      parameters: [{ name: 'a', in: 'query', content: { 'application/json': { schema: { type: 'integer' } } } }],
    }),
  ],
  [
    'the style of cookies spelled out',
    operation({ parameters: [{ name: 'a', in: 'cookie', schema: text }] }),
    operation({ parameters: [{ name: 'a', in: 'cookie', schema: text, style: 'form', explode: true }] }),
  ],
  [
    'the style of headers spelled out',
    operation({ parameters: [{ name: 'a', in: 'header', schema: text }] }),
    operation({ parameters: [{ name: 'a', in: 'header', schema: text, style: 'simple', explode: false }] }),
  ],
  [
    'another style of headers',
    operation({ parameters: [{ name: 'a', in: 'header', schema: text }] }),
    operation({ parameters: [{ name: 'a', in: 'header', schema: text, explode: true }] }),
  ],
  ['a scheme that is defined nowhere', schemes({ a: bearer }, [{ a: [] }]), schemes({}, [{ x: [] }])],
  ['a scheme of another kind', schemes({ a: bearer }, [{ a: [] }]), schemes({ a: oauth }, [{ a: [] }])],
  [
    'a scheme of HTTP in other letters',
    schemes({ a: bearer }, [{ a: [] }]),
    schemes({ a: { ...bearer, scheme: 'Bearer' } }, [{ a: [] }]),
  ],
  [
    'two credentials in another order',
    schemes({ a: bearer, b: oauth }, [{ a: [], b: [] }]),
    schemes({ a: oauth, b: bearer }, [{ a: [], b: [] }]),
  ],
  ['a credential for one operation', operation({}), operation({ security: [{ a: [] }] })],
  [
    'one of two credentials',
    schemes({ a: bearer }, [{ a: [] }]),
    schemes({ b: { type: 'apiKey', in: 'query', name: 'b' }, c: oauth }, [{ b: [] }, { c: [] }]),
  ],
  ...[true, false].map((required): [string, Schema, Schema] => [
    `a credential described as a parameter that is ${required ? 'required' : 'optional'}`,
    schemes({ k: { type: 'apiKey', in: 'query', name: 'k' } }, [{ k: [] }]),
    {
      ...operation({ parameters: [query('k', { required })] }),
      security: [{ k: [] }],
      components: { securitySchemes: { k: { type: 'apiKey', in: 'query', name: 'k' } } },
    },
  ]),
  [
    'path and query parameters of each other’s names',
    atPath('/v1/a/{cat}/{meal}', inPath('cat'), inPath('meal'), query('dog'), query('meal')),
    atPath(
      '/v1/a/{dog}/{food}',
      inPath('dog'),
      inPath('food', { type: 'integer' }),
      query('dog', { schema: { type: 'integer' } }),
      query('meal'),
    ),
  ],
  ['a parameter in other letters', operation({ parameters: [query('A')] }), operation({ parameters: [query('a')] })],
  ['a path without its parameter', atPath('/v1/a/{cat}', inPath('cat')), atPath('/v1/a/')],
  [
    'a header of a response in other letters',
    responses({ '200': { headers: { 'Retry-After': { schema: text } } } }),
    responses({ '200': { headers: { 'retry-after': { schema: text } } } }),
  ],
  ['a charset after a space', media('application/json'), media('application/json ; charset=utf-8')],
  [
    'a required body that is gone',
    operation({ requestBody: { required: true, content: { 'a/a': {} } } }),
    operation({}),
  ],
  [
    'a range in place of a status',
    responses({ '404': { content: { 'a/a': {} } } }),
    responses({ '4XX': { content: { 'b/b': {} } } }),
  ],
];

/** Every difference of these tables in the words that people read. */
describe('is told in its words', () => {
  const expected = new Map(Object.entries(sentences));
  test.each([...rows, ...more].map(([title, ours, theirs]) => [title, ours, theirs] as const))(
    '%s',
    (title, ours, theirs) => {
      expect([
        ...messages(api({ response: ours }), api({ response: theirs })),
        ...messages(api({ request: ours }), api({ request: theirs })),
      ]).toEqual(expected.get(title));
    },
  );
  test.each([...around, ...moreAround].map(([title, ours, theirs]) => [title, ours, theirs] as const))(
    '%s',
    (title, ours, theirs) => {
      expect(messages(ours, theirs)).toEqual(expected.get(title));
    },
  );
  test('and nothing else', () => {
    const titles = [...rows, ...more, ...around, ...moreAround].map(([title]) => title);
    expect([...expected.keys()].sort()).toEqual(titles.sort());
  });
});

describe('each keyword', () => {
  const values: readonly [string, readonly (readonly [string, Json, Json])[]][] = [
    [
      'object',
      [
        ['properties', { a: text }, { a: { type: 'integer' } }],
        ['required', ['a'], ['a', 'b']],
        ['additionalProperties', text, false],
        ['unevaluatedProperties', false, true],
        ['minProperties', 1, 2],
        ['maxProperties', 2, 1],
        ['patternProperties', { '^a': text }, { '^b': text }],
        ['propertyNames', { minLength: 1 }, { minLength: 2 }],
        ['dependentRequired', { a: ['b'] }, { a: ['c'] }],
        ['dependentSchemas', { a: text }, { b: text }],
      ],
    ],
    [
      'array',
      [
        ['items', text, { type: 'integer' }],
        ['minItems', 1, 2],
        ['maxItems', 2, 1],
        ['uniqueItems', true, 'else'],
        ['prefixItems', [text], [{}]],
        ['contains', text, {}],
      ],
    ],
    [
      'string',
      [
        ['minLength', 1, 2],
        ['maxLength', 2, 1],
        ['pattern', 'a', 'b'],
      ],
    ],
    [
      'number',
      [
        ['minimum', 1, 2],
        ['maximum', 2, 1],
        ['exclusiveMinimum', 1, 2],
        ['exclusiveMaximum', 2, 1],
        ['multipleOf', 2, 3],
      ],
    ],
  ];
  const all = values.flatMap(([type, list]) =>
    list.map(([keyword, one, other]) => [keyword, type, one, other] as const),
  );

  test.each(all)('%s says that a value is of type %s, and is compared', (keyword, type, one, other) => {
    const [short, long] = [{ [keyword]: one }, { type, [keyword]: one }];
    expect(compare(api({ response: short }), api({ response: long }))).toEqual([]);
    const found = compare(api({ request: long }), api({ request: { type, [keyword]: other } }));
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(['if', 'then', 'else', 'not'])('%s is compared whatever the type is', (keyword) => {
    const schema = (value: Schema): Schema => ({ type: 'string', [keyword]: value });
    expect(compare(api({ request: schema({ const: 'a' }) }), api({ request: schema({ const: 'b' }) }))).toEqual([
      `request body: stricter, ${REQUEST}`,
    ]);
  });
});

test.each(['date', 'date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'time', 'uri', 'url', 'uuid'])(
  'a server checks the format %s of a request',
  (format) => {
    expect(compare(api({ request: text }), api({ request: { ...text, format } }))).toEqual([
      `request body: stricter, ${REQUEST}`,
    ]);
  },
);

test('a field is deprecated, or only sent by servers, where it says so or what it refers to', () => {
  const refer = (more: Schema, referred: Schema): Schema =>
    api({
      request: fields({ a: { $ref: '#/components/schemas/A', ...more } }),
      schemas: { A: { ...text, ...referred } },
    });
  const plain = refer({}, {});
  for (const [other, expected] of [
    [refer({ deprecated: true }, {}), ['request body.a: different, harmless']],
    [refer({}, { deprecated: true }), ['request body.a: different, harmless']],
    [
      api({ request: fields({}, closed) }),
      [`request body.a: missing, ${REQUEST}`, 'request body.*: stricter, harmless'],
    ],
  ] as const) {
    expect(compare(plain, other)).toEqual(expected);
  }
  for (const ours of [refer({ readOnly: true }, {}), refer({}, { readOnly: true })]) {
    expect(compare(ours, api({ request: fields({}, closed) }))).toEqual(['request body.*: stricter, harmless']);
  }
});

test('schemas that are alternatives of each other allow what both do', () => {
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
  const schemas = { A: { anyOf: [ref('B'), text] }, B: { anyOf: [ref('A'), { type: 'integer' }] } };
  const either = { type: ['string', 'integer'] };
  expect(
    compare(
      api({ response: fields({ a: ref('A'), b: ref('B') }), schemas }),
      api({ response: fields({ a: either, b: either }) }),
    ),
  ).toEqual([]);
});

describe('around the bodies', () => {
  test.each(around)('%s', (_, ours, theirs, expected) => {
    expect(compare(ours, theirs)).toEqual(expected);
  });

  test.each<[string, Schema]>([
    ['the path', { paths: { '/v1/users/{user_id}': { get: { responses: {} } } } }],
    ['the server', { servers: [{ url: 'https://a.test/v1' }], paths: { '/users/{id}': { get: { responses: {} } } } }],
    [
      'a variable of the server',
      {
        servers: [{ url: '{base}/', variables: { base: { default: '/v1' } } }],
        paths: { '/users/{id}': { get: { responses: {} } } },
      },
    ],
    ['nothing', { paths: { '/users/{id}': { get: { responses: {} } } } }],
  ])('an operation is the same when /v1 is in %s and its parameter has another name', (_, theirs) => {
    const ours = { openapi: '3.1.0', paths: { '/v1/users/{uid}': { get: { responses: {} } } } };
    expect(compare(ours, { openapi: '3.0.3', ...theirs })).toEqual([]);
  });

  test.each([
    'https://a.test/v1',
    'https://a.test/v1/',
    'https://a.test/v1//',
    '/v1',
    '{base}/',
    'https://{region}.a.test/{version}',
    '{v1}',
  ])('an operation is the same when the server of one document is %s, whatever else is in the other', (url) => {
    const variables = { base: { default: '/v1' }, region: { default: 'eu' }, version: { default: 'v1' } };
    const one = { openapi: '3.1.0', paths: { '/v1/users': { get: { responses: {} } }, '/v2/x': {} } };
    const paths = { '/users': { get: { responses: {} } }, '/y': {} };
    const other = { openapi: '3.1.0', servers: [{ url: 'http://[' }, {}, { url, variables }], paths };
    expect([compare(one, other), compare(other, one)]).toEqual([[], []]);
  });

  test('each method of a path is an operation, and what else is there is none', () => {
    const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
    const item = Object.fromEntries([...methods, 'parameters', 'x-ours'].map((name) => [name, { responses: {} }]));
    const found = findings({ openapi: '3.1.0', paths: { '/a': item } }, { openapi: '3.1.0', paths: {} });
    expect(found.map((one) => one.operation)).toEqual(methods.map((method) => `${method.toUpperCase()} /a`));
  });

  test.each(['accept', 'Content-Type', 'authorization'])('the header %s is no parameter', (name) => {
    const parameters = [{ name, in: 'header', required: true, schema: text }];
    expect(compare(operation({}), operation({ parameters }))).toEqual([]);
  });

  test.each([
    ['a b', '#/components/schemas/a%20b'],
    ['a/b', '#/components/schemas/a~1b'],
    ['a~b', '#/components/schemas/a~0b'],
    ['a~1b', '#/components/schemas/a~01b'],
    ['100%', '#/components/schemas/100%'],
  ])('a schema called %s is found at %s', (name, $ref) => {
    const theirs = api({ response: { $ref }, schemas: { [name]: text } });
    expect(compare(api({ response: text }), theirs)).toEqual([]);
  });

  test('a POST stands for the method that its only possible _method says', () => {
    const document = (...methods: [string, Schema[]][]): Schema => ({
      openapi: '3.1.0',
      paths: {
        '/me': Object.fromEntries(methods.map(([method, parameters]) => [method, { parameters, responses: {} }])),
      },
    });
    const override = (more: Schema): Schema => ({ name: '_method', in: 'query', schema: { enum: ['patch'] }, ...more });
    const patch = document(['patch', []]);
    const missing = (parameter: Schema) =>
      compare(patch, document(['post', [parameter]])).filter((line) => line.startsWith('operation: missing'));
    const said = [`operation: missing, ${REQUEST}`];
    expect(missing(override({ required: true }))).toEqual([]);
    expect(missing(override({}))).toEqual(said);
    expect(missing(override({ required: true, schema: { enum: ['patch', 'delete'] } }))).toEqual(said);
    expect(missing(override({ required: true, in: 'header' }))).toEqual(said);
    expect(missing(override({ required: true, name: 'method' }))).toEqual(said);
    expect(compare(patch, document(['get', [override({ required: true })]]))).toEqual(said);
    const both = findings(document(['get', []], ['patch', []]), document(['post', [override({ required: true })]]));
    expect(both.find(({ change }) => change === 'missing')?.message).toBe('theirs does not have it');
    expect(both.find(({ change }) => change === 'missing')?.operation).toBe('GET /me');
  });
});
