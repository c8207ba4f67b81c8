import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createEmulator, type Emulator, type EmulatorOptions } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { sendBytes } from './send-bytes.ts';

async function start(options?: EmulatorOptions): Promise<{ emulator: Emulator; url: string; port: number }> {
  const emulator = createEmulator(options);
  const server = await serve(emulator);
  onTestFinished(() => server.close());
  return { emulator, url: server.url, port: server.port };
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
const CHANGE = '/v1/me/change_password?__clerk_db_jwt=dvb_local';
const ME = '/v1/me?__clerk_db_jwt=dvb_local';
const change = { current_password: 'current-password-1', new_password: 'a new one for me' };

/** A request with headers that `fetch` would not let through. */
const rawRequest = (
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders }> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });

describe('the server', () => {
  test('listens on loopback only when nothing else is said', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('carries out a change when it is asked over the network', async () => {
    const { emulator, url } = await start();
    const answer = await fetch(`${url}${CHANGE}`, form(change));
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(JSON.parse(text)).toMatchObject({ response: { password_enabled: true }, client: { object: 'client' } });
    expect(emulator.outbox).toHaveLength(1);
  });

  test.each([
    ['at once', {}],
    ['after a delay', { latency: 1 }],
  ])('ends the connection and goes on when an answer with an impossible header was forced %s', async (_, delay) => {
    const { emulator, url } = await start();
    emulator.force('getClient', { status: 200, body: '{}', contentType: 'text/\nhtml', ...delay });
    await expect(fetch(`${url}/v1/client`)).rejects.toThrow('fetch failed');
    expect((await fetch(`${url}/v1/client`)).status).toBe(200);
  });

  test('waits as long as a forced response says, answers others meanwhile, and ends what still waits when it is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const emulator = createEmulator();
    const { url, close } = await serve(emulator);
    const statuses: string[] = [];
    const send = async (name: string) => {
      const { length } = emulator.requests;
      rawRequest(`${url}/v1/client`, {}).then(
        ({ status }) => statuses.push(`${name} ${status}`),
        (error: Error) => statuses.push(`${name} ${error.message}`),
      );
      while (emulator.requests.length === length) await new Promise(setImmediate);
    };
    emulator.force('getClient', { latency: 60_000 });
    await send('first');
    await send('second');
    await expect.poll(() => statuses).toEqual(['second 200']);
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => statuses).toEqual(['second 200', 'first 200']);
    emulator.force('getClient', { latency: 60_000 });
    await send('third');
    await close();
    await expect.poll(() => statuses).toEqual(['second 200', 'first 200', 'third socket hang up']);
  });

  test('answers 500 and tells its owner when the handler fails inside, at once or later', async () => {
    const errors: unknown[] = [];
    for (const handle of [
      () => {
        throw new Error('at once');
      },
      () => Promise.reject(new Error('later')),
    ]) {
      const server = await serve({ handle }, { onError: (error) => errors.push(error) });
      const answer = await fetch(server.url);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        500,
        'text/plain; charset=utf-8',
        'no-store',
      ]);
      expect(await answer.text()).toMatch(/failed inside/);
      await server.close();
    }
    expect(errors.map(String)).toEqual(['Error: at once', 'Error: later']);
  });

  test('names its address and port as the issuer of session tokens, and leaves an address in a query as it is', async () => {
    const { emulator, url } = await start();
    const id = emulator.users.sessions('user@example.com')[0]?.id;
    const token = await fetch(`${url}/v1/client/sessions/${id}/tokens?__clerk_db_jwt=dvb_local`, { method: 'POST' });
    const { jwt } = await token.json();
    expect(decodeProtectedHeader(jwt)).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: expect.stringMatching(/^ins_\w{27}$/),
    });
    expect(decodeJwt(jwt)).toMatchObject({ iss: url, sid: id, sts: 'active' });
    const back = await fetch(`${url}/v1/client/handshake?redirect_url=http://localhost:3000/page`, {
      redirect: 'manual',
    });
    expect(back.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/page/);
  });

  test('keeps an idle connection longer than the proxies in front of it do, mostly 60 seconds', async () => {
    const { url } = await start();
    const { headers } = await rawRequest(`${url}/v1/client`, { connection: 'keep-alive' });
    expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(60);
  });

  test('rejects with what the system says when the port is taken', async () => {
    const { port } = await start();
    await expect(serve(createEmulator(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  describe('at an address', () => {
    /** Whether this machine has the second address of the name. */
    const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

    test.for([
      { title: 'both addresses of localhost', host: 'localhost', name: '127.0.0.1', atIpv4: true, atIpv6: hasIpv6 },
      { title: '127.0.0.1 alone', host: '127.0.0.1', name: '127.0.0.1', atIpv4: true, atIpv6: false },
      ...(hasIpv6 ? [{ title: '::1 alone', host: '::1', name: '[::1]', atIpv4: false, atIpv6: true }] : []),
    ])('answers at $title, and ends there', async ({ host, name, atIpv4, atIpv6 }) => {
      const { url, port, close } = await serve(createEmulator(), { host });
      const answers = (address: string): Promise<boolean> =>
        fetch(`http://${address}:${port}/v1/environment`).then(
          ({ ok }) => ok,
          () => false,
        );
      expect(url).toBe(`http://${name}:${port}`);
      expect([await answers('127.0.0.1'), await answers('[::1]')]).toEqual([atIpv4, atIpv6]);
      await close();
      expect([await answers('127.0.0.1'), await answers('[::1]')]).toEqual([false, false]);
    });

    test('rejects when another program has the port at one of them, and leaves the other free', async () => {
      const host = hasIpv6 ? '::1' : '127.0.0.1';
      const other = createServer().listen(0, host);
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      await expect(serve(createEmulator(), { port, host: 'localhost' })).rejects.toMatchObject({
        code: 'EADDRINUSE',
        address: host,
      });
      other.close();
      await once(other, 'close');
      const { close } = await serve(createEmulator(), { port, host: 'localhost' });
      await close();
    });
  });

  test('refuses a name that is not its own, so that a rebound name reads nothing', async () => {
    const { url, port } = await start({ settings: { allowedHosts: ['emulator.test'] } });
    const status = async (host: string) => (await rawRequest(`${url}/v1/client`, { host })).status;
    expect(await status(`rebound.example:${port}`)).toBe(400);
    expect(await status('localhost.rebound.example')).toBe(400);
    for (const own of [
      `localhost:${port}`,
      `app.localhost:${port}`,
      `[::1]:${port}`,
      'emulator.test',
      'example.clerk.accounts.dev',
    ]) {
      expect(await status(own)).toBe(200);
    }
  });

  test('answers whoever calls it by an address, as a phone, a container and Android’s emulator do', async () => {
    const { url, port } = await start();
    const status = async (host: string) => (await rawRequest(`${url}/v1/client`, { host })).status;
    for (const host of [`10.0.2.2:${port}`, '192.168.1.5', `0.0.0.0:${port}`, `[fe80::1]:${port}`]) {
      expect([host, await status(host)]).toEqual([host, 200]);
    }
    expect(await status('10.0.2.2.rebound.example')).toBe(400);
    expect(await status('[rebound.example]')).toBe(400);
  });

  test('answers when the browser has many cookies for localhost, which all ports share', async () => {
    const { url } = await start();
    const cookie = Array.from({ length: 30 }, (_, index) => `app_${index}=${'x'.repeat(3_000)}`).join('; ');
    expect((await rawRequest(`${url}/v1/client`, { cookie })).status).toBe(200);
  });

  test('answers 413 when the body is over the limit, however much is sent', async () => {
    const { url } = await start();
    const codeFor = async (bytes: number) => {
      const fields = { ...change, new_password: '' };
      const empty = new URLSearchParams(fields).toString().length;
      const answer = await fetch(`${url}${CHANGE}`, form({ ...fields, new_password: 'x'.repeat(bytes - empty) }));
      return [answer.status, (await answer.json()).errors[0].code];
    };
    expect(await codeFor(10_240)).toEqual([422, 'form_password_length_too_long']);
    for (const bytes of [10_241, 2_000_000]) expect(await codeFor(bytes)).toEqual([413, 'request_body_too_large']);
  });

  const head = 'Host: localhost\r\nConnection: close\r\n';
  const typed = 'Content-Type: application/x-www-form-urlencoded\r\n';
  const [half, rest] = ['current_password=current-pass', 'word-1&new_password=a+new+one+for+me'];
  test.for<readonly [string, string | readonly string[], number?]>([
    ['a target in absolute form, as curl --proxy sends it', `GET http://localhost${ME} HTTP/1.1\r\n${head}\r\n`],
    ['a target in absolute form in capitals', `GET HTTP://LOCALHOST${ME} HTTP/1.1\r\n${head}\r\n`],
    ['HTTP/1.0 without a Host', `GET ${ME} HTTP/1.0\r\n\r\n`],
    ['a POST without a body and its length, as curl -X POST sends it', `POST ${CHANGE} HTTP/1.1\r\n${head}\r\n`, 422],
    [
      'a body in chunks',
      `POST ${CHANGE} HTTP/1.1\r\n${head}${typed}Transfer-Encoding: chunked\r\n\r\n${[half, rest, ''].map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('')}`,
    ],
    [
      'a body in two pieces',
      [`POST ${CHANGE} HTTP/1.1\r\n${head}${typed}Content-Length: ${half.length + rest.length}\r\n\r\n${half}`, rest],
    ],
  ])('answers %s', async ([, sent, status = 200]) => {
    const { port } = await start();
    expect(await sendBytes(port, sent)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('goes on when a caller sends what is no HTTP, or hangs up', async () => {
    const { url, port } = await start();
    for (const bytes of [
      '\0\0\0\0\r\n\r\n',
      'POST /v1/me/change_password HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
        socket
          .on('error', () => resolve())
          .on('close', () => resolve())
          .resume();
      });
    }
    expect((await fetch(`${url}/v1/client`)).status).toBe(200);
  });

  test('drops the connection, or breaks off in the body, when that was forced', async () => {
    const { emulator, url } = await start();
    emulator.force('getClient', { fault: 'drop' });
    await expect(fetch(`${url}/v1/client`)).rejects.toThrow('fetch failed');
    emulator.force('getClient', { fault: 'truncate' });
    const answer = await fetch(`${url}/v1/client`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect((await fetch(`${url}/v1/client`)).status).toBe(200);
  });

  test('speaks https when it is given a certificate, and then marks its cookie as secure', async () => {
    const emulator = createEmulator();
    const tls = makeCertificate(['localhost', '127.0.0.1']);
    const server = await serve(emulator, { tls });
    onTestFinished(() => server.close());
    const { request } = await import('node:https');
    const cookie = await new Promise<string | undefined>((resolve, reject) => {
      const body = new URLSearchParams({ identifier: 'user@example.com', password: 'current-password-1' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      request(`${server.url}/v1/client/sign_ins`, { method: 'POST', headers, ca: tls.cert }, (response) => {
        response.resume();
        resolve(response.headers['set-cookie']?.[0]);
      })
        .on('error', reject)
        .end(body);
    });
    expect(cookie).toMatch(/^__client=cl_\w+; Path=\/; HttpOnly; SameSite=None; Secure$/);
  });
});

describe('a certificate', () => {
  test('names the addresses and hosts that it is given, in every way to write an IPv6 address', () => {
    const { cert } = makeCertificate([
      '::ffff:192.168.105.250',
      '::1',
      '2001:db8::7',
      'fe80:1:2:3:4:5:6:7',
      '::',
      '10.0.2.2',
      'a.test',
    ]);
    const { subject, subjectAltName } = new X509Certificate(cert);
    expect(subjectAltName).toBe(
      [
        'IP Address:0:0:0:0:0:FFFF:C0A8:69FA',
        'IP Address:0:0:0:0:0:0:0:1',
        'IP Address:2001:DB8:0:0:0:0:0:7',
        'IP Address:FE80:1:2:3:4:5:6:7',
        'IP Address:0:0:0:0:0:0:0:0',
        'IP Address:10.0.2.2',
        'DNS:a.test',
      ].join(', '),
    );
    expect(subject).toBe('CN=user-password-api emulator');
  });

  /** The ends of all values in DER, each of which has its length in the shortest form. */
  function readDer(bytes: Buffer, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const tag = bytes.readUInt8(at);
      const first = bytes.readUInt8(at + 1);
      const more = first < 0x80 ? 0 : first - 0x80;
      const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
      expect(more).toBe(length < 0x80 ? 0 : length < 0x100 ? 1 : 2);
      const content = at + 2 + more;
      // Sequences, sets, what is numbered, and the bytes of an extension hold values.
      if ((tag & 0x20) !== 0 || tag === 0x04) readDer(bytes, content, content + length);
      at = content + length;
    }
  }

  test('is strict DER in lines of 64 characters, however many hosts it names', () => {
    const names = (length: number): string[] => [`${'x'.repeat(length - 5)}.test`];
    const many = Array.from({ length: 50 }, (_, index) => `host-${index}.clerk.accounts.dev`);
    for (const hosts of [
      ...[10, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 245, 246, 247, 248, 249, 250, 251, 252, 253].map(names),
      many,
    ]) {
      const { cert } = makeCertificate(hosts);
      expect(cert).toMatch(/^-----BEGIN CERTIFICATE-----\n(\S{64}\n)+(\S{1,63}\n)?-----END CERTIFICATE-----\n$/);
      const { raw, subjectAltName } = new X509Certificate(cert);
      readDer(raw, 0, raw.length);
      expect(subjectAltName).toBe(hosts.map((name) => `DNS:${name}`).join(', '));
    }
  });
});

describe('a browser', () => {
  const origin = 'http://localhost:5173';

  test('may read answers with credentials when its page is on loopback or on an allowed origin', async () => {
    const { url } = await start({ settings: { allowedOrigins: ['https://app.example'] } });
    for (const allowed of [origin, 'http://127.0.0.1:8080', 'https://app.example']) {
      const { headers } = await rawRequest(`${url}/v1/client`, { origin: allowed });
      expect(headers).toMatchObject({
        'access-control-allow-origin': allowed,
        'access-control-allow-credentials': 'true',
        vary: 'Origin',
        'access-control-expose-headers': 'Authorization, Retry-After',
      });
    }
  });

  test('is refused, with nothing that lets the page read it, when the origin is another', async () => {
    const { url } = await start();
    for (const other of ['https://elsewhere.example', 'null', 'http://localhost.elsewhere.example']) {
      const answer = await rawRequest(`${url}/v1/client`, { origin: other });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([400, undefined]);
    }
  });

  test('has its preflight answered when it asks before it sends', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/v1/me`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-mine' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('content-length')).toBe(null);
    expect(answer.headers.get('access-control-allow-headers')).toBe('x-mine');
    expect(answer.headers.get('access-control-allow-methods')).toContain('DELETE');
  });

  test('is known by a cookie that scripts cannot read when it has no development token', async () => {
    const { url } = await start();
    const signIn = form({ identifier: 'user@example.com', strategy: 'password', password: 'current-password-1' });
    const cookie = (await fetch(`${url}/v1/client/sign_ins`, signIn)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__client=cl_\w+; Path=\/; HttpOnly; SameSite=Lax$/);
    const me = await fetch(`${url}/v1/me`, { headers: { cookie: `other=1; ${cookie.split(';')[0]}` } });
    expect(await me.json()).toMatchObject({ response: { object: 'user' } });
    expect((await fetch(`${url}/v1/me`)).status).toBe(401);
  });
});

describe('a native application', () => {
  test('is handed its token in the answer, and is known by it afterwards', async () => {
    const { url } = await start();
    const signIn = form({ identifier: 'user@example.com', strategy: 'password', password: 'current-password-1' });
    const token = (await fetch(`${url}/v1/client/sign_ins?_is_native=1`, signIn)).headers.get('authorization') ?? '';
    expect(token).not.toBe('');
    for (const authorization of [token, `Bearer ${token}`]) {
      const me = await fetch(`${url}/v1/me?_is_native=1`, { headers: { authorization } });
      expect(me.status).toBe(200);
    }
  });
});
