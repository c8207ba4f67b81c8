/** The table of what ran, for the terminal, RESULTS.md and the site. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { folder } from './app.ts';
import { others } from './frameworks.ts';

export interface Outcome {
  /** The vendor's package, and the one that it is used with. */
  readonly name: string;
  readonly of: string;
  /** Folder under apps/. */
  readonly folder: string;
  readonly passed: readonly string[];
  readonly failed: string | undefined;
  /** What is known not to run, with the reason. */
  readonly not?: string;
}

/** The version of a package, as the application has it. */
function versionIn(app: string, name: string): string {
  for (const at of createRequire(join(folder, 'apps', app, 'package.json')).resolve.paths(name) ?? []) {
    const file = join(at, name, 'package.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).version;
  }
  throw new Error(`${app} has no ${name}`);
}

const rows = (...all: readonly (readonly string[])[]): string => all.map((row) => `| ${row.join(' | ')} |`).join('\n');

export const tableOf = (outcomes: readonly Outcome[]): string =>
  rows(
    ['Package', 'Version', 'With', 'Runs', 'Does not run'],
    ['---', '---', '---', '---', '---'],
    ...outcomes.map(({ name, of, folder: app, passed, failed, not = '–' }) => [
      `\`${name}\``,
      versionIn(app, name),
      `\`${of}\` ${versionIn(app, of)}`,
      passed.join(', '),
      failed === undefined ? not : `fails: ${failed}`,
    ]),
  );

/** The text of RESULTS.md. */
export const resultsOf = (outcomes: readonly Outcome[]): string =>
  `${[
    '# Frameworks on the emulator',
    'Written by `npm run test:frameworks`: unmodified packages in Chromium, with no network.',
    tableOf(outcomes),
    'Tried by hand:',
    rows(['Package', 'What was seen'], ['---', '---'], ...others.map(({ name, why }) => [`\`${name}\``, why])),
  ].join('\n\n')}\n`;
