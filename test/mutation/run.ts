/**
 * `npm run test:mutation -- AREA [FILE…]`: Stryker puts faults into the code of one area, one after the other, and runs its tests on each.
 * Prints the score and every fault that no test noticed. Takes minutes to hours, so it is not part of `npm test`.
 *
 *     npm run test:mutation -- client src/client/outcome.ts
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Source folders of each area; its tests have the same name. */
const areas: Readonly<Record<string, string>> = {
  client: 'src/client',
  emulator: 'src/emulator',
  cli: 'src/cli',
  codegen: 'src/codegen',
};

const [area = '', ...files] = process.argv.slice(2);
const source = areas[area];
if (source === undefined) {
  console.error(`Name an area: npm run test:mutation -- ${Object.keys(areas).join(' | ')} [FILE…]`);
  process.exit(1);
}

const own = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(own, 'node_modules'))) {
  const install = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: own, stdio: 'inherit' });
  if (install.status !== 0) process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
const report = join(folder, 'report.json');
const config = join(folder, 'stryker.config.json');
writeFileSync(
  config,
  JSON.stringify({
    plugins: [join(own, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    // The sources are run as they are; vitest takes the types out.
    disableTypeChecks: false,
    mutate: files.length > 0 ? files : [`${source}/**/*.ts`],
    ignorePatterns: [
      'dist',
      'test/mutation',
      '!test/mutation/vitest.config.ts',
      'test/*/node_modules',
      'test/frameworks',
      'test/environments',
      'test/tools',
    ],
    // Within the project, so that packages are found.
    tempDirName: 'test/mutation/sandbox',
    reporters: ['json', 'clear-text', 'dots'],
    clearTextReporter: { reportTests: false, reportScoreTable: true, logTests: false },
    jsonReporter: { fileName: report },
    concurrency: 1,
    dryRunTimeoutMinutes: 30,
    timeoutMS: 20_000,
    allowEmpty: false,
  }),
);
const stryker = join(own, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', config], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MUTATION_AREA: area },
});
if (existsSync(report)) {
  const kept = join(own, `${area}.report.json`);
  writeFileSync(kept, readFileSync(report));
  console.log(`The whole report: ${kept}`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
