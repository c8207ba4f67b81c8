/** `npm run docs` as people run it: a process of its own, in a folder that has nothing yet. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { ARCHIVE, unpackSite } from '../../src/cli/site-archive.ts';
import { createHighlight } from '../../src/site/highlight.ts';

const command = fileURLToPath(new URL('../../src/site/build.ts', import.meta.url));
const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

interface Run {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly said: { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<number | string | null>;
}

function docs(...args: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  cleanups.push(() => child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null);
  return { child, folder, said, ended };
}

test('builds the site for an address, as files and as the archive of the package, and serves it until Ctrl+C', async () => {
  const { child, folder, said, ended } = docs(
    ...['--base', 'https://docs.example/passwords', '--archive', '--serve', '--port', '0'],
  );
  const over = ended.then(() => expect.unreachable(said.stderr));
  await Promise.race([over, expect.poll(() => said.stdout).toContain('Press Ctrl+C to stop.')]);
  const [, url = ''] = /^The site is in dist\/site\.\nServing it at (\S+)\. Press Ctrl/.exec(said.stdout) ?? [];
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/passwords\/$/);
  const page = await (await fetch(`${url}recipes.html`)).text();
  const address = 'https://docs.example/passwords/recipes.html';
  expect(page).toContain(`<link rel="canonical" href="${address}">`);
  expect(page).toContain(`<meta property="og:url" content="${address}">`);
  expect(page).toMatch(/<meta property="og:title" content="Recipes[^"]*">/);
  const map = await (await fetch(`${url}sitemap.xml`)).text();
  const listed = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '']) => loc);
  expect(listed).toContain(address);
  for (const loc of listed) expect([loc, (await fetch(new URL(loc.slice(31), url))).status]).toEqual([loc, 200]);
  const lost = await fetch(`${url}a/b/nothing.html`);
  expect([lost.status, await lost.text()]).toEqual([404, expect.stringContaining('href="/passwords/index.html"')]);

  const site = join(folder, 'dist/site');
  const packed = await unpackSite(join(folder, 'dist', ARCHIVE));
  expect(packed.get('recipes.html')).toBe(readFileSync(join(site, 'recipes.html'), 'utf8'));
  // What the package has elsewhere.
  expect(packed.has('openapi.json')).toBe(false);
  // Nothing is left of the folder that it was made in.
  expect(readdirSync(join(folder, 'dist')).toSorted()).toEqual(['site', ARCHIVE].toSorted());
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(said.stderr).toBe('');
});

test('prints its options with --help, and one sentence before it builds anything if it cannot do what it is told', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  cleanups.push(() => other.close());
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const [help, taken] = [docs('--help'), docs('--serve', '--port', String(port))];
  expect([await help.ended, await taken.ended]).toEqual([0, 1]);
  expect(help.said.stdout).toMatch(/^Builds the documentation site[\s\S]+--base ADDRESS[\s\S]+--port PORT/);
  expect(help.said.stderr).toBe('');
  expect(taken.said).toEqual({
    stdout: '',
    stderr: `Port ${port} is taken: end what listens there, or choose another with --port (0 for any).\n`,
  });
  expect(existsSync(join(taken.folder, 'dist'))).toBe(false);
});

test('code has the same colours on a machine that takes a second for each step', async () => {
  const code = readFileSync(new URL('../../src/site/examples/form.ts', import.meta.url), 'utf8');
  const quick = (await createHighlight()).highlight(code, 'ts');
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
  expect((await createHighlight()).highlight(code, 'ts')).toBe(quick);
});
