/** The emulator on a port: node:http in front of the same function, with the limits that a server needs. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { BODY_LIMIT, type WireAnswer, type WireRequest } from './wire.ts';

/** What is served: an emulator, or something in front of several. */
export interface Handler {
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer>;
}

export interface ServeOptions {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`, which only this machine can reach. */
  readonly host?: string;
  /** Key and certificate in PEM form: serves https instead of http. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds that a caller may take for the headers and for the whole request. Default 10,000 and 30,000; then 408. */
  readonly limits?: { readonly headers: number; readonly request: number };
}

export interface RunningServer {
  /** For example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Ends it and every open connection. */
  close(): Promise<void>;
}

const NO_BODY = new Uint8Array(0);

/** Reads the body up to the limit; what comes after it is thrown away. */
function readBody(request: IncomingMessage): Promise<{ readonly body: Uint8Array; readonly tooLarge: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => resolve({ body: Buffer.concat(chunks), tooLarge: size > BODY_LIMIT }));
    request.on('error', reject);
  });
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.join(', ');
};

function send(response: ServerResponse, { status, headers, body, fault }: WireAnswer): void {
  if (fault === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
  if (fault === undefined) {
    // A text, not bytes: node:http then sends head and body in one piece, which is half of what a request costs.
    response.end(body);
    return;
  }
  const bytes = Buffer.from(body);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** Answers node:http requests with the emulator. `scheme` is what callers used to reach this server. */
export function requestListener(emulator: Handler, scheme: 'http' | 'https' = 'http'): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const hasBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
    const read = hasBody ? await readBody(request) : { body: NO_BODY, tooLarge: false };
    const pending = emulator.handle({
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      base: `${scheme}://${request.headers.host ?? 'localhost'}`,
      header: (name) => headerOf(request, name),
      body: read.body,
      bodyTooLarge: read.tooLarge,
    });
    const made = pending instanceof Promise ? await pending : pending;
    if (made.delay !== undefined) await wait(made.delay);
    send(response, made);
  };
  return (request, response) => {
    // What can fail here is the connection, and then nobody is left to answer.
    answer(request, response).catch(() => response.destroy());
  };
}

async function createServerFor(emulator: Handler, { tls, limits: times }: ServeOptions): Promise<Server> {
  const { headers, request } = times ?? { headers: 10_000, request: 30_000 };
  const limits = {
    maxHeaderSize: 16_384,
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: 5_000,
    // Node looks only every 30 seconds otherwise.
    connectionsCheckingInterval: Math.min(headers, 1_000),
  };
  if (tls === undefined) return createServer(limits, requestListener(emulator));
  const https = await import('node:https');
  return https.createServer({ ...limits, ...tls }, requestListener(emulator, 'https'));
}

/** Listens. Rejects with Node's own error where the port is taken or the address is not this machine's. */
export async function serve(emulator: Handler, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', tls } = options;
  const server = await createServerFor(emulator, options);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: bound, address, family } = addressOf(server);
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address;
}
