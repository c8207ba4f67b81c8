/** The documentation beside the emulator, from a made-up package whose build is a few lines. */
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pageFiles } from '../../src/cli/page.ts';
import { findSite } from '../../src/cli/site.ts';
import { ARCHIVE, packSite } from '../../src/cli/site-archive.ts';
import { createEmulator } from '../../src/emulator/index.ts';

const BUILD = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds', 'x');
mkdirSync('dist/site/assets', { recursive: true });
writeFileSync('dist/site/index.html', '<h1>Built</h1>');
writeFileSync('dist/site/assets/site.css', 'h1 {}');`;
const BUILT = {
  'dist/site/index.html': '<h1>Guide</h1>',
  'dist/site/errors/code.md': '# code',
  'dist/site/404.html': '<link href="assets/site.css"><a href="#top">up</a><a href="index.html">Guide</a>',
  'dist/site/assets/site.css': 'h1 {}',
  'dist/site/openapi.json': '{}',
  'dist/secret.html': 'secret',
  'dist/site/.hidden.html': 'secret',
};

/** A copy of the project with these files, or a package made of them, and a way to ask what stands in front of its emulator. */
async function start(files: Readonly<Record<string, string>>, { isPackage = false } = {}) {
  const root = await mkdtemp(join(tmpdir(), 'site-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    await write(name, text);
  }
  if (isPackage) {
    const folder = join(root, 'dist/site');
    await writeFile(
      join(root, 'dist', ARCHIVE),
      packSite(folder, (name) => name === 'openapi.json'),
    );
    await rm(folder, { recursive: true });
  }
  const warnings: string[] = [];
  const site = findSite(root, (sentence) => warnings.push(sentence));
  onTestFinished(() => site?.end());
  const emulator = createEmulator();
  const handler = site?.before(emulator, () => emulator.settings) ?? emulator;
  const ask = async (target: string, method = 'GET', host = 'localhost:4010') =>
    handler.handle({
      method,
      target,
      base: 'http://localhost:4010',
      header: (name) => (name === 'host' ? host : undefined),
      body: new Uint8Array(0),
    });
  const builds = () => readFile(join(root, 'builds'), 'utf8');
  return { root, site, ask, write, warnings, builds };
}

describe('the site of an installed package', () => {
  test('is served under /docs/ with its types, and the rest is the emulator', async () => {
    const { ask } = await start({ ...BUILT, 'generated/openapi.json': '{ "own": true }' }, { isPackage: true });
    const type = (name: string) => ({ 'content-type': `${name}; charset=utf-8`, 'cache-control': 'no-cache' });
    expect(await ask('/docs/')).toMatchObject({ status: 200, body: '<h1>Guide</h1>', headers: type('text/html') });
    expect(await ask('/docs/index.html?a=/b')).toMatchObject({ status: 200, body: '<h1>Guide</h1>' });
    expect(await ask('/docs/errors/code.md', 'HEAD')).toMatchObject({ status: 200, headers: type('text/markdown') });
    expect(await ask('/docs/assets/site.css')).toMatchObject({ status: 200, headers: type('text/css') });
    expect(await ask('/docs/openapi.json')).toMatchObject({ status: 200, body: '{ "own": true }' });
    expect(await ask('/docs')).toMatchObject({ status: 302, headers: { location: '/docs/' } });
    expect(await ask('/v1/me?__clerk_db_jwt=dvb_local')).toMatchObject({ status: 200 });
  });

  test('has the policy of each page as a header, and cannot be framed', async () => {
    const policy = "default-src 'none'; script-src 'self'";
    const page = `<meta http-equiv="Content-Security-Policy" content="${policy}"><h1>Guide</h1>`;
    const { ask } = await start(
      { ...BUILT, 'dist/site/index.html': page, 'dist/site/404.html': page },
      { isPackage: true },
    );
    for (const target of ['/docs/', '/docs/nothing.html']) {
      expect((await ask(target)).headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
    }
    for (const target of ['/docs/assets/site.css', '/docs/errors/code.md']) {
      expect((await ask(target)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/);
    }
  });

  test('answers 404 with links that hold at any depth', async () => {
    const answer = await (await start(BUILT, { isPackage: true })).ask('/docs/errors/deep/nothing.html');
    expect(answer).toMatchObject({
      status: 404,
      body: '<link href="/docs/assets/site.css"><a href="#top">up</a><a href="/docs/index.html">Guide</a>',
    });
  });

  test.each([
    '/docs/../secret.html',
    '/docs/%2e%2e/secret.html',
    '/docs/..%2fsecret.html',
    '/docs/errors/../../secret.html',
    '/docs/..\\secret.html',
    '/docs/.hidden.html',
    '/docs//../secret.html',
    '/docs/index.html%00',
    '/docs/errors',
  ])('gives nothing else away when asked for %s', async (target) => {
    const { status, body } = await (await start(BUILT, { isPackage: true })).ask(target);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('is refused to other methods and to host names that are not its own', async () => {
    const { ask } = await start(BUILT, { isPackage: true });
    expect(await ask('/docs/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/docs/', 'GET', 'evil.example')).toMatchObject({ status: 403 });
  });

  test('is not there when the package has neither site nor sources', async () => {
    expect((await start({})).site).toBeUndefined();
  });
});

test('a path that only begins like the site is the emulator', async () => {
  const { ask } = await start(BUILT, { isPackage: true });
  const { status, body } = await ask('/docsets');
  expect([status, body]).toEqual([404, expect.stringContaining('"errors"')]);
});

test('a site without a page for wrong addresses says where its first page is', async () => {
  const { ask } = await start({ 'dist/site/index.html': '<h1>Guide</h1>' }, { isPackage: true });
  expect(await ask('/docs/nothing.html')).toMatchObject({
    status: 404,
    body: expect.stringContaining('/docs/ is the first'),
  });
});

test('a build that ends without a word is told by its exit code', async () => {
  const { ask, warnings } = await start({ 'src/site/build.ts': 'process.exit(3)' });
  expect((await ask('/docs/')).status).toBe(503);
  expect(warnings.join()).toContain('The documentation could not be built: the build ended with 3.');
});

test('the page of the emulator leads to the site where there is one', () => {
  const text = (hasDocs: boolean): unknown => pageFiles(hasDocs).get('/')?.text;
  expect(text(true)).toContain('href="/docs/"');
  expect(text(false)).not.toContain('/docs/');
});

describe('the site from source', () => {
  test('is built once when it is missing, and all who ask meanwhile get it', async () => {
    const { ask, builds, warnings } = await start({ 'src/site/build.ts': BUILD });
    const [one, other] = await Promise.all([ask('/docs/'), ask('/docs/index.html')]);
    expect([one.body, other.body, (await ask('/docs/')).body]).toEqual(Array(3).fill('<h1>Built</h1>'));
    expect(await builds()).toBe('x');
    expect(warnings).toEqual([]);
  });

  test('is built again when a source is newer, and not when none is', async () => {
    const { root, ask, builds } = await start({ ...BUILT, 'src/site/build.ts': BUILD, 'openapi/openapi.yaml': '' });
    const [before, after] = [new Date(1_000_000), new Date(2_000_000)];
    for (const name of ['src/site/build.ts', 'openapi/openapi.yaml']) await utimes(join(root, name), before, before);
    await utimes(join(root, 'dist/site/assets/site.css'), after, after);
    expect((await ask('/docs/')).body).toBe('<h1>Guide</h1>');
    await utimes(join(root, 'openapi/openapi.yaml'), new Date(3_000_000), new Date(3_000_000));
    const second = findSite(root, () => {})?.before(createEmulator(), () => createEmulator().settings);
    const answer = await second?.handle({
      method: 'GET',
      target: '/docs/',
      base: 'http://localhost',
      header: () => undefined,
      body: new Uint8Array(0),
    });
    expect(answer?.body).toBe('<h1>Built</h1>');
    expect(await builds()).toBe('x');
  });

  test('is answered 503 with one sentence when it cannot be built, and tried again', async () => {
    const { ask, write, warnings } = await start({ 'src/site/build.ts': 'throw new TypeError("no such page.")' });
    const sentence = 'The documentation could not be built: TypeError: no such page. "npm run docs" says more.';
    const [one, other] = await Promise.all([ask('/docs/'), ask('/docs/')]);
    expect([one.status, one.body, other.status]).toEqual([503, `${sentence}\n`, 503]);
    expect(warnings).toEqual([sentence]);
    expect(await ask('/v1/client')).toMatchObject({ status: 200 });
    await write('src/site/build.ts', BUILD);
    expect((await ask('/docs/')).status).toBe(200);
  });
});
