/**
 * What type-checking a file that uses the package costs its author, against the same file without the package.
 *
 *     npm run build && node test/bench/sdk-types.ts
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, exact, report, spread } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT = 15_000;
if (!existsSync(join(root, 'dist/index.d.ts'))) {
  console.error('dist/ is missing: run `npm run build` first.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'types-'));
try {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/user-password-api'));
  cpSync(join(root, 'test/package/fixtures/consumer.ts'), join(folder, 'consumer.ts'));
  writeFileSync(join(folder, 'empty.ts'), 'export const nothing: Element | undefined = undefined;\n');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

  const measure = (file: string): { instantiations: number; seconds: number } => {
    const flags = '--noEmit --strict --skipLibCheck --module nodenext --target es2022 --lib es2022,dom'.split(' ');
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...flags, '--extendedDiagnostics', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stdout);
    const read = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1]);
    return { instantiations: read('Instantiations'), seconds: read('Check time') };
  };

  const rounds = [0, 1, 2].map(() => ({ empty: measure('empty.ts'), consumer: measure('consumer.ts') }));
  const row = (name: 'empty' | 'consumer') => ({
    instantiations: exact(rounds[0]?.[name].instantiations ?? 0),
    seconds: spread(
      rounds.map((round) => round[name].seconds),
      2,
    ),
  });
  report({
    how: 'TypeScript checks a file that uses every part of the package, and an empty one; module nodenext, 3 rounds.',
    head: 'type-checking',
    rows: { 'an empty file': row('empty'), 'a file that uses the package': row('consumer') },
    limits: [atMost('instantiations', rounds[0]?.consumer.instantiations ?? 0, LIMIT)],
    packages: ['typescript'],
  });
} finally {
  rmSync(folder, { recursive: true });
}
