/** The state file under a hundred kills and sixty races: not part of `npm test`, `npm run test:long` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const KILLS = 100;
const RACES = 60;
const BROWSERS = 4;

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kill-test-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Undefined if it ended first. */
  readonly url: string | undefined;
  readonly errors: string;
}

async function start(): Promise<Started> {
  const args = [cli, 'emulator', '--port', '0', '--json', '--quiet', '--persist', 'state.json'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const closed = once(child, 'close').then(() => undefined);
  const line = await Promise.race([once(child.stdout, 'data').then(([data]) => String(data)), closed]);
  if (line === undefined) running.delete(child);
  return { child, url: line === undefined ? undefined : JSON.parse(line).url, errors };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
  running.delete(child);
}

/** Signs in as the user that has no password yet, on a client of its own. */
async function signedIn(url: string, index: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const user = { email: `user-${index}@example.com`, password: 'password 0 of it' };
  await fetch(`${url}/__emulator/users`, { method: 'POST', headers, body: JSON.stringify(user) });
  const session = { user: user.email, token: `dvb_${index}` };
  await fetch(`${url}/__emulator/sessions`, { method: 'POST', headers, body: JSON.stringify(session) });
}

const change = (url: string, index: number, from: string, to: string): Promise<Response> =>
  fetch(`${url}/v1/me/change_password?__clerk_db_jwt=dvb_${index}`, {
    method: 'POST',
    body: new URLSearchParams({ current_password: from, new_password: to }),
  });

test(`loses no change that was answered in ${KILLS} kills`, async () => {
  /** What each browser was answered last, and what it asked for since. */
  const passwords = Array.from({ length: BROWSERS }, () => ({
    answered: 'password 0 of it',
    asked: 'password 0 of it',
  }));
  let counted = 0;
  let answers = 0;
  for (let round = 0; round < KILLS; round++) {
    const { child, url = '', errors } = await start();
    expect(errors).toBe('');
    if (round === 0) await Promise.all(passwords.map((_, index) => signedIn(url, index)));
    // A change that was on its way at the kill may have been made or not; one that was answered was made.
    for (const [index, password] of passwords.entries()) {
      const next = `password ${++counted} of it`;
      let { status } = await change(url, index, password.answered, next);
      if (status === 422) ({ status } = await change(url, index, password.asked, next));
      expect(`round ${round}, browser ${index}: ${status}`).toBe(`round ${round}, browser ${index}: 200`);
      Object.assign(password, { answered: next, asked: next });
      answers++;
    }
    let left = 1 + Math.floor(Math.random() * 40);
    const browse = async (index: number): Promise<void> => {
      const password = passwords[index];
      while (password !== undefined) {
        password.asked = `password ${++counted} of it`;
        const { status } = await change(url, index, password.answered, password.asked);
        expect(status).toBe(200);
        password.answered = password.asked;
        answers++;
        if (--left === 0) child.kill('SIGKILL');
      }
    };
    const ended = once(child, 'close');
    // Each ends with the connection.
    await Promise.allSettled(passwords.map((_, index) => browse(index)));
    await ended;
    running.delete(child);
  }
  console.log(`${KILLS} kills, ${answers} answered changes, none lost`);
  expect((await readdir(folder)).filter((name) => !name.endsWith('.lock'))).toEqual(['state.json']);
});

test(`lets one of two processes have the file in ${RACES} races, also over the lock of a killed one`, async () => {
  for (let round = 0; round < RACES; round++) {
    const both = await Promise.all([start(), start()]);
    const won = both.filter(({ url }) => url !== undefined);
    const lost = both.filter(({ url }) => url === undefined);
    expect(`round ${round}: ${won.length} won`).toBe(`round ${round}: 1 won`);
    for (const { errors } of lost) expect(errors).toMatch(/^state\.json is in use by the process \d+: [^\n]+\n$/);
    for (const { child } of won) await kill(child);
  }
});
