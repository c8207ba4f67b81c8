/** Runs inside vitest: switches on one fault after the other and runs the tests that reach it, until one fails. Writes a line for each. */
import { appendFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test, vi } from 'vitest';
import type { Collected } from './collect.ts';
import { type Fault, root } from './faults.ts';

/** What is to be done. `work.json` in the folder says it. */
export interface Work {
  readonly files: readonly string[];
  readonly tests: readonly string[];
  readonly environment: string;
  /** How long the tests of one fault may take. */
  readonly seconds: number;
  readonly faults: readonly Fault[];
  /** The files with their faults, by their paths. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A line of `log` in the folder: the process, a note, a fault that is tried now, or what became of it. */
export type Line =
  | { readonly pid: number }
  | { readonly note: string }
  | { readonly tried: string }
  | { readonly fault: string; readonly noticed: boolean; readonly ran: number; readonly by?: string };

const folder = process.env['MUTATION_FOLDER'] ?? '';
const log = join(folder, 'log');
const say = (line: Line): void => appendFileSync(log, `${JSON.stringify(line)}\n`);

/** How often each fault was reached. */
type Reached = Readonly<Record<string, number>>;

/** What the code with faults reads and counts. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number;
  mutantCoverage?: { readonly static: Reached; readonly perTest: Readonly<Record<string, Reached>> };
}
const switches: Switches = Object.assign(globalThis, { __stryker__: {} }).__stryker__;

/** A test that passes without faults. */
interface Usual {
  readonly test: Collected;
  readonly milliseconds: number;
  readonly reached: Reached;
  /** It failed without a fault, too, after others had run. */
  isShaky: boolean;
}

test('every fault', async () => {
  const work: Work = JSON.parse(readFileSync(join(folder, 'work.json'), 'utf8'));
  const done = new Set(readLines().map((line) => ('fault' in line ? line.fault : undefined)));
  say({ pid: process.pid });
  // First, so that no test is the first one to import a file.
  for (const file of work.files) await import(/* @vite-ignore */ join(root, file));
  /** Faults in what runs at the import. */
  const atImport = { ...switches.mutantCoverage?.static };
  const { tests, atLoad } = await loadAll(work.tests);
  const usual = await runAll(tests);
  loadedFiles = new Set(usual.map(({ test }) => test.file));
  const faults = work.faults.filter(({ id }) => !done.has(id));

  const left: Fault[] = [];
  for (const fault of faults) {
    const reaching = usual.filter(({ reached }) => reached[fault.id]);
    const runsFirst = atImport[fault.id] !== undefined || atLoad.has(fault.id);
    const isNoticed = await attempt(fault, reaching, work.seconds, async () => usualFind, !runsFirst);
    if (!runsFirst) continue;
    // A test may have loaded modules anew, and these would keep the fault.
    vi.resetModules();
    if (!isNoticed) left.push(fault);
  }

  // Last, because these load all modules anew.
  // A test reaches nothing of a table that it was made from, or that was read at the import: all tests may notice these.
  for (const fault of left) await attempt(fault, usual, work.seconds, loadAnew, true);
});

/** Tests in modules that are loaded anew: those of these files at once, others when they are looked for. */
async function loadAnew(atOnce: Iterable<string> = []): Promise<Find> {
  vi.resetModules();
  const { load } = await import('./collect.ts');
  const files = new Map<string, Promise<readonly Collected[]>>();
  const find: (file: string) => Promise<readonly Collected[]> = (file) => {
    const loaded = files.get(file) ?? load(file);
    files.set(file, loaded);
    return loaded;
  };
  for (const file of atOnce) await find(file);
  return async ({ test: { file, key } }) => (await find(file)).find((one) => one.key === key);
}

const readLines = (): readonly Line[] => {
  const lines: Line[] = JSON.parse(`[${readFileSync(log, 'utf8').trim().split('\n').join(',')}]`);
  return lines;
};

/** All tests, and the faults that are reached while they are loaded: by what stands outside their tests. */
async function loadAll(
  files: readonly string[],
): Promise<{ readonly tests: readonly Collected[]; readonly atLoad: ReadonlySet<string> }> {
  const { load } = await import('./collect.ts');
  const tests: Collected[] = [];
  const atLoad = new Set<string>();
  for (const file of files) {
    const before = { ...switches.mutantCoverage?.static };
    try {
      tests.push(...(await load(file)));
    } catch (error) {
      say({ note: `not loaded: ${file}: ${error}` });
    }
    for (const [id, count] of Object.entries(switches.mutantCoverage?.static ?? {})) {
      if (count !== before[id]) atLoad.add(id);
    }
  }
  return { tests, atLoad };
}

/** Runs each test without faults. What fails here or takes long is left out. */
async function runAll(tests: readonly Collected[]): Promise<readonly Usual[]> {
  const usual: Usual[] = [];
  for (const [index, one] of tests.entries()) {
    const id = String(index);
    switches.currentTestId = id;
    const begin = performance.now();
    try {
      await one.run(20_000);
      const milliseconds = performance.now() - begin;
      usual.push({
        test: one,
        milliseconds,
        reached: switches.mutantCoverage?.perTest[id] ?? {},
        isShaky: false,
      });
    } catch (error) {
      say({ note: `not used: ${one.file}, ${one.name}: ${String(error).split('\n')[0]}` });
    }
  }
  switches.currentTestId = undefined;
  const seconds = usual.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  say({ note: `${usual.length} tests take ${seconds.toFixed(1)} s` });
  return usual;
}

/** How many faults of a file were noticed by a test file. */
const noticed = new Map<string, number>();

/** Finds a test again, in modules that were loaded anew or not. */
type Find = (one: Usual) => Promise<Collected | undefined>;

/** The modules that were loaded first, or since a fault left something in those. */
let usualFind: Find = async ({ test }) => test;
let loadedFiles: ReadonlySet<string> = new Set();

/** Runs these tests with the fault, the most promising first. Says what came of it: that no test noticed it only if `isLast`. */
async function attempt(
  { id, file }: Fault,
  tests: readonly Usual[],
  seconds: number,
  find: () => Promise<Find>,
  isLast: boolean,
): Promise<boolean> {
  say({ tried: id });
  // The tests of the file of the same name first, then the quick ones and those of files that noticed the most here, but some of each
  // file: those of one file are alike.
  const name = basename(file, '.ts');
  // The root, because a test that takes longer sees more.
  const cost = ({ test, milliseconds }: Usual): number =>
    Math.sqrt(milliseconds) /
    (1 + (noticed.get(`${file} ${test.file}`) ?? 0)) /
    (basename(test.file).startsWith(name) ? 100 : 1);
  const inFile = new Map<string, number>();
  const ranked = tests
    .toSorted((a, b) => cost(a) - cost(b))
    .map((one) => {
      const rank = (inFile.get(one.test.file) ?? 0) + 1;
      inFile.set(one.test.file, rank);
      return { one, cost: cost(one) * rank };
    })
    .toSorted((a, b) => a.cost - b.cost);
  let left = seconds * 1000;
  let ran = 0;
  let by: string | undefined;
  /** What it fails with, or undefined if it passes. */
  const run = async (one: Usual, find: Find): Promise<string | undefined> => {
    try {
      await (await find(one))?.run(8 * one.milliseconds + 2500);
      return undefined;
    } catch (error) {
      return String(error).split('\n')[0] ?? '';
    }
  };
  const switchOn = (fault: string | undefined): Promise<Find> => {
    switches.activeMutant = fault;
    return find();
  };
  let found = await switchOn(id);
  for (const { one } of ranked) {
    if (one.isShaky || (ran > 0 && one.milliseconds > left)) continue;
    ran++;
    switches.hitCount = 0;
    switches.hitLimit = (one.reached[id] ?? 10_000) * 100 + 1000;
    const begin = performance.now();
    const failure = await run(one, found);
    left -= performance.now() - begin;
    if (failure === undefined) continue;
    let failureAlone = await run(one, await switchOn(undefined));
    if (failureAlone !== undefined) {
      // The fault may have left something in the modules: then all tests go on with modules that are loaded anew.
      usualFind = await loadAnew(loadedFiles);
      failureAlone = await run(one, usualFind);
    }
    if (failureAlone === undefined) {
      const pair = `${file} ${one.test.file}`;
      noticed.set(pair, (noticed.get(pair) ?? 0) + 1);
      by = `${one.test.file}, ${one.test.name}: ${failure}`;
      break;
    }
    one.isShaky = true;
    say({ note: `not used any more, fails without faults: ${one.test.file}, ${one.test.name}: ${failureAlone}` });
    found = await switchOn(id);
  }
  switches.activeMutant = undefined;
  switches.hitCount = undefined;
  const isNoticed = by !== undefined;
  if (isNoticed || isLast) say({ fault: id, noticed: isNoticed, ran, ...(by !== undefined && { by }) });
  return isNoticed;
}
