/** A server of our own behind Prism: it notes what arrives and answers with what it is told. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly form: URLSearchParams;
}

export interface Upstream {
  readonly url: string;
  readonly arrivals: Arrival[];
  /** What it answers from now on. */
  answer: { readonly status: number; readonly body: unknown };
  stop(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export async function startUpstream(body: unknown): Promise<Upstream> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    arrivals.push({
      method: request.method ?? '',
      path: new URL(request.url ?? '', 'http://upstream').pathname,
      contentType: request.headers['content-type'] ?? '',
      form: new URLSearchParams(await read(request)),
    });
    response.writeHead(upstream.answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(upstream.answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, so never a string or null
  const upstream: Upstream = {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    answer: { status: 200, body },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return upstream;
}
