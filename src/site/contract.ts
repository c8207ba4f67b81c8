/** Reads generated/openapi.json into what the pages and their Markdown twins show. */
import { readFileSync } from 'node:fs';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

export interface Example {
  readonly summary: string;
  readonly description?: string;
  readonly value: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
}

interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Ref>>;
}

interface Ref {
  readonly $ref: string;
}

interface RawResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, Media>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Ref[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Ref>>;
  readonly 'x-codeSamples'?: readonly CodeSample[];
}

export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

interface SecurityScheme {
  readonly description: string;
  /** Of the cookie or query parameter. */
  readonly name?: string;
  readonly in?: string;
}

interface Document {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface Response {
  readonly status: number;
  readonly description: string;
  readonly schema: Schema;
  /** By name; an error example is named by its code. */
  readonly examples: ReadonlyMap<string, Example>;
}

export interface Operation {
  readonly id: string;
  /** Of its files: `change-password`. */
  readonly slug: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The form that is sent, if any. */
  readonly body: Schema | undefined;
  readonly responses: readonly Response[];
  readonly samples: readonly CodeSample[];
  /** Ways to prove who asks, in the contract's words; empty where none is needed. */
  readonly security: readonly string[];
}

/** One field of an object, ready to be shown. */
export interface Field {
  readonly name: string;
  /** For example `string or null`, `array of EmailAddress`. */
  readonly type: string;
  /** Name of the schema that the type names, if it names one. */
  readonly refers: string | undefined;
  readonly required: boolean;
  /** For example `8 to 72 characters`; empty where there is none. */
  readonly limits: string;
  readonly description: string;
}

export class Contract {
  /** The text of generated/openapi.json. */
  readonly text: string;
  readonly #document: Document;
  readonly operations: readonly Operation[];

  constructor(text: string = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) {
    this.text = text;
    this.#document = JSON.parse(text) as Document; // written by `npm run generate`, which lints it
    this.operations = Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]) => this.#operation(path, method, raw)),
    );
  }

  get info(): Document['info'] {
    return this.#document.info;
  }

  get tags(): Document['tags'] {
    return this.#document.tags;
  }

  get schemas(): Readonly<Record<string, Schema>> {
    return this.#document.components.schemas;
  }

  operation(id: string): Operation {
    const found = this.operations.find((one) => one.id === id);
    if (!found) throw new Error(`The contract has no operation ${id}.`);
    return found;
  }

  /** The fields of an object schema, following `$ref`. */
  fields(schema: Schema): Field[] {
    const { properties = {}, required = [] } = this.resolve(schema);
    return Object.entries(properties).map(([name, field]) => {
      const target = this.resolve(field);
      return {
        name,
        ...this.#type(field),
        required: required.includes(name),
        limits: limitsOf(target),
        description: field.description ?? target.description ?? '',
      };
    });
  }

  resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : this.#at<Schema>({ $ref: schema.$ref });
  }

  /** How a type is called. What is only another name for a simple type is called by that type. */
  #type(schema: Schema): { readonly type: string; readonly refers: string | undefined } {
    const target = this.resolve(schema);
    if (target.const !== undefined) return { type: `\`${target.const}\``, refers: undefined };
    const variants = (target.oneOf ?? target.anyOf)?.map((one) => this.#type(one));
    if (variants) {
      const names = new Set(variants.map(({ type }) => type));
      return { type: [...names].join(' or '), refers: variants.find(({ refers }) => refers)?.refers };
    }
    if (target.enum) return { type: target.enum.map((value) => `\`${value}\``).join(', '), refers: undefined };
    const types = typeof target.type === 'string' ? [target.type] : (target.type ?? []);
    if (schema.$ref !== undefined && types.includes('object')) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return { type: name, refers: name };
    }
    const items = target.items && this.#type(target.items);
    const type = types.map((one) => (one === 'array' && items ? `array of ${items.type}` : one)).join(' or ');
    return { type, refers: items?.refers };
  }

  #operation(path: string, method: string, raw: RawOperation): Operation {
    const { operationId: id, tags, summary, description, parameters } = raw;
    const security = raw.security ?? this.#document.security;
    return {
      id,
      slug: id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      tag: tags[0] ?? '',
      summary,
      description,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map((ref) => this.#at<Parameter>(ref)),
      body: Object.values(raw.requestBody?.content ?? {})[0]?.schema,
      responses: Object.entries(raw.responses).map(([status, ref]) => this.#response(Number(status), ref)),
      samples: raw['x-codeSamples'] ?? [],
      security: security.map((schemes) =>
        Object.keys(schemes)
          .map((id) => {
            const { name, in: where, description: about = id } = this.#document.components.securitySchemes[id] ?? {};
            return name === undefined ? about : `${where} \`${name}\`: ${about}`;
          })
          .join(' With '),
      ),
    };
  }

  #response(status: number, ref: Ref): Response {
    const { description, content } = this.#at<RawResponse>(ref);
    const { schema = {}, examples = {} } = content['application/json'] ?? {};
    return {
      status,
      description,
      schema,
      examples: new Map(Object.entries(examples).map(([name, one]) => [name, this.#at<Example>(one)])),
    };
  }

  /** What is at a pointer such as `#/components/schemas/User`. */
  #at<Kind>({ $ref }: Ref): Kind {
    let current: unknown = this.#document;
    for (const part of $ref.slice(2).split('/')) {
      current = Object(current)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    if (current === undefined) throw new Error(`The contract has nothing at ${$ref}.`);
    // The caller says what a reference at this place of an OpenAPI document leads to.
    return current as Kind;
  }
}

function limitsOf({ minLength, maxLength, minItems }: Schema): string {
  if (minLength !== undefined && maxLength !== undefined) return `${minLength} to ${maxLength} characters`;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  if (minLength !== undefined) return minLength === 1 ? 'not empty' : `at least ${minLength} characters`;
  return minItems === undefined ? '' : `at least ${minItems}`;
}
