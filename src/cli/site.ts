/**
 * The documentation under `/docs/`: from the archive in the package, or in a copy of the project from dist/site, which is built first
 * if it is missing or older than its sources.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isHostAllowed } from '../emulator/engine/checks/caller.ts';
import type { Handler, WireAnswer } from '../emulator/engine/wire.ts';
import type { Settings } from '../emulator/setup/settings.ts';
import { ARCHIVE, unpackSite } from './site-archive.ts';

/** Where it is served. */
export const DOCS = '/docs/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};
/** Every file of the site is text of these types, and no name begins with a dot: nothing else is asked of the disk. */
const FILE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;
/** Files of the site that the archive leaves out, because the package has them already. */
export const IN_PACKAGE: Readonly<Record<string, string>> = {
  'openapi.json': 'generated/openapi.json',
  'openapi-3.0.json': 'generated/openapi-3.0.json',
  'assets/validators.js': 'dist/validators.js',
};
/** The sources of the site. */
const SOURCES = ['src/site', 'src/client', 'src/emulator', 'src/cli', 'openapi', 'generated'];
/** Written last, so that a build that was broken off counts as none. */
const LAST_WRITTEN = 'assets/site.css';

export interface Site {
  /** The handler with the site in front of it. */
  before(handler: Handler, settings: () => Settings): Handler;
  /** Ends a build that still runs. */
  end(): void;
}

/** The policy that a page has in itself, and what only a header can say: that nothing may frame it. */
function policyOf(page: string): string {
  const own = /<meta http-equiv="Content-Security-Policy" content="([^"\n]*)">/.exec(page)?.[1];
  return [...(own === undefined ? [] : [own]), "frame-ancestors 'none'"].join('; ');
}

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((newest, name) => Math.max(newest, changedAt(join(folder, name))), 0);
}

const text = (status: number, body: string): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: `${body}\n`,
});

/**
 * The site of the package in the folder `root`; undefined where there is neither a built one nor anything to build it from. It is
 * built on the first request, so that a start without a reader costs nothing; requests meanwhile wait for it. Where that fails,
 * `warn` gets one sentence, the requests are answered 503, and the next one tries again.
 */
export function findSite(root: string, warn: (sentence: string) => void): Site | undefined {
  const folder = join(root, 'dist/site');
  const archive = join(root, 'dist', ARCHIVE);
  const builder = join(root, 'src/site/build.ts');
  const canBuild = existsSync(builder);
  if (!canBuild && !existsSync(archive)) return undefined;

  let child: ChildProcess | undefined;
  let isReady = !canBuild;
  let building: Promise<void> | undefined;
  let unpacked: Promise<ReadonlyMap<string, string>> | undefined;

  const isFresh = (): boolean =>
    changedAt(join(folder, LAST_WRITTEN)) >= Math.max(...SOURCES.map((name) => newestIn(join(root, name))), 1);

  const build = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let said = '';
      const started = spawn(process.execPath, [builder], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      started.stderr.setEncoding('utf8').on('data', (more: string) => {
        said = (said + more).slice(-4000);
      });
      started.on('error', reject);
      started.on('close', (code) => {
        child = undefined;
        if (code === 0) return resolve();
        const why = /^\w*Error\b.*/m.exec(said)?.[0] ?? `the build ended with ${code}`;
        reject(new Error(why.replace(/\.$/, '')));
      });
    });

  /** Resolves when the files can be read. */
  function ready(): Promise<void> {
    building ??= (isFresh() ? Promise.resolve() : build())
      .then(() => {
        isReady = true;
      })
      .finally(() => {
        building = undefined;
      });
    return building;
  }

  async function read(name: string): Promise<string | undefined> {
    if (!FILE.test(name) || TYPES[extname(name)] === undefined) return undefined;
    if (canBuild) return readFile(join(folder, name), 'utf8').catch(() => undefined);
    const own = IN_PACKAGE[name];
    if (own !== undefined) return readFile(join(root, own), 'utf8').catch(() => undefined);
    unpacked ??= unpackSite(archive);
    return (await unpacked).get(name);
  }

  async function answer(path: string): Promise<WireAnswer> {
    if (!isReady) {
      const isFirst = building === undefined;
      try {
        await ready();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const sentence = `The documentation could not be built: ${why}. "npm run docs" says more.`;
        if (isFirst) warn(sentence);
        return text(503, sentence);
      }
    }
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const headers = {
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    const body = await read(name);
    if (body !== undefined) {
      const type = TYPES[extname(name)];
      const policy = type === 'text/html' ? policyOf(body) : "default-src 'none'; frame-ancestors 'none'";
      return {
        status: 200,
        headers: { ...headers, 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy },
        body,
      };
    }
    // The page stands for any path, so its links must not depend on where it is.
    const page = (await read('404.html'))?.replaceAll(/(href|src)="(?![#/]|[a-z]+:)/g, `$1="${DOCS}`);
    if (page === undefined) return text(404, `There is no such page: ${DOCS} is the first one.`);
    return {
      status: 404,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(page) },
      body: page,
    };
  }

  return {
    before: (handler, settings) => ({
      begin: (target) => handler.begin?.(target),
      handle: (request) => {
        if (!request.target.startsWith('/docs')) return handler.handle(request);
        const [path = ''] = request.target.split('?', 1);
        if (path !== '/docs' && !path.startsWith(DOCS)) return handler.handle(request);
        if (!isHostAllowed(request.header('host'), settings())) return text(403, 'This host name is not allowed.');
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          const refused = text(405, 'The documentation takes GET and HEAD.');
          return { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } };
        }
        if (path === '/docs') return { status: 302, headers: { location: DOCS }, body: '' };
        return answer(path.slice(DOCS.length));
      },
    }),
    end: () => void child?.kill(),
  };
}
