/** Runs the tests for coverage.ts, which says what is counted. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/** They count calls themselves, which sets the counters of everybody back. */
const COUNTING = ['test/site/guide.test.ts', 'test/site/snippets.browser.test.ts'];

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    // Scripts that are counted in pages are not minified.
    testNamePattern: /^(?!.*takes at most 60 kB)/,
    projects:
      config.test?.projects?.map((project) =>
        typeof project === 'object' && 'test' in project
          ? // With modules shared between files, what the earlier files called is lost.
            {
              ...project,
              test: { ...project.test, isolate: true, exclude: [...(project.test?.exclude ?? []), ...COUNTING] },
            }
          : project,
      ) ?? [],
    coverage: {
      enabled: true,
      provider: 'custom',
      customProviderModule: fileURLToPath(new URL('node_modules/@vitest/coverage-v8/dist/index.js', import.meta.url)),
      autoAttachSubprocess: true,
      include: ['src/**/*.ts', 'generated/**/*.ts'],
      exclude: [
        // Those tests look themselves whether each function is called.
        'src/site/snippets/**',
        // What generated/ has a copy of.
        'src/codegen/runtime/**',
        // What test/package runs, as a project of Vite.
        'src/site/examples/page.ts',
        // For the build of the package.
        'src/packaging/**',
      ],
      reporter: ['json'],
    },
  },
});
