/**
 * The least that a stateful server can be: node:http, a form, a Map, a fixed response. The benches measure others against it. With a
 * number of users and their password it does the work of a change too: it hashes three times and stores.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const answer = process.argv[2] ?? '{}';
const status = Number(process.argv[3] ?? 200);
const users = Number(process.argv[4] ?? 0);

const digest = (salt, password) => createHash('sha256').update(`${salt}\n${password}`).digest('hex');
const sessions = new Map([['dvb_local', { count: 0, salt: '', hash: '' }]]);
for (let index = 0; index < users; index++) {
  const salt = `salt-${index}`;
  sessions.set(`dvb_${index}`, { count: 0, salt, hash: digest(salt, process.argv[5]) });
}

/** Checks the current password, that the new one is another, and stores it. */
function change(session, form) {
  const next = form.get('new_password');
  if (digest(session.salt, form.get('current_password')) !== session.hash) return 422;
  if (digest(session.salt, next) === session.hash) return 422;
  session.salt = randomBytes(16).toString('hex');
  session.hash = digest(session.salt, next);
  return 200;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const session = sessions.get(url.searchParams.get('__clerk_db_jwt') ?? '');
    if (session !== undefined) session.count += form.size;
    const outcome = session !== undefined && users > 0 ? change(session, form) : status;
    response.writeHead(outcome, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  console.log(`listening on http://127.0.0.1:${port}`);
});
