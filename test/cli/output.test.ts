/** What the command prints, without starting it. */
import { createEmulator, defaultSeed, type LoggedRequest, type Seed } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import { type Ready, readyLine, requestLine, welcome } from '../../src/cli/output.ts';
import { type Paint, paintFor } from '../../src/cli/print.ts';

const same = (text: string): string => text;
const plain: Paint = { bold: same, dim: same, green: same, yellow: same, red: same };
const named: Paint = { ...plain, green: (text) => `g${text}`, yellow: (text) => `y${text}`, red: (text) => `r${text}` };

function ready(seed: Seed, rest: Partial<Ready> = {}): Ready {
  return {
    version: '1.2.3',
    emulator: createEmulator({ seed }),
    url: 'http://127.0.0.1:4010',
    port: 4010,
    proxyUrl: 'http://localhost:4010',
    docs: undefined,
    seed,
    seedFile: undefined,
    restoredFrom: undefined,
    certificate: undefined,
    packages: {},
    ...rest,
  };
}

const SECRETS: Seed = {
  users: [
    { email: 'ada@example.com', password: 'secret-of-ada' },
    { username: 'grace', password: 'secret-of-grace', locked: true },
    { phoneNumber: '+15555550100', banned: true },
    { email: 'out@example.com', deactivated: true },
  ],
  sessions: [{ user: 'ada@example.com', token: 'dvb_secret' }],
};

describe('the welcome', () => {
  test('shows the built-in users with their passwords, code to paste, and a call that works', () => {
    expect(welcome(ready(defaultSeed), plain)).toBe(`
  User Password API 1.2.3 · the emulator is ready

  Address   http://127.0.0.1:4010
  Page      http://127.0.0.1:4010/
  Key       pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk
  Users     user@example.com          current-password-1   signed in as dvb_local
            no-password@example.com   no password          signed in as dvb_no_password
            locked@example.com        current-password-1   locked

  In your app, with @clerk/clerk-js or with user-password-api:

    import { Clerk } from '@clerk/clerk-js';
    const clerk = new Clerk('pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk', { proxyUrl: 'http://localhost:4010' });
    await clerk.load();

  Or from here:

    curl 'http://127.0.0.1:4010/v1/me/change_password?__clerk_db_jwt=dvb_local' \\
      -d current_password=current-password-1 -d new_password=correct-horse-battery

  Options: --help · Stop: Ctrl+C
`);
  });

  test.each([
    ['a seed file', { seedFile: 'seed.yaml' }, 'of seed.yaml'],
    ['a state file', { restoredFrom: 'state.json' }, 'as left in state.json'],
  ])('shows the users of %s in their states, and neither passwords nor tokens', (_, rest, from) => {
    const text = welcome(ready(SECRETS, rest), plain);
    expect(text).not.toContain('secret');
    expect(text).toContain(from);
    expect(text).not.toContain('curl');
    expect(text.split('\n').filter((line) => /(has a|no) password/.test(line))).toEqual(
      [
        '  Users     ada@example.com   has a password',
        '            grace             has a password   locked',
        '            +15555550100      no password      banned',
        '            out@example.com   no password      deactivated',
      ].map((line) => expect.stringContaining(line)),
    );
  });

  test('shows no passwords of the built-in users when they were gone on from: they may be others by now', () => {
    expect(welcome(ready(defaultSeed, { restoredFrom: 'state.json' }), plain)).not.toContain('   current-password-1');
  });

  test('shows no published password for a user of a seed file who has the name of a built-in one', () => {
    const seed: Seed = { users: [{ email: 'user@example.com', password: 'another' }] };
    expect(welcome(ready(seed), plain)).toMatch(/user@example\.com +has a password$/m);
  });

  test('shows ten users and counts the others, or says that there are none', () => {
    const users = Array.from({ length: 13 }, (_, index) => ({ email: `user-${index}@example.com` }));
    const text = welcome(ready({ users }), plain);
    expect(text).toContain('user-9@example.com');
    expect(text).not.toContain('user-10@example.com');
    expect(text).toContain('and 3 more');
    // With nobody to change the password of, there is no call to try.
    expect(welcome(ready({ users: [] }), plain)).toMatch(
      /Users {5}none\n\n[\s\S]*await clerk\.load\(\);\n\n {2}Options: --help · Stop: Ctrl\+C\n$/,
    );
  });

  test('says what else there is: documentation, packages, and how to trust the certificate', () => {
    const text = welcome(
      ready(defaultSeed, {
        docs: 'http://127.0.0.1:4010/docs/',
        packages: { '@clerk/clerk-js': '5.1.0' },
        certificate: '/tmp/certificate.pem',
      }),
      plain,
    );
    expect(text).toMatch(/^ {2}Docs {6}http:\/\/127\.0\.0\.1:4010\/docs\/$/m);
    expect(text).toMatch(/^ {2}Serves {4}@clerk\/clerk-js 5\.1\.0 under \/npm\/$/m);
    expect(text).toMatch(/To trust its certificate.*:\n\n.*NODE_EXTRA_CA_CERTS=\/tmp\/certificate\.pem$/m);
    expect(text).toContain("curl --cacert /tmp/certificate.pem '");
  });
});

test('the ready line is JSON in ASCII, with no password of a seed file', () => {
  const seed: Seed = { users: [{ email: 'zoë@example.com', password: 'secret' }] };
  const line = readyLine(ready(seed, { docs: 'http://127.0.0.1:4010/docs/' }));
  expect(line).toMatch(/^[ -~]+$/);
  expect(line).not.toContain('secret');
  expect(JSON.parse(line)).toEqual({
    ready: true,
    version: '1.2.3',
    url: 'http://127.0.0.1:4010',
    port: 4010,
    pid: process.pid,
    publishableKey: 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk',
    proxyUrl: 'http://localhost:4010',
    page: 'http://127.0.0.1:4010/',
    docs: 'http://127.0.0.1:4010/docs/',
    control: 'http://127.0.0.1:4010/__emulator',
    health: 'http://127.0.0.1:4010/health',
    packages: {},
    users: [{ id: expect.any(String), identifier: 'zoë@example.com', hasPassword: true, state: 'open' }],
    userCount: 1,
  });
  expect(JSON.parse(readyLine(ready(seed, { certificate: '/tmp/certificate.pem' })))).toHaveProperty(
    'certificate',
    '/tmp/certificate.pem',
  );
  const { users } = JSON.parse(readyLine(ready(defaultSeed)));
  const id = expect.any(String);
  const password = 'current-password-1';
  expect(users).toEqual([
    { id, identifier: 'user@example.com', hasPassword: true, password, token: 'dvb_local', state: 'open' },
    { id, identifier: 'no-password@example.com', hasPassword: false, token: 'dvb_no_password', state: 'open' },
    { id, identifier: 'locked@example.com', hasPassword: true, password, state: 'locked' },
  ]);
});

describe('a request', () => {
  const request: LoggedRequest = {
    number: 1,
    at: new Date(2026, 0, 2, 3, 4, 5).getTime(),
    method: 'POST',
    path: '/v1/me',
    query: { a: '1' },
    form: { b: '2' },
    operation: 'changePassword',
    status: 200,
    codes: [],
  };

  test('is a line of time, status, method, path and codes; the fields too when all is asked for', () => {
    expect(requestLine(request, plain, false)).toBe('03:04:05  200  POST    /v1/me');
    expect(requestLine({ ...request, status: 422, codes: ['x', 'y'] }, plain, true)).toBe(
      '03:04:05  422  POST    /v1/me  x  y  a=1 b=2',
    );
  });

  test.each([
    [200, 'g200'],
    [399, 'g399'],
    [400, 'y400'],
    [499, 'y499'],
    [500, 'r500'],
  ])('with status %i has the colour of it', (status, shown) => {
    expect(requestLine({ ...request, status }, named, false)).toContain(`  ${shown}  `);
  });

  test('moves no cursor and colours nothing, whatever its path and method are', () => {
    const line = requestLine({ ...request, path: '/\u001b[2J\n', method: '\u001b[31mX' }, plain, true);
    expect(line).not.toMatch(/\p{C}/u);
  });
});

test.each([
  [true, true, '\u001b[32mok\u001b[39m'],
  [true, false, 'ok'],
  [false, true, 'ok'],
])('colours are used when the output is a terminal (%s) that has colours (%s)', (isTTY, hasColours, shown) => {
  expect(paintFor({ isTTY, hasColors: () => hasColours }).green('ok')).toBe(shown);
});
