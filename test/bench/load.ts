/** Load over plain sockets: the same bytes on a few kept-alive connections, one request at a time on each. */
import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 answers stayed under. */
  readonly p99: number;
  readonly answers: number;
  /** Status of the last answer. */
  readonly status: number;
}

export interface Load {
  readonly url: string;
  readonly method: string;
  /** What each connection asks, over and over; those of `turns` one after the other. */
  readonly target?: string;
  readonly body?: string;
  readonly turns?: (connection: number) => readonly { readonly target: string; readonly body: string }[];
  readonly connections: number;
  readonly requests: number;
}

/** Length of the first whole answer in the buffer, or undefined while it is not all there. */
function answerLength(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  if (length === undefined) throw new Error('an answer without Content-Length');
  const whole = head + 4 + Number(length);
  return text.length >= whole ? whole : undefined;
}

export async function load({
  url,
  method,
  target = '/',
  body: same = '',
  connections,
  requests,
  turns,
}: Load): Promise<LoadResult> {
  const { hostname, port, host } = new URL(url);
  const bytesOf = (path: string, body: string): Buffer => {
    const form =
      body === '' ? '' : `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`;
    return Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${form}\r\n${body}`);
  };
  const latencies: number[] = [];
  let left = requests;
  let status = 0;

  const run = (socket: Socket, connection: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const requestsOf = turns?.(connection) ?? [{ target, body: same }];
      const bytes = requestsOf.map((one) => bytesOf(one.target, one.body));
      let turn = 0;
      let buffered = '';
      let sent = 0;
      const next = (): void => {
        // Ends where it began: what is left over after whole turns is not asked.
        if (turn % bytes.length === 0 && left <= 0) {
          socket.end();
          resolve();
          return;
        }
        left--;
        sent = performance.now();
        socket.write(bytes[turn++ % bytes.length] ?? '');
      };
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the connection')));
      socket.on('data', (chunk) => {
        // latin1 keeps one character a byte, so lengths agree
        buffered += chunk.toString('latin1');
        const length = answerLength(buffered);
        if (length === undefined) return;
        status = Number(buffered.slice(9, 12));
        buffered = buffered.slice(length);
        latencies.push(performance.now() - sent);
        next();
      });
      socket.once('connect', next);
    });

  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, (_, index) =>
      run(connect({ host: hostname, port: Number(port), noDelay: true }), index),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((one, other) => one - other);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
  return { perSecond: latencies.length / seconds, p99, answers: latencies.length, status };
}
