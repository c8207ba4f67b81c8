/** Serves the site that site.setup.ts built, under a base path, as any static host would. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { inject } from 'vitest';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface ServedSite {
  readonly folder: string;
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveSite(): Promise<ServedSite> {
  const folder = inject('siteFolder');
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/base\//, '/');
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on a port, not a pipe
  return {
    folder,
    url: `http://127.0.0.1:${port}/base/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
