import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pageFiles } from '../../src/cli/page.ts';
import { createControl } from '../../src/emulator/control/control.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { launchBrowser } from '../browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const emulator = createEmulator();
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await serve(createControl(emulator, { page: pageFiles(true) }));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => emulator.reset());

/** The page, with what its console said against it. */
async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ bypassCSP: false, ...options });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
  await page.locator('#users tr').first().waitFor();
  return { page, complaints };
}

const said = (page: Page) => page.getByRole('status');

describe('the page of the emulator', () => {
  test('signs a user in, ends the session and resets when the buttons are pressed', async () => {
    const { page, complaints } = await open();
    await page.getByRole('button', { name: 'Sign in: locked@example.com' }).click();
    await said(page).getByText('locked@example.com is signed in.').waitFor();
    expect(emulator.users.sessions('locked@example.com')).toHaveLength(1);
    await page
      .getByRole('button', { name: /^End the session/ })
      .first()
      .click();
    await said(page).getByText('The session has ended.').waitFor();
    expect(emulator.users.sessions()).toHaveLength(2);
    await page.getByRole('button', { name: 'Reset to the seed' }).click();
    await said(page).getByText('Everything is as the seed says.').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('changes a setting and adds a user when their forms are sent by keyboard', async () => {
    const { page } = await open();
    await page.getByLabel('Ask for a fresh proof').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await said(page).getByText('The settings are changed.').waitFor();
    expect(emulator.settings.reverification).toBe(true);
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.keyboard.press('Enter');
    await said(page).getByText('ada@example.org is added.').waitFor();
    expect(emulator.users.get('ada@example.org')).toMatchObject({ hasPassword: false });
    await page.close();
  });

  test('shows the forced error in the log when a request has met it, and says what was wrong with a bad entry', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: /^Answer/ }).selectOption('code=form_password_pwned');
    await page.getByRole('button', { name: 'Force it' }).click();
    await page.getByText('changePassword code=form_password_pwned ×1').waitFor();
    await emulator.fetch('http://localhost/v1/me/change_password?__clerk_db_jwt=dvb_local', {
      method: 'POST',
      body: new URLSearchParams({ current_password: 'current-password-1', new_password: 'canary-canary' }),
    });
    await page.locator('#requests').getByText('form_password_pwned').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('canary');
    await page.getByLabel('Fewest characters').fill('80');
    await page.getByRole('button', { name: 'Change the settings' }).click();
    await said(page).getByText('password.minLength').waitFor();
    await page.close();
  });

  test('shows and changes its own instance when it is opened under /instances/<name>/', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/instances/one`);
    await page.getByRole('button', { name: 'Delete: locked@example.com' }).click();
    await said(page).getByText('locked@example.com is deleted.').waitFor();
    await page.locator('#users tr').nth(2).waitFor({ state: 'detached' });
    expect(await page.locator('#snippet').innerText()).toMatch(/proxyUrl: 'http:\/\/localhost:\d+\/instances\/one'/);
    expect(emulator.users.list()).toHaveLength(3);
    await page.close();
  });

  test('has nothing that axe objects to, and does not scroll sideways, in light and dark, on phone and desktop', async () => {
    const { page } = await open({ bypassCSP: true });
    await page.addScriptTag({ content: axe });
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const violations = await page.evaluate<string[]>(
          'axe.run({ rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
        );
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
  });
});
