/** Says what is wrong with a seed that somebody wrote by hand, and where. */
import seedSchema from '../../../generated/emulator/seed.schema.json' with { type: 'json' };
import { isSeed as hasShape } from '../../../generated/emulator/validators.js';
import { metadataProblem } from './limits.ts';
import { isRecord, type SchemaPath, schemaProblems, sentence, settingsSentence } from './schema-check.ts';
import type { Seed } from './seed.ts';
import { changeSettings, defaultSettings } from './settings.ts';

export interface SeedProblem {
  readonly path: SchemaPath;
  /** Whether the name at the end of the path is meant, not its value. */
  readonly isName?: true;
  /** One sentence. Never holds a password. */
  readonly message: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Problems of the schema. */
function* shapeProblems(seed: unknown): Generator<SeedProblem> {
  for (const problem of schemaProblems(hasShape, seedSchema, seed)) {
    const { path, kind } = problem;
    const [section, ...rest] = path;
    // A name that is missing is told where it should stand.
    const place = kind === 'missing' ? path.slice(0, -1) : path;
    if (section === 'settings' && rest.length > 0) {
      yield { path: place, message: settingsSentence({ ...problem, path: rest }) };
    } else yield { path: place, ...(kind === 'unknown' && { isName: true }), message: sentence(problem) };
  }
}

/** The names that a user signs in with, as the emulator compares them. */
function identifiers(user: Readonly<Record<string, unknown>>): readonly { readonly name: string; value: string }[] {
  const found = [];
  for (const name of ['id', 'email', 'username', 'phoneNumber']) {
    const value = user[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isText(one)) found.push({ name, value: name === 'id' ? one : one.toLowerCase() });
    }
  }
  return found;
}

function* checkUsers(users: readonly unknown[], taken: Set<string>): Generator<SeedProblem> {
  for (const [index, user] of users.entries()) {
    if (!isRecord(user)) continue;
    const path = ['users', index];
    for (const name of ['publicMetadata', 'unsafeMetadata']) {
      const wanted = isRecord(user[name]) ? metadataProblem(user[name]) : undefined;
      if (wanted !== undefined) yield { path: [...path, name], message: `"${name}" has to be ${wanted}.` };
    }
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
    if (!isRecord(session)) continue;
    const path = ['sessions', index];
    const { user, id } = session;
    if (isText(user) && !known.has(user) && !known.has(user.trim().toLowerCase())) {
      yield { path: [...path, 'user'], message: `There is no user ${user} in this seed.` };
    }
    if (id !== undefined && ids.has(id))
      yield { path: [...path, 'id'], message: 'There is a session of this id already.' };
    ids.add(id);
  }
}

/** Problems that no schema can describe. */
function* otherProblems({ users, sessions }: Readonly<Record<string, unknown>>): Generator<SeedProblem> {
  const taken = new Set<string>();
  if (Array.isArray(users)) yield* checkUsers(users, taken);
  if (Array.isArray(sessions)) yield* checkSessions(sessions, taken);
}

/** Everything that is wrong with a seed; nothing if it is a `Seed`. */
export function seedProblems(seed: unknown): readonly SeedProblem[] {
  const problems = [...shapeProblems(seed)];
  if (isRecord(seed)) problems.push(...otherProblems(seed));
  if (!hasShape(seed)) return problems;
  try {
    changeSettings(defaultSettings, seed.settings ?? {});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ path: ['settings', 'password'], message });
  }
  return problems;
}

/** Whether a value is a seed that an emulator takes. */
export const isSeed = (value: unknown): value is Seed => seedProblems(value).length === 0;
