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
  readonly result: LoadResult;
  readonly firstAnswer: number;
  readonly memoryBefore: number;
  readonly memoryAfter: number;
}

async function measure(name: string, requests: number, args: readonly string[]): Promise<Row> {
  // The first start of anything also fills the disk cache: the second one is what counts.
  const first = await start(args);
  first.process.kill();
  const server = await start(args);
  try {
    await load({ ...REQUEST, url: server.url, connections: CONNECTIONS, requests: WARM_UP });
    const memoryBefore = megabytes(server);
    const result = await load({ ...REQUEST, url: server.url, connections: CONNECTIONS, requests });
    return { name, result, firstAnswer: server.firstAnswer, memoryBefore, memoryAfter: megabytes(server) };
  } finally {
    server.process.kill();
  }
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
  await measure('emulator', 100_000, [cli, 'emulator', '--port', '0', '--json', '--quiet']),
  await measure('bare node:http', 100_000, [at('bare-server.js'), bytes, String(answer.status)]),
  await measure('Prism', 10_000, [prism, 'mock', '--port', '0', contract]),
];

const [emulator, bare, mock] = rows;
if (emulator === undefined || bare === undefined || mock === undefined) throw new Error('a server was not measured');
console.log(`\nEmulator: ${answer.status} answer of ${bytes.length} bytes, ${CONNECTIONS} connections`);
console.table(
  Object.fromEntries(
    rows.map(({ name, result, firstAnswer, memoryBefore, memoryAfter }) => [
      name,
      {
        'requests/s': Math.round(result.perSecond),
        'p99 ms': Number(result.p99.toFixed(2)),
        'first answer ms': Math.round(firstAnswer),
        'MB after 1,000': Math.round(memoryBefore),
        'MB at the end': Math.round(memoryAfter),
        'answers measured': result.answers,
        status: result.status,
      },
    ]),
  ),
);
const verdict = (text: string, value: number, ok: boolean): void =>
  console.log(`${ok ? 'ok  ' : 'MISS'} ${text}: ${value.toFixed(2)}`);
const ratio = emulator.result.perSecond / mock.result.perSecond;
verdict('requests/s, times Prism (at least 12)', ratio, ratio >= 12);
const half = emulator.result.perSecond / bare.result.perSecond;
verdict('requests/s, share of bare node:http (at least 0.5)', half, half >= 0.5);
const tail = emulator.result.p99 / mock.result.p99;
verdict("p99, share of Prism's (under 0.33)", tail, tail < 1 / 3);
verdict('first answer, ms (under 250)', emulator.firstAnswer, emulator.firstAnswer < 250);
const startUp = emulator.firstAnswer / mock.firstAnswer;
verdict("first answer, share of Prism's (under 0.25)", startUp, startUp < 0.25);
const growth = emulator.memoryAfter - emulator.memoryBefore;
verdict('memory growth over 100,000 requests, MB (under 20)', growth, growth < 20);
verdict('memory at the end, MB (under 90)', emulator.memoryAfter, emulator.memoryAfter < 90);
