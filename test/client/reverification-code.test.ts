/** Reverification by a code, and responses without a client, against the emulator and the contract's examples. */
import { Clerk, type Reverification } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { expect, test } from 'vitest';
import { CANARY, example, json, rejection, setUp, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const CODE = '424242';

test('a code is sent and proves it, after a wrong one', async () => {
  const emulator = createEmulator({ settings: { reverification: true } });
  const wrong: unknown[] = [];
  const clerk = new Clerk(emulator.publishableKey, {
    fetch: (url, init) => emulator.fetch(new Request(url, init)),
    onReverification: async ({ sendCode, verifyWithCode }) => {
      expect(await sendCode()).toMatch(/@/);
      wrong.push(await rejection(verifyWithCode('000000')));
      await verifyWithCode(CODE);
    },
  });
  const credentials = { identifier: 'user@example.com', password: 'current-password-1' };
  const user = await clerk.signInWithPassword(credentials);
  emulator.advance(3_600_000);
  await user.updatePassword({ newPassword: 'correct horse battery staple' });
  expect(wrong).toMatchObject([{ status: 422 }]);
});

test('a code that is not offered is a TypeError, and nothing is sent', async () => {
  const asked: Reverification[] = [];
  const { user, sent } = await signedIn(
    { change_password: () => json(example('session_reverification_required'), 403) },
    { onReverification: (reverification) => void asked.push(reverification) },
  );
  await rejection(user.updatePassword({ newPassword: CANARY }));
  const error = await rejection(asked[0]?.sendCode('phone_code') ?? Promise.resolve());
  expect(error).toBeInstanceOf(TypeError);
  expect(sent('prepare_first_factor')).toHaveLength(0);
});

test('a verification that still needs a second factor proves nothing: the change is not sent again', async () => {
  const halfway = example('verification_complete');
  halfway.response.status = 'needs_second_factor';
  const { user, sent } = await signedIn(
    {
      change_password: () => json(example('session_reverification_required'), 403),
      verify: () => json(example('verification_started')),
      attempt_first_factor: () => json(halfway),
    },
    { onReverification: ({ verifyWithPassword }) => verifyWithPassword(CANARY) },
  );
  expect(await rejection(user.updatePassword({ newPassword: CANARY }))).toMatchObject({ reason: 'incomplete' });
  expect(sent('change_password')).toHaveLength(1);
});

test.each([null, undefined])(
  'a change whose response has client: %s is a success, and the sessions stay',
  async (client) => {
    const { user, clerk } = await signedIn({
      change_password: () => json({ ...example('password_changed'), client }),
    });
    expect(await user.updatePassword({ newPassword: CANARY })).toBe(user);
    expect([clerk.user?.id, clerk.client?.sessions.length]).toEqual([user.id, 1]);
  },
);

test('a sign-in whose response carries no client is looked up', async () => {
  const { clerk } = setUp({ sign_ins: () => json({ ...example('signed_in_by_password'), client: null }) });
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
  expect(user).toBe(clerk.user);
});

test('an error without long_message shows its message', async () => {
  const body = { errors: [{ code: 'x', message: 'Short.', long_message: null }] };
  const { user } = await signedIn({ change_password: () => json(body, 422) });
  const error = await rejection(user.updatePassword({ newPassword: CANARY }));
  expect(error).toMatchObject({ message: 'Short.', code: 'x', outcomeUnknown: false });
});
