/** What people who build on the document need of it: names, formats, examples, sources. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isObject, type Json, resolve } from '../../src/codegen/contract.ts';
import { SOURCE_KINDS } from '../../src/codegen/rules.ts';

type Node = { readonly [key: string]: Json };
const object = (value: Json | undefined): Node => (isObject(value) ? value : {});
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const parsed: Json = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const document = object(parsed);
const schemas = object(object(document['components'])['schemas']);
const operations = Object.values(object(document['paths'])).flatMap((item) => Object.values(object(item)).map(object));

interface Property {
  readonly at: string;
  readonly name: string;
  readonly schema: Node;
}

/** Every property of every schema, those of objects without a name among them. */
function propertiesOf(schema: Node, at: string): readonly Property[] {
  const items = object(schema['items']);
  const own = Object.entries(object(schema['properties'])).map(([name, value]) => ({ name, schema: object(value) }));
  return [
    ...own.map(({ name, schema: inner }) => ({ at: `${at}.${name}`, name, schema: inner })),
    ...own.flatMap(({ name, schema: inner }) => propertiesOf(inner, `${at}.${name}`)),
    ...(items['properties'] === undefined ? [] : propertiesOf(items, `${at}[]`)),
  ];
}
const properties = Object.entries(schemas).flatMap(([name, schema]) => propertiesOf(object(schema), name));

/** Whether somebody can see a value of it: its own, that of what it refers to, or those of its parts. */
function hasExample(schema: Node): boolean {
  const whole = { ...resolve(document, schema), ...(schema['examples'] === undefined ? {} : schema) };
  if (list(whole['examples']).length > 0 || whole['const'] !== undefined || whole['properties'] !== undefined)
    return true;
  if (list(schema['examples']).length > 0) return true;
  if (list(whole['oneOf']).some((one) => hasExample(object(one)))) return true;
  if (list(whole['anyOf']).some((one) => list(object(one)['enum']).length > 0)) return true;
  return whole['items'] !== undefined && hasExample(object(whole['items']));
}

describe('the contract', () => {
  test('names its error codes, so that no generator has to make up a name for a list of them', () => {
    const codes = Object.keys(schemas).filter((name) => name.endsWith('ErrorCode'));
    expect(codes).toEqual(expect.arrayContaining(['ChangePasswordErrorCode', 'RemovePasswordErrorCode']));
    const responses = JSON.stringify(object(document['components'])['responses']);
    expect(responses).not.toContain('"enum"');
    for (const name of codes) expect(responses).toContain(`#/components/schemas/${name}`);
  });

  test('gives every time 64 bits', () => {
    const times = properties.filter(({ name }) => /_at$/.test(name));
    expect(times.length).toBeGreaterThan(40);
    expect(times.filter(({ schema }) => resolve(document, schema)['format'] !== 'int64').map(({ at }) => at)).toEqual(
      [],
    );
  });

  test('marks what is a password, and older names as deprecated', () => {
    const isPassword = ({ name, schema }: Property): boolean =>
      /^((new|current)_)?password$/.test(name) && JSON.stringify(schema['type']).includes('string');
    const passwords = properties.filter(isPassword);
    expect(passwords.map(({ schema }) => schema['format'])).toEqual(passwords.map(() => 'password'));
    expect(passwords.length).toBeGreaterThanOrEqual(5);
    const older = properties.filter(({ schema }) => /Older name|older SDKs/.test(String(schema['description'])));
    expect(older.length).toBeGreaterThanOrEqual(5);
    expect(older.filter(({ schema }) => schema['deprecated'] !== true).map(({ at }) => at)).toEqual([]);
  });

  test('shows a value of every property, parameter and request body', () => {
    expect(properties.filter(({ schema }) => !hasExample(schema)).map(({ at }) => at)).toEqual([]);
    for (const operation of operations) {
      for (const parameter of list(operation['parameters']).map((one) => resolve(document, one))) {
        const shown = parameter['example'] !== undefined || hasExample(object(parameter['schema']));
        expect([parameter['name'], shown || object(parameter['schema'])['enum'] !== undefined]).toEqual([
          parameter['name'],
          true,
        ]);
      }
      const body = object(object(object(operation['requestBody'])['content'])['application/x-www-form-urlencoded']);
      if (operation['requestBody'] !== undefined) expect(Object.keys(object(body['examples']))).not.toEqual([]);
    }
  });

  test('says of every operation, status and error code what it rests on', () => {
    const rests = (value: Json | undefined): boolean => SOURCE_KINDS.some((kind) => object(value)[kind] !== undefined);
    for (const operation of operations) {
      expect(rests(operation['x-source'])).toBe(true);
      const sources = object(operation['x-status-sources']);
      expect(Object.keys(sources).toSorted()).toEqual(Object.keys(object(operation['responses'])).toSorted());
      for (const source of Object.values(sources)) expect(rests(source)).toBe(true);
    }
    for (const example of Object.values(object(object(document['components'])['examples'])).map(object)) {
      if (object(example['value'])['errors'] !== undefined) expect(rests(example['x-source'])).toBe(true);
    }
  });

  test('explains its extensions, and says whom to ask', () => {
    const info = object(document['info']);
    for (const name of ['x-retry', 'x-remedy', 'x-source', 'x-status-sources']) {
      expect(info['description']).toContain(`\`${name}\``);
    }
    expect(object(info['contact'])['url']).toMatch(/^https:/);
    expect(object(document['externalDocs'])['url']).toMatch(/^https:/);
  });

  test('hands out credentials in headers that it describes', () => {
    const responses = object(object(document['components'])['responses']);
    for (const name of ['SignInCreated', 'CurrentClient']) {
      expect(Object.keys(object(object(responses[name])['headers']))).toEqual(['Set-Cookie', 'Authorization']);
    }
  });

  test('knows every query parameter that the vendor’s client sends', () => {
    const of = (id: string): readonly Json[] => {
      const operation = operations.find((one) => one['operationId'] === id);
      return list(operation?.['parameters']).flatMap((one) => resolve(document, one)['name'] ?? []);
    };
    expect(of('getClient')).toEqual(
      expect.arrayContaining(['_clerk_js_version', '_clerk_retry_attempt', 'rotating_token_nonce', '__domain']),
    );
    for (const { operationId } of operations) expect(of(String(operationId))).toContain('__domain');
    expect(Object.keys(object(object(schemas['SignInRequest'])['properties']))).toEqual(
      expect.arrayContaining(['locale', 'timezone']),
    );
  });
});
