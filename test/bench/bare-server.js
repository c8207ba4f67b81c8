/** The least that a stateful server can be: node:http, a form, a Map, a fixed answer. The bench measures others against it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const answer = process.argv[2] ?? '{}';
const status = Number(process.argv[3] ?? 200);
const sessions = new Map<string, { count: number }>([['dvb_local', { count: 0 }]]);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const session = sessions.get(url.searchParams.get('__clerk_db_jwt') ?? '');
    if (session !== undefined) session.count += form.size;
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server, so never a string or null
  console.log(`listening on http://127.0.0.1:${port}`);
});
