/**
 * The cost of an operation with 10, 1,000 and 100,000 users who are each signed in: in process, median of 15 rounds.
 *
 *     node test/bench/emulator-growth.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WireAnswer, WireRequest } from '../../src/emulator/engine/wire.ts';
import { Persistence } from '../../src/emulator/hosts/persistence.ts';
import { createControl, createEmulator, type Seed } from '../../src/emulator/index.ts';
import { atMost, exact, median, report, spread } from './report.ts';

const SIZES = [10, 1_000, 100_000];
const ROUNDS = 15;
const REPEATED = 200;
const PASSWORD = 'current-password-1';
const encoder = new TextEncoder();

const seedOf = (size: number): Seed => ({
  users: Array.from({ length: size }, (_, index) => ({ email: `user-${index}@example.com`, password: PASSWORD })),
  sessions: Array.from({ length: size }, (_, index) => ({ user: `user-${index}@example.com`, token: `dvb_${index}` })),
});

const request = (method: string, target: string, fields: Record<string, string> = {}): WireRequest => ({
  method,
  target,
  base: 'http://127.0.0.1:4010',
  header: (name) => (name === 'content-type' ? 'application/x-www-form-urlencoded' : undefined),
  body: encoder.encode(new URLSearchParams(fields).toString()),
});

interface Handling {
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer>;
}

async function send(to: Handling, wire: WireRequest, status = 200): Promise<void> {
  const answer = await to.handle(wire);
  if (answer.status !== status) throw new Error(`${wire.target} was answered ${answer.status}: ${answer.body}`);
}

/** A number, and how the table shows it. */
interface Measured {
  readonly value: number;
  readonly cell: string;
}

const once = (value: number): Measured => ({ value, cell: exact(value) });

/** Milliseconds of one call: over the rounds, the mean of each. */
async function time(task: (count: number) => unknown, repeated = REPEATED): Promise<Measured> {
  const rounds: number[] = [];
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let index = 0; index < repeated; index++) await task(count++);
    rounds.push((performance.now() - started) / repeated);
  }
  return { value: median(rounds), cell: spread(rounds, 3) };
}

const other = (count: number): string => (count % 2 === 0 ? 'another-password-2' : PASSWORD);
const change = (count: number, token: string): WireRequest =>
  request('POST', `/v1/me/change_password?__clerk_db_jwt=${token}`, {
    current_password: other(count + 1),
    new_password: other(count),
  });

async function measure(size: number): Promise<Readonly<Record<string, Measured>>> {
  const emulator = createEmulator({ seed: { users: [] } });
  const seed = seedOf(size);
  const started = performance.now();
  emulator.reset(seed);
  const seeding = performance.now() - started;
  // The first few calls are slow whatever the size.
  for (let count = 0; count < 500; count++) await send(emulator, change(count, 'dvb_0'));
  const last = `user-${size - 1}@example.com`;
  const token = `dvb_${size - 1}`;

  const form = { strategy: 'password', identifier: last, password: PASSWORD };
  const signIn = await time(() => send(emulator, request('POST', '/v1/client/sign_ins', form)));
  let made = 0;
  const create = await time(() => emulator.users.create({ email: `new-${made++}@example.com`, password: PASSWORD }));
  const list = await time(() => emulator.users.sessions(`user-${size - 2}@example.com`));
  const endOthers = await time((count) => {
    emulator.users.signIn({ user: 'user-1@example.com', token: `dvb_other_${count % 10}` });
    const wire = request('POST', '/v1/me/change_password?__clerk_db_jwt=dvb_1', {
      current_password: other(count + 1),
      new_password: other(count),
      sign_out_of_other_sessions: 'true',
    });
    return send(emulator, wire);
  });
  const plain = await time((count) => send(emulator, change(count, token)));
  const tokens = await time(async () => {
    const session = emulator.users.sessions('user-2@example.com')[0]?.id ?? '';
    await send(emulator, request('POST', `/v1/client/sessions/${session}/tokens?__clerk_db_jwt=dvb_2`));
  }, 20);

  const folder = mkdtempSync(join(tmpdir(), 'growth-'));
  const control = createControl(emulator);
  const { persistence } = Persistence.start(emulator, control, join(folder, 'state.json'));
  persistence.save();
  const kept = persistence.before(control, (error) => console.error(error));
  const persisted = await time((count) => send(kept, change(count, token)));
  const read = await time(() => send(kept, request('GET', `/v1/me?__clerk_db_jwt=${token}`)));
  persistence.close();
  rmSync(folder, { recursive: true });

  const reset = await time(() => emulator.reset(), 1);
  return {
    'sign-in, ms': signIn,
    'create a user, ms': create,
    "list a user's sessions, ms": list,
    'change, ending others, ms': endOthers,
    'change, ms': plain,
    'token, ms': tokens,
    'change with a state file, ms': persisted,
    'GET with a state file, ms': read,
    'seed, whole, ms': once(seeding),
    'reset, whole, ms': reset,
    'memory, MB': once(process.memoryUsage().rss / 1e6),
  };
}

const columns = new Map<number, Readonly<Record<string, Measured>>>();
for (const size of SIZES) columns.set(size, await measure(size));
const names = Object.keys(columns.get(10) ?? {});
const at = (size: number, name: string): number => columns.get(size)?.[name]?.value ?? Number.NaN;
const over = at(100_000, 'change with a state file, ms') - at(100_000, 'change, ms');
report({
  how: `The cost of an operation with more users, each signed in, in process: ${ROUNDS} rounds of ${REPEATED} calls.`,
  head: 'users',
  rows: Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(SIZES.map((size) => [size.toLocaleString('en'), columns.get(size)?.[name]?.cell ?? ''])),
    ]),
  ),
  limits: [
    ...names
      .slice(0, 8)
      .map((name) => atMost(`${name}: with 100,000 users, times with 10`, at(100_000, name) / at(10, name), 2)),
    atMost('a state file adds to a change with 100,000 users, ms', over, 2),
    atMost('seed of 100,000 users, s', at(100_000, 'seed, whole, ms') / 1000, 3),
    atMost('reset of 100,000 users, s', at(100_000, 'reset, whole, ms') / 1000, 3),
  ],
  packages: [],
});
