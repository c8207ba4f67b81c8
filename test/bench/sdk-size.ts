/**
 * What a page loads, in bytes after bundling, minifying and brotli (quality 11), next to the peers in the same run.
 *
 *     node test/bench/sdk-size.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LIMITS = { headless: 6_000, 'with the form': 7_500 };

/** Bundles a script as a page's build would; the code of each chunk by name. */
async function bundle(script: string): Promise<ReadonlyMap<string, string>> {
  const entry = join(root, 'entry-of-the-bench.js');
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? script : null) },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, comments: false });
  return new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.name, chunk.code]] : [])));
}

const brotli = (code: string | Buffer): number => brotliCompressSync(code).length;
const sum = (chunks: Iterable<string>): number => [...chunks].reduce((total, code) => total + brotli(code), 0);

/** The vendor's headless build: its own file, without the chunks that it loads later. */
const headless = brotli(readFileSync(join(root, 'node_modules/clerk-js-5/dist/clerk.headless.browser.js')));

const sdk = JSON.stringify(join(root, 'src/client/index.ts'));
const dropIn = await bundle(`import Clerk from ${sdk}; globalThis.clerk = new Clerk('pk_test_x');`);
const all = await bundle(`import * as sdk from ${sdk}; globalThis.sdk = sdk;`);
const client = await bundle(
  `import { createClient } from ${JSON.stringify(join(root, 'generated/client.ts'))}; globalThis.create = createClient;`,
);
const peer = await bundle(`import createClient from 'openapi-fetch'; globalThis.create = createClient;`);
const ky = await bundle(`import ky from 'ky'; globalThis.ky = ky;`);

const entry = dropIn.get('entry-of-the-bench') ?? '';
const form = dropIn.get('sign-in-form') ?? '';
/** What only some pages load, each when it is first needed. */
const later = [...dropIn].filter(([name]) => name !== 'entry-of-the-bench');

const rows: readonly (readonly [string, number])[] = [
  ['generated client alone', sum(client.values())],
  ['headless: what a page loads first', brotli(entry)],
  ['with the form: that and mountSignIn', brotli(entry) + brotli(form)],
  ...later.map(([name, code]): [string, number] => [`  loaded when needed: ${name}`, brotli(code)]),
  ['every export, every chunk', sum(all.values())],
  ['openapi-fetch 0.17', sum(peer.values())],
  ['ky 1.14', sum(ky.values())],
  ['@clerk/clerk-js 5.128.0 headless', headless],
];
console.log(
  '\nSize in bytes: `new Clerk(key)` from src/client/index.ts, bundled for browsers by Rolldown 1.2 (the bundler of Vite 8),',
);
console.log('minified by it, brotli of quality 11, chunk by chunk (node test/bench/sdk-size.ts)\n');
let failed = false;
for (const [name, bytes] of rows) {
  const limit = Object.entries(LIMITS).find(([of]) => name.startsWith(of))?.[1];
  const verdict = limit === undefined ? '' : `  limit ${limit}: ${bytes <= limit ? 'kept' : 'BROKEN'}`;
  failed ||= limit !== undefined && bytes > limit;
  console.log(
    `${name.padEnd(38)}${String(bytes).padStart(7)}   1/${(headless / bytes).toFixed(1).padEnd(5)} of headless${verdict}`,
  );
}
const ratio = headless / brotli(entry);
failed ||= ratio < 10;
console.log(
  `\nHeadless is 1/${ratio.toFixed(1)} of the vendor's headless build (its first file, too); wanted 1/10 or less: ${ratio < 10 ? 'BROKEN' : 'kept'}`,
);
process.exit(failed ? 1 : 0);
