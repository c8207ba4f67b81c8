/** Node, Deno, Bun and workerd. */
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { at, check, type Environment, program, project, run, urlOf, versionOf } from './environment.ts';
import { remarkOn, withEmulator, withFailures } from './servers.ts';

const DOES = 'emulator in the process, emulator over the network, four failures of the connection';

const files = { 'visit.js': program('visit.js'), 'runtime.js': program('runtime.js'), 'required.cjs': program('required.cjs') };

function said(output: string): string {
  const [, json] = /^said (.*)$/m.exec(output) ?? [];
  check(json !== undefined, `the program came to its end: ${output}`);
  return remarkOn(JSON.parse(json));
}

const runs = (name: string, binary: string, args: readonly string[], requires: boolean): Environment => ({
  name,
  does: DOES,
  async use() {
    const made = project(name.replaceAll(' ', '-'), {}, files);
    const remark = await withFailures((targets) =>
      withEmulator(async (_url, env) =>
        said(await run(binary, [...args, 'runtime.js'], made, { ...env, TARGETS: JSON.stringify(targets) })),
      ),
    );
    if (requires) check((await run(binary, ['required.cjs'], made)).includes('loaded true'), 'require() works');
    return remark;
  },
});

const nodes = ['20.19', '22', '24', '26'].flatMap((version) => {
  const name = `node-${version}-${process.platform}-${process.arch}`;
  // Packages of Node are there for one kind of machine each.
  return existsSync(at(name)) ? [runs(`Node ${versionOf(name)}`, at(`${name}/bin/node`), [], true)] : [];
});

const suffix = `${process.platform}-${process.arch}`;
const deno = at(`@deno/${suffix}${process.platform === 'linux' ? '-glibc' : ''}/deno`);
const bun = at(`@oven/bun-${suffix}/bin/bun`.replace('arm64', 'aarch64'));

const workerd: Environment = {
  name: `workerd ${versionOf('workerd')} (miniflare)`,
  does: DOES,
  async use() {
    const made = project('workerd', {}, { 'visit.js': program('visit.js'), 'worker.js': program('worker.js') });
    const { build } = await import(urlOf(at('esbuild/lib/main.js')));
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
    const { Miniflare } = await import(urlOf(at('miniflare/dist/src/index.js')));
    const miniflare = new Miniflare({
      modules: true,
      script: outputFiles[0].text,
      compatibilityDate: '2026-07-01',
      // It tells of each connection that fails.
      handleRuntimeStdio: (stdout: Readable, stderr: Readable) => void [stdout.resume(), stderr.resume()],
    });
    try {
      return await withFailures((targets) =>
        withEmulator(async (url, { KEY: key }) => {
          const body = JSON.stringify({ key, url, targets });
          const response = await miniflare.dispatchFetch('http://worker/', { method: 'POST', body });
          const { said: outcomes, error, cause } = await response.json();
          check(error === undefined, `${error} (${cause})`);
          return remarkOn(outcomes);
        }),
      );
    } finally {
      await miniflare.dispose();
    }
  },
};

export const runtimes: readonly Environment[] = [
  ...nodes,
  runs(`Deno ${versionOf('deno')}`, deno, ['run', '--allow-all', '--node-modules-dir=manual', '--no-lock'], false),
  runs(`Bun ${versionOf('bun')}`, bun, [], false),
  workerd,
];
