/** Writes generated/examples.json: the examples of responses, each value once, without the rest of the contract. */
import { isObject, type Json, resolve } from './contract.ts';

const entriesOf = (value: Json | undefined): readonly (readonly [string, Json])[] =>
  isObject(value) ? Object.entries(value) : [];

/**
 * `values` holds each body by the name of its component, or by a name made for it, and `operations` says by operation, status
 * and name of the example which body it is.
 */
export function writeExamples(document: { readonly [key: string]: Json }): string {
  const values: Record<string, Json> = {};
  const operations: Record<string, Record<string, Record<string, string>>> = {};
  for (const [, path] of entriesOf(document['paths'])) {
    for (const [, operation] of entriesOf(path)) {
      const id = isObject(operation) ? operation['operationId'] : undefined;
      if (!isObject(operation) || typeof id !== 'string') continue;
      const statuses: Record<string, Record<string, string>> = {};
      for (const [status, response] of entriesOf(operation['responses'])) {
        const content = resolve(document, resolve(document, response)['content']);
        for (const [name, example] of entriesOf(resolve(document, content['application/json'])['examples'])) {
          const ref = isObject(example) ? example['$ref'] : undefined;
          const key = typeof ref === 'string' ? ref.slice(ref.lastIndexOf('/') + 1) : `${id}-${status}-${name}`;
          values[key] = resolve(document, example)['value'] ?? null;
          statuses[status] = { ...statuses[status], [name]: key };
        }
      }
      operations[id] = statuses;
    }
  }
  return `${JSON.stringify({ operations, values }, null, 2)}\n`;
}
