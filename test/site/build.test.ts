import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/options.ts';
import { readBase, siteMap, withAddress } from '../../src/site/base.ts';
import { readCommand } from '../../src/site/command.ts';
import { commandTabs } from '../../src/site/commands.ts';
import { layout } from '../../src/site/layout.ts';
import { createRender } from '../../src/site/render.ts';
import { serveFolder } from '../../src/site/serve.ts';
import { tabsAsText } from '../../src/site/tabs.ts';

const base = readBase('https://docs.example.com/passwords');

test('a page names its address, and the site map lists it, when a base address is given', () => {
  const html = withAddress(layout('recipes.html', 'Recipes & more', '<h1>Recipes</h1>'), 'recipes.html', base);
  expect(html).toContain('<link rel="canonical" href="https://docs.example.com/passwords/recipes.html">');
  expect(html).toContain('<meta property="og:url" content="https://docs.example.com/passwords/recipes.html">');
  expect(html).toMatch(/<meta property="og:title" content="Recipes/);
  expect(withAddress(layout('index.html', 'Start', ''), 'index.html', base)).toContain(
    'href="https://docs.example.com/passwords/">',
  );
  const map = siteMap(['index.html', 'recipes.html', 'recipes.md', '404.html', 'examples/a.html'], base);
  expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://docs.example.com/passwords/',
    'https://docs.example.com/passwords/recipes.html',
    'https://docs.example.com/passwords/examples/a.html',
  ]);
});

test('a base is the same with and without its last slash', () => {
  expect(readBase('https://docs.example.com/passwords/').href).toBe(base.href);
});

test('the page for wrong addresses has links that work at any depth', () => {
  const html = withAddress(layout('404.html', 'Not found', ''), '404.html', base);
  expect(html).toContain('href="/passwords/index.html"');
  expect(html).not.toMatch(/(href|src)="(?![#/]|https?:|data:)/);
});

test('a base that is no address is refused with an example of one', () => {
  for (const wrong of ['docs', 'ftp://a.example/', 'https://a.example/?q'])
    expect(() => readBase(wrong)).toThrow('https://docs.example.com/passwords/');
});

test('the site is served below its base, and a wrong address gets the page for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), 'start');
  writeFileSync(join(folder, '404.html'), 'lost');
  const { url, close } = await serveFolder(folder, { base: '/passwords/' });
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(new URL(path, url));
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/passwords\/$/);
  expect(await ask('.')).toEqual([200, 'text/html; charset=utf-8', 'start']);
  writeFileSync(join(folder, 'licences.txt'), 'MIT');
  expect(await ask('licences.txt')).toEqual([200, 'text/plain; charset=utf-8', 'MIT']);
  const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'start']);
  // The last one was cut off inside a letter.
  for (const path of ['nothing.html', '/', '/passwords/..%2f..%2fetc/passwd', '/passwords/%E4%B'])
    expect(await ask(path)).toContain('lost');
  close();
  rmSync(folder, { recursive: true });
});

test('the site is served below a base with letters that an address encodes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), 'start');
  const { url, close } = await serveFolder(folder, { base: readBase('https://docs.example/über uns').pathname });
  expect(await (await fetch(url)).text()).toBe('start');
  close();
  rmSync(folder, { recursive: true });
});

test('the options of npm run docs say where the site will be and whether to serve it, by default on port 4000', () => {
  expect(readCommand([])).toEqual({ help: false, base: undefined, port: undefined, archive: false });
  expect(readCommand(['--serve', '--base', 'https://docs.example/a'])).toMatchObject({
    base: new URL('https://docs.example/a/'),
    port: 4000,
  });
  expect(readCommand(['--serve', '--port', '0']).port).toBe(0);
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'. See: npm run docs -- --help"],
  [['docs'], "Unexpected argument 'docs'. See: npm run docs -- --help"],
  [['--base'], "Option '--base <value>' argument missing. See: npm run docs -- --help"],
  [['--serve', '--port', '-1'], "Option '--port' argument is ambiguous. See: npm run docs -- --help"],
  [['--serve', '--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
  [['--serve', '--port', '4000a'], '--port must be a whole number from 0 to 65535, not "4000a".'],
  [['--port', '4000'], '--port is the port of --serve, which is not given.'],
  [['--base', 'docs'], '--base needs an address such as https://docs.example.com/passwords/, not docs.'],
])('npm run docs -- %j is refused with one sentence', (args, sentence) => {
  expect(() => readCommand(args)).toThrow(new UsageError(sentence));
});

test('tabs open without scripts, hold any Markdown, and are plain sections in the twin', () => {
  const { page } = createRender((code) => `<pre>${code}</pre>`);
  const text =
    'Before.\n\n:::tabs caller\n== SDK\nSome *text*.\n== The client\n```ts a.ts\nconst a = 1;\n```\n:::\n\nAfter.';
  const html = page(text);
  expect(html).toMatch(
    /<details name="(tabs-\d+)" data-tab="SDK" open><summary>SDK<\/summary><p>Some <em>text<\/em>\.<\/p>/,
  );
  expect(html).toMatch(/data-tab="The client"><summary>The client<\/summary><div class="sample">[\s\S]*const a = 1;/);
  expect(html).toContain('<p>After.</p>');
  expect(tabsAsText(text)).toBe(
    'Before.\n\n**SDK**\n\nSome *text*.\n**The client**\n\n```ts a.ts\nconst a = 1;\n```\n\nAfter.',
  );
});

test('commands are those of each package manager', () => {
  const tabs = commandTabs(['install --dev one two', 'run one start']);
  for (const line of [
    'npm install --save-dev one two\nnpx one start',
    'pnpm add --save-dev one two\npnpm exec one start',
    'yarn add --dev one two\nyarn one start',
    'bun add --dev one two\nbunx one start',
  ])
    expect(tabs).toContain(line);
  expect(() => commandTabs(['remove one'])).toThrow('remove one');
});
