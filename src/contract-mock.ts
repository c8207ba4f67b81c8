/**
 * The contract mock: Prism answering from the examples of the contract. Stateless: it says what an answer looks like, not what
 * your requests did. `npm run mock` starts it; tests start it on a free port, or as a proxy in front of a real server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Prism {
  /** Where it listens, for example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export interface PrismOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Stand in front of this server and compare what passes with the contract, instead of answering. */
  readonly upstream?: string;
  /** The contract, as a file. Default: generated/openapi.json. */
  readonly document?: string;
}

/** Starts Prism and waits until it listens. Rejects with Prism's own last line if it cannot, for example for a taken port. */
export async function startPrism({ port, upstream, document }: PrismOptions): Promise<Prism> {
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const contract = document ?? fileURLToPath(new URL('../generated/openapi.json', import.meta.url));
  const mode = upstream === undefined ? ['mock', contract] : ['proxy', contract, upstream];
  const child = spawn(process.execPath, [cli, ...mode, '--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => reject(new Error(said.trim().split('\n').at(-1) ?? 'Prism ended')));
  });
  return { url, process: child, stop };
}

const HELP = `Starts the contract mock (Prism): it answers every operation from the examples of the contract.

Usage: npm run mock -- [--port PORT]

  --port PORT   where to listen on 127.0.0.1; 0 takes any free port (default: 4010)
  --help        this text

Choose an answer with a header:  Prefer: code=422, example=form_password_incorrect
`;

/** What to try first, with the address in it. */
function welcome(url: string): string {
  const sample = (name: string): string =>
    readFileSync(new URL(`../openapi/code-samples/${name}`, import.meta.url), 'utf8')
      .replaceAll('http://127.0.0.1:4010', url)
      .replaceAll("'user-password-api/client'", "'./generated/client.ts'")
      .trim();
  return `The contract mock listens on ${url}

Change the password:
${sample('change-password.sh')}

Remove the password:
${sample('remove-password.sh')}

From code (save as try.ts in this folder, then: npx node try.ts):
${sample('change-password.client.ts')}

Another answer, by header:  Prefer: code=422, example=form_password_incorrect
Stop with Ctrl+C.
`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new Error(`--port has to be a number from 0 to 65535, not "${values.port}".`);
  }
  const prism = await startPrism({ port: Number(values.port) }).catch((error: Error) => {
    const taken = error.message.includes('EADDRINUSE');
    throw taken ? new Error(`Port ${values.port} is taken. Choose another: npm run mock -- --port 0`) : error;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void prism.stop());
  console.log(welcome(prism.url));
}

if (import.meta.main) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
