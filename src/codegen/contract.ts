/** Reads the bundled contract into the few shapes that the generators need. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface ContractExample {
  readonly summary: string;
  readonly description: string;
  readonly remedy: string;
  readonly retry: string;
  readonly paramName: string | undefined;
  /** The sources of the code: kind -> words. */
  readonly source: Readonly<Record<string, string>>;
  readonly message: string;
  readonly longMessage: string;
  /** Field -> the sentence for the user where that field is at fault, not the one that the example names. */
  readonly fieldMessages: Readonly<Record<string, string>>;
}

export interface ContractResponse {
  readonly status: number;
  readonly description: string;
  /** JSON pointer of the JSON schema inside the bundled document; undefined for a response without a body. */
  readonly schemaPointer: string | undefined;
  /** Name of the component that the schema refers to, for answers that are not errors. */
  readonly schemaName: string | undefined;
  /** Known error codes, in the order of the contract; empty for answers that are not errors. */
  readonly codes: readonly string[];
  readonly examples: ReadonlyMap<string, JsonObject>;
}

export interface ContractField {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly limits: string;
}

export interface ContractOperation {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly summary: string;
  readonly description: string;
  readonly bodySchema: string | undefined;
  readonly bodyFields: readonly ContractField[];
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly { readonly required: boolean }[];
  readonly responses: readonly ContractResponse[];
}

export interface Contract {
  readonly document: JsonObject;
  readonly operations: readonly ContractOperation[];
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of a document, empty where there is none. */
export const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
/** A list of a document, empty where there is none. */
export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Follows `$ref`s inside the bundled document. */
export function resolve(document: JsonObject, value: Json | undefined): JsonObject {
  let current = object(value);
  while (typeof current['$ref'] === 'string') current = object(at(document, current['$ref']));
  return current;
}

/** The value at a pointer such as `#/components/schemas/User`. */
function at(document: JsonObject, pointer: string): Json | undefined {
  let current: Json | undefined = document;
  for (const part of pointer.slice(2).split('/')) {
    current = object(current)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return current;
}

/** The last part of a reference: the name of a component. */
export const nameOf = (ref: Json | undefined): string | undefined =>
  typeof ref === 'string' ? ref.slice(ref.lastIndexOf('/') + 1) : undefined;

/** The codes that an error schema lists: the first `enum` on the way down to `code`. */
function codesOf(document: JsonObject, schema: JsonObject): readonly string[] {
  const node = resolve(document, schema);
  for (const part of list(node['allOf'])) {
    const found = codesOf(document, object(part));
    if (found.length > 0) return found;
  }
  const properties = object(node['properties']);
  const next = properties['errors'] ?? properties['code'];
  if (next !== undefined) return codesOf(document, object(next));
  if (node['items'] !== undefined) return codesOf(document, object(node['items']));
  for (const part of list(node['anyOf'])) {
    const values = list(object(part)['enum']);
    if (values.length > 0) return values.map(text);
  }
  return [];
}

function readResponse(document: JsonObject, status: string, value: Json | undefined): ContractResponse {
  const reference = object(value)['$ref'];
  const response = resolve(document, value);
  const media = object(object(response['content'])['application/json']);
  const schema = object(media['schema']);
  const examples = new Map<string, JsonObject>();
  for (const [key, example] of Object.entries(object(media['examples']))) {
    examples.set(key, resolve(document, example));
  }
  return {
    status: Number(status),
    description: text(response['description']),
    schemaPointer: media['schema'] === undefined ? undefined : `${text(reference)}/content/application~1json/schema`,
    schemaName: nameOf(schema['$ref']),
    codes: Number(status) >= 400 ? codesOf(document, schema) : [],
    examples,
  };
}

function readFields(schema: JsonObject): readonly ContractField[] {
  const required = list(schema['required']);
  return Object.entries(object(schema['properties'])).map(([name, value]) => {
    const field = object(value);
    const limits = [
      field['minLength'] === undefined ? '' : `at least ${field['minLength']}`,
      field['maxLength'] === undefined ? '' : `at most ${field['maxLength']}`,
    ].filter((limit) => limit !== '');
    return {
      name,
      required: required.includes(name),
      description: text(field['description']),
      limits: limits.length > 0 ? `${limits.join(', ')} characters` : '',
    };
  });
}

/** Reads every operation, in the order of the contract. */
export function readContract(document: JsonObject): Contract {
  const operations: ContractOperation[] = [];
  for (const [path, item] of Object.entries(object(document['paths']))) {
    for (const [method, value] of Object.entries(object(item))) {
      const operation = object(value);
      const parameters = list(operation['parameters']).map((parameter) => resolve(document, parameter));
      const bodyMedia = object(
        object(object(operation['requestBody'])['content'])['application/x-www-form-urlencoded'],
      );
      const bodySchema = nameOf(object(bodyMedia['schema'])['$ref']);
      if (operation['requestBody'] !== undefined && bodySchema === undefined) {
        throw new Error(
          `${text(operation['operationId'])}: its body has to be a form whose schema is a component, by $ref`,
        );
      }
      operations.push({
        id: text(operation['operationId']),
        path,
        method: method.toUpperCase(),
        summary: text(operation['summary']),
        description: text(operation['description']),
        bodySchema,
        bodyFields: readFields(resolve(document, bodyMedia['schema'])),
        pathParameters: parameters.filter((one) => one['in'] === 'path').map((one) => text(one['name'])),
        queryParameters: parameters
          .filter((one) => one['in'] === 'query')
          .map((one) => ({ required: one['required'] === true })),
        // Declarations for any other status cannot be relied on, so nothing is generated from them.
        responses: Object.entries(object(operation['responses']))
          .filter(([status]) => status !== 'default')
          .map(([status, response]) => readResponse(document, status, response)),
      });
    }
  }
  return { document, operations };
}

const texts = (value: Json | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(object(value)).map(([name, words]) => [name, text(words)]));

/** The part of an error example that is about its code. */
export function readErrorExample(example: JsonObject): ContractExample {
  const error = object(list(object(example['value'])['errors'])[0]);
  const param = object(error['meta'])['param_name'];
  return {
    summary: text(example['summary']),
    description: text(example['description']),
    remedy: text(example['x-remedy']),
    retry: text(example['x-retry']),
    paramName: typeof param === 'string' ? param : undefined,
    source: texts(example['x-source']),
    message: text(error['message']),
    longMessage: text(error['long_message']),
    fieldMessages: texts(example['x-field-messages']),
  };
}
