import { inspect } from 'node:util';
import fc from 'fast-check';
import { User } from 'user-password-api';
import type { Schemas } from 'user-password-api/client';
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from 'vitest';
import type { ClientFields, ErrorMeta, SessionFields, SignInFactor, UserFields } from '../../generated/resources.ts';
import type { FromWire } from '../../src/client/from-wire.ts';
import { CANARY, example, expectNoCanary, json, KEY, rejection, setUp, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const wire = example('current_user').response;

describe('a user', () => {
  const computed = ['fullName', 'primaryEmailAddress', 'primaryPhoneNumber', 'hasVerifiedEmailAddress'];

  test('has every field of the wire in camelCase, and what is computed from them', async () => {
    const { user } = await signedIn();
    const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const methods = ['updatePassword', 'removePassword', 'reload'];
    expect(Object.keys(user).sort()).toEqual([...Object.keys(wire).map(camel), ...computed, ...methods].sort());
    expect(user).toMatchObject({ id: wire.id, firstName: 'Ada', passwordEnabled: true, primaryPhoneNumberId: null });
  });

  test('has a Date for every time, however deep, and null where there is none', async () => {
    const { user } = await signedIn();
    expect(user.createdAt).toEqual(new Date(wire.created_at));
    expect(user.passwordLastUpdatedAt).toEqual(new Date(1760000000000));
    expect(user.mfaEnabledAt).toBeNull();
    expect(user.emailAddresses[0]?.verification?.expireAt).toEqual(new Date(1735690200000));
  });

  test('has no undefined list when the server leaves lists out', async () => {
    const answer = example('signed_in');
    const bare: Record<string, unknown> = { ...wire };
    for (const [name, value] of Object.entries(bare)) if (Array.isArray(value)) delete bare[name];
    Object.assign(answer.response?.sessions[0] ?? {}, { user: bare });
    const { user } = await signedIn({ client: () => json(answer) });
    expect(user).toMatchObject({ emailAddresses: [], phoneNumbers: [], web3Wallets: [], passkeys: [] });
    expect(user).toMatchObject({ organizationMemberships: [], externalAccounts: [] });
    expect(user).toMatchObject({ samlAccounts: [], enterpriseAccounts: [] });
  });

  test.each<[string, object, object]>([
    ['only a first name', { last_name: null }, { fullName: 'Ada' }],
    ['only a last name', { first_name: '' }, { fullName: 'Example' }],
    ['no name', { first_name: null, last_name: null }, { fullName: null }],
    [
      'a phone number',
      {
        phone_numbers: [
          { id: 'idn_2', phone_number: '+15555550199' },
          { id: 'idn_1', phone_number: '+15555550100' },
        ],
        primary_phone_number_id: 'idn_1',
      },
      { primaryPhoneNumber: { id: 'idn_1', phoneNumber: '+15555550100' } },
    ],
    [
      'an unverified email address that is not the primary one',
      { email_addresses: [{ id: 'idn_2', verification: { status: 'unverified' } }], primary_email_address_id: 'idn_1' },
      { primaryEmailAddress: null, hasVerifiedEmailAddress: false },
    ],
    [
      'several email addresses, one of them verified',
      { email_addresses: [{ verification: null }, { verification: { status: 'verified' } }] },
      { hasVerifiedEmailAddress: true },
    ],
  ])('is computed from what there is: %s', async (_, fields, expected) => {
    const answer = example('signed_in');
    Object.assign(answer.response?.sessions[0]?.user ?? {}, fields);
    const { user } = await signedIn({ client: () => json(answer) });
    expect(user).toMatchObject(expected);
  });

  test('has what a newer server adds in the same form: names, times, metadata and the actor of a session', async () => {
    // What this process has not seen yet: the SDK remembers the names that it has.
    vi.resetModules();
    onTestFinished(() => void vi.resetModules());
    const { Clerk } = await import('user-password-api');
    const answer = example('signed_in');
    const [session] = answer.response?.sessions ?? [];
    const kept = { snake_case: { seen_at: 1 } };
    Object.assign(session ?? {}, { actor: kept });
    Object.assign(session?.user ?? {}, {
      new_name_2: 'a_b',
      new_at: 1,
      other_at: 'never',
      new_count: 3,
      new_list: ['a_b', 1, null, [{ deep_at: 1 }]],
      new_metadata: kept,
      new_actor: kept,
    });
    const clerk = new Clerk(KEY, { fetch: setUp({ client: () => json(answer) }).fetch });
    await clerk.load();
    expect(clerk.session?.actor).toEqual(kept);
    expect(clerk.user).toMatchObject({
      newName2: 'a_b',
      newAt: new Date(1),
      otherAt: 'never',
      newCount: 3,
      newList: ['a_b', 1, null, [{ deepAt: new Date(1) }]],
      newMetadata: kept,
      newActor: { snakeCase: { seenAt: new Date(1) } },
    });
  });

  test('leaves the names inside of metadata as they are', async () => {
    const answer = example('signed_in');
    Object.assign(answer.response?.sessions[0]?.user ?? {}, {
      public_metadata: { snake_case: 1, at_at: { seen_at: 2 } },
    });
    const { user } = await signedIn({ client: () => json(answer) });
    expect(user.publicMetadata).toEqual({ snake_case: 1, at_at: { seen_at: 2 } });
  });

  test('holds data and its three methods only: nothing of the SDK is printed or serialized with it', async () => {
    const { user } = await signedIn();
    const data = Object.entries(user).filter(([, value]) => typeof value !== 'function');
    expect(Object.keys(JSON.parse(JSON.stringify(user)))).toEqual(data.map(([name]) => name));
    expect(Reflect.ownKeys(user)).toEqual(Object.keys(user));
    expect(inspect(user)).toMatch(/^User \{/);
  });

  test('is read for its own session when it is reloaded', async () => {
    const { user, sent } = await signedIn();
    await user.reload();
    expect(sent('me').map(({ query }) => query)).toEqual([
      expect.objectContaining({ _clerk_session_id: 'sess_2xAmplePaloAlto0000000000001' }),
    ]);
  });

  test('works when a reactive framework wraps it in a Proxy', async () => {
    const { user } = await signedIn();
    const wrapped = new Proxy(user, {});
    expect(await wrapped.updatePassword({ newPassword: CANARY })).toBeInstanceOf(User);
  });

  test('has the fields of the generated type', () => {
    type Computed = 'fullName' | 'primaryEmailAddress' | 'primaryPhoneNumber' | 'hasVerifiedEmailAddress';
    type Data = Omit<User, 'updatePassword' | 'removePassword' | 'reload' | Computed>;
    type Wire = FromWire<Schemas['User']>;
    type Lists = 'organizationMemberships';
    // Lists are never left out; all else is as on the wire.
    type Expected = Omit<Wire, Lists> & { readonly [Name in Lists]: NonNullable<Wire[Name]> };
    expectTypeOf<keyof Data>().toEqualTypeOf<keyof Wire>();
    expectTypeOf<Expected>().toExtend<Data>();
  });

  test("the interfaces with the contract's texts are the schemas in the SDK's form", () => {
    interface Written {
      User: UserFields;
      Session: SessionFields;
      Client: ClientFields;
      ErrorMeta: ErrorMeta;
      SignInFactor: SignInFactor;
    }
    type Mapped = { [Name in keyof Written]: FromWire<Schemas[Name]> };
    type Names<Of> = { [Name in keyof Of]: keyof Of[Name] };
    expectTypeOf<Mapped>().toExtend<Written>();
    expectTypeOf<Names<Written>>().toEqualTypeOf<Names<Mapped>>();
    type Email = { readonly fields: UserFields['emailAddresses'][number] };
    type MappedEmail = { readonly fields: Mapped['User']['emailAddresses'][number] };
    expectTypeOf<Names<Email>>().toEqualTypeOf<Names<MappedEmail>>();
  });

  test('can be made by hand for a test of a page', async () => {
    const at = new Date(0);
    const double: User = {
      id: 'user_1',
      object: 'user',
      username: null,
      firstName: 'Ada',
      lastName: null,
      fullName: 'Ada',
      hasImage: false,
      primaryEmailAddressId: null,
      primaryPhoneNumberId: null,
      primaryWeb3WalletId: null,
      primaryEmailAddress: null,
      primaryPhoneNumber: null,
      hasVerifiedEmailAddress: false,
      passwordEnabled: true,
      twoFactorEnabled: false,
      totpEnabled: false,
      backupCodeEnabled: false,
      emailAddresses: [],
      phoneNumbers: [],
      web3Wallets: [],
      passkeys: [],
      organizationMemberships: [],
      externalAccounts: [],
      samlAccounts: [],
      enterpriseAccounts: [],
      publicMetadata: {},
      externalId: null,
      lastSignInAt: null,
      banned: false,
      locked: false,
      lockoutExpiresInSeconds: null,
      verificationAttemptsRemaining: null,
      createdAt: at,
      updatedAt: at,
      deleteSelfEnabled: true,
      createOrganizationEnabled: false,
      lastActiveAt: null,
      mfaEnabledAt: null,
      mfaDisabledAt: null,
      legalAcceptedAt: null,
      updatePassword: async () => double,
      removePassword: async () => double,
      reload: async () => double,
    };
    const page = async (user: User): Promise<string> => (await user.updatePassword({ newPassword: CANARY })).id;
    expect(await page(double)).toBe('user_1');
  });
});

describe('updatePassword', () => {
  test('posts the form once for the session, brings the user up to date and makes a new clerk.user', async () => {
    const { clerk, user, sent } = await signedIn({ change_password: () => json(changed) });
    const changed = example('password_changed');
    changed.response.password_last_updated_at = 1770000000000;
    changed.client.updated_at = 1770000000000;
    const heard: unknown[] = [];
    clerk.addListener(({ user }) => heard.push(user), { skipInitialEmit: true });

    const result = await user.updatePassword({
      currentPassword: 'old',
      newPassword: CANARY,
      signOutOfOtherSessions: true,
    });

    const [request, ...others] = sent('change_password');
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      path: '/v1/me/change_password',
      method: 'POST',
      form: { current_password: 'old', new_password: CANARY, sign_out_of_other_sessions: 'true' },
      query: { _clerk_session_id: 'sess_2xAmplePaloAlto0000000000001', __clerk_db_jwt: expect.any(String) },
    });
    expect(result).toBeInstanceOf(User);
    expect(result.passwordLastUpdatedAt).toEqual(new Date(1770000000000));
    expect(result).toBe(user);
    // A new object, so that whoever compares sees that something changed.
    expect(clerk.user).not.toBe(user);
    expect(clerk.user).toEqual(result);
    expect(clerk.session?.user).toBe(clerk.user);
    expect(clerk.client?.sessions[0]?.user).toBe(clerk.user);
    expect(heard).toEqual([clerk.user]);
    expect(user.passwordLastUpdatedAt).toEqual(new Date(1770000000000));
    // The same functions, so that what depends on one of them is not made anew.
    expect(clerk.user?.updatePassword).toBe(user.updatePassword);
    expectNoCanary(clerk, result, heard);
  });

  test('called as a method of something else writes nothing into it', async () => {
    const { user } = await signedIn();
    const page = { save: user.updatePassword };
    expect(await page.save({ newPassword: CANARY })).toBeInstanceOf(User);
    expect(Object.keys(page)).toEqual(['save']);
  });

  test('leaves out current_password when the user has none yet', async () => {
    const { user, sent } = await signedIn({ change_password: () => json(example('first_password_set')) });
    await user.updatePassword({ newPassword: CANARY });
    await user.updatePassword({ newPassword: CANARY, currentPassword: undefined });
    expect(sent('change_password').map(({ form }) => form)).toEqual([
      { new_password: CANARY },
      { new_password: CANARY },
    ]);
  });

  test('every well-formed password arrives as it was typed', async () => {
    const { user, sent } = await signedIn();
    // Each code point but the halves of pairs. fast-check's own unit for it, 'binary', takes a second to set up.
    const codePoint = fc.oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }));
    const password = fc.string({ unit: codePoint.map((point) => String.fromCodePoint(point)) });
    await fc.assert(
      fc.asyncProperty(password, password, async (newPassword, currentPassword) => {
        await user.updatePassword({ newPassword, currentPassword });
        expect(sent('change_password').at(-1)?.form).toEqual({
          new_password: newPassword,
          current_password: currentPassword,
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a lost answer is found out by the recipe of the docs', async () => {
    const me = example('current_user');
    me.response.password_last_updated_at = 1770000000000;
    const { user } = await signedIn({
      change_password: () => Promise.reject(new TypeError('failed')),
      me: () => json(me),
    });
    const before = user.passwordLastUpdatedAt;
    expect(await rejection(user.updatePassword({ newPassword: CANARY }))).toMatchObject({ outcomeUnknown: true });
    const { passwordLastUpdatedAt } = await user.reload();
    expect(passwordLastUpdatedAt).not.toEqual(before);
  });
});

describe('removePassword', () => {
  test('posts the current password and turns passwordEnabled off', async () => {
    const { clerk, user, sent } = await signedIn();
    const result = await user.removePassword({ currentPassword: CANARY });
    expect(sent('remove_password').map(({ form }) => form)).toEqual([{ current_password: CANARY }]);
    expect(result.passwordEnabled).toBe(false);
    expect(clerk.user).toEqual(result);
  });
});

describe('when the session has ended', () => {
  const ended = () => json(example('signed_out'), 401);

  test('a call rejects with the 401, clerk.user becomes null, and listeners hear of it once', async () => {
    const server = setUp({
      client: (_, count) => json(example(count === 1 ? 'signed_in' : 'signed_out_everywhere')),
      change_password: ended,
    });
    const { clerk } = server;
    await clerk.load();
    const heard: unknown[] = [];
    clerk.addListener(({ user }) => heard.push(user), { skipInitialEmit: true });
    const error = await rejection(clerk.user?.updatePassword({ newPassword: CANARY }) ?? Promise.resolve());
    expect(error).toMatchObject({ status: 401, errors: [{ code: 'signed_out' }] });
    expect(clerk.user).toBeNull();
    expect(clerk.session).toBeNull();
    expect(heard).toEqual([null]);
  });

  test('clerk.user becomes null also when the server cannot be asked what is left', async () => {
    const { clerk, user } = await signedIn({
      client: (_, count) => (count === 1 ? json(example('signed_in')) : Promise.reject(new TypeError('failed'))),
      change_password: ended,
    });
    await rejection(user.updatePassword({ newPassword: CANARY }));
    expect(clerk.user).toBeNull();
  });

  test('a user that is still at hand asks for its own session after sign-out', async () => {
    const { clerk, user, sent } = await signedIn({ change_password: ended });
    await clerk.signOut();
    expect(clerk.user).toBeNull();
    expect(await rejection(user.updatePassword({ newPassword: CANARY }))).toMatchObject({ status: 401 });
    expect(sent('change_password')[0]?.query).toMatchObject({ _clerk_session_id: 'sess_2xAmplePaloAlto0000000000001' });
  });
});
