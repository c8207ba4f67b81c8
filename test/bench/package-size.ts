/**
 * What `npm install` downloads and puts on the disk: the packed package, installed by npm in an empty project.
 *
 *     npm run build && node test/bench/package-size.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, exact, report } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'package-size-'));
const npm = (...args: readonly string[]): string =>
  execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
    cwd: args[0] === 'pack' ? root : folder,
    encoding: 'utf8',
  });

/** As the disk counts: in blocks of 512 bytes, the last of each file being full. */
function onDisk(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).blocks * 512, 0);
}

try {
  const tarball = join(folder, npm('pack', '--pack-destination', folder).trim().split('\n').at(-1) ?? '');
  writeFileSync(join(folder, 'package.json'), '{}');
  npm('install', tarball);
  const added = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')).length;
  const [download, disk] = [statSync(tarball).size / 1e6, onDisk(join(folder, 'node_modules')) / 1e6];
  const vendor = (name: string): string => exact(onDisk(join(root, 'node_modules', name)) / 1e6, 1);
  report({
    how: 'Packed by `npm pack` and installed by npm in an empty project. Of the vendor, the folder of the package alone, without those that it brings.',
    head: 'package',
    rows: {
      'user-password-api': {
        'MB to download': exact(download, 1),
        'MB on the disk': exact(disk, 1),
        'packages added': exact(added),
      },
      '@clerk/clerk-js 5': { 'MB on the disk': vendor('clerk-js-5') },
      '@clerk/clerk-js 6': { 'MB on the disk': vendor('clerk-js-6') },
    },
    limits: [
      atMost('MB to download', download, 1.6),
      atMost('MB on the disk', disk, 5),
      atMost('packages added', added, 1),
    ],
    packages: ['clerk-js-5', 'clerk-js-6'],
  });
} finally {
  rmSync(folder, { recursive: true });
}
