/**
 * The scores that Lighthouse gives every page of the site; pages that are named, for example errors, if any are.
 *
 *     node test/bench/site-lighthouse.ts [PAGE…]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildSite } from '../../src/site/build.ts';
import { PAGES } from '../../src/site/pages.ts';
import { serveFolder } from '../../src/site/serve.ts';
import { launchOptions } from '../browser.ts';
import type { Lighthouse, LighthouseResult } from './peers/lighthouse.d.ts';
import { peerFile, peerPackage } from './peers.ts';
import { atLeast, exact, report } from './report.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LOWEST = 97;
/** A page that is too slow is looked at again: another program may have had the processor. */
const LOOKS = 3;

const { default: lighthouse }: { default: Lighthouse } = await import(peerFile('lighthouse'));
const folder = mkdtempSync(join(tmpdir(), 'site-lighthouse-'));
await buildSite(folder);
const { url, close } = await serveFolder(folder);
const port = await new Promise<number>((resolve) => {
  const socket = createSocket().listen(0, '127.0.0.1', () => {
    const address = socket.address() as AddressInfo; // listens on a port, not a pipe
    socket.close(() => resolve(address.port));
  });
});
// Lighthouse needs a port of its own.
const browser = await chromium.launch(launchOptions([`--remote-debugging-port=${port}`]));

type Report = LighthouseResult['lhr'];

async function look(path: string): Promise<Report> {
  const result = await lighthouse(`${url}${path}`, { port, logLevel: 'error', onlyCategories: CATEGORIES });
  if (result === undefined) throw new Error(`Lighthouse did not look at ${path}.`);
  return result.lhr;
}

const scores = ({ categories }: Report): readonly number[] =>
  Object.values(categories).map(({ score }) => (score ?? 0) * 100);

/** Titles of the audits that took something from the score of a category. */
const failed = ({ categories, audits }: Report): readonly string[] =>
  Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return audit && weight > 0 && audit.score !== null && audit.score < 0.9 ? [`${audit.title} (${id})`] : [];
    }),
  );

const asked = process.argv.slice(2);
const found = new Map<string, Report>();
for (const name of asked.length > 0 ? asked : [...PAGES.keys()]) {
  let last = await look(`${name}.html`);
  for (let looks = 1; looks < LOOKS && (scores(last)[0] ?? 0) < LOWEST; looks++) last = await look(`${name}.html`);
  found.set(name, last);
  console.error(
    [
      `${name}: ${scores(last)
        .map((score) => exact(score))
        .join(' / ')}`,
      ...failed(last),
    ].join('\n  '),
  );
}
await browser.close();
close();
rmSync(folder, { recursive: true });

const titles = Object.values([...found.values()][0]?.categories ?? {}).map(({ title }) => title);
report({
  how: `Lighthouse on every page, in its form for phones, served with gzip. A page below ${LOWEST} in performance is looked at again, up to ${LOOKS} times in all.`,
  head: 'Page',
  rows: Object.fromEntries(
    [...found].map(([name, lhr]) => [
      name,
      Object.fromEntries(scores(lhr).map((score, at) => [titles[at], exact(score)])),
    ]),
  ),
  limits: titles.map((title, at) =>
    atLeast(
      `${title}, lowest of all pages`,
      Math.min(...[...found.values()].map((lhr) => scores(lhr)[at] ?? 0)),
      LOWEST,
    ),
  ),
  packages: [peerPackage('lighthouse')],
});
