/**
 * One Prism for all files that look at a server through it, since starting one takes seconds. It stands in front of whichever
 * server the header X-Upstream of a request names; `through` sends that header.
 */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startPrism } from '../../src/cli/prism.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    proxyUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const relay = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const to = request(new URL(url ?? '/', String(headers['x-upstream'])), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    to.on('error', () => outgoing.destroy());
    incoming.pipe(to);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const prism = await startPrism({
    port: 0,
    document: fileURLToPath(new URL('../../generated/openapi.json', import.meta.url)),
    upstream: `http://127.0.0.1:${address.port}`,
  });
  project.provide('proxyUrl', prism.url);
  return async () => {
    await prism.stop();
    relay.close();
    relay.closeAllConnections();
  };
}
