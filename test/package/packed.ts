/** The packed package as a user gets it: installed by npm in a throwaway project. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program of Node and gives what it printed. */
export function run(
  args: readonly string[],
  cwd: string,
  node = process.execPath,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, NODE_OPTIONS: process.env['LOOPBACK'] ?? '', FORCE_COLOR: '0', NO_COLOR: '1', ...env },
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

/** The Node that runs this and, where there is another one on the machine, that one too. */
export const nodes = [
  process.execPath,
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .slice(0, 1),
];

export async function succeed(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { status, output } = await run(args, cwd, command, env);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${output}`);
  return output;
}

export interface Project {
  readonly folder: string;
  /** Where the package is in it. */
  readonly installed: string;
  /** What npm said. */
  readonly output: string;
}

/** A new project that has the package installed, and nothing else; remove `folder` afterwards. npm reaches no registry and has no cache. */
export async function install(tarball: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  await writeFile(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  const cache = await mkdtemp(join(tmpdir(), 'npm-cache-'));
  try {
    const output = await succeed('npm', ['install', '--offline', '--cache', cache, tarball], folder, {
      npm_config_registry: 'http://127.0.0.1:9/',
    });
    return { folder, installed: join(folder, 'node_modules/user-password-api'), output };
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

/** The same, with the fixtures beside it and the optional peer whose types the package's own refer to. */
export async function installWithFixtures(tarball: string): Promise<Project> {
  const project = await install(tarball);
  await cp(join(root, 'test/package/fixtures'), project.folder, { recursive: true });
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await cp(bin(name), join(project.folder, 'node_modules', name), { recursive: true });
  }
  return project;
}
