import { Clerk, type User } from 'user-password-api';
import type { Emulator } from 'user-password-api/emulator';
import { test } from 'user-password-api/emulator/vitest';
import { describe, expect } from 'vitest';

/** Signs in like one more device of the same person. */
async function device(emulator: Emulator): Promise<User> {
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
  await clerk.load();
  return clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
}

const change = { currentPassword: 'current-password-1', newPassword: 'correct horse battery staple' };

test('the other device is answered 401 and this one 200 when the change signs out the others', async ({ emulator }) => {
  const [here, there] = [await device(emulator), await device(emulator)];
  await here.updatePassword({ ...change, signOutOfOtherSessions: true });
  await expect(there.reload()).rejects.toMatchObject({ status: 401 });
  await expect(here.reload()).resolves.toMatchObject({ passwordEnabled: true });
});

test('the other device stays signed in when the change does not say so', async ({ emulator }) => {
  const [here, there] = [await device(emulator), await device(emulator)];
  await here.updatePassword(change);
  await expect(there.reload()).resolves.toMatchObject({ id: here.id });
});

test('nobody has changed anything when a test begins', async ({ emulator }) => {
  await expect(device(emulator)).resolves.toMatchObject({ passwordEnabled: true });
  expect(emulator.outbox).toEqual([]);
});

describe('with other options', () => {
  test.override({ emulatorOptions: { settings: { password: { minLength: 20 } } } });

  test('the instance is as strict as it was told to be when the emulator is made', async ({ emulator }) => {
    const user = await device(emulator);
    const refused = user.updatePassword({ ...change, newPassword: 'nineteen characters' });
    await expect(refused).rejects.toMatchObject({ errors: [{ code: 'form_password_length_too_short' }] });
  });
});
