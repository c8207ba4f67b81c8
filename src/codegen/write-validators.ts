/** Writes generated/validators.js and .d.ts: request and response validators, compiled ahead so that no \`eval\` is needed. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { type Contract, type ContractOperation, isObject, type Json } from './contract.ts';

/** The function by which the compiled code counts characters. */
export const CODE_POINTS = `const codePoints = (text) => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};`;

type Document = Contract['document'];

const LENGTH = 'require("ajv/dist/runtime/ucs2length").default';

/** What only people read. */
const WORDS = ['description', 'example', 'examples', 'x-expected'];

/** The same schemas without words: compiled code carries its schemas along. A field may have the name of one, such as `description`. */
function withoutWords(value: Json, areFields = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => areFields || !WORDS.includes(name));
  return Object.fromEntries(
    kept.map(([name, item]) => [name, withoutWords(item, name === 'properties' && !areFields)]),
  );
}

interface Compiling {
  /** Whether form values ("true", "") are turned into what the schema means. */
  readonly coerce?: true;
  /** Whether violations say the rule in words. */
  readonly messages?: false;
}

/** Compiles the schemas at the given pointers. The code uses a function `codePoints`. */
export function compile(
  document: Document,
  schemas: Readonly<Record<string, string>>,
  { coerce, messages }: Compiling = {},
): string {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    coerceTypes: coerce === true,
    messages: messages !== false,
    code: { source: true, esm: true },
    inlineRefs: false,
    // Formats inform people and generators; a server may send what a format does not allow.
    validateFormats: false,
  });
  ajv.addSchema({ $id: 'contract', components: withoutWords(document['components'] ?? {}) });
  const references: Record<string, string> = {};
  for (const [name, pointer] of Object.entries(schemas)) {
    ajv.addSchema({ $id: name, $ref: `contract${pointer}` });
    references[name] = name;
  }
  // The package is CommonJS: its default export is the module object when it is imported from ESM.
  const write = typeof standaloneCode === 'function' ? standaloneCode : standaloneCode.default;
  const code = write(ajv, references)
    .replaceAll(LENGTH, 'codePoints')
    .replace(/"use strict";\s*/, '');
  if (code.includes('require(')) throw new Error('a validator needs a module that is not written into it');
  return code;
}

/** Several operations share a response: it is compiled once. */
const componentOf = (pointer: string): string => String(pointer.split('/')[3]);

/** The responses that have a body to check. */
function withBodies({
  responses,
}: ContractOperation): readonly { readonly status: number; readonly pointer: string }[] {
  return responses.flatMap(({ status, schemaPointer }) =>
    schemaPointer === undefined ? [] : [{ status, pointer: schemaPointer }],
  );
}

export function writeValidators(contract: Contract): { readonly js: string; readonly dts: string } {
  const requests: Record<string, string> = {};
  const responses: Record<string, string> = {};
  for (const operation of contract.operations) {
    if (operation.bodySchema !== undefined) {
      requests[`request_${operation.id}`] = `#/components/schemas/${operation.bodySchema}`;
    }
    for (const { schemaPointer } of operation.responses) {
      if (schemaPointer !== undefined) responses[componentOf(schemaPointer)] = schemaPointer;
    }
  }
  // Each part is closed off in a function: both use the same names inside.
  const part = (name: string, code: string, names: readonly string[]): string => {
    const body = code
      .replaceAll(/export const (\w+) = (\w+);/g, 'const $1 = $2;')
      .replaceAll('/*# sourceURL', '\n/*# sourceURL');
    return `const ${name} = /* @__PURE__ */ (() => {\n${body}\nreturn { ${names.join(', ')} };\n})();`;
  };
  const rows = contract.operations.map((operation) => {
    const list = withBodies(operation)
      .map(({ status, pointer }) => `${status}: answers.${componentOf(pointer)}`)
      .join(', ');
    return `  ${operation.id}: { ${list} },`;
  });
  const withBody = contract.operations.filter((operation) => operation.bodySchema !== undefined);
  const js = `${CODE_POINTS}
${part('forms', compile(contract.document, requests, { coerce: true }), Object.keys(requests))}
${part('answers', compile(contract.document, responses), Object.keys(responses))}
export const requestValidators = /* @__PURE__ */ (() => ({
${withBody.map(({ id }) => `  ${id}: forms.request_${id},`).join('\n')}
}))();
export const responseValidators = /* @__PURE__ */ (() => ({
${rows.join('\n')}
}))();
`;
  const dts = `/** One way in which a value breaks its schema, as Ajv reports it. */
export interface Violation {
  /** The keyword that failed, for example \`minLength\`. */
  readonly keyword: string;
  /** JSON pointer of the value that failed. */
  readonly instancePath: string;
  /** JSON pointer of the keyword. */
  readonly schemaPath: string;
  /** Details of the keyword, for example \`{ limit: 8 }\`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The rule in words. Never holds the value. */
  readonly message?: string;
}

/** Says whether a value fits its schema; \`errors\` holds what was wrong with the last value that did not. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly Violation[] | null;
}

/**
 * Validators of the form fields of each operation. They change what they are given: \`"true"\` becomes \`true\` and an empty
 * text becomes \`null\` where the schema means that.
 */
export declare const requestValidators: {
${withBody.map(({ id }) => `  readonly ${id}: Validator;`).join('\n')}
};

/** Validators of the JSON body of each answer, by operation and status. */
export declare const responseValidators: {
${contract.operations
  .map(
    (operation) =>
      `  readonly ${operation.id}: { ${withBodies(operation)
        .map(({ status }) => `readonly ${status}: Validator`)
        .join('; ')} };`,
  )
  .join('\n')}
};
`;
  return { js, dts };
}
