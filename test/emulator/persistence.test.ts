/** The state file in process: what is written when, what survives, and what happens when it cannot be written. */
import { createHash } from 'node:crypto';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Control, createControl, createEmulator, type Seed } from 'user-password-api/emulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchFrom } from '../../src/emulator/engine/fetch.ts';
import { Persistence } from '../../src/emulator/hosts/persistence.ts';

const BASE = 'http://127.0.0.1:4010';

let folder: string;
let file: string;
const open = new Set<Persistence>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-test-'));
  file = join(folder, 'state.json');
});
const closeAll = (): void => {
  const all = [...open];
  open.clear();
  for (const one of all) one.close();
};
afterEach(async () => {
  closeAll();
  await rm(folder, { recursive: true, force: true });
});

/** An emulator that keeps its state in the file, as the command starts it. */
function start(seed?: Seed, path = file) {
  const emulator = createEmulator(seed === undefined ? {} : { seed });
  const control = createControl(emulator);
  const { persistence, isRestored } = Persistence.start(emulator, control, path);
  open.add(persistence);
  persistence.save();
  const warnings: string[] = [];
  const handler = persistence.before(control, (error) => warnings.push(String(error)));
  const send = async (target: string, init: RequestInit = {}) => {
    const response = await fetchFrom(handler)(BASE + target, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text.startsWith('{') ? JSON.parse(text) : undefined,
    };
  };
  const post = (target: string, fields: Record<string, string> = {}) =>
    send(target, { method: 'POST', body: new URLSearchParams(fields) });
  const change = (from: string, to: string, mount = '') =>
    post(`${mount}/v1/me/change_password?__clerk_db_jwt=dvb_local`, { current_password: from, new_password: to });
  const stop = () => {
    persistence.close();
    open.delete(persistence);
  };
  return { emulator, control, persistence, isRestored, warnings, send, post, change, stop };
}

const FIRST = 'current-password-1';
const SECOND = 'correct horse battery';

describe('what is written', () => {
  test('is a line for each change, whatever the size of the state, and nothing for a request that changes nothing', async () => {
    const users = Array.from({ length: 1_000 }, (_, index) => ({
      email: `user-${index}@example.com`,
      password: FIRST,
    }));
    const { send, change } = start({
      users: [...users, { email: 'user@example.com', password: FIRST }],
      sessions: [{ user: 'user@example.com', token: 'dvb_local' }],
    });
    const before = await stat(file);
    expect((await change(FIRST, SECOND)).status).toBe(200);
    const after = await stat(file);
    expect(after.ino).toBe(before.ino);
    expect(after.size - before.size).toBeGreaterThan(0);
    expect(after.size - before.size).toBeLessThan(5_000);
    for (const target of ['/v1/me?__clerk_db_jwt=dvb_local', '/v1/client', '/__emulator/users', '/page.css'])
      await send(target);
    expect(await stat(file)).toMatchObject({ size: after.size, mtimeMs: after.mtimeMs, ino: after.ino });
  });

  test('is everything at the start, a piece at a time, so that other work goes on', async () => {
    const users = Array.from({ length: 4_000 }, (_, index) => ({ email: `user-${index}@example.com` }));
    const emulator = createEmulator({ seed: { users } });
    const control = createControl(emulator);
    const { persistence } = Persistence.start(emulator, control, file);
    open.add(persistence);
    let turns = 0;
    const turn = (): void => {
      turns++;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    await persistence.begin();
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(4_000 / 200);
    const before = await stat(file);
    emulator.users.create({ email: 'new@example.com' });
    persistence.save();
    expect(await stat(file)).toMatchObject({ ino: before.ino });
    const kept = await control.snapshot();
    persistence.close();
    open.delete(persistence);
    const again = start();
    expect(again.isRestored).toBe(true);
    expect(await again.control.snapshot()).toEqual(kept);
  });

  test('is compacted now and then, and holds the last state', async () => {
    const { emulator, change, stop } = start();
    let last = FIRST;
    for (let count = 0; count < 1_400; count++) {
      const next = `password number ${count}`;
      expect((await change(last, next)).status).toBe(200);
      last = next;
    }
    expect((await stat(file)).size).toBeLessThan(1_000_000);
    expect(emulator.outbox).toHaveLength(1_000);
    stop();
    const again = start();
    expect(again.isRestored).toBe(true);
    expect((await again.change(FIRST, SECOND)).status).toBe(422);
    expect((await again.change(last, SECOND)).status).toBe(200);
    expect(await readFile(file, 'utf8')).not.toMatch(/password number|correct horse/);
  });

  test('brings back users, sessions, settings, clock, outbox and instances, also those that were reset or deleted', async () => {
    const { emulator, control, change, send, stop } = start();
    await change(FIRST, SECOND);
    await change(FIRST, SECOND, '/instances/one');
    await change(FIRST, SECOND, '/instances/two');
    await send('/instances/two/__emulator/reset', { method: 'POST' });
    await send('/instances/three/__emulator/reset', { method: 'POST' });
    await send('/__emulator/instances/three', { method: 'DELETE' });
    await send('/__emulator/users/locked@example.com', { method: 'DELETE' });
    const json = { 'content-type': 'application/json' };
    await send('/__emulator/settings', { method: 'PATCH', headers: json, body: '{"reverification":true}' });
    await send('/__emulator/clock', { method: 'POST', headers: json, body: '{"seconds":60}' });
    const kept = await control.snapshot();
    expect(Object.keys(kept.instances)).toEqual(['one', 'two']);
    expect(emulator.outbox).toHaveLength(1);
    stop();
    expect(await start().control.snapshot()).toEqual(kept);
  });

  test('lets go of users who were deleted and of clients that were forgotten', async () => {
    const { emulator, persistence, control, stop } = start();
    const body = new Uint8Array();
    const request = { method: 'POST', target: '/v1/dev_browser', base: BASE, header: () => undefined, body };
    const visit = (count: number): void => {
      for (let index = 0; index < count; index++) emulator.handle(request);
    };
    visit(10);
    persistence.save();
    // A thousand clients of browsers are remembered.
    visit(1_000);
    emulator.users.delete('locked@example.com');
    persistence.save();
    const kept = await sorted(control);
    // One that cannot be written takes the place of none.
    await rename(folder, `${folder}-gone`);
    visit(1);
    expect(() => persistence.save()).toThrow(/cannot be written/);
    await rename(`${folder}-gone`, folder);
    expect(await sorted(control)).toEqual(kept);
    stop();
    expect(await sorted(start().control)).toEqual(kept);
  });

  test('belongs to the state that a request has begun in', async () => {
    const { emulator, control, persistence } = start();
    const ignore = (): void => undefined;
    expect(persistence.before(control, ignore).begin?.('/v1/me')).toBe(emulator.begin());
    expect(persistence.before({ handle: control.handle }, ignore).begin?.('/v1/me')).toBeUndefined();
  });

  test('is for its owner only from the first byte, also where the folder and the umask would allow more', async () => {
    const before = process.umask(0);
    try {
      await chmod(folder, 0o777);
      const { stop } = start();
      const modes = await Promise.all([file, `${file}.lock`].map(async (path) => (await lstat(path)).mode & 0o777));
      expect(modes).toEqual([0o600, 0o600]);
      stop();
      await expect(lstat(`${file}.lock`)).rejects.toThrow('ENOENT');
    } finally {
      process.umask(before);
    }
  });
});

describe('a link', () => {
  test('is not followed when it stands in the place of the file', async () => {
    const victim = join(folder, 'victim');
    await writeFile(victim, '');
    await symlink(victim, file);
    expect(() => start()).toThrow(/state\.json is a link: name a file\.$/);
    expect(await readFile(victim, 'utf8')).toBe('');
    expect(() => start(undefined, folder)).toThrow(`${folder} is a folder or device: name a file.`);
  });

  test('is replaced, not followed, when it stands beside the file', async () => {
    const victim = join(folder, 'victim');
    await writeFile(victim, 'mine');
    await symlink(victim, `${file}.next`);
    start();
    expect(await readFile(victim, 'utf8')).toBe('mine');
    expect((await lstat(file)).isFile()).toBe(true);
  });
});

describe('a file', () => {
  test('whose last line was torn, at any byte, goes on from the change before it', async () => {
    const first = start();
    await first.change(FIRST, SECOND);
    const before = (await readFile(file)).length;
    await first.change(SECOND, 'a third one for me');
    first.stop();
    const whole = await readFile(file);
    for (let length = before; length < whole.length; length += Math.ceil((whole.length - before) / 40)) {
      await writeFile(file, whole.subarray(0, length));
      const { change, isRestored, stop } = start();
      expect(isRestored).toBe(true);
      expect((await change(SECOND, FIRST)).status).toBe(200);
      expect((await change(FIRST, 'another one for me')).status).toBe(200);
      stop();
      const again = start();
      expect((await again.change('another one for me', SECOND)).status).toBe(200);
      again.stop();
    }
  });

  test('is begun when it is empty', async () => {
    await writeFile(file, '');
    const { isRestored, change, stop } = start();
    expect(isRestored).toBe(false);
    expect((await change(FIRST, SECOND)).status).toBe(200);
    stop();
    expect((await start().change(SECOND, FIRST)).status).toBe(200);
  });

  test('is written anew when it was deleted meanwhile', async () => {
    const { change, stop } = start();
    await rm(file);
    expect((await change(FIRST, SECOND)).status).toBe(200);
    stop();
    expect((await start().change(SECOND, FIRST)).status).toBe(200);
  });

  test('is refused and left as it is when it is damaged anywhere else', async () => {
    const { change, stop } = start();
    await change(FIRST, SECOND);
    await change(SECOND, FIRST);
    stop();
    const whole = await readFile(file, 'utf8');
    const end = whole.indexOf('"end"');
    for (const [text, message] of [
      // A change that others follow.
      [whole.slice(0, end) + whole.slice(end).replace('password_changed', 'password_chosen'), /is damaged/],
      [whole.replace('Ada', 'Eve'), /is damaged, so it was left as it is/],
      [whole.slice(0, end - 30), /is damaged, so it was left as it is/],
      [whole.replace('"version":2', '"version":1'), /another version of the emulator, so it was left as it is/],
      ['my notes\n', /is not a state file of the emulator, so it was left as it is/],
    ] as const) {
      await writeFile(file, text);
      expect(() => start()).toThrow(message);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  });

  test('is refused when its lines are whole and say something else', async () => {
    start().stop();
    const [header] = (await readFile(file, 'utf8')).split('\n');
    const line = (batch: unknown): string => {
      const text = JSON.stringify(batch);
      return `${createHash('sha256').update(text).digest('hex').slice(0, 16)} ${text}\n`;
    };
    for (const batch of [5, { instances: 5 }, { instances: { '': { users: {} } } }]) {
      const text = `${header}\n${line(batch)}${line('end')}`;
      await writeFile(file, text);
      expect(() => start()).toThrow(/was written by another version of the emulator|is damaged/);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  });

  test('is not begun when it cannot be locked', async () => {
    await mkdir(`${file}.lock`);
    expect(() => start()).toThrow(/^The state file cannot be locked: EISDIR/);
    const long = join(folder, 'a'.repeat(250));
    expect(() => start(undefined, long)).toThrow(/^The state file cannot be locked: ENAMETOOLONG/);
  });

  test('is not shared: whoever comes second is told which process has it', () => {
    start();
    expect(() => start()).toThrow(
      `${file} is in use by the process ${process.pid}: end that one, or give each emulator a file of its own.`,
    );
  });

  // Only Linux tells when a process started.
  const startedOf = async (pid: number): Promise<string> =>
    (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.split(' ')[19] ?? '';

  test.for([
    ['no process', 'a process\n'],
    ['the process 0', '0\n'],
    ['a process that was killed', '99999999\n'],
    ['an earlier process with this id, as after a restart of a container', `${process.pid} 1\n`],
    ...(process.platform === 'linux'
      ? [['a process that was killed and whose id another has by now', `${process.ppid} 1\n`] as const]
      : []),
  ] as const)('is taken over when its lock names %s', async ([, lock]) => {
    await writeFile(`${file}.lock`, lock);
    expect((await start().change(FIRST, SECOND)).status).toBe(200);
    expect(await readFile(`${file}.lock`, 'utf8')).toBe(`${`${process.pid} ${await startedOf(process.pid)}`.trim()}\n`);
    expect((await readdir(folder)).sort()).toEqual(['state.json', 'state.json.lock']);
  });

  test.for([
    ['with its start', async () => `${process.ppid} ${await startedOf(process.ppid)}\n`],
    ['without its start', async () => `${process.ppid}\n`],
  ] as const)('is refused while the process runs that its lock names %s', async ([, lock]) => {
    await writeFile(`${file}.lock`, await lock());
    expect(() => start()).toThrow(`${file} is in use by the process ${process.ppid}: end that one,`);
    expect(await readFile(`${file}.lock`, 'utf8')).toBe(await lock());
  });

  test('is refused when its lock can neither be made nor read', async () => {
    await symlink(join(folder, 'nowhere'), `${file}.lock`);
    expect(() => start()).toThrow(`${file} is contended by other processes: give each emulator a file of its own.`);
  });
});

/** The whole state, whatever the order of its records. */
async function sorted(control: Control) {
  const { users, clients, ...rest } = await control.snapshot();
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
  return { ...rest, users: users.toSorted(byId), clients: clients.toSorted(byId) };
}

describe('where the file cannot be written', () => {
  const json = { 'content-type': 'application/json' };
  const changes: readonly (readonly [string, string, RequestInit])[] = [
    [
      'a change of the password',
      '/v1/me/change_password?__clerk_db_jwt=dvb_local',
      {
        method: 'POST',
        body: new URLSearchParams({
          current_password: FIRST,
          new_password: SECOND,
          sign_out_of_other_sessions: 'true',
        }),
      },
    ],
    [
      'a sign-in',
      '/v1/client/sign_ins',
      { method: 'POST', body: new URLSearchParams({ identifier: 'user@example.com', password: FIRST }) },
    ],
    [
      'a wrong password',
      '/v1/client/sign_ins',
      { method: 'POST', body: new URLSearchParams({ identifier: 'user@example.com', password: 'wrong' }) },
    ],
    ['a new browser', '/v1/dev_browser', { method: 'POST' }],
    ['a sign-out', '/v1/client/sessions?_method=DELETE&__clerk_db_jwt=dvb_local', { method: 'POST' }],
    ['a new user', '/__emulator/users', { method: 'POST', headers: json, body: '{"email":"new@example.com"}' }],
    [
      'a renamed user',
      '/__emulator/users/user@example.com',
      { method: 'PATCH', headers: json, body: '{"email":"other@example.com"}' },
    ],
    ['a deleted user', '/__emulator/users/user@example.com', { method: 'DELETE' }],
    [
      'a session from outside',
      '/__emulator/sessions',
      { method: 'POST', headers: json, body: '{"user":"user@example.com"}' },
    ],
    ['a reset', '/__emulator/reset', { method: 'POST' }],
    ['other settings', '/__emulator/settings', { method: 'PATCH', headers: json, body: '{"reverification":true}' }],
    ['the clock', '/__emulator/clock', { method: 'POST', headers: json, body: '{"seconds":60}' }],
    ['a new instance', '/instances/two/v1/dev_browser', { method: 'POST' }],
    ['a deleted instance', '/__emulator/instances/one', { method: 'DELETE' }],
  ];

  test.each(changes)(
    '%s is answered 500 with the reason and taken back, and reading goes on',
    async (_, target, init) => {
      const { emulator, control, change, send, warnings } = start();
      emulator.users.signIn({ user: 'user@example.com', token: 'dvb_other' });
      await change(FIRST, SECOND, '/instances/one');
      await change(FIRST, 'changed and back');
      await change('changed and back', FIRST);
      await change(FIRST, SECOND, '/instances/gone');
      await send('/__emulator/instances/gone', { method: 'DELETE' });
      await send('/__emulator/clock', { method: 'POST', headers: json, body: '{"seconds":1}' });
      const before = await sorted(control);
      const listed = () => emulator.users.sessions('user@example.com').map(({ id }) => id);
      const sessions = listed().sort();
      await rename(folder, `${folder}-gone`);
      try {
        const { status, headers, json: said } = await send(target, init);
        expect(status).toBe(500);
        const sentence = target.includes('/__emulator') ? said.error : said.errors[0].long_message;
        if (!target.includes('/__emulator')) expect(said.errors[0].code).toBe('internal_clerk_error');
        expect(sentence).toMatch(/^The state file cannot be written: [^\n]+\.$/);
        expect([headers.get('content-type'), headers.get('vary')]).toEqual(['application/json', 'Origin']);
        expect([headers.get('set-cookie'), headers.get('authorization')]).toEqual([null, null]);
        expect(warnings).toHaveLength(1);
        expect(await sorted(control)).toEqual(before);
        expect(listed().sort()).toEqual(sessions);
        for (const name of ['new@example.com', 'other@example.com']) expect(emulator.users.get(name)).toBeUndefined();
        expect((await send('/v1/me?__clerk_db_jwt=dvb_local')).json.response.email_addresses[0].email_address).toBe(
          'user@example.com',
        );
      } finally {
        await rename(`${folder}-gone`, folder);
      }
      // The disk is back: the same is answered, and kept.
      const { status } = await send(target, init);
      expect(status).not.toBe(500);
      const after = await sorted(control);
      closeAll();
      expect(await sorted(start().control)).toEqual(after);
    },
  );

  const written = async (): Promise<string> => {
    await writeFile(file, 'another program was here\n');
    return readFile(file, 'utf8');
  };
  const replaced = async (): Promise<string> => {
    await copyFile(file, `${file}.copy`);
    await rename(`${file}.copy`, file);
    return readFile(file, 'utf8');
  };
  test.for([
    ['written to', 'begun', written],
    ['written to', 'restored', written],
    ['replaced', 'begun', replaced],
  ] as const)(
    'that somebody else has %s after it was %s is left alone, and the change is answered 500',
    async (row) => {
      const [, when, interfere] = row;
      if (when === 'restored') start().stop();
      const { emulator, persistence, change } = start();
      await change(FIRST, SECOND);
      const text = await interfere();
      expect((await change(SECOND, FIRST)).json.errors[0].long_message).toMatch(/is written by another program too/);
      // Also where the whole state would be written.
      emulator.reset({ users: Array.from({ length: 1_001 }, (_, index) => ({ username: `user-${index}` })) });
      expect(() => persistence.save()).toThrow(/is written by another program too/);
      expect(emulator.users.count).toBe(3);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});
