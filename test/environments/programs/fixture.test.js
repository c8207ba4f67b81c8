// The fixture for vitest.
import { Clerk } from 'user-password-api';
import { test } from 'user-password-api/emulator/vitest';
import { describe, expect } from 'vitest';
import { visit } from './visit.js';

test('each test has a fresh emulator (1)', async ({ emulator }) => {
  await visit(emulator.publishableKey, { fetch: emulator.fetch });
  expect(emulator.outbox).toHaveLength(1);
});

test('each test has a fresh emulator (2)', async ({ emulator }) => {
  expect(emulator.outbox).toHaveLength(0);
});

const strict = { emulatorOptions: { settings: { password: { minLength: 20 } } } };
const refuses = async ({ emulator }) => {
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
  await clerk.load();
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  const change = user.updatePassword({ currentPassword: 'current-password-1', newPassword: 'nineteen characters' });
  await expect(change).rejects.toMatchObject({ code: 'form_password_length_too_short' });
};

// `override` is of 4.1, `scoped` of 3.2; extending works everywhere.
describe('with other options', () => {
  const change = test.override ?? test.scoped;
  if (change) {
    change.call(test, strict);
    test('the options of the group count', async ({ emulator }) => refuses({ emulator }));
  }
  const extended = test.extend(strict);
  extended('the options of an extended test count', async ({ emulator }) => refuses({ emulator }));
});
