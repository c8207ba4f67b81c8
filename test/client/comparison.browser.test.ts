/** The same page code on the vendor's headless package and on this one, each against an emulator; COMPARISON.md is the result. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBrowser } from '../browser.ts';
import { bundleSdk, openTab, type PageServer, sdkPage, servePages } from '../emulator/pages.ts';

const TABLE = new URL('../../src/client/COMPARISON.md', import.meta.url);
const OLD = 'current-password-1';
const NEW = 'correct horse battery staple';

/** What the page does, and why the results differ if they do on purpose. `user` and `clerk` are there. */
const rows: readonly (readonly [what: string, code: string, why?: string])[] = [
  ['`clerk.user.firstName`, `fullName`', '[user.firstName, user.lastName, user.fullName]'],
  ['`primaryEmailAddress.emailAddress`', 'user.primaryEmailAddress.emailAddress'],
  ['`primaryPhoneNumber`', 'user.primaryPhoneNumber'],
  ['`hasVerifiedEmailAddress`', 'user.hasVerifiedEmailAddress'],
  ['`passwordEnabled`, `twoFactorEnabled`', '[user.passwordEnabled, user.twoFactorEnabled]'],
  ['`createdAt` is a `Date`', 'user.createdAt instanceof Date'],
  ['`clerk.session.status`', 'clerk.session.status'],
  ['`clerk.client.sessions.length`', 'clerk.client.sessions.length'],
  [
    'a wrong current password: `status`',
    `failed(() => user.updatePassword({ currentPassword: 'wrong', newPassword: NEW })).then((e) => e.status)`,
  ],
  [
    'a wrong current password: `errors[0].code`, `meta.paramName`',
    `failed(() => user.updatePassword({ currentPassword: 'wrong', newPassword: NEW })).then((e) => [e.errors[0].code, e.errors[0].meta.paramName])`,
  ],
  [
    'a wrong current password: `message` is `longMessage`',
    `failed(() => user.updatePassword({ currentPassword: 'wrong', newPassword: NEW })).then((e) => e.message === e.errors[0].longMessage)`,
  ],
  [
    'a wrong current password: `error.code`',
    `failed(() => user.updatePassword({ currentPassword: 'wrong', newPassword: NEW })).then((e) => e.code)`,
    'here it is the code of the first error',
  ],
  [
    'an unknown parameter',
    `failed(() => user.updatePassword({ currentPassword: 'wrong', newPassword: NEW, newPasword: 1 })).then((e) => e.name)`,
    'here it is a `TypeError`, and nothing is sent',
  ],
  [
    '`addListener` calls back at once',
    'new Promise((heard) => clerk.addListener(({ user }) => user && heard(user.firstName)))',
  ],
  [
    '`addListener` with `skipInitialEmit` does not',
    'new Promise((heard) => { clerk.addListener(() => heard(true), { skipInitialEmit: true }); heard(false); })',
    'their version does not have the option',
  ],
  [
    '`const { updatePassword } = user` works',
    `(({ updatePassword }) => updatePassword({ currentPassword: OLD, newPassword: NEW }))(user).then((u) => u.passwordEnabled)`,
  ],
  [
    '`{ ...user }.updatePassword` works',
    `({ ...user }).updatePassword({ currentPassword: NEW, newPassword: OLD }).then((u) => u.id === user.id)`,
  ],
  [
    '`updatePassword` resolves to the user it was called on',
    `user.updatePassword({ currentPassword: OLD, newPassword: NEW }).then((u) => u === user)`,
  ],
  ['`user.reload()` resolves to the user it was called on', 'user.reload().then((u) => u === user)'],
  ['`clerk.client.reload()` keeps the user signed in', 'clerk.client.reload().then(() => clerk.user.id === user.id)'],
  [
    '`removePassword` turns `passwordEnabled` off',
    `user.removePassword({ currentPassword: NEW }).then((u) => u.passwordEnabled)`,
  ],
  ['`user.update` is there', 'typeof user.update', 'not there: this package changes and removes passwords'],
  ['`user.getSessions` is there', 'typeof user.getSessions', 'not there'],
  ['`clerk.setActive` is there', 'typeof clerk.setActive', 'not there: the session that signed in last speaks'],
  ['`clerk.session.getToken` is there', 'typeof clerk.session.getToken', 'not there'],
  [
    '`clerk.signOut(callback)` calls back, nobody is signed in, and other tabs hear of it',
    `((tab) => Promise.all([
      new Promise((heard) => { tab.onmessage = ({ data }) => heard(data.type); }),
      new Promise((done) => clerk.signOut(() => done(clerk.user ?? null))),
    ]))(new BroadcastChannel('clerk'))`,
  ],
];

let browser: Browser;
let pages: PageServer;
beforeAll(async () => {
  pages = await servePages();
  browser = await connectBrowser(inject('browserEndpoint'));
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

/** Opens a page with one of the packages, signs in, and runs every row. */
async function results(script: string, ours: boolean): Promise<readonly string[]> {
  const { emulator, proxyUrl, page } = await openTab(browser);
  const html = ours
    ? `<!doctype html><title>SDK</title><script src="/ours.js"></script><script>
       window.Clerk = new sdk.Clerk('${emulator.publishableKey}', { proxyUrl: '${proxyUrl}' }); Clerk.load({ telemetry: false });</script>`
    : sdkPage(script, undefined, emulator.publishableKey, proxyUrl);
  pages.add(`/page-${ours ? 'ours' : 'theirs'}`, 'text/html', html);
  await page.goto(`${pages.url}/page-${ours ? 'ours' : 'theirs'}`);
  await page.waitForFunction('window.Clerk && window.Clerk.loaded');
  const credentials = `{ identifier: 'user@example.com', password: '${OLD}' }`;
  await page.evaluate(
    ours
      ? `Clerk.signInWithPassword(${credentials})`
      : `Clerk.client.signIn.create({ ...${credentials}, strategy: 'password' }).then((made) => Clerk.setActive({ session: made.createdSessionId }))`,
  );
  const found: string[] = [];
  for (const [, code] of rows) {
    const value = await page.evaluate(`(async () => {
      const clerk = window.Clerk, user = clerk.user, OLD = '${OLD}', NEW = '${NEW}';
      const failed = (run) => Promise.resolve().then(run).then(() => ({ name: 'resolved' }), (error) => error);
      try { return JSON.stringify(await (${code})) ?? 'undefined'; } catch (error) { return 'throws ' + error.name; }
    })()`);
    found.push(String(value));
  }
  return found;
}

test('what differs from the vendor does so on purpose, and COMPARISON.md says it', async () => {
  pages.add('/ours.js', 'text/javascript', await bundleSdk('iife'));
  const theirs = await results('/clerk-js-5/clerk.headless.browser.js', false);
  const ours = await results('', true);
  const lines = rows.map(([what, , why], at) => {
    const same = theirs[at] === ours[at];
    expect([what, same || why !== undefined ? 'as said' : `${theirs[at]} there, ${ours[at]} here`]).toEqual([
      what,
      'as said',
    ]);
    return `| ${what} | ${same ? 'same' : (why ?? '')} | \`${theirs[at]}\` | \`${ours[at]}\` |`;
  });
  const table = `# Beside the vendor's package

The same page code on \`@clerk/clerk-js\` 5.128.0 (headless) and on this package, each in Chromium against the emulator. Written and
compared by \`test/client/comparison.browser.test.ts\`.

| Page code | Result | There | Here |
| --- | --- | --- | --- |
${lines.join('\n')}

Options of the vendor's that mean nothing here are accepted and ignored: \`appearance\`, \`localization\`, \`telemetry\`,
\`standardBrowser\`, \`signInUrl\`, \`signUpUrl\`, \`afterSignOutUrl\`, \`domain\`, \`isSatellite\`, \`sdkMetadata\`, \`experimental\`.
Any other unknown option is a \`TypeError\`. \`signOut({ redirectUrl })\` leads nowhere; \`signOut({ sessionId })\` is a \`TypeError\`.
`;
  if (process.env['UPDATE_COMPARISON']) await writeFile(TABLE, table);
  expect(await readFile(TABLE, 'utf8')).toBe(table);
});
