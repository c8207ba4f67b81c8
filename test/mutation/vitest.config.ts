/** One process that runs every-fault.ts: the sources have their faults, and the test files collect.ts for `vitest`. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { alias } from '../../vitest.config.ts';
import type { Work } from './every-fault.ts';
import { own, root } from './faults.ts';

const { texts, environment }: Work = JSON.parse(
  readFileSync(join(process.env['MUTATION_FOLDER'] ?? '', 'work.json'), 'utf8'),
);

export default defineConfig({
  root,
  resolve: { alias },
  plugins: [
    {
      name: 'faults',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source === 'vitest' && importer?.startsWith(join(root, 'test/')) && !importer.startsWith(own)
          ? join(own, 'collect.ts')
          : undefined,
      load: (id) => texts[relative(root, id.split('?')[0] ?? '')],
    },
  ],
  test: {
    include: ['test/mutation/every-fault.ts'],
    environment,
    // As long as it takes: run.ts ends it if nothing happens.
    testTimeout: 0,
    isolate: false,
    fsModuleCache: false,
    // Faults leave promises behind.
    dangerouslyIgnoreUnhandledErrors: true,
    // Less than a test may take at least (every-fault.ts): one that was given up must not go on beside the next.
    expect: { poll: { timeout: 2000 } },
    env: { CONTRACT_TARGET: 'emulator' },
  },
});
