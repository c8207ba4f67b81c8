/** The vendor's browser SDK under /npm/, from made-up folders. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rangeFor, vendorPackages } from '../../src/cli/vendor-packages.ts';
import { createEmulator } from '../../src/emulator/index.ts';

const SDK = 'node_modules/@clerk/clerk-js';
const manifest = (name: string, version: string, dependencies = {}) => JSON.stringify({ name, version, dependencies });
const INSTALLED = {
  [`${SDK}/package.json`]: manifest('@clerk/clerk-js', '6.40.0'),
  [`${SDK}/dist/clerk.browser.js`]: 'window.Clerk = {};',
  [`${SDK}/dist/10_clerk.browser_a68c22_6.40.0.js`]: 'chunk();',
  [`${SDK}/dist/locales/de-DE.js`]: 'german();',
  [`${SDK}/dist/.secret.js`]: 'secret',
  [`${SDK}/dist/.secret/file.js`]: 'secret',
  [`${SDK}/dist/notes.txt`]: 'secret',
  [`${SDK}/secret.js`]: 'secret',
  'node_modules/@clerk/ui/package.json': manifest('@clerk/ui', '1.34.0'),
  'node_modules/@clerk/ui/dist/ui.browser.js': 'ui();',
  'node_modules/@clerk/backend/package.json': manifest('@clerk/backend', '3.0.0'),
  'node_modules/@clerk/backend/dist/index.js': 'secret',
  'node_modules/other/dist/index.js': 'secret',
};

/** A folder with these files, and a way to ask what is served of it. */
async function folder(files: Readonly<Record<string, string>>, inside = '.') {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'packages-test-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const start = join(root, inside);
  await mkdir(start, { recursive: true });
  const warnings: string[] = [];
  const packages = vendorPackages(start, (sentence) => warnings.push(sentence));
  const emulator = createEmulator();
  const handler = packages.before(emulator, () => emulator.settings);
  const ask = async (target: string, { method = 'GET', host = 'localhost:4010', origin = '' } = {}) =>
    handler.handle({
      method,
      target,
      base: 'http://localhost:4010',
      header: (name) => (name === 'host' ? host : name === 'origin' && origin !== '' ? origin : undefined),
      body: new Uint8Array(0),
    });
  return { root, start, packages, ask, warnings };
}

const BROWSER = 'dist/clerk.browser.js';

describe('the browser SDK', () => {
  test.each(['6', '6.40', '6.40.0', 'latest', 'canary', 'next-v6'])(
    'is served when a page asks for @%s',
    async (range) => {
      const { ask, warnings } = await folder(INSTALLED);
      expect(await ask(`/npm/@clerk/clerk-js@${range}/${BROWSER}`)).toMatchObject({
        status: 200,
        body: 'window.Clerk = {};',
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
      });
      expect(warnings).toEqual([]);
    },
  );

  test('comes with its chunks and its components, also under an instance, and all else is the emulator', async () => {
    const { ask, packages } = await folder(INSTALLED);
    const chunk = '/npm/@clerk/clerk-js@6/dist/10_clerk.browser_a68c22_6.40.0.js?x=/npm/';
    expect(await ask(chunk)).toMatchObject({ status: 200, body: 'chunk();' });
    expect(await ask(`/instances/one${chunk}`)).toMatchObject({ status: 200, body: 'chunk();' });
    expect(await ask('/npm/@clerk/clerk-js@6/dist/locales/de-DE.js')).toMatchObject({ status: 200, body: 'german();' });
    expect(await ask('/npm/@clerk/ui@1/dist/ui.browser.js')).toMatchObject({ status: 200, body: 'ui();' });
    expect(await ask('/v1/me?__clerk_db_jwt=dvb_local')).toMatchObject({ status: 200 });
    expect(await packages.find()).toEqual({ '@clerk/clerk-js': '6.40.0', '@clerk/ui': '1.34.0' });
  });

  test('is found above the folder, as in a workspace, and through the link of a package manager', async () => {
    const { ask, root } = await folder(
      {
        'store/clerk-js/package.json': manifest('@clerk/clerk-js', '5.1.0'),
        'store/clerk-js/dist/clerk.browser.js': 'five();',
      },
      'apps/one',
    );
    await mkdir(join(root, 'node_modules/@clerk'), { recursive: true });
    await symlink(join(root, 'store/clerk-js'), join(root, SDK));
    expect(await ask(`/npm/@clerk/clerk-js@5/${BROWSER}`)).toMatchObject({ status: 200, body: 'five();' });
  });

  test('may be read by pages that may call, and by no others', async () => {
    const { ask } = await folder(INSTALLED);
    const cors = async (origin: string) =>
      (await ask(`/npm/@clerk/clerk-js@6/${BROWSER}`, { origin })).headers['access-control-allow-origin'];
    expect(await cors('http://localhost:3000')).toBe('http://localhost:3000');
    expect(await cors('https://evil.example')).toBeUndefined();
    expect(await ask(`/npm/@clerk/clerk-js@6/${BROWSER}`, { host: 'evil.example' })).toMatchObject({
      status: 403,
      body: 'This host name is not allowed.\n',
    });
    expect(await ask(`/npm/@clerk/clerk-js@6/${BROWSER}`, { method: 'POST' })).toMatchObject({
      status: 405,
      body: 'The browser SDK takes GET and HEAD.\n',
      headers: { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
    expect(await ask(`/npm/@clerk/clerk-js@6/${BROWSER}`, { method: 'HEAD' })).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-cache', vary: 'Origin' },
    });
  });

  test('has source maps as JSON and modules as scripts', async () => {
    const { ask } = await folder({ ...INSTALLED, [`${SDK}/dist/a.js.map`]: '{}', [`${SDK}/dist/b.mjs`]: 'b();' });
    const type = async (file: string) => (await ask(`/npm/@clerk/clerk-js@6/dist/${file}`)).headers['content-type'];
    expect(await type('a.js.map')).toBe('application/json; charset=utf-8');
    expect(await type('b.mjs')).toBe('text/javascript; charset=utf-8');
  });

  test('is not there when its package.json is broken, null, or of another package', async () => {
    for (const content of ['{', 'null', manifest('other', '6.40.0'), JSON.stringify({ name: '@clerk/clerk-js' })]) {
      const { ask, packages } = await folder({ ...INSTALLED, [`${SDK}/package.json`]: content });
      expect(await ask(`/npm/@clerk/clerk-js@6/${BROWSER}`)).toMatchObject({ status: 404 });
      expect(Object.entries(await packages.find())).toEqual([['@clerk/ui', '1.34.0']]);
    }
  });

  test('lets a request begin in the handler behind it', async () => {
    const { packages } = await folder(INSTALLED);
    const emulator = createEmulator();
    const begun: string[] = [];
    const before = packages.before(
      { handle: emulator.handle, begin: (target) => void begun.push(target) },
      () => emulator.settings,
    );
    before.begin?.('/v1/me');
    expect(begun).toEqual(['/v1/me']);
    expect(packages.before({ handle: emulator.handle }, () => emulator.settings).begin?.('/v1/me')).toBeUndefined();
  });

  test('is looked for under /npm/ at the start of the path alone', async () => {
    const { ask } = await folder(INSTALLED);
    const made = await ask(`/elsewhere/npm/@clerk/clerk-js@6/${BROWSER}`);
    expect(made).toMatchObject({ status: 404, headers: { 'content-type': 'application/json' } });
  });
});

describe('nothing else of the disk is served', () => {
  test.each([
    '/npm/@clerk/clerk-js@6/secret.js',
    '/npm/@clerk/clerk-js@6/package.json',
    '/npm/@clerk/clerk-js@6/dist/../secret.js',
    '/npm/@clerk/clerk-js@6/dist/..%2fsecret.js',
    '/npm/@clerk/clerk-js@6/dist/%2e%2e/secret.js',
    '/npm/@clerk/clerk-js@6/dist/..\\secret.js',
    '/npm/@clerk/clerk-js@6/dist//clerk.browser.js',
    '/npm/@clerk/clerk-js@6/dist/clerk.browser.js%00',
    '/npm/@clerk/clerk-js@6/dist/.secret.js',
    '/npm/@clerk/clerk-js@6/dist/.secret/file.js',
    '/npm/@clerk/clerk-js@6/dist/notes.txt',
    '/npm/@clerk/clerk-js@6/dist/missing.js',
    '/npm/@clerk/clerk-js@6/dist/',
    '/npm/@clerk/clerk-js@../dist/clerk.browser.js/',
    '/npm/@clerk/backend@3/dist/index.js',
    '/npm/@clerk/../other@1/dist/index.js',
    '/npm/other@1/dist/index.js',
    '/npm/other/@clerk/clerk-js@6/dist/clerk.browser.js',
    '/npm/',
  ])('%s is 404', async (target) => {
    const { ask } = await folder(INSTALLED);
    const made = await ask(target);
    expect(made.status).toBe(404);
    expect(made.body).toMatch(
      /^(Only scripts of @clerk\/clerk-js and @clerk\/ui are here: \/npm\/\S+\.js\.|@clerk\/clerk-js 6\.40\.0 has no file dist\/\S+\.)\n$/,
    );
  });

  test('a link in dist that leads out of it is 404', async () => {
    const { ask, root } = await folder({ ...INSTALLED, 'outside.js': 'secret' });
    await symlink(join(root, 'outside.js'), join(root, SDK, 'dist/linked.js'));
    await symlink(join(root), join(root, SDK, 'dist/folder'));
    await symlink(join(root, SDK, 'secret.js'), join(root, SDK, 'dist/near.js'));
    expect(await ask('/npm/@clerk/clerk-js@6/dist/near.js')).toMatchObject({ status: 404 });
    expect(await ask('/npm/@clerk/clerk-js@6/dist/linked.js')).toMatchObject({ status: 404 });
    expect(await ask('/npm/@clerk/clerk-js@6/dist/folder/outside.js')).toMatchObject({ status: 404 });
  });
});

describe('what is not there', () => {
  test('is told with the command that installs it, once in the terminal', async () => {
    const { ask, warnings, start } = await folder({});
    const sentence = `The page asks for @clerk/clerk-js@5, which is not installed in ${start}. Run there: npm install --save-dev @clerk/clerk-js@5`;
    for (const _ of [1, 2]) {
      expect(await ask(`/npm/@clerk/clerk-js@5/${BROWSER}`)).toMatchObject({ status: 404, body: `${sentence}\n` });
    }
    expect(warnings).toEqual([sentence]);
  });

  test.each(['5', '6.4', '6.41.0'])('is told when %s is asked for and 6.40.0 is there', async (range) => {
    const { ask, warnings } = await folder(INSTALLED);
    expect(await ask(`/npm/@clerk/clerk-js@${range}/${BROWSER}`)).toMatchObject({ status: 404 });
    expect(warnings.join()).toContain(`asks for @clerk/clerk-js@${range}, which is 6.40.0 in `);
  });

  test('is told in the range that was asked for, a tag in the version of today', async () => {
    const { ask, warnings } = await folder({});
    await ask(`/npm/@clerk/clerk-js@v5/${BROWSER}`);
    expect(warnings.join()).toMatch(/npm install --save-dev @clerk\/clerk-js@latest$/);
  });

  test.each([
    ['nothing of the vendor', { next: '15' }, {}],
    ['a package of the vendor that is not installed', { '@clerk/react': '6' }, {}],
    [
      'a package of the vendor that needs nothing',
      { '@clerk/react': '6' },
      { 'package.json': '{"name":"@clerk/react","version":"6.0.0"}' },
    ],
    [
      'one that needs something odd',
      { '@clerk/react': '6' },
      {
        'package.json': JSON.stringify({
          name: '@clerk/react',
          version: '6.0.0',
          dependencies: { '@clerk/shared': 7 },
        }),
      },
    ],
    [
      'a generation of tomorrow',
      { '@clerk/react': '9' },
      { 'package.json': manifest('@clerk/react', '9.0.0', { '@clerk/shared': '^31.0.0' }) },
    ],
    [
      'a version without a number',
      { '@clerk/react': '9' },
      { 'package.json': manifest('@clerk/react', '9.0.0', { '@clerk/shared': 'next' }) },
    ],
  ])('is told as the latest when the app has %s', async (_, dependencies, files) => {
    const inside = Object.entries(files).map(([name, text]) => [`node_modules/@clerk/react/${name}`, text]);
    const { start } = await folder({ 'package.json': JSON.stringify({ dependencies }), ...Object.fromEntries(inside) });
    expect(await rangeFor(start, '@clerk/clerk-js')).toBe('latest');
  });

  test('goes by the packages of the vendor that are made for a framework alone', async () => {
    const { start } = await folder({
      'package.json': JSON.stringify({ dependencies: { '@clerk/clerk-js': '1', other: '1', '@clerk/react': '1' } }),
      [`${SDK}/package.json`]: manifest('@clerk/clerk-js', '1.0.0', { '@clerk/shared': '3.0.0' }),
      'node_modules/other/package.json': manifest('other', '1.0.0', { '@clerk/shared': '3.0.0' }),
      'node_modules/@clerk/react/package.json': manifest('@clerk/react', '1.0.0', { '@clerk/shared': '4.0.0' }),
    });
    expect(await rangeFor(start, '@clerk/clerk-js')).toBe('6');
  });

  test('goes by the packages that are needed for development, too', async () => {
    const { start } = await folder({
      'package.json': JSON.stringify({ devDependencies: { '@clerk/clerk-js': '1', '@clerk/testing': '1' } }),
      'node_modules/@clerk/testing/package.json': manifest('@clerk/testing', '1.0.0', { '@clerk/shared': '>=4.0.0' }),
    });
    expect(await rangeFor(start, '@clerk/ui')).toBe('1');
    expect(await rangeFor(start, '@clerk/clerk-js')).toBe('6');
  });

  test("is told in the major version that the app's own packages were made for", async () => {
    const app = (shared: string) => ({
      'package.json': JSON.stringify({ dependencies: { next: '15', '@clerk/nextjs': '^6', '@clerk/clerk-js': '*' } }),
      'node_modules/@clerk/nextjs/package.json': manifest('@clerk/nextjs', '1.0.0', { '@clerk/shared': shared }),
    });
    const three = await folder(app('^3.48.0'));
    expect(await three.ask(`/npm/@clerk/clerk-js@latest/${BROWSER}`)).toMatchObject({ status: 404 });
    expect(three.warnings.join()).toMatch(/npm install --save-dev @clerk\/clerk-js@5$/);
    expect(await rangeFor(three.start, '@clerk/ui')).toBe('1');
    expect(await rangeFor((await folder(app('4.41.0'))).start, '@clerk/clerk-js')).toBe('6');
    expect(await rangeFor((await folder({})).start, '@clerk/clerk-js')).toBe('latest');
  });
});
