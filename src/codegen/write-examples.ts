/** Writes generated/examples.json: the examples of responses, each value once, without the rest of the contract. */
import { type Json, nameOf, object, resolve } from './contract.ts';

/**
 * `values` holds each body by the name of its component, or by a name made for it, and `operations` says by operation, status
 * and name of the example which body it is.
 */
export function writeExamples(document: { readonly [key: string]: Json }): string {
  const values: Record<string, Json> = {};
  const operations: Record<string, Record<string, Record<string, string>>> = {};
  for (const path of Object.values(object(document['paths']))) {
    for (const operation of Object.values(object(path)).map(object)) {
      const id = String(operation['operationId']);
      const statuses: Record<string, Record<string, string>> = {};
      for (const [status, response] of Object.entries(object(operation['responses']))) {
        const content = resolve(document, resolve(document, response)['content']);
        for (const [name, example] of Object.entries(
          object(resolve(document, content['application/json'])['examples']),
        )) {
          const key = nameOf(object(example)['$ref']) ?? `${id}-${status}-${name}`;
          values[key] = resolve(document, example)['value'] ?? null;
          statuses[status] = { ...statuses[status], [name]: key };
        }
      }
      operations[id] = statuses;
    }
  }
  return `${JSON.stringify({ operations, values }, null, 2)}\n`;
}
