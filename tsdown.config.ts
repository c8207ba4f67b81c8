import { defineConfig } from 'tsdown';
import { declareGlobals } from './src/packaging/declare-globals.ts';
import { writeLicences } from './src/packaging/licences.ts';
import { shrink } from './src/packaging/shrink.ts';

export default defineConfig({
  entry: {
    index: 'src/client/index.ts',
    emulator: 'src/emulator/index.ts',
    'emulator/msw': 'src/emulator/hosts/msw.ts',
    'emulator/vitest': 'src/emulator/hosts/vitest.ts',
    'emulator/playwright': 'src/emulator/hosts/playwright.ts',
    client: 'generated/client.ts',
    'openapi-fetch': 'generated/openapi-fetch.ts',
    schema: 'src/schema.ts',
    errors: 'generated/errors.ts',
    validators: 'generated/validators.js',
    cli: 'src/cli.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  clean: true,
  fixedExtension: false,
  outputOptions: {
    // Else they would go along with the operations that every page loads.
    codeSplitting: { groups: [{ name: 'session-operations', test: 'session-operations' }] },
    // An application's build adds a hash of its own to the chunks of the SDK, and would keep ours in every address.
    chunkFileNames: ({ name }) =>
      ['reverify', 'runtime', 'sign-in-form'].includes(name) ? '[name].js' : '[name]-[hash].js',
  },
  // Only the emulator needs these. They become part of its chunks, so that an installation adds one package.
  deps: {
    neverBundle: [/^node:/],
    onlyBundle: ['@noble/hashes', /^@zxcvbn-ts\//, 'fastest-levenshtein', 'yaml'],
  },
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  plugins: [shrink(), declareGlobals(), writeLicences('THIRD-PARTY-LICENSES.txt')],
  // Declarations that are a source are not written by the build.
  copy: [
    'generated/validators.d.ts',
    'src/cli/page',
    'src/site/examples/tokens.css',
    'generated/emulator/control.json',
    'generated/emulator/seed.schema.json',
  ],
});
