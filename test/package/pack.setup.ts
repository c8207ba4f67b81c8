/** Packs the package once for all files of the suite, the way `npm publish` does: `prepack` builds it first. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root, succeed } from './packed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    tarball: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const started = Date.now();
  await succeed('npm', ['pack', '--pack-destination', folder], root);
  if ((await stat(join(root, 'dist/index.js'))).mtimeMs < started)
    throw new Error('npm pack did not build the package.');
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  project.provide('tarball', join(folder, tarball));
  return () => rm(folder, { recursive: true, force: true });
}
