import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = 'test/codegen/fixtures';

test.each([
  [
    '0 when nothing breaks',
    [`${fixtures}/drift-only-adds.yaml`, '--ours', `${fixtures}/drift-ours.yaml`],
    0,
    /0 breaking findings, 14 harmless\.\n/,
    /^$/,
  ],
  [
    '1 when something breaks',
    [`${fixtures}/drift-breaks-in-ten-ways.yaml`, '--ours', `${fixtures}/drift-ours.yaml`],
    1,
    /would refuse a real response/,
    /^$/,
  ],
  ['2 and one sentence when there is no such file', ['nothing.yaml'], 2, /^$/, /^nothing\.yaml does not exist\.\n$/],
])('npm run drift exits with %s', (_, args, status, stdout, stderr) => {
  const run = spawnSync(process.execPath, ['src/codegen/drift.ts', ...args], { cwd: project, encoding: 'utf8' });
  expect(run).toMatchObject({ status, stdout: expect.stringMatching(stdout), stderr: expect.stringMatching(stderr) });
});
