/**
 * The contract as the pages and their Markdown twins tell it: generated/openapi.json, read by Redoc, Redocly's renderer. It follows
 * references, merges `allOf`, and puts types and limits in words. Its own page shows most of that only once its scripts have run,
 * so only its reading is used here.
 */
import { readFileSync } from 'node:fs';
import redoc, { type FieldModel, type MediaTypeModel, type OperationModel, type SchemaModel } from 'redoc';
import type { ErrorSource } from '../../generated/errors.ts';
import type { Answer, ObjectType, Operation, Property, Sample, TypeWords } from './operation.ts';

export interface SecurityScheme {
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly description?: string;
}

/** The source of an operation. */
interface Sources {
  readonly 'x-source': ErrorSource;
  readonly 'x-status-sources': Readonly<Record<string, ErrorSource>>;
}

/** The parts that are shown as they stand in the document. */
interface Document {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Sources>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
    readonly schemas: Readonly<Record<string, { readonly type?: unknown; readonly properties?: unknown }>>;
  };
}

export interface Contract extends Pick<Document, 'info' | 'tags' | 'servers'> {
  /** The text of generated/openapi.json. */
  readonly text: string;
  readonly securitySchemes: Document['components']['securitySchemes'];
  /** In the order of their tags. */
  readonly operations: readonly Operation[];
  /** By name, every object that has one. */
  readonly schemas: ReadonlyMap<string, ObjectType>;
  /** The objects that operations name, in the order in which they are met. */
  readonly objects: readonly ObjectType[];
}

const SCHEMA = /^#\/components\/schemas\/(?:Named\.)?(\w+)$/;

/**
 * The document for Redoc, which writes out every object inside every other. Where an object is only named, it is here one with a
 * single field: ten seconds of work less, and the same words.
 */
function shallow(document: Document): Document {
  const { schemas } = document.components;
  const isObject = (name: string | undefined): name is string =>
    name !== undefined && schemas[name]?.properties !== undefined;
  const named = (value: unknown, key = ''): unknown => {
    if (typeof value !== 'object' || value === null || /^x-|^examples?$/.test(key)) return value;
    if (Array.isArray(value)) return value.map((each) => named(each, key));
    const name = '$ref' in value ? SCHEMA.exec(String(value.$ref))?.[1] : undefined;
    // A body is the object itself, and `allOf` narrows one.
    if (isObject(name) && key !== 'schema' && key !== 'allOf')
      return { ...value, $ref: `#/components/schemas/Named.${name}` };
    return Object.fromEntries(Object.entries(value).map(([each, inner]) => [each, named(inner, each)]));
  };
  const stubs = Object.keys(schemas)
    .filter(isObject)
    .map((name) => [`Named.${name}`, { ...schemas[name], required: [], allOf: undefined, properties: { id: {} } }]);
  const written = named(document) as Document; // the same members, with other references
  return {
    ...written,
    components: { ...written.components, schemas: { ...written.components.schemas, ...Object.fromEntries(stubs) } },
  };
}

/** Reads the whole contract. */
export async function readContract(): Promise<Contract> {
  const text = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');
  const document = JSON.parse(text) as Document; // written by `npm run generate`, which lints it
  const { menu, spec, options } = await redoc.createStore(shallow(document), undefined, {});
  const schemaOf = (name: string): SchemaModel => {
    const $ref = `#/components/schemas/${name}`;
    return new redoc.SchemaModel(spec.parser, { $ref }, $ref, options);
  };
  const met = new Map<string, ObjectType>();
  const reader = new SchemaReader((name) => {
    if (met.has(name)) return;
    met.set(name, { name, description: '', properties: [] }); // an object may hold itself
    met.set(name, objectOf(name));
  });
  const objectOf = (name: string): ObjectType => {
    const schema = schemaOf(name);
    return { name, description: schema.description, properties: reader.properties(schema) };
  };
  const operations = menu.items.flatMap((group) =>
    group.items
      .filter((item) => item instanceof redoc.OperationModel)
      .map((item) => readOperation(item, group.name, reader, document.paths[item.path]?.[item.httpVerb])),
  );
  const objects = [...met.values()];
  const { info, tags, servers, components } = document;
  const named = Object.keys(components.schemas).filter((name) => components.schemas[name]?.type === 'object');
  const schemas = new Map(named.map((name) => [name, met.get(name) ?? objectOf(name)]));
  return { text, info, tags, servers, securitySchemes: components.securitySchemes, operations, schemas, objects };
}

/** The operation of that id. Throws where there is none. */
export function operationOf({ operations }: Contract, id: string): Operation {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`The contract has no operation ${id}.`);
  return found;
}

/** Its samples in the order of tabs: the SDK first. */
export const samplesOf = ({ samples }: Operation): readonly Sample[] =>
  samples.toSorted((one, other) => ORDER.indexOf(one.label) - ORDER.indexOf(other.label));

const ORDER = ['SDK', 'Generated client', 'openapi-fetch', 'curl'];

/** The names of the code samples' languages in fences. */
const FENCES: Readonly<Record<string, string>> = { Shell: 'sh', TypeScript: 'ts' };

/** Turns Redoc's schemas into words and tells which objects it met. */
class SchemaReader {
  readonly #met: (name: string) => void;
  constructor(met: (name: string) => void) {
    this.#met = met;
  }

  properties(schema: SchemaModel): Property[] {
    return (schema.fields ?? []).filter(({ kind }) => kind === 'field').map((field) => this.property(field));
  }

  property({ name, required, schema, description }: FieldModel): Property {
    const variants = schema.oneOf ?? [];
    const values = [schema, ...variants].flatMap(({ enum: listed }) => listed).map(String);
    const [example] = schema.examples ?? [];
    return {
      name,
      required,
      type: this.type(schema),
      limits: [
        ...schema.constraints.map((limit) => limit.replace(/^\[ (\S+) \.\. (\S+) \]/, '$1 to $2')),
        // The contract's moments; no other number of it is so large.
        ...(schema.format === 'int64' ? ['Unix milliseconds'] : []),
      ],
      values,
      open: values.length > 0 && variants.some(({ enum: listed, type }) => listed.length === 0 && type !== 'null'),
      ...(example === undefined ? {} : { example: typeof example === 'string' ? example : JSON.stringify(example) }),
      // Redoc hands the words about "this object or null" on to the object.
      description: description || (variants[0]?.description ?? ''),
      properties: this.object(schema) === undefined && !schema.oneOf ? this.properties(schema) : [],
    };
  }

  /** The name under which the schema stands in the contract, if it is an object with properties. */
  object(schema: SchemaModel): string | undefined {
    const name = SCHEMA.exec(schema.pointer)?.[1];
    // Inside itself an object has no fields: Redoc stops there.
    if (name === undefined || !(schema.isCircular || schema.fields?.some(({ kind }) => kind === 'field'))) return;
    this.#met(name);
    return name;
  }

  /** The named object that a body is, or that it narrows by `allOf`. */
  named({ pointer, rawSchema }: SchemaModel): string {
    const refs = [pointer, ...(rawSchema.allOf ?? []).map((part) => ('$ref' in part ? String(part.$ref) : ''))];
    const name = refs.map((ref) => SCHEMA.exec(ref)?.[1]).find((found) => found !== undefined);
    if (name === undefined)
      throw new Error(`The reference needs a name for the schema at ${pointer}: move it to openapi/schemas.`);
    this.#met(name);
    return name;
  }

  type(schema: SchemaModel): TypeWords {
    if (schema.items) {
      const orNull = schema.displayType.endsWith(' or null') ? [{ text: ' or null' }] : [];
      return [{ text: 'array of ' }, ...this.type(schema.items), ...orNull];
    }
    const object = this.object(schema);
    if (object !== undefined) return [{ text: object, object }];
    const variants = schema.oneOf?.filter(({ enum: listed }) => listed.length === 0);
    if (!variants?.length) return [{ text: schema.displayType }];
    // A schema that says "this object or null" is named for it: NullableClient.
    const nullable = SCHEMA.exec(schema.pointer)?.[1]?.replace(/^Nullable/, '');
    return variants.flatMap((variant, index) => {
      const own = SCHEMA.test(variant.pointer) ? this.object(variant) : undefined;
      const name = own ?? (variant.fields ? variant.title || nullable : undefined);
      if (name !== undefined) this.#met(name);
      const words = name === undefined ? { text: variant.displayType } : { text: name, object: name };
      return index === 0 ? [words] : [{ text: ' or ' }, words];
    });
  }
}

function readOperation(
  operation: OperationModel,
  tag: string,
  reader: SchemaReader,
  sources: Sources | undefined,
): Operation {
  const [body] = operation.requestBody?.content?.mediaTypes ?? [];
  const id = operation.operationId ?? operation.id;
  const samples = operation.codeSamples.flatMap(({ lang, label = lang, source }) =>
    typeof source === 'string' && lang !== 'payload' ? [{ lang: FENCES[lang] ?? lang, label, source }] : [],
  );
  return {
    id,
    slug: id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    tag,
    summary: operation.name,
    description: operation.description ?? '',
    source: sources?.['x-source'] ?? {},
    method: operation.httpVerb.toUpperCase(),
    path: operation.path,
    security: operation.security.map(({ schemes }) => schemes.map(({ id }) => id)),
    parameters: operation.parameters.map((field) => ({ ...reader.property(field), place: field.in ?? 'query' })),
    ...(body?.schema
      ? {
          body: {
            mediaType: body.name,
            description: operation.requestBody?.description ?? '',
            properties: reader.properties(body.schema),
            closed: body.schema.schema.additionalProperties === false,
          },
        }
      : {}),
    answers: operation.responses.map(({ code, summary, description, content }) =>
      readAnswer(code, summary || description, content?.mediaTypes[0], reader, sources?.['x-status-sources'][code]),
    ),
    samples,
  };
}

function readAnswer(
  status: string,
  description: string,
  media: MediaTypeModel | undefined,
  reader: SchemaReader,
  source: ErrorSource = {},
): Answer {
  const success = status.startsWith('2');
  // Redoc makes one up where the contract has none: for any other status there is nothing to show.
  const examples = status === 'default' ? [] : Object.entries(media?.examples ?? {});
  return {
    status,
    description,
    source,
    properties: media?.schema && success ? reader.properties(media.schema) : [],
    ...(media?.schema && !success ? { refusal: reader.named(media.schema) } : {}),
    examples: examples.map(([name, { summary = name, description = '', value }]) => ({
      name,
      summary,
      description,
      value,
    })),
  };
}
