/** An application beside an emulator of its own, started as a user starts it: `user-password-api emulator -- COMMAND`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const folder = import.meta.dirname;
const command = join(folder, '../../src/cli.ts');

export interface RunningApp {
  /** Where the application is. */
  readonly url: string;
  /** Where its emulator is. */
  readonly emulator: string;
  /** What both have printed. */
  output(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Waits until somebody listens there. Rejects if the process ends before. */
async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended at the start:\n${output()}`);
    const isThere = await fetch(url, { headers: { accept: 'text/html' }, redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** `run` is what a user writes after `--`, with the port to listen on. */
export async function startApp(name: string, run: (port: number) => string): Promise<RunningApp> {
  const [port, own] = [await freePort(), await freePort()];
  const args = [command, 'emulator', '--port', `${own}`, '--', 'sh', '-c', run(port)];
  const bin = [join(folder, 'apps', name, 'node_modules/.bin'), join(folder, 'node_modules/.bin'), process.env['PATH']];
  let printed = '';
  const child = spawn(process.execPath, args, {
    cwd: join(folder, 'apps', name),
    env: { ...process.env, PATH: bin.join(':'), NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (text: string): void => {
    printed = (printed + text).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await answers(url, child, () => printed);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, emulator: `http://127.0.0.1:${own}`, output: () => printed, stop };
}
