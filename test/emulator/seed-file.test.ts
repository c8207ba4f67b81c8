import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emulatorHelp } from '../../src/cli/options.ts';
import { createEmulator, defaultSeed } from '../../src/emulator/index.ts';
import { parseSeed, SeedFileError } from '../../src/emulator/setup/seed-file.ts';

const problemsOf = async (text: string, file = 'seed.yaml'): Promise<string> => {
  try {
    await parseSeed(text, file);
  } catch (error) {
    if (error instanceof SeedFileError) return error.message;
    throw error;
  }
  return '';
};

describe('a seed file gives the seed', () => {
  test('when it is YAML with every part of it', async () => {
    const seed = await parseSeed(
      `users:
  - id: user_ada
    email: [ada@example.com, ada@work.example]
    username: ada
    phoneNumber: "+15555550100"
    firstName: Ada
    lastName: Example
    password: current-password-1
    banned: false
    deactivated: false
    locked: false
    externalId: null
    publicMetadata: { plan: pro }
    unsafeMetadata: {}
  - username: grace
    password: null
sessions:
  - { user: ADA@example.com, id: sess_ada, token: dvb_ada, verifiedMinutesAgo: 11 }
  - user: "+15555550100"
settings:
  password: { minLength: 12 }
  rateLimit: { requests: 3, seconds: 60 }
`,
      'seed.yaml',
    );
    const emulator = createEmulator({ seed });
    expect(emulator.users.get('ada')).toMatchObject({
      id: 'user_ada',
      emails: ['ada@example.com', 'ada@work.example'],
    });
    expect(emulator.users.sessions('user_ada').map(({ token }) => token)).toContain('dvb_ada');
    expect(emulator.settings.password.minLength).toBe(12);
  });

  test('when it is JSON, indented by tabs', async () => {
    expect(await parseSeed(JSON.stringify(defaultSeed, null, '\t'), 'seed.json')).toEqual(defaultSeed);
  });

  test('when it is the one that the help shows', async () => {
    const shown = /\n( {2}users:\n[\s\S]*?)\n\n/.exec(emulatorHelp())?.[1] ?? '';
    const seed = await parseSeed(shown.replaceAll(/^ {2}/gm, ''), 'seed.yaml');
    expect(createEmulator({ seed }).users.sessions('ada@example.com')).toMatchObject([{ token: 'dvb_ada' }]);
  });

  test('when ids differ in case only, and sessions have none', async () => {
    const seed = {
      users: [
        { id: 'User_A', username: 'a' },
        { id: 'user_a', username: 'b' },
      ],
      sessions: [{ user: 'User_A' }, { user: 'user_a' }, { user: 'A' }],
    };
    expect(await parseSeed(JSON.stringify(seed), 'seed.json')).toEqual(seed);
  });

  test('when values are empty, names have spaces around them, and the version of YAML is a later one', async () => {
    const text =
      '%YAML 1.3\n---\nusers:\n  - username: ada\n    password:\n    externalId:\nsessions:\n  - user: " ADA "\n';
    const seed = await parseSeed(text, 'seed.yaml');
    expect(seed.users).toEqual([{ username: 'ada', password: null, externalId: null }]);
    expect(createEmulator({ seed }).users.sessions('ada')).toHaveLength(1);
  });

  test('when it uses anchors and aliases', async () => {
    const seed = await parseSeed(
      'users:\n  - &one { username: one, publicMetadata: &m { a: 1 } }\n  - { username: two, publicMetadata: *m }\n',
      's',
    );
    expect(seed.users?.[1]?.publicMetadata).toEqual({ a: 1 });
  });
});

test.each([
  ['one map', '<<: *one'],
  ['several', '<<: [*one, { lastName: Two }]'],
])('a seed file may merge %s into a user by <<, as compose files do', async (_, merge) => {
  const seed = await parseSeed(
    `users:\n  - &one { email: one@example.com, password: correct horse }\n  - ${merge}\n    email: two@example.com\n`,
    's',
  );
  expect(seed.users?.[1]).toMatchObject({ email: 'two@example.com', password: 'correct horse' });
});

describe('a seed file is refused with line and column', () => {
  test.each([
    ['it is empty', '', 'seed.yaml:1:1: A seed has to be an object with any of: users, sessions, settings.'],
    [
      'a password looks like a tag, and would be no password at all',
      'users:\n  - email: a@example.com\n    password: !Summer2024\n',
      'seed.yaml:3:15: What begins with ! means nothing here. A text that does needs quotes.',
    ],
    [
      'a tag is that of another program',
      'users:\n  - email: a@example.com\n    password: !ENV PASSWORD\n',
      'seed.yaml:3:15: What begins with ! means nothing here. A text that does needs quotes.',
    ],
    [
      'a password looks like an anchor, and would be no password at all',
      'users:\n  - email: a@example.com\n    password: &Tom\n',
      'seed.yaml:3:19: What begins with & means nothing here. A text that does needs quotes.',
    ],
    [
      'something that is no map is merged',
      'users:\n  - <<: 5\n    email: a@example.com\n',
      'seed.yaml:1:1: The file repeats itself by too many aliases, or << stands before what is no map.',
    ],
    ['it is a list', '- a\n', 'seed.yaml:1:1: A seed has to be an object with any of: users, sessions, settings.'],
    [
      'a part is unknown',
      'users: []\nuser: []\n',
      'seed.yaml:2:1: A seed has no "user". There are: users, sessions, settings.',
    ],
    [
      'a part is called like something every object has',
      'toString: 1\n',
      'seed.yaml:1:1: A seed has no "toString". There are: users, sessions, settings.',
    ],
    ['users are no list', 'users: { a: 1 }\n', 'seed.yaml:1:8: "users" has to be a list.'],
    ['a user is a text', 'users:\n  - ada\n', 'seed.yaml:2:5: A user has to be an object with names such as id.'],
    [
      'a name in a user is misspelt',
      'users:\n  - email: a@b.c\n    pasword: x\n',
      'seed.yaml:3:5: users[0]: A user has no "pasword". There are: id, email, username, phoneNumber, firstName, lastName, password, banned, deactivated, locked, externalId, publicMetadata, unsafeMetadata.',
    ],
    [
      'an address is none',
      'users:\n  - email: ada\n',
      'seed.yaml:2:12: users[0]: "email" has to be an email address or a list of them.',
    ],
    [
      'a password is a number',
      'users:\n  - username: a\n    password: 12345678\n',
      'seed.yaml:3:15: users[0]: "password" has to be a text or null; put the number in quotes.',
    ],
    [
      'a phone number has no quotes',
      'users:\n  - phoneNumber: +15555550100\n',
      'seed.yaml:2:18: users[0]: "phoneNumber" has to be a phone number such as "+15555550100"; put the number in quotes.',
    ],
    [
      'a user has nothing to sign in with',
      'users:\n  - firstName: Ada\n',
      'seed.yaml:2:5: A user needs an email, a username or a phoneNumber to sign in with.',
    ],
    [
      'two users have one address in another case',
      'users:\n  - email: a@b.c\n  - email: A@b.c\n',
      'seed.yaml:3:12: users[1]: There is a user a@b.c already.',
    ],
    [
      'a session is of an unknown user',
      'users:\n  - username: a\nsessions:\n  - user: b\n',
      'seed.yaml:4:11: sessions[0]: There is no user b in this seed.',
    ],
    ['a session is of nobody', 'sessions:\n  - token: t\n', 'seed.yaml:2:5: A session needs a "user".'],
    [
      'two sessions have one id',
      'users: [{ username: a }]\nsessions:\n  - { user: a, id: s }\n  - { user: a, id: s }\n',
      'seed.yaml:4:20: sessions[1]: There is a session of this id already.',
    ],
    [
      'a setting is unknown',
      'settings:\n  lockouts: 1\n',
      /^seed\.yaml:2:13: There is no setting "lockouts"\. There are: /,
    ],
    [
      'a part of a setting is out of range',
      'settings:\n  password:\n    minLength: 7\n',
      'seed.yaml:3:16: settings.password: The setting "password.minLength" has to be a whole number from 8 to 72.',
    ],
    [
      'settings contradict each other',
      'settings:\n  password: { minLength: 20, maxLength: 10 }\n',
      'seed.yaml:2:13: The setting "password.minLength" must not be more than "password.maxLength".',
    ],
    [
      'a password begins with a sign that YAML has a meaning for',
      'users:\n  - username: a\n    password: *hunter22\n',
      'seed.yaml:3:15: This alias names nothing before it. A text that begins with * needs quotes.',
    ],
    [
      'data holds itself',
      'users:\n  - username: a\n    publicMetadata: &m { self: [*m] }\n',
      'seed.yaml:3:24: users[0]: "publicMetadata" has to be an object that can be written as JSON.',
    ],
    [
      'a username has spaces around it',
      'users:\n  - username: " a "\n',
      'seed.yaml:2:15: users[0]: "username" has to be a text without spaces around it.',
    ],
    [
      'a token cannot stand in a header',
      'users: [{ username: a }]\nsessions:\n  - { user: a, token: tök }\n',
      'seed.yaml:3:23: sessions[0]: "token" has to be a text of ASCII characters without spaces, commas and semicolons.',
    ],
    [
      'a proof is older than time',
      'users: [{ username: a }]\nsessions:\n  - { user: a, verifiedMinutesAgo: 1e305 }\n',
      'seed.yaml:3:36: sessions[0]: "verifiedMinutesAgo" has to be a number of minutes, from 0 to 1,000,000,000.',
    ],
    [
      'a switch is a text',
      'users:\n  - { username: a, locked: "yes" }\n',
      'seed.yaml:2:28: users[0]: "locked" has to be true or false.',
    ],
    [
      'a name is a number where nothing may stand there',
      'users:\n  - { username: a, firstName: 1 }\n',
      'seed.yaml:2:31: users[0]: "firstName" has to be a text; put the number in quotes.',
    ],
    ['sessions are no list', 'sessions: 1\n', 'seed.yaml:1:11: "sessions" has to be a list.'],
    ['settings are a text', 'settings: on\n', 'seed.yaml:1:11: "settings" has to be an object.'],
    [
      'data is a list',
      'users:\n  - { username: a, publicMetadata: [1] }\n',
      /^seed\.yaml:2:36: users\[0\]: "publicMetadata" has to be an object/,
    ],
    [
      'the other data is too large',
      `users:\n  - { username: a, unsafeMetadata: { a: ${'x'.repeat(9_000)} } }\n`,
      'seed.yaml:2:36: users[0]: "unsafeMetadata" has to be an object of at most 8 kB as JSON.',
    ],
    [
      'a part of a setting is missing',
      'settings:\n  rateLimit: { requests: 3 }\n',
      'seed.yaml:2:14: The setting "rateLimit" needs "seconds".',
    ],
    [
      'a second address is none',
      'users:\n  - email: [a@example.com, b]\n',
      'seed.yaml:2:12: users[0]: "email" has to be an email address or a list of them.',
    ],
    [
      'a user has the id of another',
      'users:\n  - { id: user_a, username: a }\n  - { id: user_a, username: b }\n',
      'seed.yaml:3:11: users[1]: There is a user user_a already.',
    ],
    [
      'there are two documents',
      'users: []\n---\nusers: []\n',
      'seed.yaml:2:1: A seed file holds one document: --- begins a second one.',
    ],
    ['a name is given twice', 'users: []\nusers: []\n', 'seed.yaml:2:1: Map keys must be unique.'],
    [
      'a password begins with a sign that YAML has a meaning for, and the reader would repeat it',
      'users:\n  - username: a\n    password: |secret-1\n',
      'seed.yaml:3:16: Block scalar header includes extra characters.',
    ],
    [
      'an address is a number',
      'users:\n  - email: 5\n',
      'seed.yaml:2:12: users[0]: "email" has to be an email address or a list of them; put the number in quotes.',
    ],
    ['brackets are left open', 'users: [{ username: a }\nsettings: {}\n', /^seed\.yaml:2:1: .*\.$/],
  ])('when %s', async (_when, text, message) => {
    const said = await problemsOf(text);
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test('in the order of the file, and only the first ten, when there are more', async () => {
    const users = Array.from({ length: 12 }, (_, index) => `  - { username: u${index}, pasword: x }`);
    const said = (await problemsOf(`users:\n${users.join('\n')}\n`)).split('\n');
    expect(said.map((line) => line.replace(/:\d+: .*/, ''))).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `seed.yaml:${index + 2}`),
      '… and 2 more.',
    ]);
    const mixed = await problemsOf('sessions:\n  - user: grace\nusers:\n  - { username: ada, locked: 1, banned: 2 }\n');
    expect(mixed.split('\n').map((line) => line.split(': ')[0])).toEqual([
      'seed.yaml:2:11',
      'seed.yaml:4:30',
      'seed.yaml:4:41',
    ]);
    await expect(parseSeed('users: 1\n', 'seed.yaml')).rejects.toMatchObject({ name: 'SeedFileError' });
    expect((await problemsOf(`users:\n${users.slice(0, 10).join('\n')}\n`)).split('\n')).toHaveLength(10);
  });

  test('for each problem when there are several', async () => {
    const said = await problemsOf('users:\n  - email: a\n  - email: b\nfoo: 1\n');
    expect(said.split('\n').map((line) => line.slice(0, 14))).toEqual([
      'seed.yaml:2:12',
      'seed.yaml:3:12',
      'seed.yaml:4:1:',
    ]);
  });

  test('without the password when the writing is broken around it', async () => {
    for (const text of [
      'users:\n  - password: "secret-1\n',
      'password: @secret-1\n',
      'a: [*secret-1]\n',
      '"secret-1" "secret-1": ]secret-1\n',
      'password: !secret-1 x\n]secret-1',
    ]) {
      expect(await problemsOf(text), text).toMatch(/^seed\.yaml:\d+:\d+: /);
      expect(await problemsOf(text)).not.toContain('secret');
    }
  });
});

const key = fc.constantFrom(
  'users',
  'sessions',
  'settings',
  'email',
  'id',
  'user',
  'token',
  'password',
  'locked',
  'lockout',
);
const { tree } = fc.letrec((again) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>('a@b.c', '', 'x', 1, -1, null, true, 0.5),
    fc.array(again('tree'), { maxLength: 3 }),
    fc.dictionary(key, again('tree'), { maxKeys: 3 }),
  ),
}));

test('a problem behind an alias is at the name that is wrong', async () => {
  const text = 'users:\n  - &ada\n    email: ada@example.com\n    pasword: x\n  - *ada\n';
  expect(await problemsOf(text)).toMatch(/^seed\.yaml:4:5: users\[1\]: .*pasword/m);
});

test('a file that repeats itself without end is refused in no time', async () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++) {
    const before = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${before}]`);
  }
  expect(await problemsOf(lines.join('\n'))).toBe(
    'seed.yaml:1:1: The file repeats itself by too many aliases, or << stands before what is no map.',
  );
});

test('a large JSON file is read the same', async () => {
  const users = Array.from({ length: 10_000 }, (_, index) => ({ email: `user-${index}@example.com` }));
  const text = JSON.stringify({ users });
  expect(await parseSeed(text, 'seed.json')).toEqual({ users });
  expect(await problemsOf(text.slice(0, -1), 'seed.json')).toMatch(/^seed\.json:1:\d+: /);
});

test('any file is either refused with a place or gives a seed that an emulator takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ users: tree, sessions: tree, settings: tree }, { requiredKeys: [] }), async (seed) => {
      const text = JSON.stringify(seed, null, 2);
      const said = await problemsOf(text, 'f');
      if (said !== '') expect(said).toMatch(/^f:\d+:\d+: /);
      else expect(() => createEmulator({ seed: JSON.parse(text) })).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
