/** The packed package in the projects of its users: it resolves, compiles, runs, and shakes down to what is used. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publint } from 'publint';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { brotli, bundle as bundlePage, LIMITS, page } from '../bench/bundle.ts';
import { launchBrowser } from '../browser.ts';
import { bin, installWithFixtures, nodes, type Project, root, run } from './packed.ts';

const tarball = inject('tarball');
let project: Project;
beforeAll(async () => {
  project = await installWithFixtures(tarball);
});
afterAll(async () => {
  await rm(project.folder, { recursive: true, force: true });
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: project.installed, strict: true, pack: false });
  expect(messages).toEqual([]);
});

test('the types are not wrong', async () => {
  const { status, output } = await run(
    [bin('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--format', 'ascii'],
    project.folder,
  );
  expect(output).not.toContain('❌');
  expect(status).toBe(0);
});

test('holds the built files and the contract, and every entry that it names', async () => {
  const manifest = JSON.parse(await readFile(join(project.installed, 'package.json'), 'utf8'));
  const targets = Object.values<string | Record<string, string>>(manifest.exports).flatMap((entry) =>
    Object.values(entry),
  );
  for (const target of targets.filter((path) => path.startsWith('./'))) {
    expect(existsSync(join(project.installed, target)), target).toBe(true);
  }
  // Resolvers older than `exports` find the same: TypeScript's `node10`, Metro, webpack 4.
  expect([manifest.main, manifest.types]).toEqual([manifest.exports['.'].default, manifest.exports['.'].types]);
  for (const [entry, { types = undefined }] of Object.entries<{ readonly types?: string }>(manifest.exports)) {
    if (types && entry !== '.') expect(manifest.typesVersions['*'][entry.slice(2)], entry).toEqual([types]);
  }
  const top = await readdir(project.installed);
  expect(top.filter((name) => !/^(README|LICENSE|CHANGELOG)/.test(name)).sort()).toEqual([
    'dist',
    'generated',
    'package.json',
  ]);
  expect(await readdir(join(project.installed, 'generated'))).toEqual(['openapi-3.0.json', 'openapi.json']);
  const map = JSON.parse(await readFile(join(project.installed, 'dist/index.js.map'), 'utf8'));
  expect(map.sourcesContent).toHaveLength(map.sources.length);
});

test('brings the documentation, which its emulator serves', async () => {
  const script =
    'for (const page of ["", "openapi.json", "assets/validators.js"]) { const got = await fetch(process.env.CLERK_EMULATOR_URL + "/docs/" + page); console.log(got.status, (await got.text()).slice(0, 40)) }';
  const cli = join(project.installed, 'dist/cli.js');
  const { output } = await run(
    [cli, 'emulator', '--port', '0', '--quiet', '--', process.execPath, '--input-type=module', '-e', script],
    project.folder,
  );
  expect(output).toMatch(/^200 <!doctype html>/);
  expect(output).toMatch(/^200 \{\n {2}"openapi": "3\.1\.0"/m);
  expect(output.match(/^200 /gm)).toHaveLength(3);
});

describe('user-password-api mock', () => {
  const start = (...args: string[]) => run([join(project.installed, 'dist/cli.js'), 'mock', ...args], project.folder);

  test('says in one sentence what to install when Prism is missing', async () => {
    expect(await start('--port', '0')).toEqual({
      status: 1,
      output:
        'The contract mock needs Prism, which is not installed here: npm install --save-dev @stoplight/prism-cli\n',
    });
  });

  test('answers from the contract of the package when Prism is installed beside it, and takes it along when it is killed', async () => {
    await mkdir(join(project.folder, 'node_modules/@stoplight'));
    await symlink(bin('@stoplight/prism-cli'), join(project.folder, 'node_modules/@stoplight/prism-cli'));
    const child = spawn(process.execPath, [join(project.installed, 'dist/cli.js'), 'mock', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let url: string | undefined;
    try {
      for await (const text of child.stdout.setEncoding('utf8')) {
        url ??= /listens on (http:\/\/\S+)/.exec(String(text))?.[1];
        if (url !== undefined) break;
      }
      const response = await fetch(`${url}/v1/me?__clerk_db_jwt=dvb_local`);
      expect(response.status).toBe(200);
      expect(await response.json()).toHaveProperty('response.object', 'user');
    } finally {
      child.kill('SIGKILL');
    }
    const says = (): Promise<string> =>
      fetch(`${url}/v1/me`).then(
        () => 'answers',
        () => 'is gone',
      );
    await expect.poll(says).toBe('is gone');
  });
});

describe.each(nodes)('in %s', (node) => {
  test('is imported without touching a global, and runs', async () => {
    const { output } = await run(['use.mjs'], project.folder, node);
    expect(JSON.parse(output)).toEqual({
      asked: ['/v1/client', '/v1/client', '/v1/client'],
      user: 'function',
      status: 'unexpected',
    });
  });

  test('is required from CommonJS', async () => {
    const { output } = await run(['--no-warnings', 'use.cjs'], project.folder, node);
    expect(JSON.parse(output)).toMatchObject({
      same: true,
      user: true,
      kinds: ['function', 'function', expect.any(String), '3.1.0'],
    });
  });
});

// With the newest compiler, which is quick; `npm run test:environments` has those from 5.0 on.
describe('TypeScript', () => {
  type Resolution = 'bundler' | 'node16' | 'nodenext';
  /** Compiles files of the consumer's; what the compiler printed. */
  async function compile(
    files: readonly string[],
    resolution: Resolution,
    options: {
      readonly lib?: readonly string[];
      readonly types?: readonly string[];
      readonly skipLibCheck?: boolean;
    } = {},
  ) {
    const folder = await mkdtemp(join(project.folder, 'ts-'));
    const compilerOptions = {
      module: resolution === 'bundler' ? 'esnext' : resolution,
      moduleResolution: resolution,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: true,
      ...options,
    };
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: files.map((file) => `../${file}`) }),
    );
    const { status, output } = await run(
      [bin('typescript-7/bin/tsc'), '--project', folder, '--extendedDiagnostics'],
      folder,
    );
    expect(output).not.toContain('error TS');
    expect(status).toBe(0);
    return output;
  }

  test('compiles a consumer of each entry under nodenext', async () => {
    await compile(['consumer.ts', 'openapi-fetch.ts'], 'nodenext');
  });

  test('compiles a consumer under bundler without much work', async () => {
    const output = await compile(['consumer.ts'], 'bundler');
    expect(Number(/Instantiations:\s+(\d+)/.exec(output)?.[1])).toBeLessThan(15_000);
  });

  test('compiles a consumer without the DOM library and checks the declarations', async () => {
    await compile(['no-dom.ts'], 'nodenext', { lib: ['es2022'], skipLibCheck: false });
  });

  test('compiles a consumer in strict mode with the types of Node beside the DOM library', async () => {
    await cp(bin('@types/node'), join(project.folder, 'node_modules/@types/node'), { recursive: true });
    await cp(bin('undici-types'), join(project.folder, 'node_modules/undici-types'), { recursive: true });
    await compile(['consumer.ts'], 'nodenext', { types: ['node'], skipLibCheck: false });
  });
});

test('an openapi-fetch client gives the error of the contract, and rejects when the response is none', async () => {
  const { output } = await run(['openapi-fetch.ts'], project.folder);
  expect(JSON.parse(output)).toEqual(['Wrong', 'not-json 502']);
});

describe('a bundler', () => {
  /** Builds a page with Vite, as an application does; the code by chunk name. */
  async function bundle(source: string): Promise<Record<string, string>> {
    const name = `app-${Math.abs(source.length)}`;
    const folder = join(project.folder, name);
    await mkdir(folder);
    await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>');
    await writeFile(join(folder, 'main.js'), source);
    await build({ root: folder, logLevel: 'silent', build: { modulePreload: { polyfill: false } } });
    const assets = join(folder, 'dist/assets');
    const names = (await readdir(assets)).filter((file) => file.endsWith('.js'));
    return Object.fromEntries(
      await Promise.all(names.map(async (file) => [file.split('-')[0], await readFile(join(assets, file), 'utf8')])),
    );
  }

  test('puts what not every page needs into chunks of their own in a Vite application', async () => {
    const chunks = await bundle(`import Clerk from 'user-password-api'; globalThis.clerk = new Clerk('pk_test_x');`);
    expect(Object.keys(chunks).sort()).toEqual(['index', 'reverify', 'runtime', 'sign']);
    for (const ofOthers of ['current-password', 'ECONNREFUSED']) {
      expect(chunks['index']).not.toContain(ofOthers);
    }
  });

  test('loads no more than 6,000 bytes first, and 7,500 with the sign-in form', async () => {
    const chunks = await bundlePage(page(join(project.installed, 'dist/index.js')));
    const [, form] = [...chunks].find(([name]) => name.startsWith('sign-in-form')) ?? [];
    expect(form).toContain('current-password');
    const headless = brotli(chunks.get('first'));
    expect(headless).toBeLessThanOrEqual(LIMITS.headless);
    expect(headless + brotli(form)).toBeLessThanOrEqual(LIMITS['with the form']);
    // There is something in it.
    expect(headless).toBeGreaterThan(5_000);
  });

  test('leaves nothing of the package when nothing of it is used', async () => {
    const chunks = await bundle(
      `import 'user-password-api'; import { Clerk } from 'user-password-api'; globalThis.x = 1;`,
    );
    expect(chunks['index']?.length).toBeLessThan(100);
  });

  test('leaves only the guard when only the guard is used', async () => {
    const chunks = await bundle(
      `import { isClerkCallError } from 'user-password-api'; globalThis.is = isClerkCallError;`,
    );
    expect(chunks['index']?.length).toBeLessThan(300);
  });
});

test('the example pages, copied, build with the package and change and remove a password on the served emulator', async () => {
  const pages = join(project.folder, 'pages');
  await cp(join(root, 'src/site/examples'), pages, { recursive: true });
  const emulator = createEmulator();
  const api = await serve(emulator);
  await writeFile(join(pages, '.env'), `VITE_PROXY_URL=${api.url}\n`);
  await build({ root: pages, logLevel: 'silent' });
  const site = await preview({ root: pages, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: site.resolvedUrls?.local[0] ?? '' });
    await page.goto('/update-password.html');
    await page.getByLabel('Email address').fill('user@example.com');
    await page.locator('#sign-in input[name=password]').fill('current-password-1');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Current password', { exact: true }).fill('current-password-1');
    await page.getByLabel('New password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Update password' }).click();
    await page.getByText('Your password is changed.').waitFor();
    await page.goto('/remove-password.html');
    await page.getByLabel('Current password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Remove password' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('Your password is removed.').waitFor();
    expect(emulator.users.get('user@example.com')?.hasPassword).toBe(false);
  } finally {
    await Promise.all([browser.close(), site.close(), api.close()]);
  }
});
