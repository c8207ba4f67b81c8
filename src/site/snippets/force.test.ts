import { Clerk } from 'user-password-api';
import { test } from 'user-password-api/emulator/vitest';
import { expect } from 'vitest';

test('each error that was forced comes once, in order', async ({
  emulator,
}) => {
  const { publishableKey, fetch } = emulator;
  const clerk = new Clerk(publishableKey, { fetch });
  await clerk.load();
  const user = await clerk.signInWithPassword({
    identifier: 'user@example.com',
    password: 'current-password-1',
  });

  emulator.force('removePassword', { code: 'too_many_requests' });
  emulator.force('removePassword', { status: 502, body: '<p>Bad gateway' });
  emulator.force('removePassword', { fault: 'drop' });

  const remove = () =>
    user.removePassword({ currentPassword: 'current-password-1' });
  await expect(remove()).rejects.toMatchObject({ status: 429 });
  await expect(remove()).rejects.toMatchObject({ reason: 'not-json' });
  await expect(remove()).rejects.toMatchObject({ reason: 'no-answer' });
  expect((await remove()).passwordEnabled).toBe(false);
});
