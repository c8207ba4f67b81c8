/** The emulator on a port: node:http in front of the same function, with the limits that a server needs. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  maxHeaderSize,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { BODY_LIMIT, type Handler, type WireAnswer } from '../engine/wire.ts';
import { codeOf } from './system-error.ts';

export interface ServeOptions {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /**
   * Address to listen on. `localhost` stands for both addresses that this name has, 127.0.0.1 and ::1. Default `127.0.0.1`. Only this
   * machine can reach either.
   */
  readonly host?: string;
  /** Key and certificate in PEM form: serves https instead of http. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds that a caller may take for the headers and for the whole request. Default 10,000 and 30,000; then 408. */
  readonly limits?: { readonly headers: number; readonly request: number };
  /** Called with what fails inside a handler; the caller gets a 500. Default: `console.error`. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** For example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Ends it and every open connection. */
  close(): Promise<void>;
}

const NO_BODY = new Uint8Array(0);

/** Reads the body up to the limit; what comes after it is thrown away. By callbacks: promises cost more than the reading. */
function readBody(request: IncomingMessage, done: (body: Uint8Array, tooLarge: boolean) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
    else chunks = [];
  });
  request.on('end', () =>
    done(chunks.length === 1 ? (chunks[0] ?? NO_BODY) : Buffer.concat(chunks), size > BODY_LIMIT),
  );
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

const FAILED: WireAnswer = {
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'The emulator failed inside; its terminal says how.\n',
};

const toConsole = (error: unknown): void => console.error('The emulator failed inside:', error);

/** Path and query of a target in absolute form, `GET http://localhost:4010/v1/me`, as it is sent to a proxy. */
const originForm = (target: string): string => target.replace(/^https?:\/\/[^/?]*\/?/i, '/');

/** Answers node:http requests with the emulator. `scheme` is what callers used to reach this server. */
function requestListener(
  emulator: Handler,
  scheme: 'http' | 'https',
  onError: (error: unknown) => void = toConsole,
): RequestListener {
  return (request, response) => {
    const { method = 'GET', headers } = request;
    const target = originForm(request.url ?? '/');
    // What can fail is the connection, or a forced header that node:http does not take: then nothing is answered.
    const end = (): unknown => response.destroy();
    const sendNow = (made: WireAnswer): void => {
      try {
        send(response, made);
      } catch {
        end();
      }
    };
    const finish = (made: WireAnswer): void => {
      if (made.delay === undefined) sendNow(made);
      else setTimeout(sendNow, made.delay, made);
    };
    const fail = (error: unknown): void => {
      onError(error);
      sendNow(FAILED);
    };
    const begun = emulator.begin?.(target);
    const answer = (body: Uint8Array, bodyTooLarge: boolean): void => {
      const base = `${scheme}://${headers.host ?? 'localhost'}`;
      const header = (name: string): string | undefined => headerOf(request, name);
      try {
        const made = emulator.handle({ method, target, base, header, body, bodyTooLarge, begun });
        if (made instanceof Promise) made.then(finish, fail);
        else finish(made);
      } catch (error) {
        fail(error);
      }
    };
    request.on('error', end);
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (hasBody) readBody(request, answer);
    else answer(NO_BODY, false);
  };
}

async function createServerFor(emulator: Handler, { tls, limits: times, onError }: ServeOptions): Promise<Server> {
  const { headers, request } = times ?? { headers: 10_000, request: 30_000 };
  const limits = {
    // For localhost, a browser sends the cookies of every program that ever listened there, whatever its port.
    maxHeaderSize: Math.max(131_072, maxHeaderSize),
    headersTimeout: headers,
    requestTimeout: request,
    // Longer than the proxies in front of it keep a connection, mostly 60 seconds: a request on one that ends just now is lost.
    keepAliveTimeout: 75_000,
    // Node looks only every 30 seconds otherwise.
    connectionsCheckingInterval: Math.min(headers, 1_000),
  };
  if (tls === undefined) return createServer(limits, requestListener(emulator, 'http', onError));
  const https = await import('node:https');
  return https.createServer(
    { ...limits, ...tls, handshakeTimeout: headers },
    requestListener(emulator, 'https', onError),
  );
}

/** Rejects with Node's own error where the port is taken or the address is not this machine's. */
async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Listens at ::1 too. Programs try the addresses of `localhost` in an order of their own: with only one of them, some wait, and some
 * reach another program that listens at the other. Undefined where the machine has no IPv6.
 */
async function alsoAtIpv6(emulator: Handler, options: ServeOptions, port: number): Promise<Server | undefined> {
  const server = await createServerFor(emulator, options);
  try {
    await listen(server, port, '::1');
    return server;
  } catch (error) {
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return undefined;
    throw error;
  }
}

/** Listens. Rejects with Node's own error where the port is taken or the address is not this machine's. */
export async function serve(emulator: Handler, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', tls } = options;
  const isBoth = host === 'localhost';
  const server = await createServerFor(emulator, options);
  await listen(server, port, isBoth ? '127.0.0.1' : host);
  const { port: bound, address, family } = addressOf(server);
  let second: Server | undefined;
  if (isBoth) {
    try {
      second = await alsoAtIpv6(emulator, options, bound);
    } catch (error) {
      await close(server);
      // A free port of one address can be taken at the other.
      if (port === 0 && codeOf(error) === 'EADDRINUSE') return serve(emulator, options);
      throw error;
    }
  }
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${bound}`,
    port: bound,
    close: async () => {
      await Promise.all([close(server), second === undefined ? undefined : close(second)]);
    },
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address;
}
