/** Servers in processes of their own, for the benches of the emulator. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Started {
  readonly url: string;
  readonly process: ChildProcess;
}

/** The command as it is built. Ends the bench where it is not. */
export function builtCli(): string {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  if (existsSync(cli)) return cli;
  console.error('dist/cli.js is missing: run npm run build first.');
  process.exit(1);
}

/** Resolves when the server says where it listens. */
export async function start(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined && /listening|"url"/.test(said)) resolve(found);
    });
    child.once('close', () => reject(new Error(`${args.join(' ')} ended: ${said}`)));
  });
  return { url, process: child };
}

export const megabytes = ({ process: child }: Started): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
