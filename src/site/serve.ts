/** Serves a folder of static files, as a host would: for `npm run docs -- --serve`, and for the tests. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml',
};

export interface Served {
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => void;
}

/** `base` is the path below which the files are, with a slash at both ends. Only this machine can reach it. */
export async function serveFolder(folder: string, { base = '/', port = 0 } = {}): Promise<Served> {
  const server = createServer(async (request, response) => {
    const send = async (file: string, status: number): Promise<void> => {
      const body = await readFile(join(folder, file));
      const headers = { 'Content-Type': TYPES[extname(file)] ?? 'text/plain; charset=utf-8', Vary: 'Accept-Encoding' };
      if (/\bgzip\b/.test(String(request.headers['accept-encoding'])))
        response.writeHead(status, { ...headers, 'Content-Encoding': 'gzip' }).end(await promisify(gzip)(body));
      else response.writeHead(status, headers).end(body);
    };
    try {
      const { pathname } = new URL(`http://localhost${request.url}`);
      // Outside the base there are no files.
      const name = pathname.startsWith(base) ? pathname.slice(base.length - 1) : '';
      await send(normalize(decodeURIComponent(name)).replace(/\/$/, '/index.html'), 200);
    } catch {
      await send('/404.html', 404).catch(() => response.writeHead(404).end());
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo; // listens on a port, not a pipe
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
