/** The numbers that README and others say are those that the bench measured last. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, filesWithNumbers, PARTS, RESULTS, sections } from './bench/results.ts';

test('README and the records of decisions say the numbers of test/bench/RESULTS.md (npm run bench writes all three)', () => {
  const files = filesWithNumbers();
  expect([...files.keys()]).toContain('README.md');
  for (const [file, { is, shouldBe }] of files) expect(is, file).toBe(shouldBe);
});

test('RESULTS.md has every part of the bench, each with its machine, its versions and its date', () => {
  const parts = sections(readFileSync(at(RESULTS), 'utf8'));
  expect([...parts.keys()]).toEqual(Object.keys(PARTS));
  for (const [name, body] of parts)
    expect(body, name).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d · .+, \d+ cores, \d+ GB · .+ · Node \d+\.\d+\.\d+ · load before/m,
    );
});

const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'bench/run.ts'), ...args], { encoding: 'utf8' });

test('the bench says its parts and measures nothing when it is asked for help', () => {
  const { status, stdout, stderr } = bench('emulator-speed', '--help');
  expect([status, stderr]).toEqual([0, '']);
  for (const part of Object.keys(PARTS)) expect(stdout).toMatch(new RegExp(`^ {2}${part} `, 'm'));
});

test('the bench measures nothing when a part is not known', () => {
  const { status, stderr } = bench('sdk-size', 'sdk-sice');
  expect([status, stderr]).toEqual([1, expect.stringContaining('Not a part of the bench: sdk-sice\n')]);
});
