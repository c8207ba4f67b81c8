/**
 * Writes generated/emulator/ from openapi/emulator/: what a seed, the settings, a forced response and the control API of the emulator
 * are, as types, validators, default settings, a JSON Schema for editors, and one OpenAPI document.
 */
import openapiTS, { astToString } from 'openapi-typescript';
import { isObject, type Json, type JsonObject, nameOf, object } from './contract.ts';
import { CODE_POINTS, compile } from './write-validators.ts';

/** The component that `value` refers to, else `value`. */
function follow(document: JsonObject, value: Json | undefined): JsonObject {
  const reference = object(value)['$ref'];
  if (typeof reference !== 'string') return object(value);
  return object(
    reference
      .slice(2)
      .split('/')
      .reduce<Json | undefined>((at, part) => object(at)[part], document),
  );
}

/** The document with the codes of the contract where it says that any of them will do. */
function withCodes(document: JsonObject, codes: readonly string[]): JsonObject {
  const components = object(document['components']);
  const schemas = object(components['schemas']);
  const ErrorCode = { ...object(schemas['ErrorCode']), enum: codes };
  return { ...document, components: { ...components, schemas: { ...schemas, ErrorCode } } };
}

/** A schema without references, in words that editors know: they take older JSON Schema, and show `errorMessage`. */
function inlined(document: JsonObject, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => inlined(document, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(follow(document, value)).flatMap(([name, item]) =>
      name === 'x-expected'
        ? [
            [name, item],
            ['errorMessage', `Has to be ${String(item)}.`],
          ]
        : [[name, inlined(document, item)]],
    ),
  );
}

/** The values that a schema of an object gives to what is left out. */
function defaultsOf(document: JsonObject, schema: Json | undefined): Json {
  const { properties, default: own } = follow(document, schema);
  if (own !== undefined || !isObject(properties)) return own ?? null;
  return Object.fromEntries(Object.entries(properties).map(([name, item]) => [name, defaultsOf(document, item)]));
}

/** The schemas that operations take as JSON. */
const bodiesOf = (document: JsonObject): readonly string[] =>
  Object.values(object(document['paths']))
    .flatMap((path) => Object.values(object(path)))
    .flatMap((operation) => {
      const body = object(object(operation)['requestBody']);
      const { schema } = object(object(body['content'])['application/json']);
      return nameOf(object(schema)['$ref']) ?? [];
    });

/** The declarations of the validators, each of which tells what a value is. */
const declarations = (names: readonly string[]): string => `import type { Violation } from '../validators.d.ts';
import type { components } from './schema.ts';

/** Says whether a value fits its schema; \`errors\` holds what was wrong with the last value that did not. */
export interface Check<Kind> {
  (value: unknown): value is Kind;
  readonly errors?: readonly Violation[] | null;
}

${names.map((name) => `export declare const is${name}: Check<components['schemas']['${name}']>;`).join('\n')}
`;

/** The files, by their names in generated/emulator/. `bundled` is the document in one piece, `codes` those of the contract. */
export async function writeEmulator(
  bundled: JsonObject,
  codes: readonly string[],
  header: (text: string) => string,
): Promise<readonly (readonly [string, string])[]> {
  const document = withCodes(bundled, codes);
  const schemas = object(object(document['components'])['schemas']);
  const types = astToString(
    await openapiTS(JSON.stringify(document), { defaultNonNullable: false, immutable: true, silent: true }),
  );
  const defaults = JSON.stringify(defaultsOf(document, schemas['SettingsChange']), null, 2);
  const seed = object(inlined(document, schemas['Seed'] ?? {}));
  const named = new Set(['Seed', ...bodiesOf(document)]);
  const pointers = Object.fromEntries([...named].map((name) => [`is${name}`, `#/components/schemas/${name}`]));
  const code = compile(document, pointers, { messages: false }).replaceAll('/*# sourceURL', '\n/*# sourceURL');
  return [
    ['control.json', `${JSON.stringify(document, null, 2)}\n`],
    [
      'seed.schema.json',
      `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...seed }, null, 2)}\n`,
    ],
    [
      'schema.ts',
      header(
        `${types}\n/** The values of settings that nobody set. */\nexport const settingsDefaults = ${defaults} as const;\n`,
      ),
    ],
    ['validators.js', header(`${CODE_POINTS}\n${code}`)],
    ['validators.d.ts', header(declarations([...named]))],
  ];
}
