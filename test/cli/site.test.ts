/** The documentation beside the emulator, from a made-up package whose build is a few lines. */
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pageFiles } from '../../src/cli/page.ts';
import { findSite } from '../../src/cli/site.ts';
import { ARCHIVE, packSite, unpackSite } from '../../src/cli/site-archive.ts';
import { createEmulator } from '../../src/emulator/index.ts';

const BUILD = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds', 'x');
// More than a pipe holds that nobody reads.
console.log('x'.repeat(200_000));
mkdirSync('dist/site/assets', { recursive: true });
writeFileSync('dist/site/index.html', '<h1>Built</h1>');
writeFileSync('dist/site/assets/site.css', 'h1 {}');`;
const BUILT = {
  'dist/site/index.html': '<h1>Guide</h1>',
  'dist/site/errors/index.html': '<h1>Errors</h1>',
  'dist/site/errors/code.md': '# code',
  'dist/site/404.html':
    '<link href="assets/site.css"><a href="#top">up</a><a href="index.html">Guide</a><a href="https://a.test">A</a>',
  'dist/site/assets/site.css': 'h1 {}',
  'dist/site/assets/page.js': 'page();',
  'dist/site/llms.txt': 'Guide',
  'dist/site/openapi.json': '{}',
  'dist/site/openapi-3.0.json': '{}',
  'dist/site/secret.bin': 'secret',
  'dist/secret.html': 'secret',
  'dist/site/.hidden.html': 'secret',
};

/** Files of the site that the package has outside of it. */
const ELSEWHERE = {
  'openapi.json': 'generated/openapi.json',
  'openapi-3.0.json': 'generated/openapi-3.0.json',
  'assets/validators.js': 'dist/validators.js',
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
      packSite(folder, (name) => Object.hasOwn(ELSEWHERE, name)),
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
    const own = Object.values(ELSEWHERE).map((name) => [name, `{ "own": "${name}" }`]);
    const { ask } = await start({ ...BUILT, ...Object.fromEntries(own) }, { isPackage: true });
    const type = (name: string) => ({
      'content-type': `${name}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(await ask('/docs/')).toMatchObject({ status: 200, body: '<h1>Guide</h1>', headers: type('text/html') });
    expect(await ask('/docs/index.html?a=/b')).toMatchObject({ status: 200, body: '<h1>Guide</h1>' });
    expect(await ask('/docs/errors/code.md', 'HEAD')).toMatchObject({ status: 200, headers: type('text/markdown') });
    expect(await ask('/docs/errors/')).toMatchObject({ status: 200, body: '<h1>Errors</h1>' });
    expect(await ask('/docs/assets/site.css')).toMatchObject({ status: 200, headers: type('text/css') });
    expect(await ask('/docs/assets/page.js')).toMatchObject({ status: 200, headers: type('text/javascript') });
    expect(await ask('/docs/llms.txt')).toMatchObject({ status: 200, headers: type('text/plain') });
    for (const [name, path] of Object.entries(ELSEWHERE)) {
      expect(await ask(`/docs/${name}`)).toMatchObject({ status: 200, body: `{ "own": "${path}" }` });
    }
    expect(await ask('/docs/openapi.json')).toMatchObject({ headers: type('application/json') });
    expect(await ask('/docs')).toEqual({ status: 302, headers: { location: '/docs/' }, body: '' });
    expect(await ask('/v1/me?__clerk_db_jwt=dvb_local')).toMatchObject({ status: 200 });
  });

  test('is packed without the files that the package has elsewhere', async () => {
    const { root } = await start(BUILT, { isPackage: true });
    const packed = await unpackSite(join(root, 'dist', ARCHIVE));
    expect(packed.get('errors/code.md')).toBe('# code');
    expect([...packed.keys()].filter((name) => Object.hasOwn(ELSEWHERE, name))).toEqual([]);
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
      expect((await ask(target)).headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    }
    const bare = await start(BUILT, { isPackage: true });
    expect((await bare.ask('/docs/')).headers['content-security-policy']).toBe("frame-ancestors 'none'");
  });

  test('answers 404 with links that hold at any depth', async () => {
    const answer = await (await start(BUILT, { isPackage: true })).ask('/docs/errors/deep/nothing.html');
    expect(answer).toMatchObject({
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<link href="/docs/assets/site.css"><a href="#top">up</a><a href="/docs/index.html">Guide</a><a href="https://a.test">A</a>',
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
    '/docs/secret.bin',
    '/docs/errors',
  ])('gives nothing else away when asked for %s, nor does a copy of the project', async (target) => {
    const sites = [
      await start(BUILT, { isPackage: true }),
      await start({ 'src/site/build.ts': 'process.exit(1)', ...BUILT }),
    ];
    for (const { ask } of sites) {
      const { status, body } = await ask(target);
      expect(status).toBe(404);
      expect(body).not.toContain('secret');
    }
  });

  test('is refused to other methods and to host names that are not its own', async () => {
    const { ask } = await start(BUILT, { isPackage: true });
    const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    expect(await ask('/docs/', 'POST')).toEqual({
      status: 405,
      headers: { ...plain, allow: 'GET, HEAD' },
      body: 'The documentation takes GET and HEAD.\n',
    });
    expect(await ask('/docs/', 'GET', 'evil.example')).toEqual({
      status: 403,
      headers: plain,
      body: 'This host name is not allowed.\n',
    });
  });

  test('lets a request begin in the handler behind it', async () => {
    const { site } = await start(BUILT, { isPackage: true });
    const emulator = createEmulator();
    const begun: string[] = [];
    const before = (begin?: (target: string) => void) =>
      site?.before({ handle: emulator.handle, ...(begin && { begin }) }, () => emulator.settings);
    before((target) => void begun.push(target))?.begin?.('/v1/me');
    expect(begun).toEqual(['/v1/me']);
    expect(before()?.begin?.('/v1/me')).toBeUndefined();
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
  test('is built no further when the emulator ends', async () => {
    const { site, ask } = await start({ 'src/site/build.ts': 'setInterval(() => {}, 1_000)' });
    const asked = ask('/docs/');
    site?.end();
    expect((await asked).status).toBe(503);
  });

  test('is built once when it is missing, and all who ask meanwhile get it', async () => {
    const { root, ask, builds, warnings } = await start({ 'src/site/build.ts': BUILD });
    const [one, other] = await Promise.all([ask('/docs/'), ask('/docs/index.html')]);
    // What changes while the emulator runs waits for its next start.
    await utimes(join(root, 'src/site/build.ts'), new Date(4_000_000_000_000), new Date(4_000_000_000_000));
    expect([one.body, other.body, (await ask('/docs/')).body]).toEqual(Array(3).fill('<h1>Built</h1>'));
    expect(await builds()).toBe('x');
    expect(warnings).toEqual([]);
  });

  test('is built again when a source is newer, and not when none is', async () => {
    const source = 'openapi/paths/me.yaml';
    const { root, ask, builds } = await start({ ...BUILT, 'src/site/build.ts': BUILD, [source]: '' });
    const [before, after] = [new Date(1_000_000), new Date(2_000_000)];
    for (const name of ['src/site/build.ts', source, dirname(source), 'dist/site/assets/site.css']) {
      await utimes(join(root, name), before, before);
    }
    expect((await ask('/docs/')).body).toBe('<h1>Guide</h1>');
    await utimes(join(root, source), after, after);
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
    const { ask, write, warnings } = await start({ 'src/site/build.ts': 'throw new TypeError("no page a.html.")' });
    const sentence = 'The documentation could not be built: TypeError: no page a.html. "npm run docs" says more.';
    const [one, other] = await Promise.all([ask('/docs/'), ask('/docs/')]);
    expect([one.status, one.body, other.status]).toEqual([503, `${sentence}\n`, 503]);
    expect(warnings).toEqual([sentence]);
    expect(await ask('/v1/client')).toMatchObject({ status: 200 });
    await write('src/site/build.ts', BUILD);
    expect((await ask('/docs/')).status).toBe(200);
  });
});
