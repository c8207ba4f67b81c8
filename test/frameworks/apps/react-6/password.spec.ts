import {
  clerk,
  clerkSetup,
  setupClerkTestingToken,
} from '@clerk/testing/playwright';
import { expect, test } from '@playwright/test';

test.beforeAll(() => clerkSetup());

test('the user signs in with the new password', async ({ page }) => {
  const identifier = 'user@example.com';
  await setupClerkTestingToken({ page });
  await page.goto('/');
  await clerk.signIn({ page, emailAddress: identifier });
  await page.getByLabel('Current password').fill('current-password-1');
  await page.getByLabel('New password').fill('correct-horse-battery');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByText('Password changed')).toBeVisible();

  await clerk.signOut({ page });
  await clerk.signIn({
    page,
    signInParams: {
      strategy: 'password',
      identifier,
      password: 'correct-horse-battery',
    },
  });
  await expect(page.getByText(identifier)).toBeVisible();
});

test('a user without a password signs in by a code', async ({
  page,
  request,
}) => {
  // @clerk/testing sends codes to addresses with +clerk_test only.
  const identifier = 'ada+clerk_test@example.com';
  await request.post(
    `${process.env['CLERK_EMULATOR_URL']}/__emulator/users`,
    { data: { email: identifier } },
  );
  await setupClerkTestingToken({ page });
  await page.goto('/');
  await clerk.signIn({
    page,
    signInParams: { strategy: 'email_code', identifier },
  });
  await expect(page.getByText(identifier)).toBeVisible();
});
