/** The contract, read the way the generators read it. */
import { readFileSync } from 'node:fs';
import type { GeneratedClient } from '../../generated/client.ts';
import { type Contract, isObject, type Json, readContract } from '../../src/codegen/contract.ts';
import { calls } from './calls.ts';

function load(): Contract {
  const document: Json = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
  if (!isObject(document)) throw new Error('generated/openapi.json is not a document');
  return readContract(document);
}

export const contract = load();

/** Every example of every answer: one row each. */
export const examples = contract.operations.flatMap((operation) =>
  operation.responses.flatMap((response) =>
    [...response.examples].map(([name, example]) => ({
      operation: operationOf(operation.id),
      status: response.status,
      name,
      value: example['value'],
    })),
  ),
);

function operationOf(id: string): keyof GeneratedClient {
  const known = (Object.keys(calls) as (keyof GeneratedClient)[]).find((name) => name === id);
  if (known === undefined) throw new Error(`test/contract/calls.ts has no call of ${id}`);
  return known;
}
