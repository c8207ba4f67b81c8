/**
 * What is checked of the vendor's own SDK, as published, in a real browser, against the emulator. clerk-js.browser.test.ts runs a part
 * of it, clerk-js.long.test.ts each version in each way.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { createControl, createEmulator, type Emulator } from 'user-password-api/emulator';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { type RunningServer, serve } from '../../src/emulator/hosts/node-server.ts';
import { launchBrowser } from '../browser.ts';
import { type PageServer, sdkPage, servePages, type versions } from './pages.ts';

let browser: Browser;
let pages: PageServer;
let https: RunningServer;
/** Emulators that are reached by name over https. */
const byHost = new Map<string, Emulator>();

/** Has the servers and the browser there during the tests of the file that calls it. */
export function serveVendor(): void {
  beforeAll(async () => {
    pages = await servePages();
    const tls = makeCertificate(['localhost', '*.clerk.accounts.dev']);
    const handler: Parameters<typeof serve>[0] = {
      handle: (request) => {
        const emulator = byHost.get(request.header('host') ?? '');
        return emulator === undefined ? { status: 503, headers: {}, body: '' } : emulator.handle(request);
      },
    };
    https = await serve(handler, { tls });
    browser = await launchBrowser(`MAP *.clerk.accounts.dev 127.0.0.1:${https.port}`);
  });

  afterAll(async () => {
    await browser?.close();
    await https?.close();
    await pages?.close();
  });
}

export const ways = ['proxyUrl over http', 'publishable key alone over https'] as const;
export type Version = (typeof versions)[number];
export type Way = (typeof ways)[number];

let count = 0;

interface Opened {
  readonly emulator: Emulator;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The address of the emulator, for a back end. */
  readonly address: string;
  /** Opens the page once more, in another browser profile unless told otherwise. */
  open(context?: BrowserContext): Promise<Page>;
}

async function open(
  which: Version,
  way: Way | 'proxyUrl of an instance',
  environment: 'test' | 'live' = 'test',
): Promise<Opened> {
  count++;
  const frontendApi = `test-${count}.clerk.accounts.dev`;
  let emulator = createEmulator({ settings: { frontendApi } });
  let proxyUrl: string | undefined;
  let address = https.url;
  if (way === 'proxyUrl over http') {
    const http = await serve(emulator);
    onTestFinished(() => http.close());
    address = http.url;
    proxyUrl = http.url.replace('127.0.0.1', 'localhost');
  } else if (way === 'proxyUrl of an instance') {
    const control = createControl(emulator);
    const http = await serve(control);
    onTestFinished(() => http.close());
    address = `${http.url}/instances/one`;
    proxyUrl = address.replace('127.0.0.1', 'localhost');
    // An instance is there once something was changed in it.
    await control.fetch(`${address}/__emulator/reset`, { method: 'POST' });
    emulator = control.instances.get('one') ?? emulator;
  } else {
    byHost.set(frontendApi, emulator);
  }
  const key = emulator.publishableKey.replace('pk_test_', `pk_${environment}_`);
  pages.add(`/page-${count}`, 'text/html', sdkPage(which.script, which.ui, key, proxyUrl));
  const url = `${pages.url}/page-${count}`;
  const start = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction('window.Clerk?.loaded');
    return page;
  };
  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    onTestFinished(() => context.close());
    return context;
  };
  const context = await newContext();
  return {
    emulator,
    context,
    address,
    page: await start(context),
    open: async (again) => start(again ?? (await newContext())),
  };
}

/** Runs an expression in the page and answers its value, or the first error of the API as `{ code, longMessage, status }`. */
const run = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`(async () => {
    try { return await (${expression}); }
    catch (error) {
      if (!error.errors) throw error;
      const { code, longMessage, meta } = error.errors[0];
      return { status: error.status, code, longMessage, paramName: meta?.paramName };
    }
  })()`);

const signIn = (page: Page, password = 'current-password-1'): Promise<unknown> =>
  run(
    page,
    `Clerk.client.signIn.create({ identifier: 'user@example.com', strategy: 'password', password: ${JSON.stringify(password)} })
      .then((signIn) => Clerk.setActive({ session: signIn.createdSessionId }))
      .then(() => Clerk.user.primaryEmailAddress.emailAddress)`,
  );

const update = (current: string, next: string, more = ''): string =>
  `Clerk.user.updatePassword({ currentPassword: '${current}', newPassword: '${next}' ${more} }).then((user) => user.passwordEnabled)`;

/** Fills in the vendor's own form for a new password. */
async function changeOnProfile(page: Page, next: string, current?: string): Promise<void> {
  await run(page, `Clerk.mountUserProfile(document.getElementById('app'), { routing: 'hash' })`);
  await page.getByRole('button', { name: 'Security', exact: true }).click();
  await page.getByRole('button', { name: 'Update password' }).click();
  if (current !== undefined) await page.locator('input[name=currentPassword]').fill(current);
  await page.locator('input[name=newPassword]').fill(next);
  const confirm = page.locator('input[name=confirmPassword]');
  await confirm.fill(next);
  // By Enter: a click takes the focus from the field, whose message then moves the button away from under the pointer.
  await page.getByText('Passwords match.').first().waitFor();
  await confirm.press('Enter');
}

export interface Check {
  readonly title: string;
  /** `npm test` checks it with each version, and the rest with the newest. */
  readonly isMain?: true;
  readonly run: (which: Version, way: Way) => Promise<void>;
}

export const checks: readonly Check[] = [
  {
    title: 'stays signed in by cookie alone when the key is a live one',
    run: async (which) => {
      const { page, context, emulator } = await open(which, 'proxyUrl over http', 'live');
      expect(await signIn(page)).toBe('user@example.com');
      await page.reload();
      await page.waitForFunction('window.Clerk?.loaded');
      expect(await run(page, update('current-password-1', 'a much better one'))).toBe(true);
      const [cookie] = (await context.cookies()).filter(({ name }) => name === '__client');
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(emulator.requests.every(({ query }) => query['__clerk_db_jwt'] === undefined)).toBe(true);
    },
  },
  {
    title: 'signs in and updates the password on an instance, by its proxyUrl',
    run: async (which) => {
      const { page, emulator } = await open(which, 'proxyUrl of an instance');
      expect(await signIn(page)).toBe('user@example.com');
      expect(await run(page, update('current-password-1', 'a much better one'))).toBe(true);
      await page.reload();
      await page.waitForFunction('window.Clerk?.loaded');
      expect(await run(page, 'Clerk.user.primaryEmailAddress.emailAddress')).toBe('user@example.com');
      expect(emulator.outbox).toMatchObject([{ kind: 'password_changed' }]);
    },
  },
  {
    title: 'changes the password on the mounted profile, and proves it again in between when reverification is on',
    run: async (which) => {
      const { page, emulator } = await open(which, 'proxyUrl over http');
      await signIn(page);
      await changeOnProfile(page, 'a much better one', 'current-password-1');
      await expect.poll(() => emulator.outbox.length).toBe(1);

      emulator.configure({ reverification: true });
      emulator.advance(11 * 60_000);
      await page.reload();
      await page.waitForFunction('window.Clerk?.loaded');
      await changeOnProfile(page, 'the best one of all');
      await page.locator('input[name=password]').fill('a much better one');
      await page.locator('input[name=password]').press('Enter');
      await expect.poll(() => emulator.outbox.length).toBe(2);
      const codes = emulator.requests.flatMap((request) => request.codes);
      expect(codes).toEqual(['session_reverification_required']);
    },
  },
  {
    title: 'is signed out elsewhere when a change ends the other sessions',
    run: async (which, way) => {
      const { page, open: openAgain } = await open(which, way);
      const other = await openAgain();
      await signIn(page);
      await signIn(other);
      expect(await run(page, update('current-password-1', 'a much better one', ', signOutOfOtherSessions: true'))).toBe(
        true,
      );
      expect(await run(other, 'Clerk.user.reload().then(() => true)')).toMatchObject({
        status: 401,
        code: 'signed_out',
      });
      expect(await run(page, 'Clerk.user.reload().then(() => true)')).toBe(true);
    },
  },
  {
    title: 'hands out a token that a back end can verify when asked for one',
    run: async (which, way) => {
      const { page, emulator, address } = await open(which, way);
      await signIn(page);
      const token = await run(page, 'Clerk.session.getToken({ skipCache: true })');
      const answer = await emulator.fetch(`${address}/.well-known/jwks.json`);
      const keys: JSONWebKeySet = await answer.json();
      const { payload } = await jwtVerify(String(token), createLocalJWKSet(keys));
      const user = emulator.users.get('user@example.com');
      expect(payload).toMatchObject({ sub: user?.id, azp: pages.url, fva: [0, -1] });
      expect(emulator.users.sessions('user@example.com').map(({ id }) => id)).toContain(payload['sid']);
    },
  },
  {
    title: 'signs in, updates, reloads, removes and signs out when called by its API',
    isMain: true,
    run: async (which, way) => {
      const { page, emulator } = await open(which, way);
      expect(await run(page, 'Clerk.user')).toBeNull();
      expect(await signIn(page, 'not it')).toMatchObject({ status: 422, code: 'form_password_incorrect' });
      expect(await signIn(page)).toBe('user@example.com');

      expect(await run(page, update('not it', 'a much better one'))).toMatchObject({
        status: 422,
        code: 'form_password_incorrect',
        longMessage: 'The current password is not right. Check it and try again.',
        paramName: 'current_password',
      });
      expect(await run(page, update('current-password-1', 'a much better one'))).toBe(true);
      await page.reload();
      await page.waitForFunction('window.Clerk?.loaded');
      expect(await run(page, 'Clerk.user.passwordEnabled')).toBe(true);

      expect(await run(page, `Clerk.user.removePassword({})`)).toMatchObject({ code: 'form_param_missing' });
      expect(
        await run(
          page,
          `Clerk.user.removePassword({ currentPassword: 'a much better one' }).then((user) => user.passwordEnabled)`,
        ),
      ).toBe(false);
      expect(await run(page, 'Clerk.user.reload().then((user) => user.passwordEnabled)')).toBe(false);
      expect(
        await run(
          page,
          `Clerk.user.updatePassword({ newPassword: 'a first one' }).then((user) => user.passwordEnabled)`,
        ),
      ).toBe(true);
      expect(emulator.outbox.map(({ kind }) => kind)).toEqual(['password_changed', 'password_removed', 'password_set']);

      expect(emulator.users.sessions('user@example.com')).toHaveLength(2);
      // Signing out leads away; here, back to the same page.
      await page.evaluate('void Clerk.signOut({ redirectUrl: location.pathname })');
      await page.waitForFunction('window.Clerk?.loaded && Clerk.user === null');
      // What is left is the session that the seed began.
      expect(emulator.users.sessions('user@example.com')).toMatchObject([{ token: 'dvb_local' }]);
    },
  },
  {
    title: 'signs in when the mounted form is filled in',
    run: async (which, way) => {
      const { page } = await open(which, way);
      await page.evaluate('window.isFormPage = true');
      await run(page, `Clerk.mountSignIn(document.getElementById('app'), { forceRedirectUrl: location.pathname })`);
      const identifier = page.locator('input[name=identifier]');
      await identifier.fill('user@example.com');
      await identifier.press('Enter');
      const password = page.locator('input[name=password]');
      await password.fill('not it');
      await password.press('Enter');
      // Beside the field, because the error names it.
      await page.locator('[id^="error-password"]', { hasText: 'The password is not right.' }).waitFor();
      await password.fill('current-password-1');
      await password.press('Enter');
      // The form leads to the next page as soon as there is a session: what counts is who is signed in there.
      await page.waitForFunction('!window.isFormPage && window.Clerk?.loaded && Clerk.user !== null');
      expect(await run(page, 'Clerk.user.primaryEmailAddress.emailAddress')).toBe('user@example.com');
    },
  },
  {
    title: 'signs in by the code that was sent when the user of the mounted form has no password',
    run: async (which, way) => {
      const { page, emulator } = await open(which, way);
      await page.evaluate('window.isFormPage = true');
      await run(page, `Clerk.mountSignIn(document.getElementById('app'), { forceRedirectUrl: location.pathname })`);
      const identifier = page.locator('input[name=identifier]');
      await identifier.fill('no-password@example.com');
      await identifier.press('Enter');
      const code = page.locator('input[autocomplete="one-time-code"]').first();
      await code.waitFor();
      await expect.poll(() => emulator.outbox).toMatchObject([{ to: 'no-password@example.com', code: '424242' }]);
      await code.pressSequentially('424242');
      await page.waitForFunction('!window.isFormPage && window.Clerk?.loaded && Clerk.user !== null');
      expect(await run(page, 'Clerk.user.primaryEmailAddress.emailAddress')).toBe('no-password@example.com');
    },
  },
  {
    title: 'signs in by the steps that the newer hooks take, with a code and with a password',
    run: async (which, way) => {
      const { page, emulator, open: openAgain } = await open(which, way);
      // What `useSignIn()` of @clerk/react 6 hands out; each step resolves with its error.
      const steps = (body: string): string => `(async (signIn) => { ${body} })(Clerk.client.signIn.__internal_future)`;
      const byCode = steps(`
        await signIn.emailCode.sendCode({ emailAddress: 'user@example.com' });
        const wrong = await signIn.emailCode.verifyCode({ code: '000000' });
        await signIn.emailCode.verifyCode({ code: '424242' });
        return [wrong.error.errors[0].code, signIn.status, (await signIn.finalize()).error, Clerk.user.id]`);
      const id = emulator.users.get('user@example.com')?.id;
      expect(await run(page, byCode)).toEqual(['form_code_incorrect', 'complete', null, id]);
      const other = await openAgain();
      const byPassword = steps(`
        await signIn.create({ identifier: 'user@example.com' });
        const wrong = await signIn.password({ password: 'not it' });
        await signIn.password({ password: 'current-password-1' });
        return [wrong.error.errors[0].code, signIn.status, (await signIn.finalize()).error, Clerk.user.id]`);
      expect(await run(other, byPassword)).toEqual(['form_password_incorrect', 'complete', null, id]);
    },
  },
];
