import { Clerk } from 'user-password-api';
import { test } from 'user-password-api/emulator/vitest';
import { expect } from 'vitest';

test('says why when the current password is wrong', async ({ emulator }) => {
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
  await clerk.load();
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  await expect(user.updatePassword({ currentPassword: 'not it', newPassword: 'a new password' })).rejects.toMatchObject(
    {
      errors: [{ code: 'form_password_incorrect' }],
    },
  );
});
