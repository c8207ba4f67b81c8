/** A large seed file is read in a thread, which starts the whole command. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/cli/options.ts';
import { readSeed } from '../../src/cli/seed.ts';

const PROGRAM = new URL('../../src/cli.ts', import.meta.url);

async function fileWith(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seed-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'seed.json');
  await writeFile(file, content);
  return file;
}

describe('a large seed file', () => {
  const users = Array.from({ length: 9_000 }, (_, index) => ({ email: `user-${index}@example.com` }));

  test('is read in a thread', async () => {
    expect(await readSeed(await fileWith(JSON.stringify({ users })), PROGRAM)).toEqual({ users });
  });

  test('is told with line and column by the thread when it cannot be used', async () => {
    const file = await fileWith(JSON.stringify({ users, more: 1 }).replace('"more"', '\n "more"'));
    const error = await readSeed(file, PROGRAM).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(/seed\.json:\d+:2: A seed has no "more"/);
  });
});
