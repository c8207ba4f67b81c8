/**
 * The contract as an OpenAPI 3.0.3 document, for tools that read no 3.1. It accepts and refuses the same values.
 *
 * Where 3.0 has no words for a keyword, this stops with its place instead of dropping it: a contract that a 3.0 reader would
 * understand differently is not published.
 */
import { isObject, type Json, type JsonObject, list, object } from './contract.ts';

/** Keywords that mean the same in both versions and hold no schema. */
const SAME = new Set(
  'title description format default required enum minLength maxLength pattern minimum maximum multipleOf minItems maxItems uniqueItems minProperties maxProperties readOnly writeOnly deprecated externalDocs discriminator xml example'.split(
    ' ',
  ),
);
/** Members that hold a value for people or programs, never a schema. */
const VALUES = new Set(['example', 'examples']);
/** Members of the document that 3.0 does not have. */
const NEWER = new Set(['webhooks', 'jsonSchemaDialect', 'pathItems']);

/** Writes the 3.0.3 document. Throws, and names the place, where 3.0 cannot say what the contract says. */
export function toOpenapi30(document: JsonObject): JsonObject {
  const components = object(document['components']);
  const schemas = object(components['schemas']);

  const fail = (at: string, what: string): never => {
    throw new Error(`openapi-3.0.json: OpenAPI 3.0 cannot say ${what} (${at})`);
  };

  const follow = (schema: JsonObject): JsonObject => {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    return follow(object(schemas[reference.slice('#/components/schemas/'.length)]));
  };

  /** A schema that may also be null. `nullable` counts only beside a `type`, so a schema that is referred to is written out. */
  function orNull(choices: readonly Json[], keyword: string, at: string): JsonObject {
    const others = choices.filter((choice) => !isNull(choice));
    const target = others.length === 1 ? schemaOf(follow(object(others[0])), at) : {};
    if (
      typeof target['type'] === 'string' &&
      !['allOf', 'anyOf', 'oneOf', 'not', 'enum'].some((word) => word in target)
    )
      return { ...target, nullable: true };
    return { [keyword]: choices.map((choice) => schemaOf(choice, at)) };
  }

  function schemaOf(value: Json, at: string): JsonObject {
    if (typeof value === 'boolean') return value ? {} : { not: {} };
    const { $ref: reference, ...siblings } = object(value);
    if (reference !== undefined) {
      if (Object.keys(siblings).length === 0) return { $ref: reference };
      // Some generators do not see a null inside allOf. A value is written out; an object keeps its name and its own words.
      const target = follow({ $ref: reference });
      if (Object.keys(siblings).join() === 'description') {
        if (list(target['type']).includes('null')) return { ...schemaOf(target, at), ...siblings };
        if (list(target['oneOf']).some(isNull)) return { $ref: reference };
      }
      const more = schemaOf(siblings, at);
      return { ...more, allOf: [{ $ref: reference }, ...list(more['allOf'])] };
    }
    const result: Record<string, Json> = {};
    const values = list(siblings['enum']);
    // Some generators take an enum without a type for unknown.
    if (values.length > 0 && values.every((one) => typeof one === 'string')) result['type'] = 'string';
    for (const [keyword, item] of Object.entries(siblings)) {
      for (const [name, made] of Object.entries(keywordOf(keyword, item, `${at}/${keyword}`, siblings))) {
        // A schema's own keywords go before those written out from another.
        if (name in siblings && name !== keyword) continue;
        result[name] = made;
      }
    }
    return result;
  }

  function keywordOf(keyword: string, item: Json, at: string, schema: JsonObject): JsonObject {
    if (SAME.has(keyword) || keyword.startsWith('x-')) return { [keyword]: item };
    switch (keyword) {
      case 'type':
        if (Array.isArray(item) && item.filter((type) => type !== 'null').length > 1 && 'anyOf' in schema)
          return fail(at, 'several types beside anyOf');
        return typeOf(item);
      case 'const':
        return { enum: [item] };
      case 'examples':
        return list(item).length > 0 ? { example: list(item)[0] ?? null } : {};
      case 'exclusiveMinimum':
        return { minimum: item, exclusiveMinimum: true };
      case 'exclusiveMaximum':
        return { maximum: item, exclusiveMaximum: true };
      case 'properties':
        return { properties: mapOf(item, (one, name) => schemaOf(one, `${at}/${name}`)) };
      case 'anyOf':
      case 'oneOf':
        if (list(item).some(isNull)) return orNull(list(item), keyword, at);
        return { [keyword]: list(item).map((one, index) => schemaOf(one, `${at}/${index}`)) };
      case 'allOf':
        return { [keyword]: list(item).map((one, index) => schemaOf(one, `${at}/${index}`)) };
      case 'items':
      case 'not':
        return { [keyword]: schemaOf(item, at) };
      case 'additionalProperties':
        return { additionalProperties: typeof item === 'boolean' ? item : schemaOf(item, at) };
      default:
        return fail(at, keyword);
    }
  }

  /** Walks everything outside schemas. */
  function nodeOf(value: Json, at: string): Json {
    if (Array.isArray(value)) return value.map((item, index) => nodeOf(item, `${at}/${index}`));
    if (!isObject(value)) return value;
    if (typeof value['$ref'] === 'string') return { $ref: value['$ref'] };
    const result: Record<string, Json> = {};
    for (const [name, item] of Object.entries(value)) {
      const here = `${at}/${name}`;
      if (NEWER.has(name)) continue;
      if (VALUES.has(name) || name.startsWith('x-')) result[name] = item;
      else if (name === 'schema') result[name] = schemaOf(item, here);
      else if (at === '#/components' && name === 'schemas')
        result[name] = mapOf(item, (one, key) => schemaOf(one, `${here}/${key}`));
      else result[name] = nodeOf(item, here);
    }
    return result;
  }

  const { openapi: _, info, ...rest } = document;
  return withoutUnused({ openapi: '3.0.3', info: infoOf(object(info)), ...object(nodeOf(rest, '#')) }, document);
}

/** Without the schemas that only what is written out now referred to. */
function withoutUnused(converted: JsonObject, original: JsonObject): JsonObject {
  const components = object(converted['components']);
  const uses = (text: string, name: string): boolean => text.includes(`"#/components/schemas/${name}"`);
  const [before, after] = [JSON.stringify(original), JSON.stringify(converted)];
  const schemas = Object.entries(object(components['schemas']));
  const kept = schemas.filter(([name]) => uses(after, name) || !uses(before, name));
  const result = { ...converted, components: { ...components, schemas: Object.fromEntries(kept) } };
  return kept.length === schemas.length ? result : withoutUnused(result, original);
}

/** `info` without its summary, which the description then begins with, and with the licence by address. */
function infoOf({ summary, description, license, ...info }: JsonObject): JsonObject {
  const words = [summary, description].filter((text) => typeof text === 'string').join('\n\n');
  const { identifier, ...named } = object(license);
  const address = typeof identifier === 'string' ? { url: `https://spdx.org/licenses/${identifier}.html` } : {};
  return {
    ...info,
    ...(words === '' ? {} : { description: words }),
    ...(license === undefined ? {} : { license: { ...address, ...named } }),
  };
}

function typeOf(value: Json): JsonObject {
  if (typeof value === 'string') {
    // No type of 3.0 is null; of the objects, this lets only null through.
    return value === 'null' ? { type: 'object', nullable: true, enum: [null] } : { type: value };
  }
  const types = list(value);
  const nullable = types.includes('null') ? { nullable: true } : {};
  const others = types.filter((type) => type !== 'null');
  const each = others.map((type) => ({ type, ...nullable }));
  return each.length === 1 ? { ...each[0] } : { anyOf: each };
}

const isNull = (schema: Json): boolean => isObject(schema) && schema['type'] === 'null';
const mapOf = (value: Json, change: (item: Json, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object(value)).map(([key, item]) => [key, change(item, key)]));
