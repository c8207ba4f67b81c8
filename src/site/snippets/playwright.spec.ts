import { expect } from '@playwright/test';
import { test } from 'user-password-api/emulator/playwright';

// The page's proxyUrl. Leave this line out if it has none.
test.use({ emulatorUrl: 'http://localhost:4010' });

test('says that the current password is wrong', async ({
  page,
  emulator,
}) => {
  await page.goto('/');
  await page.getByLabel('Email address').fill('user@example.com');
  await page
    .getByLabel('Password', { exact: true })
    .fill('current-password-1');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.getByLabel('Current password').fill('not it');
  await page
    .getByLabel('New password')
    .fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Update password' }).click();
  await expect(
    page.getByText('The current password is not right'),
  ).toBeVisible();
  expect(emulator.requests.at(-1)).toMatchObject({
    operation: 'changePassword',
    status: 422,
  });
});
