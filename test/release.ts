/**
 * `npm run release`: everything that a release needs, tried in order, with nothing published. Ends with what is left to do by hand.
 *
 *     npm run release -- --quick    without `npm test`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isQuick = process.argv.includes('--quick');

function fail(sentence: string): never {
  console.error(`\nNo release: ${sentence}`);
  process.exit(1);
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64_000_000,
  });
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed${error === undefined ? '' : `: ${error.message}`}.`);
  return stdout;
}

const done = (what: string): void => console.log(`ok - ${what}`);

const { version }: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [, heading = ''] = /^## (.*)$/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
if (!heading.startsWith(`${version} `) && heading !== version)
  fail(`package.json has version ${version}, but CHANGELOG.md begins with "${heading}".`);
done(`version ${version} heads the changelog`);

if (run('git', 'status', '--porcelain') !== '') fail('there are changes that are not committed.');
done('everything is committed');

if (isQuick) console.log('left out - npm test');
else {
  const test = spawnSync('npm', ['test'], { cwd: root, stdio: 'inherit' });
  if (test.status !== 0) fail('npm test failed.');
  done('npm test');
}

const folder = mkdtempSync(join(tmpdir(), 'release-'));
try {
  // `prepack` builds.
  const printed = run('npm', 'pack', '--json', '--pack-destination', folder);
  const [packed]: readonly { filename: string; size: number; unpackedSize: number; entryCount: number }[] = JSON.parse(
    printed.slice(printed.indexOf('[\n')),
  );
  if (packed === undefined) fail('npm pack made nothing.');
  const count = (bytes: number): string => bytes.toLocaleString('en');
  done(
    `${packed.filename}: ${count(packed.size)} B packed, ${count(packed.unpackedSize)} B in ${packed.entryCount} files`,
  );
  run('npm', 'publish', '--dry-run', '--ignore-scripts', '--tag', 'latest', join(folder, packed.filename));
  done('npm publish --dry-run takes it');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (heading.includes('unreleased')) console.log(`to do - write the date in place of "(unreleased)" in CHANGELOG.md`);
console.log(`to do - publish a release on GitHub with the tag v${version}: that workflow publishes to npm`);
console.log('\nNothing was published.');
