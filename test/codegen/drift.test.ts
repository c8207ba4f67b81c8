import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/codegen/drift/compare.ts';
import { drift } from '../../src/codegen/drift.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/drift-${name}.yaml`, import.meta.url));
const generated = (name: string): string => fileURLToPath(new URL(`../../generated/${name}`, import.meta.url));

/** Runs the command with --json: its exit code, and each finding as one line. */
function run(...args: string[]) {
  const { code, out, err } = drift([...args, '--json']);
  expect(err).toBe('');
  const { findings, compared, uncovered }: Comparison = JSON.parse(out);
  const lines = findings.map((one) => `${one.operation} | ${one.place} | ${one.change} | ${one.verdict}`);
  return { code, lines, compared, uncovered };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('npm run drift', () => {
  test('finds nothing when our contract is compared with itself', () => {
    const { code, lines, compared, uncovered } = run(generated('openapi.json'));
    expect({ code, lines, uncovered }).toEqual({ code: 0, lines: [], uncovered: [] });
    expect(compared).toContain('POST /v1/me/change_password');
  });

  test('finds nothing when our contract is compared with its OpenAPI 3.0 form', () => {
    expect(run(generated('openapi-3.0.json'))).toMatchObject({ code: 0, lines: [], uncovered: [] });
  });

  test('passes and tells each addition when a document in other words only adds', () => {
    const { code, lines, compared, uncovered } = run(fixture('only-adds'), '--ours', fixture('ours'));
    const harmless = (operation: string, ...places: string[]): string[] =>
      places.map((place) => `${operation} | ${place} | extra | harmless`);
    const user = ['response 200.response.nickname', 'response 200.response.invited_by.nickname'];
    expect(new Set(lines)).toEqual(
      new Set([
        ...harmless('GET /v1/me', 'security', 'query locale', ...user, 'response 401.errors[].code'),
        ...harmless('POST /v1/me/change_password', 'security', 'request body.captcha_token', ...user),
        ...harmless('POST /v1/me/change_password', 'response 422.errors[].code'),
        ...harmless('POST /v1/sessions/{session_id}/verify', 'security', ...user),
        ...harmless('POST /v1/sessions', 'security'),
      ]),
    );
    expect(code).toBe(0);
    expect(compared).toHaveLength(4);
    expect(uncovered).toEqual(['GET /v1/invitations']);
  });

  test('fails and finds all ten, and nothing else, when a document breaks in ten ways', () => {
    const { code, lines } = run(fixture('breaks-in-ten-ways'), '--ours', fixture('ours'));
    const refused = (operation: string, ...places: string[]): string[] =>
      places.map((place) => `${operation} | ${place} | would send a request that is refused`);
    const wrong = (operation: string, ...places: string[]): string[] =>
      places.map((place) => `${operation} | ${place} | would refuse a real response`);
    const user = ['id', 'status', 'created_at'].flatMap((field) => [
      `response 200.response.${field} | laxer`,
      `response 200.response.invited_by.${field} | laxer`,
    ]);
    const change = 'POST /v1/me/change_password';
    const verify = 'POST /v1/sessions/{session_id}/verify';
    expect(new Set(lines)).toEqual(
      new Set([
        ...refused('POST /v1/sessions', 'operation | missing'),
        ...refused(verify, 'query intent | stricter'),
        ...wrong(change, 'response 202 | extra'),
        ...refused(change, 'request body.captcha_token | extra', 'request body.new_password | stricter'),
        ...refused(change, 'request body.current_password | missing', 'request body.hint | stricter'),
        ...['GET /v1/me', change, verify].flatMap((operation) => wrong(operation, ...user)),
      ]),
    );
    expect(code).toBe(1);
  });

  test('writes one paragraph per operation, with each difference once and its verdict above it', () => {
    const { code, out } = drift([fixture('breaks-in-ten-ways'), '--ours', fixture('ours')]);
    expect(code).toBe(1);
    const paragraph = out.split('\n\n').find((part) => part.startsWith('GET /v1/me\n'));
    expect(paragraph?.split('\n')).toEqual([
      'GET /v1/me',
      '  would refuse a real response',
      '    laxer: response 200.response.id, response 200.response.invited_by.id (theirs may leave it out; ours requires it)',
      '    laxer: response 200.response.status, response 200.response.invited_by.status (theirs allows "banned"; ours does not)',
      expect.stringMatching(/created_at \(theirs allows null or integer; ours allows integer\)$/),
    ]);
    expect(out).toMatch(/\n3 operations compared: \d+ breaking findings, 0 harmless\.\n$/);
  });

  test('ends with what was compared and what was not', () => {
    const lastOf = (theirs: string, ours: string): string[] => {
      const { out } = drift([theirs, '--ours', ours]);
      expect(out.split('\n')[0]).toBe(`ours: ${ours} · theirs: ${theirs}`);
      return out.split('\n').slice(out.split('\n').indexOf('POST /v1/sessions'));
    };
    expect(lastOf(fixture('only-adds'), fixture('ours'))).toEqual([
      'POST /v1/sessions',
      '  harmless',
      '    extra: security (theirs accepts HTTP bearer; ours never sends just that)',
      '',
      '4 operations compared: 0 breaking findings, 14 harmless.',
      'Theirs has 1 operation that ours does not cover (--json lists them all): GET /v1/invitations.',
      '',
    ]);
    // Places are told together if their last name, the change and the words are the same; three are named.
    const shaped = (name: string, required: readonly string[]): string => {
      const inner = { type: 'object', properties: { a: {}, ba: {} }, required };
      const schema = { type: 'object', properties: { x: inner, y: inner, z: inner }, required: ['x', 'y', 'z'] };
      const get = { responses: { 200: { description: 'x', content: { 'a/a': { schema } } } } };
      const paths = { '/a': { get }, ...(name === 'theirs' && { '/b': { get }, '/c': { get }, '/d': { get } }) };
      writeFileSync(join(folder, name), JSON.stringify({ openapi: '3.1.0', paths }));
      return join(folder, name);
    };
    const told = drift([shaped('theirs', []), '--ours', shaped('ours', ['a', 'ba'])]).out.split('\n');
    expect(told.slice(3)).toEqual([
      '  would refuse a real response',
      '    laxer: response 200.x.a, response 200.y.a, response 200.z.a (theirs may leave it out; ours requires it)',
      '    laxer: response 200.x.ba, response 200.y.ba, response 200.z.ba (theirs may leave it out; ours requires it)',
      '',
      '1 operation compared: 6 breaking findings, 0 harmless.',
      'Theirs has 3 operations that ours does not cover (--json lists them all): GET /b, GET /c, GET /d.',
      '',
    ]);
    // The same the other way round, and with an API that is another one.
    expect(drift([fixture('ours'), '--ours', fixture('only-adds')]).out).toMatch(
      /\n {2}would send a request that is refused\n {4}missing: operation \(theirs does not have it\)\n/,
    );
    const file = join(folder, 'other.json');
    const paths = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/${name}`, { get: { responses: {} } }]));
    writeFileSync(file, JSON.stringify({ openapi: '3.1.0', paths }));
    expect(
      drift([file, '--ours', fixture('ours')])
        .out.split('\n')
        .slice(-4),
    ).toEqual([
      '0 operations compared: 4 breaking findings, 0 harmless.',
      'No operation is in both documents. Is it a document of the same API?',
      'Theirs has 4 operations that ours does not cover (--json lists them all): GET /a, GET /b, GET /c and 1 more.',
      '',
    ]);
  });

  test('teaches the verdicts and the exit codes when asked for help', () => {
    const { code, out } = drift(['--help']);
    expect(code).toBe(0);
    for (const words of ['would refuse a real response', 'would send a request that is refused', 'harmless', '--json'])
      expect(out).toContain(words);
    expect(out).toMatch(/Exit code: 0 .*1 .*2 /);
  });
});

describe('npm run drift refuses, in one sentence and with exit code 2,', () => {
  const api = 'openapi: 3.1.0\npaths:\n  /v1/me:\n    get:\n      responses:\n        "200": ';
  test.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '\n', /is empty\.$/],
    ['text', 'hello', /is not an OpenAPI document: it holds no object\.$/],
    [
      'broken YAML',
      'openapi: 3.1.0\npaths: [',
      /\/theirs is neither JSON nor YAML: Flow sequence in block collection must be [^:]* at line 2, column 9\.$/,
    ],
    ['broken JSON', '{"openapi": "3.1.0", "paths": {', /is neither JSON nor YAML: .*\.$/],
    ['two YAML documents', 'openapi: 3.1.0\n---\nopenapi: 3.1.0\n', /is neither JSON nor YAML: .*\.$/],
    ['binary data', Buffer.from([0, 1, 255, 254, 0]), /drift-.*\.$/],
    ['JSON of another kind', '{"name": "x"}', /has no "openapi" field\.$/],
    ['Swagger 2.0', 'swagger: "2.0"\npaths: {}', /is a Swagger 2\.0 document; convert it/],
    ...['4.0.0', '3.2.0', '3.10.0', '13.0.0'].map((version): [string, string, RegExp] => [
      `OpenAPI ${version}`,
      `openapi: ${version}\npaths: {}`,
      new RegExp(`is OpenAPI ${version}; only 3\\.0 and 3\\.1 can be compared\\.$`),
    ]),
    ['a document without paths', 'openapi: 3.1.0\nwebhooks: {}', /has no "paths" object/],
    [
      'a remote $ref',
      `${api}{ $ref: "https://a.test/x.yaml" }`,
      /refers to https:\/\/a\.test\/x\.yaml, which is outside/,
    ],
    ['a $ref to another file', `${api}{ $ref: "x.yaml#/A" }`, /refers to x\.yaml#\/A, .* bundle it/],
    [
      'a $ref to nothing',
      `${api}{ $ref: "#/components/responses/A" }`,
      /refers to #\/components\/responses\/A, which is not/,
    ],
    ['a $ref to itself', `${api}{ $ref: "#/paths/~1v1~1me/get/responses/200" }`, /leads back to itself/],
    ['a $ref to an anchor', `${api}{ $ref: "#User" }`, /refers to #User, which is not in the file\.$/],
    ['a $ref to an inherited member', `${api}{ $ref: "#/paths/constructor" }`, /which is not in the file\.$/],
  ])('%s', (_, content, expected) => {
    const file = join(folder, 'theirs');
    writeFileSync(file, content);
    const { code, out, err } = drift([file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd()).toMatch(expected);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('but not a $ref to the whole document, which is in the file', () => {
    const file = join(folder, 'theirs');
    writeFileSync(file, `${api}{ description: d, content: { application/json: { schema: { $ref: "#" } } } }`);
    expect(drift([file])).toMatchObject({ err: '' });
  });

  test.each([
    ['a missing file', ['/nowhere/a.yaml'], /^\/nowhere\/a\.yaml does not exist\.\n$/],
    ['a directory', [tmpdir()], /is a directory, not a file\.\n$/],
    ['a path through a file', [`${fixture('ours')}/a.yaml`], /a\.yaml cannot be read \(ENOTDIR\)\.\n$/],
    ['no file', [], /^Name the document to compare with/],
    ['two files', ['a', 'b'], /^Only one document/],
    ['an unknown option', ['--fix', 'a'], /^Unknown option '--fix'\. See --help\.\n$/],
  ])('%s', (_, args, expected) => {
    expect(drift(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(expected) });
  });

  test('schemas inside each other by the ten thousand', () => {
    const file = join(folder, 'theirs.json');
    const depth = 20_000;
    const schema = `${'{"allOf":['.repeat(depth)}{}${']}'.repeat(depth)}`;
    const content = `{"application/json":{"schema":${schema}}}`;
    writeFileSync(file, `{"openapi":"3.1.0","paths":{"/v1/me":{"get":{"responses":{"200":{"content":${content}}}}}}}`);
    expect(drift([file])).toMatchObject({ code: 2, err: 'The document is nested too deeply to be compared.\n' });
  });

  test('never a document of another API: it says that no operation is in both, and names three of theirs', () => {
    const file = join(folder, 'theirs.yaml');
    const paths = ['/pets', '/pets/{id}', '/shops', '/shops/{id}'].map(
      (path) => `  ${path}: { get: { responses: {} } }\n`,
    );
    writeFileSync(file, `openapi: 3.1.0\npaths:\n${paths.join('')}`);
    const { out } = drift([file, '--ours', fixture('ours')]);
    expect(out).toContain('No operation is in both documents. Is it a document of the same API?');
    expect(out).toContain('GET /pets, GET /pets/{id}, GET /shops and 1 more');
  });

  test('nothing of YAML that is written once and used again', () => {
    const file = join(folder, 'theirs.yaml');
    const ok = '{ description: x, content: { a/a: { schema: { type: object, properties: { a: *text } } } } }';
    writeFileSync(
      file,
      `openapi: 3.1\nx-text: &text { type: string, <<: { minLength: 1 } }\npaths: { /a: { get: { responses: { "200": ${ok} } } } }`,
    );
    const ours = join(folder, 'ours.json');
    const schema = { type: 'object', properties: { a: { type: 'string', minLength: 1 } } };
    const get = { responses: { 200: { description: 'x', content: { 'a/a': { schema } } } } };
    writeFileSync(ours, JSON.stringify({ openapi: '3.1.0', paths: { '/a': { get } } }));
    expect(run(file, '--ours', ours)).toMatchObject({ code: 0, lines: [], compared: ['GET /a'] });
  });

  test('nothing of JSON that begins with a byte order mark', () => {
    const file = join(folder, 'theirs.json');
    writeFileSync(file, `\uFEFF${readFileSync(generated('openapi.json'), 'utf8')}`);
    expect(drift([file]).code).toBe(0);
  });
});
