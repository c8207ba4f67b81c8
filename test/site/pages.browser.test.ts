import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../generated/errors.ts';
import { launchBrowser } from '../browser.ts';
import { brokenLinks } from './links.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  'index',
  'recipes',
  'testing',
  'security',
  'reference',
  'errors',
  '404',
  'examples/update-password',
  'examples/remove-password',
];
/** What a long page that repeats itself may lose before its colours are looked at, which takes the longest. */
const REPEATED: Readonly<Record<string, string>> = {
  reference: '.operation:not(#removePassword), .object:not(#Session)',
};
/** The rules of axe whose verdict hangs on colours or on the room there is. */
const BY_LOOKS =
  '{ runOnly: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "bypass", "skip-link"] }';

let site: ServedSite;
let browser: Browser;
/** Where pages are opened that ask for nothing else: a profile takes longer to make than a page to load. */
let profile: BrowserContext;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  profile = await browser.newContext();
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

async function open(path: string, options?: BrowserContextOptions): Promise<Opened> {
  const page = options === undefined ? await profile.newPage() : await browser.newPage(options);
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
    // What is not laid out before it is scrolled to has no size yet.
    await page.locator('.operation, .object').evaluateAll((parts) => {
      for (const part of parts) if (part instanceof HTMLElement) part.style.contentVisibility = 'visible';
    });
    // The rule about the size of targets is off unless it is asked for.
    const violations = (options = '{ rules: { "target-size": { enabled: true } } }'): Promise<unknown> =>
      page.evaluate(
        `axe.run(document, { resultTypes: ['violations'], ...${options} }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.length + " " + nodes[0].html.slice(0, 90)))`,
      );
    const overflows = (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    const repeated = REPEATED[name];
    if (repeated !== undefined) {
      await page.setViewportSize({ width: 390, height: 800 });
      const rules = '{ rules: { "color-contrast": { enabled: false }, "target-size": { enabled: true } } }';
      expect([await violations(rules), await overflows()]).toEqual([[], 0]);
      await page.locator(repeated).evaluateAll((parts) => {
        for (const part of parts) part.remove();
      });
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        // All rules once; then, in the other scheme and width, those that hang on colours or on what is laid out.
        const [isFirst, isLast] = [colorScheme === 'light' && width === 390, colorScheme === 'dark' && width === 1280];
        const found = isFirst ? await violations() : isLast ? await violations(BY_LOOKS) : [];
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
    // Its own profile, as the network of a profile is cut as a whole.
    opened = await open(`examples/${name}-password.html`, {});
    await opened.page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await opened.page.context().setOffline(true);
  });
  afterAll(() => opened.page.close());

  test.each([
    ['works', name === 'update' ? 'Your password is changed.' : 'Your password is removed.'],
    ['wrong', errorCatalogue.form_password_incorrect.longMessage],
    ['locked', errorCatalogue.user_locked.longMessage],
    ['slow', '→ 200'],
    ['down', '→ no answer'],
    ['reverification', 'session_reverification_required'],
    ...(name === 'update'
      ? [
          ['others', 'Signed in on 1 device.'],
          ['short', errorCatalogue.form_password_length_too_short.longMessage],
          ['breached', errorCatalogue.form_password_pwned.longMessage],
        ]
      : []),
    ['none', name === 'update' ? 'Your password is set.' : errorCatalogue.no_password_set.longMessage],
  ])('shows what happens when the situation is %s, with the network cut', async (situation, expected) => {
    const { page, complaints } = opened;
    await page.selectOption('#situation', situation);
    await page.focus('#form button[type=submit]');
    await page.keyboard.press('Enter');
    if (name === 'remove') await page.click('#confirm button[value=yes]');
    if (situation === 'reverification') {
      await page.fill('#proof', 'not it');
      await page.keyboard.press('Enter');
      await page.locator('#proof-error').filter({ hasText: 'The password is not right' }).waitFor();
      await page.fill('#proof', 'current-password-1');
      await page.click('#reverify button[value=yes]');
      await page.locator('.status').filter({ hasText: 'Your password' }).waitFor();
    }
    await page.locator('main#content').filter({ hasText: expected }).waitFor({ timeout: 8_000 });
    // The next situation begins when this one has ended.
    await page.locator('#form[aria-busy=false]').waitFor({ state: 'attached' });
    if (['wrong', 'short', 'breached'].includes(situation)) {
      const field = page.locator('#form [aria-invalid=true]');
      const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1);
      expect(await page.locator(`#${described}`).innerText()).toBe(expected);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    const wire = await page.textContent('#wire');
    expect(wire).not.toMatch(/current-password-1|correct horse|not my password|password123|= short|not it/);
    expect(complaints).toEqual([]);
  });
});

test('a removal is carried out when it was left first and asked for again before the browser told of that', async () => {
  const { page } = await open('examples/remove-password.html');
  await page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
  await page.click('#form button[type=submit]');
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#confirm')?.close();
    document.querySelector<HTMLFormElement>('#form')?.requestSubmit();
  });
  await page.click('#confirm button[value=yes]');
  await page.locator('.status').filter({ hasText: 'Your password is removed.' }).waitFor({ timeout: 10_000 });
  await page.close();
});

describe('by keyboard alone', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.id || element?.textContent?.trim() || element?.getAttribute('name') || '';
    });
  /** Presses Tab until the focus is there; fails where it never gets there. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let count = 0; count < 40; count++) {
      if ((await focused(page)) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}.`);
  }

  test('a password is changed, with the rules ticked, the password shown and hidden, and the dialog left and passed', async () => {
    const { page, complaints } = await open('examples/update-password.html');
    await page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await tabTo(page, 'situation');
    await page.keyboard.type('Too long since');
    await page.keyboard.press('Enter');
    await page.locator('#situation-note').filter({ hasText: 'session_reverification_required' }).waitFor();
    await tabTo(page, 'next');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('short');
    const met = '#rules .met';
    expect(await page.locator(met).allInnerTexts()).toEqual([
      'At most 72 characters',
      'Must not be your e-mail address',
    ]);
    expect(await page.innerText('#rules-met')).toContain('At least 8 characters');
    await page.keyboard.type(' but not so short');
    expect(await page.locator(met).count()).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#next', 'type')).toBe('text');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#next', 'type')).toBe('password');
    await page.keyboard.press('Tab');
    expect(await page.isChecked('[name=sign_out]')).toBe(true);
    await tabTo(page, 'Update password');
    await page.keyboard.press('Enter');
    await page.locator('#reverify[open]').waitFor();
    expect(await focused(page)).toBe('proof');
    await page.keyboard.press('Escape');
    await page.locator('.problem').filter({ hasText: 'Cancelled.' }).waitFor();
    expect(await focused(page)).toBe('Update password');
    await page.keyboard.press('Space');
    await page.locator('#reverify[open]').waitFor();
    await page.keyboard.type('current-password-1');
    await page.keyboard.press('Enter');
    await page.locator('.status').filter({ hasText: 'Your password is changed.' }).waitFor();
    expect(await focused(page)).toBe('Update password');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a password is kept by Escape, and removed after the confirmation', async () => {
    const { page, complaints } = await open('examples/remove-password.html');
    await page.locator('#wire').filter({ hasText: '/v1/client' }).waitFor();
    await tabTo(page, 'current');
    await page.keyboard.press('Enter');
    await page.locator('#confirm[open]').waitFor();
    expect(await focused(page)).toBe('Keep it');
    await page.keyboard.press('Escape');
    await page.locator('#confirm:not([open])').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe('current');
    expect(await page.inputValue('#current')).not.toBe('');
    await tabTo(page, 'Remove password');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Remove it');
    await page.keyboard.press('Enter');
    await page.locator('.status').filter({ hasText: 'Your password is removed.' }).waitFor();
    expect(await focused(page)).toBe('Remove password');
    expect(complaints).toEqual([]);
    await page.close();
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

test('the rules are told in words of the contract', async () => {
  const { page } = await open('examples/update-password.html', { javaScriptEnabled: false });
  const rules = await page
    .locator('[data-rule]')
    .evaluateAll((items) =>
      items.map((item) => [item.getAttribute('data-rule') ?? '', item.textContent ?? ''] as const),
    );
  expect(rules).toHaveLength(3);
  const texts = new Map<string, string>(
    Object.entries(errorCatalogue).map(([code, entry]) => [code, entry.longMessage]),
  );
  for (const [code, text] of rules) expect(texts.get(code)?.toLowerCase()).toContain(text.toLowerCase());
  await page.close();
});

test('password managers find a shown account name and fields of the right kind', async () => {
  const { page } = await open('examples/update-password.html');
  const kinds = await page
    .locator('#form input:visible:not([type=checkbox])')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('autocomplete'), input.getAttribute('type')]));
  expect(kinds).toEqual([
    ['username', 'email'],
    ['current-password', 'password'],
    ['new-password', 'password'],
  ]);
  const kept = await page.evaluate(() => {
    const paste = new ClipboardEvent('paste', { cancelable: true, bubbles: true });
    return document.querySelector('#next')?.dispatchEvent(paste);
  });
  expect(kept).toBe(true);
  await page.close();
});

describe.each(['index', 'examples/update-password', 'examples/remove-password'])('%s', (name) => {
  test('is painted before its scripts come, without a shift, and takes at most 60 kB when compressed', async () => {
    const page = await browser.newPage();
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
      if (!response.url().startsWith(site.url)) return;
      const path = response.url().slice(site.url.length);
      reading.push(response.body().then((body) => sizes.push([path, brotliCompressSync(body).length])));
    });
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.get(globalThis, 'shifts').push(entry.toJSON());
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${site.url}${name}.html`, { waitUntil: 'commit' });
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

test('every link of the pages and of their twins leads to a file and an id of the site', () => {
  const { broken, followed } = brokenLinks(site.folder);
  expect(followed).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
});

test('can be read when scripts are off', async () => {
  const { page } = await open('index.html', { javaScriptEnabled: false });
  for (const name of PAGES) {
    await page.goto(`${site.url}${name}.html`);
    expect((await page.locator('main#content').innerText()).length, name).toBeGreaterThan(40);
  }
  await page.close();
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
