/**
 * What a page loads, in bytes after bundling, minifying and brotli (quality 11), next to the peers in the same run.
 *
 *     node test/bench/sdk-size.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli, bundle, LIMITS, page } from './bundle.ts';
import { atLeast, atMost, exact, report } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const sum = (chunks: Iterable<string>): number => [...chunks].reduce((total, code) => total + brotli(code), 0);

/** The vendor's headless build: its own file, without the chunks that it loads later. */
const headless = brotli(readFileSync(join(root, 'node_modules/clerk-js-5/dist/clerk.headless.browser.js')));

const sdk = join(root, 'src/client/index.ts');
const dropIn = await bundle(page(sdk));
const all = await bundle(`import * as sdk from ${JSON.stringify(sdk)}; globalThis.sdk = sdk;`);
const client = await bundle(
  `import { createClient } from ${JSON.stringify(join(root, 'generated/client.ts'))}; globalThis.create = createClient;`,
);
const peer = await bundle(`import createClient from 'openapi-fetch'; globalThis.create = createClient;`);
const ky = await bundle(`import ky from 'ky'; globalThis.ky = ky;`);

const entry = dropIn.get('first') ?? '';
const form = dropIn.get('sign-in-form') ?? '';
/** What only some pages load, each when it is first needed. */
const later = [...dropIn].filter(([name]) => name !== 'first');

const bytes: Readonly<Record<string, number>> = {
  'generated client alone': sum(client.values()),
  'headless: what a page loads first': brotli(entry),
  'with the form: that and mountSignIn': brotli(entry) + brotli(form),
  ...Object.fromEntries(later.map(([name, code]) => [`loaded when needed: ${name}`, brotli(code)])),
  'every export, every chunk': sum(all.values()),
  'openapi-fetch': sum(peer.values()),
  ky: sum(ky.values()),
  '@clerk/clerk-js, headless': headless,
};
report({
  how: '`new Clerk(key)` from src/client/index.ts, bundled for browsers and minified by Rolldown (the bundler of Vite 8), then brotli of quality 11, chunk by chunk. Of the vendor, the first file of its own headless build.',
  head: 'bundled, minified, brotli',
  rows: Object.fromEntries(
    Object.entries(bytes).map(([name, size]) => [
      name,
      { bytes: exact(size), 'share of @clerk/clerk-js': exact(size / headless, 3) },
    ]),
  ),
  limits: [
    atMost('headless, bytes', brotli(entry), LIMITS.headless),
    atMost('with the form, bytes', brotli(entry) + brotli(form), LIMITS['with the form']),
    atLeast("the vendor's headless build, times ours", headless / brotli(entry), 10),
  ],
  packages: ['rolldown', 'openapi-fetch', 'ky', 'clerk-js-5'],
});
