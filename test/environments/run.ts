/**
 * `npm run test:environments`: the packed package in other runtimes, test runners, bundlers and compilers. Installs them, packs
 * the package, lets it do its work in each, prints a table, and writes it to RESULTS.md. Fails if any of them fails.
 *
 *     npm run test:environments -- vitest      only those whose name holds that word; the other rows of RESULTS.md stay
 *     TARBALL=package.tgz npm run test:environments      tests that file instead of packing the package
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Environment, folder, root } from './environment.ts';

const AT_ONCE = 2;
const word = process.argv[2] ?? '';

function must(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  process.exit(1);
}

/** The text of a file, or of none. */
const textOf = (at: string): string => (existsSync(at) ? readFileSync(at, 'utf8') : '');
const installed = join(folder, 'node_modules/.installed-lock');
if (textOf(installed) !== textOf(join(folder, 'package-lock.json'))) {
  console.log('Installing the environments, 1.6 GB (npm ci in test/environments) …');
  must('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-fund', '--no-audit'], folder);
  writeFileSync(installed, textOf(join(folder, 'package-lock.json')));
}

const made = join(folder, 'made');
rmSync(made, { recursive: true, force: true });
mkdirSync(made);
let tarball = process.env['TARBALL'] === undefined ? undefined : resolve(process.env['TARBALL']);
if (tarball === undefined) {
  console.log('Packing the package …');
  must('npm', ['pack', '--pack-destination', made], root);
  tarball = join(made, readdirSync(made).find((name) => name.endsWith('.tgz')) ?? '');
}
// It holds one folder, `package`.
must('tar', ['-xzf', tarball, '-C', made], folder);

const { runtimes } = await import('./runtimes.ts');
const { runners } = await import('./runners.ts');
const { bundlers } = await import('./bundlers.ts');
const { compilers } = await import('./compilers.ts');

interface Outcome {
  readonly remark: string;
  readonly fails: boolean;
}

async function outcomeOf({ name, use }: Environment): Promise<Outcome> {
  try {
    const remark = (await use()) ?? '';
    console.log(`ok   ${name}${remark && `: ${remark}`}`);
    return { remark, fails: false };
  } catch (error) {
    console.log(`FAIL ${name}`);
    console.error(String(error instanceof Error ? error.message : error).replace(/^/gm, '     '));
    return { remark: '', fails: true };
  }
}

const all = [...runtimes, ...runners, ...bundlers, ...compilers];
const environments = all.filter(({ name }) => name.includes(word));
const outcomes = new Map<Environment, Outcome>();
const waiting = [...environments];
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    outcomes.set(next, await outcomeOf(next));
}
await Promise.all(Array.from({ length: AT_ONCE }, work));

const rowOf = (environment: Environment, { remark, fails }: Outcome): string =>
  `| ${environment.name} | ${fails ? 'fails' : 'works'} | ${environment.does} | ${remark} |`;
const file = join(folder, 'RESULTS.md');
const before = textOf(file).split('\n');
const rows = all.flatMap((environment) => {
  const outcome = outcomes.get(environment);
  return outcome ? [rowOf(environment, outcome)] : before.filter((row) => row.startsWith(`| ${environment.name} |`));
});
const table = ['| Environment | Result | What ran | Remark |', '| --- | --- | --- | --- |', ...rows].join('\n');
console.log(`\n${table}\n`);
const failed = [...outcomes.values()].filter(({ fails }) => fails).length;
console.log(`${environments.length - failed} passed, ${failed} failed`);
const notes = readFileSync(join(folder, 'NOTES.md'), 'utf8');
writeFileSync(
  file,
  `# Environments that the package runs in\n\nWritten by \`npm run test:environments\`, which ran on Node ${process.version} for ${process.platform}-${process.arch}.\n\n${table}\n\n${notes}`,
);
// Some leave a timer or a socket behind.
process.exit(failed > 0 || environments.length === 0 ? 1 : 0);
