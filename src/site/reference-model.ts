/**
 * What the reference tells, read from the contract by Redoc, Redocly's renderer: it follows references, merges `allOf`, and puts
 * types and limits in words. Its own page shows most of that only once its scripts have run, so only its reading is used here.
 */
import redoc, { type FieldModel, type MediaTypeModel, type OperationModel, type SchemaModel } from 'redoc';

/** A type in words; a word that names an object of the contract says which. */
export type TypeWords = readonly { readonly text: string; readonly object?: string }[];

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly type: TypeWords;
  /** Limits in words, such as `8 to 72 characters`. */
  readonly limits: readonly string[];
  readonly values: readonly string[];
  /** Values beside the listed ones may come. */
  readonly open: boolean;
  readonly example?: string;
  readonly description: string;
  /** The properties of an object that has no name of its own. */
  readonly properties: readonly Property[];
}

export interface ObjectType {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
}

export interface Example {
  /** For an error, its code. */
  readonly name: string;
  readonly summary: string;
  readonly value: unknown;
}

export interface Answer {
  readonly status: string;
  readonly description: string;
  /** What a success carries. */
  readonly properties: readonly Property[];
  /** The named object that a refusal carries, narrowed to the codes that can come. */
  readonly refusal?: string;
  readonly examples: readonly Example[];
}

export interface Sample {
  readonly label: string;
  readonly lang: string;
  readonly source: string;
}

export interface ReferenceOperation {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
  /** Ways to say who is asking; each is a list of schemes that go together. An empty one: nothing needs to be said. */
  readonly security: readonly (readonly string[])[];
  readonly parameters: readonly (Property & { readonly place: string })[];
  readonly body?: {
    readonly mediaType: string;
    readonly description: string;
    readonly properties: readonly Property[];
  };
  readonly answers: readonly Answer[];
  readonly samples: readonly Sample[];
}

export interface Reference {
  readonly groups: readonly {
    readonly name: string;
    readonly description: string;
    readonly operations: readonly ReferenceOperation[];
  }[];
  /** The objects that operations name, each once, in the order in which they are met. */
  readonly objects: readonly ObjectType[];
}

const SCHEMA = /^#\/components\/schemas\/(\w+)$/;

/** Reads the whole contract, given as parsed JSON. */
export async function readReference(contract: object): Promise<Reference> {
  const { menu, spec, options } = await redoc.createStore(contract, undefined, {});
  const schemaOf = (name: string): SchemaModel => {
    const $ref = `#/components/schemas/${name}`;
    return new redoc.SchemaModel(spec.parser, { $ref }, $ref, options);
  };
  const objects = new Map<string, ObjectType>();
  const reader = new SchemaReader((name) => {
    if (objects.has(name)) return;
    objects.set(name, { name, description: '', properties: [] }); // an object may hold itself
    const schema = schemaOf(name);
    objects.set(name, { name, description: schema.description, properties: reader.properties(schema) });
  });
  const groups = menu.items.map((group) => ({
    name: group.name,
    description: group.description ?? '',
    operations: group.items.flatMap((item) =>
      item instanceof redoc.OperationModel ? [readOperation(item, reader)] : [],
    ),
  }));
  return { groups, objects: [...objects.values()] };
}

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
      limits: schema.constraints.map((limit) => limit.replace(/^\[ (\S+) \.\. (\S+) \]/, '$1 to $2')),
      values,
      open: values.length > 0 && variants.some(({ enum: listed, type }) => listed.length === 0 && type !== 'null'),
      ...(example === undefined ? {} : { example: String(example) }),
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
    if (!variants?.length) return [{ text: schema.displayType === 'any' ? 'any type' : schema.displayType }];
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

function readOperation(operation: OperationModel, reader: SchemaReader): ReferenceOperation {
  const [body] = operation.requestBody?.content?.mediaTypes ?? [];
  return {
    id: operation.operationId ?? operation.id,
    summary: operation.name,
    description: operation.description ?? '',
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
          },
        }
      : {}),
    answers: operation.responses.map(({ code, summary, description, content }) =>
      readAnswer(code, summary || description, content?.mediaTypes[0], reader),
    ),
    samples: operation.codeSamples.flatMap(({ lang, label = lang, source }) =>
      typeof source === 'string' && lang !== 'payload' ? [{ lang, label, source }] : [],
    ),
  };
}

function readAnswer(
  status: string,
  description: string,
  media: MediaTypeModel | undefined,
  reader: SchemaReader,
): Answer {
  const success = status.startsWith('2');
  const examples = Object.entries(media?.examples ?? {});
  return {
    status,
    description,
    properties: media?.schema && success ? reader.properties(media.schema) : [],
    ...(media?.schema && !success ? { refusal: reader.named(media.schema) } : {}),
    examples: examples.map(([name, { summary = name, value }]) => ({ name, summary, value })),
  };
}
