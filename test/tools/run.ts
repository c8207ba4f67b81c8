/**
 * `npm run test:tools`: public tools of others on the two published documents. Installs them, lets each do its work on
 * openapi.json and on openapi-3.0.json, prints a table, and writes it to RESULTS.md. Fails if any tool fails.
 *
 *     npm run test:tools -- orval      only the tools whose name holds that word; RESULTS.md stays
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, folder, run, type Tool, type Version, versionOf } from './tool.ts';

const AT_ONCE = 2;
const word = process.argv[2] ?? '';

const lock = (at: string): string => (existsSync(at) ? readFileSync(at, 'utf8') : '');
const installed = join(folder, 'node_modules/.installed-lock');
if (lock(installed) !== lock(join(folder, 'package-lock.json'))) {
  console.log('Installing the tools (npm ci in test/tools) …');
  const install = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  if (install.status !== 0) process.exit(1);
  writeFileSync(installed, lock(join(folder, 'package-lock.json')));
}
await run('tsc', ['--project', folder]);

const { readers } = await import('./readers.ts');
const { clients } = await import('./clients.ts');
const { servers } = await import('./servers.ts');

interface Outcome {
  readonly tool: Tool;
  readonly failures: readonly { readonly version: Version; readonly why: string }[];
}

async function outcomeOf(tool: Tool): Promise<Outcome> {
  const failures: { version: Version; why: string }[] = [];
  for (const version of Object.keys(documents) as Version[]) {
    try {
      await tool.use(version);
    } catch (error) {
      failures.push({ version, why: error instanceof Error ? error.message : String(error) });
    }
  }
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${tool.name}`);
  for (const { version, why } of failures) console.error(`     on ${version}: ${why}`);
  return { tool, failures };
}

const tools = [...readers, ...clients, ...servers].filter(({ name }) => name.includes(word));
const outcomes = new Map<string, Outcome>();
const waiting = [...tools];
async function work(): Promise<void> {
  for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) {
    outcomes.set(tool.name, await outcomeOf(tool));
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));

const rows = tools.map(({ name, does }) => {
  const failures = outcomes.get(name)?.failures ?? [];
  const cell = (version: Version): string => (failures.some((one) => one.version === version) ? 'fails' : 'works');
  return `| ${name} | ${versionOf(name)} | ${cell('3.1')} | ${cell('3.0')} | ${does} |`;
});
const table = [
  '| Tool | Version | openapi.json | openapi-3.0.json | What it did |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
];
console.log(`\n${table.join('\n')}\n`);
const failed = [...outcomes.values()].filter(({ failures }) => failures.length > 0);
console.log(`${tools.length - failed.length} of ${tools.length} tools work`);
if (word === '') {
  const notes = readFileSync(join(folder, 'NOTES.md'), 'utf8');
  writeFileSync(
    join(folder, 'RESULTS.md'),
    `# Tools that work on the contract\n\nWritten by \`npm run test:tools\`.\n\n${table.join('\n')}\n\n${notes}`,
  );
}
// Some tools leave a timer or a socket behind.
process.exit(failed.length > 0 || tools.length === 0 ? 1 : 0);
