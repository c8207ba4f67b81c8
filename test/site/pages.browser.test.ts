import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { LOOKS, lookAt, overflows } from '../axe.ts';
import { browseSite, layOut, NAMES } from './browse.ts';
import { brokenLinks } from './links.ts';

const { open, site, browser } = browseSite();

const EXAMPLES = ['examples/update-password', 'examples/remove-password'];

/** One page of each kind: axe takes a second for a page, and pages.long.test.ts has it look at every page in every way to show it. */
const KINDS = ['index', 'testing', 'sdk', 'reference', 'errors', '404', ...EXAMPLES];

/** What a long page that repeats itself may lose before its colours are looked at, which takes the longest. */
const REPEATED = '.operation:not(#removePassword), .object:not(#Session)';

// Each in one of the ways to show it, in turns.
test.each(KINDS.map((name, index) => [name, LOOKS[index % 2] ?? LOOKS[0]] as const))(
  '%s has nothing that axe objects to',
  async (name, look) => {
    const { page } = await open(`${name}.html`);
    await layOut(page);
    if (name === 'reference') {
      const found = await lookAt(page, look, { 'color-contrast': { enabled: false } });
      expect(found.violations).toEqual([]);
      await page.locator(REPEATED).evaluateAll((parts) => {
        for (const part of parts) part.remove();
      });
    }
    expect((await lookAt(page, look)).violations).toEqual([]);
    await page.close();
  },
);

test('no page complains, scrolls sideways, or asks anything elsewhere', async () => {
  const { page, complaints, outside } = await open('index.html');
  for (const name of NAMES) {
    await page.goto(`${site().url}${name}.html`, { waitUntil: 'load' });
    await layOut(page);
    const overflow = await overflows(page);
    // A window of 1280 × 1024 that is zoomed to 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    overflow.push(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'));
    expect({ name, overflow, complaints, outside }).toEqual({ name, overflow: [0, 0, 0], complaints: [], outside: [] });
  }
  await page.close();
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
    await page.keyboard.type('data breach');
    expect(await shown(page)).toEqual(['form_password_compromised', 'form_password_pwned']);
    expect(await count.textContent()).toBe(`2 of ${all.length} codes`);
    for (const words of ['422 DIGIT', 'createSignIn captcha']) {
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

describe.each(['index', ...EXAMPLES])('%s', (name) => {
  test('is painted before its scripts come, without a shift, and takes at most 60 kB when compressed', async () => {
    const page = await browser().newPage();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    const sizes: [string, number][] = [];
    const reading: Promise<unknown>[] = [];
    page.on('response', (response) => {
      if (!response.url().startsWith(site().url)) return;
      const path = response.url().slice(site().url.length);
      reading.push(response.body().then((body) => sizes.push([path, brotliCompressSync(body).length])));
    });
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.get(globalThis, 'shifts').push(entry.toJSON());
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${site().url}${name}.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(sizes.map(([path]) => path).filter((path) => path.endsWith('.js'))).toEqual([]);
    release();
    await page.waitForLoadState('load');
    if (name !== 'index') {
      await page.locator('#wire').filter({ hasText: '→ 200' }).waitFor();
      await page.click('#form button[type=submit]');
      if (name.includes('remove')) await page.click('#confirm button[value=yes]');
      await page.locator('.status').filter({ hasText: 'Your password' }).waitFor();
    }
    expect(await page.evaluate('shifts')).toEqual([]);
    await Promise.all(reading);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(60_000);
    expect(sizes.length).toBeGreaterThanOrEqual(name === 'index' ? 2 : 5);
    await page.close();
  });
});

/** The lines of the elements that are shown, as they are broken, without their spaces. */
const linesOf = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((within) => {
    const range = document.createRange();
    const found: string[] = [];
    let last: DOMRect | undefined;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.parentElement?.closest(within) || !text.parentElement.checkVisibility()) continue;
      for (const { index, 0: letter } of text.nodeValue?.matchAll(/\S/g) ?? []) {
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const box = range.getBoundingClientRect();
        const isSame = last && box.top < last.bottom && box.bottom > last.top && box.left >= last.left;
        if (isSame) found.push(`${found.pop()}${letter}`);
        else found.push(letter);
        last = box;
      }
    }
    return found;
  }, selector);

test('no line ends with a bracket, begins with a comma, or breaks the name of a package, on desktop and phone', async () => {
  for (const [name, width] of [
    ['security', 1280],
    ['security', 390],
    ['forced-responses', 1280],
    ['forced-responses', 390],
    ['react', 1280],
    ['react', 390],
    ['index', 390],
    ['short-examples', 390],
    ['ci', 390],
  ] as const) {
    const { page } = await open(`${name}.html`, { viewport: { width, height: 800 } });
    const prose = await linesOf(page, 'main :is(p, td, li)');
    const code = await linesOf(page, 'pre');
    expect(prose.length).toBeGreaterThan(10);
    expect([name, width, ...prose.filter((line) => /\($|^[,;)]/.test(line))]).toEqual([name, width]);
    // The longest name on a phone is `user.primaryEmailAddress?.emailAddress`.
    expect([
      name,
      width,
      ...code.filter((line) => /user-(password-)?$|--$|^[;,]|emailAdd?r?e?s?$/.test(line.trim())),
    ]).toEqual([name, width]);
    await page.close();
  }
});

test('the outline stands beside the text from 1280 pixels on, and no entry of the menu takes two lines when its page is open', async () => {
  const { page } = await open('recipes.html', { viewport: { width: 1280, height: 800 } });
  await page.locator('.outline').waitFor({ state: 'visible' });
  await page.goto(`${site().url}index.html`);
  // On the start page, beside what follows the first screen.
  const box = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect());
  const [outline, hero, heading] = [await box('.outline'), await box('.hero'), await box('#updatepassword')];
  expect([outline.top > hero.bottom, outline.left > heading.right, outline.right <= 1280]).toEqual([true, true, true]);
  const heights = await page.locator('.menu a').evaluateAll((links) =>
    links.map((link) => {
      link.setAttribute('aria-current', 'page');
      return link.getBoundingClientRect().height;
    }),
  );
  expect(new Set(heights).size).toBe(1);
  await page.close();
});

test('nothing is wider than a narrow phone when the reader sets the spacing that WCAG 1.4.12 names', async () => {
  const { page } = await open('recipes.html', { viewport: { width: 320, height: 640 }, bypassCSP: true });
  for (const name of ['recipes', 'index', 'errors', 'sdk', 'troubleshooting', 'reference']) {
    await page.goto(`${site().url}${name}.html`);
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    });
    expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 320]);
  }
  await page.context().close();
});

test('on a phone, every line of the head of a field begins at the left, and no mark or time is broken', async () => {
  const { page } = await open('reference.html', { viewport: { width: 390, height: 844 } });
  await layOut(page);
  const heads = await page.locator('.props dt').evaluateAll((all) =>
    all.map((head) => {
      const boxes = [...head.children].map((part) => part.getBoundingClientRect());
      const firsts = boxes.filter(({ top }, index) => top >= (boxes[index - 1]?.bottom ?? -Infinity));
      const { left } = head.getBoundingClientRect();
      return firsts.every((box) => Math.abs(box.left - left) < 1) ? '' : head.textContent;
    }),
  );
  expect(heads.length).toBeGreaterThan(100);
  expect(heads.filter((text) => text !== '')).toEqual([]);
  const broken = await page
    .locator('.duty, .date')
    .evaluateAll((all) =>
      all.flatMap((part) => (part.getClientRects().length === 1 ? [] : [part.parentElement?.textContent])),
    );
  expect(broken).toEqual([]);
  await page.close();
});

test('the text begins at the same place on every page of the guide, with an outline or without', async () => {
  const { page } = await open('recipes.html', { viewport: { width: 1280, height: 800 } });
  const left = async (): Promise<number | undefined> => (await page.locator('main p').first().boundingBox())?.x;
  const first = await left();
  for (const name of ['react', 'alternatives', '404']) {
    await page.goto(`${site().url}${name}.html`);
    expect([name, await left()]).toEqual([name, first]);
  }
  await page.close();
});

test('every link of the pages and of their twins leads to a file and an id of the site', () => {
  const { broken, followed } = brokenLinks(site().folder);
  expect(followed).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
});

test('can be read when scripts are off', async () => {
  const { page } = await open('index.html', { javaScriptEnabled: false });
  for (const name of KINDS) {
    await page.goto(`${site().url}${name}.html`);
    expect((await page.locator('main#content').innerText()).length, name).toBeGreaterThan(40);
  }
  await page.close();
});

test.each(EXAMPLES)('%s names the file of the source that is open, also to a screen reader', async (name) => {
  const { page } = await open(`${name}.html`);
  expect(await page.getByRole('region', { name: `${name.replace('examples/', '')}.ts` }).innerText()).toContain(
    'import',
  );
  await page.close();
});

describe('the reference', () => {
  test('shows every operation, parameter and answer, and opens its samples, when scripts are off', async () => {
    const { page } = await open('reference.html', { javaScriptEnabled: false });
    const texts = page.locator('.reference :is(h2, h3, .endpoint, dt, dd, .answer, .codes li)');
    const parts = await texts.evaluateAll((all) => all.map((part) => [part.textContent ?? '', part.checkVisibility()]));
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.filter(([, visible]) => visible !== true)).toEqual([]);
    for (const fold of [
      page.locator('#changePassword [data-tab="Generated client"]'),
      page.locator('#changePassword [data-tab=curl]'),
      page.locator('#changePassword .tab-set > details:has(> summary > .status-code:text-is("422"))'),
    ]) {
      await fold.locator('summary').first().click();
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
        // Below the bar that stays.
        .toBeCloseTo(68, -1);
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
    const sample = page.locator('#changePassword [data-tab=curl] .sample');
    await page.locator('#changePassword [data-tab=curl] summary').click();
    await sample.getByRole('button', { name: 'Copy' }).focus();
    await page.keyboard.press('Enter');
    await sample.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain("curl 'http://127.0.0.1:4010");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
