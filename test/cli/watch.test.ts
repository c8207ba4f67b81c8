import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { watchFile } from '../../src/cli/watch.ts';

let file: string;
let told: number;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'));
  file = join(folder, 'seed.yaml');
  writeFileSync(file, 'users: []\n');
  told = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stop = watchFile(file, async () => void told++);
  onTestFinished(() => {
    stop();
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
});

/** Writes, and waits until the system has told of it; no time passes for the watcher meanwhile. */
async function write(text: string): Promise<void> {
  vi.clearAllTimers();
  writeFileSync(file, text);
  while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('a watched file', () => {
  test('is told of once when it was written', async () => {
    await write('users: [{ email: ada@example.com }]\n');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toBe(1);
  });

  test('is told of once when it is empty for a while before its text comes, as many editors save', async () => {
    await write('');
    await vi.advanceTimersByTimeAsync(900);
    expect(told).toBe(0);
    await write('users: [{ email: ada@example.com }]\n');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toBe(1);
  });

  test('is told of when it stays empty', async () => {
    await write('');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toBe(1);
  });

  test('is not told of when it was written again as it was', async () => {
    await write('users: []\n');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toBe(0);
  });
});
