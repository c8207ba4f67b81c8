/** The SDK in each kind of worker of a browser, known by the cookie that the page's own sign-in set. */
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBrowser } from '../browser.ts';
import { bundleSdk, openTab, type PageServer, servePages } from '../emulator/pages.ts';

const LIVE_KEY = `pk_live_${btoa('clerk.example.com$')}`;

let browser: Browser;
let pages: PageServer;
beforeAll(async () => {
  pages = await servePages();
  browser = await connectBrowser(inject('browserEndpoint'));
  pages.add('/sdk.js', 'text/javascript', await bundleSdk('iife'));
  pages.add('/sdk.mjs', 'text/javascript', await bundleSdk('es'));
  pages.add('/page', 'text/html', '<!doctype html><title>Workers</title><script src="/sdk.js"></script>');
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

/** Changes the password of who is signed in, and says whose it was, and whether a wrong one was refused before. */
const work = (proxyUrl: string) => `
  const change = async () => {
    const clerk = new sdk.Clerk('${LIVE_KEY}', { proxyUrl: '${proxyUrl}' });
    await clerk.load();
    const refused = await clerk.user.updatePassword({ currentPassword: 'wrong', newPassword: 'correct horse battery staple' }).catch(({ code }) => code);
    await clerk.user.updatePassword({ currentPassword: 'current-password-1', newPassword: 'correct horse battery staple' });
    return [clerk.user.primaryEmailAddress.emailAddress, refused];
  };
  const answer = (port) => change().then((done) => port.postMessage(done), (error) => port.postMessage(String(error)));`;

const kinds = [
  ['worker', `importScripts('/sdk.js');`, 'answer(self);', `heard(new Worker('/worker.js'))`],
  [
    'module worker',
    `import * as sdk from '/sdk.mjs';`,
    'answer(self);',
    `heard(new Worker('/worker.js', { type: 'module' }))`,
  ],
  [
    'shared worker',
    `importScripts('/sdk.js');`,
    'onconnect = ({ ports }) => answer(ports[0]);',
    `heard(new SharedWorker('/worker.js').port)`,
  ],
  [
    'service worker',
    `importScripts('/sdk.js');`,
    'onmessage = ({ source }) => answer(source);',
    `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(({ active }) => {
      active.postMessage('go');
      return heard(navigator.serviceWorker);
    })`,
  ],
] as const;

test.for(kinds)('in a %s', async ([, load, begin, start]) => {
  const { emulator, proxyUrl, page } = await openTab(browser);
  pages.add('/worker.js', 'text/javascript', `${load}${work(proxyUrl)}${begin}`);
  await page.goto(`${pages.url}/page`);
  await page.evaluate(`new sdk.Clerk('${LIVE_KEY}', { proxyUrl: '${proxyUrl}' }).signInWithPassword({
    identifier: 'user@example.com', password: 'current-password-1' }).then(() => 0)`);
  const said = await page.evaluate(`(() => {
    const heard = (port) => new Promise((resolve) => { port.onmessage = ({ data }) => resolve(data); port.start?.(); port.startMessages?.(); });
    return ${start};
  })()`);
  expect(said).toEqual(['user@example.com', 'form_password_incorrect']);
  expect(emulator.requests.map(({ path, status }) => `${status} ${path}`).slice(-2)).toEqual([
    '422 /v1/me/change_password',
    '200 /v1/me/change_password',
  ]);
});
