/** What stands in front of the emulator on its port, and what is said when the port cannot be had. */
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/cli/options.ts';
import {
  certify,
  inFront,
  isEverywhere,
  isLocalhost,
  isLoopback,
  listen,
  namesOfMachine,
  withoutProxy,
} from '../../src/cli/serving.ts';
import type { Handler, WireAnswer, WireRequest } from '../../src/emulator/engine/wire.ts';

const request = (target: string, method = 'GET'): WireRequest => ({
  method,
  target,
  base: 'http://localhost:4010',
  header: () => undefined,
  body: new Uint8Array(0),
});
const answer: WireAnswer = { status: 200, headers: {}, body: 'emulator', delay: 5 };
const emulator: Handler = { handle: () => answer };

describe('GET /health', () => {
  const ready = inFront(emulator, 0, () => undefined);

  test.each([
    ['/health', 'GET'],
    ['/health?x=1', 'GET'],
    ['/health', 'HEAD'],
  ])('is answered at once, ready or not (%s by %s)', async (target, method) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
    expect(await ready.handle(request(target, method))).toEqual({ status: 200, headers, body: '{"status":"ok"}' });
    const starting = inFront(emulator, 0, () => new Promise(() => {}));
    expect(await starting.handle(request(target, method))).toEqual({
      status: 503,
      headers,
      body: '{"status":"starting"}',
    });
  });

  test.each([
    ['/healthy', 'GET'],
    ['/v1/health', 'GET'],
    ['/health', 'POST'],
  ])('is nothing else (%s by %s)', async (target, method) => {
    expect(await ready.handle(request(target, method))).toBe(answer);
  });
});

describe('the emulator behind it', () => {
  test('is waited for while it starts', async () => {
    let start = (): void => {};
    const starting = new Promise<void>((resolve) => {
      start = resolve;
    });
    const said: unknown[] = [];
    const asked = Promise.resolve(inFront(emulator, 0, () => starting).handle(request('/v1/me'))).then((made) =>
      said.push(made),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(said).toEqual([]);
    start();
    await asked;
    expect(said).toEqual([answer]);
  });

  test('answers the API later by the latency, on top of what was forced, and its page at once', async () => {
    const slow = inFront(emulator, 100, () => undefined);
    expect(await slow.handle(request('/v1/me'))).toEqual({ ...answer, delay: 105 });
    expect(await slow.handle(request('/instances/one/v1/me'))).toEqual({ ...answer, delay: 105 });
    expect(await slow.handle(request('/'))).toBe(answer);
    const { delay: _, ...bare } = answer;
    expect(await inFront({ handle: () => bare }, 100, () => undefined).handle(request('/v1/me'))).toEqual({
      ...bare,
      delay: 100,
    });
  });

  test('is told when a request begins', () => {
    const begun: string[] = [];
    inFront({ ...emulator, begin: (target) => void begun.push(target) }, 0, () => undefined).begin?.('/v1/me');
    expect(begun).toEqual(['/v1/me']);
    expect(inFront(emulator, 0, () => undefined).begin?.('/v1/me')).toBeUndefined();
  });
});

describe('a port that cannot be had is told in one sentence', () => {
  const said = (options: { readonly port: number; readonly host: string }) =>
    listen(emulator, options, undefined, () => {}).then(
      async (server) => {
        await server.close();
        return 'listens';
      },
      (error: unknown) => error,
    );

  test('when something listens there', async () => {
    const server = await listen(emulator, { port: 0, host: '127.0.0.1' }, undefined, () => {});
    onTestFinished(() => server.close());
    const port = Number(new URL(server.url).port);
    expect(await said({ port, host: '127.0.0.1' })).toEqual(
      new UsageError(`Port ${port} is taken: end what listens there, or choose another with --port (0 for any).`),
    );
  });

  test('when something listens at the other address that localhost stands for', async () => {
    const hasIpv6 = namesOfMachine().includes('::1');
    const server = await listen(emulator, { port: 0, host: hasIpv6 ? '::1' : '127.0.0.1' }, undefined, () => {});
    onTestFinished(() => server.close());
    const port = Number(new URL(server.url).port);
    const where = hasIpv6 ? ' at [::1], which localhost stands for too' : '';
    expect(await said({ port, host: 'localhost' })).toEqual(
      new UsageError(
        `Port ${port} is taken${where}: end what listens there, or choose another with --port (0 for any).`,
      ),
    );
  });

  test('but another error is thrown as it is', async () => {
    expect(await said({ port: 70_000, host: '127.0.0.1' })).toMatchObject({ code: 'ERR_SOCKET_BAD_PORT' });
  });

  test('when this machine has no such address', async () => {
    expect(await said({ port: 0, host: '192.0.2.1' })).toEqual(
      new UsageError('This machine has no address 192.0.2.1.'),
    );
  });
});

test.each([
  ['localhost', true, true, false],
  ['127.0.0.1', true, true, false],
  ['::1', true, true, false],
  ['127.1.2.3', true, false, false],
  ['127.100.200.255', true, false, false],
  ['127.0.0.1.example', false, false, false],
  ['127.1.2', false, false, false],
  ['10.127.0.0.1', false, false, false],
  ['0.0.0.0', false, false, true],
  ['::', false, false, true],
  ['192.168.1.5', false, false, false],
])('%s is of this machine alone: %s; has the name localhost: %s; stands for all addresses: %s', (host, ...expected) => {
  expect([isLoopback(host), isLocalhost(host), isEverywhere(host)]).toEqual(expected);
});

test('this machine is known by its name and its addresses', () => {
  expect(namesOfMachine()).toEqual(expect.arrayContaining([hostname(), '127.0.0.1']));
});

describe('the environment of the command', () => {
  test.each([
    ['names this machine', {}, 'http://localhost:4010', 'localhost,127.0.0.1,::1'],
    [
      'keeps what stands there, once, and adds the host of the emulator',
      { NO_PROXY: 'a.example,  localhost', no_proxy: 'b.example,a.example,' },
      'https://clerk.example.com:4010',
      'a.example,localhost,b.example,127.0.0.1,::1,clerk.example.com',
    ],
    ['names an address of IPv6 without brackets', {}, 'http://[fd00::2]:4010', 'localhost,127.0.0.1,::1,fd00::2'],
  ])('%s', (_, env, url, names) => {
    expect(withoutProxy(env, url)).toEqual({ NO_PROXY: names, no_proxy: names });
  });
});

test('a certificate is for this machine and the names given, and lies in a file until it is removed', async () => {
  const { tls, file, remove } = await certify(['clerk.example.com:4010', '192.168.1.5', 'localhost', 'fd00:1::2:3']);
  try {
    const { subjectAltName } = new X509Certificate(tls.cert);
    expect(subjectAltName?.split(', ')).toEqual([
      'DNS:localhost',
      'IP Address:127.0.0.1',
      'IP Address:0:0:0:0:0:0:0:1',
      'DNS:clerk.example.com',
      'IP Address:192.168.1.5',
      'IP Address:FD00:1:0:0:0:0:2:3',
    ]);
    expect(file.startsWith(tmpdir())).toBe(true);
    expect(file).toMatch(/certificate\.pem$/);
    expect(readFileSync(file, 'utf8')).toBe(tls.cert);
  } finally {
    await remove();
  }
  expect(existsSync(file)).toBe(false);
  await remove();
});

test('TLS is spoken on the port when a certificate is given', async () => {
  const { tls, remove } = await certify([]);
  onTestFinished(remove);
  const server = await listen(emulator, { port: 0, host: '127.0.0.1' }, tls, () => {});
  onTestFinished(() => server.close());
  expect(server.url).toMatch(/^https:/);
});
