/** What keeps `npm test` on this machine: loopback.js in each process of Node, and the browser's own rules. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const guard = new URL('loopback.js', import.meta.url).href;

/** Runs a script with the guard; what it printed, and what the guard noted. */
async function run(script: string): Promise<{ readonly said: string; readonly noted: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const log = join(folder, 'asked.log');
  writeFileSync(log, '');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--import=${guard}`, '--input-type=module', '-e', script],
    { env: { ...process.env, LOOPBACK_LOG: log } },
  );
  return { said: stdout.trim(), noted: readFileSync(log, 'utf8') };
}

test.each([
  ['fetch("http://192.0.2.1/")', '192.0.2.1'],
  ['fetch("https://api.example.com/")', 'api.example.com'],
  ['(await import("node:net")).connect(80, "192.0.2.1")', '192.0.2.1'],
  ['(await import("node:net")).connect({ port: 80, host: "2001:db8::1" })', '2001:db8::1'],
  ['(await import("node:tls")).connect(443, "192.0.2.1")', '192.0.2.1'],
  ['(await import("node:https")).get("https://api.example.com")', 'api.example.com'],
  [
    'new Promise(async () => { const { lookup } = await import("node:dns"); lookup("example.com", () => 0); })',
    'example.com',
  ],
  ['(await import("node:dns/promises")).resolve4("example.com")', 'example.com'],
  ['(await import("node:dgram")).createSocket("udp4").send("x", 53, "192.0.2.1")', '192.0.2.1'],
  ['new (await import("node:worker_threads")).Worker("fetch(\'http://192.0.2.1/\')", { eval: true })', '192.0.2.1'],
])('%s fails and is noted', async (call, host) => {
  const { noted } = await run(
    `process.on('unhandledRejection', () => process.exit()); process.on('uncaughtException', () => process.exit());
    await (async () => ${call})().catch(() => process.exit());`,
  );
  expect(noted.split('\n')[0]).toMatch(`${host}, asked by `);
});

test('a server on this machine is asked and nothing is noted', async () => {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // listens on a port, not a pipe
  const { said, noted } = await run(
    `for (const host of ['127.0.0.1', 'localhost']) console.log(await (await fetch('http://' + host + ':${port}')).text()); process.exit();`,
  );
  expect([said, noted]).toEqual(['here\nhere', '']);
});
