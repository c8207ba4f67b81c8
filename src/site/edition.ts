/** Which edition of the project the site tells about: its version, the date of its last change, and where its sources are. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const manifest: { readonly version: string; readonly repository: { readonly url: string } } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** The day of the last commit, so that the same sources always give the same pages; today where there is no history. */
function lastChange(): Date {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) return new Date(Number(given) * 1000);
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: import.meta.dirname, encoding: 'utf8' });
  return /^\d+\s*$/.test(stdout) ? new Date(Number(stdout) * 1000) : new Date();
}

const date = lastChange();

export const EDITION = {
  version: manifest.version,
  /** Such as `2026-11-25`. */
  day: date.toISOString().slice(0, 10),
  /** Such as `25 November 2026`. */
  date: date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

const repository = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** Where a file of the repository can be read. */
export const sourceUrl = (path: string): string => `${repository}/blob/main/${path}`;
