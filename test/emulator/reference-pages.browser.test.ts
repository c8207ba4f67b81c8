/** The two example pages of the reference, with the package that they name, against the emulator: only the key is filled in. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { launchBrowser, markListeners } from '../browser.ts';
import { servePages } from './pages.ts';

const byHost = new Map<string, Emulator>();
let https: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const handler: Parameters<typeof serve>[0] = {
    handle: (request) =>
      byHost.get(request.header('host') ?? '')?.handle(request) ?? { status: 503, headers: {}, body: '' },
  };
  https = await serve(handler, { tls: makeCertificate(['*.clerk.accounts.dev']) });
  browser = await launchBrowser(`MAP *.clerk.accounts.dev 127.0.0.1:${https.port}`);
});
afterAll(async () => {
  await browser?.close();
  await https?.close();
});

const fixture = (name: string): Promise<string> =>
  readFile(new URL(`../client/fixtures/${name}`, import.meta.url), 'utf8');

/** Opens a page of the reference, where nobody is signed in, and signs in with the form that it mounts. */
async function signInOn(name: 'update-password' | 'remove-password'): Promise<{ page: Page; emulator: Emulator }> {
  const frontendApi = `${name}.clerk.accounts.dev`;
  const emulator = createEmulator({ settings: { frontendApi } });
  byHost.set(frontendApi, emulator);
  const pages = await servePages();
  onTestFinished(() => pages.close());
  // The reference imports the default export of version 4; the later versions export the same class by name.
  const importMap = '<script type="importmap">{ "imports": { "@clerk/clerk-js": "/clerk-js.js" } }</script>';
  pages.add('/', 'text/html', (await fixture(`${name}.html`)).replace('<head>', `<head>${importMap}`));
  pages.add('/clerk-js.js', 'text/javascript', "export { Clerk as default } from '/clerk-js-5/clerk.mjs';");
  const script = await fixture(`${name}.js.txt`);
  pages.add('/main.js', 'text/javascript', script.replace('{{pub_key}}', emulator.publishableKey));

  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  // The page leaves telemetry on.
  await context.route('https://clerk-telemetry.com/**', (route) => route.abort());
  const page = await context.newPage();
  await markListeners(page);
  await page.goto(pages.url);
  await page.locator('input[name=identifier]').fill('user@example.com');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.locator('input[name=password]').fill('current-password-1');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  // The form leads back to the page, which then finds somebody signed in and listens to its button.
  await page.locator(`#${name}-button[data-listens]`).waitFor();
  return { page, emulator };
}

test('shows the long message of a wrong password, then changes it, when the update page is used', async () => {
  const { page, emulator } = await signInOn('update-password');
  await page.locator('#current-password').fill('not it');
  await page.locator('#new-password').fill('a much better one');
  await page.locator('#update-password-button').click();
  await page.getByText('The current password is not right. Check it and try again.').waitFor();

  await page.locator('#current-password').fill('current-password-1');
  const answered = page.waitForResponse((answer) => answer.url().includes('/v1/me/change_password'));
  await page.locator('#update-password-button').click();
  expect((await answered).status()).toBe(200);
  expect(emulator.outbox).toMatchObject([{ kind: 'password_changed', to: 'user@example.com' }]);
});

test('removes the password when the removal page is used', async () => {
  const { page, emulator } = await signInOn('remove-password');
  await page.locator('#current-password').fill('current-password-1');
  const answered = page.waitForResponse((answer) => answer.url().includes('/v1/me/remove_password'));
  await page.locator('#remove-password-button').click();
  expect((await answered).status()).toBe(200);
  expect(emulator.users.get('user@example.com')?.hasPassword).toBe(false);
});
