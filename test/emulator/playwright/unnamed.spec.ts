import { expect } from '@playwright/test';
import { test } from 'user-password-api/emulator/playwright';

test.use({ emulatorUrl: '/__clerk' });

test('has the emulator without naming it', async ({ page }) => {
  await page.route('http://localhost:5173/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('/');
  expect(await page.evaluate('fetch("/__clerk/v1/environment").then(({ status }) => status)')).toBe(200);
});
