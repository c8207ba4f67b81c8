/**
 * The pages of the site beside Redoc's and Scalar's plain pages of the same contract, all compressed by the same server, on slow 4G
 * and a processor slowed to a quarter, in one run.
 *
 *     node test/bench/site-speed.ts
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildSite } from '../../src/site/build.ts';
import { launchBrowser } from '../browser.ts';
import { peerFile, peerPackage } from './peers.ts';
import { atMost, exact, median, report, spread } from './report.ts';

const ROUNDS = 3;
/** Lighthouse's "slow 4G": milliseconds of a round trip, bytes a second. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'site-speed-'));

await buildSite(folder);
const redocly = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/.bin/redocly'),
    'build-docs',
    'password',
    '--inlineBundle',
    '-o',
    join(folder, 'redoc.html'),
  ],
  { cwd: root, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
);
if (redocly.status !== 0) throw new Error(`redocly build-docs failed: ${redocly.stderr}`);
const scalar = peerFile('@scalar/api-reference');
copyFileSync(join(scalar, '../browser/standalone.js'), join(folder, 'scalar.js'));
writeFileSync(
  join(folder, 'scalar.html'),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Scalar</title></head>
<body><div id="app"></div><script src="scalar.js"></script><script>Scalar.createApiReference('#app', { url: 'openapi.json' })</script></body></html>`,
);

const packed = new Map<string, Buffer>();
let sent = 0;
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  try {
    const body = packed.get(path) ?? brotliCompressSync(readFileSync(join(folder, path)));
    packed.set(path, body);
    sent += body.length;
    const type = TYPES[extname(path)] ?? 'text/plain';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'br' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // listens on a port, not a pipe

const browser = await launchBrowser();

interface Load {
  /** Milliseconds from the start of the navigation. */
  readonly firstText: number;
  readonly largestText: number;
  readonly shift: number;
  /** Bytes, compressed. */
  readonly bytes: number;
}

/** Loads a page once; `ready` is what it shows when it is complete. */
async function load(path: string, ready: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { largest: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.largest = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  sent = 0;
  await page.goto(url + path, { waitUntil: 'networkidle', timeout: 40_000 });
  await page.locator(ready).first().waitFor({ state: 'attached', timeout: 40_000 });
  const { firstText, largest, shift } = await page.evaluate(
    () =>
      new Promise<{ firstText: number; largest: number; shift: number }>((resolve) => {
        // Two frames later, what was shown has been painted and told to the observers.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const firstText = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
            resolve({ firstText, ...Reflect.get(globalThis, 'seen') });
          }),
        );
      }),
  );
  await context.close();
  return { firstText, largestText: largest, shift, bytes: sent };
}

const pages = [
  { name: 'start page', path: 'index.html', ready: 'h1', ours: true },
  { name: 'update password', path: 'examples/update-password.html', ready: '#wire .good', ours: true },
  { name: 'remove password', path: 'examples/remove-password.html', ready: '#wire .good', ours: true },
  { name: 'errors', path: 'errors.html', ready: 'h1', ours: true },
  { name: 'reference', path: 'reference.html', ready: 'h1', ours: false },
  { name: "Redoc's plain page", path: 'redoc.html', ready: 'h1', ours: false },
  { name: "Scalar's plain page", path: 'scalar.html', ready: 'h1', ours: false },
];
const loads = new Map<string, Load[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, path, ready } of pages) {
    const before = loads.get(name) ?? [];
    loads.set(name, [...before, await load(path, ready)]);
  }
}
const of = (name: string, value: keyof Load): readonly number[] => (loads.get(name) ?? []).map((each) => each[value]);
const limits = pages
  .filter(({ ours }) => ours)
  .flatMap(({ name }) => [
    atMost(`${name}: largest text, ms`, median(of(name, 'largestText')), 1_000),
    atMost(`${name}: layout shift`, Math.max(...of(name, 'shift')), 0),
    atMost(`${name}: kB`, median(of(name, 'bytes')) / 1000, 60),
  ]);

report({
  how: `Slow 4G (150 ms, 1.6 Mbit/s) and a processor slowed to a quarter, all files compressed with brotli by the same server, ${ROUNDS} rounds in turns.`,
  head: 'page',
  rows: Object.fromEntries(
    pages.map(({ name }) => [
      name,
      {
        'first text, ms': spread(of(name, 'firstText')),
        'largest text, ms': spread(of(name, 'largestText')),
        'layout shift': exact(Math.max(...of(name, 'shift')), 3),
        kB: spread(
          of(name, 'bytes').map((bytes) => bytes / 1000),
          1,
        ),
      },
    ]),
  ),
  limits,
  packages: ['redoc', peerPackage('@scalar/api-reference')],
});
await browser.close();
server.closeAllConnections();
server.close();
rmSync(folder, { recursive: true });
