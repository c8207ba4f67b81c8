/**
 * The main job, a change that succeeds: ten signed-in users on ten connections alternate their passwords. Beside it Prism's 200, and
 * a bare stateful node:http server that parses the form, hashes three times, stores, and writes as many bytes. Each server in a
 * process of its own; medians of 7 rounds in turns.
 *
 *     npm run build && node test/bench/emulator-change.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadResult, load } from './load.ts';
import { atLeast, exact, median, report, spread } from './report.ts';
import { builtCli, megabytes, type Started, start } from './servers.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

const CONNECTIONS = 10;
const ROUNDS = 7;
/** Rounds that are not counted. */
const WARM_UP = 3;
const PASSWORDS = ['current-password-1', 'another-password-2'] as const;
const target = (user: number): string => `/v1/me/change_password?__clerk_db_jwt=dvb_${user}`;
const body = (from: string, to: string): string => `current_password=${from}&new_password=${to}`;

const cli = builtCli();
const folder = mkdtempSync(join(tmpdir(), 'bench-change-'));
const seed = join(folder, 'seed.json');
const users = Array.from({ length: CONNECTIONS }, (_, index) => `user-${index}@example.com`);
writeFileSync(
  seed,
  JSON.stringify({
    users: users.map((email) => ({ email, password: PASSWORDS[0], firstName: 'Ada', lastName: 'Example' })),
    sessions: users.map((user, index) => ({ user, token: `dvb_${index}` })),
  }),
);
const emulator = ['emulator', '--port', '0', '--json', '--quiet', '--seed', seed];

const post = (url: string, from: string, to: string): Promise<Response> =>
  fetch(url + target(0), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: body(from, to),
  });
const probe = await start([cli, ...emulator]);
const answer = await post(probe.url, PASSWORDS[0], PASSWORDS[1]);
const bytes = await answer.text();
if (answer.status !== 200) throw new Error(`the change was answered ${answer.status}: ${bytes}`);
probe.process.kill();

interface Row {
  readonly name: string;
  readonly server: Started;
  readonly requests: number;
  readonly results: LoadResult[];
}

/** Of one connection: the two changes in turn. Prism keeps nothing and takes either. */
const turns = (connection: number) =>
  [
    { target: target(connection), body: body(PASSWORDS[0], PASSWORDS[1]) },
    { target: target(connection), body: body(PASSWORDS[1], PASSWORDS[0]) },
  ] as const;

async function round({ server, requests, results }: Row): Promise<void> {
  results.push(await load({ url: server.url, method: 'POST', turns, connections: CONNECTIONS, requests }));
}

const rows: Row[] = [
  { name: 'emulator', server: await start([cli, ...emulator]), requests: 10_000, results: [] },
  {
    name: 'emulator, state file',
    server: await start([cli, ...emulator, '--persist', join(folder, 'state.json')]),
    requests: 10_000,
    results: [],
  },
  {
    name: 'bare node:http',
    server: await start([at('bare-server.js'), bytes, '200', String(CONNECTIONS), PASSWORDS[0]]),
    requests: 10_000,
    results: [],
  },
  {
    name: 'Prism',
    server: await start([prism, 'mock', '--port', '0', at('../../generated/openapi.json')]),
    requests: 1_500,
    results: [],
  },
];
// Until the runtime's compilers are done; every user has the first password again.
for (let count = 0; count < WARM_UP; count++) for (const row of rows) await round({ ...row, results: [] });
for (let count = 0; count < ROUNDS; count++) for (const row of rows) await round(row);
const speed = (name: string): number =>
  median(rows.find((row) => row.name === name)?.results.map(({ perSecond }) => perSecond) ?? []);

report({
  how: `A change that succeeds, ${bytes.length} bytes of response: ${CONNECTIONS} users on ${CONNECTIONS} connections alternate their passwords; each server in its own process, ${ROUNDS} rounds in turns. The bare server parses the form, hashes three times and stores. Prism keeps nothing.`,
  head: 'password changes',
  rows: Object.fromEntries(
    rows.map(({ name, server, results }) => [
      name,
      {
        'changes per second': spread(results.map(({ perSecond }) => perSecond)),
        'p99, ms': spread(
          results.map(({ p99 }) => p99),
          2,
        ),
        'MB at the end': exact(megabytes(server)),
        status: [...new Set(results.map(({ status }) => status))].join(),
      },
    ]),
  ),
  limits: [
    atLeast('changes per second, times Prism', speed('emulator') / speed('Prism'), 12),
    atLeast('changes per second, share of bare node:http', speed('emulator') / speed('bare node:http'), 0.6),
  ],
  packages: ['@stoplight/prism-cli'],
});
for (const { server } of rows) server.process.kill();
rmSync(folder, { recursive: true });
