import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { test } from 'user-password-api/emulator/playwright';

const script = createRequire(import.meta.url).resolve('clerk-js-5/dist/clerk.browser.js');

/** The vendor's own SDK, by publishable key alone: it asks a host that does not exist outside this test. */
const page = (key: string) => `<!doctype html><title>Account</title><p id="said"></p>
<script src="/clerk.js" data-clerk-publishable-key="${key}"></script>
<script type="module">
  await Clerk.load({ telemetry: false });
  const { createdSessionId } = await Clerk.client.signIn.create({
    strategy: 'password', identifier: 'user@example.com', password: 'current-password-1' });
  await Clerk.setActive({ session: createdSessionId });
  window.change = (currentPassword) => Clerk.user.updatePassword({ currentPassword, newPassword: 'correct horse battery' })
    .then(() => 'changed', (error) => error.errors[0].longMessage)
    .then((text) => { document.querySelector('#said').textContent = text; });
  document.querySelector('#said').textContent = 'ready';
</script>`;

test.beforeEach(async ({ context, emulator }) => {
  await context.route(/^http:\/\/localhost:5173\/(clerk\.js)?$/, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ path: script })
      : route.fulfill({ contentType: 'text/html', body: page(emulator.publishableKey) }),
  );
});

test('shows what the server says when the current password is wrong', async ({ page, emulator }) => {
  await page.goto('http://localhost:5173/');
  await expect(page.locator('#said')).toHaveText('ready');
  await page.evaluate('change("not it")');
  await expect(page.locator('#said')).toHaveText('The current password is not right. Check it and try again.');
  expect(emulator.requests.at(-1)).toMatchObject({ operation: 'changePassword', status: 422 });
});

test('has changed the password when it was right', async ({ page, emulator }) => {
  await page.goto('http://localhost:5173/');
  await expect(page.locator('#said')).toHaveText('ready');
  await page.evaluate('change("current-password-1")');
  await expect(page.locator('#said')).toHaveText('changed');
  expect(emulator.outbox).toMatchObject([{ kind: 'password_changed' }]);
});

test.describe('with a path of the page as its address', () => {
  test.use({ emulatorUrl: '/__clerk' });

  test('answers there', async ({ page, emulator }) => {
    await page.goto('/');
    const status = await page.evaluate('fetch("/__clerk/v1/environment").then(({ status }) => status)');
    expect(status).toBe(200);
    expect(emulator.requests.at(-1)).toMatchObject({ operation: 'getEnvironment', status: 200 });
  });
});
