/** An application beside an emulator of its own, started as a user starts it: `user-password-api emulator -- COMMAND`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const folder = import.meta.dirname;
const command = join(folder, '../../src/cli.ts');

/** An emulator and the command below it. */
interface Running {
  readonly child: ChildProcess;
  /** A free port for the command to listen on. */
  readonly port: number;
  /** Where the emulator is. */
  readonly emulator: string;
  /** What both have printed. */
  output(): string;
  /** Resolves with the exit code when both have ended. */
  readonly ended: Promise<number | null>;
}

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

/** Starts what a user writes after `--`, in a folder of apps/. */
async function start(app: string, run: (port: number) => string): Promise<Running> {
  const [port, own] = [await freePort(), await freePort()];
  const args = [command, 'emulator', '--port', `${own}`, '--', 'sh', '-c', run(port)];
  const bin = [join(folder, 'apps', app, 'node_modules/.bin'), join(folder, 'node_modules/.bin'), process.env['PATH']];
  let printed = '';
  const child = spawn(process.execPath, args, {
    cwd: join(folder, 'apps', app),
    env: {
      ...process.env,
      PATH: bin.join(':'),
      PORT: `${port}`,
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      CI: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (text: string): void => {
    printed = (printed + text).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, port, emulator: `http://127.0.0.1:${own}`, output: () => printed, ended };
}

/** Waits until somebody listens there. Rejects if the process ends before. */
async function answers(url: string, { child, output }: Running): Promise<void> {
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
export async function startApp(app: string, run: (port: number) => string): Promise<RunningApp> {
  const running = await start(app, run);
  const url = `http://localhost:${running.port}`;
  const stop = async (): Promise<void> => {
    running.child.kill('SIGTERM');
    await running.ended;
  };
  try {
    await answers(url, running);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, emulator: running.emulator, output: running.output, stop };
}

/** Runs a command to its end. Resolves with what it printed if it failed, else with undefined. */
export async function runBelow(app: string, run: string): Promise<string | undefined> {
  const { ended, output } = await start(app, () => run);
  return (await ended) === 0 ? undefined : output();
}
