import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = ['index', 'reference', 'errors', '404', 'examples/update-password', 'examples/remove-password'];
/** What a long page that repeats itself may lose before its colours are looked at, which takes the longest. */
const REPEATED: Readonly<Record<string, string>> = {
  reference: '.operation:not(#removePassword), .object:not(#Session)',
};

let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  readonly outside: string[];
}

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (said) => void (['error', 'warning'].includes(said.type()) && complaints.push(said.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(site.url + path, { waitUntil: 'load' });
  return { page, complaints, outside };
}

test.each(PAGES)(
  '%s is without violation, complaint and foreign request, in light and dark, on phone and desktop',
  async (name) => {
    const { page, complaints, outside } = await open(`${name}.html`);
    await page.evaluate(axe);
    const violations = (rules = '{}'): Promise<unknown> =>
      page.evaluate(
        `axe.run(document, { resultTypes: ['violations'], rules: ${rules} }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.length + " " + nodes[0].html.slice(0, 90)))`,
      );
    const overflows = (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    const repeated = REPEATED[name];
    if (repeated !== undefined) {
      await page.setViewportSize({ width: 390, height: 800 });
      expect([await violations('{ "color-contrast": { enabled: false } }'), await overflows()]).toEqual([[], 0]);
      await page.locator(repeated).evaluateAll((parts) => {
        for (const part of parts) part.remove();
      });
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const found = await violations();
        const overflow = await overflows();
        expect({ colorScheme, width, found, overflow }).toEqual({ colorScheme, width, found: [], overflow: 0 });
      }
    }
    await page.close();
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
  },
);

describe.each(['update', 'remove'])('the %s example', (name) => {
  // One page for all situations: choosing one starts the emulator in the page anew.
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(`examples/${name}-password.html`);
    await opened.page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await opened.page.context().setOffline(true);
  });
  afterAll(() => opened.page.close());

  test.each([
    ['works', name === 'update' ? 'Your password is changed.' : 'Your password is removed.'],
    ['wrong', 'form_password_incorrect'],
    ['locked', 'user_locked'],
    ['others', '→ 200'],
    ['slow', '→ 200'],
    ['down', '→ no answer'],
    ['reverification', 'session_reverification_required'],
    ...(name === 'update'
      ? [
          ['short', 'form_password_length_too_short'],
          ['breached', 'form_password_pwned'],
        ]
      : []),
    ['none', name === 'update' ? 'Your password is changed.' : 'no_password_set'],
  ])('shows what happens when the situation is %s, with the network cut', async (situation, expected) => {
    const { page, complaints } = opened;
    await page.selectOption('#situation', situation);
    await page.focus('#form button[type=submit]');
    await page.keyboard.press('Enter');
    if (name === 'remove') await page.click('#confirm button[value=yes]');
    if (situation === 'reverification') {
      await page.fill('#reverify-password', 'current-password-1');
      await page.click('#reverify button[value=yes]');
      await page.locator('.status.good').filter({ hasText: 'Your password' }).waitFor();
    }
    await page.locator('main#content').filter({ hasText: expected }).waitFor({ timeout: 8_000 });
    // The next situation begins when this one has ended.
    await page.locator('#form button[type=submit]:enabled').waitFor({ state: 'attached' });
    const wire = await page.textContent('#wire');
    expect(wire).not.toMatch(/current-password-1|correct horse|not my password|password123|= short/);
    expect(complaints).toEqual([]);
  });
});

test('finds a code by any of its words, and by its address, when the catalogue is searched', async () => {
  const { page } = await open('errors.html#form_password_pwned');
  expect(await page.locator(':target').getAttribute('id')).toBe('form_password_pwned');
  await page.fill('#search', 'pwned');
  expect(await page.locator('.code:visible').first().getAttribute('id')).toBe('form_password_pwned');
  await page.fill('#search', 'xyzzy');
  expect(await page.locator('.code:visible').count()).toBe(0);
  await page.close();
});

test('can be read when scripts are off', async () => {
  for (const name of PAGES) {
    const { page } = await open(`${name}.html`, { javaScriptEnabled: false });
    expect((await page.locator('main#content').innerText()).length, name).toBeGreaterThan(40);
    await page.close();
  }
});

describe('the reference', () => {
  test('shows every operation, parameter and answer, and opens its samples, when scripts are off', async () => {
    const { page } = await open('reference.html', { javaScriptEnabled: false });
    const texts = page.locator('.reference :is(h2, h3, .endpoint, dt, dd, .answer, .codes li)');
    const parts = await texts.evaluateAll((all) => all.map((part) => [part.textContent ?? '', part.checkVisibility()]));
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.filter(([, visible]) => visible !== true)).toEqual([]);
    for (const summary of ['Generated client', 'SDK', '422 20 errors']) {
      const fold = page.locator('#changePassword details').filter({ has: page.getByText(summary, { exact: true }) });
      await fold.locator('summary').click();
      await fold.locator('pre').first().waitFor({ state: 'visible' });
    }
    await page.close();
  });

  test.each(['removePassword', 'changePassword-422', 'User-password_enabled'])(
    'begins at %s when that is what its address names',
    async (id) => {
      const { page } = await open(`reference.html#${id}`);
      await expect
        .poll(() =>
          page
            .locator(`[id="${id}"]`)
            .boundingBox()
            .then((box) => box?.y),
        )
        .toBeCloseTo(16, 0);
      await page.close();
    },
  );

  test('leads from an error code to its entry in the catalogue when the code is clicked', async () => {
    const { page } = await open('reference.html');
    await page.locator('#removePassword-400').getByRole('link', { name: 'no_password_set' }).click();
    await page.locator('#no_password_set:target').waitFor();
    await page.close();
  });

  test('puts a sample on the clipboard when Copy is pressed', async () => {
    const { page, complaints } = await open('reference.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    const sample = page.locator('#changePassword .sample').first();
    await sample.getByRole('button', { name: 'Copy' }).focus();
    await page.keyboard.press('Enter');
    await sample.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain("curl -X POST 'http://127.0.0.1:4010");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
