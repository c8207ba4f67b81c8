/** The command that runs beside the emulator: its exit code, its environment, its end. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runChild } from '../../src/cli/child.ts';

/** Each script ends by itself, so that a failing test leaves nothing behind for long. */
const node = (script: string) => [process.execPath, '-e', script] as const;

test('ends with the exit code of the command, which has the environment that it was given', async () => {
  const script = 'process.exit(process.env.A === "1" && process.env.PATH === undefined ? 7 : 1)';
  expect(await runChild(node(script), { A: '1' }).ended).toBe(7);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('ends with 128 and the number of %s when that is passed on', async (signal, code) => {
  const child = runChild(node('setTimeout(() => {}, 60_000)'), process.env);
  await child.end(signal);
  expect(await child.ended).toBe(code);
});

describe('a command that does not heed a signal', () => {
  /** Starts one, and waits until it listens. */
  async function deaf() {
    const folder = mkdtempSync(join(tmpdir(), 'child-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const script =
      'process.on("SIGTERM", () => {}); require("fs").writeFileSync(process.env.READY, ""); setTimeout(() => {}, 60_000)';
    const ready = join(folder, 'ready');
    const child = runChild(node(script), { ...process.env, READY: ready });
    await vi.waitUntil(() => existsSync(ready), { interval: 5, timeout: 30_000 });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    return child;
  }

  test('is killed by another one after a second, but not by those that come with the first', async () => {
    const child = await deaf();
    await child.end('SIGTERM');
    vi.advanceTimersByTime(1_000);
    await child.end('SIGTERM');
    vi.advanceTimersByTime(1);
    expect(vi.getTimerCount()).toBe(1);
    await child.end('SIGTERM');
    expect(await child.ended).toBe(137);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is killed after five seconds', async () => {
    const child = await deaf();
    await child.end('SIGTERM');
    vi.advanceTimersByTime(4_999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await child.ended).toBe(137);
  });
});

test('a command that does not exist is told in one sentence', async () => {
  await expect(runChild(['no-such-command-here'], process.env).ended).rejects.toThrow(
    new Error('"no-such-command-here" could not be run: there is no such command.'),
  );
});

test.each([
  ['npm test', '; leave out the quotes around it, or give it to a shell: sh -c "…"'],
  ['NODE_ENV=test', '; to set a variable for it, put env before it'],
])('%s, which is meant for a shell, is told with what to write instead', async (command, advice) => {
  await expect(runChild([command], process.env).ended).rejects.toThrow(
    new Error(`"${command}" could not be run: there is no such command${advice}.`),
  );
});

test('a command that may not be run is told in one sentence', async () => {
  await expect(runChild([import.meta.dirname], process.env).ended).rejects.toThrow(/could not be run: .*EACCES.*\.$/);
});
