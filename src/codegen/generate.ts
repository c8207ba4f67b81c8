/**
 * Writes generated/ from openapi/.
 *
 *     node src/codegen/generate.ts            writes the files
 *     node src/codegen/generate.ts --check    writes nothing; fails if a file is not what the contract and src/codegen/ give
 *
 * `--root DIR` works on another folder that has openapi/, redocly.yaml and generated/.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { isObject, type Json, readContract } from './contract.ts';
import { toOpenapi30 } from './openapi-3.0.ts';
import { checkContract } from './rules.ts';
import { writeClient, writeOpenapiFetch, writeOperations, writeSessionOperations } from './write-client.ts';
import { writeEmulator } from './write-emulator.ts';
import { writeErrors } from './write-errors.ts';
import { writeExamples } from './write-examples.ts';
import { writeResources } from './write-resources.ts';
import { writeValidators } from './write-validators.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } });
const project = fileURLToPath(new URL('../..', import.meta.url));
const root = values.root ?? project;
const HEADER = 'Written by `npm run generate` from openapi/. Do not edit: edit the contract.';
const COPIED = 'Copied by `npm run generate` from src/codegen/runtime/. Do not edit: edit it there.';

function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Bundles the contract and the control API of the emulator, each into one document. */
function bundle(): readonly [string, string] {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    const [contract, control] = [join(folder, 'openapi.json'), join(folder, 'control.json')];
    const cli = join(project, 'node_modules/@redocly/cli/bin/cli.js');
    const run = spawnSync(
      process.execPath,
      [cli, 'bundle', 'password', 'emulator', '--ext', 'json', '--output', folder],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
    if (run.status !== 0 || !existsSync(contract) || !existsSync(control)) {
      fail(['openapi/: cannot be bundled', run.stderr]);
    }
    return [readFileSync(contract, 'utf8'), readFileSync(control, 'utf8')];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The part of the client that is the same for every contract, compiled and tested as it is. It is copied because generated/
 * imports nothing from src/, and stays in files of its own so that what is generated is only what follows from the contract.
 */
function copyRuntime(): readonly (readonly [string, string])[] {
  const folder = fileURLToPath(new URL('runtime', import.meta.url));
  return readdirSync(folder).map((name) => [
    `runtime/${name}`,
    `// ${COPIED}\n\n${readFileSync(join(folder, name), 'utf8')}`,
  ]);
}

/** The same document without the `default` responses: what is declared for any other status cannot be relied on. */
function withoutDefaults(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name !== 'responses' || !isObject(item)) return [name, withoutDefaults(item)];
      const { default: _, ...statuses } = item;
      return [name, withoutDefaults(statuses)];
    }),
  );
}

async function generate(): Promise<ReadonlyMap<string, string>> {
  const [document, control]: readonly Json[] = bundle().map((text) => JSON.parse(text));
  if (!isObject(document) || !isObject(control)) fail(['openapi/: is not a document']);
  const json = `${JSON.stringify(document, null, 2)}\n`;
  const contract = readContract(document);
  const declared = JSON.stringify(withoutDefaults(document));
  const types = astToString(await openapiTS(declared, { defaultNonNullable: false, silent: true }));
  const validators = writeValidators(contract);
  const answers = contract.operations.flatMap(({ responses }) => responses);
  const codes = [...new Set(answers.flatMap((response) => response.codes))].sort();
  const script = (text: string): string => `// ${HEADER}\n\n${text}`;
  return new Map([
    ['openapi.json', json],
    ['openapi-3.0.json', `${JSON.stringify(toOpenapi30(document), null, 1)}\n`],
    ['schema.d.ts', script(types)],
    ['client.ts', script(writeClient(contract))],
    ['operations.ts', script(writeOperations(contract))],
    ['session-operations.ts', script(writeSessionOperations(contract))],
    ['resources.ts', script(writeResources(contract))],
    ['openapi-fetch.ts', script(writeOpenapiFetch())],
    ...copyRuntime(),
    ['errors.ts', script(writeErrors(contract))],
    ['examples.json', writeExamples(document)],
    ['validators.js', script(validators.js)],
    ['validators.d.ts', script(validators.dts)],
    ...(await writeEmulator(control, codes, script)).map(([name, text]) => [`emulator/${name}`, text] as const),
  ]);
}

const problems = checkContract(join(root, 'openapi'));
if (problems.length > 0) fail(problems);
const stale: string[] = [];
for (const [name, text] of await generate()) {
  const file = join(root, 'generated', name);
  if (!values.check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    stale.push(
      `generated/${name}: is not what openapi/ and src/codegen/ give; run npm run generate and commit the result`,
    );
  }
}
if (stale.length > 0) fail(stale);
