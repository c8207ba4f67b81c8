/** What axe objects to in a page, and how a page is shown while it looks. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How a page is shown. */
export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

export const LOOKS: readonly [Look, Look, Look, Look] = [
  { colorScheme: 'light', viewport: PHONE },
  { colorScheme: 'dark', viewport: DESKTOP },
  { colorScheme: 'dark', viewport: PHONE },
  { colorScheme: 'light', viewport: DESKTOP },
];

/** Shows the page in that way, and tells by how many pixels it is wider than the window, and which rules of axe it breaks where. */
export async function lookAt(
  page: Page,
  { colorScheme, viewport }: Look,
  rules: Readonly<Record<string, { readonly enabled: boolean }>> = {},
): Promise<{ readonly overflow: number; readonly violations: readonly string[] }> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe);
  // The rule about the size of targets is off unless it is asked for.
  const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, ...rules } };
  return {
    overflow: await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    violations: await page.evaluate<string[]>(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.length + " " + nodes[0].html.slice(0, 90)))`,
    ),
  };
}

/** How far the page is wider than a window of each size, in pixels. */
export async function overflows(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    found.push(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'));
  }
  return found;
}
