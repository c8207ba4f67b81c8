/**
 * Writes generated/resources.ts: what the SDK's resources look like, in its own form (camelCase, times as `Date`), with the
 * contract's descriptions on every field. A mapped type would have the same fields, but editors show no text on them.
 */
import { type Contract, isObject, type JsonObject, list, object } from './contract.ts';

/** The schemas that the SDK shows; those that these refer to are written too. */
const ROOTS = ['User', 'Session', 'Client', 'SignInFactor', 'ErrorMeta'];

/** Names of classes of the SDK, which show more than these fields. */
const nameOf = (schema: string): string =>
  ['User', 'Session', 'Client'].includes(schema) ? `${schema}Fields` : schema;

const camel = (name: string): string => name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());

/** Names of this project, and the SDK's names for them. */
const inWords = (words: string, names: readonly string[]): string =>
  words.replace(/`(\w+)`/g, (whole, name: string) => (names.includes(name) ? `\`${camel(name)}\`` : whole));

/** The text of generated/resources.ts. */
export function writeResources({ document }: Contract): string {
  const schemas = object(object(document['components'])['schemas']);
  const written = new Map<string, string>();
  const schemaOf = (name: string): JsonObject => {
    const schema = schemas[name];
    if (!isObject(schema)) throw new Error(`${name} is no schema of the contract`);
    return schema;
  };
  const referred = ({ $ref }: JsonObject): string | undefined =>
    typeof $ref === 'string' ? $ref.slice($ref.lastIndexOf('/') + 1) : undefined;
  /** The words on a schema, or on the one that it refers to. */
  const wordsOn = (schema: JsonObject): string => {
    const { description } = schema;
    const name = referred(schema);
    if (typeof description === 'string') return description;
    return name === undefined ? '' : wordsOn(schemaOf(name));
  };

  function typeOf(schema: JsonObject, field: string, indent: string): string {
    const name = referred(schema);
    if (name !== undefined) {
      const target = schemaOf(name);
      if (!isObject(target['properties'])) return typeOf(target, field, indent);
      write(name);
      return nameOf(name);
    }
    const { const: constant, enum: values, type, properties, items } = schema;
    if (constant !== undefined) return JSON.stringify(constant).replaceAll('"', "'");
    if (Array.isArray(values)) return values.map((value) => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
    const options = [schema['oneOf'], schema['anyOf']].find(Array.isArray);
    if (options) {
      const types = options.map((option) => typeOf(object(option), field, indent));
      // Known values stay known to editors beside any other string.
      return types
        .map((each) => (each === 'string' && types.join().includes("'") ? '(string & Record<never, never>)' : each))
        .join(' | ');
    }
    if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each }, field, indent)).join(' | ');
    if (type === 'null') return type;
    if (isObject(properties)) return `{\n${membersOf(schema, `${indent}  `)}\n${indent}}`;
    if (type === 'array') {
      const item = isObject(items) ? typeOf(items, '', indent) : 'unknown';
      return `readonly ${/[|{]/.test(item) ? `(${item})` : item}[]`;
    }
    if (type === 'object') return 'Readonly<Record<string, unknown>>';
    if (type === 'integer' || type === 'number') return field.endsWith('_at') ? 'Date' : 'number';
    return typeof type === 'string' ? type : 'unknown';
  }

  function membersOf(schema: JsonObject, indent: string): string {
    const { properties, required } = schema;
    const wanted = list(required);
    const fields = object(properties);
    return Object.entries(fields)
      .map(([field, schemaOrNot]) => {
        const value = object(schemaOrNot);
        const type = typeOf(value, field, indent);
        // The words about a number of milliseconds are not true of a `Date`.
        const words = type.startsWith('Date') && value['description'] === undefined ? '' : wordsOn(value).trim();
        const shown = value['const'] === undefined ? inWords(words, Object.keys(fields)) : words;
        const tag = value['deprecated'] === true ? ['@deprecated'] : [];
        const lines = [...(shown ? shown.split('\n') : []), ...tag];
        const doc =
          lines.length === 1
            ? `${indent}/** ${lines[0]} */\n`
            : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
        return `${lines.length > 0 ? doc : ''}${indent}readonly ${camel(field)}${wanted.includes(field) ? '' : '?'}: ${type};`;
      })
      .join('\n');
  }

  function write(name: string): void {
    if (written.has(name)) return;
    // Set before its members are written, which may refer to it.
    written.set(name, '');
    const schema = schemaOf(name);
    written.set(
      name,
      `/** ${wordsOn(schema).replaceAll('\n', ' ')} */\nexport interface ${nameOf(name)} {\n${membersOf(schema, '  ')}\n}`,
    );
  }

  for (const name of ROOTS) write(name);
  return `${[...written.values()].join('\n\n')}\n`;
}
