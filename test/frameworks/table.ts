/** The table of what ran, for the terminal, RESULTS.md and the site. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { folder } from './app.ts';
import { byHand, frameworks, others, suites } from './frameworks.ts';

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

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Both packages with their versions. */
const packagesOf = ({ name, of, folder: app }: Pick<Outcome, 'name' | 'of' | 'folder'>): string =>
  `\`${name}\` ${versionIn(app, name)} with \`${of}\` ${versionIn(app, of)}`;

const rowOf = (outcome: Outcome): string =>
  row(
    packagesOf(outcome),
    outcome.passed.join(', '),
    outcome.failed === undefined ? (outcome.not ?? '–') : `fails: ${outcome.failed}`,
  );

const HEAD = [row('Package', 'Runs', 'Does not run'), row('---', '---', '---')];

export const tableOf = (outcomes: readonly Outcome[]): string => [...HEAD, ...outcomes.map(rowOf)].join('\n');

/** The text of RESULTS.md. What did not run this time keeps its row of `before`, if that is of the same version. */
export function resultsOf(outcomes: readonly Outcome[], before: string): string {
  const rows = [...frameworks, ...suites].flatMap((one) => {
    const outcome = outcomes.find(({ name, folder: app }) => name === one.name && app === one.folder);
    if (outcome !== undefined) return [rowOf(outcome)];
    return before.split('\n').filter((line) => line.startsWith(`| ${packagesOf(one)} |`));
  });
  return `${[
    '# Frameworks on the emulator',
    'Written by `npm run test:frameworks`: unmodified packages in Chromium, with no network.',
    [...HEAD, ...rows].join('\n'),
    'Tried by hand:',
    [row('What', 'Result'), row('---', '---'), ...others.map(({ name, why }) => row(`\`${name}\``, why))].join('\n'),
    'Guide pages, pasted into a new project by hand once:',
    [
      row('Page', 'New project', 'Minutes'),
      row('---', '---', '---'),
      ...byHand.map(({ page, project, minutes }) => row(page, project, minutes)),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
