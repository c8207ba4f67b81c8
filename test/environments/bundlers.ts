/** Bundlers: what they make of a page runs in a browser, with the emulator in it, and without a warning. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { at, check, type Environment, program, project, urlOf, versionOf } from './environment.ts';
import { withEmulator } from './servers.ts';

const DOES = 'no warning; in Chromium: emulator in the page, sign-in form, emulator over the network';

/** Serves a folder to a browser and lets the page run. */
async function visitInBrowser(dist: string, script: string): Promise<void> {
  const html = `<!doctype html><link rel="icon" href="data:,"><body><script type="${script.endsWith('.iife.js') ? 'text/javascript' : 'module'}" src="/${script}"></script>`;
  const server = createServer(({ url = '/' }, response) => {
    const file = join(dist, new URL(url, 'http://localhost').pathname);
    const found = url !== '/' && existsSync(file);
    response.writeHead(found || url === '/' ? 200 : 404, { 'Content-Type': extname(file) ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(found ? readFileSync(file) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`.replace('localhost', '127.0.0.1'));
    check(errors.length === 0, `no errors: ${errors}`);
    const name = await withEmulator((url, { KEY }) =>
      page.evaluate(`visitAll(${JSON.stringify(KEY)}, ${JSON.stringify(url)})`),
    );
    check(name === 'Ada' && errors.length === 0, `Ada is signed in: ${name} ${errors}`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** @param build Bundles page.js of the folder into its dist; resolves to what it warned of. */
const bundler = (
  name: string,
  script: string,
  build: (made: string) => Promise<readonly unknown[]>,
): Environment => ({
  name,
  does: DOES,
  async use() {
    const files = { 'visit.js': program('visit.js'), 'page.js': program('page.js') };
    const made = project(name.replace(/[^\w.]+/g, '-'), {}, files);
    const warnings = await build(made);
    check(warnings.length === 0, `no warnings: ${warnings.map((each) => JSON.stringify(each)).join('\n')}`);
    await visitInBrowser(join(made, 'dist'), script);
    return undefined;
  },
});

const esbuild = (format: 'esm' | 'iife') =>
  bundler(`esbuild ${versionOf('esbuild')} (${format})`, format === 'esm' ? 'page.js' : 'page.iife.js', async (made) => {
    const { build } = await import(urlOf(at('esbuild/lib/main.js')));
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
  });

const rollup = (format: 'es' | 'iife') =>
  bundler(`Rollup ${versionOf('rollup')} (${format})`, format === 'es' ? 'page.js' : 'page.iife.js', async (made) => {
    const { rollup } = await import(urlOf(at('rollup/dist/rollup.js')));
    const { nodeResolve } = await import(urlOf(at('@rollup/plugin-node-resolve/dist/es/index.js')));
    const warnings: unknown[] = [];
    const bundle = await rollup({
      input: join(made, 'page.js'),
      external: /^node:/,
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ code, message }: { code: string; message: string }) => warnings.push([code, message]),
    });
    await bundle.write({
      ...(format === 'es' ? { dir: join(made, 'dist') } : { file: join(made, 'dist/page.iife.js'), inlineDynamicImports: true }),
      format,
    });
    await bundle.close();
    return warnings;
  });

const vite = bundler(`Vite ${versionOf('vite')}`, 'page.js', async (made) => {
  const { build, createLogger } = await import(urlOf(at('vite/dist/node/index.js')));
  const warnings: unknown[] = [];
  const logger = { ...createLogger('silent'), warn: (text: string) => warnings.push(text) };
  await build({
    root: made,
    customLogger: logger,
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
  const { default: webpack } = await import(urlOf(at('webpack/lib/index.js')));
  const stats = await new Promise<{ compilation: { errors: readonly Error[]; warnings: readonly Error[] } }>((resolve, reject) =>
    webpack(
      {
        mode: 'production',
        context: made,
        entry: './page.js',
        output: { path: join(made, 'dist'), publicPath: '/' },
        performance: { hints: false },
      },
      (error: unknown, result: { compilation: { errors: readonly Error[]; warnings: readonly Error[] } }) =>
        error ? reject(error) : resolve(result),
    ),
  );
  return [...stats.compilation.errors, ...stats.compilation.warnings].map(({ message }) => message);
});

export const bundlers: readonly Environment[] = [
  webpack,
  rollup('es'),
  rollup('iife'),
  esbuild('esm'),
  esbuild('iife'),
  vite,
];
