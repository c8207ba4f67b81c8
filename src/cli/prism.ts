/** Prism, which is the contract mock: answering from the contract's examples, or in front of a server as a validating proxy. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Prism {
  /** Where it listens, for example `http://127.0.0.1:4011`. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves when it has ended, however that came about, with its error, or the last line that it printed. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface PrismOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Stand in front of this server and compare what passes with the contract, instead of answering. */
  readonly upstream?: string;
  /** The contract, as a file. */
  readonly document: string;
}

/** Prism is not there to be started. */
export class PrismMissingError extends Error {
  override readonly name = 'PrismMissingError';
}

/** Ends Prism with the process that started it, however that one ends. */
const END_WITH_PARENT =
  "data:text/javascript,process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();";

/** Prism's command: what is installed beside this package, or else in the project that the caller is in. */
function findPrism(): string {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve('@stoplight/prism-cli/dist/index.js');
    } catch {}
  }
  throw new PrismMissingError(
    'The contract mock needs Prism, which is not installed here: npm install --save-dev @stoplight/prism-cli',
  );
}

/** Starts Prism and waits until it listens. Rejects with Prism's own error if it cannot, for example for a taken port. */
export async function startPrism({ port, upstream, document }: PrismOptions): Promise<Prism> {
  const mode = upstream === undefined ? ['mock', document] : ['proxy', document, upstream];
  const own = ['--host', '127.0.0.1', '--port', String(port), '--multiprocess', 'false'];
  const args = ['--import', END_WITH_PARENT, findPrism(), ...mode, ...own];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let said = '';
  const ended = new Promise<string>((resolve) => {
    // Below an error that it did not expect stands where it happened.
    child.once('close', () => resolve(/^\w*Error: .+/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1) ?? ''));
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      // Only the last lines matter: it prints several per request.
      said = (said + chunk.toString()).slice(-10_000);
      const found = /listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    ended.then((last) => reject(new Error(last === '' ? 'Prism ended without a word.' : last)));
  });
  return { url, process: child, ended, stop };
}
