/**
 * What a call costs beyond bare `fetch`, in microseconds: every peer changes the password through the same stub, which answers
 * with the same bytes. The bench counts the processor's time (with that of the garbage collector's threads), which a busy machine
 * changes little; rounds take turns. Each has a process of its own, so that nobody clears away what another has left.
 *
 *     node test/bench/sdk-overhead.ts
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import ky from 'ky';
import createFetchClient from 'openapi-fetch';
import { createClient } from '../../generated/client.ts';
import document from '../../generated/openapi.json' with { type: 'json' };
import type { paths } from '../../generated/schema.d.ts';
import { Clerk } from '../../src/client/index.ts';
import { atMost, median, report, spread } from './report.ts';

const LIMIT = 10;
const ROUNDS = 31;
/** Rounds that are not counted: the compilers of the runtime are at work for that long. */
const WARM_UP = 20;
const CALLS = 1_000;
const { examples } = document.components;
const changed = JSON.stringify(examples.password_changed.value);
const answers: Readonly<Record<string, string>> = {
  '/v1/dev_browser': JSON.stringify(examples.dev_browser.value),
  '/v1/client': JSON.stringify(examples.signed_in.value),
};
const headers = { 'Content-Type': 'application/json' };
const stub = async (request: string | URL | Request, _init?: RequestInit): Promise<Response> => {
  const url = typeof request === 'object' && 'url' in request ? request.url : String(request);
  const path = url.slice('http://127.0.0.1'.length).split('?')[0] ?? '';
  return new Response(answers[path] ?? changed, { headers });
};

const base = 'http://127.0.0.1';
const session = 'sess_2xAmplePaloAlto0000000000001';
const clerk = new Clerk(`pk_test_${btoa('example.clerk.accounts.dev$')}`, { proxyUrl: base, fetch: stub });
await clerk.load();
const { user } = clerk;
if (!user) throw new Error('Nobody is signed in');
const client = createClient({ baseUrl: base, fetch: stub });
const peer = createFetchClient<paths>({ baseUrl: base, fetch: stub });
const kyClient = ky.create({ prefixUrl: base, fetch: stub, retry: 0 });
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const body = { current_password: 'current-password-1', new_password: 'correct horse battery staple' };

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  'bare fetch': async () => {
    const url = `${base}/v1/me/change_password?_clerk_session_id=${session}`;
    const response = await stub(url, { method: 'POST', headers: form, body: new URLSearchParams(body) });
    return response.json();
  },
  'generated client': () => client.changePassword({ query: { _clerk_session_id: session }, body }),
  'SDK, user.updatePassword()': () =>
    user.updatePassword({ currentPassword: body.current_password, newPassword: body.new_password }),
  'openapi-fetch': () =>
    peer.POST('/v1/me/change_password', {
      params: { query: { _clerk_session_id: session } },
      body,
      bodySerializer: (fields) =>
        new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      headers: form,
    }),
  ky: () =>
    kyClient
      .post('v1/me/change_password', { searchParams: { _clerk_session_id: session }, body: new URLSearchParams(body) })
      .json(),
};

/** Microseconds per call of one round. */
async function measure(call: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  for (let count = 0; count < CALLS; count++) await call();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / CALLS;
}

const [, , name] = process.argv;
const own = ways[name ?? ''];
if (own) {
  // One of the processes: a round whenever it is asked for one.
  process.on('message', async () => process.send?.(await measure(own)));
} else {
  await compare();
}

async function compare(): Promise<void> {
  const rounds = new Map<string, number[]>();
  const workers = new Map<string, ChildProcess>();
  for (const name of Object.keys(ways)) {
    rounds.set(name, []);
    workers.set(name, fork(fileURLToPath(import.meta.url), [name]));
  }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, worker] of workers) {
      worker.send('round');
      const [time]: number[] = await once(worker, 'message');
      if (round >= 0 && time !== undefined) rounds.get(name)?.push(time);
    }
  }
  for (const worker of workers.values()) worker.disconnect();
  const timesOf = (name: string): readonly number[] => rounds.get(name) ?? [];
  /** What each round took beyond the bare one beside it. */
  const moreThanBare = (name: string): readonly number[] =>
    timesOf(name).map((time, round) => time - (timesOf('bare fetch')[round] ?? 0));

  report({
    how: `Each changes the password through the same stub, which responds with the same bytes: ${ROUNDS} rounds of ${CALLS} calls in turns, each in a process of its own, processor time. The SDK's row includes what the others leave to the caller: a User with its dates, \`clerk.user\`, a time limit.`,
    head: 'a call',
    rows: Object.fromEntries(
      Object.keys(ways).map((name) => [
        name,
        { µs: spread(timesOf(name), 1), 'µs beyond bare fetch': spread(moreThanBare(name), 1) },
      ]),
    ),
    limits: ['generated client', 'SDK, user.updatePassword()'].map((name) =>
      atMost(`${name}, µs beyond bare fetch`, median(moreThanBare(name)), LIMIT),
    ),
    packages: ['openapi-fetch', 'ky'],
  });
}
