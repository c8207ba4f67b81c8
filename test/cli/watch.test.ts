import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  told = 0;
  onTestFinished(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });
});

const ADA = 'users: [{ email: ada@example.com }]\n';
const EVE = 'users: [{ email: eve@example.com }]\n';
const BEA = 'users: [{ email: bea@example.com }]\n';

/** Writes the file, always at the same time, so that only the text or its length says whether it changed. */
function write(text: string, at = file): void {
  writeFileSync(at, text);
  utimesSync(at, 1_000, 1_000);
}

/** The watcher by itself: when the system says what of the folder is the test's to choose, and the clock stands still. */
describe('a watched file', () => {
  let hear: (name: string | null) => void;
  let fail: () => void;
  let isClosed: boolean;
  let stop: () => void;
  const begin = (onChange = async (): Promise<void> => void told++): void => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    write(ADA);
    isClosed = false;
    stop = watchFile(file, onChange, (folder, onEvent) => {
      expect(folder).toBe(dirname(file));
      hear = (name) => onEvent('change', name);
      return {
        on: (event, listener) => {
          if (event === 'error') fail = listener;
        },
        close: () => {
          isClosed = true;
        },
      };
    });
    onTestFinished(() => stop());
  };
  const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

  test.each<[string, () => void, number]>([
    ['the file', () => hear('seed.yaml'), 1],
    ['something', () => hear(null), 1],
    ['that it tells no more', () => fail(), 1],
    ['another file', () => hear('state.json'), 0],
    ['nothing', () => {}, 0],
  ])('is looked at 50 ms after the system has told of %s', async (_, tell, times) => {
    begin();
    write(EVE);
    tell();
    await pass(49);
    expect(told).toBe(0);
    await pass(1);
    expect(told).toBe(times);
    await pass(5_000);
    expect(told).toBe(times);
  });

  test.each<[string, () => void]>([
    ['time', () => writeFileSync(file, EVE)],
    ['length', () => write(`${EVE}settings: {}\n`)],
    [
      'place on the disk',
      () => {
        write(EVE, `${file}.new`);
        renameSync(`${file}.new`, file);
      },
    ],
  ])('is told of within a second when its %s says so and the system does not', async (_, change) => {
    begin();
    change();
    await pass(499);
    expect(told).toBe(0);
    await pass(501);
    expect(told).toBe(1);
    await pass(5_000);
    expect(told).toBe(1);
  });

  test('is told of when it is a link and the file that it leads to changes', async () => {
    begin();
    const real = mkdtempSync(join(dirname(file), 'target-'));
    write(ADA, join(real, 'real.yaml'));
    rmSync(file);
    symlinkSync(join(real, 'real.yaml'), file);
    await pass(5_000);
    expect(told).toBe(0);
    writeFileSync(join(real, 'real.yaml'), EVE);
    await pass(1_000);
    expect(told).toBe(1);
  });

  test('is told of once when it is empty for a while before its text comes, as many editors save', async () => {
    begin();
    write('');
    hear('seed.yaml');
    await pass(1_049);
    expect(told).toBe(0);
    write(EVE);
    hear('seed.yaml');
    await pass(5_000);
    expect(told).toBe(1);
  });

  test('is told of when it stays empty for a second', async () => {
    begin();
    write('');
    hear('seed.yaml');
    await pass(1_049);
    expect(told).toBe(0);
    await pass(1);
    expect(told).toBe(1);
    await pass(5_000);
    expect(told).toBe(1);
  });

  test('is told of once when it is written several times in one save', async () => {
    begin();
    for (const text of [EVE, BEA, EVE]) {
      write(text);
      hear('seed.yaml');
      await pass(30);
    }
    await pass(5_000);
    expect(told).toBe(1);
  });

  test('is not told of when it was written again as it was, or is gone', async () => {
    begin();
    write(ADA);
    hear('seed.yaml');
    await pass(5_000);
    rmSync(file);
    hear('seed.yaml');
    await pass(5_000);
    expect(told).toBe(0);
    write(EVE);
    await pass(5_000);
    expect(told).toBe(1);
  });

  test('is told of again only when what was told of before is done', async () => {
    const done: (() => void)[] = [];
    begin(() => new Promise((resolve) => done.push(resolve)));
    for (const text of [EVE, ADA]) {
      write(text);
      hear('seed.yaml');
      await pass(50);
    }
    expect(done).toHaveLength(1);
    done[0]?.();
    await pass(0);
    expect(done).toHaveLength(2);
  });

  test('is let go of when nobody watches it any more', async () => {
    begin();
    write(EVE);
    hear('seed.yaml');
    stop();
    expect(isClosed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a file that the system watches', () => {
  /** Waits until the system has told of a change that was made, and lets the watcher settle. */
  async function settled(times: number): Promise<void> {
    while (!over.aborted && told < times) {
      while (!over.aborted && vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(told).toBe(times);
  }
  /** Begins as the command does. No time passes for a save to settle but what the test lets pass. */
  const begin = (path: string): void => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(watchFile(path, async () => void told++));
  };

  test('is told of when it was written', async () => {
    write(ADA);
    begin(file);
    write(EVE);
    await settled(1);
  });

  test('is told of when its folder is replaced, and afterwards', async () => {
    const folder = join(dirname(file), 'inner');
    const inner = join(folder, 'seed.yaml');
    mkdirSync(folder);
    write(ADA, inner);
    mkdirSync(`${folder}.new`);
    write(EVE, join(`${folder}.new`, 'seed.yaml'));
    begin(inner);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}.new`, folder);
    await settled(1);
    writeFileSync(inner, ADA);
    await settled(2);
  });
});
