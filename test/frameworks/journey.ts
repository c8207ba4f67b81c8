/** What a user does on a password page, and what has to be seen there. The pages of all applications have the same marks. */
import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import type { RunningApp } from './app.ts';

export interface Visit {
  readonly app: RunningApp;
  readonly page: Page;
}

export interface Step {
  readonly does: string;
  run(visit: Visit): Promise<void>;
}

const PATIENCE = 120_000;
const FIRST = 'current-password-1';
const SECOND = 'correct-horse-battery';
const THIRD = 'a first one again';
const FOURTH = 'the best one of all';

async function control(app: RunningApp, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${app.emulator}/__emulator${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

async function handshakesOf(app: RunningApp): Promise<number> {
  const requests: unknown = await control(app, 'GET', '/requests');
  return Array.isArray(requests) ? requests.filter(({ operation }) => operation === 'handshake').length : 0;
}

/** The session that the seed began in another browser. */
const elsewhere = async (app: RunningApp): Promise<number> =>
  (await fetch(`${app.emulator}/v1/me?__clerk_db_jwt=dvb_local`)).status;

async function change(page: Page, current: string, next: string, said: string | RegExp): Promise<void> {
  await page.locator('#change input[name=current]').fill(current);
  await page.locator('#change input[name=next]').fill(next);
  await page.locator('#change button', { hasText: 'Change' }).click();
  await page.locator('#said', { hasText: said }).waitFor();
}

async function remove(page: Page, current: string): Promise<void> {
  await page.locator('#change input[name=current]').fill(current);
  await page.locator('#remove-password').click();
  await page.locator('#has', { hasText: 'has no password' }).waitFor();
}

async function signIn(page: Page, password: string): Promise<void> {
  const identifier = page.locator('input[name=identifier]');
  await identifier.fill('user@example.com');
  await identifier.press('Enter');
  const field = page.locator('input[name=password]:visible:not([tabindex="-1"])');
  await field.fill('not it');
  await field.press('Enter');
  // Beside the field, because the error names it.
  await page.locator('[id^="error-password"]', { hasText: 'The password is not right.' }).waitFor();
  await field.fill(password);
  await field.press('Enter');
  await page.locator('#who', { hasText: 'user@example.com' }).waitFor();
}

const signsIn: Step = {
  does: '`<SignIn />` with a wrong password and the right one',
  run: async ({ app, page }) => {
    page.setDefaultTimeout(PATIENCE);
    await page.goto(app.url);
    await signIn(page, FIRST);
  },
};

const isRefused: Step = {
  does: 'wrong current password',
  run: ({ page }) => change(page, 'not it', SECOND, 'The current password is not right.'),
};

const changes: Step = {
  does: 'change, other sessions ended',
  run: async ({ app, page }) => {
    assert.equal(await elsewhere(app), 200);
    await change(page, FIRST, SECOND, 'Password changed');
    assert.equal(await elsewhere(app), 401);
  },
};

const removes: Step = {
  does: 'remove',
  run: ({ page }) => remove(page, SECOND),
};

const setsFirst: Step = {
  does: 'set a first one',
  run: async ({ page }) => {
    await change(page, '', THIRD, 'Password changed');
    await page.locator('#has', { hasText: 'has a password' }).waitFor();
  },
};

/** Opens the password form of the vendor's component and saves a new password there. */
async function saveInProfile(
  { app, page }: Visit,
  button: string,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(`${app.url}/?profile`);
  await page.getByRole('button', { name: 'Security', exact: true }).click();
  await page.getByRole('button', { name: button }).click();
  for (const [name, password] of Object.entries(passwords)) await page.locator(`input[name=${name}]`).fill(password);
  await page.getByText('Passwords match.').first().waitFor();
  const confirm = page.locator('input[name=confirmPassword]');
  await confirm.press('Enter');
  await confirm.waitFor({ state: 'detached' });
  await page.goto(app.url);
}

const profileChanges: Step = {
  does: '`<UserProfile />`: change',
  run: async (visit) => {
    await saveInProfile(visit, 'Update password', {
      currentPassword: THIRD,
      newPassword: SECOND,
      confirmPassword: SECOND,
    });
    await remove(visit.page, SECOND);
  },
};

const profileSets: Step = {
  does: '`<UserProfile />`: set a first one',
  run: async (visit) => {
    await saveInProfile(visit, 'Set password', { newPassword: THIRD, confirmPassword: THIRD });
    await visit.page.locator('#has', { hasText: 'has a password' }).waitFor();
  },
};

/** The vendor's component has no form that removes a password. */
export const profile: readonly Step[] = [profileChanges, profileSets];

export const reverifies: Step = {
  does: '`useReverification()`',
  run: async ({ app, page }) => {
    await control(app, 'PATCH', '/settings', { reverification: true });
    await control(app, 'POST', '/clock', { seconds: 660 });
    await page.goto(app.url);
    await page.locator('#change input[name=next]').fill(FOURTH);
    await page.locator('#change button', { hasText: 'Change' }).click();
    const field = page.locator('.cl-modalContent input[name=password], [role=dialog] input[name=password]').first();
    await field.fill(THIRD);
    await field.press('Enter');
    await page.locator('#said', { hasText: 'Password changed' }).waitFor();
  },
};

/** What the server renders before any script runs; whoever is not signed in gets the sign-in form at `signInPath`. */
export const knownToTheServer = (does: string, signInPath = '/'): Step => ({
  does,
  run: async ({ app, page }) => {
    const rendered = await page.goto(app.url);
    assert.match((await rendered?.text()) ?? '', /user_2xAmple0000000000000000001 sess_\w+ user@example\.com/);
    const before = await handshakesOf(app);
    const context = await page.context().browser()?.newContext();
    assert.ok(context !== undefined);
    const other = await context.newPage();
    await other.goto(app.url);
    await other.locator('input[name=identifier]').waitFor({ timeout: PATIENCE });
    assert.equal(new URL(other.url()).pathname, signInPath);
    await context.close();
    // Each new browser takes one handshake, and one alone.
    assert.equal((await handshakesOf(app)) - before, 1);
  },
});

export const signsOut: Step = {
  does: 'sign out',
  run: async ({ page }) => {
    await page.locator('#sign-out').click();
    await page.locator('input[name=identifier]').waitFor();
  },
};

/** What every password page does. */
export const passwordPage: readonly Step[] = [signsIn, isRefused, changes, removes, setsFirst];
