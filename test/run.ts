/**
 * `npm test`: everything but `npm run test:long`, the fast things first. Ends with one line that counts.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where Node keeps what it compiled: the tests start about a hundred processes, most of them of the same files. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));
const env = { NODE_COMPILE_CACHE, ...process.env, REDOCLY_TELEMETRY: 'off' };

const steps: readonly (readonly [string, string, ...string[]])[] = [
  ['generated files are what the contract gives', 'node', 'src/codegen/generate.ts', '--check'],
  ['style', 'biome', 'check'],
  ['words', 'node', 'test/words.ts'],
  ['contract lint', 'redocly', 'lint'],
  ['types', 'node', 'node_modules/typescript-7/bin/tsc', '--project', '.'],
  ['a browser and curl are there', 'node', 'test/programs.ts'],
  ['tests', 'vitest', 'run', '--project', '!long'],
];

let passed = 0;
for (const [name, command, ...args] of steps) {
  const started = performance.now();
  const run = spawnSync(command, args, { stdio: 'inherit', env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.status !== 0) {
    console.error(`\n${passed} passed, 1 failed: ${name} (${command} ${args.join(' ')}), ${seconds} s`);
    process.exit(1);
  }
  passed++;
  console.log(`ok ${passed} - ${name} (${seconds} s)`);
}
console.log(`\n${passed} passed, 0 failed`);
