/** Reverification by a code, and responses without a client, against the emulator and the contract's examples. */
import { Clerk, type Reverification } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
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
  for (const error of [
    await rejection(asked[0]?.sendCode('phone_code') ?? Promise.resolve()),
    await rejection(asked[0]?.sendCode() ?? Promise.resolve()),
  ]) {
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain('no such code');
  }
  expect(sent('prepare_first_factor')).toHaveLength(0);
});

describe('the codes', () => {
  const factors = [
    { strategy: 'password' },
    { strategy: 'email_code', email_address_id: 'idn_mail', safe_identifier: 'u***@example.com' },
    { strategy: 'phone_code', phone_number_id: 'idn_phone', safe_identifier: '+1******00' },
  ] as const;
  const once = {
    change_password: (_: Request, count: number) =>
      count === 1 ? json(example('session_reverification_required'), 403) : json(example('password_changed')),
    prepare_first_factor: () => json(example('verification_prepared')),
  };
  const offering = (supported: typeof factors | null) => () => {
    const started = example('verification_started');
    return json({ ...started, response: { ...started.response, supported_first_factors: supported } });
  };

  test.each([
    [undefined, { strategy: 'email_code', email_address_id: 'idn_mail' }, 'u***@example.com'],
    ['email_code', { strategy: 'email_code', email_address_id: 'idn_mail' }, 'u***@example.com'],
    ['phone_code', { strategy: 'phone_code', phone_number_id: 'idn_phone' }, '+1******00'],
  ] as const)('go where they are wanted, and prove it there, when %s is asked for', async (wanted, form, to) => {
    const { user, sent } = await signedIn(
      { ...once, verify: offering(factors) },
      {
        onReverification: async ({ sendCode, verifyWithCode }) => {
          expect(await sendCode(wanted)).toBe(to);
          await verifyWithCode(CODE);
        },
      },
    );
    await user.updatePassword({ newPassword: CANARY });
    expect(sent('prepare_first_factor').map((request) => request.form)).toEqual([form]);
    expect(sent('attempt_first_factor').map((request) => request.form)).toEqual([
      { strategy: form.strategy, code: CODE },
    ]);
  });

  test('are tried as those of an email when the person has one already and none was sent', async () => {
    const { user, sent } = await signedIn(
      { ...once, verify: offering(factors) },
      { onReverification: ({ verifyWithCode }) => verifyWithCode(CODE) },
    );
    await user.updatePassword({ newPassword: CANARY });
    expect(sent('attempt_first_factor').map(({ form }) => form)).toEqual([{ strategy: 'email_code', code: CODE }]);
  });

  test('are none when the server names no factors, which is no failure of the call', async () => {
    const asked: Reverification[] = [];
    const { user } = await signedIn(
      { ...once, verify: offering(null) },
      {
        onReverification: async (reverification) => {
          asked.push(reverification);
          await reverification.verifyWithPassword(CANARY);
        },
      },
    );
    await user.updatePassword({ newPassword: CANARY });
    expect(asked).toMatchObject([{ strategies: [] }]);
  });

  test('that are no text are a TypeError that names the method, and nothing is sent', async () => {
    const errors: unknown[] = [];
    const { user, sent } = await signedIn(once, {
      onReverification: async (reverification) => {
        for (const name of ['verifyWithCode', 'verifyWithPassword'] as const)
          errors.push(await rejection(Reflect.apply(reverification[name], undefined, [424242])));
      },
    });
    await rejection(user.updatePassword({ newPassword: CANARY }));
    expect(errors.map(String)).toEqual([
      'TypeError: verifyWithCode: code must be a string.',
      'TypeError: verifyWithPassword: password must be a string.',
    ]);
    expect(sent('attempt_first_factor')).toHaveLength(0);
  });
});

test('a reverification is asked for again, in the same session and in another, when it has grown old meanwhile', async () => {
  const emulator = createEmulator({ settings: { reverification: true } });
  let asked = 0;
  const clerk = new Clerk(emulator.publishableKey, {
    fetch: emulator.fetch,
    onReverification: async ({ verifyWithPassword }) => {
      asked++;
      await verifyWithPassword(password);
    },
  });
  let password = 'current-password-1';
  const change = async () => {
    emulator.advance(3_600_000);
    const newPassword = `correct horse battery staple ${asked}`;
    await clerk.user?.updatePassword({ newPassword });
    password = newPassword;
  };
  await clerk.signInWithPassword({ identifier: 'user@example.com', password });
  await change();
  await change();
  emulator.users.create({ email: 'other@example.com', password: 'a password of another' });
  password = 'a password of another';
  await clerk.signInWithPassword({ identifier: 'other@example.com', password });
  await change();
  expect(asked).toBe(3);
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
  const { clerk, sent } = setUp({ sign_ins: () => json({ ...example('signed_in_by_password'), client: null }) });
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
  expect(user).toBe(clerk.user);
  expect(sent('client')).toHaveLength(1);
});

test('a session without a user signs nobody in and disturbs nobody', async () => {
  const answer = example('signed_in');
  const [session] = answer.response?.sessions ?? [];
  if (!session || !answer.response) throw new Error('The example has no session');
  const bare = { ...session, id: 'sess_bare' };
  Reflect.deleteProperty(bare, 'user');
  answer.response.sessions = [bare, session];
  const { clerk, user, sent } = await signedIn({
    client: () => json(answer),
    me: () => json({ ...example('current_user'), client: null }),
  });
  expect(await user.reload()).toBe(user);
  expect(clerk.client?.sessions.map(({ user }) => user?.id)).toEqual([undefined, user.id]);
  await clerk.load();
  expect(sent('client')).toHaveLength(1);
});

test('whoever is signed in stays shown while a sign-in without a client is looked up', async () => {
  const { clerk } = await signedIn({
    sign_ins: () => json({ ...example('signed_in_by_password'), client: null }),
  });
  const heard: unknown[] = [];
  clerk.addListener(({ user }) => heard.push(user?.id ?? 'nobody'));
  await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
  expect(heard).not.toContain('nobody');
});

test('a client whose list of sessions is left out has none', async () => {
  const answer = example('signed_out_everywhere');
  Reflect.deleteProperty(Object(answer.response), 'sessions');
  const { clerk } = setUp({ client: () => json(answer) });
  await clerk.load();
  expect([clerk.client?.sessions, clerk.user]).toEqual([[], null]);
});

test('a session that the server refuses goes and the others stay, when the server cannot be asked again', async () => {
  const answer = example('signed_in_by_password');
  const [session] = answer.client.sessions;
  if (!session?.user) throw new Error('The example has no session');
  const other = { ...session, id: 'sess_other', user: { ...session.user, id: 'user_other' } };
  answer.client.sessions = [other, session];
  answer.client.last_active_session_id = other.id;
  answer.response.created_session_id = session.id;
  const { clerk } = setUp({
    sign_ins: () => json(answer),
    me: () => json(example('signed_out'), 401),
    client: () => json(example('internal_clerk_error'), 500),
  });
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY });
  expect(clerk.user?.id).toBe(session.user.id);
  expect(await rejection(user.reload())).toMatchObject({ status: 401 });
  expect(clerk.client?.sessions.map(({ id }) => id)).toEqual(['sess_other']);
  expect(clerk.user?.id).toBe('user_other');
});

test('an error without long_message shows its message', async () => {
  const body = { errors: [{ code: 'x', message: 'Short.', long_message: null }] };
  const { user } = await signedIn({ change_password: () => json(body, 422) });
  const error = await rejection(user.updatePassword({ newPassword: CANARY }));
  expect(error).toMatchObject({ message: 'Short.', code: 'x', outcomeUnknown: false });
});
