/** How readers find their way: search, menu, outline, previous and next, tabs, Copy, theme, paper, and pages from the disk. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { DOCS, findSite } from '../../src/cli/site.ts';
import { ARCHIVE, packSite } from '../../src/cli/site-archive.ts';
import { createControl } from '../../src/emulator/control/control.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { browseSite } from './browse.ts';

const { open, site, browser } = browseSite();

test('Ctrl+K, Cmd+K and / open the search, and arrow keys and Enter lead to a result', async () => {
  const { page, complaints, outside } = await open('recipes.html');
  const box = page.getByRole('combobox', { name: 'Search the documentation' });
  for (const key of ['Control+k', 'Meta+k', '/']) {
    await page.keyboard.press(key);
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('form_password_not_strong');
  const results = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  const [first, second] = [results.nth(0), results.nth(1)];
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  expect(await second.getAttribute('aria-selected')).toBe('true');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.locator('#form_password_not_strong_enough:target').waitFor();
  expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
  await page.close();
});

test('the search stays open while a composition ends, closes for a result on the same page, and says when it found one thing only', async () => {
  const { page } = await open('recipes.html');
  const box = page.getByRole('combobox', { name: 'Search the documentation' });
  await page.keyboard.press('Control+k');
  await box.fill('reverification');
  const results = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await page.keyboard.press('ArrowDown');
  expect(await results.nth(1).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await results.last().getAttribute('aria-selected')).toBe('true');
  // Enter that takes over what was composed, as Japanese is typed, opens nothing.
  await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
  expect(await box.isVisible()).toBe(true);
  // Opened again, it marks the words, so that others can be typed over them.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('second factor codes');
  expect(await box.inputValue()).toBe('second factor codes');
  const status = page.getByRole('dialog').getByRole('status');
  await box.fill('reverification recipes');
  await page.locator('#search-results a[href*="recipes.html#"]').first().click();
  await box.waitFor({ state: 'hidden' });
  expect(page.url()).toContain('recipes.html#');
  await page.keyboard.press('Control+k');
  await box.fill('nginx location');
  await expect.poll(() => status.textContent()).toBe('1 result');
  // Beside the dialog.
  await page.mouse.click(5, 300);
  await box.waitFor({ state: 'hidden' });
  await page.close();
});

test('the search says so if it cannot be loaded, and opens when it is asked for again', async () => {
  const { page } = await open('index.html', { viewport: { width: 320, height: 640 } });
  await page.route('**/search.js', (route) => route.abort(), { times: 1 });
  await page.keyboard.press('Control+k');
  const retry = page.getByRole('button', { name: 'Retry search: it could not be loaded' });
  await expect.poll(() => retry.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await retry.innerText()).toBe('Retry search');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.keyboard.press('Enter');
  const box = page.getByRole('combobox', { name: 'Search the documentation' });
  await box.waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search', exact: true }).waitFor();
  await page.close();
});

test('on a Mac the search and Copy name its keys', async () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
  const { page } = await open('recipes.html', { userAgent });
  expect(await page.locator('#open-search').innerText()).toContain('⌘ K');
  await page.evaluate(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Press ⌘C' }).waitFor();
  await page.context().close();
});

test('everything works until the page is left if the browser keeps nothing', async () => {
  const { page, complaints } = await open('index.html', {}, async (fresh) => {
    await fresh.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('The quota is used up.', 'QuotaExceededError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: refuse });
      Storage.prototype.setItem = refuse;
    });
  });
  await page.getByLabel('Theme').selectOption('Dark');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.locator('[data-kind=manager] > [data-tab=pnpm] > summary').first().click();
  await page.getByText('pnpm add').first().waitFor();
  await page.keyboard.press('/');
  await page.getByLabel('The key / opens the search').uncheck();
  await page.goto(`${site().url}reference.html`);
  await page.reload();
  await page.getByLabel('Server in the samples').selectOption('A development instance');
  expect(await page.locator('.server').first().textContent()).toBe('https://example.clerk.accounts.dev');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a theme that is chosen in one tab holds in the others', async () => {
  const profile = await browser().newContext();
  const [one, other] = [await profile.newPage(), await profile.newPage()];
  await one.goto(`${site().url}index.html`);
  await other.goto(`${site().url}recipes.html`);
  await one.getByLabel('Theme').selectOption('Dark');
  await other.locator('html[data-theme=dark]').waitFor();
  expect(await other.getByLabel('Theme').inputValue()).toBe('dark');
  await one.locator('[data-kind=manager] > [data-tab=pnpm] > summary').first().click();
  await one.getByLabel('Theme').selectOption('System');
  await other.locator('html:not([data-theme])').waitFor();
  await profile.close();
});

test('the search is loaded when it is opened, says how much it found, and gives the focus back on Escape', async () => {
  const { page } = await open('index.html');
  const loaded = (): Promise<boolean> =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/search.js')));
  expect(await loaded()).toBe(false);
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('combobox', { name: 'Search the documentation' });
  await box.fill('xyzzy');
  expect(await loaded()).toBe(true);
  const status = page.getByRole('dialog').getByRole('status');
  expect(await status.textContent()).toContain('No results for “xyzzy”');
  await box.fill('no_password_set');
  expect(await status.textContent()).toMatch(/^\d+ results?$/);
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.close();
});

test('Ctrl+Enter opens a result in a new tab, and the search stays', async () => {
  const { page } = await open('recipes.html', {});
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the documentation' }).fill('no_password_set');
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await opened).url()).toContain('errors.html#no_password_set');
  expect(page.url()).toMatch(/recipes\.html$/);
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await page.context().close();
});

test('the key / opens the search again at once after it was closed', async () => {
  const { page } = await open('recipes.html');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search the documentation' }).waitFor();
  // Without a moment in between, in which the browser takes the focus from the field.
  const isOpen = await page.evaluate(() => {
    const dialog = document.querySelector('dialog');
    dialog?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    return dialog?.open;
  });
  expect(isOpen).toBe(true);
  await page.close();
});

test('the key / types into a field, and opens nothing once that is switched off', async () => {
  const { page } = await open('errors.html');
  const filter = page.getByLabel('Search the codes');
  await filter.focus();
  await page.keyboard.press('/');
  expect(await filter.inputValue()).toBe('/');
  await page.keyboard.press('Control+k');
  await page.getByLabel('The key / opens the search').uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByLabel('The key / opens the search').check();
  await page.close();
});

test('the outline marks what is being read, and the last section at the end of the page', async () => {
  const { page } = await open('recipes.html#reverification');
  const marked = page.locator('.outline [aria-current]');
  await expect.poll(() => marked.textContent()).toBe('Reverification');
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await expect.poll(() => marked.textContent()).toBe(await page.locator('.outline a').last().textContent());
  await page.evaluate('scrollTo(0, 0)');
  await expect.poll(() => marked.count()).toBe(0);
  await page.close();
});

test('the theme that was chosen holds on the next page from its first paint, and System forgets it', async () => {
  const { page } = await open('index.html');
  const background = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await page.getByLabel('Theme').selectOption('Dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${site().url}security.html`);
  expect(await background()).toBe(dark);
  await page.unroute('**/*.js');
  await page.reload();
  await page.getByLabel('Theme').selectOption('System');
  await page.reload();
  expect(await background()).toBe(light);
  await page.close();
});

test('a page that the Back button shows as it was left takes the theme and the tab that were chosen since', async () => {
  const { page } = await open('index.html', {});
  // What a browser does that keeps the page: it runs no script again, and says so. This one keeps none for a test.
  await page.evaluate(() => {
    localStorage.setItem('user-password-api.theme', 'dark');
    localStorage.setItem('user-password-api.tab.manager', 'pnpm');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('dark');
  await page.getByText('pnpm add').first().waitFor();
  await page.context().close();
});

test('code is copied without a clipboard too, and then is marked, with the keys to press, if nothing helps', async () => {
  const { page } = await open('index.html', {}, async (fresh) => {
    await fresh.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));
  });
  const sample = page.locator('.sample', { hasText: 'first-call.mjs' });
  const copied = page.evaluate(
    () => new Promise((resolve) => addEventListener('copy', () => resolve(String(getSelection())), { once: true })),
  );
  await sample.getByRole('button', { name: 'Copy' }).click();
  expect(await copied).toContain("import { Clerk } from 'user-password-api';");
  await sample.getByRole('button', { name: 'Copied' }).waitFor();
  await page.evaluate('document.execCommand = () => false');
  await sample.getByRole('button').click();
  await sample.getByRole('button', { name: 'Press' }).waitFor();
  expect(await page.evaluate('String(getSelection())')).toContain('new Clerk(');
  await page.close();
});

test('a tab that was chosen is open in every set of its kind, on the next page too, and what was clicked stays in place', async () => {
  const { page } = await open('index.html');
  const open_ = page.locator('[data-kind=caller] > details[open]');
  const chosen = (): Promise<(string | null)[]> =>
    open_.evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-tab')));
  expect(new Set(await chosen())).toEqual(new Set(['SDK']));
  const tab = page.locator('[data-kind=caller]').last().locator('> [data-tab=curl] > summary');
  await tab.scrollIntoViewIfNeeded();
  const top = (await tab.boundingBox())?.y ?? Number.NaN;
  await tab.click();
  await expect.poll(async () => new Set(await chosen())).toEqual(new Set(['curl']));
  await expect.poll(async () => (await tab.boundingBox())?.y).toBeCloseTo(top, 0);
  // The tab that is open stays open, which a keyboard can press too.
  await page.keyboard.press('Enter');
  expect(new Set(await chosen())).toEqual(new Set(['curl']));
  await page.goto(`${site().url}reference.html`);
  expect(new Set(await chosen())).toEqual(new Set(['curl']));
  await page.evaluate('localStorage.clear()');
  await page.close();
});

test('paper shows what is folded', async () => {
  const { page } = await open('index.html');
  const closed = page.locator('[data-kind=manager] > details:not([open])').first();
  expect(await closed.locator('pre').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => closed.locator('pre').evaluate((code) => code.getBoundingClientRect().height))
    .toBeGreaterThan(10);
  await page.close();
});

test('search, Copy and theme work on a page from the disk, which says how to serve it', async () => {
  const page = await browser().newPage();
  const complaints: string[] = [];
  page.on('console', (said) => void (said.type() === 'error' && complaints.push(said.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  await page.goto(pathToFileURL(`${site().folder}/index.html`).href);
  expect(await page.locator('main').textContent()).toContain('npm run docs -- --serve');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  await page.getByLabel('Theme').selectOption('Dark');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the documentation' }).fill('no_password_set');
  await page.keyboard.press('Enter');
  await page.locator('#no_password_set:target').waitFor();
  expect(complaints).toEqual([]);
  await page.goto(pathToFileURL(`${site().folder}/examples/update-password.html`).href);
  expect(await page.locator('main').textContent()).toContain('where browsers do not run its form');
  await page.close();
});

test('on a phone the menu opens without scripts, and a page is not blank when its language runs from right to left', async () => {
  const { page } = await open('index.html', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const link = page.getByRole('link', { name: 'Error catalogue' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await link.click();
  await page.locator('h1', { hasText: 'Error catalogue' }).waitFor();
  await page.close();
  const { page: arabic } = await open('index.html');
  await arabic.evaluate('document.documentElement.dir = "rtl"');
  expect(await arabic.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  const box = await arabic.locator('h1').boundingBox();
  expect(box?.x).toBeGreaterThan(0);
  await arabic.close();
});

test('an operation is tried on an emulator in the page: as the state gives it, as another user, and as an error that is asked for', async () => {
  const { page, complaints, outside } = await open('reference.html');
  const form = page.locator('#removePassword .try form');
  await page.locator('#removePassword .try > summary').click();
  const result = form.getByRole('status');
  const send = async (): Promise<string> => {
    await form.getByRole('button', { name: 'Send' }).click();
    await result.locator('pre').waitFor();
    return (await result.locator('p').allTextContents()).join(' ');
  };
  const matches = '✓ The response matches the contract.';
  expect(await send()).toBe(`200  ${matches}`);
  expect(JSON.parse((await result.locator('pre').textContent()) ?? '')).toMatchObject({
    response: { password_enabled: false },
  });
  await form.getByLabel('User').selectOption({ label: 'no-password@example.com' });
  await result.evaluate((element) => element.replaceChildren());
  expect(await send()).toBe(`400 no_password_set ${matches}`);
  await form.getByLabel('Situation').selectOption('429 too_many_requests');
  await result.evaluate((element) => element.replaceChildren());
  expect(await send()).toBe(`429 too_many_requests ${matches}`);
  await form.getByRole('button', { name: 'Reset emulator' }).click();
  await result.getByText('has its first users').waitFor();
  await form.getByLabel('Situation').selectOption('What the emulator’s state gives');
  await form.getByLabel('User').selectOption('user@example.com');
  expect(await send()).toBe(`200  ${matches}`);
  // An operation with the session in its path.
  const other = page.locator('#startSessionVerification .try');
  await other.locator('summary').click();
  await other.getByRole('button', { name: 'Send' }).click();
  await other.getByText(matches).waitFor();
  expect(await other.locator('pre').textContent()).toContain('"status": "needs_first_factor"');
  // What can be left out says what it takes.
  expect(await page.locator('#changePassword').getByPlaceholder('true or false').count()).toBe(1);
  await form.getByLabel('Situation').selectOption('429 too_many_requests');
  await result.evaluate((element) => element.replaceChildren());
  await send();
  await result.getByRole('link', { name: 'too_many_requests' }).click();
  await page.locator('#too_many_requests:target').waitFor();
  expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
  await page.close();
});

/** An emulator that serves the site under /docs/, as an installed package does. */
async function serveDocs() {
  const root = await mkdtemp(join(tmpdir(), 'docs-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'dist'));
  await copyFile(join(site().folder, 'assets/validators.js'), join(root, 'dist/validators.js'));
  await writeFile(
    join(root, 'dist', ARCHIVE),
    packSite(site().folder, (name) => name === 'assets/validators.js'),
  );
  const emulator = createEmulator();
  const control = createControl(emulator);
  const server = await serve(findSite(root, () => undefined)?.before(control, () => emulator.settings) ?? control);
  onTestFinished(() => server.close());
  return { emulator, url: server.url };
}

test('an operation is tried on the emulator that serves the page: its state changes, for the chosen user, and a reset restores it', async () => {
  const { emulator, url } = await serveDocs();
  const { page, complaints } = await open('404.html');
  await page.goto(`${url}${DOCS}reference.html#changePassword`);
  const form = page.locator('#changePassword .try form');
  await page.locator('#changePassword .try > summary').click();
  await form.getByLabel('Emulator', { exact: true }).selectOption('The one that serves this page');
  const result = form.getByRole('status');
  const send = async (): Promise<string> => {
    await result.evaluate((element) => element.replaceChildren());
    await form.getByRole('button', { name: 'Send' }).click();
    await result.locator('pre').waitFor();
    return (await result.locator('p').allTextContents()).join(' ');
  };
  const matches = '✓ The response matches the contract.';
  expect(await send()).toBe(`200  ${matches}`);
  expect(emulator.outbox).toMatchObject([{ kind: 'password_changed', to: 'user@example.com' }]);
  expect(await send()).toBe(`422 form_password_incorrect ${matches}`);
  await form.getByLabel('User').selectOption('Nobody is signed in');
  expect(await send()).toMatch(/^401 \w+ ✓/);
  await form.getByLabel('Situation').selectOption('403 user_locked');
  expect(await send()).toBe(`403 user_locked ${matches}`);
  expect(emulator.requests.map(({ operation, status }) => `${operation} ${status}`)).toEqual(
    [200, 422, 401, 403].map((status) => `changePassword ${status}`),
  );
  await form.getByRole('button', { name: 'Reset emulator' }).click();
  await result.getByText('has its first users').waitFor();
  expect(emulator.requests).toEqual([]);

  // Responses that no emulator of the package has: of another version, or of a proxy in between.
  for (const [status, body, words] of [
    [418, '{}', 'The contract does not list status 418 for this operation.'],
    [200, '{ "response": {} }', '✗ The response does not match the contract: /response'],
    [502, '<h1>Bad gateway</h1>', 'No response: '],
  ] as const) {
    await page.route('**/v1/me/**', (route) => route.fulfill({ status, body }), { times: 1 });
    await form.getByRole('button', { name: 'Send' }).click();
    await result.getByText(words).waitFor();
  }
  await page.route(/v1\/me|__emulator/, (route) => route.abort());
  await form.getByRole('button', { name: 'Send' }).click();
  await result.getByText('No response: Failed to fetch').waitFor();
  await form.getByRole('button', { name: 'Reset emulator' }).click();
  await result.getByText('Not reset: Failed to fetch').waitFor();
  // A status in the console is the browser's own word on a failed request.
  expect(complaints.filter((said) => !/^Failed to load resource: /.test(said))).toEqual([]);
  await page.close();
});

test('the reference shows the fields of an object in place, folds JSON without changing what is copied, and switches servers', async () => {
  const { page } = await open('reference.html');
  const row = page.locator('[id="changePassword-200-response"]');
  const button = row.getByRole('button', { name: 'Fields of User' }).first();
  await button.click();
  await row.locator('.copied').getByText('password_enabled', { exact: true }).waitFor();
  await button.click();
  expect(await row.locator('.copied').count()).toBe(0);
  const sample = page.locator('#changePassword .examples pre').first();
  const text = await sample.textContent();
  const twist = sample.locator('.twist').first();
  const height = async (): Promise<number> => (await sample.locator('code').boundingBox())?.height ?? 0;
  const before = await height();
  await twist.click();
  expect(await height()).toBeLessThan(before);
  expect(await twist.getAttribute('aria-expanded')).toBe('false');
  expect(await sample.textContent()).toBe(text);
  await page.getByLabel('Server in the samples').selectOption('A development instance');
  const curl = page.locator('#removePassword [data-tab=curl] pre');
  expect(await curl.textContent()).toContain("'https://example.clerk.accounts.dev/v1/me/remove_password");
  await page.reload();
  expect(await curl.textContent()).toContain("'https://example.clerk.accounts.dev/v1/me/remove_password");
  await page.evaluate('localStorage.clear()');
  await page.close();
});

test('a long menu shows the page that is open, and a link to a row shows the row below the header', async () => {
  const { page } = await open('hosting.html');
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(`${site().url}hosting.html`);
  const current = page.getByRole('navigation').locator('[aria-current=page]');
  const { y = 0, height = 0 } = (await current.boundingBox()) ?? {};
  expect(y + height).toBeLessThanOrEqual(500);
  await page.goto(`${site().url}sdk.html#clerk-mountsignin`);
  const row = page.getByRole('row', { name: 'mountSignIn', exact: false }).and(page.locator(':target'));
  const header = await page.getByRole('banner').boundingBox();
  expect((await row.boundingBox())?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  await page.close();
});

test('the outline marks the error code that the address names, and leads to its whole entry', async () => {
  const { page } = await open('errors.html#form_password_pwned', { viewport: { width: 1280, height: 800 } });
  const outline = page.getByRole('navigation', { name: 'On this page' });
  const marked = outline.locator('[aria-current]');
  await expect.poll(() => marked.allTextContents()).toEqual(['form_password_pwned']);
  await outline.getByRole('link', { name: 'host_invalid' }).click();
  await page.locator('section#host_invalid:target').waitFor();
  await expect.poll(() => marked.allTextContents()).toEqual(['host_invalid']);
  await page.close();
});

test('the outline marks what was chosen in it, also if the page is too short for that to reach the top', async () => {
  const { page } = await open('hosting.html', { viewport: { width: 1920, height: 1080 } });
  const marked = page.locator('.outline [aria-current]');
  for (const name of ['nginx', 'Netlify']) {
    await page.locator('.outline').getByRole('link', { name }).click();
    await expect.poll(() => marked.textContent()).toBe(name);
  }
  await page.close();
});

test('Ctrl and the key of K open the search on a keyboard with other letters', async () => {
  const { page } = await open('recipes.html');
  await page.evaluate(() => {
    const pressed = { code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
    // A key of that place that types another Latin letter, as on Dvorak, is no K.
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', ...pressed }));
  });
  expect(await page.locator('script[src$="search.js"]').count()).toBe(0);
  await page.evaluate(() => {
    const pressed = { code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'л', ...pressed }));
  });
  await page.getByRole('combobox', { name: 'Search the documentation' }).waitFor();
  await page.close();
});

test('the search shows a whole result on a page that is zoomed to 400 %', async () => {
  const { page } = await open('recipes.html', { viewport: { width: 320, height: 256 } });
  await page.keyboard.press('Control+k');
  await page.locator('#search-box').fill('locked');
  await page.locator('#search-results a').first().waitFor();
  const [box, dialog] = await Promise.all(
    ['#search-results a >> nth=0', '#search'].map((selector) => page.locator(selector).boundingBox()),
  );
  const bottom = (box?.y ?? 0) + (box?.height ?? 999);
  expect(bottom).toBeLessThanOrEqual(Math.min(256, (dialog?.y ?? 0) + (dialog?.height ?? 0)));
  await page.close();
});

test('the page below an open menu of a phone does not scroll', async () => {
  const { page } = await open('recipes.html', { viewport: { width: 390, height: 844 } });
  const overflow = (): Promise<string> => page.evaluate('getComputedStyle(document.documentElement).overflowY');
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await overflow()).toBe('hidden');
  await page.keyboard.press('Escape');
  expect(await overflow()).toBe('visible');
  // The outline is one too: it has marked what is read, and closes for what is chosen in it.
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  const outline = page.getByRole('navigation', { name: 'On this page' });
  await expect.poll(() => page.locator('.outline [aria-current]').count()).toBe(1);
  await page.evaluate('scrollTo(0, 0)');
  await page.getByRole('button', { name: 'On this page' }).click();
  await outline.getByRole('link', { name: 'Reverification' }).click();
  await page.locator('#reverification:target').waitFor();
  await outline.waitFor({ state: 'hidden' });
  await page.close();
});

test('the Back button leads to where the reader left the reference', async () => {
  const { page } = await open('reference.html');
  const link = page.locator('#getUser a[href^="errors.html"]').first();
  await link.scrollIntoViewIfNeeded();
  const y = async (): Promise<number> => (await link.boundingBox())?.y ?? -999;
  await expect.poll(y).toBeGreaterThan(0);
  const before = await y();
  await link.click();
  await page.locator('.code:target').waitFor();
  await page.goBack();
  await expect.poll(async () => Math.abs((await y()) - before)).toBeLessThan(5);
  await page.close();
});

test('the keyboard stops at nothing that does not scroll', async () => {
  const { page } = await open('index.html');
  for (const name of ['index', 'sdk', 'react', 'errors']) {
    await page.goto(`${site().url}${name}.html`);
    expect([name, await page.locator('main [tabindex="0"]').count()]).toEqual([name, 0]);
  }
  await page.close();
});

test('an address that was cut off inside a letter breaks nothing', async () => {
  const { page, complaints } = await open('errors.html#%E4%B');
  await page.getByLabel('Search the codes').fill('locked');
  await page.locator('#count', { hasText: ' of ' }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test('the response of an operation that was tried can be copied', async () => {
  const { page } = await open('reference.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  const tried = page.locator('#getUser .try');
  await tried.locator('summary').click();
  await tried.getByRole('button', { name: 'Send' }).click();
  await tried.getByRole('button', { name: 'Copy' }).click();
  await tried.getByRole('button', { name: 'Copied' }).waitFor();
  expect(JSON.parse(await page.evaluate('navigator.clipboard.readText()'))).toHaveProperty('response.object', 'user');
  await page.close();
});
