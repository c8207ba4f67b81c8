import { Clerk } from 'user-password-api';
import { describe, expect, test, vi } from 'vitest';
import {
  CANARY,
  example,
  expectNoCanary,
  json,
  KEY,
  LIVE_KEY,
  rejection,
  setUp,
  signedIn,
  watchForCanary,
} from './stub.ts';

watchForCanary();
// What JavaScript users pass, types or no types.
const make = (...args: unknown[]): unknown => Reflect.construct(Clerk, args);
const call = (target: object, method: string, ...args: unknown[]): Promise<unknown> =>
  Reflect.apply(Reflect.get(target, method), target, args);

describe('new Clerk() throws a TypeError that names the argument', () => {
  test.each([
    ['the key is missing', [], /publishableKey.*dashboard/],
    ['the key is a secret one', ['sk_test_abc'], /publishableKey/],
    ['the key is not base64', ['pk_test_%%%'], /publishableKey/],
    ['the key names no host', [`pk_test_${btoa('no dollar')}`], /publishableKey/],
    ['the key hides an address', [`pk_test_${btoa('evil.example/path$')}`], /publishableKey/],
    ['the key holds more than a host', [`pk_test_${btoa('a.example$more')}`], /publishableKey/],
    ['the key names no port', [`pk_test_${btoa('a.example:port$')}`], /publishableKey/],
    ['the line of a settings file was pasted', [`PUBLISHABLE_KEY=${KEY}`], /publishableKey/],
    ['the lines of a settings file were pasted', [`${KEY}\nSECRET_KEY=x`], /publishableKey/],
    ['an option is unknown', [KEY, { proxyURL: 'https://a.example' }], /Clerk: no proxyURL; pass proxyUrl/],
    ['an option is named like a built-in', [KEY, { toString: 1 }], /no toString;/],
    ['proxyUrl is http on another machine', [KEY, { proxyUrl: 'http://a.example' }], /proxyUrl.*https/],
    ['proxyUrl only looks like this machine', [KEY, { proxyUrl: 'http://127.0.0.1.example' }], /proxyUrl/],
    ['proxyUrl hides another host', [KEY, { proxyUrl: 'http://localhost:80@a.example' }], /proxyUrl/],
    ['proxyUrl has a query', [KEY, { proxyUrl: 'https://a.example/?x' }], /proxyUrl/],
    ['proxyUrl is no string', [KEY, { proxyUrl: 1 }], /proxyUrl must be a string/],
    ['fetch is no function', [KEY, { fetch: 'x' }], /fetch must be a function/],
    ['onReverification is no function', [KEY, { onReverification: {} }], /onReverification must be a function/],
    ['storage is no object', [KEY, { storage: 'local' }], /storage must be a object|storage/],
  ])('when %s', (_, args, message) => {
    expect(() => make(...args)).toThrow(TypeError);
    expect(() => make(...args)).toThrow(message);
  });
});

test.each([
  'https://a.example',
  'https://a.example/proxy',
  'http://localhost:4010',
  'http://app.localhost',
  'http://127.0.0.1:4010/',
  'http://[::1]:4010',
  // On this network, with a test key.
  ...['http://10.0.0.1:4010', 'http://192.168.1.5', 'http://172.16.0.1', 'http://172.20.0.1', 'http://172.31.0.1'],
  ...[
    'http://[fd12:3456::1]',
    'http://[fe80::1]:4010',
    'http://my-mac.local',
    'http://an.api.internal/proxy',
    'http://emulator:4010',
  ],
])('requests go to the proxy when proxyUrl is %s', async (proxyUrl) => {
  const { clerk, requests } = setUp({}, { proxyUrl });
  await clerk.load();
  expect(requests.at(-1)?.path).toBe(`${proxyUrl.endsWith('/proxy') ? '/proxy' : ''}/v1/client`);
});

test.each(['http://localhost:4010', 'http://app.localhost', 'http://127.0.0.1/', 'http://[::1]:4010'])(
  '%s, which is this machine, is taken as proxyUrl with a live key, too',
  async (proxyUrl) => {
    const { clerk, requests } = setUp({}, { proxyUrl }, LIVE_KEY);
    await clerk.load();
    expect(requests.map(({ path }) => path)).toEqual(['/v1/client']);
  },
);

test.each([
  ['http://172.15.0.1', KEY],
  ['http://172.32.0.1', KEY],
  ['http://10.0.0.1/?x', KEY],
  ['http://[ab12::1]', KEY],
  ['ftp://a.example/http://10.0.0.1/', KEY],
  ['ftp://a.example/https://b.example/', KEY],
  ['http://10.0.0.1', LIVE_KEY],
  ['http://my-mac.local', LIVE_KEY],
])('%s is refused as proxyUrl with %s', (proxyUrl, key) => {
  expect(() => make(key, { proxyUrl })).toThrow(/proxyUrl must be/);
});

// The length of the name decides how much padding its base64 has.
test.each(['a.example', 'ab.example', 'abc.example', 'a.example:4010'])('the key of %s is taken', async (host) => {
  const encoded = btoa(`${host}$`);
  const strict = globalThis.atob;
  vi.stubGlobal('atob', (text: string) => {
    if (text.length % 4 !== 0) throw new Error('The string to be decoded is not correctly encoded.');
    return strict(text);
  });
  try {
    for (const key of [encoded, encoded.replace(/=+$/, '')]) {
      const urls: string[] = [];
      const fetch = async (url: string) => {
        urls.push(url);
        return json(example('signed_in'));
      };
      await new Clerk(`pk_live_${key}`, { fetch }).load();
      expect(urls).toEqual([expect.stringContaining(`https://${host}/v1/client?`)]);
    }
  } finally {
    vi.unstubAllGlobals();
  }
});

test.each([KEY, LIVE_KEY])('nothing is sent when a Clerk is made with %s', (key) => {
  expect(setUp({}, {}, key).requests).toEqual([]);
});

describe('rejects with a TypeError before anything is sent', () => {
  test.each([
    ['updatePassword', [], /updatePassword: newPassword must be a string/],
    ['updatePassword', [null], /newPassword must be a string/],
    ['updatePassword', [{ currentPassword: CANARY }], /newPassword must be a string/],
    ['updatePassword', [{ newPassword: 12345678 }], /newPassword must be a string/],
    ['updatePassword', [{ newPassword: [CANARY] }], /newPassword must be a string/],
    ['removePassword', [{ currentPassword: [CANARY] }], /currentPassword must be a string/],
    ['updatePassword', [{ newPassword: CANARY, currentPassword: 1 }], /currentPassword must be a string/],
    ['updatePassword', [{ newPassword: CANARY, signOutOfOtherSessions: 'yes' }], /must be a boolean/],
    ['updatePassword', [{ newPassword: CANARY, password: CANARY }], /no password; pass newPassword/],
    ['updatePassword', [{ newPassword: `${CANARY}\ud800` }], /new_password holds half of a surrogate pair/],
    ['updatePassword', [{ newPassword: CANARY }, { timeoutMs: 0 }], /timeoutMs must be/],
    ['updatePassword', [{ newPassword: CANARY }, { timeoutMs: Number.POSITIVE_INFINITY }], /timeoutMs must be/],
    ['updatePassword', [{ newPassword: CANARY }, { timeoutMs: 2 ** 31 }], /timeoutMs must be/],
    ['updatePassword', [{ newPassword: CANARY }, { timeout: 5 }], /options: no timeout; pass signal,timeoutMs/],
    ['removePassword', [], /removePassword: currentPassword must be a string/],
    ['removePassword', [{}], /currentPassword must be a string/],
    ['removePassword', [CANARY], /no 0;/],
    ['removePassword', [{ currentPassword: `\udfff${CANARY}` }], /current_password holds half/],
  ])('when %s is called with something else (%#)', async (method, args, message) => {
    const { user, requests } = await signedIn();
    const before = requests.length;
    const error = await rejection(call(user, method, ...args));
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(message);
    expect(requests).toHaveLength(before);
    expectNoCanary(error);
  });

  test('when signInWithPassword has no password', async () => {
    const { clerk, requests } = setUp();
    const error = await rejection(call(clerk, 'signInWithPassword', { identifier: 'a@example.com' }));
    expect(String(error)).toBe('TypeError: signInWithPassword: password must be a string.');
    expect(requests).toEqual([]);
  });
});

test('members that a page has added to every object are neither options nor fields', async () => {
  Object.assign(Object.prototype, { each: () => {} });
  try {
    const { clerk, user, sent } = await signedIn();
    expect(Object.keys(user)).not.toContain('each');
    await user.updatePassword({ newPassword: CANARY });
    expect(sent('change_password')[0]?.form).toEqual({ new_password: CANARY });
    expect(Object.keys(sent('change_password')[0]?.query ?? {})).not.toContain('each');
    await clerk.signOut();
    expect(clerk.user).toBeNull();
  } finally {
    Reflect.deleteProperty(Object.prototype, 'each');
  }
});
