import { expect } from '@playwright/test';
import { test } from 'user-password-api/emulator/playwright';

test.use({ launchOptions: { executablePath: '/no/browser' } });

test('needs no browser without a page', async ({ emulator }) => {
  expect((await emulator.fetch('http://localhost/v1/environment')).status).toBe(200);
});
