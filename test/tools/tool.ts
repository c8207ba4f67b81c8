/** What a tool of the table is, and what several kinds of it need. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const folder = import.meta.dirname;
export const root = join(folder, '../..');

/** The two published documents: a tool has to work on both. */
export const documents = {
  '3.1': join(root, 'generated/openapi.json'),
  '3.0': join(root, 'generated/openapi-3.0.json'),
} as const;
export type Version = keyof typeof documents;

export interface Tool {
  /** Its package on npm. */
  readonly name: string;
  /** What it did when nothing is thrown, for the table. */
  readonly does: string;
  /** Throws if the tool does not do its work on the document. */
  use(version: Version): Promise<void>;
}

/** The version of an installed package. */
export const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Runs a program of a package and gives what it printed. Rejects with that where the program fails. */
export function run(bin: string, args: readonly string[]): Promise<string> {
  const file = join(folder, 'node_modules/.bin', bin);
  // Nothing that runs here may phone home.
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', DO_NOT_TRACK: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`${bin} failed:\n${output}`))));
  });
}

/** The address of a module to import when it is only there after the installation. */
export const urlOf = (path: string): string => pathToFileURL(path).href;

export function check(holds: boolean, claim: string): asserts holds {
  if (!holds) throw new Error(`not so: ${claim}`);
}
