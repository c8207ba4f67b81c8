/** What can be done to the emulator over HTTP: one row a route, with the words that its documentation shows. */

import { isKnownCode } from '../engine/answer/refusal.ts';
import type { ForcedAnswer } from '../engine/forced.ts';
import type { SeedSession, SeedUser } from '../setup/seed.ts';
import { isMinutesAgo, seedProblems } from '../setup/seed-check.ts';
import { settingsProblems } from '../setup/settings.ts';
import { NotFoundError } from './accounts.ts';
import type { Emulator } from './emulator.ts';
import { situations } from './situations.ts';

/** What was sent cannot be used; the message says why and how to mend it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

export interface ControlCall {
  readonly emulator: Emulator;
  /** What stands at the `:` parts of the path. */
  readonly parts: readonly string[];
  /** The JSON that was sent, or undefined. */
  readonly input: unknown;
  readonly query: URLSearchParams;
}

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Under `/__emulator`; `:name` stands for one part. */
  readonly path: string;
  readonly explanation: string;
  /** The answer as JSON; undefined for 204. */
  readonly run: (call: ControlCall) => unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(input: unknown, wanted: string): Readonly<Record<string, unknown>> {
  if (!isRecord(input)) throw new InputError(`Send a JSON object: ${wanted}.`);
  return input;
}

/** Checks a user or a session in the words of the seed, where it is the only one. */
function checkSeed(seed: unknown): void {
  const [first] = seedProblems(seed);
  if (first !== undefined) throw new InputError(first.message);
}

function userOf(input: unknown): SeedUser {
  const user = record(input, 'a user, such as {"email": "a@example.com", "password": "…"}');
  checkSeed({ users: [user] });
  // Checked above, field by field.
  return user as SeedUser;
}

function changeOf(input: unknown): Omit<SeedUser, 'id'> {
  const { id, ...change } = record(input, 'the fields to change, such as {"locked": false}');
  if (id !== undefined) throw new InputError('The id of a user cannot be changed.');
  // A user needs a name, a change does not: the check is given one.
  checkSeed({ users: [{ username: 'unchanged', ...change }] });
  // Checked above, field by field.
  return change as Omit<SeedUser, 'id'>;
}

function sessionOf(input: unknown): SeedSession {
  const session = record(input, '{"user": "user@example.com"}');
  if (typeof session['user'] !== 'string')
    throw new InputError('"user" has to be an email address, a username or an id.');
  const { token, verifiedMinutesAgo, ...rest } = session;
  const [unknown] = Object.keys(rest).filter((name) => name !== 'user');
  if (unknown !== undefined)
    throw new InputError(`A session has no "${unknown}". It has: user, token, verifiedMinutesAgo.`);
  if (token !== undefined && (typeof token !== 'string' || !/^[\w-]+$/.test(token))) {
    throw new InputError('"token" has to be made of letters, digits, - and _.');
  }
  if (verifiedMinutesAgo !== undefined && !isMinutesAgo(verifiedMinutesAgo)) {
    throw new InputError('"verifiedMinutesAgo" has to be a number from 0 to 1,000,000,000.');
  }
  return {
    user: session['user'],
    ...(token !== undefined && { token }),
    ...(verifiedMinutesAgo !== undefined && { verifiedMinutesAgo }),
  };
}

type Rule = readonly [wanted: string, fits: (value: unknown) => boolean];
const whole = (from: number, to: number): Rule => [
  `a whole number from ${from} to ${to}`,
  (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
];
const text: Rule = ['a text', (value) => typeof value === 'string'];

const forceRules: { readonly [Name in keyof ForcedAnswer]-?: Rule } = {
  code: ['an error code of the contract', (value) => typeof value === 'string' && isKnownCode(value)],
  status: whole(200, 599),
  body: text,
  contentType: [
    'a media type',
    (value) => typeof value === 'string' && /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w-]+)?$/.test(value),
  ],
  retryAfter: whole(0, 86_400),
  latency: whole(0, 600_000),
  fault: ['"drop" or "truncate"', (value) => value === 'drop' || value === 'truncate'],
  carriedOut: ['true or false', (value) => typeof value === 'boolean'],
  times: whole(1, 1_000_000),
};

function forceOf(input: unknown): { readonly operation: string; readonly answer: ForcedAnswer } {
  const { operation, ...answer } = record(input, '{"operation": "changePassword", "code": "form_password_pwned"}');
  if (typeof operation !== 'string') throw new InputError('"operation" has to name an operation, or "*" for any.');
  const rules: Readonly<Record<string, Rule>> = forceRules;
  for (const [name, value] of Object.entries(answer)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      throw new InputError(`There is no "${name}". There are: operation, ${Object.keys(rules).join(', ')}.`);
    if (!rule[1](value)) throw new InputError(`"${name}" has to be ${rule[0]}.`);
  }
  if (Object.keys(answer).length === 0) throw new InputError(`Say what to answer: ${Object.keys(rules).join(', ')}.`);
  // Checked above, field by field.
  return { operation, answer: answer as ForcedAnswer };
}

const counted = (query: URLSearchParams, name: string): number => {
  const given = query.get(name) ?? '0';
  if (!/^\d{1,15}$/.test(given)) throw new InputError(`"${name}" has to be a whole number.`);
  return Number(given);
};

/** What is done to instances, by whoever keeps them. */
const instanceRoutes = [
  {
    method: 'GET',
    path: '/instances',
    explanation: 'The names of the instances; the first change under /instances/<name>/… makes one',
  },
  { method: 'DELETE', path: '/instances/:name', explanation: 'Forget an instance' },
] as const;

/** Every route, in the order in which it is explained. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '',
    explanation: 'This list',
    run: () =>
      [...controlRoutes, ...instanceRoutes].map(({ method, path, explanation }) => ({
        method,
        path: `/__emulator${path}`,
        explanation,
      })),
  },
  {
    method: 'GET',
    path: '/connection',
    explanation: 'The publishable key, and what time it is here',
    run: ({ emulator }) => ({ publishableKey: emulator.publishableKey, now: emulator.now }),
  },
  {
    method: 'POST',
    path: '/reset',
    explanation: 'Go back to the seed',
    run: ({ emulator }) => emulator.resetGradually(),
  },
  { method: 'GET', path: '/users', explanation: 'All users', run: ({ emulator }) => emulator.users.list() },
  {
    method: 'POST',
    path: '/users',
    explanation:
      'Add a user: email, username or phoneNumber; password; firstName, lastName; banned, deactivated, locked',
    run: ({ emulator, input }) => emulator.users.create(userOf(input)),
  },
  {
    method: 'GET',
    path: '/users/:user',
    explanation: 'One user, by email address, username, phone number or id',
    run: ({ emulator, parts: [user = ''] }) => {
      const found = emulator.users.get(user);
      if (found === undefined) throw new NotFoundError(`There is no user ${user}.`);
      return found;
    },
  },
  {
    method: 'PATCH',
    path: '/users/:user',
    explanation: 'Change a user; "password": null removes the password, "locked": false opens the lock',
    run: ({ emulator, parts: [user = ''], input }) => emulator.users.update(user, changeOf(input)),
  },
  {
    method: 'DELETE',
    path: '/users/:user',
    explanation: 'Delete a user and end the sessions',
    run: ({ emulator, parts: [user = ''] }) => emulator.users.delete(user),
  },
  {
    method: 'GET',
    path: '/sessions',
    explanation: 'All active sessions, or those of ?user=',
    run: ({ emulator, query }) => emulator.users.sessions(query.get('user') ?? undefined),
  },
  {
    method: 'POST',
    path: '/sessions',
    explanation: 'Sign a user in without a form: user, and if you like token and verifiedMinutesAgo',
    run: ({ emulator, input }) => emulator.users.signIn(sessionOf(input)),
  },
  {
    method: 'DELETE',
    path: '/sessions/:session',
    explanation: 'End a session, as from another device',
    run: ({ emulator, parts: [session = ''] }) => emulator.users.endSession(session),
  },
  { method: 'GET', path: '/settings', explanation: 'The settings', run: ({ emulator }) => emulator.settings },
  {
    method: 'PATCH',
    path: '/settings',
    explanation: 'Change settings; what is left out stays',
    run: ({ emulator, input }) => {
      const [first] = settingsProblems(input);
      if (first !== undefined) throw new InputError(first);
      return emulator.configure(record(input, '{"reverification": true}'));
    },
  },
  {
    method: 'GET',
    path: '/force',
    explanation: 'The answers that wait to be given',
    run: ({ emulator }) => emulator.forced,
  },
  {
    method: 'POST',
    path: '/force',
    explanation:
      'Answer the next request for an operation differently: operation, and code, or status and body, or latency in ms, or fault drop or truncate; times',
    run: ({ emulator, input }) => {
      const { operation, answer } = forceOf(input);
      emulator.force(operation, answer);
    },
  },
  {
    method: 'DELETE',
    path: '/force',
    explanation: 'Forget what waits, for ?operation= or for all',
    run: ({ emulator, query }) => emulator.unforce(query.get('operation') ?? undefined),
  },
  {
    method: 'GET',
    path: '/requests',
    explanation: 'The last requests, without anything typed as a password; ?after= a number gives the newer ones',
    run: ({ emulator, query }) => {
      const after = counted(query, 'after');
      return emulator.requests.filter(({ number }) => number > after);
    },
  },
  {
    method: 'DELETE',
    path: '/requests',
    explanation: 'Forget the requests so far',
    run: ({ emulator }) => emulator.forgetRequests(),
  },
  {
    method: 'POST',
    path: '/clock',
    explanation: 'Move the clock forward by "seconds"',
    run: ({ emulator, input }) => {
      const { seconds } = record(input, '{"seconds": 600}');
      if (!(typeof seconds === 'number' && seconds >= 0 && seconds <= 1e9)) {
        throw new InputError('"seconds" has to be a number from 0 to 1,000,000,000.');
      }
      emulator.advance(seconds * 1000);
      return { now: emulator.now };
    },
  },
  {
    method: 'GET',
    path: '/outbox',
    explanation: 'Notices that a real server would have sent: password set, changed, removed',
    run: ({ emulator }) => emulator.outbox,
  },
  {
    method: 'GET',
    path: '/situations',
    explanation: 'Every error code and what brings it about',
    run: () => situations.map(({ code, operations, when }) => ({ code, operations, when })),
  },
];
