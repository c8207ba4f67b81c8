/** What an environment of the table is, and what several kinds of them need. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const folder = import.meta.dirname;
export const root = join(folder, '../..');

/** The package as npm packed it, unpacked. */
export const unpacked = join(folder, 'made/package');

export interface Environment {
  readonly name: string;
  /** What ran there when nothing is thrown. */
  readonly does: string;
  /** Throws if the package does not work there; may resolve to a remark for the table. */
  use(): Promise<string | undefined>;
}

/** The version of a package that is installed here, under whichever name. */
export const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version.replace(/^v/, '');

/** Where a file of an installed package is. */
export const at = (path: string): string => join(folder, 'node_modules', path);

/** The program of a version of Node, if it is installed: its packages are there for one kind of machine each. */
export function nodeOf(version: string): string | undefined {
  const name = `node-${version}-${process.platform}-${process.arch}`;
  return existsSync(at(name)) ? at(`${name}/bin/node`) : undefined;
}

/**
 * Makes a project: the package in its node_modules, beside it the packages by the names under which they are imported there,
 * and files. Gives its folder.
 */
export function project(
  name: string,
  packages: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
) {
  const made = join(folder, 'made', name);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(join(made, 'node_modules'), { recursive: true });
  cpSync(unpacked, join(made, 'node_modules/user-password-api'), { recursive: true });
  for (const [wanted, installed] of Object.entries(packages)) {
    const link = join(made, 'node_modules', wanted);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(at(installed), link);
  }
  writeFileSync(join(made, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  // Without it, Bun, esbuild and Playwright would follow the paths of this repository's, and test the sources.
  writeFileSync(join(made, 'tsconfig.json'), '{}');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(made, file), text);
  return made;
}

/** The text of one of programs/. */
export const program = (name: string): string => readFileSync(join(folder, 'programs', name), 'utf8');

/** Runs a program and gives what it printed. Rejects with that if it fails, or takes more than five minutes. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0', NO_COLOR: '1', DO_NOT_TRACK: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`exit ${status}:\n${output}`))));
  });
}

/**
 * Imports a module of an installed package. The compiler cannot see it, as it is only there after the installation: `Module` says
 * what of it is used here.
 */
export async function load<Module>(path: string): Promise<Module> {
  const module: Module = await import(pathToFileURL(at(path)).href);
  return module;
}

export function check(holds: boolean, claim: string): asserts holds {
  if (!holds) throw new Error(`not so: ${claim}`);
}
