/**
 * `npm run test:frameworks`: applications made of the vendor's unmodified packages run on the emulator, in a real browser with no
 * network. Installs them, checks their types, does in each what a user does, prints a table, and writes its rows to RESULTS.md. Fails
 * if any step fails.
 *
 *     npm run test:frameworks -- next      only those whose name or folder contains that word
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { folder, runBelow, startApp } from './app.ts';
import { type Framework, frameworks, type Suite, suites } from './frameworks.ts';
import { type Outcome, resultsOf, tableOf } from './table.ts';

const word = process.argv[2] ?? '';

/** Installs the applications if their lockfile changed, and checks their types. */
function prepare(): void {
  const lock = (at: string): string => (existsSync(at) ? readFileSync(at, 'utf8') : '');
  const wanted = lock(join(folder, 'package-lock.json'));
  const installed = join(folder, 'node_modules/.installed-lock');
  if (lock(installed) !== wanted) {
    console.log('Installing the frameworks (npm ci in test/frameworks) …');
    if (spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' }).status !== 0) process.exit(1);
    writeFileSync(installed, wanted);
  }
  const compiler = join(folder, '../../node_modules/typescript-7/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', folder], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

// Where the system allows it, everything runs where there is no network but this machine's own. Elsewhere the browser alone has none.
const ALONE = 'FRAMEWORKS_ALONE';
if (process.env[ALONE] === undefined) {
  prepare();
  const inside = `ip link set lo up && exec "$0" "$@"`;
  if (spawnSync('unshare', ['-rn', 'sh', '-c', inside, 'true']).status === 0) {
    const args = ['-rn', 'sh', '-c', inside, process.execPath, import.meta.filename, word];
    const { status } = spawnSync('unshare', args, { stdio: 'inherit', env: { ...process.env, [ALONE]: '1' } });
    process.exit(status ?? 1);
  }
}

const browser = await launchBrowser();

async function outcomeOf(framework: Framework): Promise<Outcome> {
  const passed: string[] = [];
  let failed: string | undefined;
  const app = await startApp(framework.folder, framework.command);
  const context = await browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => void said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void said.push(String(error)));
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
  return { ...framework, passed, failed };
}

async function outcomeOfSuite(suite: Suite): Promise<Outcome> {
  const printed = await runBelow(suite.folder, suite.command);
  if (printed !== undefined) console.error(printed);
  return { ...suite, passed: [suite.does], failed: printed === undefined ? undefined : suite.does };
}

const isWanted = ({ name, folder: app }: { name: string; folder: string }): boolean => `${name} ${app}`.includes(word);
const outcomes: Outcome[] = [];
for (const [one, run] of [
  ...frameworks.map((framework) => [framework, () => outcomeOf(framework)] as const),
  ...suites.map((suite) => [suite, () => outcomeOfSuite(suite)] as const),
]) {
  if (!isWanted(one)) continue;
  const begun = performance.now();
  const outcome = await run();
  outcomes.push(outcome);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${outcome.failed === undefined ? 'ok  ' : 'FAIL'} ${one.name} (${one.folder}) ${seconds} s`);
}
await browser.close();

const failures = outcomes.filter(({ failed }) => failed !== undefined).length;
console.log(`\n${tableOf(outcomes)}\n\n${outcomes.length - failures} of ${outcomes.length} run`);
if (failures === 0) {
  const results = join(folder, 'RESULTS.md');
  writeFileSync(results, resultsOf(outcomes, existsSync(results) ? readFileSync(results, 'utf8') : ''));
}
process.exit(outcomes.length === 0 || failures > 0 ? 1 : 0);
