import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests ask this machine only, which no proxy reaches, and compare what programs print: without colours, and without the notes of debug.
for (const name of Object.keys(process.env)) {
  if (/^((https?|all)_proxy|force_color|debug)$/i.test(name)) delete process.env[name];
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The package's own entries, so that tests and code samples import what users import. */
export const alias = [
  { find: /^user-password-api$/, replacement: at('./src/client/index.ts') },
  { find: /^user-password-api\/emulator\/(msw|vitest|playwright)$/, replacement: at('./src/emulator/hosts/$1.ts') },
  { find: /^user-password-api\/emulator$/, replacement: at('./src/emulator/index.ts') },
  { find: /^user-password-api\/client$/, replacement: at('./generated/client.ts') },
  { find: /^user-password-api\/schema$/, replacement: at('./src/schema.ts') },
  { find: /^user-password-api\/openapi-fetch$/, replacement: at('./generated/openapi-fetch.ts') },
  { find: /^user-password-api\/errors$/, replacement: at('./generated/errors.ts') },
  { find: /^user-password-api\/validators$/, replacement: at('./generated/validators.js') },
];

const project = (
  name: string,
  include: string[],
  timeout: number,
  exclude: string[] = [],
  env = {},
  globalSetup: string[] = [],
) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude,
    env,
    globalSetup,
    testTimeout: timeout,
    hookTimeout: timeout,
    restoreMocks: true,
    // A fresh set of modules for each file would cost a quarter of the time. No module here keeps anything between tests.
    isolate: false,
    // On a busy machine a browser takes longer than the second that is usual.
    expect: { poll: { interval: 10, timeout: timeout / 2 } },
  },
});

/** The part of the contract suite that any server that keeps to the contract passes. */
const anyServer = ['examples', 'invalid-requests', 'security', 'code-samples', 'readme'].map(
  (name) => `test/contract/${name}.test.ts`,
);

/** What stands behind Prism in any case. */
const behindPrism = ['test/contract/{flows,proxy}.test.ts'];

/** A browser, and the site that it opens. */
const browserSetup = ['test/browser.setup.ts', 'test/site/site.setup.ts'];

export default defineConfig({
  test: {
    // Two also on two cores: many tests wait for a browser or another process. With more, the browsers stand in each other's way.
    maxWorkers: 2,
    projects: [
      project('unit', ['test/*.test.ts', 'test/{cli,codegen,client,emulator,site}/**/*.test.ts'], 60_000, [
        '**/*.{browser,slow,long}.test.ts',
      ]),
      project('slow', ['test/**/*.slow.test.ts'], 180_000),
      project('long', ['test/**/*.long.test.ts'], 900_000, [], {}, browserSetup),
      project('contract', ['test/contract/**/*.test.ts'], 60_000, behindPrism, {}, ['test/contract/prism.setup.ts']),
      project('emulator', anyServer, 60_000, [], { CONTRACT_TARGET: 'emulator' }),
      project(
        'proxy',
        ['test/contract/{examples,security}.test.ts', ...behindPrism],
        60_000,
        [],
        { CONTRACT_TARGET: 'proxy' },
        ['test/contract/proxy.setup.ts'],
      ),
      project('browser', ['test/**/*.browser.test.ts'], 120_000, [], {}, browserSetup),
      project('package', ['test/package/**/*.test.ts'], 240_000, [], {}, ['test/package/pack.setup.ts']),
    ],
  },
});
