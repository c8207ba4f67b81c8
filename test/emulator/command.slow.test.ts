/** The command as people run it: a process of its own, spoken to over its port and its output. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { get as getOverHttps } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** Ends the command when this process is gone, however it went: a run that is killed leaves nothing behind. */
const END_WITH_PARENT =
  "data:text/javascript,process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();";

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-test-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves when the output or the errors contain this; rejects when the command ends first. */
  readonly says: (wanted: string | RegExp) => Promise<void>;
  /** Exit code or signal, once nobody holds its output any more: itself and all that it started. */
  readonly ended: Promise<number | string | null>;
}

const run = (...args: readonly string[]): Run => runProgram(['--import', END_WITH_PARENT, cli, ...args]);

function runProgram(args: readonly string[]): Run {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      child.emit('said');
    });
  }
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    running.delete(child);
    child.emit('said');
    return code ?? signal ?? null;
  });
  const says = async (wanted: string | RegExp): Promise<void> => {
    const isSaid = (text: string): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    while (!isSaid(said.stdout) && !isSaid(said.stderr)) {
      if (!running.has(child)) throw new Error(`It ended without saying ${wanted}: ${said.stdout}${said.stderr}`);
      await once(child, 'said');
    }
  };
  return { child, output: () => said.stdout, errors: () => said.stderr, says, ended };
}

interface ReadyLine {
  readonly url: string;
  readonly port: number;
  readonly publishableKey: string;
  readonly proxyUrl: string;
  readonly health: string;
  readonly docs: string;
  readonly certificate?: string;
  readonly users: readonly { readonly identifier: string; readonly password?: string; readonly token?: string }[];
}

async function start(...options: readonly string[]): Promise<Run & { readonly ready: ReadyLine }> {
  const started = run('emulator', '--port', '0', '--json', ...options);
  await started.says('"ready":true');
  return { ...started, ready: JSON.parse(started.output()) };
}

async function stop({ child, ended }: Run, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string | null> {
  child.kill(signal);
  return ended;
}

/** Changes the password of the built-in user. */
const change = (url: string, from: string, to: string): Promise<Response> =>
  fetch(`${url}/v1/me/change_password?__clerk_db_jwt=dvb_local`, {
    method: 'POST',
    body: new URLSearchParams({ current_password: from, new_password: to }),
  });

/** The status of a request with headers that `fetch` does not let anybody set. */
const statusWith = (url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return name;
};

describe('the start', () => {
  test('prints one line of JSON that says all that a program needs, when asked with --json', async () => {
    const emulator = await start();
    const { ready } = emulator;
    expect(emulator.output().split('\n')).toHaveLength(2);
    expect(ready.url).toBe(`http://127.0.0.1:${ready.port}`);
    expect(ready.publishableKey).toMatch(/^pk_test_/);
    expect((await fetch(ready.health)).status).toBe(200);
    expect(ready.docs).toBe(`${ready.url}/docs/`);
    const known = await fetch(`${ready.url}/.well-known/change-password`, { redirect: 'manual' });
    expect(known.headers.get('location')).toBe('/docs/examples/update-password.html');
    const [user] = ready.users;
    expect(user).toMatchObject({ identifier: 'user@example.com', token: 'dvb_local' });
    expect((await change(ready.url, user?.password ?? '', 'correct-horse-battery')).status).toBe(200);
    expect(await stop(emulator, 'SIGTERM')).toBe(0);
    await expect(fetch(ready.health)).rejects.toThrow();
    expect(emulator.errors()).toBe('');
  });

  test('shows people address, key, users and what to paste, and then each request without its passwords', async () => {
    const emulator = run('emulator', '--port', '0', '--verbose');
    await emulator.says('Ctrl+C');
    const welcome = emulator.output();
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(welcome)?.[0] ?? '';
    expect(welcome).toMatch(/pk_test_\w+/);
    expect(welcome).toContain(`proxyUrl: '${url.replace('127.0.0.1', 'localhost')}'`);
    expect(welcome).toMatch(/user@example\.com +current-password-1/);
    expect(welcome).toMatch(/no-password@example\.com +no password/);
    expect(welcome).toMatch(/locked@example\.com .*locked/);
    expect(welcome).toContain(`${url}/docs/`);
    expect(await (await fetch(url)).text()).toContain('href="/docs/"');
    await change(url, 'wrong-secret-password', 'other-secret-password');
    await emulator.says('form_password_incorrect');
    await fetch(`${url}/instances/one/v1/dev_browser`, { method: 'POST' });
    await fetch(`${url}/instances/one/v1/client`);
    await emulator.says(/ 200 {2}GET {5}\/instances\/one\/v1\/client\b/);
    expect(await stop(emulator, 'SIGINT')).toBe(0);
    const log = emulator.output().slice(welcome.length);
    expect(log).toMatch(
      /^\S+ {2}422 {2}POST {4}\/v1\/me\/change_password {2}form_password_incorrect .*new_password=\[redacted\]/,
    );
    expect(log).not.toContain('secret');
    expect(emulator.output()).not.toContain('\u001b');
  });

  test('logs nothing when it is told to be quiet', async () => {
    const emulator = run('emulator', '--port', '0', '--quiet');
    await emulator.says('Ctrl+C');
    const welcome = emulator.output();
    await change(/http:\/\/127\.0\.0\.1:\d+/.exec(welcome)?.[0] ?? '', 'a', 'b');
    await stop(emulator);
    expect(emulator.output()).toBe(welcome);
  });
});

describe('one sentence and exit code 1', () => {
  const refusal = async (...args: readonly string[]): Promise<string> => {
    const refused = run(...args);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe('');
    expect(refused.errors().split('\n')).toHaveLength(2);
    return refused.errors();
  };

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await refusal('emulator', '--port', String(port))).toBe(
      `Port ${port} is taken: end what listens there, or choose another with --port (0 for any).\n`,
    );
    other.close();
  });

  test('when a command or an option is unknown', async () => {
    expect(await refusal('emulate')).toContain('There is no command "emulate"');
    expect(await refusal('emulator', '--prot', '1')).toContain('There is no option --prot; did you mean --port?');
  });

  test('when the seed is bad', async () => {
    const seed = await write('seed.yaml', 'users:\n  - email: ada@example.com\n    pasword: secret\n');
    const said = await refusal('emulator', '--seed', seed);
    expect(said).toMatch(/^seed\.yaml:3:5: users\[0\]: A user has no "pasword"\./);
    expect(said).not.toContain('secret');
    expect(await refusal('emulator', '--seed', 'none.yaml')).toBe('There is no seed file none.yaml.\n');
  });

  test('when the command to run does not exist', async () => {
    expect(await refusal('emulator', '--port', '0', '--', 'no-such-command-here')).toBe(
      '"no-such-command-here" could not be run: there is no such command.\n',
    );
  });

  test('for packages in a folder that is not there', async () => {
    expect(await refusal('emulator', '--port', '0', '--packages', 'nowhere')).toBe(
      `--packages has to be a folder: there is none at ${join(await realpath(folder), 'nowhere')}.\n`,
    );
  });
});

describe('--seed', () => {
  test('takes users, sessions and settings from the file, and --watch starts over when it is saved well', async () => {
    const seed = await write('seed.yaml', 'users: [{ email: ada@example.com, password: secret-of-ada }]\n');
    const emulator = await start('--seed', seed, '--watch');
    expect(emulator.ready.users).toMatchObject([{ identifier: 'ada@example.com' }]);
    expect(emulator.output()).not.toContain('secret');

    await write(seed, 'users: [{ email: ada }]\n');
    await emulator.says('seed.yaml has changed but cannot be used: nothing changed.');
    expect(emulator.errors()).toContain('seed.yaml:1:18: users[0]: "email" has to be');
    const signIn = (identifier: string, at = ''): Promise<Response> =>
      fetch(`${emulator.ready.url}${at}/v1/client/sign_ins`, {
        method: 'POST',
        body: new URLSearchParams({ identifier }),
      });
    expect((await signIn('ada@example.com')).status).toBe(200);
    expect((await signIn('ada@example.com', '/instances/one')).status).toBe(200);

    // As many editors save: a new file in the place of the old one.
    await write('new.yaml', 'users: [{ email: grace@example.com }, { email: joan@example.com }]\n');
    await rename(join(folder, 'new.yaml'), join(folder, seed));
    await emulator.says('seed.yaml has changed: started over with 2 users.');
    await write('new.yaml', 'users: [{ email: grace@example.com }]\n');
    await rename(join(folder, 'new.yaml'), join(folder, seed));
    await emulator.says('seed.yaml has changed: started over with 1 user.');
    expect((await signIn('ada@example.com')).status).toBe(422);
    expect((await signIn('grace@example.com')).status).toBe(200);
    expect((await signIn('grace@example.com', '/instances/one')).status).toBe(200);
    expect(await stop(emulator)).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a seed of 20,000 users', () => {
  test('is there in the end, GET /health answers meanwhile, and the ready line names ten of them', async () => {
    const users = Array.from({ length: 20_000 }, (_, index) => ({
      email: `user-${index}@example.com`,
      password: 'current-password-1',
    }));
    const sessions = [{ user: 'user-19999@example.com', token: 'dvb_local' }];
    await write('seed.json', JSON.stringify({ users, sessions }));
    const port = await freePort();
    const emulator = run('emulator', '--port', String(port), '--json', '--seed', 'seed.json');
    const url = `http://127.0.0.1:${port}`;
    const said: string[] = [];
    const isReady = emulator.says('"ready":true').then(() => 'ready');
    while ((await Promise.race([isReady, new Promise((resolve) => setImmediate(resolve))])) !== 'ready') {
      const health = await fetch(`${url}/health`).then(
        (response) => response.text(),
        () => undefined,
      );
      if (health !== undefined && health !== said.at(-1)) said.push(health);
    }
    expect(said).toContain('{"status":"starting"}');
    expect(await (await fetch(`${url}/health`)).text()).toBe('{"status":"ok"}');
    const ready = JSON.parse(emulator.output());
    expect(ready.users).toHaveLength(10);
    expect(ready.userCount).toBe(20_000);
    expect((await change(url, 'current-password-1', 'another-password')).status).toBe(200);
  });

  test('is read while GET /health answers: the port is open before a mistake at its end is found', async () => {
    const users = Array.from({ length: 5_000 }, (_, index) => ({
      email: `user-${index}@example.com`,
      lastName: 'Example',
    }));
    await write('seed.json', JSON.stringify({ users, sessions: [{ user: 'nobody@example.com' }] }));
    const port = await freePort();
    const refused = run('emulator', '--port', String(port), '--seed', 'seed.json');
    const isOver = refused.ended.then(() => 'over');
    const said = new Set<string>();
    while ((await Promise.race([isOver, new Promise((resolve) => setImmediate(resolve))])) !== 'over') {
      const health = await fetch(`http://127.0.0.1:${port}/health`).then(
        (response) => response.text(),
        () => undefined,
      );
      if (health !== undefined) said.add(health);
    }
    expect([...said]).toEqual(['{"status":"starting"}']);
    expect(await refused.ended).toBe(1);
    expect(refused.errors()).toMatch(
      /^seed\.json:1:\d+: sessions\[0\]: There is no user nobody@example\.com in this seed\.\n$/,
    );
  });
});

describe('--persist', () => {
  test('goes back to a large seed at a reset after a restart', async () => {
    const users = Array.from({ length: 5_000 }, (_, index) => ({
      email: `user-${index}@example.com`,
      lastName: 'Example',
    }));
    await write('seed.json', JSON.stringify({ users }));
    const args = ['emulator', '--port', '0', '--json', '--seed', 'seed.json', '--persist', 'state.json'];
    const first = run(...args);
    await first.says('"ready":true');
    const { url } = JSON.parse(first.output());
    await fetch(`${url}/__emulator/users/user-1@example.com`, { method: 'DELETE' });
    await stop(first);
    const second = run(...args);
    await second.says('"ready":true');
    const { url: again, userCount } = JSON.parse(second.output());
    expect(userCount).toBe(4_999);
    await fetch(`${again}/__emulator/reset`, { method: 'POST' });
    expect(await (await fetch(`${again}/__emulator/users`)).json()).toHaveLength(5_000);
    await stop(second);
  });

  test('keeps every change that was answered, also when the command is killed at once', async () => {
    const options = ['--persist', 'state.json'];
    let password = 'current-password-1';
    for (let round = 1; round <= 2; round++) {
      const emulator = await start(...options);
      const next = `password-of-round-${round}`;
      expect((await change(emulator.ready.url, password, next)).status).toBe(200);
      expect((await change(`${emulator.ready.url}/instances/one`, password, next)).status).toBe(200);
      expect(await stop(emulator, 'SIGKILL')).toBe('SIGKILL');
      password = next;
    }
    const emulator = await start(...options);
    expect((await change(emulator.ready.url, 'current-password-1', 'another-password')).status).toBe(422);
    expect((await change(emulator.ready.url, password, 'another-password')).status).toBe(200);
    const instance = `${emulator.ready.url}/instances/one`;
    expect((await change(instance, password, 'another-password')).status).toBe(200);
    expect(await readFile(join(folder, 'state.json'), 'utf8')).not.toMatch(/password-of-round|another-password/);
    expect(await stop(emulator)).toBe(0);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  test('keeps each of many sign-ins at once whose answer came before the kill', async () => {
    const emulator = await start('--persist', 'state.json');
    const answered: string[] = [];
    const signIns = Array.from({ length: 40 }, async () => {
      const body = new URLSearchParams({
        strategy: 'password',
        identifier: 'user@example.com',
        password: 'current-password-1',
      });
      const { headers } = await fetch(`${emulator.ready.url}/v1/client/sign_ins`, { method: 'POST', body });
      const cookie = headers.get('set-cookie')?.split(';')[0];
      if (cookie !== undefined) answered.push(cookie);
      if (answered.length === 10) emulator.child.kill('SIGKILL');
    });
    await Promise.allSettled(signIns);
    await emulator.ended;
    expect(answered.length).toBeGreaterThanOrEqual(10);

    const { ready } = await start('--persist', 'state.json');
    for (const cookie of answered) {
      const client: unknown = await (await fetch(`${ready.url}/v1/client`, { headers: { cookie } })).json();
      expect(client).toMatchObject({ response: { sessions: [{ status: 'active' }] } });
    }
  });

  test('is refused in one sentence to a second process on the same file, and the first one goes on', async () => {
    const first = await start('--persist', 'state.json');
    const second = run('emulator', '--port', '0', '--persist', 'state.json');
    expect(await second.ended).toBe(1);
    expect(second.errors()).toBe(
      `state.json is in use by the process ${first.child.pid}: end that one, or give each emulator a file of its own.\n`,
    );
    expect((await change(first.ready.url, 'current-password-1', 'password-of-first')).status).toBe(200);
    expect(await stop(first)).toBe(0);
    expect(
      (await change((await start('--persist', 'state.json')).ready.url, 'password-of-first', 'another-password'))
        .status,
    ).toBe(200);
  });

  test('leaves no file behind when the port is taken', async () => {
    const { ready } = await start();
    const second = run('emulator', '--port', String(ready.port), '--persist', 'state.json');
    expect(await second.ended).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('answers 500 with a sentence when the disk is full, loses nothing, and goes on reading', async () => {
    // The shell's limit on the size of a file fails a write like a full disk.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const args = [cli, 'emulator', '--port', '0', '--json', '--persist', 'state.json'];
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
    const child = spawn('sh', ['-c', script, process.execPath, ...args], { cwd: folder, env });
    running.add(child);
    const [line] = await once(child.stdout, 'data');
    const { url } = JSON.parse(String(line));
    let password = 'current-password-1';
    let refused: Response | undefined;
    for (let round = 0; refused === undefined && round < 100; round++) {
      const response = await change(url, password, `password-of-round-${round}`);
      if (response.status === 200) password = `password-of-round-${round}`;
      else refused = response;
    }
    expect(refused?.status).toBe(500);
    expect(await refused?.json()).toMatchObject({
      errors: [{ long_message: expect.stringMatching(/^The state file cannot be written: [^\n]+\.$/) }],
    });
    expect((await fetch(`${url}/v1/me?__clerk_db_jwt=dvb_local`)).status).toBe(200);
    child.kill('SIGKILL');
    await once(child, 'close');
    running.delete(child);
    const { ready } = await start('--persist', 'state.json');
    expect((await change(ready.url, password, 'another-password')).status).toBe(200);
  });

  test('refuses a file that is damaged or not its own, and leaves it as it is', async () => {
    await stop(await start('--persist', 'state.json'));
    const whole = await readFile(join(folder, 'state.json'), 'utf8');
    const files = {
      'damaged.json': whole.replace('Ada', 'Eve'),
      'cut.json': whole.slice(0, -20),
      'notes.txt': 'my notes\n',
    };
    for (const [name, text] of Object.entries(files)) {
      await write(name, text);
      const refused = run('emulator', '--port', '0', '--persist', name);
      expect(await refused.ended).toBe(1);
      expect(refused.errors()).toMatch(
        /^\S+ is (damaged|not a state file of the emulator), so it was left as it is: [^\n]+\n$/,
      );
      expect(await readFile(join(folder, name), 'utf8')).toBe(text);
    }
  });
});

test('--https serves with a certificate for this machine that can be trusted, and hands it to the command', async () => {
  const emulator = await start('--https');
  const { url, certificate = '' } = emulator.ready;
  const ca = await readFile(certificate, 'utf8');
  for (const host of ['127.0.0.1', 'localhost', 'example.clerk.accounts.dev']) {
    const status = await new Promise((resolve, reject) => {
      const options = { ca, servername: host === '127.0.0.1' ? '' : host, headers: { host } };
      getOverHttps(`${url}/v1/environment`, options, ({ statusCode }) => resolve(statusCode)).on('error', reject);
    });
    expect(status).toBe(200);
  }
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  expect(await stop(emulator)).toBe(0);
  await expect(readFile(certificate)).rejects.toThrow();

  const script = `fetch(process.env.CLERK_EMULATOR_URL + '/health').then((answer) => process.exit(answer.status - 200 + 3))`;
  const beside = run('emulator', '--port', '0', '--https', '--', process.execPath, '--eval', script);
  expect(await beside.ended).toBe(3);
});

test('--latency holds back answers of the API, not of the health route', async () => {
  const emulator = await start('--latency', '600000');
  const abort = new AbortController();
  let isAnswered = false;
  const asked = fetch(`${emulator.ready.url}/v1/environment`, { signal: abort.signal }).then(
    () => {
      isAnswered = true;
    },
    () => {},
  );
  for (let turn = 0; turn < 5; turn++) expect((await fetch(emulator.ready.health)).status).toBe(200);
  expect(isAnswered).toBe(false);
  abort.abort();
  await asked;
  expect(await stop(emulator)).toBe(0);
});

test('starts where it may not look into the folder that it was started in, as under the permission model of Node', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const may = ['--permission', `--allow-fs-read=${root}`, '--no-warnings'];
  const emulator = runProgram([...may, '--import', END_WITH_PARENT, cli, 'emulator', '--port', '0', '--json']);
  await emulator.says('"ready":true');
  expect(emulator.errors()).toBe('');
  expect(await stop(emulator)).toBe(0);
});

test('--host warns when others can reach it, and only known hosts and origins are answered', async () => {
  const emulator = await start(
    '--host',
    '0.0.0.0',
    '--allow-host',
    'emulator',
    '--allow-origin',
    'https://app.example',
  );
  const environment = `http://127.0.0.1:${emulator.ready.port}/v1/environment`;
  expect(emulator.errors()).toMatch(/^Warning: everyone who can reach 0\.0\.0\.0:\d+ can read and change all users/);
  expect(await statusWith(environment, { host: 'emulator:4010' })).toBe(200);
  expect(await statusWith(environment, { host: 'rebound.example' })).toBe(400);
  expect(await statusWith(environment, { origin: 'https://app.example' })).toBe(200);
  expect(await statusWith(environment, { origin: 'https://other.example' })).toBe(400);
  await stop(emulator);
});

test('--host with a loopback address of its own gives a proxyUrl that reaches it, by https too', async () => {
  const script = `const { CLERK_PROXY_URL: proxy } = process.env;
    fetch(proxy + '/v1/client').then(({ status }) => { console.log(status); });`;
  // Only Linux answers to all addresses that begin with 127.
  const host = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';
  const options = ['--port', '0', '--https', '--host', host, '--', process.execPath, '--eval', script];
  const beside = run('emulator', ...options);
  await beside.ended;
  expect(beside.output()).toBe('200\n');
});

test('a seed file in Latin-1 gets a sentence with its line', async () => {
  await writeFile(
    join(folder, 'seed.yaml'),
    Buffer.from('users:\n  - email: a@example.com\n    firstName: Zo\xeb\n', 'latin1'),
  );
  const refused = run('emulator', '--port', '0', '--seed', 'seed.yaml');
  expect(await refused.ended).toBe(1);
  expect(refused.errors()).toBe('seed.yaml:3: The seed file is not UTF-8, perhaps Latin-1: save it as UTF-8.\n');
});

describe('a command beside it', () => {
  test('finds that no proxy is to be used for the address, in both spellings', async () => {
    const script = 'console.log(JSON.stringify([process.env.NO_PROXY, process.env.no_proxy]))';
    const beside = run('emulator', '--port', '0', '--', process.execPath, '--eval', script);
    expect(await beside.ended).toBe(0);
    for (const list of JSON.parse(beside.output()))
      expect(list.split(',')).toEqual(expect.arrayContaining(['localhost', '127.0.0.1']));
  });

  /** Runs the emulator on a terminal of its own, with a command that starts another. */
  function runOnTerminal(before = ''): Run {
    const wait = `${before}setInterval(() => {}, 1000)`;
    const script = `const child = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(wait)}], { stdio: 'inherit' });
      console.log('emulator ' + process.ppid + ', grandchild ' + child.pid + ' run'); setInterval(() => {}, 1000)`;
    const command = [process.execPath, cli, 'emulator', '--port', '0', '--', process.execPath, '--eval', script];
    const quoted = command.map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join(' ');
    const code = `process.exitCode = require('node:child_process').spawnSync('script', ['-qec', ${JSON.stringify(quoted)}, '/dev/null'], { stdio: ['pipe', 'inherit', 'inherit'] }).status`;
    return runProgram(['--eval', code]);
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends on a terminal, with what it started, when %s is sent to the emulator alone',
    async (signal) => {
      const beside = runOnTerminal();
      await beside.says(/emulator \d+, grandchild \d+ run/);
      const [, emulator = 0, grandchild = 0] = (/emulator (\d+), grandchild (\d+) run/.exec(beside.output()) ?? []).map(
        Number,
      );
      process.kill(emulator, signal);
      // The promise is kept only when all that hold the output are gone.
      await beside.ended;
      // Where nobody collects the dead, they are still listed as such (Z).
      const state = spawnSync('ps', ['-o', 'stat=', '-p', `${grandchild}`], { encoding: 'utf8' }).stdout.trim();
      expect(state).toMatch(/^(Z|$)/);
    },
  );

  test('leaves nothing that it started when the terminal goes, also not what does not heed that', async () => {
    const beside = runOnTerminal("process.on('SIGHUP', () => {}); process.stdout.on('error', () => {}); ");
    await beside.says(/emulator \d+, grandchild \d+ run/);
    const grandchild = /grandchild (\d+) run/.exec(beside.output())?.[1] ?? '';
    const ps = (...args: string[]): string => spawnSync('ps', args, { encoding: 'utf8' }).stdout.trim();
    const [terminal = ''] = ps('-o', 'pid=', '--ppid', String(beside.child.pid)).split(/\s+/);
    process.kill(Number(terminal), 'SIGKILL');
    await expect.poll(() => ps('-o', 'stat=', '-p', grandchild)).toMatch(/^(Z|$)/);
  });

  test('finds the address and the key in its environment, and its exit code is passed on', async () => {
    const script = `const { CLERK_EMULATOR_URL: url, CLERK_PUBLISHABLE_KEY: key, CLERK_PROXY_URL: proxy } = process.env;
      fetch(url + '/health').then(({ status }) => { console.log(JSON.stringify([status, key, proxy, process.argv.slice(1)])); process.exit(7); });`;
    const beside = run('emulator', '--port', '0', '--', process.execPath, '--eval', script, 'a b', '--port');
    expect(await beside.ended).toBe(7);
    expect(JSON.parse(beside.output())).toEqual([
      200,
      expect.stringMatching(/^pk_test_/),
      expect.stringMatching(/^http:\/\/localhost:\d+$/),
      ['a b', '--port'],
    ]);
    expect(beside.errors()).toBe('');
  });

  test('ends with it, and what it started in turn as well, when a signal comes', async () => {
    const wait = 'setInterval(() => {}, 1000)';
    const script = `require('node:child_process').spawn(process.execPath, ['--eval', "console.log('both run'); ${wait}"], { stdio: 'inherit' });
      process.on('SIGTERM', () => { console.log('told to end'); process.exit(5); }); ${wait}`;
    const beside = run('emulator', '--port', '0', '--', process.execPath, '--eval', script);
    await beside.says('both run');
    // The promise is kept only when all that hold the output are gone.
    expect(await stop(beside, 'SIGTERM')).toBe(5);
    expect(beside.output()).toContain('told to end');
  });

  test('has its time to end when several signals come at once, as from npm or Docker', async () => {
    const script = `for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => setTimeout(() => process.exit(5), 100));
      console.log('it runs'); setInterval(() => {}, 1000);`;
    const beside = run('emulator', '--port', '0', '--', process.execPath, '--eval', script);
    await beside.says('it runs');
    beside.child.kill('SIGTERM');
    beside.child.kill('SIGHUP');
    expect(await beside.ended).toBe(5);
  });
});

test('--help of the command and of the emulator teach every option, and --version prints the version', async () => {
  const [general, emulator, version, nothing] = [run('--help'), run('emulator', '--help'), run('--version'), run()];
  expect([await general.ended, await emulator.ended, await version.ended]).toEqual([0, 0, 0]);
  // A script that forgot the command fails.
  expect([await nothing.ended, nothing.output()]).toEqual([1, general.output()]);
  expect(general.output()).toContain('user-password-api emulator --help');
  const options = [
    'port',
    'host',
    'allow-host',
    'allow-origin',
    'seed',
    'watch',
    'persist',
    'https',
    'latency',
    'json',
  ];
  for (const option of [...options, 'verbose', 'quiet']) expect(emulator.output()).toContain(`--${option}`);
  expect(emulator.output()).not.toMatch(/.{121}/);
  const found: { version: string } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(version.output()).toBe(`${found.version}\n`);
});
