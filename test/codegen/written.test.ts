/** Each file of generated/ that follows from the bundled contract, written in this process: `check:generated` does it in one of its own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContract } from '../../src/codegen/contract.ts';
import { toOpenapi30 } from '../../src/codegen/openapi-3.0.ts';
import {
  writeClient,
  writeOpenapiFetch,
  writeOperations,
  writeSessionOperations,
} from '../../src/codegen/write-client.ts';
import { writeEmulator } from '../../src/codegen/write-emulator.ts';
import { writeErrors } from '../../src/codegen/write-errors.ts';
import { writeExamples } from '../../src/codegen/write-examples.ts';
import { writeResources } from '../../src/codegen/write-resources.ts';
import { writeValidators } from '../../src/codegen/write-validators.ts';

const read = (name: string): string => readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8');
/** Without the line that says where it comes from. */
const body = (name: string): string => read(name).replace(/^\/\/ .*\n\n/, '');
const document = JSON.parse(read('openapi.json'));
const contract = () => readContract(document);

test.each<[string, () => string]>([
  ['client.ts', () => writeClient(contract())],
  ['operations.ts', () => writeOperations(contract())],
  ['session-operations.ts', () => writeSessionOperations(contract())],
  ['openapi-fetch.ts', writeOpenapiFetch],
  ['resources.ts', () => writeResources(contract())],
  ['errors.ts', () => writeErrors(contract())],
  ['examples.json', () => writeExamples(document)],
  ['validators.js', () => writeValidators(contract()).js],
  ['validators.d.ts', () => writeValidators(contract()).dts],
  ['openapi-3.0.json', () => `${JSON.stringify(toOpenapi30(document), null, 1)}\n`],
])('%s is what the contract gives', (name, write) => {
  expect(write()).toBe(body(name));
});

test('the files of the emulator are what the documents give', async () => {
  const codes = contract().operations.flatMap(({ responses }) => responses.flatMap((response) => response.codes));
  const files = await writeEmulator(
    JSON.parse(read('emulator/control.json')),
    [...new Set(codes)].sort(),
    (text) => text,
  );
  expect(files.length).toBeGreaterThan(3);
  for (const [name, text] of files) expect(text, name).toBe(body(`emulator/${name}`));
});
