/** Where a `proxyUrl` may be plain http, as a rule over addresses made up for it. */
import fc from 'fast-check';
import { Clerk } from 'user-password-api';
import { expect, test } from 'vitest';
import { KEY, LIVE_KEY, setUp } from './stub.ts';

const byte = fc.integer({ min: 0, max: 255 });
const address = (...parts: readonly (number | fc.Arbitrary<number>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'number' ? fc.constant(part) : part))).map((all) => all.join('.'));
const label = fc.stringMatching(/^[a-z]([a-z\d-]{0,8}[a-z\d])?$/);
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));

/** This machine: fine with any key. */
const here = fc.oneof(
  fc.constantFrom('localhost', '[::1]'),
  name.map((it) => `${it}.localhost`),
  address(127, byte, byte, byte),
);
/** This network: fine for development. */
const near = fc.oneof(
  address(10, byte, byte, byte),
  address(192, 168, byte, byte),
  address(172, fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(name, fc.constantFrom('local', 'internal', 'test')).map((parts) => parts.join('.')),
  label.filter((it) => it !== 'localhost'),
  fc.constantFrom('host.docker.internal', 'host.containers.internal', '10.0.2.2', 'emulator'),
  fc.constantFrom('[fd12:3456::1]', '[fc00::1]', '[fe80::1]', '[fe80::a:b]'),
);
/** Anywhere else, also under names that look like the ones above. */
const far = fc.oneof(
  fc
    .tuple(byte, byte, byte, byte)
    .filter(([a, b]) => ![10, 127].includes(a) && !(a === 192 && b === 168) && !(a === 172 && b >= 16 && b <= 31))
    .map((bytes) => bytes.join('.')),
  fc.tuple(fc.oneof(here, near), name).map(([it, rest]) => `${it.replace(/[[\]:]+/g, 'x')}.${rest}.example`),
  name.map((it) => `user@${it}.example`),
  fc.constantFrom(
    '[2001:db8::1]',
    '[fd::1]',
    '[::fd00]',
    '[2001:fd00::1]',
    '10.0.0.1@evil.example',
    'local.example',
    'emulator.',
  ),
);
const port = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 65_535 }).map((it) => `:${it}`),
);

function accepts(key: string, proxyUrl: string): boolean {
  try {
    new Clerk(key, { proxyUrl });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/proxyUrl must be https:, or http: on this machine/);
    return false;
  }
}

test.each([
  ['this machine', here, true, true],
  ['this network', near, true, false],
  ['elsewhere', far, false, false],
] as const)('plain http is accepted as the rule says when the address is %s', (_, hosts, development, live) => {
  fc.assert(
    fc.property(hosts, port, fc.constantFrom('', '/', '/proxy'), (host, at, path) => {
      const proxyUrl = `http://${host}${at}${path}`;
      expect([accepts(KEY, proxyUrl), accepts(LIVE_KEY, proxyUrl)]).toEqual([development, live]);
    }),
    { numRuns: 300 },
  );
});

test.each(['http://10.0.2.2:4010', 'http://emulator:4010'])(
  'a native application reaches the emulator when it listens at %s',
  async (proxyUrl) => {
    const { clerk, requests } = setUp({}, { proxyUrl, native: true });
    await clerk.load();
    expect(requests.map(({ path }) => path)).toEqual(['/v1/client']);
  },
);
