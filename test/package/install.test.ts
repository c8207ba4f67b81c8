/** What `npm install user-password-api` puts on a disk, and what of that is loaded. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { install, installWithFixtures, nodes, type Project, root, run } from './packed.ts';

const tarball = inject('tarball');
let project: Project;
let bare: Project;
beforeAll(async () => {
  [bare, project] = await Promise.all([install(tarball), installWithFixtures(tarball)]);
});
afterAll(async () => {
  for (const { folder } of [bare, project]) await rm(folder, { recursive: true, force: true });
});

interface Manifest {
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly repository: { readonly url: string };
  readonly bugs: { readonly url: string };
  readonly homepage: string;
  readonly keywords: readonly string[];
}
async function manifestIn(folder: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return manifest;
}

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('adds one package and nothing else, without a registry', async () => {
  expect(bare.output).toMatch(/^added 1 package in /m);
  const names = await readdir(join(bare.folder, 'node_modules'));
  expect(names.filter((name) => !name.startsWith('.'))).toEqual(['user-password-api']);
});

test('takes at most 1.6 MB to download and 5 MB on the disk', async () => {
  expect((await stat(tarball)).size).toBeLessThanOrEqual(1_600_000);
  const stats = await Promise.all((await filesOf(join(bare.folder, 'node_modules'))).map((file) => stat(file)));
  // As the disk counts: in blocks of 512 bytes, the last of each file being full.
  expect(stats.reduce((sum, { blocks }) => sum + blocks * 512, 0)).toBeLessThanOrEqual(5_000_000);
});

test('holds what is built and nothing else: no sources, no tests, no path of the machine that built it', async () => {
  const files = (await filesOf(bare.installed)).map((file) => relative(bare.installed, file));
  const own = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'generated/openapi.json',
    'generated/openapi-3.0.json',
  ];
  expect(own.filter((file) => !files.includes(file))).toEqual([]);
  const kinds = /^dist\/.*\.(js|js\.map|d\.ts|json|json\.br|html|css|md|txt|xml|webmanifest|svg|png|ico|woff2)$/;
  expect(files.filter((file) => !own.includes(file) && !kinds.test(file))).toEqual([]);
  for (const file of files) expect(await readFile(join(bare.installed, file), 'utf8'), file).not.toContain(root);
});

test('asks no address but the one that it is told, and none on its own', async () => {
  const guard = pathToFileURL(join(root, 'test/loopback.js')).href;
  const log = join(project.folder, 'asked.log');
  await writeFile(log, '');
  const runHere = (...args: readonly string[]) =>
    run(['--import', guard, ...args], project.folder, process.execPath, { LOOPBACK_LOG: log });
  const script = 'fetch(process.env.CLERK_EMULATOR_URL + "/docs/").then(({ status }) => console.log("docs " + status))';
  const cli = join(project.installed, 'dist/cli.js');
  const { output } = await runHere(cli, 'emulator', '--port', '0', '--', process.execPath, '-e', script);
  expect([output, await readFile(log, 'utf8')]).toEqual(['docs 200\n', '']);
});

test('runs nothing when it is installed, and says where it comes from', async () => {
  const manifest = await manifestIn(bare.installed);
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
    expect(manifest.scripts).not.toHaveProperty(script);
  expect(manifest.bugs.url).toBe(contract.info.contact.url);
  expect(manifest.repository.url).toBe(`git+${contract.info.contact.url.replace('/issues', '.git')}`);
  expect(manifest.homepage).toContain(contract.info.contact.url.replace('/issues', ''));
  expect(manifest.keywords).toContain('clerk');
});

test('imports nothing but built-in modules of Node and optional peers', async () => {
  const manifest = await manifestIn(bare.installed);
  const peers = Object.keys(manifest.peerDependencies);
  for (const peer of peers) expect(manifest.peerDependenciesMeta[peer]?.optional, peer).toBe(true);
  const files = (await filesOf(join(bare.installed, 'dist'))).filter((file) => /\.(js|d\.ts)$/.test(file));
  const imported = new Set<string>();
  for (const file of files) {
    const { importedFiles, referencedFiles, typeReferenceDirectives } = ts.preProcessFile(
      await readFile(file, 'utf8'),
      true,
      true,
    );
    for (const { fileName } of [...importedFiles, ...referencedFiles, ...typeReferenceDirectives])
      imported.add(fileName);
  }
  const packages = [...imported].filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
  expect(packages.filter((name) => !peers.some((peer) => name === peer || name.startsWith(`${peer}/`)))).toEqual([]);
});

test('brings the licence of every package that the build takes in', async () => {
  // What the emulator imports, and what that needs.
  const expected = new Set<string>();
  const add = async (name: string): Promise<void> => {
    if (expected.has(name)) return;
    expected.add(name);
    const { dependencies = {} } = await manifestIn(join(root, 'node_modules', name));
    for (const needed of Object.keys(dependencies)) await add(needed);
  };
  const sources = (await filesOf(join(root, 'src/emulator'))).filter((file) => file.endsWith('.ts'));
  const peers = Object.keys((await manifestIn(root)).peerDependencies);
  for (const source of sources) {
    for (const { fileName } of ts.preProcessFile(await readFile(source, 'utf8'), true, true).importedFiles) {
      const name = /^(?:@[\w-]+\/)?[\w-]+/.exec(fileName)?.[0];
      if (name !== undefined && !fileName.startsWith('node:') && !peers.some((peer) => fileName.startsWith(peer)))
        await add(name);
    }
  }
  const licences = await readFile(join(bare.installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  expect([...licences.matchAll(/^## (\S+)/gm)].map(([, name]) => name)).toEqual([...expected].sort());
  for (const name of expected) {
    const folder = join(root, 'node_modules', name);
    expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'], name).toContain(
      (await manifestIn(folder)).license,
    );
    const file = (await readdir(folder)).find((each) => each.toLowerCase().startsWith('license')) ?? '';
    expect(licences, name).toContain((await readFile(join(folder, file), 'utf8')).trim());
  }
});

describe.each(nodes)('in %s', (node) => {
  test('the emulator measures the strength of a password', async () => {
    const { output } = await run(['emulate.mjs'], project.folder, node);
    expect(JSON.parse(output)).toEqual([['form_password_not_strong_enough'], 200]);
  });

  test('the command reads a seed in YAML', async () => {
    const script =
      'fetch(process.env.CLERK_EMULATOR_URL + "/v1/me?__clerk_db_jwt=dvb_local").then(async (me) => console.log(await me.text()))';
    const cli = join(project.installed, 'dist/cli.js');
    const options = ['--port', '0', '--quiet', '--seed', 'seed.yaml'];
    const { output } = await run([cli, 'emulator', ...options, '--', node, '-e', script], project.folder, node);
    expect(JSON.parse(output)).toMatchObject({
      response: { email_addresses: [{ email_address: 'written-in-yaml@example.com' }] },
    });
  });
});

describe('loads', () => {
  /** The files of the package that a program loads, by the name of the module in them that tells, and their size together. */
  async function loadedBy(
    ...args: readonly string[]
  ): Promise<{ readonly bytes: number; readonly names: readonly string[] }> {
    const folder = await mkdtemp(join(project.folder, 'coverage-'));
    await run(args, project.folder, process.execPath, { NODE_V8_COVERAGE: folder });
    const [report = ''] = await readdir(folder);
    const { result }: { readonly result: readonly { readonly url: string }[] } = JSON.parse(
      await readFile(join(folder, report), 'utf8'),
    );
    const files = result
      .filter(({ url }) => url.includes('/user-password-api/dist/'))
      .map(({ url }) => fileURLToPath(url));
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    const names = files.map((file) => /([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(file)?.[1] ?? file);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), names: names.sort() };
  }
  const importing = (name: string) => loadedBy('--input-type=module', '-e', `import ${JSON.stringify(name)}`);

  test('nothing of the emulator with the SDK', async () => {
    const { names, bytes } = await importing('user-password-api');
    expect(names).toContain('index');
    for (const name of ['emulator', 'strength', 'browser', 'openapi', 'validators']) expect(names).not.toContain(name);
    expect(bytes).toBeLessThan(100_000);
  });

  test('the word lists with the first password that is measured, not with the emulator', async () => {
    const emulator = await importing('user-password-api/emulator');
    expect(emulator.names).toContain('emulator');
    expect(emulator.names).not.toContain('strength');
    expect(emulator.bytes).toBeLessThan(1_000_000);
    expect((await loadedBy('emulate.mjs')).names).toContain('strength');
  });
});
