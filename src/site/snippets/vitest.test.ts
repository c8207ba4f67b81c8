import { Clerk } from 'user-password-api';
import type { Emulator } from 'user-password-api/emulator';
import { test } from 'user-password-api/emulator/vitest';
import { describe, expect } from 'vitest';

const passwords = {
  currentPassword: 'current-password-1',
  newPassword: 'correct horse battery staple',
};

async function signIn({ publishableKey, fetch }: Emulator) {
  const clerk = new Clerk(publishableKey, { fetch });
  await clerk.load();
  return clerk.signInWithPassword({
    identifier: 'user@example.com',
    password: 'current-password-1',
  });
}

test('emails the user when the password was changed', async ({
  emulator,
}) => {
  const user = await signIn(emulator);
  await user.updatePassword(passwords);
  expect(emulator.outbox).toMatchObject([
    { kind: 'password_changed', to: 'user@example.com' },
  ]);
});

test('changes the password when only the response is lost', async ({
  emulator,
}) => {
  const user = await signIn(emulator);
  emulator.force('changePassword', { fault: 'drop', carriedOut: true });
  await expect(user.updatePassword(passwords)).rejects.toMatchObject({
    outcomeUnknown: true,
  });
  expect(emulator.outbox).toHaveLength(1);
});

describe('with reverification', () => {
  test.override({
    emulatorOptions: { settings: { reverification: true } },
  });

  test('requires reverification when the last one is 11 minutes old', async ({
    emulator,
  }) => {
    const user = await signIn(emulator);
    emulator.advance(11 * 60_000);
    await expect(user.updatePassword(passwords)).rejects.toMatchObject({
      errors: [{ code: 'session_reverification_required' }],
    });
  });
});
