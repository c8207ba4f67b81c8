/** A server on a real socket that answers everything well but one path, where it does to the connection what it is told. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { example } from './stub.ts';

/** What to do with the connection on which the request has arrived whole. */
export type Fault = (socket: Socket) => void;

/** A whole HTTP answer, as bytes. */
export function answer(status: string, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { 'Content-Type': 'application/json', 'Content-Length': `${Buffer.byteLength(body)}`, ...headers };
  const lines = Object.entries({ Connection: 'close', ...all }).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

const well: Readonly<Record<string, object>> = {
  '/v1/dev_browser': example('dev_browser'),
  '/v1/client': example('signed_in'),
  '/v1/me': example('current_user'),
};

/** Starts it on a free port. */
export async function startFaultyServer(fault: Fault) {
  const paths: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let text = '';
    socket.on('data', (bytes) => {
      // A greeting in TLS: answered like any server that does not speak it.
      if (bytes[0] === 0x16) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      text += bytes.toString('latin1');
      const [head = '', body] = text.split('\r\n\r\n');
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      text = '';
      const path = /^\w+ ([^ ?]+)/.exec(head)?.[1] ?? '';
      paths.push(path);
      const good = well[path];
      if (good) socket.end(answer('200 OK', JSON.stringify(good)));
      else fault(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** The paths asked for, in order. */
    paths,
    /** Resolves when no connection is left open. */
    idle: async () => {
      await Promise.all([...open].map((socket) => new Promise((resolve) => socket.on('close', resolve))));
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
