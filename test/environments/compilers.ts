/** TypeScript: every entry compiles without the DOM library, with the declarations checked, however modules are resolved. */
import { at, type Environment, program, project, run, versionOf } from './environment.ts';

type Packages = Readonly<Record<string, string>>;

const NEWEST = {
  vitest: 'vitest-5',
  msw: 'msw-3',
  '@playwright/test': '@playwright/test',
  'openapi-fetch': 'openapi-fetch',
};
const LOWEST = {
  vitest: 'vitest-3.2',
  msw: 'msw-2.3',
  '@playwright/test': 'playwright-1.45',
  'openapi-fetch': 'openapi-fetch-0.10',
};
const CLOUDFLARE = '@cloudflare/workers-types';

/** `moduleResolution` and the `module` that goes with it. TypeScript 6 gave the oldest up. */
const RESOLUTIONS = { bundler: 'esnext', node16: 'node16', nodenext: 'nodenext' };
const OLD_RESOLUTIONS = { ...RESOLUTIONS, node10: 'commonjs' };

const OPTIONS = {
  target: 'es2022',
  lib: ['es2022'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
};

/** The errors of a compilation, without those in declarations of others. */
async function errorsOf(typescript: string, made: string, config: string): Promise<readonly string[]> {
  const args = [at(`${typescript}/bin/tsc`), '--pretty', 'false', '--project', config];
  const output = await run(process.execPath, args, made).catch((error: Error) => error.message);
  const lines = output.split('\n').filter((line) => line.includes('error TS'));
  if (lines.length === 0 && output !== '') throw new Error(output);
  return lines.filter((line) => !line.includes('node_modules/') || line.includes('node_modules/user-password-api/'));
}

function compiler(typescript: string, peers: Packages, types: readonly string[], which: string): Environment {
  const name = `TypeScript ${versionOf(typescript)}, ${which}`;
  const resolutions = typescript.startsWith('typescript-5') ? OLD_RESOLUTIONS : RESOLUTIONS;
  return {
    name,
    does: `every entry: ${Object.keys(resolutions).join(', ')}; lib ["es2022"], strict, skipLibCheck false`,
    async use() {
      const configs = Object.entries(resolutions).map(([moduleResolution, module]) => [
        `${moduleResolution}.json`,
        JSON.stringify({ compilerOptions: { ...OPTIONS, module, moduleResolution, types }, files: ['no-dom.ts'] }),
      ]);
      const packages = types.includes(CLOUDFLARE) ? { ...peers, [CLOUDFLARE]: CLOUDFLARE } : peers;
      const files = { 'no-dom.ts': program('no-dom.ts'), ...Object.fromEntries(configs) };
      const made = project(name.replace(/[^\w.]+/g, '-'), packages, files);
      for (const [config = ''] of configs) {
        const errors = await errorsOf(typescript, made, config);
        if (errors.length > 0) throw new Error(`${config}\n${errors.join('\n')}`);
      }
      return undefined;
    },
  };
}

const VERSIONS = ['5.0', '5.4', '5.9', '6.0', '7.0'];

export const compilers: readonly Environment[] = [
  ...VERSIONS.map((version) => compiler(`typescript-${version}`, NEWEST, [], 'newest peers')),
  compiler('typescript-5.9', LOWEST, [], 'lowest peers'),
  compiler('typescript-7.0', NEWEST, [CLOUDFLARE], 'the types of Cloudflare'),
];
