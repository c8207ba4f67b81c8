/** Callers that do not come to the end of what they send: each test waits for a limit to pass. */
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createEmulator } from 'user-password-api/emulator';
import { describe, test } from 'vitest';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { sendBytes } from './send-bytes.ts';

describe('the server', () => {
  // They wait at the same time.
  test.concurrent.for([
    ['headers', 'GET /v1/client HTTP/1.1\r\nHost: localhost\r\n'],
    ['body', 'POST /v1/me/change_password HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf'],
  ] as const)(
    'answers 408 and hangs up when a caller does not come to the end of its %s',
    async ([, sent], { expect, onTestFinished }) => {
      const server = await serve(createEmulator(), { limits: { headers: 500, request: 700 } });
      onTestFinished(() => server.close());
      const answer = await sendBytes(server.port, sent);
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
    const afterHandshake = connectTls({ port: server.port, host: '127.0.0.1', ca: tls.cert, servername: 'localhost' });
    await new Promise((resolve) => afterHandshake.once('close', resolve).resume());
  });
});
