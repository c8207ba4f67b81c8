/** Node, Deno, Bun, workerd and Chromium. */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { bundleWithEsbuild } from './bundlers.ts';
import { at, check, type Environment, load, nodeOf, program, project, run, versionOf } from './environment.ts';
import { inBrowser } from './pages.ts';
import { remarkOn, type Said, withEmulator, withFailures } from './servers.ts';

const DOES = 'emulator in the process, emulator over the network, four failures of the connection';

/** The failures of which Node and Bun say that there was no connection. The others say the same of every failure. */
const NO_CONNECTION = ['refused', 'unknown name', 'bad certificate'];

const files = {
  'visit.js': program('visit.js'),
  'runtime.js': program('runtime.js'),
  'required.cjs': program('required.cjs'),
};

/** What the program printed. */
function saidIn(output: string): Said {
  const [, json] = /^said (.*)$/m.exec(output) ?? [];
  check(json !== undefined, `the program came to its end: ${output}`);
  return JSON.parse(json);
}

/** @param unsent The failures of which this runtime says that nothing was sent. */
const runs = (name: string, command: readonly [string, ...string[]], unsent: readonly string[]): Environment => ({
  name,
  does: DOES,
  async use() {
    const made = project(name.replaceAll(' ', '-'), {}, files);
    const [binary, ...args] = command;
    const remark = await withFailures((targets) =>
      withEmulator(async (_url, env) => {
        const output = await run(binary, [...args, 'runtime.js'], made, { ...env, TARGETS: JSON.stringify(targets) });
        return remarkOn(saidIn(output), unsent);
      }),
    );
    if (name.startsWith('Node'))
      check((await run(binary, ['required.cjs'], made)).includes('loaded true'), 'require() works');
    return remark;
  },
});

const suffix = `${process.platform}-${process.arch}`;
const nodes = ['20.19', '22', '24', '26'].flatMap((version) => {
  const node = nodeOf(version);
  return node ? [runs(`Node ${versionOf(`node-${version}-${suffix}`)}`, [node], NO_CONNECTION)] : [];
});
const deno = at(`@deno/${suffix}${process.platform === 'linux' ? '-glibc' : ''}/deno`);
const bun = at(`@oven/bun-${suffix}/bin/bun`.replace('arm64', 'aarch64'));

/** The packages, as far as they are used here. */
interface Esbuild {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
    readonly warnings: readonly unknown[];
  }>;
}
interface Miniflare {
  readonly Miniflare: new (
    options: object,
  ) => { dispatchFetch(url: string, init: object): Promise<Response>; dispose(): Promise<void> };
}

const workerd: Environment = {
  name: `workerd ${versionOf('workerd')} (miniflare)`,
  does: DOES,
  async use() {
    const made = project('workerd', {}, { 'visit.js': program('visit.js'), 'worker.js': program('worker.js') });
    const { build } = await load<Esbuild>('esbuild/lib/main.js');
    const { outputFiles, warnings } = await build({
      absWorkingDir: made,
      entryPoints: ['worker.js'],
      bundle: true,
      write: false,
      format: 'esm',
      conditions: ['workerd', 'worker', 'browser'],
      external: ['node:*', 'cloudflare:*'],
    });
    check(warnings.length === 0, `no warnings: ${JSON.stringify(warnings)}`);
    const { Miniflare } = await load<Miniflare>('miniflare/dist/src/index.js');
    const miniflare = new Miniflare({
      modules: true,
      script: outputFiles[0]?.text,
      compatibilityDate: '2026-07-01',
      // It tells of each connection that fails.
      handleRuntimeStdio: (stdout: Readable, stderr: Readable) => void [stdout.resume(), stderr.resume()],
    });
    try {
      return await withFailures((targets) =>
        withEmulator(async (url, { KEY: key }) => {
          const body = JSON.stringify({ key, url, targets });
          const response = await miniflare.dispatchFetch('http://worker/', { method: 'POST', body });
          const { said, error, cause }: { said: Said; error?: string; cause?: string } = await response.json();
          check(error === undefined, `${error} (${cause})`);
          return remarkOn(said, []);
        }),
      );
    } finally {
      await miniflare.dispose();
    }
  },
};

const chromium: Environment = {
  name: 'Chromium',
  does: 'two tabs, four failures of the connection, a device without a network; for the rest see the bundlers',
  async use() {
    const made = project('chromium', {}, { 'visit.js': program('visit.js'), 'page.js': program('page.js') });
    await bundleWithEsbuild(made, 'esm');
    return inBrowser(join(made, 'dist'), 'page.js', (page) =>
      withFailures((targets) =>
        withEmulator(async (url, { KEY: key }) => {
          const other = await page.context().newPage();
          await other.goto(page.url());
          const where = `${JSON.stringify(key)}, ${JSON.stringify(url)}`;
          await other.evaluate(`waitForSignOut(${where})`);
          check((await page.evaluate(`signOutHere(${where})`)) === 'Ada', 'tabs share who is signed in');
          check((await other.evaluate('signedOut')) === 'signed out', 'the other tab hears of a sign-out');
          await page.exposeFunction('goOffline', () => page.context().setOffline(true));
          // The last, as no other request gets through after it.
          const args = [key, url, { ...targets, offline: url }].map((each) => JSON.stringify(each));
          const said = await page.evaluate<Said>(`outcomesInPage(${args.join(', ')})`);
          check(said['offline']?.[0] === 'offline', 'it knows that there is no network');
          return remarkOn(said, []);
        }),
      ),
    );
  },
};

export const runtimes: readonly Environment[] = [
  ...nodes,
  runs(`Deno ${versionOf('deno')}`, [deno, 'run', '--allow-all', '--node-modules-dir=manual', '--no-lock'], []),
  runs(`Bun ${versionOf('bun')}`, [bun], NO_CONNECTION),
  workerd,
  chromium,
];
