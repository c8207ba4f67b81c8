/** The two example pages of the reference in a real browser, with nothing changed but the import line and the key. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { launchBrowser, markListeners } from '../browser.ts';

const HOST = 'reference.clerk.accounts.dev';
const OLD = 'current-password-1';
const NEW = 'correct horse battery staple';
const fixture = (name: string): Promise<string> => readFile(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

let emulator: Emulator;
let https: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const tls = makeCertificate([HOST]);
  https = await serve({ handle: (request) => emulator.handle(request) }, { tls });
  browser = await launchBrowser(`MAP ${HOST} 127.0.0.1:${https.port}`);
});
afterAll(async () => {
  await browser?.close();
  await https?.close();
});

/** Bundles the script of a page like an application's build does: file name -> code. */
async function bundle(script: string): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    input: { main: 'page' },
    platform: 'browser',
    resolve: { alias: { 'user-password-api': fileURLToPath(new URL('../../src/client/index.ts', import.meta.url)) } },
    plugins: [
      { name: 'page', resolveId: (id) => (id === 'page' ? id : null), load: (id) => (id === 'page' ? script : null) },
    ],
  });
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].js' });
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}

interface Opened {
  readonly page: Page;
  /** Everything that the page wrote to its console, as values. */
  readonly said: unknown[];
}

/** Opens one of the two pages on a fresh emulator, with its own script or another one. */
async function open(name: 'update-password' | 'remove-password', script?: string): Promise<Opened> {
  emulator = createEmulator({ settings: { frontendApi: HOST } });
  const html = await fixture(`${name}.html`);
  const source = script ?? (await fixture(`${name}.js.txt`));
  const files = await bundle(
    source.replace("'@clerk/clerk-js'", "'user-password-api'").replace('{{pub_key}}', emulator.publishableKey),
  );
  const server = createServer((request, response) => {
    const code = files.get(request.url ?? '');
    // A strict policy: no inline style, no inline script, and requests to the Frontend API only.
    const policy = `default-src 'self'; connect-src https://${HOST}`;
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript');
    response.end(code ?? html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  onTestFinished(async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const page = await context.newPage();
  await markListeners(page);
  const said: unknown[] = [];
  page.on('console', async (message) => {
    said.push(message.text());
    for (const value of message.args()) said.push(await value.jsonValue());
  });
  page.on('pageerror', (error) => said.push(`Uncaught ${error}`));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { page, said };
}

/** Takes a picture to look at where `SCREENSHOTS` names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  await page.setViewportSize(name === 'phone' ? { width: 360, height: 640 } : { width: 1024, height: 640 });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Signs in with the keyboard alone, then loads the page again, as its script looks for the user only at its start. */
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Email address').press('Tab');
  await page.getByLabel('Email address').fill('user@example.com');
  await page.getByLabel('Email address').press('Tab');
  await page.keyboard.type(OLD);
  await page.keyboard.press('Enter');
  await page.locator('form').waitFor({ state: 'detached' });
  await page.reload();
  // The page listens only once it knows who is signed in.
  await page.locator('button[data-listens]').waitFor();
}

describe('the page that updates the password', () => {
  test('shows the long message when the password is wrong, and resolves to a User when it is right', async () => {
    const { page, said } = await open('update-password');
    await signIn(page);
    await page.fill('#current-password', 'not my password');
    await page.fill('#new-password', NEW);
    await page.click('#update-password-button');
    await expect.poll(() => page.textContent('#error')).toMatch(/\w.*\.$/);
    const refusal = [expect.objectContaining({ code: 'form_password_incorrect' })];
    await expect.poll(() => said).toContainEqual(refusal);

    await page.fill('#current-password', OLD);
    await page.click('#update-password-button');
    const user = expect.objectContaining({ firstName: 'Ada', passwordEnabled: true });
    await expect.poll(() => said).toContainEqual(user);
    expect(JSON.stringify(said)).not.toContain(NEW);

    await page.fill('#current-password', NEW);
    await page.fill('#new-password', `${NEW} 2`);
    await page.click('#update-password-button');
    await expect.poll(() => said.filter((value) => user.asymmetricMatch(value)).length).toBe(2);
  });
});

describe('the page that removes the password', () => {
  test('turns passwordEnabled off', async () => {
    const { page, said } = await open('remove-password');
    await signIn(page);
    await page.fill('#current-password', 'not my password');
    await page.click('#remove-password-button');
    await expect.poll(() => page.textContent('#error')).toMatch(/\w.*\.$/);
    await page.fill('#current-password', OLD);
    await page.click('#remove-password-button');
    await expect.poll(() => said).toContainEqual(expect.objectContaining({ firstName: 'Ada', passwordEnabled: false }));
  });
});

describe('the sign-in form', () => {
  test('says what is wrong, beside the field and to screen readers, and moves the focus there', async () => {
    const { page, said } = await open('update-password');
    const email = page.getByLabel('Email address');
    const password = page.locator('form').getByLabel('Password');
    const alert = page.getByRole('alert');
    expect(await email.getAttribute('autocomplete')).toBe('username');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');

    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => alert.textContent()).toBe('Enter your email address.');
    expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);

    await email.fill('nobody@example.com');
    await password.fill('wrong password');
    await password.press('Enter');
    await expect.poll(() => email.getAttribute('aria-invalid')).toBe('true');
    expect(await alert.textContent()).toMatch(/\w.*\.$/);

    await email.fill('user@example.com');
    await password.press('Enter');
    await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true');
    expect(await email.getAttribute('aria-invalid')).toBe('false');
    expect(await password.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await password.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'));
    await look(page, 'phone');
    // Styled although the page's policy allows no inline style, and nothing else was refused.
    expect(await page.locator('form').evaluate((form) => getComputedStyle(form).display)).toBe('grid');
    expect(said.filter((text) => /Content Security|Uncaught/.test(String(text)))).toEqual([]);
  });

  test('sets clerk.user and tells listeners without a reload, goes away, and comes back when asked to', async () => {
    const { page, said } = await open(
      'update-password',
      `import Clerk from 'user-password-api';
       const clerk = window.clerk = new Clerk('{{pub_key}}');
       await clerk.load();
       const place = document.getElementById('app');
       clerk.addListener(({ user }) => console.log('heard', user?.firstName));
       clerk.mountSignIn(place);
       clerk.mountSignIn(place);
       clerk.unmountSignIn(place);
       clerk.mountSignIn(place);`,
    );
    const form = page.locator('form');
    await form.getByLabel('Email address').fill('user@example.com');
    await form.getByLabel('Password').fill(OLD);
    expect(await form.count()).toBe(1);
    await form.getByRole('button').click();
    await form.waitFor({ state: 'detached' });
    expect(await page.evaluate('clerk.user.firstName')).toBe('Ada');
    expect(said.filter((text) => text === 'heard Ada')).toEqual(['heard Ada']);
    expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0);

    await page.evaluate(`clerk.signOut().then(() => clerk.mountSignIn(document.getElementById('app')))`);
    await form.waitFor();
    await page.evaluate(`clerk.unmountSignIn(document.getElementById('app'))`);
    await form.waitFor({ state: 'detached' });
    expect(said.filter((text) => /Uncaught/.test(String(text)))).toEqual([]);
  });

  test('is styled in a shadow root of a frame of the same origin, and works there', async () => {
    const { page, said } = await open(
      'update-password',
      `import Clerk from 'user-password-api';
       const clerk = window.clerk = new Clerk('{{pub_key}}');
       await clerk.load();
       const frame = document.body.appendChild(document.createElement('iframe'));
       const host = frame.contentDocument.body.appendChild(frame.contentDocument.createElement('div'));
       clerk.mountSignIn(host.attachShadow({ mode: 'open' }).appendChild(frame.contentDocument.createElement('p')));
       clerk.mountSignIn(frame.contentDocument.body.appendChild(frame.contentDocument.createElement('p')));`,
    );
    const forms = page.frameLocator('iframe').locator('form');
    await expect.poll(() => forms.count()).toBe(2);
    expect(await forms.evaluateAll((all) => all.map((form) => getComputedStyle(form).display))).toEqual([
      'grid',
      'grid',
    ]);
    await forms.first().getByLabel('Email address').fill('user@example.com');
    await forms.first().getByLabel('Password').fill(OLD);
    await forms.first().getByRole('button').click();
    // Both: who is signed in, is so in both.
    await expect.poll(() => forms.count()).toBe(0);
    expect(await page.evaluate('clerk.user.firstName')).toBe('Ada');
    expect(said.filter((text) => /Content Security|Uncaught/.test(String(text)))).toEqual([]);
  });

  test('has no accessibility violations in light and dark', async () => {
    const { page } = await open('update-password');
    await page.getByLabel('Email address').waitFor();
    const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => {
        document.documentElement.style.colorScheme = 'light dark';
      });
      const ids = await page.evaluate(`axe.run('form').then(({ violations }) => violations.map(({ id }) => id))`);
      expect(ids).toEqual([]);
      await look(page, colorScheme);
    }
  });
});
