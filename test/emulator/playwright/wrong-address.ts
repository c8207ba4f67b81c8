import { test } from 'user-password-api/emulator/playwright';

test.use({ emulatorUrl: '/__clerk' });

test('has no page', async ({ page }) => {
  await page.goto('about:blank');
});
