/** `user-password-api mock` as people run it: a process of its own, spoken to over its port and its output. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from 'user-password-api/client';
import { afterEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the address once it is printed; rejects when the command ends first. */
  readonly listening: Promise<string>;
  readonly ended: Promise<number | string | null>;
}

function mock(...args: readonly string[]): Run {
  return run(join(root, 'src/cli.ts'), root, ...args);
}

function run(cli: string, cwd: string, ...args: readonly string[]): Run {
  // In production, Prism starts itself as several processes unless it is told not to, and fails.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [cli, 'mock', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  cleanups.push(() => child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null);
  const listening = new Promise<string>((resolve, reject) => {
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
        // The last line of the welcome: all of it is there.
        const url = /listens on (http:\/\/\S+)[\s\S]*Ctrl\+C/.exec(said.stdout)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    ended.then(() => reject(new Error(`It ended: ${said.stdout}${said.stderr}`)));
  });
  listening.catch(() => {});
  return { child, output: () => said.stdout, errors: () => said.stderr, listening, ended };
}

describe('the mock', () => {
  test('answers from the contract, as its welcome shows, and ends with exit code 0 on Ctrl+C', async () => {
    const { child, output, listening, ended } = mock('--port', '0');
    const url = await listening;
    const client = createClient({ baseUrl: url, query: () => ({ __clerk_db_jwt: 'dvb_local' }) });
    const headers = { Prefer: 'code=422, example=form_password_pwned' };
    const result = await client.changePassword({ body: { new_password: 'a new password' } }, { headers });
    expect(result).toMatchObject({ status: 422, errors: [{ code: 'form_password_pwned' }] });
    expect(output()).toContain(`curl '${url}/v1/me/change_password?__clerk_db_jwt=dvb_local'`);
    expect(output()).toContain(`curl '${url}/v1/me/remove_password?__clerk_db_jwt=dvb_local'`);
    const code = /import \{ createClient \}[\s\S]*?(?=\n\nAnother)/.exec(output())?.[0] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'mock-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'try.ts'), code);
    cpSync(join(root, 'generated'), join(folder, 'generated'), { recursive: true });
    const tried = await promisify(execFile)(process.execPath, [join(folder, 'try.ts')]);
    expect(tried.stdout).toBe('Changed. Has a password: true\n');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('says how it is used with --help', async () => {
    const { output, errors, ended } = mock('--help');
    expect(await ended).toBe(0);
    expect(output()).toMatch(/Usage: user-password-api mock[\s\S]+--port PORT[\s\S]+Default: 4011/);
    expect(errors()).toBe('');
  });
});

describe('ends with exit code 1 and one sentence', () => {
  test('for an option that does not exist', async () => {
    const { output, errors, ended } = mock('--prot', '1');
    expect(await ended).toBe(1);
    expect(errors()).toBe('There is no option --prot. See: user-password-api mock --help\n');
    expect(output()).toBe('');
  });

  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    cleanups.push(() => other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { errors, ended } = mock('--port', String(port));
    expect(await ended).toBe(1);
    expect(errors()).toBe(
      `Port ${port} is taken: end what listens there, or choose another with --port (0 for any).\n`,
    );
  });

  test('that says what to install when Prism is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mock-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    const { errors, ended } = run(join(folder, 'src/cli.ts'), folder, '--port', '0');
    expect(await ended).toBe(1);
    expect(errors()).toBe(
      'The contract mock needs Prism, which is not installed here: npm install --save-dev @stoplight/prism-cli\n',
    );
  });
});
