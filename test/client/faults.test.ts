/** Each fault on a real connection ends in its typed error, in time, sent once, with nothing left open. */
import { Clerk, type ClerkCallErrorReason } from 'user-password-api';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { answer, type Fault, startFaultyServer } from './faulty-server.ts';
import { CANARY, example, KEY, later, rejection, watchForCanary } from './stub.ts';

watchForCanary();
const params = { currentPassword: CANARY, newPassword: CANARY };
const changed = JSON.stringify(example('password_changed'));
const JSON_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function start(fault: Fault, request: typeof fetch = fetch) {
  const server = await startFaultyServer(fault);
  opened.push(server);
  const clerk = new Clerk(KEY, { proxyUrl: server.url, fetch: request });
  await clerk.load();
  const { user } = clerk;
  if (!user) throw new Error('Nobody is signed in');
  return {
    server,
    clerk,
    change: (signal?: AbortSignal) => user.updatePassword(params, { timeoutMs: 10_000, signal }),
  };
}

const end =
  (status: string, body = '', headers: Record<string, string> = {}): Fault =>
  (socket) =>
    void socket.end(answer(status, body, headers));
const write =
  (bytes: string): Fault =>
  (socket) =>
    void socket.write(bytes);
const cut =
  (bytes: string): Fault =>
  (socket) =>
    void socket.end(bytes);
const reset =
  (bytes: string): Fault =>
  (socket) =>
    void socket.write(bytes, () => socket.resetAndDestroy());
const html = '<!doctype html><title>Oops</title>';
const unknown = true;

type Case = readonly [title: string, fault: Fault, reason: ClerkCallErrorReason, outcomeUnknown: boolean];
const faults: readonly Case[] = [
  ['the connection is reset before an answer', reset(''), 'no-answer', unknown],
  ['the connection is closed before an answer', cut(''), 'no-answer', unknown],
  ['the connection is reset in the status line', reset('HTTP/1.1 2'), 'no-answer', unknown],
  ['the connection is closed in the headers', cut('HTTP/1.1 200 OK\r\nContent-Ty'), 'no-answer', unknown],
  ['the answer is of another protocol', cut('SSH-2.0-OpenSSH_9.2\r\n'), 'no-answer', unknown],
  ['the status is no number', cut('HTTP/1.1 abc OK\r\n\r\n'), 'no-answer', unknown],
  ['a header holds a control character', cut('HTTP/1.1 200 OK\r\nA: \u0000\r\n\r\n'), 'no-answer', unknown],
  ['the headers are huge', cut(`HTTP/1.1 200 OK\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`), 'no-answer', unknown],
  ['two lengths contradict', cut(`${JSON_HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`), 'no-answer', unknown],
  ['the server wants another protocol', cut('HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n'), 'no-answer', unknown],
  ['the body is reset halfway', reset(`${JSON_HEAD}Content-Length: 9999\r\n\r\n{"resp`), 'interrupted', unknown],
  [
    'the body is shorter than its length',
    cut(`${JSON_HEAD}Content-Length: 9999\r\n\r\n{"resp`),
    'interrupted',
    unknown,
  ],
  [
    'the last chunk is missing',
    cut(`${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n`),
    'interrupted',
    unknown,
  ],
  ['a chunk has no size', cut(`${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`), 'interrupted', unknown],
  ['the compression is broken', end('200 OK', 'not gzip', { 'Content-Encoding': 'gzip' }), 'interrupted', unknown],
  ['a redirect points elsewhere', end('302 Found', '', { Location: '/v1/elsewhere' }), 'redirected', unknown],
  ['a redirect wants the form again', end('307 Temporary', '', { Location: '/v1/elsewhere' }), 'redirected', unknown],
  ['a redirect wants a GET', end('303 See Other', '', { Location: '/v1/me' }), 'redirected', unknown],
  ['a redirect points nowhere', end('301 Moved'), 'redirected', unknown],
  ['a 304 comes', cut('HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n'), 'redirected', unknown],
  ['a 200 is empty', end('200 OK'), 'empty', unknown],
  ['a 204 comes', cut('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'), 'empty', unknown],
  ['a 500 is empty', end('500 Oops'), 'empty', unknown],
  ['a 401 is empty', end('401 No'), 'empty', false],
  ['a 502 is HTML', end('502 Bad Gateway', html), 'not-json', unknown],
  ['a 404 is HTML', end('404 Not Found', html), 'not-json', false],
  ['a 200 is HTML', end('200 OK', html), 'not-json', unknown],
  ['the JSON breaks off', end('200 OK', changed.slice(0, 500)), 'not-json', unknown],
  ['the JSON echoes the form and breaks off', end('200 OK', `{"${CANARY}`), 'not-json', unknown],
  ['a 200 is null', end('200 OK', 'null'), 'wrong-shape', unknown],
  ['a 200 is a list', end('200 OK', '[]'), 'wrong-shape', unknown],
  ['a 200 has the wrong resource', end('200 OK', changed.replace('"user"', '"client"')), 'wrong-shape', unknown],
  ['a 422 has no errors', end('422 No', '{"errors":[]}'), 'wrong-shape', false],
  ['a 422 has an error without code', end('422 No', '{"errors":[{"message":"m"}]}'), 'wrong-shape', false],
  ['a 202 comes', end('202 Accepted', changed), 'undeclared-status', unknown],
];

describe('rejects with its typed error, having sent once, when', () => {
  test.each(faults)('%s', async (_, fault, reason, outcomeUnknown) => {
    const { server, clerk, change } = await start(fault);
    const before = clerk.user;
    const error = await rejection(change());
    expect(error).toMatchObject({ name: 'ClerkCallError', reason, outcomeUnknown });
    expect(server.paths).toEqual(['/v1/dev_browser', '/v1/client', '/v1/me/change_password']);
    expect(clerk.user).toBe(before);
    await server.idle();
  });
});

describe('gives up in time and closes the connection when', () => {
  test.each<[string, Fault, 'the request' | 'the headers']>([
    ['no answer ever comes', () => {}, 'the request'],
    ['the headers never end', write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'), 'the request'],
    ['the body never comes', write(`${JSON_HEAD}Content-Length: 9999\r\n\r\n`), 'the headers'],
    ['the body stops halfway', write(`${JSON_HEAD}Content-Length: 9999\r\n\r\n{"response":`), 'the headers'],
    ['the body never ends', write(`${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n`), 'the headers'],
    ['only hints come', write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), 'the request'],
  ])('%s', async (_, fault, last) => {
    // The clock stands still until what comes has come.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const seen = later<void>();
    const { server, change } = await start(
      (socket) => {
        fault(socket);
        if (last === 'the request') seen.resolve();
      },
      async (input, init) => {
        const response = await fetch(input, init);
        if (String(input).includes('change_password')) seen.resolve();
        return response;
      },
    );
    const error = rejection(change());
    await seen.promise;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await error).toMatchObject({ reason: 'timed-out', outcomeUnknown: true });
    expect(server.paths.filter((path) => path.endsWith('change_password')).length).toBe(1);
    await server.idle();
  });

  test.each<[string, string]>([
    ['the caller aborts before an answer', ''],
    ['the caller aborts in the middle of the answer', `${JSON_HEAD}Content-Length: 9999\r\n\r\n{"response":`],
  ])('%s', async (_, bytes) => {
    const controller = new AbortController();
    const fault: Fault = (socket) => socket.write(bytes, () => controller.abort());
    const { server, change } = await start(fault);
    const error = await rejection(change(controller.signal));
    expect(error).toMatchObject({ reason: 'aborted', outcomeUnknown: true, cause: controller.signal.reason });
    await server.idle();
  });
});

test('rejects with unreachable, nothing changed, when nobody listens any more', async () => {
  const { server, change } = await start(() => {});
  await server.close();
  opened.pop();
  expect(await rejection(change())).toMatchObject({ reason: 'unreachable', outcomeUnknown: false });
});

test('rejects with no-answer when the other side does not speak TLS', async () => {
  const { server } = await start(() => {});
  const clerk = new Clerk(KEY, { proxyUrl: `https://127.0.0.1:${server.port}` });
  expect(await rejection(clerk.load())).toMatchObject({ reason: 'no-answer', outcomeUnknown: false });
});

test.each([
  ['429 Slow', 'too_many_requests', 429],
  ['418 Teapot', 'form_param_unknown', 418],
  ['500 Oops', 'internal_clerk_error', 500],
] as const)('rejects with what the server said when it answers %s in its own words', async (line, name, status) => {
  const { server, change } = await start(end(line, JSON.stringify(example(name)), { 'Retry-After': '9' }));
  expect(await rejection(change())).toMatchObject({ status, errors: [{ code: name }], retryAfter: 9 });
  expect(server.paths.filter((path) => path.endsWith('change_password'))).toHaveLength(1);
});

test('reload finds out after a lost answer', async () => {
  const { clerk, change } = await start(reset(''));
  expect(await rejection(change())).toMatchObject({ outcomeUnknown: true });
  expect((await clerk.user?.reload())?.passwordEnabled).toBe(true);
});
