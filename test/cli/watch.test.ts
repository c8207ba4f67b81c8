import { pbkdf2 } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { watchFile } from '../../src/cli/watch.ts';

let file: string;
let told: number;
/** Says that the time of the test is over, so that none waits on. */
let over: AbortSignal;
beforeEach(({ signal }) => {
  over = signal;
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
  while (!over.aborted && vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
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

/** Waits until the system has told of a change that was made, and lets the watcher settle. */
async function settled(): Promise<void> {
  while (!over.aborted && vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(5_000);
}

describe('a watched path', () => {
  test('is told of when it is a link and the file that it leads to changes', async () => {
    const target = mkdtempSync(join(tmpdir(), 'watch-target-'));
    onTestFinished(() => rmSync(target, { recursive: true }));
    writeFileSync(join(target, 'real.yaml'), 'users: []\n');
    symlinkSync(join(target, 'real.yaml'), `${file}.link`);
    let linkTold = 0;
    onTestFinished(watchFile(`${file}.link`, async () => void linkTold++));
    vi.clearAllTimers();
    writeFileSync(join(target, 'real.yaml'), 'users: [{ email: ada@example.com }]\n');
    await settled();
    expect(linkTold).toBe(1);
  });

  test('is told of when the file that a link leads to changes at once, before the system was asked about it', async () => {
    // In folders that nothing watches yet.
    const [folder, target] = [mkdtempSync(join(tmpdir(), 'watch-')), mkdtempSync(join(tmpdir(), 'watch-target-'))];
    onTestFinished(() => {
      for (const made of [folder, target]) rmSync(made, { recursive: true });
    });
    const real = join(target, 'real.yaml');
    writeFileSync(real, 'users: []\n');
    symlinkSync(real, join(folder, 'seed.yaml'));
    // Nothing asynchronous is answered by the disk before these are done.
    for (const _ of Array(4)) pbkdf2('', '', 100_000, 32, 'sha512', () => undefined);
    let linkTold = 0;
    onTestFinished(watchFile(join(folder, 'seed.yaml'), async () => void linkTold++));
    writeFileSync(real, 'users: [{ email: ada@example.com }]\n');
    await settled();
    expect(linkTold).toBe(1);
  });

  test('is told of when its folder is replaced, and afterwards', async () => {
    const folder = join(file, '../inner');
    const inner = join(folder, 'seed.yaml');
    mkdirSync(folder);
    writeFileSync(inner, 'users: []\n');
    let innerTold = 0;
    onTestFinished(watchFile(inner, async () => void innerTold++));
    mkdirSync(`${folder}.new`);
    writeFileSync(join(`${folder}.new`, 'seed.yaml'), 'users: [{ email: ada@example.com }]\n');
    vi.clearAllTimers();
    rmSync(folder, { recursive: true });
    renameSync(`${folder}.new`, folder);
    while (!over.aborted && innerTold === 0) await settled();
    vi.clearAllTimers();
    writeFileSync(inner, 'users: [{ email: grace@example.com }]\n');
    while (!over.aborted && innerTold === 1) await settled();
    expect(innerTold).toBe(2);
  });
});
