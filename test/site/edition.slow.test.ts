/** The day that the site says it is of. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = new URL('../../src/site/edition.ts', import.meta.url).href;

/** The day, as a process of its own with these variables says it. */
function dayWith(env: Readonly<Record<string, string>>): string {
  const script = `import('${module}').then(({ EDITION }) => console.log(EDITION.day));`;
  return spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  }).stdout.trim();
}

test('is that of the last commit, the one that a reproducible build asks for, or today where git is missing', () => {
  const cwd = fileURLToPath(new URL('.', module));
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd, encoding: 'utf8' });
  const lastCommit = new Date(Number(stdout) * 1000).toISOString().slice(0, 10);
  expect(dayWith({})).toBe(lastCommit);
  expect(dayWith({ SOURCE_DATE_EPOCH: '86400' })).toBe('1970-01-02');
  const before = new Date().toISOString().slice(0, 10);
  const today = dayWith({ PATH: '/nowhere' });
  expect([before, new Date().toISOString().slice(0, 10)]).toContain(today);
});
