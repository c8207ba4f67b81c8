/** `npm run test:coverage`: which branches of what runs in Node no test takes. Prints each file and writes coverage/index.html. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/** Counts calls itself, which sets the counters of everybody back. */
const COUNTING = 'test/site/guide.test.ts';

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects:
      config.test?.projects?.map((project) =>
        typeof project === 'object' && 'test' in project
          ? // With modules shared between files, what the earlier files called is lost.
            {
              ...project,
              test: { ...project.test, isolate: true, exclude: [...(project.test?.exclude ?? []), COUNTING] },
            }
          : project,
      ) ?? [],
    coverage: {
      enabled: true,
      provider: 'custom',
      customProviderModule: fileURLToPath(new URL('node_modules/@vitest/coverage-v8/dist/index.js', import.meta.url)),
      include: ['src/**/*.ts', 'generated/**/*.ts'],
      // What runs in browsers, what guide.test.ts counts itself, what runs in processes of its own, and what generated/ has a copy of.
      exclude: [
        'src/site/{examples,scripts,snippets}/**',
        'src/site/{code-block,highlight,json-folds,lab,lab-emulator,live-examples,no-settings-check,no-word-lists,remove-live,traffic,try-form,try-it,update-live}.ts',
        'src/site/{build,reference}.ts',
        'src/{packaging,codegen/runtime}/**',
        'src/cli.ts',
      ],
      reporter: ['text', 'json', 'html'],
    },
  },
});
