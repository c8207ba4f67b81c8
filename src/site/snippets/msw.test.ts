import { setupServer } from 'msw/node';
import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { emulatorHandlers } from 'user-password-api/emulator/msw';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const emulator = createEmulator();
const server = setupServer(...emulatorHandlers(emulator));
beforeAll(() => server.listen());
afterEach(() => emulator.reset());
afterAll(() => server.close());

test('the user has no password after it was removed', async () => {
  // Without options, requests go to the host in the key. MSW handles them.
  const clerk = new Clerk(emulator.publishableKey);
  await clerk.load();
  const password = 'current-password-1';
  const user = await clerk.signInWithPassword({
    identifier: 'user@example.com',
    password,
  });
  await user.removePassword({ currentPassword: password });
  expect(emulator.users.get('user@example.com')?.hasPassword).toBe(false);
});
