// The fixture for Playwright: a page on localhost that calls the host of the key.
import { expect } from '@playwright/test';
import { test } from 'user-password-api/emulator/playwright';

test.describe('the emulator answers for the pages of the test', () => {
  test.use({ emulatorOptions: { settings: { password: { minLength: 20 } } } });
  test('with the options of the group', async ({ page, emulator }) => {
    await page.route('http://localhost:5173/', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>' }));
    await page.goto('http://localhost:5173/');
    const status = await page.evaluate(
      async (url) => (await fetch(`${url}/v1/dev_browser`, { method: 'POST' })).status,
      `https://${emulator.settings.frontendApi}`,
    );
    expect(status).toBe(200);
    expect(emulator.requests).toHaveLength(1);
    expect(emulator.settings.password.minLength).toBe(20);
  });
});
