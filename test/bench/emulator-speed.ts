/**
 * The emulator beside Prism and beside the least that a stateful node:http server can be: the same request, a response of the same
 * bytes, 10 connections, each server in a process of its own, all in one run.
 *
 *     npm run build && node test/bench/emulator-speed.ts
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type LoadResult, load } from './load.ts';
import { atLeast, atMost, exact, median, report, spread } from './report.ts';
import { builtCli, megabytes, type Started, start } from './servers.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const emulator = [builtCli(), 'emulator', '--port', '0', '--json', '--quiet'];

/** An error response: the form is parsed and checked, and nothing is hashed. */
const REQUEST = {
  method: 'POST',
  target: '/v1/me/remove_password?__clerk_db_jwt=dvb_local',
  body: 'current_password=',
};
const WARM_UP = 1_000;
const CONNECTIONS = 10;
const ROUNDS = 5;

const ask = (url: string): Promise<Response> =>
  fetch(url + REQUEST.target, {
    method: REQUEST.method,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: REQUEST.body,
  });

interface Row {
  readonly name: string;
  readonly args: readonly string[];
  /** Requests of a round. */
  readonly requests: number;
  /** Milliseconds from the start of the process to its first response. */
  readonly firstResponses: number[];
  readonly results: LoadResult[];
}
const row = (name: string, requests: number, args: readonly string[]): Row => {
  return { name, args, requests, firstResponses: [], results: [] };
};

/** Starts a server, and notes when it responded first. */
async function open({ args, firstResponses }: Row): Promise<Started> {
  const began = performance.now();
  const server = await start(args);
  await ask(server.url).then((response) => response.text());
  firstResponses.push(performance.now() - began);
  return server;
}

const probe = await start(emulator);
const answer = await ask(probe.url);
const bytes = await answer.text();
probe.process.kill();

const rows = [
  row('emulator', 20_000, emulator),
  row('bare node:http', 20_000, [at('bare-server.js'), bytes, String(answer.status)]),
  row('Prism', 2_000, [prism, 'mock', '--port', '0', at('../../generated/openapi.json')]),
];
// The first start of each also fills the disk's cache.
for (const each of rows) (await open({ ...each, firstResponses: [] })).process.kill();
for (let round = 1; round < ROUNDS; round++) for (const each of rows) (await open(each)).process.kill();

const running = new Map<Row, { readonly server: Started; readonly memoryBefore: number }>();
for (const each of rows) {
  const server = await open(each);
  await load({ ...REQUEST, url: server.url, connections: CONNECTIONS, requests: WARM_UP });
  running.set(each, { server, memoryBefore: megabytes(server) });
}
for (let round = 0; round < ROUNDS; round++) {
  for (const [{ requests, results }, { server }] of running)
    results.push(await load({ ...REQUEST, url: server.url, connections: CONNECTIONS, requests }));
}
const measured = [...running].map(([{ name, results, firstResponses }, { server, memoryBefore }]) => {
  const memoryAfter = megabytes(server);
  server.process.kill();
  return { name, results, firstResponses, memoryBefore, memoryAfter };
});

const [own, bare, mock] = measured.map(({ results, firstResponses, memoryBefore, memoryAfter }) => ({
  speed: median(results.map(({ perSecond }) => perSecond)),
  p99: median(results.map(({ p99 }) => p99)),
  firstResponse: median(firstResponses),
  memoryAfter,
  growth: memoryAfter - memoryBefore,
}));
if (own === undefined || bare === undefined || mock === undefined) throw new Error('a server was not measured');
report({
  how: `The same ${answer.status} response of ${bytes.length} bytes over ${CONNECTIONS} connections; each server in its own process, ${ROUNDS} rounds in turns after ${WARM_UP} requests to warm up.`,
  head: 'server',
  rows: Object.fromEntries(
    measured.map(({ name, results, firstResponses, memoryBefore, memoryAfter }) => [
      name,
      {
        'requests per second': spread(results.map(({ perSecond }) => perSecond)),
        'p99, ms': spread(
          results.map(({ p99 }) => p99),
          2,
        ),
        'first response, ms': spread(firstResponses),
        'MB after 1,000': exact(memoryBefore),
        'MB at the end': exact(memoryAfter),
        'requests measured': exact(results.reduce((sum, { answers }) => sum + answers, 0)),
        status: [...new Set(results.map(({ status }) => status))].join(),
      },
    ]),
  ),
  limits: [
    atLeast('requests per second, times Prism', own.speed / mock.speed, 12),
    atLeast('requests per second, share of bare node:http', own.speed / bare.speed, 0.5),
    atMost("p99, share of Prism's", own.p99 / mock.p99, 0.33),
    atMost('first response, ms', own.firstResponse, 250),
    atMost("first response, share of Prism's", own.firstResponse / mock.firstResponse, 0.25),
    atMost('memory growth over the requests measured, MB', own.growth, 20),
    atMost('memory at the end, MB', own.memoryAfter, 90),
  ],
  packages: ['@stoplight/prism-cli'],
});
