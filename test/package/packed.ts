/** The package as a user gets it: built, packed, and unpacked into the node_modules of a throwaway project. */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program of Node and gives what it printed. */
export function run(args: readonly string[], cwd: string, node = process.execPath): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

export const bin = (name: string): string => join(root, 'node_modules', name);

async function succeed(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { status, output } = await run(args, cwd, command);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${output}`);
  return output;
}

/** Builds and packs, once a test file. `folder` is a project that has the package installed; remove it afterwards. */
export async function packAndInstall(): Promise<{ folder: string; installed: string; tarball: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  await succeed('npm', ['run', 'build'], root);
  await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const installed = join(folder, 'node_modules/user-password-api');
  await mkdir(installed, { recursive: true });
  await succeed('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components', '1'], folder);
  await writeFile(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  await cp(join(root, 'test/package/fixtures'), folder, { recursive: true });
  // The optional peer whose types the package's own refer to, and what that one needs.
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await cp(bin(name), join(folder, 'node_modules', name), { recursive: true });
  }
  return { folder, installed, tarball: join(folder, tarball) };
}
