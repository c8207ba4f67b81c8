/** Bundlers: what they make of a page runs in a browser, with the emulator in it, and without a warning. */
import { join } from 'node:path';
import { check, type Environment, load, program, project, versionOf } from './environment.ts';
import { inBrowser } from './pages.ts';
import { withEmulator } from './servers.ts';

const DOES = 'no warning; in Chromium: emulator in the page, sign-in form, emulator over the network';

/** The packages, as far as they are used here. */
interface Esbuild {
  build(options: object): Promise<{ readonly warnings: readonly unknown[] }>;
}
interface Rollup {
  rollup(options: object): Promise<{ write(options: object): Promise<unknown>; close(): Promise<void> }>;
}
interface NodeResolve {
  nodeResolve(options: object): unknown;
}
interface Vite {
  build(options: object): Promise<unknown>;
  createLogger(level: string): object;
}
type Compilation = Readonly<Record<'errors' | 'warnings', readonly Error[]>>;
interface Webpack {
  default(options: object, done: (error: unknown, stats: { readonly compilation: Compilation }) => void): void;
}

/** @param build Bundles page.js of the folder into its dist; resolves to what it warned of. */
const bundler = (name: string, script: string, build: (made: string) => Promise<readonly unknown[]>): Environment => ({
  name,
  does: DOES,
  async use() {
    const files = { 'visit.js': program('visit.js'), 'page.js': program('page.js') };
    const made = project(name.replace(/[^\w.]+/g, '-'), {}, files);
    const warnings = await build(made);
    check(warnings.length === 0, `no warnings: ${warnings.map((each) => JSON.stringify(each)).join('\n')}`);
    const user = await inBrowser(join(made, 'dist'), script, (page) =>
      withEmulator((url, { KEY }) => page.evaluate(`visitAll(${JSON.stringify(KEY)}, ${JSON.stringify(url)})`)),
    );
    check(user === 'Ada', `Ada is signed in: ${user}`);
    return undefined;
  },
});

/** Bundles page.js of a folder into its dist with esbuild. */
export async function bundleWithEsbuild(made: string, format: 'esm' | 'iife'): Promise<readonly unknown[]> {
  const { build } = await load<Esbuild>('esbuild/lib/main.js');
  const { warnings } = await build({
    absWorkingDir: made,
    entryPoints: ['page.js'],
    bundle: true,
    minify: true,
    format,
    splitting: format === 'esm',
    outdir: 'dist',
    ...(format === 'iife' && { outExtension: { '.js': '.iife.js' } }),
    external: ['node:*'],
    logLevel: 'silent',
  });
  return warnings;
}

const esbuild = (format: 'esm' | 'iife') =>
  bundler(`esbuild ${versionOf('esbuild')} (${format})`, format === 'esm' ? 'page.js' : 'page.iife.js', (made) =>
    bundleWithEsbuild(made, format),
  );

const rollup = (format: 'es' | 'iife') =>
  bundler(`Rollup ${versionOf('rollup')} (${format})`, format === 'es' ? 'page.js' : 'page.iife.js', async (made) => {
    const { rollup } = await load<Rollup>('rollup/dist/rollup.js');
    const { nodeResolve } = await load<NodeResolve>('@rollup/plugin-node-resolve/dist/es/index.js');
    const warnings: unknown[] = [];
    const bundle = await rollup({
      input: join(made, 'page.js'),
      external: /^node:/,
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ code, message }: { code: string; message: string }) => warnings.push([code, message]),
    });
    const whole = { file: join(made, 'dist/page.iife.js'), inlineDynamicImports: true };
    await bundle.write({ format, ...(format === 'es' ? { dir: join(made, 'dist') } : whole) });
    await bundle.close();
    return warnings;
  });

const vite = bundler(`Vite ${versionOf('vite')}`, 'page.js', async (made) => {
  const { build, createLogger } = await load<Vite>('vite/dist/node/index.js');
  const warnings: unknown[] = [];
  await build({
    root: made,
    customLogger: { ...createLogger('silent'), warn: (text: string) => warnings.push(text) },
    configFile: false,
    build: {
      outDir: 'dist',
      // The emulator's word lists.
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: join(made, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  });
  return warnings;
});

const webpack = bundler(`webpack ${versionOf('webpack')}`, 'main.js', async (made) => {
  const { default: webpack } = await load<Webpack>('webpack/lib/index.js');
  const options = {
    mode: 'production',
    context: made,
    entry: './page.js',
    output: { path: join(made, 'dist'), publicPath: '/' },
    performance: { hints: false },
  };
  const { errors, warnings } = await new Promise<Compilation>((resolve, reject) =>
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats.compilation))),
  );
  return [...errors, ...warnings].map(({ message }) => message);
});

export const bundlers: readonly Environment[] = [
  webpack,
  rollup('es'),
  rollup('iife'),
  esbuild('esm'),
  esbuild('iife'),
  vite,
];
