/** TypeScript: every entry compiles without the DOM library, with the declarations checked. */
import { spawnSync } from 'node:child_process';
import { at, type Environment, program, project, versionOf } from './environment.ts';

const PEERS = { vitest: 'vitest-5', msw: 'msw-3', '@playwright/test': '@playwright/test', 'openapi-fetch': 'openapi-fetch' };
const OLD_PEERS = { vitest: 'vitest-3.2', msw: 'msw-2.3', '@playwright/test': 'playwright-1.45', 'openapi-fetch': 'openapi-fetch-0.10' };

function compiler(typescript: string, peers: Readonly<Record<string, string>>, types: readonly string[], which: string): Environment {
  const name = `TypeScript ${versionOf(typescript)}, ${which}`;
  return {
    name,
    does: 'every entry: lib ["es2022"], strict, skipLibCheck false',
    async use() {
      const compilerOptions = {
        module: 'nodenext',
        target: 'es2022',
        lib: ['es2022'],
        types,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        skipLibCheck: false,
      };
      const made = project(name.replace(/[^\w.]+/g, '-'), { ...peers, '@cloudflare/workers-types': '@cloudflare/workers-types' }, {
        'no-dom.ts': program('no-dom.ts'),
        'tsconfig.json': JSON.stringify({ compilerOptions, files: ['no-dom.ts'] }),
      });
      const { stdout, status } = spawnSync(process.execPath, [at(`${typescript}/bin/tsc`), '--pretty', 'false'], { cwd: made, encoding: 'utf8' });
      const lines = stdout.split('\n').filter((line) => /error TS/.test(line));
      // What is wrong in declarations of others is no matter of ours.
      const ours = lines.filter((line) => !line.includes('node_modules/') || line.includes('node_modules/user-password-api/'));
      if (ours.length > 0 || status === null) throw new Error(ours.join('\n') || stdout);
      return lines.length === 0 ? undefined : 'Declarations of the peers themselves need the DOM library';
    },
  };
}

export const compilers: readonly Environment[] = [
  ...['typescript-5.0', 'typescript-5.4', 'typescript-5.9', 'typescript-6.0', 'typescript-7.0'].map((version) =>
    compiler(version, PEERS, [], 'newest peers'),
  ),
  compiler('typescript-5.9', OLD_PEERS, [], 'lowest peers'),
  compiler('typescript-7.0', PEERS, ['@cloudflare/workers-types'], 'the types of Cloudflare'),
];
