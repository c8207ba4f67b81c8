/** One flat project, as Stryker needs it: the fast tests of one area. */
import { defineConfig } from 'vitest/config';
import { alias } from '../../vitest.config.ts';

const area = process.env['MUTATION_AREA'] ?? 'client';

export default defineConfig({
  resolve: { alias: [...alias] },
  test: {
    include: [`test/${area}/**/*.test.ts`],
    exclude: ['**/*.{browser,slow,long}.test.ts', '**/node_modules/**'],
    // Stryker runs tests in threads, where nobody may set the umask as this test does.
    testNamePattern: /^(?!.*is for its owner only from the first byte)/,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
