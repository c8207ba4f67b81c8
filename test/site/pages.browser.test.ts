import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { brokenLinks } from './links.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The reference is Redocly's own page and has a test of its own. */
const PAGES = [
  'index',
  'recipes',
  'testing',
  'security',
  'errors',
  '404',
  'examples/update-password',
  'examples/remove-password',
];

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
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        // Contrast is what takes the time, and it hangs on the colours alone: once for each of them.
        const rules = { 'color-contrast': { enabled: (colorScheme === 'light') === (width === 390) } };
        const found = await page.evaluate(
          `axe.run({ rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.length + " " + nodes[0].html.slice(0, 90)))`,
        );
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
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

describe('the error catalogue', () => {
  const shown = (page: Page): Promise<string[]> =>
    page.locator('.code:visible').evaluateAll((entries) => entries.map(({ id }) => id));

  test('finds codes by any words of theirs, says how many, and keeps the focus, when somebody types', async () => {
    const { page } = await open('errors.html');
    const all = await shown(page);
    const count = page.getByRole('status');
    const box = page.getByRole('search').getByLabel('Search the codes');
    await box.focus();
    await page.keyboard.type('breach');
    expect(await shown(page)).toEqual(['form_password_pwned']);
    expect(await count.textContent()).toBe(`1 of ${all.length} codes`);
    for (const words of ['422 DIGIT', 'createSignIn identifier such']) {
      await box.fill(words);
      expect((await shown(page)).length, words).toBe(1);
    }
    await box.fill('xyzzy');
    expect(await shown(page)).toEqual([]);
    expect(await count.textContent()).toBe(`None of ${all.length} codes has “xyzzy”.`);
    await box.fill('');
    expect(await shown(page)).toEqual(all);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test('shows what was searched for when its address is opened again', async () => {
    const { page } = await open('errors.html');
    await page.getByLabel('Search the codes').fill('too long');
    const found = await shown(page);
    expect(found).toContain('form_password_length_too_long');
    await page.reload();
    expect(page.url()).toContain('?q=too+long');
    expect(await shown(page)).toEqual(found);
    await page.close();
  });

  test('shows the code that the address names, whatever was searched for', async () => {
    const { page } = await open('errors.html?q=locked#form_password_pwned');
    const inView = page.locator('#form_password_pwned:target');
    await expect.poll(() => inView.evaluate((entry) => entry.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.getByLabel('Search the codes').fill('locked');
    await page.evaluate('location.hash = "signed_out"');
    await page.locator('#signed_out:visible').waitFor();
    await page.close();
  });
});

test('every link of the pages and of their twins leads to a file and an id of the site', () => {
  const { broken, followed } = brokenLinks(site.folder);
  expect(followed).toBeGreaterThan(1000);
  // Redocly's page has its ids by script and links of its own; a page that has them in its text is followed like all others.
  const byScript = !readFileSync(`${site.folder}/reference.html`, 'utf8').includes('id="changePassword"');
  const isRedocly = (link: string): boolean => /^reference\.html: |reference\.html#/.test(link);
  expect(broken.filter((link) => !(byScript && isRedocly(link)))).toEqual([]);
});

test('can be read when scripts are off', async () => {
  const { page } = await open('index.html', { javaScriptEnabled: false });
  for (const name of PAGES) {
    await page.goto(`${site.url}${name}.html`);
    expect((await page.locator('main#content').innerText()).length, name).toBeGreaterThan(40);
  }
  await page.close();
});

test('the reference shows every operation and asks no other host when it is opened', async () => {
  const { page, outside } = await open('reference.html');
  for (const path of ['/v1/me/change_password', '/v1/me/remove_password', '/v1/client/sign_ins']) {
    await page.getByText(path, { exact: true }).first().waitFor();
  }
  expect(outside).toEqual([]);
  await page.getByRole('link', { name: 'Guide' }).click();
  await page.getByRole('heading', { name: 'Change or remove a password' }).waitFor();
  await page.close();
});
