/** The parts of the guide that need a browser: its Playwright test, its dialog, and the vendor's own SDK. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { createEmulator, type Emulator } from 'user-password-api/emulator';
import { errorCatalogue } from 'user-password-api/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { launchBrowser } from '../browser.ts';
import { type PageServer, servePages } from '../emulator/pages.ts';
import { runIn } from './snippet-runs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const HOST = 'example.clerk.accounts.dev';

const emulator: Emulator = createEmulator();
let http: RunningServer;
let https: RunningServer;
let pages: PageServer;
let browser: Browser;

/** The snippets that ran, and how often each of their functions was called, by its place in what the browser ran. */
const ran = new Set<string>();
const calls = new Map<string, number>();

/** The text of a snippet that is about to run as it stands. */
function snippet(name: string): Promise<string> {
  ran.add(name);
  return read(`src/site/snippets/${name}`);
}

/** The bundler says where the code of each file begins. */
const REGION = /^\/\/ src\/site\/snippets\/(\S+)\n(?:(?!\/\/ \S+\.[jt]s$).*\n)*/gm;

/** Opens a page that counts the calls of the functions of snippets until the test has finished. */
async function newPage(options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  onTestFinished(async () => {
    for (const { source = '', functions } of await page.coverage.stopJSCoverage()) {
      for (const { 1: name = '', index, 0: region } of source.matchAll(REGION)) {
        ran.add(name);
        for (const { functionName, ranges } of functions) {
          const [{ startOffset, count } = { startOffset: -1, count: 0 }] = ranges;
          if (startOffset < index || startOffset >= index + region.length) continue;
          const key = `${name} ${functionName || 'function'} at ${startOffset - index}`;
          calls.set(key, (calls.get(key) ?? 0) + count);
        }
      }
    }
    await page.close();
  });
  return page;
}

/** Bundles a program like an application's build does. */
async function bundle(input: string): Promise<string> {
  const build = await rolldown({
    input: join(root, input),
    platform: 'browser',
    logLevel: 'silent',
    experimental: { attachDebugInfo: 'simple' },
    resolve: {
      alias: {
        'user-password-api/openapi-fetch': join(root, 'generated/openapi-fetch.ts'),
        'user-password-api': join(root, 'src/client/index.ts'),
      },
    },
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  return output[0].code;
}

beforeAll(async () => {
  [http, https, pages] = await Promise.all([
    serve(emulator),
    serve(emulator, { tls: makeCertificate([HOST]) }),
    servePages(),
  ]);
  browser = await launchBrowser(`MAP ${HOST} 127.0.0.1:${https.port}`);
  const dialog = await snippet('password-dialog.html');
  pages.add('/', 'text/html', (await read('test/site/playwright/account.html')).replace('<!-- dialog -->', dialog));
  pages.add('/account.js', 'text/javascript', await bundle('test/site/playwright/account.ts'));
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([http?.close(), https?.close(), pages?.close()]);
});
beforeEach(() => emulator.reset());

test('the Playwright test of the guide passes with the configuration of the guide', async () => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const config = join(root, 'test/site/playwright/playwright.config.ts');
  const { VITEST: _, ...env } = process.env;
  const run: { stdout: string; code?: number } = await promisify(execFile)(
    process.execPath,
    [cli, 'test', '--config', config, 'src/site/snippets/playwright.spec.ts'],
    { env: { ...env, GUIDE_PAGE: pages.url } },
  ).catch((failed) => failed);
  // The code is there only if the command failed.
  expect([run.code, run.stdout]).toEqual([undefined, expect.stringMatching(/^ +1 passed/m)]);
  ran.add('playwright.spec.ts').add('playwright.config.ts');
});

/** The account page, signed in, with a last proof that is too old. */
async function openAccount(): Promise<Page> {
  emulator.configure({ reverification: true });
  const page = await newPage();
  await page.goto(`${pages.url}/?proxy=${http.url}`);
  await page.getByLabel('Email address').fill('user@example.com');
  await page.getByLabel('Password', { exact: true }).fill('current-password-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('New password').fill('correct horse battery staple');
  emulator.advance(11 * 60_000);
  await page.getByLabel('New password').press('Enter');
  await page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor();
  return page;
}

describe('the dialog of the guide', () => {
  test('stays open for an empty password, asks again after a wrong one, and then lets the change through', async () => {
    const page = await openAccount();
    const again = page.getByRole('dialog').getByLabel('Your password');
    await again.press('Enter');
    await expect.poll(() => again.evaluate((field: HTMLInputElement) => field.matches(':user-invalid'))).toBe(true);
    await again.fill('not it');
    await again.press('Enter');
    await page.getByRole('dialog').getByText('That password is not right. Try again.').waitFor();
    expect(await again.inputValue()).toBe('');
    await again.fill('current-password-1');
    await again.press('Enter');
    await page.getByText('Changed.').waitFor();
    expect(await page.locator('#again-password').inputValue()).toBe('');
  });

  test.each(['Escape', 'Cancel'])('changes nothing when it is left by %s', async (way) => {
    const page = await openAccount();
    await page.getByRole('dialog').getByLabel('Your password').fill('current-password-1');
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled.').waitFor();
    expect(emulator.outbox).toEqual([]);
  });

  test('closes and changes nothing when the call that waits for it is aborted', async () => {
    const page = await openAccount();
    await page.evaluate(() => location.assign('#elsewhere'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(emulator.outbox).toEqual([]);
  });
});

test('the React form of the guide shows why a password was not changed, and that it was', async () => {
  pages.add('/form.js', 'text/javascript', await bundle('test/site/react/password-form.js'));
  pages.add('/form', 'text/html', '<div id="root"></div><script type="module" src="/form.js"></script>');
  const page = await newPage();
  await page.goto(`${pages.url}/form?proxy=${http.url}`);
  const update = async (current: string): Promise<void> => {
    await page.getByLabel('Current password').fill(current);
    await page.getByLabel('New password').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Update password' }).click();
  };
  await update('not it');
  await page.getByText(errorCatalogue.form_password_incorrect.longMessage).waitFor();
  // An empty response is no success, although openapi-fetch alone gives the hook no error.
  emulator.force('changePassword', { status: 500, body: '' });
  await update('current-password-1');
  await page.getByText('Something went wrong. Reload the page to see what was saved.').waitFor();
  await update('current-password-1');
  await page.getByText('Changed.').waitFor();
  expect(emulator.outbox).toMatchObject([{ kind: 'password_changed' }]);
});

test.each([
  ['vendor-sdk.js', 'Changed for user_'],
  ['vendor-sdk-remove.js', 'Removed for user_'],
  ['vendor-sdk-by-key.js', 'Nobody is signed in: true'],
])("%s prints what it should with the vendor's own package", async (name, said) => {
  const importMap = '{ "imports": { "@clerk/clerk-js": "/clerk-js-5/clerk.mjs" } }';
  const script = (await snippet(name)).replace('http://localhost:4010', http.url.replace('127.0.0.1', 'localhost'));
  pages.add('/vendor.js', 'text/javascript', script);
  pages.add(
    '/vendor',
    'text/html',
    `<script type="importmap">${importMap}</script><script type="module" src="/vendor.js"></script>`,
  );
  const page = await newPage({ ignoreHTTPSErrors: true });
  const printed = page.waitForEvent('console', (message) => message.text().startsWith(said));
  await page.goto(`${pages.url}/vendor`);
  await printed;
  expect(emulator.requests.length).toBeGreaterThan(1);
});

test.each([
  ['update-password.html', 'update-password.js', 'updated'],
  ['remove-password.html', 'remove-password.js', 'removed'],
])('%s with %s signs in, shows an error, and then that the password was %s', async (markup, script, done) => {
  pages.add('/short', 'text/html', await snippet(markup));
  pages.add(
    '/main.js',
    'text/javascript',
    (await bundle(`src/site/snippets/${script}`)).replace('http://localhost:4010', http.url),
  );
  const page = await newPage();
  await page.goto(`${pages.url}/short`);
  await page.getByLabel('Email address').fill('user@example.com');
  await page.getByLabel('Password', { exact: true }).fill('current-password-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const change = async (current: string): Promise<void> => {
    await page.getByLabel('Current password').fill(current);
    if (done === 'updated') await page.getByLabel('New password').fill('correct horse battery staple');
    await page.getByRole('button', { name: /password$/ }).click();
  };
  await change('not it');
  await page.getByText(errorCatalogue.form_password_incorrect.longMessage).waitFor();
  await change('current-password-1');
  await page.getByText(`Your password was ${done}.`).waitFor();
  expect(emulator.outbox).toHaveLength(1);
  expect(await page.getByLabel('Email address').count()).toBe(0);
});

test('every snippet that is listed for this file has run above, and each of its functions was called', () => {
  expect([...ran].toSorted()).toEqual(runIn['snippets.browser.test.ts'].toSorted());
  expect(calls.size).toBeGreaterThan(10);
  expect([...calls].filter(([, count]) => count === 0)).toEqual([]);
});
