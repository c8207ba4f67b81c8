/** Builds the site once for all files of the suite. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../src/site/build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    siteFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await buildSite(folder, undefined, process.env['BROWSER_COVERAGE'] !== undefined);
  project.provide('siteFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
