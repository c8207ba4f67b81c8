/** A page in production: known by a cookie, with the browser's own fetch. All that it needs is in the first chunk. */
import { Clerk } from 'user-password-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiVersion } from '../../generated/operations.ts';
import { CANARY, example, expectNoCanary, json, LIVE_KEY, rejection, watchForCanary } from './stub.ts';

watchForCanary();
beforeEach(() => {
  vi.stubGlobal('document', {});
  vi.doMock('../../src/client/runtime.ts', () => {
    throw new TypeError('A page in production needs no such chunk');
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock('../../src/client/runtime.ts');
});
const params = { currentPassword: CANARY, newPassword: CANARY };

/** A page on which somebody is signed in, and the requests of its fetch. */
async function openPage(change: () => Promise<Response>, read = async () => json(example('current_user'))) {
  const requests: { url: URL; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const url = new URL(address);
    requests.push({ url, init });
    if (url.pathname.endsWith('/change_password')) return change();
    if (url.pathname.endsWith('/me')) return read();
    return json(example('signed_in'));
  });
  const clerk = new Clerk(LIVE_KEY);
  await clerk.load();
  const { user } = clerk;
  if (!user) throw new Error('Nobody is signed in');
  const sent = (name: string) => requests.filter(({ url }) => url.pathname.endsWith(`/${name}`));
  return { clerk, user, requests, sent };
}

test('sends cookies and the version, and no token, when it changes the password', async () => {
  const { user, requests } = await openPage(async () => json(example('password_changed')));
  expect(await user.updatePassword(params)).toBe(user);
  expect(requests.map(({ url }) => url.origin + url.pathname)).toEqual([
    'https://clerk.example.com/v1/client',
    'https://clerk.example.com/v1/me/change_password',
  ]);
  for (const { url, init } of requests) {
    expect(init.credentials).toBe('include');
    expect(url.searchParams.get('__clerk_api_version')).toBe(apiVersion);
    expect(url.searchParams.has('__clerk_db_jwt')).toBe(false);
    expect(url.href).not.toContain('Passw0rd');
  }
});

test('rejects with what the server said, nothing changed, when it refuses', async () => {
  const { user } = await openPage(async () => json(example('form_password_incorrect'), 422));
  expect(await rejection(user.updatePassword(params))).toMatchObject({
    code: 'form_password_incorrect',
    outcomeUnknown: false,
  });
});

test('sends a change once and does not know what became of it when its response is lost', async () => {
  const cause = new TypeError('Failed to fetch');
  const { user, sent } = await openPage(() => Promise.reject(cause));
  expect(await rejection(user.updatePassword(params))).toMatchObject({
    reason: 'no-answer',
    outcomeUnknown: true,
    cause,
  });
  expect(sent('change_password')).toHaveLength(1);
});

test.each<[string, () => Error]>([
  ['its settings', () => Object.assign(new TypeError('failed'), { config: { data: CANARY } })],
  ['what it sent in its message', () => new TypeError(`failed: new_password=${CANARY}`)],
  ['its settings in a cause', () => new TypeError('failed', { cause: { body: CANARY } })],
])('the password is found nowhere in the error when a wrapper around fetch throws %s', async (_, thrown) => {
  const { user } = await openPage(() => Promise.reject(thrown()));
  const error = await rejection(user.updatePassword(params));
  expect(error).toMatchObject({ reason: 'no-answer', outcomeUnknown: true, cause: expect.any(Error) });
  expect(String(error instanceof Error && error.cause)).toContain('TypeError');
  expectNoCanary(error);
});

test('reads again, once, when the response to a reading is lost', async () => {
  let count = 0;
  const { user, sent } = await openPage(
    async () => json({}),
    async () => {
      if (++count === 1) throw new TypeError('Failed to fetch');
      return json(example('current_user'));
    },
  );
  await user.reload();
  expect(sent('me')).toHaveLength(2);
});

test('ends in time, and ends the request with it, when no response comes', async () => {
  const { user, sent } = await openPage(() => new Promise<never>(() => {}));
  const error = await rejection(user.updatePassword(params, { timeoutMs: 5 }));
  expect(error).toMatchObject({ reason: 'timed-out', outcomeUnknown: true });
  expect(sent('change_password')[0]?.init.signal?.aborted).toBe(true);
});
