import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { errorCatalogue } from '../../generated/errors.ts';
import { pageFiles } from '../../src/cli/page.ts';
import { createControl } from '../../src/emulator/control/control.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { LOOKS, lookAt, overflows } from '../axe.ts';
import { connectBrowser } from '../browser.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const TABS = ['Users', 'Force', 'Settings', 'Outbox', 'Connect'];
const LONG = `${'a-very-long-address-'.repeat(3)}@${'sub-domain-of-a-company.'.repeat(7)}example`;

const emulator = createEmulator();
let server: RunningServer;
let browser: Browser;
/** Where the page is opened, each time anew, in tests that need no tab of their own: a tab takes longer to make than the page to load. */
let oneTab: Page;
beforeAll(async () => {
  server = await serve(createControl(emulator, { page: pageFiles(true) }));
  browser = await connectBrowser(inject('browserEndpoint'));
  oneTab = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => emulator.reset());

/** The page, with what its console said against it. */
async function open(
  tab = 'users',
  { viewport = DESKTOP }: { readonly viewport?: typeof DESKTOP } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = oneTab;
  page.removeAllListeners();
  // Away from the page before: an address that differs in its hash alone is no new page.
  await page.goto('about:blank');
  await page.setViewportSize(viewport);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.url}/#${tab}`);
  await page.locator('#requests > li').first().waitFor();
  return { page, complaints };
}

/** Sends a request for `changePassword` with passwords that no page may show. */
const send = (to: Emulator = emulator) =>
  to.fetch('http://localhost/v1/me/change_password?__clerk_db_jwt=dvb_local', {
    method: 'POST',
    body: new URLSearchParams({ current_password: 'wrong-canary', new_password: 'canary-canary' }),
  });

function addUsers(count: number, to: Emulator = emulator): void {
  for (let index = 1; index <= count; index++) {
    to.users.create({ email: `user-${index}@example.org`, password: 'current-password-1' });
  }
}

/** Whether all of an element can be seen without scrolling. */
async function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const { top, bottom, left, right, height } = one.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  });
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
/** Where the page says what has become of an action in that part. */
const said = (page: Page, part: string) => page.locator(part).getByRole('status');

describe('the page of the emulator', () => {
  test('stays under two screens of height with 500 users, and the form that forces is in view with one click', async () => {
    addUsers(500);
    for (const viewport of [DESKTOP, PHONE]) {
      const { page } = await open('users', { viewport });
      await page.getByText('1 to 10 of 503 users').waitFor();
      expect(await heightOf(page)).toBeLessThan(2 * viewport.height);
      await tab(page, 'Force');
      const operation = page.getByRole('combobox', { name: 'Operation' });
      await operation.waitFor();
      expect(await isInView(operation)).toBe(true);
    }
  });

  test('begins at its top with any tab in the address, and shows the whole log without scrolling', async () => {
    addUsers(20);
    for (const [index, width] of [1600, 1280, 1190, 1170, 1000, 850].entries()) {
      const viewport = { width, height: 760 };
      const { page } = await open(TABS[index % TABS.length]?.toLowerCase(), { viewport });
      await page.waitForLoadState();
      expect([width, await page.evaluate(() => scrollY)]).toEqual([width, 0]);
      const { y = 0, height = 0 } = (await page.locator('#log').boundingBox()) ?? {};
      expect([width, y + height <= viewport.height]).toEqual([width, true]);
    }
  });

  test('keeps the log in view when the rest is scrolled to its end', async () => {
    await send();
    for (const viewport of [DESKTOP, PHONE]) {
      const { page } = await open('settings', { viewport });
      await page.getByLabel('Frontend API').focus();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
      expect(await isInView(page.locator('#requests > li').first())).toBe(true);
      expect(await isInView(page.getByLabel('Filter requests'))).toBe(true);
    }
  });

  test('shows a request with its fields and what its error code means, and forces it again', async () => {
    const { page, complaints } = await open();
    await send();
    const row = page.locator('#requests > li').first();
    await row.getByText('/v1/me/change_password').click();
    await row.getByText('new_password = [redacted]').waitFor();
    await row.getByText(errorCatalogue.form_password_incorrect.summary).waitFor();
    await row.getByText('"code": "form_password_incorrect"').waitFor();
    await row.getByRole('button', { name: /^Force this again: form_password_incorrect/ }).click();
    const words = row
      .getByRole('status')
      .filter({ hasText: 'The next changePassword request gets form_password_incorrect.' });
    await words.waitFor();
    expect(await isInView(words)).toBe(true);
    expect(emulator.forced).toMatchObject([
      { operation: 'changePassword', answer: { code: 'form_password_incorrect' } },
    ]);
    expect(await page.locator('body').innerText()).not.toContain('canary');
    await row.getByRole('button', { name: /^Force another response/ }).click();
    await page.getByText('changePassword code=form_password_incorrect').waitFor();
    expect(
      await page.getByRole('combobox', { name: 'Response' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('filters the log by text and status, and clears it', async () => {
    await send();
    await emulator.fetch('http://localhost/v1/client?__clerk_db_jwt=dvb_local');
    const { page } = await open();
    const rows = page.locator('#requests summary');
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByLabel('Status').selectOption('Errors');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('change_password')]);
    await page.getByLabel('Status').selectOption('All statuses');
    await page.getByLabel('Filter requests').fill('v1/client');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('/v1/client')]);
    await page.getByLabel('Filter requests').fill('nothing like this');
    await page.getByText('No request matches the filter.').waitFor();
    await page.getByLabel('Filter requests').fill('');
    await page.getByRole('button', { name: 'Clear' }).click();
    await said(page, '#log').filter({ hasText: 'The log is empty.' }).waitFor();
    expect(emulator.requests).toEqual([]);
    await page.getByText('No requests yet.').waitFor();
    await send();
    await rows.first().waitFor();
  });

  test('keeps a request unfolded while new ones come', async () => {
    await send();
    const { page } = await open();
    await page.locator('#requests summary').first().click();
    await emulator.fetch('http://localhost/v1/client?__clerk_db_jwt=dvb_local');
    await expect.poll(() => page.locator('#requests summary').count()).toBe(2);
    expect(await page.locator('#requests details[open]').count()).toBe(1);
    expect(await page.locator('#requests > li').nth(1).locator('details').getAttribute('open')).not.toBeNull();
  });

  test('goes on by itself after the emulator has restarted, with fewer requests or with more', async () => {
    for (const later of [1, 5]) {
      const before = createEmulator();
      let running = await serve(createControl(before, { page: pageFiles() }));
      const { port } = new URL(running.url);
      for (const _ of Array(3)) await send(before);
      const page = await browser.newPage({ viewport: DESKTOP });
      await page.goto(running.url);
      const rows = page.locator('#requests summary');
      await expect.poll(() => rows.count()).toBe(3);
      await running.close();
      await page.getByText('The emulator does not respond.').waitFor();
      expect(await isInView(page.locator('#offline'))).toBe(true);
      const after = createEmulator();
      running = await serve(createControl(after, { page: pageFiles() }), { port: Number(port) });
      for (const _ of Array(later)) await after.fetch('http://localhost/v1/client?__clerk_db_jwt=dvb_local');
      await rows.filter({ hasText: '/v1/client' }).first().waitFor();
      expect(await rows.allInnerTexts()).toHaveLength(later);
      await expect.poll(() => page.locator('#offline').innerText()).toBe('');
      await page.close();
      await running.close();
    }
  });

  test('finds a user by search, turns pages, and keeps long addresses inside the page', async () => {
    addUsers(30);
    emulator.users.create({ email: LONG });
    for (const viewport of [DESKTOP, PHONE]) {
      const { page } = await open('users', { viewport });
      const names = page.locator('#user-list summary');
      await page.getByText('1 to 10 of 34 users').waitFor();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText('11 to 20 of 34 users').waitFor();
      expect(await names.first().innerText()).toContain('user-8@example.org');
      await page.getByRole('button', { name: 'Previous' }).click();
      await page.getByText('1 to 10 of 34 users').waitFor();
      await page.getByLabel('Search users').fill('very-long');
      await expect.poll(() => names.count()).toBe(1);
      await names.first().click();
      await page.locator('#user-list dd').getByText(LONG).waitFor();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    }
  });

  test('signs a user in, ends the session and sets a password, and says so in view beside the button', async () => {
    addUsers(100);
    const { page, complaints } = await open();
    await page.getByLabel('Search users').fill('user-77@');
    await page.locator('#user-list summary').click();
    await page.getByRole('button', { name: 'Sign in: user-77@example.org' }).click();
    const words = said(page, '#user-list');
    await words.filter({ hasText: 'Signed in' }).waitFor();
    expect(await isInView(words)).toBe(true);
    expect(emulator.users.sessions('user-77@example.org')).toHaveLength(1);
    await page.getByRole('button', { name: /^End session/ }).click();
    await words.filter({ hasText: 'The session has ended.' }).waitFor();
    expect(emulator.users.sessions('user-77@example.org')).toEqual([]);
    await page.getByRole('button', { name: 'Remove password: user-77@example.org' }).click();
    await words.filter({ hasText: 'has no password now' }).waitFor();
    await page.getByLabel('New password').fill('brand-new-password');
    await page.keyboard.press('Enter');
    await words.filter({ hasText: 'has a new password' }).waitFor();
    expect(emulator.users.get('user-77@example.org')).toMatchObject({ hasPassword: true });
    expect(complaints).toEqual([]);
  });

  test('keeps the focus in the field that somebody types in when a button before it goes', async () => {
    addUsers(10);
    const { page } = await open();
    await page.getByLabel('Search users').fill('user-7@');
    await page.locator('#user-list summary').click();
    const field = page.getByLabel('New password');
    await field.fill('typed ');
    emulator.users.update('user-7@example.org', { password: null });
    await page.getByRole('button', { name: 'Remove password' }).waitFor({ state: 'detached' });
    await page.keyboard.type('further');
    expect(await field.inputValue()).toBe('typed further');
  });

  /** Holds the next change of a user until told, so that a row can be drawn anew while it is under way. */
  async function holdChange(page: Page, refusal?: string): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(
      '**/__emulator/users/*',
      async (route) => {
        await released;
        await (refusal === undefined
          ? route.continue()
          : route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify({ error: refusal }) }));
      },
      { times: 1 },
    );
    return () => release();
  }

  test('says what became of an action, and loses nothing typed, if the row is drawn anew while it is under way', async () => {
    addUsers(10);
    const { page } = await open();
    await page.getByLabel('Search users').fill('user-7@');
    await page.locator('#user-list summary').click();
    const field = page.getByLabel('New password');
    const words = said(page, '#user-list');
    const drawnAnew = async (firstName: string) => {
      emulator.users.update('user-7@example.org', { firstName });
      await page.locator('#user-list dd').filter({ hasText: firstName }).waitFor();
    };

    let release = await holdChange(page);
    await field.fill('brand-new-password');
    await page.keyboard.press('Enter');
    await drawnAnew('Grace');
    release();
    await words.filter({ hasText: 'has a new password' }).waitFor();

    release = await holdChange(page, 'The password is not good enough.');
    await field.fill('refused-password');
    await page.keyboard.press('Enter');
    await drawnAnew('Ada');
    release();
    await words.filter({ hasText: 'not good enough' }).waitFor();
    expect(await field.inputValue()).toBe('refused-password');

    release = await holdChange(page);
    await page.getByRole('button', { name: 'Remove password' }).click();
    emulator.users.update('user-7@example.org', { password: null });
    await page.getByRole('button', { name: 'Remove password' }).waitFor({ state: 'detached' });
    release();
    await words.filter({ hasText: 'has no password now' }).waitFor();

    release = await holdChange(page);
    await page.getByRole('button', { name: /^Lock/ }).click();
    emulator.users.delete('user-7@example.org');
    await page.locator('#user-list').getByText('No user matches the search.').waitFor();
    release();
    await page.locator('#users-panel > .said.bad').filter({ hasText: 'user' }).waitFor();
  });

  test('adds a user and shows them, or says beside the form why not', async () => {
    addUsers(30);
    const { page } = await open();
    const tops = (selector: string) =>
      page.locator(selector).evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);
    expect([await tops('#add-user label'), await tops('#add-user input')]).toEqual([1, 1]);
    await page.getByLabel('Email').fill('user@example.com');
    await page.keyboard.press('Enter');
    const words = said(page, '#add-user');
    await words
      .getByText('There is a user user@example.com already.')
      .or(words)
      .filter({ hasText: 'already' })
      .waitFor();
    expect(await isInView(words)).toBe(true);
    await page.getByLabel('Email').fill('ada@example.org');
    await page.keyboard.press('Enter');
    await words.filter({ hasText: 'ada@example.org is added.' }).waitFor();
    await page.locator('#user-list summary', { hasText: 'ada@example.org' }).waitFor();
    expect(emulator.users.get('ada@example.org')).toMatchObject({ hasPassword: false });
  });

  test('asks before it deletes a user, and before it resets', async () => {
    const { page } = await open();
    const dialog = page.getByRole('dialog');
    await page.locator('#user-list summary', { hasText: 'locked@example.com' }).click();
    const button = page.getByRole('button', { name: 'Delete: locked@example.com' });
    await button.click();
    await dialog.getByText('locked@example.com').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(emulator.users.list()).toHaveLength(3);
    await button.click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    const words = said(page, '#users-panel').filter({ hasText: 'locked@example.com is deleted.' });
    await words.waitFor();
    expect(await isInView(words)).toBe(true);
    await expect.poll(() => page.locator('#user-list summary').count()).toBe(2);
    expect(emulator.users.list()).toHaveLength(2);
    // Focus is on the row that took its place, not lost.
    expect(
      await page
        .locator('#user-list summary')
        .nth(1)
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);

    await page.getByRole('button', { name: 'Reset' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(emulator.users.list()).toHaveLength(2);
    await page.getByRole('button', { name: 'Reset' }).click();
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await said(page, 'header').filter({ hasText: 'Reset to seed data.' }).waitFor();
    expect(emulator.users.list()).toHaveLength(3);
  });

  test('says at its field, in view, what is wrong with a setting, keeps what was typed, and saves the corrected one', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      emulator.reset();
      const { page } = await open('settings', { viewport });
      const field = page.getByLabel('Minimum length');
      const lockout = page.getByRole('spinbutton', { name: 'Lock after', exact: true });
      await expect.poll(() => field.inputValue()).toBe('8');
      await field.fill('80');
      await lockout.fill('5');
      await page.getByRole('button', { name: 'Save settings' }).click();
      const words = page.locator('#setting-password-minLength-said');
      await words.filter({ hasText: 'Minimum length has to be a whole number from 8 to 72.' }).waitFor();
      expect(await isInView(words)).toBe(true);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(emulator.settings.lockout.attempts).toBe(100);
      // What is typed stays while the page looks again.
      await page.waitForResponse((response) => response.url().endsWith('/settings'));
      expect(await lockout.inputValue()).toBe('5');
      await field.fill('12');
      await page.keyboard.press('Enter');
      const done = said(page, '.save').filter({ hasText: 'The settings are saved.' });
      await done.waitFor();
      expect(await isInView(done)).toBe(true);
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      expect(emulator.settings).toMatchObject({ password: { minLength: 12 }, lockout: { attempts: 5, seconds: 3600 } });
    }
  });

  test('saves flags, empty limits and lists, and shows a setting that is changed elsewhere', async () => {
    const { page } = await open('settings');
    await page.getByLabel('Require reverification').check();
    await page.getByLabel('Unlock after').fill('');
    await page.getByLabel('Allowed origins').fill('https://one.example\nhttps://two.example');
    await page.getByLabel('Rate limit: requests').fill('3');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page
      .locator('#settings-form .bad')
      .filter({ hasText: /Rate limit|rateLimit/ })
      .waitFor();
    await page.getByLabel('Rate limit: period').fill('60');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await said(page, '.save').filter({ hasText: 'The settings are saved.' }).waitFor();
    expect(emulator.settings).toMatchObject({
      reverification: true,
      lockout: { attempts: 100, seconds: null },
      rateLimit: { requests: 3, seconds: 60 },
      allowedOrigins: ['https://one.example', 'https://two.example'],
    });
    emulator.configure({ password: { minStrength: 3 } });
    await expect.poll(() => page.getByLabel('Minimum strength').inputValue()).toBe('3');
  });

  test('offers the responses that the contract has for an operation, says what each means, and forces it', async () => {
    const { page } = await open('force');
    const offered = async (operation: string) => {
      await page.getByRole('combobox', { name: 'Operation' }).selectOption(operation);
      return page
        .locator('#force-form option[value^="code:"]')
        .evaluateAll((all) => all.map((one) => one.textContent).sort());
    };
    const inContract = (operation: string) =>
      Object.entries(errorCatalogue)
        .filter(([, { places }]) => places.some((place) => place.operation === operation))
        .map(([code]) => code)
        .sort();
    await page.locator('#force-form option[value^="code:"]').first().waitFor({ state: 'attached' });
    expect(await offered('createDevBrowser')).toEqual(inContract('createDevBrowser'));
    expect(await offered('changePassword')).toEqual(inContract('changePassword'));
    expect(await offered('createDevBrowser')).not.toContain('form_password_pwned');
    await offered('changePassword');
    const response = page.getByRole('combobox', { name: 'Response' });
    await response.selectOption('form_password_pwned');
    await page.locator('#meaning').getByText(errorCatalogue.form_password_pwned.longMessage).waitFor();
    await page.getByLabel('Requests 1 to').fill('0');
    await page.getByRole('button', { name: 'Force response' }).click();
    const words = said(page, '#force-form');
    await words.filter({ hasText: 'Requests has to be a whole number from 1 to 1,000,000.' }).waitFor();
    expect(await isInView(words)).toBe(true);
    await page.getByLabel('Requests 1 to').fill('1');
    await page.getByRole('button', { name: 'Force response' }).click();
    await words.filter({ hasText: 'The next changePassword request will get it.' }).waitFor();
    const answer = await send();
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'form_password_pwned' }] });
    await page.getByText('No forced responses. Requests get normal responses.').waitFor();
    await response.selectOption('502, a page of HTML');
    await page.getByRole('button', { name: 'Force response' }).click();
    await expect.poll(() => emulator.forced.length).toBe(1);
    expect((await send()).status).toBe(502);
  });

  test('cancels one forced response, and the others wait on', async () => {
    emulator.force('changePassword', { code: 'form_password_pwned' });
    emulator.force('changePassword', { latency: 1 });
    emulator.force('*', { status: 500 });
    const { page } = await open('force');
    await page.getByRole('button', { name: /^Cancel latency=1 for changePassword/ }).click();
    await said(page, '#force-form').filter({ hasText: 'Canceled: latency=1 for changePassword.' }).waitFor();
    await expect.poll(() => page.locator('#forced > li').count()).toBe(2);
    expect(emulator.forced).toMatchObject([{ answer: { code: 'form_password_pwned' } }, { operation: '*' }]);
  });

  test('has a field for each setting, with the limits and the explanation that the emulator declares', async () => {
    const { page } = await open('settings');
    const field = page.getByLabel('Minimum strength');
    await field.waitFor();
    expect(await field.evaluate((one: HTMLInputElement) => [one.min, one.max])).toEqual(['0', '4']);
    await page.getByText('zxcvbn score, 0 to 4; 0 is off.').waitFor();
    await page.getByText('Seconds, 1 or more. If empty, there is no limit.').waitFor();
    const names = Object.entries(emulator.settings).flatMap(([name, value]) =>
      name === 'rateLimit'
        ? ['rateLimit.requests', 'rateLimit.seconds']
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.keys(value).map((part) => `${name}.${part}`)
          : [name],
    );
    const shown = page.locator('#settings-form [name]');
    expect((await shown.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).sort()).toEqual(names.sort());
  });

  test('works once the emulator responds, when it fails while the page loads', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    let isDown = true;
    await page.route(/errors\.json|__emulator/, (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(server.url);
    await page.getByText('The emulator does not respond.').waitFor();
    isDown = false;
    await page.locator('#user-list summary').first().waitFor();
    expect(await page.locator('#offline').innerText()).toBe('');
    await tab(page, 'Force');
    await page.locator('#force-form option[value="code:form_password_pwned"]').waitFor({ state: 'attached' });
    await page.close();
  });

  test('names a user by what they have, says what state each is in, and shows the first sessions only', async () => {
    emulator.configure({ lockout: { seconds: null } });
    for (const { id } of emulator.users.list()) emulator.users.delete(id);
    const { page } = await open();
    await page.getByText('No users. Add one below.').waitFor();
    await page.getByLabel('Email').fill('ada@example.org');
    await page.getByLabel('Password (optional)').fill('a password of hers');
    await page.getByRole('button', { name: 'Add user' }).click();
    await said(page, '#add-user').filter({ hasText: 'ada@example.org is added.' }).waitFor();
    expect(emulator.users.get('ada@example.org')).toMatchObject({ hasPassword: true });
    emulator.users.create({ username: 'grace', phoneNumber: '+15555550100', locked: true });
    const { id } = emulator.users.create({ phoneNumber: '+15555550101', deactivated: true });
    for (const _ of Array(21)) emulator.users.signIn({ user: id });
    const rows = page.locator('#user-list > li');
    await expect
      .poll(() => page.locator('#user-list summary').allInnerTexts())
      .toEqual([
        expect.stringMatching(/^ada@example\.org\s+0 sessions$/),
        expect.stringMatching(/^grace\s+no password\s+locked\s+0 sessions$/),
        expect.stringMatching(/^\+15555550101\s+no password\s+deactivated\s+21 sessions$/),
      ]);
    await rows.nth(2).locator('summary').click();
    await rows.nth(2).getByText('20 of 21 sessions are shown.').waitFor();
    expect(
      await rows
        .nth(2)
        .getByRole('button', { name: /^End session/ })
        .count(),
    ).toBe(20);
    await rows.nth(1).locator('summary').click();
    await rows.nth(1).getByText('until unlocked').waitFor();
    await rows.nth(1).getByRole('button', { name: 'Unlock: grace' }).click();
    await said(page, '#user-list').filter({ hasText: 'grace is unlocked.' }).waitFor();
    expect(emulator.users.get('grace')).toMatchObject({ locked: false });
    // There is one page only.
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#users-range').innerText()).toBe('1 to 3 of 3 users');
  });

  test('shows requests that no operation has, bodies that are no JSON, and the newest 200', async () => {
    const ask = (path: string) => emulator.fetch(`http://localhost${path}`);
    await ask('/nothing/like/this');
    emulator.force('getEnvironment', { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
    emulator.force('getEnvironment', { status: 500 });
    for (const _ of Array(2)) await ask('/v1/environment').catch(() => {});
    const { page } = await open();
    // By the line that is always shown: a trace id in a body may have any digits.
    const row = (text: string) =>
      page.locator('#requests > li').filter({ has: page.locator('summary', { hasText: text }) });
    await row('/nothing/like/this').locator('summary').click();
    await row('/nothing/like/this')
      .getByText(/^number \d+$/)
      .waitFor();
    // Nothing can be forced for what is no operation.
    expect(await row('/nothing/like/this').getByRole('button').count()).toBe(0);
    await row('502 GET').locator('summary').click();
    await row('502 GET').getByText('No error code.').waitFor();
    expect(await row('502 GET').locator('pre').innerText()).toBe('<h1>Bad gateway</h1>');
    const statuses = page.getByRole('combobox', { name: 'Status' });
    await statuses.selectOption('5xx only');
    await expect.poll(() => page.locator('#requests summary').count()).toBe(2);
    await row('500 GET').locator('summary').click();
    await row('500 GET')
      .getByRole('button', { name: /^Force this again: 500 for getEnvironment/ })
      .click();
    await row('500 GET').getByRole('status').filter({ hasText: 'The next getEnvironment request gets 500.' }).waitFor();
    expect(emulator.forced).toMatchObject([{ operation: 'getEnvironment', answer: { status: 500 } }]);
    // An operation that has no error codes in the contract is offered too.
    await row('500 GET')
      .getByRole('button', { name: /^Force another response/ })
      .click();
    expect(await page.getByRole('combobox', { name: 'Operation' }).inputValue()).toBe('getEnvironment');
    await statuses.selectOption('All statuses');
    for (const _ of Array(250)) await ask('/v1/client?__clerk_db_jwt=dvb_local');
    await page.getByText('Newest 200 of 253 requests').waitFor();
    expect(await page.locator('#requests > li').count()).toBe(200);
  });

  test('forces faults, delays and several responses for any operation, and says what is left', async () => {
    const { page } = await open('force');
    const form = page.locator('#force-form');
    const response = page.getByRole('combobox', { name: 'Response' });
    const first = page.getByLabel('Carry out the operation first');
    const delay = page.getByRole('spinbutton', { name: 'Delay' });
    await page.locator('#force-form option[value="code:form_password_pwned"]').waitFor({ state: 'attached' });
    await response.selectOption('Normal response, delayed');
    expect(await delay.inputValue()).toBe('3000');
    await delay.fill('0');
    // What is carried out in any case cannot be chosen, and a choice that was made comes back.
    await response.selectOption('Response cut short');
    expect([await first.isChecked(), await first.isDisabled()]).toEqual([true, true]);
    await response.selectOption('Connection lost');
    expect([await first.isChecked(), await first.isDisabled()]).toEqual([false, false]);
    await first.check();
    await response.selectOption('500, an empty body');
    expect(await first.isChecked()).toBe(true);
    await first.uncheck();
    await response.selectOption('Connection lost');
    expect(await first.isChecked()).toBe(false);
    await first.check();
    await delay.fill('1');
    await page.getByLabel('Requests 1 to').fill('3');
    await page.getByRole('combobox', { name: 'Operation' }).selectOption('Any operation');
    await form.getByRole('button', { name: 'Force response' }).click();
    await said(page, '#force-form').filter({ hasText: 'The next 3 requests of any operation will get it.' }).waitFor();
    expect(emulator.forced).toMatchObject([
      { operation: '*', left: 3, answer: { fault: 'drop', latency: 1, carriedOut: true } },
    ]);
    const waiting = page.locator('#forced > li');
    await waiting.filter({ hasText: 'any operation fault=drop latency=1 carriedOut=true for 3 requests' }).waitFor();
    await emulator.fetch('http://localhost/v1/client?__clerk_db_jwt=dvb_local').catch(() => {});
    await waiting.filter({ hasText: 'for 2 requests' }).waitFor();
    emulator.force('changePassword', { status: 500, times: Infinity });
    await waiting.filter({ hasText: 'changePassword status=500 for every request' }).waitFor();
    await waiting.getByRole('button', { name: /^Cancel .* for any operation/ }).click();
    await said(page, '#force-form')
      .filter({ hasText: /^Canceled: fault=drop .* for any operation\.$/ })
      .waitFor();
    // A code that every operation has.
    await response.selectOption('too_many_requests');
    await page.locator('#meaning').getByText(errorCatalogue.too_many_requests.longMessage).waitFor();
    expect(await form.locator('option[value="code:form_password_pwned"]').count()).toBe(0);
  });

  test('says what is wrong with two settings that depend on each other, with what is no number, and when nothing was saved', async () => {
    const { page } = await open('settings');
    const save = page.getByRole('button', { name: 'Save settings' });
    const words = (name: string) => page.locator(`#setting-${name}-said`);
    await expect.poll(() => page.getByLabel('Minimum length').inputValue()).toBe('8');
    await page.getByLabel('Minimum length').fill('40');
    await page.getByLabel('Maximum length').fill('20');
    await save.click();
    await words('password-minLength').getByText('Minimum length must not be more than Maximum length.').waitFor();
    await page.getByLabel('Maximum length').fill('72');
    await page.getByLabel('Minimum strength').fill('');
    await page.keyboard.type('1e');
    await save.click();
    await words('password-minStrength')
      .filter({ hasText: /^Minimum strength has to be/ })
      .waitFor();
    await page.getByLabel('Minimum strength').fill('1');
    // The page reads them every second meanwhile.
    await page.route('**/__emulator/settings', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: 'no JSON' }) : route.continue(),
    );
    await save.click();
    await said(page, '.save').filter({ hasText: 'The emulator responded with status 500.' }).waitFor();
    expect(await page.getByLabel('Minimum length').inputValue()).toBe('40');
    await page.unroute('**/__emulator/settings');
    await save.click();
    await said(page, '.save').filter({ hasText: 'The settings are saved.' }).waitFor();
    expect(emulator.settings.password).toMatchObject({ minLength: 40, minStrength: 1 });
  });

  test('copies code, and says to select it where the browser does not allow that', async () => {
    for (const token of emulator.users.list().flatMap(({ id }) => emulator.users.sessions(id)))
      emulator.users.endSession(token.id);
    const { page } = await open('connect');
    await page.locator('#snippet-curl').filter({ hasText: 'dvb_local' }).waitFor();
    const copied = (): Promise<string> => page.evaluate('globalThis.copied');
    await page.evaluate(() => {
      const clipboard = { writeText: async (text: string) => Object.assign(globalThis, { copied: text }) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    });
    await page.getByRole('button', { name: 'Copy the command for curl' }).click();
    await said(page, '#connect-panel').filter({ hasText: 'Copied.' }).waitFor();
    expect(await copied()).toBe(await page.locator('#snippet-curl').textContent());
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy the code for user-password-api' }).click();
    await said(page, '#connect-panel')
      .filter({ hasText: 'The browser does not allow copying. Select the text instead.' })
      .waitFor();
  });

  test('does not ask while nobody looks, asks at once when somebody does, and says once that nothing responds', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.clock.install();
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/connection') && asked.push(request.url()));
    await page.goto(server.url);
    await page.locator('#user-list summary').first().waitFor();
    const show = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
    await show(true);
    await page.clock.runFor(1_000);
    const before = asked.length;
    await page.clock.runFor(60_000);
    expect(asked.length).toBe(before);
    emulator.users.create({ email: 'new@example.org' });
    await show(false);
    await page.locator('#user-list summary', { hasText: 'new@example.org' }).waitFor();
    await page.route('**/__emulator/**', (route) => route.abort());
    await page.clock.runFor(2_000);
    await page.getByText('The emulator does not respond.').waitFor();
    await page.evaluate(() => {
      const offline = document.querySelector('#offline');
      new MutationObserver(() => Object.assign(globalThis, { isSaidAgain: true })).observe(offline ?? document, {
        childList: true,
      });
    });
    const failed = page.waitForEvent('requestfailed');
    await page.clock.runFor(2_000);
    await failed;
    await page.clock.runFor(2_000);
    expect(await page.evaluate('globalThis.isSaidAgain')).toBeUndefined();
    await page.close();
  });

  test('shows a verification code in the outbox', async () => {
    emulator.configure({ reverification: true });
    const url = 'http://localhost/v1/client/sessions/sess_no_password/verify';
    const query = '__clerk_db_jwt=dvb_no_password';
    const [emailId] = emulator.users.get('no-password@example.com')?.emailIds ?? [];
    await emulator.fetch(`${url}?${query}`, { method: 'POST', body: new URLSearchParams({ level: 'first_factor' }) });
    await emulator.fetch(`${url}/prepare_first_factor?${query}`, {
      method: 'POST',
      body: new URLSearchParams({ strategy: 'email_code', email_address_id: emailId ?? '' }),
    });
    const [notice] = emulator.outbox;
    const { page } = await open('outbox');
    const row = page.locator('#notice-list > li').first();
    await row.filter({ hasText: 'Verification code to no-password@example.com' }).waitFor();
    expect(await row.locator('.code').innerText()).toBe(notice?.code);
    emulator.users.create({ username: 'grace', password: 'a password of hers' });
    const { token } = emulator.users.signIn({ user: 'grace' });
    await emulator.fetch(`http://localhost/v1/me/remove_password?__clerk_db_jwt=${token}`, {
      method: 'POST',
      body: new URLSearchParams({ current_password: 'a password of hers' }),
    });
    await page.locator('#notice-list').getByText('nobody: the user has no address').waitFor();
  });

  test('moves the clock forward and shows by how much', async () => {
    const { page } = await open();
    const before = emulator.now;
    await page.getByLabel('Forward by').fill('30');
    await page.getByLabel('Unit').selectOption('seconds');
    await page.getByRole('button', { name: 'Move clock' }).click();
    await page.locator('#now').filter({ hasText: '(+30 s)' }).waitFor();
    await page.getByLabel('Forward by').fill('2');
    await page.getByLabel('Unit').selectOption('hours');
    await page.getByRole('button', { name: 'Move clock' }).click();
    await said(page, '#clock').filter({ hasText: 'The clock moved 2 hours forward.' }).waitFor();
    expect(emulator.now - before).toBeGreaterThanOrEqual(7_200_000);
    await page.locator('#now').filter({ hasText: '(+2 h)' }).waitFor();
    await page.getByLabel('Forward by').fill('3');
    await page.getByLabel('Unit').selectOption('days');
    await page.getByRole('button', { name: 'Move clock' }).click();
    await page.locator('#now').filter({ hasText: '(+3.1 days)' }).waitFor();
    await page.getByLabel('Forward by').fill('');
    await page.getByRole('button', { name: 'Move clock' }).click();
    await page.locator('#clock .bad').filter({ hasText: 'Type a number of 0 or more.' }).waitFor();
    expect(await page.getByLabel('Forward by').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Forward by').fill('-1');
    await page.getByRole('button', { name: 'Move clock' }).click();
    await page.locator('#clock .bad').filter({ hasText: /0/ }).waitFor();
  });

  test('has a curl command that changes the password, and code for both SDKs with the key and the address', async () => {
    const { page } = await open('connect');
    await page.locator('#snippet-curl').filter({ hasText: 'dvb_local' }).waitFor();
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `${await page.locator('#snippet-curl').innerText()} -sS`,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ response: { object: 'user', password_enabled: true } });
    for (const id of ['#snippet-sdk', '#snippet-vendor']) {
      const code = await page.locator(id).innerText();
      expect(code).toContain(emulator.publishableKey);
      expect(code).toContain(`proxyUrl: '${server.url.replace('127.0.0.1', 'localhost')}'`);
    }
  });

  test('shows and changes its own instance when it is opened under /instances/<name>/', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.goto(`${server.url}/instances/one`);
    await page.getByText('emulator, instance one').waitFor();
    await page.locator('#user-list summary', { hasText: 'locked@example.com' }).click();
    await page.getByRole('button', { name: 'Delete: locked@example.com' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await said(page, '#users-panel').filter({ hasText: 'locked@example.com is deleted.' }).waitFor();
    await tab(page, 'Connect');
    await page
      .locator('#snippet-sdk')
      .filter({ hasText: /proxyUrl: 'http:\/\/localhost:\d+\/instances\/one'/ })
      .waitFor();
    expect(emulator.users.list()).toHaveLength(3);
    await page.close();
  });

  test('moves between tabs by arrow keys, and the address keeps the tab', async () => {
    const { page } = await open();
    await page.getByRole('tab', { name: 'Users' }).focus();
    for (const [key, name] of [
      ['End', 'Connect'],
      ['ArrowRight', 'Users'],
      ['ArrowLeft', 'Connect'],
      ['Home', 'Users'],
      ['ArrowLeft', 'Connect'],
      ['ArrowLeft', 'Outbox'],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await page.getByRole('tab', { selected: true }).innerText()]).toEqual([key, name]);
    }
    expect(await page.getByRole('tab', { name: 'Outbox' }).evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Tab');
    await page.reload();
    await page.getByRole('tabpanel', { name: 'Outbox' }).waitFor();
  });

  test('shows addresses and code to their ends on a phone', async () => {
    emulator.users.create({ email: LONG, banned: true });
    const { page } = await open();
    await page.setViewportSize({ width: 390, height: 844 });
    const cut = (selector: string): Promise<string[]> =>
      page
        .locator(selector)
        .evaluateAll((all) =>
          all.flatMap((one) => (one.scrollWidth > one.clientWidth ? [one.textContent?.slice(0, 60) ?? ''] : [])),
        );
    await page.locator('#user-list .what', { hasText: LONG }).waitFor();
    expect(await cut('#user-list .what')).toEqual([]);
    await tab(page, 'Connect');
    await page.locator('#snippet-curl').filter({ hasText: 'curl' }).waitFor();
    expect(await cut('pre:visible')).toEqual([]);
  });

  test('has nothing that axe objects to, and does not scroll sideways on phone and desktop', async () => {
    addUsers(20);
    emulator.users.create({ email: LONG, banned: true });
    emulator.force('changePassword', { code: 'form_password_pwned' });
    for (const _ of Array(3)) await send();
    const { page } = await open();
    await page.locator('#requests summary').first().click();
    await page.locator('#user-list summary').first().click();
    for (const [index, part] of [...TABS, 'dialog'].entries()) {
      if (part === 'dialog') await page.getByRole('button', { name: 'Reset' }).click();
      else await tab(page, part);
      // Each part in one of the ways to show it, in turns.
      const look = await lookAt(page, LOOKS[index % 2] ?? LOOKS[0]);
      expect({ part, ...look, overflows: await overflows(page) }).toEqual({
        part,
        overflow: 0,
        violations: [],
        overflows: [0, 0],
      });
    }
  });
});
