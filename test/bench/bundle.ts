/** What a page of a user's loads of a module: bundled, minified, and as many bytes as travel. */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Most bytes of what a page loads first, without and with the sign-in form. */
export const LIMITS = { headless: 6_000, 'with the form': 7_500 };

const ENTRY = 'entry-of-the-bench';

/** Bundles a script as a page's build would; the code of each chunk by name, the first one's under `first`. */
export async function bundle(script: string): Promise<ReadonlyMap<string, string>> {
  const entry = join(import.meta.dirname, `${ENTRY}.js`);
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? script : null) },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, comments: false });
  return new Map(
    output.flatMap((chunk) =>
      chunk.type === 'chunk' ? [[chunk.name === ENTRY ? 'first' : chunk.name, chunk.code]] : [],
    ),
  );
}

/** A page that makes a `Clerk`, and nothing else. */
export const page = (sdk: string): string =>
  `import Clerk from ${JSON.stringify(sdk)}; globalThis.clerk = new Clerk('pk_test_x');`;

/** Bytes of a text after brotli of quality 11; none for what is not there. */
export const brotli = (code: string | Buffer = ''): number => (code === '' ? 0 : brotliCompressSync(code).length);
