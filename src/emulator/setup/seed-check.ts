/** Says what is wrong with a seed that somebody wrote by hand, and where. */
import { metadataProblem } from './limits.ts';
import type { Seed, SeedSession, SeedUser } from './seed.ts';
import { changeSettings, defaultSettings, settingsProblems } from './settings.ts';

/** Names and list indexes that lead to a place in the seed. */
export type SeedPath = readonly (string | number)[];

export interface SeedProblem {
  readonly path: SeedPath;
  /** Whether the name at the end of the path is meant, not its value. */
  readonly isName?: true;
  /** One sentence. Never holds a password. */
  readonly message: string;
}

/** What a value has to be, in words, or undefined if it is. */
type Check = (value: unknown) => string | undefined;
type Checks<Shape> = { readonly [Key in keyof Required<Shape>]: Check };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A text of a form. Numbers get a hint of their own: YAML reads digits without quotes as a number. */
const text =
  (wanted = 'a text', form = /\S/): Check =>
  (value) => {
    if (typeof value === 'number') return `${wanted}; put the number in quotes`;
    return typeof value === 'string' && form.test(value) ? undefined : wanted;
  };
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const truth: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const orNull =
  (check: Check): Check =>
  (value) => {
    const wanted = value === null ? undefined : check(value);
    return wanted?.replace(/(?=;|$)/, ' or null');
  };

/** Minutes that can have passed: with more, times would be no integers any more. */
export const isMinutesAgo = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1e9;

const userChecks: Checks<SeedUser> = {
  id: text('a text such as user_1', /^[\w-]+$/),
  email: (value) => {
    const all = Array.isArray(value) ? value : [value];
    const isFine = all.length > 0 && all.every((one) => typeof one === 'string' && EMAIL.test(one));
    return isFine ? undefined : 'an email address or a list of them';
  },
  username: text('a text without spaces around it', /^\S(.*\S)?$/s),
  phoneNumber: text('a phone number such as "+15555550100"', /^\+\d{5,15}$/),
  firstName: text(),
  lastName: text(),
  password: orNull(text('a text', /[\s\S]/)),
  banned: truth,
  deactivated: truth,
  locked: truth,
  externalId: orNull(text()),
  publicMetadata: metadataProblem,
  unsafeMetadata: metadataProblem,
};

const sessionChecks: Checks<SeedSession> = {
  user: text('the email address, username, phone number or id of a user'),
  id: text('a text such as sess_1', /^[\w-]+$/),
  // It goes into headers.
  token: text('a text of ASCII characters without spaces, commas and semicolons', /^(?:(?![;,])[!-~])+$/),
  verifiedMinutesAgo: (value) => (isMinutesAgo(value) ? undefined : 'a number of minutes, from 0 to 1,000,000,000'),
};

/** Problems with the names and values of one user or session. */
function* checkEntry(
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  what: string,
  path: SeedPath,
): Generator<SeedProblem> {
  if (!isRecord(value)) {
    yield { path, message: `${what} has to be an object with names such as ${Object.keys(checks)[0]}.` };
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    const wanted = check?.(item);
    if (check === undefined) {
      const known = Object.keys(checks).join(', ');
      yield { path: [...path, name], isName: true, message: `${what} has no "${name}". There are: ${known}.` };
    } else if (wanted !== undefined) yield { path: [...path, name], message: `"${name}" has to be ${wanted}.` };
  }
}

/** What people sign in with, as the emulator compares it. */
function identifiers(user: Readonly<Record<string, unknown>>): readonly { readonly name: string; value: string }[] {
  const found = [];
  for (const name of ['id', 'email', 'username', 'phoneNumber']) {
    const value = user[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isText(one)) found.push({ name, value: name === 'id' ? one : one.trim().toLowerCase() });
    }
  }
  return found;
}

function* checkUsers(users: readonly unknown[], taken: Set<string>): Generator<SeedProblem> {
  for (const [index, user] of users.entries()) {
    const path = ['users', index];
    yield* checkEntry(user, userChecks, 'A user', path);
    if (!isRecord(user)) continue;
    const own = identifiers(user);
    if (user['email'] === undefined && user['username'] === undefined && user['phoneNumber'] === undefined) {
      yield { path, message: 'A user needs an email, a username or a phoneNumber to sign in with.' };
    }
    for (const { name, value } of own) {
      if (taken.has(value)) yield { path: [...path, name], message: `There is a user ${value} already.` };
    }
    for (const { value } of own) taken.add(value);
  }
}

function* checkSessions(sessions: readonly unknown[], known: ReadonlySet<string>): Generator<SeedProblem> {
  const ids = new Set<unknown>();
  for (const [index, session] of sessions.entries()) {
    const path = ['sessions', index];
    yield* checkEntry(session, sessionChecks, 'A session', path);
    if (!isRecord(session)) continue;
    const { user, id } = session;
    if (user === undefined) yield { path, message: 'A session needs a "user".' };
    if (isText(user) && !known.has(user) && !known.has(user.trim().toLowerCase())) {
      yield { path: [...path, 'user'], message: `There is no user ${user} in this seed.` };
    }
    if (id !== undefined && ids.has(id))
      yield { path: [...path, 'id'], message: 'There is a session of this id already.' };
    ids.add(id);
  }
}

function* checkSettings(settings: Readonly<Record<string, unknown>>): Generator<SeedProblem> {
  let isFine = true;
  for (const [name, value] of Object.entries(settings)) {
    // Part by part, to know which line is meant. The rate limit is only right as a whole.
    const parts = isRecord(value) && name !== 'rateLimit' ? Object.entries(value) : [];
    const changes: (readonly [SeedPath, unknown])[] =
      parts.length > 0 ? parts.map(([part, item]) => [[name, part], { [part]: item }]) : [[[name], value]];
    for (const [path, change] of changes) {
      for (const message of settingsProblems({ [name]: change })) {
        isFine = false;
        yield { path: ['settings', ...path], message };
      }
    }
  }
  if (!isFine) return;
  try {
    changeSettings(defaultSettings, settings);
  } catch (error) {
    yield { path: ['settings', 'password'], message: error instanceof Error ? error.message : String(error) };
  }
}

const sections: Readonly<Record<string, 'list' | 'object'>> = {
  users: 'list',
  sessions: 'list',
  settings: 'object',
} satisfies Record<keyof Seed, 'list' | 'object'>;

/** Everything that is wrong with a seed, in the order of users, sessions, settings; nothing if it is a `Seed`. */
export function seedProblems(seed: unknown): readonly SeedProblem[] {
  const known = Object.keys(sections).join(', ');
  if (!isRecord(seed)) return [{ path: [], message: `A seed has to be an object with any of: ${known}.` }];
  const problems: SeedProblem[] = [];
  for (const [name, value] of Object.entries(seed)) {
    const wanted = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (wanted === undefined) {
      problems.push({ path: [name], isName: true, message: `A seed has no "${name}". There are: ${known}.` });
    } else if (wanted === 'list' ? !Array.isArray(value) : !isRecord(value)) {
      problems.push({ path: [name], message: `"${name}" has to be ${wanted === 'list' ? 'a list' : 'an object'}.` });
    }
  }
  const identifiersTaken = new Set<string>();
  if (Array.isArray(seed['users'])) problems.push(...checkUsers(seed['users'], identifiersTaken));
  if (Array.isArray(seed['sessions'])) problems.push(...checkSessions(seed['sessions'], identifiersTaken));
  if (isRecord(seed['settings'])) problems.push(...checkSettings(seed['settings']));
  return problems;
}

/** Whether a value is a seed that an emulator takes. */
export const isSeed = (value: unknown): value is Seed => seedProblems(value).length === 0;
