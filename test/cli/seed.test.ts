/** Reading the seed file of the command: what is wrong with it is said in one sentence. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/cli/options.ts';
import { isLarge, readForParent, readSeed } from '../../src/cli/seed.ts';

const PROGRAM = new URL('../../src/cli.ts', import.meta.url);

/** A file with this content, in a folder of its own. */
async function fileWith(content: string | Uint8Array, name = 'seed.yaml'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seed-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

test('a seed file is read', async () => {
  const file = await fileWith('users: [{ email: ada@example.com }]\n');
  expect(await readSeed(file, PROGRAM)).toMatchObject({ users: [{ email: 'ada@example.com' }] });
});

test('a seed file that is not there is a mistake of the caller, said in one sentence', async () => {
  const file = join(await fileWith(''), '..', 'none.yaml');
  await expect(readSeed(file, PROGRAM)).rejects.toThrow(new UsageError(`There is no seed file ${file}.`));
});

test('a folder in the place of a seed file is one, too', async () => {
  const folder = join(await fileWith(''), '..');
  const error = await readSeed(folder, PROGRAM).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toMatch(/The seed file cannot be read: .*EISDIR.*\.$/);
});

test('a seed file in Latin-1 is told by its line', async () => {
  const file = await fileWith(Buffer.from('users:\n  - email: ada@example.com\n    firstName: Zoë\n', 'latin1'));
  await expect(readSeed(file, PROGRAM)).rejects.toThrow(
    new UsageError(`${file}:3: The seed file is not UTF-8, perhaps Latin-1: save it as UTF-8.`),
  );
});

test.each([
  [250_000, false],
  [250_001, true],
])('a seed file of %i bytes is read aside: %s', async (bytes, large) => {
  expect(await isLarge(await fileWith(new Uint8Array(bytes)))).toBe(large);
  expect(await isLarge('/none/of/that/name')).toBe(false);
});

describe('a large seed file', () => {
  const users = Array.from({ length: 9_000 }, (_, index) => ({ email: `user-${index}@example.com` }));

  test('is given to the parent as it is, and what is wrong with it as a sentence', async () => {
    const said: unknown[] = [];
    const parent = { postMessage: (one: unknown) => void said.push(one) };
    await readForParent(await fileWith('users: [{ email: ada@example.com }]'), parent);
    await readForParent('/none/of/that/name', parent);
    expect(said).toEqual([
      { seed: { users: [{ email: 'ada@example.com' }] } },
      { problem: 'There is no seed file /none/of/that/name.' },
    ]);
  });

  test('cannot be read when the thread says nothing of it', async () => {
    const says = (said: string) =>
      new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.postMessage(${said})`);
    const file = await fileWith(JSON.stringify({ users }));
    for (const said of ['undefined', '{}']) {
      await expect(readSeed(file, says(said))).rejects.toThrow(new UsageError('The seed file cannot be read.'));
    }
    expect(await readSeed(file, says('{seed:{users:[]}}'))).toEqual({ users: [] });
  });
});
