/** One contract mock for all files of the suite: it keeps no state, and starting it takes a second. */
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startPrism } from '../../src/cli/prism.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    prismUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prism = await startPrism({
    port: 0,
    document: fileURLToPath(new URL('../../generated/openapi.json', import.meta.url)),
  });
  project.provide('prismUrl', prism.url);
  return prism.stop;
}
