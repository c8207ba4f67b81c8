/**
 * `npm run test:frameworks`: applications made of the vendor's unmodified packages run on the emulator, in a real browser with no
 * network. Installs them, checks their types, does in each what a user does, prints a table, and writes it to RESULTS.md. Fails if any
 * step fails.
 *
 *     npm run test:frameworks -- next      only those whose name or folder contains that word; RESULTS.md stays
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { folder, startApp } from './app.ts';
import { type Framework, frameworks, untried } from './frameworks.ts';

const word = process.argv[2] ?? '';

const lock = (at: string): string => (existsSync(at) ? readFileSync(at, 'utf8') : '');
const installed = join(folder, 'node_modules/.installed-lock');
if (lock(installed) !== lock(join(folder, 'package-lock.json'))) {
  console.log('Installing the frameworks (npm ci in test/frameworks) …');
  const install = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
  if (install.status !== 0) process.exit(1);
  writeFileSync(installed, lock(join(folder, 'package-lock.json')));
}

const compiler = join(folder, '../../node_modules/typescript-7/bin/tsc');
if (spawnSync(process.execPath, [compiler, '--project', folder], { stdio: 'inherit' }).status !== 0) process.exit(1);

// Where the system allows it, everything runs where there is no network but this machine's own. Elsewhere the browser alone has none.
const ALONE = 'FRAMEWORKS_ALONE';
if (process.env[ALONE] === undefined) {
  const inside = `ip link set lo up && exec "$0" "$@"`;
  if (spawnSync('unshare', ['-rn', 'sh', '-c', inside, 'true']).status === 0) {
    const args = ['-rn', 'sh', '-c', inside, process.execPath, import.meta.filename, word];
    const { status } = spawnSync('unshare', args, { stdio: 'inherit', env: { ...process.env, [ALONE]: '1' } });
    process.exit(status ?? 1);
  }
}

/** The version of a package, as the application has it. */
function versionIn({ folder: app }: Framework, name: string): string {
  for (const at of createRequire(join(folder, 'apps', app, 'package.json')).resolve.paths(name) ?? []) {
    const file = join(at, name, 'package.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).version;
  }
  return '';
}

interface Outcome {
  readonly framework: Framework;
  readonly passed: readonly string[];
  readonly failed: string | undefined;
  readonly seconds: number;
}

const browser = await launchBrowser({
  args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
});

async function outcomeOf(framework: Framework): Promise<Outcome> {
  const begun = performance.now();
  const passed: string[] = [];
  let failed: string | undefined;
  const app = await startApp(framework.folder, framework.command);
  const context = await browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => void said.push(`${message.type()}: ${message.text()}`));
  page.on('requestfailed', (request) => void said.push(`failed: ${request.method()} ${request.url()}`));
  for (const step of framework.steps) {
    try {
      await step.run({ app, page });
      passed.push(step.does);
    } catch (error) {
      failed = step.does;
      console.error(`${framework.name}: ${step.does}: ${error instanceof Error ? error.message : String(error)}`);
      console.error(`${said.slice(-15).join('\n')}\n${app.output().slice(-3000)}\nat ${page.url()}`);
      await page.screenshot({ path: `/tmp/framework-${framework.folder}.png` }).catch(() => {});
      break;
    }
  }
  await context.close();
  await app.stop();
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${failed === undefined ? 'ok  ' : 'FAIL'} ${framework.name} ${seconds.toFixed(0)} s`);
  return { framework, passed, failed, seconds };
}

const outcomes: Outcome[] = [];
for (const framework of frameworks.filter(({ name, folder: app }) => `${name} ${app}`.includes(word)))
  outcomes.push(await outcomeOf(framework));
await browser.close();

const rows = outcomes.map(({ framework, passed, failed }) => {
  const of = `${framework.of} ${versionIn(framework, framework.of)}`;
  const not = failed === undefined ? (framework.not ?? '–') : `fails: ${failed}`;
  return `| ${framework.name} | ${versionIn(framework, framework.name)} | ${of} | ${passed.join(', ')} | ${not} |`;
});
const table = ['| Package | Version | With | Runs | Does not run |', '| --- | --- | --- | --- | --- |', ...rows];
console.log(`\n${table.join('\n')}\n`);
const failures = outcomes.filter(({ failed }) => failed !== undefined).length;
console.log(`${outcomes.length - failures} of ${outcomes.length} applications run`);
if (word === '' && failures === 0) {
  const others = untried.map(({ name, why }) => `| ${name} | ${why} |`);
  const text = [
    '# Frameworks on the emulator',
    'Written by `npm run test:frameworks`: unmodified packages in Chromium, with no network.',
    table.join('\n'),
    'Not tried:',
    ['| Package | Why |', '| --- | --- |', ...others].join('\n'),
  ];
  writeFileSync(join(folder, 'RESULTS.md'), `${text.join('\n\n')}\n`);
}
process.exit(outcomes.length === 0 || failures > 0 ? 1 : 0);
