import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContract } from '../../src/codegen/rules.ts';

const original = fileURLToPath(new URL('../../openapi', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'rules-')), 'openapi');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the edit of ${file} changes nothing`);
  writeFileSync(join(folder, file), after);
};

describe('the rules of the contract', () => {
  beforeEach(() => cpSync(original, folder, { recursive: true }));

  test('find nothing in the contract as it is', () => {
    expect(checkContract(original)).toEqual([]);
  });

  test('name the response and the file of each example that is deleted, and no other', () => {
    const files = readdirSync(join(folder, 'examples'), { recursive: true, encoding: 'utf8' });
    const examples = files.filter((file) => file.endsWith('.yaml'));
    expect(examples.length).toBeGreaterThan(50);
    // Every fifth at once: reading the whole contract for each alone takes seconds.
    for (let batch = 0; batch < 5; batch++) {
      const deleted = examples.filter((_, index) => index % 5 === batch);
      for (const file of deleted) rmSync(join(folder, 'examples', file));
      const found = checkContract(folder).map((line) => /there is no openapi\/examples\/(\S+)$/.exec(line)?.[1]);
      expect(new Set(found.filter((file) => file !== undefined))).toEqual(new Set(deleted));
      for (const file of deleted) cpSync(join(original, 'examples', file), join(folder, 'examples', file));
    }
  });

  test('name the code when a schema gets one that has no example', () => {
    edit('schemas/ForbiddenErrorCode.yaml', (text) =>
      text.replace(/( +)- user_banned\n/, '$1- user_banned\n$1- user_on_holiday\n'),
    );
    expect(checkContract(folder)).toContain('openapi/responses/Forbidden.yaml: code user_on_holiday has no example');
  });

  test('name the example when its code is no longer in the schema', () => {
    edit('schemas/ForbiddenErrorCode.yaml', (text) => text.replace(/ +- user_banned\n/, ''));
    expect(checkContract(folder)).toContain(
      'openapi/responses/Forbidden.yaml: example user_banned is not one of the codes',
    );
  });
});

describe('the rules, on a small contract,', () => {
  type Files = Record<string, object | string>;
  const source = { client: 'a client' };
  const STATUSES = ['200', '400', '429', '500', 'default'];
  const operation = (id: string, statuses: readonly string[], more: object = {}) => ({
    operationId: id,
    summary: 'Summary',
    description: 'Description',
    'x-source': source,
    'x-status-sources': Object.fromEntries(statuses.map((status) => [status, source])),
    responses: Object.fromEntries(statuses.map((status) => [status, {}])),
    ...more,
  });
  const error = (code: string) => ({
    summary: 'Summary',
    description: 'Description',
    'x-remedy': 'Remedy',
    'x-retry': 'never',
    'x-source': source,
    value: { errors: [{ code }] },
  });
  const refusing = (...codes: readonly string[]) => ({
    schema: {
      allOf: [
        { $ref: '../schemas/Errors.yaml' },
        {
          properties: {
            errors: { items: { allOf: [{}, { properties: { code: { $ref: '../schemas/CatErrorCode.yaml' } } }] } },
          },
        },
      ],
    },
    examples: Object.fromEntries(codes.map((code) => [code, { $ref: `../examples/${code}.yaml` }])),
  });
  const response = (media: object) => ({ content: { 'application/json': media } });

  /** What is found in it, changed as told. */
  function problems(change: (files: Files) => void): readonly string[] {
    const files: Files = {
      'paths/cats.yaml': {
        get: operation('listCats', STATUSES),
        post: operation('feedCat', [...STATUSES, '413', '415', '422'], { requestBody: {} }),
      },
      'paths/notes.txt': { get: {} },
      'responses/Cats.yaml': response({ examples: { cats: { $ref: '../examples/of/cats.yaml' } } }),
      'responses/Refused.yaml': response(refusing('form_param_value_invalid', 'not_hungry')),
      'responses/Other.yaml': response({}),
      'responses/Moved.yaml': { description: 'Without a body' },
      'schemas/CatErrorCode.yaml': { enum: ['form_param_value_invalid', 'not_hungry'] },
      // Errors in general: any text is a code of theirs.
      'schemas/Errors.yaml': { properties: { errors: { items: { properties: { code: { enum: ['any'] } } } } } },
      'examples/of/cats.yaml': { value: { cats: [] } },
      'examples/form_param_value_invalid.yaml': error('form_param_value_invalid'),
      'examples/not_hungry.yaml': error('not_hungry'),
    };
    change(files);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      // JSON is YAML.
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return checkContract(folder);
  }
  const CATS = 'openapi/paths/cats.yaml: ';
  const REFUSED = 'openapi/responses/Refused.yaml: ';
  const HUNGRY = 'openapi/examples/not_hungry.yaml: ';
  const NEEDS = 'needs an x-source: an object of document, client, guide, assumed, at least one of them';

  test('find nothing that is wrong in one that is right', () => {
    expect(problems(() => {})).toEqual([]);
  });

  test.each<[string, (files: Files) => void, readonly string[]]>([
    [
      'a status is missing',
      (files) => Object.assign(files, { 'paths/cats.yaml': { get: operation('listCats', []) } }),
      ['default', '200', '400', '429', '500'].map(
        (status) => `${CATS}operation listCats does not say what it answers with status ${status}`,
      ),
    ],
    [
      'a status of a request with a body is missing',
      (files) =>
        Object.assign(files, { 'paths/cats.yaml': { post: operation('feedCat', STATUSES, { requestBody: {} }) } }),
      ['413', '415', '422'].map(
        (status) => `${CATS}operation feedCat does not say what it answers with status ${status}`,
      ),
    ],
    [
      'a source is of a status that is no response',
      (files) => {
        const get = operation('listCats', STATUSES);
        Object.assign(get['x-status-sources'], { 418: source });
        Object.assign(files, { 'paths/cats.yaml': { get } });
      },
      [`${CATS}operation listCats has a source for status 418, but no response`],
    ],
    ...[{}, { client: '' }, { client: 7 }, { client: 'a client', hearsay: 'a blog' }, 'a client', null].map(
      (wrong): [string, (files: Files) => void, readonly string[]] => [
        `the source is ${JSON.stringify(wrong)}`,
        (files) => {
          const sources = { ...operation('', STATUSES)['x-status-sources'], 429: wrong };
          const get = operation('listCats', STATUSES, { 'x-source': wrong, 'x-status-sources': sources });
          Object.assign(files, { 'paths/cats.yaml': { get } });
        },
        [`${CATS}operation listCats ${NEEDS}`, `${CATS}status 429 of operation listCats ${NEEDS}`],
      ],
    ),
    [
      'an operation has no summary',
      (files) =>
        Object.assign(files, { 'paths/cats.yaml': { get: operation('listCats', STATUSES, { summary: undefined }) } }),
      [`${CATS}operation listCats needs a summary and a description`],
    ],
    [
      'an operation has no description',
      (files) =>
        Object.assign(files, {
          'paths/cats.yaml': { get: operation('listCats', STATUSES, { description: undefined }) },
        }),
      [`${CATS}operation listCats needs a summary and a description`],
    ],
    [
      'an example is missing',
      (files) => void delete files['examples/of/cats.yaml'],
      ['openapi/responses/Cats.yaml: example cats is missing: there is no openapi/examples/of/cats.yaml'],
    ],
    [
      'a code more has no example',
      (files) =>
        Object.assign(files, {
          'schemas/CatErrorCode.yaml': { enum: ['form_param_value_invalid', 'asleep', 'not_hungry'] },
        }),
      [`${REFUSED}code asleep has no example`],
    ],
    [
      'a response has no example',
      (files) => Object.assign(files, { 'responses/Bare.yaml': response({}) }),
      ['openapi/responses/Bare.yaml: has no example'],
    ],
    [
      'an example is no file of its own',
      (files) => Object.assign(files, { 'responses/Inline.yaml': response({ examples: { cat: { value: 1 } } }) }),
      ['openapi/responses/Inline.yaml: example cat has to be a file of its own in openapi/examples'],
    ],
    [
      'an example is in a file of another name',
      (files) =>
        Object.assign(files, {
          'responses/Cats.yaml': response({ examples: { cat: { $ref: '../examples/of/cats.yaml' } } }),
        }),
      ['openapi/responses/Cats.yaml: example cat is in a file of another name, ../examples/of/cats.yaml'],
    ],
    [
      'codes and examples are not in one order',
      (files) => {
        Object.assign(files, {
          'responses/Refused.yaml': response(refusing('not_hungry', 'form_param_value_invalid')),
        });
      },
      [`${REFUSED}codes and examples are not in the same order`],
    ],
    [
      'the code for every invalid request is not the first',
      (files) => {
        Object.assign(files, {
          'schemas/CatErrorCode.yaml': { enum: ['not_hungry', 'form_param_value_invalid'] },
          'responses/Refused.yaml': response(refusing('not_hungry', 'form_param_value_invalid')),
        });
      },
      [`${REFUSED}form_param_value_invalid has to come first: the contract mock answers every invalid request with it`],
    ],
    [
      'a code has no example, and an example no code',
      (files) =>
        Object.assign(files, { 'schemas/CatErrorCode.yaml': { enum: ['form_param_value_invalid', 'asleep'] } }),
      [
        `${REFUSED}code asleep has no example`,
        `${REFUSED}example not_hungry is not one of the codes`,
        `${REFUSED}codes and examples are not in the same order`,
      ],
    ],
    ['the codes are in a schema that is not there', (files) => void delete files['schemas/CatErrorCode.yaml'], []],
    [
      'a file is not YAML',
      (files) => Object.assign(files, { 'examples/not_hungry.yaml': 'summary: Summary\n  : [\n' }),
      [expect.stringMatching(/^openapi\/examples\/not_hungry\.yaml: is not YAML \([^\n]+ at line \d+, column \d+:\)$/)],
    ],
    [
      'no response uses an example',
      (files) => Object.assign(files, { 'examples/of/dogs.yaml': { value: {} } }),
      ['openapi/examples/of/dogs.yaml: is used by no response'],
    ],
    [
      'an example of an error says too little',
      (files) =>
        Object.assign(files, {
          'examples/not_hungry.yaml': { summary: '', description: 7, value: { errors: [{ code: 'not_hungri' }] } },
        }),
      [
        `${HUNGRY}has the code not_hungri, which is not its name`,
        `${HUNGRY}has no summary`,
        `${HUNGRY}has no description`,
        `${HUNGRY}has no x-remedy`,
        `${HUNGRY}${NEEDS}`,
        `${HUNGRY}x-retry has to be one of corrected, later, never, signed-in, verified`,
      ],
    ],
  ])('say what is wrong, and nothing else, when %s', (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
