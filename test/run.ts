/**
 * `npm test`: everything but `npm run test:long`. What needs no test runner goes first, two at a time, and what it prints is shown if it
 * fails. Ends with one line that counts.
 *
 * Every process of Node runs with loopback.js, so that what asks another machine fails the run; the browser knows no other machine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Where Node keeps what it compiled: the tests start about a hundred processes, most of them of the same files. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'npm-test-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
/** What was asked of other machines, and by whom. */
const LOOPBACK_LOG = join(folder, 'asked.log');
writeFileSync(LOOPBACK_LOG, '');
const LOOPBACK = `--import=${new URL('loopback.js', import.meta.url)}`;
const anywhere = { NODE_COMPILE_CACHE, ...process.env, REDOCLY_TELEMETRY: 'off' };
const NODE_OPTIONS = `${process.env['NODE_OPTIONS'] ?? ''} ${LOOPBACK}`;
const here = { ...anywhere, LOOPBACK, LOOPBACK_LOG, NODE_OPTIONS };

type Step = readonly [name: string, command: string, ...args: string[]];

/** From the one that takes longest to the one that takes least. */
const checks: readonly Step[] = [
  ['types', 'node', 'node_modules/typescript-7/bin/tsc', '--project', '.'],
  ['generated files are what the contract gives', 'node', 'src/codegen/generate.ts', '--check'],
  ['contract lint', 'redocly', 'lint'],
  ['words', 'node', 'test/words.ts'],
  ['style', 'biome', 'check'],
];
let passed = 0;

/** Runs one step; ends everything if it fails. With `isQuiet`, what it prints is shown only then. */
async function run(
  [name, command, ...args]: Step,
  isQuiet: boolean,
  env: Readonly<Record<string, string | undefined>> = here,
): Promise<void> {
  const started = performance.now();
  const output = isQuiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, { stdio: ['ignore', output, output], env });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const said = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const code = await ended;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.error(said.join(''));
    console.error(`\n${passed} passed, 1 failed: ${name} (${command} ${args.join(' ')}), ${seconds} s`);
    process.exit(1);
  }
  passed++;
  console.log(`ok ${passed} - ${name} (${seconds} s)`);
}

const waiting = [...checks];
async function runChecks(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step, true);
}
await Promise.all([runChecks(), runChecks()]);
// What is missing, this installs.
await run(['a browser and curl are there', 'node', 'test/programs.ts'], false, anywhere);
await run(['tests', 'vitest', 'run', '--project', '!long'], false);
const asked = readFileSync(LOOPBACK_LOG, 'utf8');
if (asked !== '') {
  console.error(asked);
  console.error(`${passed} passed, 1 failed: nothing asks another machine`);
  process.exit(1);
}
console.log(`\n${passed} passed, 0 failed`);
