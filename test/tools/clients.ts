/**
 * Generators of clients: the code they make compiles under `strict`, and a program on top of it (programs/) signs in, is refused
 * with a wrong current password, and changes the password on a running emulator.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { check, documents, folder, run, type Tool, urlOf, type Version } from './tool.ts';

/** What each of programs/ exports. */
interface Program {
  /** Gives the code of the refusal and whether the user has a password at the end. */
  changePassword(
    url: string,
    cookie: string,
    passwords: { readonly wrong: string; readonly current: string; readonly next: string },
  ): Promise<readonly [code: string | undefined, enabled: boolean]>;
}

const passwords = { wrong: 'not-it-at-all', current: 'current-password-1', next: 'naïve + 100% *&= 😀' };
const DOES = 'compiles; signs in, is refused, changes the password';

/** Makes the code with `generate`, which writes `api.ts` or `api/` into the folder it gets, and lets the program run on it. */
function client(name: string, program: string, generate: (input: string, output: string) => Promise<void>): Tool {
  return {
    name,
    does: DOES,
    async use(version: Version) {
      const output = join(folder, 'made', `${program}-${version}`);
      rmSync(output, { recursive: true, force: true });
      mkdirSync(output, { recursive: true });
      await generate(documents[version], output);
      cpSync(join(folder, 'programs', `${program}.ts`), join(output, 'program.ts'));
      cpSync(join(folder, 'programs/known.ts'), join(output, 'known.ts'));
      writeFileSync(join(output, 'tsconfig.json'), JSON.stringify(TSCONFIG));
      await run('tsc', ['--project', output]);
      await changesPassword(await bundled(output));
    },
  };
}

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    allowImportingTsExtensions: true,
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
  },
  include: ['*.ts', 'api/**/*.ts'],
};

/** The program in one file that Node runs: what generators write is TypeScript for bundlers. */
async function bundled(output: string): Promise<Program> {
  const bundle = await rolldown({
    input: join(output, 'program.ts'),
    platform: 'node',
    logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  });
  const file = join(output, 'program.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return import(urlOf(file));
}

async function changesPassword(program: Program): Promise<void> {
  const emulator = createEmulator();
  const server = await serve(emulator);
  try {
    const signIn = (password: string): Promise<Response> =>
      fetch(`${server.url}/v1/client/sign_ins`, {
        method: 'POST',
        headers: { Cookie: '__client=dvb_local' },
        body: new URLSearchParams({ identifier: 'user@example.com', strategy: 'password', password }),
      });
    const [code, enabled] = await program.changePassword(server.url, '__client=dvb_local', passwords);
    check(code === 'form_password_incorrect', `a wrong current password is refused by its code: ${code}`);
    check(enabled, 'the answer holds the user');
    check((await signIn(passwords.next)).status === 200, 'the new password signs in');
    check((await signIn(passwords.current)).status === 422, 'the one before does not');
  } finally {
    await server.close();
  }
}

export const clients: readonly Tool[] = [
  client('openapi-typescript', 'openapi-typescript', (input, output) =>
    run('openapi-typescript', [input, '--output', join(output, 'api.ts')]).then(() => undefined),
  ),
  client('@hey-api/openapi-ts', 'hey-api', (input, output) =>
    run('openapi-ts', [
      '-i',
      input,
      '-o',
      join(output, 'api'),
      '-c',
      '@hey-api/client-fetch',
      '--no-log-file',
      '-s',
    ]).then(() => undefined),
  ),
  client('orval', 'orval', async (input, output) => {
    const config = join(output, 'orval.config.mjs');
    const options = {
      input,
      output: {
        target: join(output, 'api.ts'),
        client: 'fetch',
        mode: 'single',
        override: { mutator: { path: join(output, 'send.ts'), name: 'send' } },
      },
    };
    cpSync(join(folder, 'programs/orval-send.ts'), join(output, 'send.ts'));
    writeFileSync(config, `export default ${JSON.stringify({ contract: options })};`);
    await run('orval', ['--config', config, '--fail-on-warnings']);
  }),
  client('swagger-typescript-api', 'swagger-typescript-api', (input, output) =>
    run('swagger-typescript-api', [
      'generate',
      '--path',
      input,
      '--output',
      output,
      '--name',
      'api.ts',
      '--silent',
    ]).then(() => undefined),
  ),
  client('typed-openapi', 'typed-openapi', (input, output) =>
    // It takes any path as one below where it runs.
    run('typed-openapi', [input, '--output', relative(folder, join(output, 'api.ts'))]).then(() => undefined),
  ),
  client('openapi-zod-client', 'openapi-zod-client', (input, output) =>
    run('openapi-zod-client', [input, '--output', join(output, 'api.ts')]).then(() => undefined),
  ),
  client('oazapfts', 'oazapfts', (input, output) =>
    run('oazapfts', [input, join(output, 'api.ts')]).then(() => undefined),
  ),
];
