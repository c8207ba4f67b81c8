/**
 * The emulator beside Prism and beside the least that a stateful node:http server can be: the same request, an answer of the same
 * bytes, 10 connections, each server in a process of its own, all in one run.
 *
 *     npm run build && node test/bench/emulator-speed.ts
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type LoadResult, load } from './load.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cli = at('../../dist/cli.js');
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const contract = at('../../generated/openapi.json');

/** A refusal: the form is parsed and checked, and nothing is hashed. */
const REQUEST = {
  method: 'POST',
  target: '/v1/me/remove_password?__clerk_db_jwt=dvb_local',
  body: 'current_password=',
};
const WARM_UP = 1_000;
const CONNECTIONS = 10;

interface Started {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process to its first answer. */
  readonly firstAnswer: number;
}

async function start(args: readonly string[]): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined && /listening|"url"/.test(said)) resolve(found);
    });
    child.once('close', () => reject(new Error(`${args.join(' ')} ended: ${said}`)));
  });
  await fetch(url + REQUEST.target, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: REQUEST.body,
  }).then((response) => response.text());
  return { url, process: child, firstAnswer: performance.now() - began };
}

const megabytes = ({ process: child }: Started): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;

interface Row {
  readonly name: string;
  readonly server: Started;
  /** Requests of a round. */
  readonly requests: number;
  readonly memoryBefore: number;
  best: LoadResult;
  answers: number;
}

const ROUNDS = 5;

/** Starts a server twice, since the first start also fills the disk's cache, and warms it up. */
async function ready(name: string, requests: number, args: readonly string[]): Promise<Row> {
  const first = await start(args);
  first.process.kill();
  const server = await start(args);
  const best = await load({ ...REQUEST, url: server.url, connections: CONNECTIONS, requests: WARM_UP });
  return { name, server, requests, memoryBefore: megabytes(server), best, answers: 0 };
}

if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: run npm run build first.');
  process.exit(1);
}
const probe = await start([cli, 'emulator', '--port', '0', '--json', '--quiet']);
const answer = await fetch(probe.url + REQUEST.target, {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: REQUEST.body,
});
const bytes = await answer.text();
probe.process.kill();

const rows = [
  await ready('emulator', 20_000, [cli, 'emulator', '--port', '0', '--json', '--quiet']),
  await ready('bare node:http', 20_000, [at('bare-server.js'), bytes, String(answer.status)]),
  await ready('Prism', 2_000, [prism, 'mock', '--port', '0', contract]),
];
// Rounds take turns and the best of each counts, so that a busy machine does not decide who is faster.
for (let round = 0; round < ROUNDS; round++) {
  for (const row of rows) {
    const result = await load({ ...REQUEST, url: row.server.url, connections: CONNECTIONS, requests: row.requests });
    if (row.answers === 0 || result.perSecond > row.best.perSecond) row.best = result;
    row.answers += result.answers;
  }
}
const measured = rows.map((row) => ({ ...row, memoryAfter: megabytes(row.server) }));
for (const { server } of rows) server.process.kill();

const [emulator, bare, mock] = measured;
if (emulator === undefined || bare === undefined || mock === undefined) throw new Error('a server was not measured');
console.log(`\nEmulator: ${answer.status} answer of ${bytes.length} bytes, ${CONNECTIONS} connections`);
console.table(
  Object.fromEntries(
    measured.map(({ name, best, server, memoryBefore, memoryAfter, answers }) => [
      name,
      {
        'requests/s': Math.round(best.perSecond),
        'p99 ms': Number(best.p99.toFixed(2)),
        'first answer ms': Math.round(server.firstAnswer),
        'MB after 1,000': Math.round(memoryBefore),
        'MB at the end': Math.round(memoryAfter),
        'answers measured': answers,
        status: best.status,
      },
    ]),
  ),
);
const verdict = (text: string, value: number, ok: boolean): void =>
  console.log(`${ok ? 'ok  ' : 'MISS'} ${text}: ${value.toFixed(2)}`);
const ratio = emulator.best.perSecond / mock.best.perSecond;
verdict('requests/s, times Prism (at least 12)', ratio, ratio >= 12);
const half = emulator.best.perSecond / bare.best.perSecond;
verdict('requests/s, share of bare node:http (at least 0.5)', half, half >= 0.5);
const tail = emulator.best.p99 / mock.best.p99;
verdict("p99, share of Prism's (under 0.33)", tail, tail < 1 / 3);
verdict('first answer, ms (under 250)', emulator.server.firstAnswer, emulator.server.firstAnswer < 250);
const startUp = emulator.server.firstAnswer / mock.server.firstAnswer;
verdict("first answer, share of Prism's (under 0.25)", startUp, startUp < 0.25);
const growth = emulator.memoryAfter - emulator.memoryBefore;
verdict('memory growth over 100,000 requests, MB (under 20)', growth, growth < 20);
verdict('memory at the end, MB (under 90)', emulator.memoryAfter, emulator.memoryAfter < 90);
