import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createEmulator, type Emulator, type EmulatorOptions } from 'user-password-api/emulator';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';

async function start(options?: EmulatorOptions): Promise<{ emulator: Emulator; url: string; port: number }> {
  const emulator = createEmulator(options);
  const server = await serve(emulator);
  onTestFinished(() => server.close());
  return { emulator, url: server.url, port: server.port };
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
const CHANGE = '/v1/me/change_password?__clerk_db_jwt=dvb_local';
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
    expect(await answer.json()).toMatchObject({ response: { password_enabled: true }, client: { object: 'client' } });
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

  test('keeps an idle connection longer than the proxies in front of it do, mostly 60 seconds', async () => {
    const { url } = await start();
    const { headers } = await rawRequest(`${url}/v1/client`, { connection: 'keep-alive' });
    expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(60);
  });

  test('rejects with what the system says when the port is taken', async () => {
    const { port } = await start();
    await expect(serve(createEmulator(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  describe('at localhost', () => {
    /** Whether this machine has the second address of the name. */
    const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

    test('answers at both addresses of the name, and ends at both', async () => {
      const { port, close } = await serve(createEmulator(), { host: 'localhost' });
      const status = (host: string): Promise<unknown> =>
        fetch(`http://${host}:${port}/v1/environment`).then(
          (response) => response.status,
          () => 'refused',
        );
      expect([await status('127.0.0.1'), await status('[::1]')]).toEqual([200, hasIpv6 ? 200 : 'refused']);
      await close();
      expect([await status('127.0.0.1'), await status('[::1]')]).toEqual(['refused', 'refused']);
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
    const answer = await fetch(`${url}${CHANGE}`, form({ new_password: 'x'.repeat(2_000_000) }));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'request_body_too_large' }] });
  });

  // Those that wait for a limit to pass do so at the same time.
  test.concurrent.for([
    ['headers', 'GET /v1/client HTTP/1.1\r\nHost: localhost\r\n'],
    ['body', 'POST /v1/me/change_password HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf'],
  ] as const)(
    'answers 408 and hangs up when a caller does not come to the end of its %s',
    async ([, sent], { expect, onTestFinished }) => {
      const server = await serve(createEmulator(), { limits: { headers: 500, request: 700 } });
      onTestFinished(() => server.close());
      const answer = await new Promise<string>((resolve, reject) => {
        let got = '';
        const socket = connect(server.port, '127.0.0.1', () => socket.write(sent));
        socket
          .on('data', (bytes) => {
            got += bytes;
          })
          .on('error', reject)
          .on('close', () => resolve(got));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect((await fetch(`${server.url}/v1/client`)).status).toBe(200);
    },
  );

  test.concurrent.for([
    ['http', undefined],
    ['https', makeCertificate(['localhost'])],
  ] as const)('hangs up on %s connections that never send a byte, and accepts others', async ([, tls], context) => {
    const server = await serve(createEmulator(), { limits: { headers: 400, request: 700 }, ...(tls && { tls }) });
    context.onTestFinished(() => server.close());
    const silent = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => silent.once('close', resolve).resume());
    if (tls === undefined) {
      context.expect((await fetch(`${server.url}/v1/client`)).status).toBe(200);
      return;
    }
    const { connect: connectTls } = await import('node:tls');
    const afterHandshake = connectTls({ port: server.port, host: '127.0.0.1', ca: tls.cert, servername: 'localhost' });
    await new Promise((resolve) => afterHandshake.once('close', resolve).resume());
  });

  test('answers a target in absolute form, as curl --proxy sends it', async () => {
    const { port } = await start();
    const got = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `GET http://localhost:${port}/v1/me?__clerk_db_jwt=dvb_local HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`,
        ),
      );
      socket
        .on('data', (bytes) => {
          text += bytes;
        })
        .on('error', reject)
        .on('close', () => resolve(text));
    });
    expect(got).toMatch(/^HTTP\/1\.1 200 /);
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

test('a certificate names addresses that are IPv4 within IPv6 as they are', () => {
  const { cert } = makeCertificate(['::ffff:192.168.1.5', '::1', '2001:db8::7']);
  const { subjectAltName } = new X509Certificate(cert);
  expect(subjectAltName).toBe(
    'IP Address:0:0:0:0:0:FFFF:C0A8:105, IP Address:0:0:0:0:0:0:0:1, IP Address:2001:DB8:0:0:0:0:0:7',
  );
});

test('a certificate names as many hosts as it is given', () => {
  for (const hosts of [1, 5, 50]) {
    const names = Array.from({ length: hosts }, (_, index) => `host-${index}.clerk.accounts.dev`);
    const { subjectAltName } = new X509Certificate(makeCertificate(names).cert);
    expect(subjectAltName).toBe(names.map((name) => `DNS:${name}`).join(', '));
  }
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
