/** Writes generated/client.ts, one documented function per operation, and generated/operations.ts, the table that it runs on. */
import { type Contract, type ContractOperation, type Json, list, object, resolve } from './contract.ts';

const pascal = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

/** The name of the schema of an operation's response with status 200. */
function successOf({ id, responses }: ContractOperation): string {
  const name = responses.find(({ status }) => status === 200)?.schemaName;
  if (name === undefined) throw new Error(`${id}: the body of status 200 has to be a component, by $ref`);
  return name;
}

/** The word for a member in the outline of a response: `?` where it may be null. None for what the outline cannot say. */
function kindOf(document: Contract['document'], value: Json): string | undefined {
  const member = resolve(document, value);
  const choices = [member['oneOf'], member['anyOf']].find(Array.isArray) ?? [member];
  const options = choices.map((option) => resolve(document, option));
  const types = new Set(options.flatMap(({ type }) => (Array.isArray(type) ? type : [type])));
  const isNullable = types.delete('null');
  const objects = options.filter(({ type }) => type !== 'null').map(({ properties }) => object(properties)['object']);
  const tags = new Set(objects.map((tag) => object(tag)['const']));
  const [type, ...otherTypes] = types;
  const [tag, ...otherTags] = tags;
  if (otherTypes.length > 0) return undefined;
  if (typeof tag === 'string' && otherTags.length === 0) return isNullable ? `${tag}?` : tag;
  return (type === 'object' || type === 'string') && !isNullable ? type : undefined;
}

/** The outline that a response must have before it is trusted. */
function shapeOf(contract: Contract, operation: ContractOperation): string {
  const schema = resolve(contract.document, { $ref: `#/components/schemas/${successOf(operation)}` });
  const properties = object(schema['properties']);
  const members = list(schema['required'])
    .map(String)
    .flatMap((name) => {
      const kind = kindOf(contract.document, properties[name] ?? {});
      return kind === undefined ? [] : [`${name}: '${kind}'`];
    });
  return `{ ${members.join(', ')} }`;
}

function docOf(operation: ContractOperation): string {
  const lines: string[] = [`${operation.summary}.`, '', ...operation.description.trim().split('\n')];
  lines.push('', `Sends \`${operation.method} ${operation.path}\`${operation.bodySchema ? ' with form fields' : ''}.`);
  if (operation.bodyFields.length > 0) lines.push('');
  for (const field of operation.bodyFields) {
    const traits = [field.required ? 'required' : 'optional', field.limits].filter((trait) => trait !== '').join(', ');
    lines.push(`- \`${field.name}\` (${traits}): ${field.description}`);
  }
  lines.push('');
  for (const response of operation.responses) {
    const codes = response.codes.length > 0 ? ` Codes: ${response.codes.map((code) => `\`${code}\``).join(', ')}.` : '';
    lines.push(`- ${response.status}: ${response.description}${codes}`);
  }
  return lines.map((line) => `   *${line === '' ? '' : ` ${line.replaceAll('*/', '*\\/')}`}`).join('\n');
}

function inputOf(operation: ContractOperation): { readonly type: string; readonly optional: boolean } {
  const parts: string[] = [];
  let optional = true;
  if (operation.pathParameters.length > 0) {
    parts.push(`readonly path: { ${operation.pathParameters.map((name) => `readonly ${name}: string`).join('; ')} };`);
    optional = false;
  }
  const required = operation.queryParameters.some((parameter) => parameter.required);
  if (required) optional = false;
  if (operation.queryParameters.length > 0) {
    parts.push(`readonly query${required ? '' : '?'}: operations['${operation.id}']['parameters']['query'];`);
  }
  if (operation.bodySchema !== undefined) {
    parts.push(`readonly body: Fields<components['schemas']['${operation.bodySchema}']>;`);
    optional = false;
  }
  return { type: `{\n  ${parts.join('\n  ')}\n}`, optional };
}

/** Whether an operation is about one session that its path names. */
const isOfSession = ({ path }: ContractOperation): boolean => path.includes('{session_id}');

const rowsOf = (contract: Contract, operations: readonly ContractOperation[]): string =>
  operations
    .map((operation) => {
      const { id, method, path } = operation;
      return `export const ${id}: Operation<'${id}'> = ['${method}', '${path}', ${shapeOf(contract, operation)}];`;
    })
    .join('\n');

/** Writes the same for the operations on one session: in a file of their own, as a bundler splits by files. */
export const writeSessionOperations = (
  contract: Contract,
): string => `import type { Operation } from './runtime/response.ts';

// How each operation on one session is sent. Few pages need them, and they load them with what needs them.
${rowsOf(contract, contract.operations.filter(isOfSession))}
`;

/** Writes how each operation is sent and what its responses are checked by. */
export function writeOperations(contract: Contract): string {
  const elsewhere = contract.operations.filter(isOfSession).map(({ id }) => id);
  const statuses = contract.operations.map(({ id, responses }) => {
    const refusals = responses.filter(({ codes }) => codes.length > 0).map(({ status }) => status);
    return `  ${id}: [${refusals.join(', ')}],`;
  });
  const version = object(contract.document['info'])['x-api-version'];
  if (typeof version !== 'string') throw new Error('info.x-api-version must be a date.');
  return `import type { Operation, Statuses } from './runtime/response.ts';
import { ${elsewhere.join(', ')} } from './session-operations.ts';

/** The version of the API that the contract describes, for \`__clerk_api_version\`. */
export const apiVersion = '${version}';

// How each operation is sent, and what its responses are checked by. One by one, so that a bundler leaves out what a page does not use.
${rowsOf(
  contract,
  contract.operations.filter((operation) => !isOfSession(operation)),
)}

/** The operations by name. */
export const operations = { ${contract.operations.map(({ id }) => id).join(', ')} };

/** The statuses of each operation's errors. */
export const statuses = {
${statuses.join('\n')}
} as const satisfies Statuses;
`;
}

/** Writes the client. What is the same for every contract is in runtime/, which is copied beside it. */
export function writeClient(contract: Contract): string {
  const types: string[] = [];
  const members: string[] = [];
  for (const operation of contract.operations) {
    const name = pascal(operation.id);
    const input = inputOf(operation);
    const refusals = operation.responses
      .filter(({ codes }) => codes.length > 0)
      .map(({ status, codes }) => `  | Refused<${status}, ${codes.map((code) => `'${code}'`).join(' | ')}>`);
    types.push(`/** The input of \`${operation.id}\`. */\nexport interface ${name}Input ${input.type}

/** The results of \`${operation.id}\`, by status. */
export type ${name}Result =
  | Answered<200, components['schemas']['${successOf(operation)}']>
${refusals.join('\n')}
  | Unexpected;`);
    const parameter = `input${input.optional ? '?' : ''}: ${name}Input`;
    members.push(
      `  /**\n${docOf(operation)}\n   */\n  ${operation.id}(${parameter}, init?: CallInit): Promise<${name}Result>;`,
    );
  }
  return `import type { OtherErrorCode } from './errors.ts';
import { statuses, operations as table } from './operations.ts';
import { type CallInit, type ClientOptions, createOperations, type FetchInit } from './runtime/client.ts';
import type { Fields } from './runtime/form.ts';
import type { Answered, RefusedWith, UnexpectedWith } from './runtime/results.ts';
import type { components, operations } from './schema.d.ts';

export type { Answered, CallInit, ClientOptions, FetchInit, Fields };

/** Every schema of the contract by name, as it travels: snake_case, times in Unix milliseconds. */
export type Schemas = components['schemas'];

/** An error as it travels. \`code\` autocompletes what the contract knows and accepts what a newer server adds. */
export type ApiError<Code extends string> = Omit<Schemas['ClerkError'], 'code' | 'long_message'> & {
  readonly code: Code | OtherErrorCode;
  /** What happened and what to do. If the server sends none, this is its \`message\`. */
  readonly long_message: string;
};

/** The operation was refused, for reasons that the contract names. */
export interface Refused<Status extends number, Code extends string> extends RefusedWith<Status, ApiError<Code>> {}

/** There was no response, or one that is not what the contract says; \`reason\` says which. */
export interface Unexpected extends UnexpectedWith<ApiError<never>> {}

/** The result of any operation that was not carried out. */
export type Failure = Refused<number, string> | Unexpected;

${types.join('\n\n')}

/** The operations of the contract. No function here throws for what a server does: read \`ok\` and \`status\`. */
export interface GeneratedClient {
${members.join('\n\n')}
}

/** Makes a client for one server. Sends nothing by itself and keeps nothing between calls. */
export function createClient(options: ClientOptions): GeneratedClient {
  return createOperations<GeneratedClient>(table, options, statuses);
}
`;
}

/** Writes the same table and the types of the contract for openapi-fetch. */
export const writeOpenapiFetch = (): string => `import type { Client } from 'openapi-fetch';
import { operations, statuses } from './operations.ts';
import type { ClientOptions } from './runtime/client.ts';
import { createCheckedClient } from './runtime/openapi-fetch.ts';
import type { paths } from './schema.d.ts';

export type { ClientOptions };
export { UnexpectedResponseError } from './runtime/openapi-fetch.ts';

/**
 * Makes an openapi-fetch client for the operations of the contract. It takes the options of \`createClient\`, and writes forms, query
 * and headers as that one does; the global \`fetch\` is looked up at each call.
 *
 * \`data\` and \`error\` are what their types say: the shape of each response is checked first. A call rejects with
 * \`UnexpectedResponseError\` if the response is not one of the contract, such as an empty 500 or a proxy's page, and with what
 * \`fetch\` rejected with if there was none. Middleware of your own is run before that check; only a
 * \`Response\` that it returns from \`onRequest\` is not checked, since openapi-fetch hands that out as it is.
 */
export function createOpenapiFetchClient(options: ClientOptions): Client<paths> {
  return createCheckedClient<paths>(operations, options, statuses);
}
`;
