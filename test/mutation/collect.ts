/**
 * What test files get for `vitest` while faults are tried: their tests are kept instead of run, so that each can be run alone, again and
 * again, with the modules that are loaded. `expect` and `vi` are vitest's own.
 */
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { root } from './faults.ts';

export { expectTypeOf, inject } from 'vitest';
export { expect, vi };

/** What a test and its steps may take instead of the imports. The signal says that its time is over. */
interface Context {
  readonly expect: typeof expect;
  readonly onTestFinished: (step: Step) => void;
  readonly signal: AbortSignal;
}

type Step = (context: Context) => unknown;

interface Suite {
  readonly parent: Suite | undefined;
  readonly beforeAll: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly afterAll: Step[];
}

/** One test of a file. It is the same one after the file was loaded anew if its key is the same. */
export interface Collected {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** Rejects if the test fails, or takes longer than so many milliseconds. */
  run(limit: number): Promise<void>;
}

const suiteIn = (parent: Suite | undefined): Suite => ({
  parent,
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
  afterAll: [],
});

let suite = suiteIn(undefined);
let file = '';
let collected: Collected[] = [];
/** What the running test wants done at its end. */
let finish: Step[] = [];

export const beforeAll = (step: Step) => void suite.beforeAll.push(step);
export const beforeEach = (step: Step) => void suite.beforeEach.push(step);
export const afterEach = (step: Step) => void suite.afterEach.push(step);
export const afterAll = (step: Step) => void suite.afterAll.push(step);
export const onTestFinished = (step: Step) => void finish.push(step);

type Body = (...row: unknown[]) => unknown;
/** A body, with a limit before or after it that is not ours. */
type Given = readonly [unknown, unknown?];
const bodyIn = (given: Given): Body => given.find((one): one is Body => typeof one === 'function') ?? (() => undefined);

function addTest(name: string, ...given: Given): void {
  const own = suite;
  const body = bodyIn(given);
  const key = `${file} ${collected.length}`;
  collected.push({
    key,
    name,
    file,
    run: (limit) => within(limit, (signal) => runIn(own, body, { expect, onTestFinished, signal })),
  });
}

function addSuite(_name: string, ...given: Given): void {
  const outer = suite;
  suite = suiteIn(outer);
  try {
    bodyIn(given)();
  } finally {
    suite = outer;
  }
}

type Add = (name: string, ...given: Given) => void;

/** `test` and `describe` with what hangs on them. Rows are told apart by their number. */
function withVariants(add: Add) {
  const rowsOf =
    (spread: boolean) =>
    (rows: Iterable<unknown>) =>
    (name: string, ...given: Given) => {
      const body = bodyIn(given);
      for (const [index, row] of [...rows].entries()) {
        add(`${name} #${index}`, (context: unknown) =>
          spread && Array.isArray(row) ? body(...row) : body(row, context),
        );
      }
    };
  const skip: Add = () => undefined;
  const variants = {
    each: rowsOf(true),
    for: rowsOf(false),
    skip,
    skipIf: (is: boolean) => (is ? skip : add),
    runIf: (is: boolean) => (is ? add : skip),
  };
  return Object.assign((name: string, ...given: Given) => add(name, ...given), variants, { concurrent: variants });
}

export const test = withVariants(addTest);
export const it = test;
export const describe = withVariants(addSuite);

/** The tests of a file, which is imported for that. */
export async function load(path: string): Promise<readonly Collected[]> {
  suite = suiteIn(undefined);
  file = path;
  collected = [];
  await import(/* @vite-ignore */ join(root, path));
  return collected;
}

/** The steps of a suite after those of the suites that it is in. */
const steps = (from: Suite | undefined, when: Exclude<keyof Suite, 'parent'>): readonly Step[] =>
  from === undefined ? [] : [...steps(from.parent, when), ...from[when]];

async function runIn(from: Suite, body: Step, context: Context): Promise<void> {
  const ends: Step[] = [];
  finish = ends;
  try {
    for (const step of [...steps(from, 'beforeAll'), ...steps(from, 'beforeEach')]) await step(context);
    await body(context);
  } finally {
    for (const step of [...steps(from, 'afterEach').toReversed(), ...ends.toReversed()]) await step(context);
    for (const step of steps(from, 'afterAll').toReversed()) await step(context);
  }
}

// Tests put other timers in their place.
const { setTimeout, clearTimeout } = globalThis;

async function within(limit: number, body: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit} ms`)), limit);
  });
  try {
    await Promise.race([body(end.signal), late]);
  } finally {
    end.abort();
    clearTimeout(timer);
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
}
