/** The control API over HTTP. Paths, words and bodies are declared in openapi/emulator/control.yaml. */
import document from '../../../generated/emulator/control.json' with { type: 'json' };
import type { operations } from '../../../generated/emulator/schema.ts';
import seedSchema from '../../../generated/emulator/seed.schema.json' with { type: 'json' };
import {
  type Check,
  isClockMove,
  isForcedResponse,
  isSeedSession,
  isSeedUser,
} from '../../../generated/emulator/validators.js';
import { isRecord, resolve, schemaProblems, sentence } from '../setup/schema-check.ts';
import type { SeedUser } from '../setup/seed.ts';
import { isSeed, seedProblems } from '../setup/seed-check.ts';
import { NotFoundError } from './accounts.ts';
import type { Emulator } from './emulator.ts';
import { situations } from './situations.ts';

/** The body cannot be used; the message says why and how to fix it. */
export class InputError extends Error {}

export interface ControlCall {
  readonly emulator: Emulator;
  /** The text at the `{…}` part of the path, if it has one. */
  readonly part: string;
  /** The JSON that was sent, or undefined. */
  readonly input: unknown;
  readonly query: URLSearchParams;
  /** The address that the caller used, without a path. */
  readonly base: string;
  /** The path that the emulator is mounted under. */
  readonly mount: string;
}

type Run = (call: ControlCall) => unknown;

export interface ControlRoute {
  readonly method: string;
  /** Under `/__emulator`; `{name}` stands for one part. */
  readonly path: string;
  readonly explanation: string;
  /** Does it, and returns the response as JSON; undefined for 204. Missing where whoever keeps the instances does it. */
  readonly run: Run | undefined;
}

/** Returns the body, if it fits the schema of that name. */
function sent<Kind>(
  check: Check<Kind>,
  name: keyof typeof document.components.schemas,
  input: unknown,
  example: object,
): Kind {
  if (check(input)) return input;
  const schema = resolve({ $ref: `#/components/schemas/${name}` }, document);
  if (!isRecord(input)) throw new InputError(`Send a JSON object, such as ${JSON.stringify(example)}.`);
  const [first] = schemaProblems(check, schema, input, document);
  throw new InputError(first === undefined ? 'The body cannot be used.' : sentence(first));
}

function changeOf(input: unknown): Omit<SeedUser, 'id'> {
  const { id, ...change } = sent(isSeedUser, 'SeedUser', input, { locked: false });
  if (id !== undefined) throw new InputError('The id of a user cannot be changed.');
  return change;
}

const counted = (query: URLSearchParams, name: string): number => {
  const given = query.get(name) ?? '0';
  if (!/^\d{1,15}$/.test(given)) throw new InputError(`"${name}" has to be a whole number.`);
  return Number(given);
};

/** The action of each operation. Instances are kept by whoever serves these routes. */
const runs: { readonly [Id in Exclude<keyof operations, 'listInstances' | 'deleteInstance'>]: Run } = {
  listRoutes: () =>
    controlRoutes.map(({ method, path, explanation }) => ({ method, path: `/__emulator${path}`, explanation })),
  getDocument: ({ base, mount }) => ({ ...document, servers: [{ url: `${base}${mount}` }] }),
  getSeedSchema: () => seedSchema,
  getConnection: ({ emulator }) => ({ publishableKey: emulator.publishableKey, now: emulator.now }),
  listSituations: () => situations.map(({ code, operations, when }) => ({ code, operations, when })),
  reset: ({ emulator, input }) => {
    if (input === undefined || isSeed(input)) return emulator.resetGradually(input);
    throw new InputError(seedProblems(input)[0]?.message);
  },
  listUsers: ({ emulator }) => emulator.users.list(),
  createUser: ({ emulator, input }) =>
    emulator.users.create(sent(isSeedUser, 'SeedUser', input, { email: 'a@example.com', password: '…' })),
  getUser: ({ emulator, part }) => {
    const found = emulator.users.get(part);
    if (found === undefined) throw new NotFoundError(`There is no user ${part}.`);
    return found;
  },
  updateUser: ({ emulator, part, input }) => emulator.users.update(part, changeOf(input)),
  deleteUser: ({ emulator, part }) => emulator.users.delete(part),
  listSessions: ({ emulator, query }) => emulator.users.sessions(query.get('user') ?? undefined),
  createSession: ({ emulator, input }) =>
    emulator.users.signIn(sent(isSeedSession, 'SeedSession', input, { user: 'user@example.com' })),
  endSession: ({ emulator, part }) => emulator.users.endSession(part),
  getSettings: ({ emulator }) => emulator.settings,
  updateSettings: ({ emulator, input }) => {
    if (!isRecord(input)) throw new InputError('Send a JSON object, such as {"reverification": true}.');
    return emulator.configure(input);
  },
  listForced: ({ emulator }) => emulator.forced,
  forceResponse: ({ emulator, input }) => {
    const example = { operation: 'changePassword', code: 'form_password_pwned' };
    const { operation, ...answer } = sent(isForcedResponse, 'ForcedResponse', input, example);
    if (Object.keys(answer).length === 0) {
      const { operation: _, ...what } = document.components.schemas.ForcedResponse.properties;
      throw new InputError(`Say what to answer: ${Object.keys(what).join(', ')}.`);
    }
    const id = emulator.force(operation, answer);
    return emulator.forced.find((one) => one.id === id);
  },
  cancelForced: ({ emulator, query }) => emulator.unforce(query.get('operation') ?? undefined),
  cancelForcedResponse: ({ emulator, part }) => emulator.unforce(Number(part)),
  listRequests: ({ emulator, query }) => {
    const after = counted(query, 'after');
    return emulator.requests.filter(({ number }) => number > after);
  },
  clearRequests: ({ emulator }) => emulator.forgetRequests(),
  advanceClock: ({ emulator, input }) => {
    emulator.advance(sent(isClockMove, 'ClockMove', input, { seconds: 600 }).seconds * 1000);
    return { now: emulator.now };
  },
  listNotices: ({ emulator }) => emulator.outbox,
};

/** Every route, in the order in which it is explained. */
export const controlRoutes: readonly ControlRoute[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, summary }]) => ({
    method: method.toUpperCase(),
    path: path.slice('/__emulator'.length),
    explanation: summary,
    run: new Map<string, Run>(Object.entries(runs)).get(operationId),
  })),
);
