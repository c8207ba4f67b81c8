/** Code that was written for the vendor's package: what it takes off a user, catches, listens to and passes. */
import * as vendorGuards from '@clerk/shared/error';
import type { UserResource } from '@clerk/shared/types';
import {
  Clerk,
  ClerkCallError,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isKnownError,
  isReverificationCancelledError,
  isUserLockedError,
  type User,
} from 'user-password-api';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { apiVersion } from '../../generated/operations.ts';
import { CANARY, example, json, KEY, rejection, setUp, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const params = { newPassword: CANARY };

describe('the methods of a user survive', () => {
  test('being taken off', async () => {
    const { user, sent } = await signedIn();
    const { updatePassword, removePassword, reload } = user;
    expect((await updatePassword(params)).id).toBe(user.id);
    expect((await removePassword({ currentPassword: CANARY })).passwordEnabled).toBe(false);
    expect((await reload()).id).toBe(user.id);
    expect(sent('change_password')).toHaveLength(1);
  });

  test('a copy by spreading, which has the data as well', async () => {
    const { user } = await signedIn();
    const copy = { ...user };
    expect(copy).toMatchObject({ firstName: 'Ada', fullName: 'Ada Example', hasVerifiedEmailAddress: true });
    expect(copy.primaryEmailAddress?.emailAddress).toBe('user@example.com');
    expect((await copy.updatePassword(params)).id).toBe(user.id);
  });

  test('a frozen user', async () => {
    const { user } = await signedIn();
    expect((await Object.freeze(user).updatePassword(params)).id).toBe(user.id);
  });
});

describe('the guards', () => {
  const refused = async (code: string) => {
    const body = { errors: [{ code, message: 'm', long_message: 'A sentence.' }] };
    const { user } = await signedIn({ change_password: () => json(body, 403) });
    return rejection(user.updatePassword(params));
  };

  test("of the vendor's accept our errors", async () => {
    const locked = await refused('user_locked');
    expect(vendorGuards.isClerkAPIResponseError(locked)).toBe(true);
    expect(vendorGuards.isKnownError(locked)).toBe(true);
    expect(vendorGuards.isUserLockedError(locked)).toBe(true);
    expect(locked).toMatchObject({ message: 'A sentence.', code: 'user_locked', status: 403 });
    const cancelled = new ClerkCallError('reverification-cancelled');
    expect(vendorGuards.isClerkRuntimeError(cancelled)).toBe(true);
    expect(vendorGuards.isReverificationCancelledError(cancelled)).toBe(true);
    expect(vendorGuards.ClerkOfflineError.is(new ClerkCallError('offline'))).toBe(true);
  });

  test("of ours accept the vendor's errors", () => {
    const data = [{ code: 'user_locked', message: 'm', long_message: 'l' }];
    const theirs = new vendorGuards.ClerkAPIResponseError('m', { data, status: 403 });
    expect([isClerkAPIResponseError(theirs), isKnownError(theirs), isUserLockedError(theirs)]).toEqual([
      true,
      true,
      true,
    ]);
    const cancelled = new vendorGuards.ClerkRuntimeError('m', { code: 'reverification_cancelled' });
    expect(isClerkRuntimeError(cancelled)).toBe(true);
    expect(isKnownError(cancelled)).toBe(true);
    expect(isReverificationCancelledError(cancelled)).toBe(true);
  });

  test('go by the kind of an error, whatever its name, and by its code', async () => {
    class Theirs extends Error {
      static readonly kind = 'ClerkAPIResponseError';
      readonly errors = [];
    }
    expect([isClerkAPIResponseError(new Theirs('x')), isUserLockedError(new Theirs('x'))]).toEqual([true, false]);
    expect(isUserLockedError(await refused('user_banned'))).toBe(false);
    expect(isReverificationCancelledError(new ClerkCallError('aborted'))).toBe(false);
  });

  test.each([null, undefined, 'x', {}, new Error('x')])('accept nothing else (%s)', (other) => {
    for (const guard of [isKnownError, isUserLockedError, isClerkRuntimeError, isReverificationCancelledError]) {
      expect(guard(other)).toBe(false);
    }
  });
});

describe('signOut takes', () => {
  test('a callback, which is waited for', async () => {
    const { clerk } = await signedIn();
    const done: unknown[] = [];
    await clerk.signOut(async () => {
      await Promise.resolve();
      done.push(clerk.user);
    });
    expect(done).toEqual([null]);
  });

  test.each<[string, unknown[]]>([
    ['options', [{ redirectUrl: '/' }]],
    ['a callback and options', [() => {}, { redirectUrl: '/' }]],
    ['the event of a click', [new Event('click')]],
    ["the event of a framework's own making", [{ target: {}, nativeEvent: {} }]],
    ['nothing', []],
  ])('%s', async (_, args) => {
    const { clerk } = await signedIn();
    await Reflect.apply(clerk.signOut, undefined, args);
    expect(clerk.user).toBeNull();
  });

  test('no sessionId, and says so', async () => {
    const { clerk } = await signedIn();
    const error = await rejection(Reflect.apply(clerk.signOut, undefined, [{ sessionId: 'sess_1' }]));
    expect(error).toBeInstanceOf(TypeError);
    expect(clerk.user).toBeTruthy();
  });
});

describe('addListener', () => {
  test('calls back at once when loaded, but not before, nor with skipInitialEmit', async () => {
    const { clerk } = setUp();
    const heard: string[] = [];
    clerk.addListener(({ user }) => heard.push(`early ${user?.firstName}`));
    expect(heard).toEqual([]);
    await clerk.load();
    clerk.addListener(({ user }) => heard.push(`late ${user?.firstName}`));
    clerk.addListener(() => heard.push('skipped'), { skipInitialEmit: true });
    expect(heard).toEqual(['early Ada', 'late Ada']);
  });

  test('the same function twice, stopped once, still hears', async () => {
    const { clerk } = await signedIn();
    const listener = vi.fn();
    const options = { skipInitialEmit: true };
    const stop = clerk.addListener(listener, options);
    clerk.addListener(listener, options);
    stop();
    stop();
    await clerk.signOut();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('one that is stopped by another does not hear', async () => {
    const { clerk } = await signedIn();
    const second = vi.fn();
    let stop = () => {};
    clerk.addListener(() => stop(), { skipInitialEmit: true });
    stop = clerk.addListener(second, { skipInitialEmit: true });
    await clerk.signOut();
    expect(second).not.toHaveBeenCalled();
  });

  test('one that throws disturbs neither the call nor the others, and is seen on the console', async () => {
    const complained = vi.spyOn(console, 'error');
    const { clerk } = await signedIn();
    const mistake = new Error('mistake');
    const heard = vi.fn();
    clerk.addListener(() => {
      throw mistake;
    });
    clerk.addListener(heard, { skipInitialEmit: true });
    await clerk.signOut();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(complained.mock.calls).toEqual([[mistake], [mistake]]);
  });

  test('hears under faked timers', async () => {
    const { clerk } = await signedIn();
    const heard = vi.fn();
    clerk.addListener(heard, { skipInitialEmit: true });
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'performance'] });
    try {
      await clerk.signOut();
      expect(heard).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('options of the vendor that mean nothing here are accepted, and unknown names are a TypeError', async () => {
  const theirs = { appearance: {}, telemetry: false, signInUrl: '/sign-in', localization: {} };
  expect(() => Reflect.construct(Clerk, [KEY, theirs])).not.toThrow();
  const { clerk } = setUp();
  await Reflect.apply(clerk.load, clerk, [theirs]);
  expect(() => Reflect.construct(Clerk, [KEY, { proxyURL: '' }])).toThrow(/no proxyURL/);
  expect(await rejection(Reflect.apply(clerk.load, clerk, [{ unheard_of: 1 }]))).toBeInstanceOf(TypeError);
});

test('a key with white space around it is taken', async () => {
  const { clerk, requests } = setUp({}, {}, `\n ${KEY} \n`);
  await clerk.load();
  expect(requests[0]?.path).toBe('/v1/dev_browser');
});

test('the version of the API that the contract describes is asked for', async () => {
  const { clerk, requests } = setUp();
  await clerk.load();
  expect(apiVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(requests.map(({ query }) => query['__clerk_api_version'])).toEqual([apiVersion, apiVersion]);
});

test("our User fits what code for the vendor's reads of it", () => {
  type Scalars =
    | 'id'
    | 'username'
    | 'firstName'
    | 'lastName'
    | 'fullName'
    | 'hasImage'
    | 'externalId'
    | 'primaryEmailAddressId'
    | 'primaryPhoneNumberId'
    | 'primaryWeb3WalletId'
    | 'passwordEnabled'
    | 'totpEnabled'
    | 'backupCodeEnabled'
    | 'twoFactorEnabled'
    | 'lastSignInAt'
    | 'legalAcceptedAt'
    | 'createOrganizationEnabled'
    | 'deleteSelfEnabled'
    | 'createdAt'
    | 'updatedAt'
    | 'hasVerifiedEmailAddress';
  expectTypeOf<User>().toExtend<Pick<UserResource, Scalars>>();
  // The method takes what theirs takes.
  expectTypeOf<Parameters<UserResource['updatePassword']>[0]>().toExtend<Parameters<User['updatePassword']>[0]>();
  // `removePassword` differs on purpose: the contract wants the current password.
  expect(example('current_user').response.id).toMatch(/^user_/);
});
