import { runInNewContext } from 'node:vm';
import {
  ClerkAPIResponseError,
  ClerkCallError,
  type ClerkErrorCode,
  isClerkAPIResponseError,
  isClerkCallError,
  isClerkRuntimeError,
  type RemovePasswordErrorCode,
  type UnknownErrorCode,
  type UpdatePasswordErrorCode,
} from 'user-password-api';
import { errorCatalogue } from 'user-password-api/errors';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { CANARY, errorExamples, example, json, rejection, signedIn, watchForCanary } from './stub.ts';

watchForCanary();
const params = { currentPassword: CANARY, newPassword: CANARY };

describe('a refusal', () => {
  test.each(errorExamples.map((body) => [body.errors[0]?.code, body] as const))(
    'rejects with %s as the contract shows it',
    async (code, body) => {
      const { user } = await signedIn({ change_password: () => json(body, 422), me: () => json(body, 422) });
      const error = await rejection(user.updatePassword(params));
      if (!isClerkAPIResponseError(error)) throw error;
      expect(error).toBeInstanceOf(ClerkAPIResponseError);
      expect(error.status).toBe(422);
      expect(error.errors).toHaveLength(body.errors.length);
      expect(error.errors[0]).toMatchObject({ code, message: body.errors[0]?.message });
      expect(error.errors[0].longMessage).toBe(body.errors[0]?.long_message);
      // The sentence for the person; the developer's line has the code.
      expect(error.message).toBe(error.errors[0].longMessage);
      expect(String(error)).toContain(code);
      expect(error.code).toBe(code);
      expect(error.clerkTraceId).toBe('clerk_trace_id' in body ? body.clerk_trace_id : undefined);
    },
  );

  test('tells the field, the advice and how long a lock lasts when the server sends them', async () => {
    const meta = {
      param_name: 'new_password',
      session_id: 'sess_1',
      lockout_expires_in_seconds: 60,
      zxcvbn: { suggestions: [{ code: 'anotherWord', message: 'Add a word.' }] },
    };
    const body = { errors: [{ code: 'x', message: 'm', long_message: 'l', meta }] };
    const { user } = await signedIn({ change_password: () => json(body, 403) });
    const error = await rejection(user.updatePassword(params));
    expect(isClerkAPIResponseError(error) && error.errors[0].meta).toEqual({
      paramName: 'new_password',
      sessionId: 'sess_1',
      lockoutExpiresInSeconds: 60,
      zxcvbn: meta.zxcvbn,
    });
  });

  test('tells how long to wait when the server sends Retry-After', async () => {
    const answer = () => json(example('too_many_requests'), 429, { 'Retry-After': '17' });
    const { user } = await signedIn({ change_password: answer });
    expect(await rejection(user.updatePassword(params))).toMatchObject({ status: 429, retryAfter: 17 });
  });

  test('keeps a code and a status that this version does not know', async () => {
    const body = { errors: [{ code: 'brand_new', message: 'm', long_message: 'l' }] };
    const { user } = await signedIn({ change_password: () => json(body, 418) });
    const error = await rejection(user.updatePassword(params));
    expect(error).toMatchObject({
      name: 'ClerkAPIResponseError',
      status: 418,
      errors: [{ code: 'brand_new', meta: {} }],
    });
  });

  test('is passed on when a reverification is required and nobody asks for one', async () => {
    const answer = () => json(example('session_reverification_required'), 403);
    const { user, requests } = await signedIn({ change_password: answer });
    const before = requests.length;
    expect(await rejection(user.updatePassword(params))).toMatchObject({ code: 'session_reverification_required' });
    expect(requests).toHaveLength(before + 1);
  });
});

describe('what goes wrong on the way', () => {
  const changing = (answer: () => Response | Promise<Response>) => signedIn({ change_password: answer });
  const failing = (cause: unknown) => () => Promise.reject(cause);
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const broken = () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('reset')) }));

  test.each<[string, () => Response | Promise<Response>, object]>([
    ['fetch fails', failing(new TypeError('failed')), { reason: 'no-answer', outcomeUnknown: true }],
    [
      'nobody listens',
      failing(new TypeError('failed', { cause: refused })),
      { reason: 'unreachable', outcomeUnknown: false },
    ],
    ['the answer breaks off', broken, { reason: 'interrupted', outcomeUnknown: true, status: 200 }],
    ['a redirect comes', () => new Response('', { status: 302 }), { reason: 'redirected', outcomeUnknown: true }],
    ['a 200 is empty', () => new Response(''), { reason: 'empty', outcomeUnknown: true }],
    ['a 500 is empty', () => new Response('', { status: 500 }), { reason: 'empty', outcomeUnknown: true, status: 500 }],
    ['a 502 is HTML', () => new Response('<h1>', { status: 502 }), { reason: 'not-json', outcomeUnknown: true }],
    ['a 404 is HTML', () => new Response('<h1>', { status: 404 }), { reason: 'not-json', outcomeUnknown: false }],
    ['a 200 has another shape', () => json({ response: {} }), { reason: 'wrong-shape', outcomeUnknown: true }],
    [
      'a 201 comes',
      () => json(example('password_changed'), 201),
      { reason: 'undeclared-status', outcomeUnknown: true },
    ],
    [
      'a 429 is HTML',
      () => new Response('<h1>', { status: 429, headers: { 'Retry-After': '3' } }),
      { reason: 'not-json', retryAfter: 3, outcomeUnknown: false },
    ],
    [
      'a mock has no headers',
      () => Object.defineProperty(new Response('<h1>'), 'headers', { value: undefined }),
      { reason: 'not-json', outcomeUnknown: true },
    ],
  ])('rejects with a typed error and sends once when %s', async (_, answer, expected) => {
    const { user, sent } = await changing(answer);
    const error = await rejection(user.updatePassword(params));
    expect(error).toBeInstanceOf(ClerkCallError);
    expect(error).toMatchObject(expected);
    expect(sent('change_password')).toHaveLength(1);
    // The pages of the reference show this.
    expect(isClerkCallError(error) && error.errors[0].longMessage).toMatch(/\.$/);
    expect(String(error)).not.toContain('undefined');
  });

  test('keeps the cause', async () => {
    const cause = new TypeError('failed');
    const { user } = await changing(failing(cause));
    expect(await rejection(user.updatePassword(params))).toHaveProperty('cause', cause);
  });

  test('rejects with offline when the device says so', async () => {
    const { user } = await changing(failing(new TypeError('failed')));
    const online = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: false } });
    try {
      expect(await rejection(user.updatePassword(params))).toMatchObject({ reason: 'offline', outcomeUnknown: false });
    } finally {
      if (online) Object.defineProperty(globalThis, 'navigator', online);
    }
  });

  test('rejects with timed-out, outcome unknown, when fetch never settles and ignores its signal', async () => {
    const { user } = await changing(() => new Promise<never>(() => {}));
    const error = await rejection(user.updatePassword(params, { timeoutMs: 5 }));
    expect(error).toMatchObject({ reason: 'timed-out', outcomeUnknown: true });
  });

  test('rejects with aborted and the reason as its cause when the signal fires', async () => {
    const controller = new AbortController();
    const { user } = await changing(() => {
      controller.abort('enough');
      return new Promise<never>(() => {});
    });
    const error = await rejection(user.updatePassword(params, { signal: controller.signal }));
    expect(error).toMatchObject({ reason: 'aborted', outcomeUnknown: true, cause: 'enough' });
  });

  test('sends nothing when the signal has fired before', async () => {
    const { user, sent } = await signedIn();
    const error = await rejection(user.updatePassword(params, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ reason: 'aborted', outcomeUnknown: false });
    expect(sent('change_password')).toHaveLength(0);
  });

  test('a read is sent again once when its answer was lost', async () => {
    const { user, sent } = await signedIn({
      me: (_, count) => (count === 1 ? Promise.reject(new TypeError('failed')) : json(example('current_user'))),
    });
    await user.reload();
    expect(sent('me')).toHaveLength(2);
    const lost = await signedIn({ me: failing(new TypeError('failed')) });
    expect(await rejection(lost.user.reload())).toMatchObject({ reason: 'no-answer', outcomeUnknown: false });
    expect(lost.sent('me')).toHaveLength(2);
  });
});

test.each([
  ['offline', {}, 'You are offline.', 'clerk_offline'],
  ['aborted', {}, 'Cancelled.', 'aborted'],
  ['reverification-cancelled', {}, 'Cancelled.', 'reverification_cancelled'],
  ['incomplete', {}, 'A further step is needed.', 'incomplete'],
  ['no-answer', {}, 'The server did not respond.', 'no-answer'],
  ['not-json', { status: 502 }, 'The server sent an unexpected response.', 'not-json'],
  [
    'interrupted',
    { status: 200, outcomeUnknown: true },
    'The server sent an unexpected response. The change may have been made.',
    'interrupted',
  ],
] as const)('%s with %j is said to the person as %j, and to code as %s', (reason, details, message, code) => {
  const error = new ClerkCallError(reason, details);
  expect(error).toMatchObject({ message, code, reason, errors: [{ code: reason, longMessage: message }] });
  expect(error).not.toHaveProperty('cause');
  expect(isClerkCallError(error) && isClerkRuntimeError(error)).toBe(true);
  const status = 'status' in details ? details.status : 'no response';
  expect(String(error)).toBe(`ClerkCallError: ${code} (${status}): ${message}`);
});

test('an error made by hand for a test of a page says that nothing was changed, unless told otherwise', () => {
  const first = { code: 'form_password_incorrect', message: 'No.', longMessage: 'Wrong password.', meta: {} } as const;
  const status = 422;
  expect(new ClerkAPIResponseError([first], { status })).toMatchObject({ outcomeUnknown: false, code: first.code });
  expect(new ClerkAPIResponseError([first], { status, outcomeUnknown: true }).outcomeUnknown).toBe(true);
  expect(new ClerkCallError('no-answer').outcomeUnknown).toBe(false);
});

describe('the guards', () => {
  test('know the errors of another copy of the package', () => {
    const foreign = (name: string) => Object.assign(new Error('x'), { name });
    expect(isClerkAPIResponseError(foreign('ClerkAPIResponseError'))).toBe(true);
    expect(isClerkCallError(foreign('ClerkCallError'))).toBe(true);
  });

  test('know the errors of a frame, which has an Error of its own', () => {
    const ofFrame = (name: string): unknown =>
      runInNewContext(`Object.assign(new Error('x'), { name: '${name}', clerkRuntimeError: true })`);
    expect(ofFrame('ClerkCallError')).not.toBeInstanceOf(Error);
    expect(isClerkAPIResponseError(ofFrame('ClerkAPIResponseError'))).toBe(true);
    expect(isClerkCallError(ofFrame('ClerkCallError'))).toBe(true);
    expect(isClerkRuntimeError(ofFrame('ClerkCallError'))).toBe(true);
  });

  test.each([
    null,
    undefined,
    'ClerkCallError',
    {},
    new Error('x'),
    ClerkCallError,
    // What stores for serializable data make of an error: its `errors` are gone.
    { name: 'ClerkAPIResponseError', message: 'x' },
  ])('know nothing else (%s)', (other) => {
    expect(isClerkAPIResponseError(other) || isClerkCallError(other)).toBe(false);
  });
});

test('a switch on code is exhaustive by method and still takes unknown codes', () => {
  const check = (error: ClerkAPIResponseError<RemovePasswordErrorCode>) => {
    const { code } = error.errors[0];
    expectTypeOf<'no_password_set'>().toExtend<typeof code>();
    if (code === 'a_code_of_tomorrow') return 'new';
    switch (code) {
      case 'no_password_set':
        return 'nothing to remove';
      default:
        // @ts-expect-error Known codes are left.
        return code satisfies UnknownErrorCode;
    }
  };
  expect(check).toBeTypeOf('function');
  const all = (code: 'no_password_set' | 'password_required' | UnknownErrorCode) => {
    switch (code) {
      case 'no_password_set':
      case 'password_required':
        return '';
      default:
        return code satisfies UnknownErrorCode;
    }
  };
  expect(all).toBeTypeOf('function');
  expectTypeOf<'form_password_pwned'>().toExtend<UpdatePasswordErrorCode>();
  expectTypeOf<'form_password_pwned'>().not.toExtend<RemovePasswordErrorCode>();
});

test('every code of the catalogue is a code of the SDK', () => {
  expectTypeOf<keyof typeof errorCatalogue>().toEqualTypeOf<ClerkErrorCode>();
  expect(Object.keys(errorCatalogue).length).toBeGreaterThan(30);
});
