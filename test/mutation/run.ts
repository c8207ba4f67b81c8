/** `npm run test:mutation -- AREA [FILE…]`: puts faults into the code, one after the other, and lists those that no fast test notices. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Line, Work } from './every-fault.ts';
import { type Fault, instrument, own, PACKAGE, root } from './faults.ts';

interface Area {
  readonly sources: readonly string[];
  /** What belongs to another area or is a program. */
  readonly without?: readonly string[];
  readonly tests: readonly string[];
  /** What the tests run in. */
  readonly environment?: 'happy-dom';
}

const areas: Readonly<Record<string, Area>> = {
  client: {
    sources: ['src/client/*.ts'],
    without: ['src/client/sign-in-form.ts'],
    tests: ['test/client/*.test.ts'],
  },
  'sign-in-form': {
    // Its faults are noticed in a document only, like those of mountSignIn in clerk.ts.
    sources: ['src/client/{clerk,sign-in-form}.ts'],
    tests: ['test/client/sign-in-form/happy-dom.test.ts'],
    environment: 'happy-dom',
  },
  emulator: {
    sources: ['src/emulator/**/*.ts'],
    // Tests that use these are run by vitest and Playwright themselves.
    without: ['src/emulator/hosts/{vitest,playwright}.ts'],
    tests: ['test/emulator/!(vitest|example).test.ts', 'test/contract/{examples,invalid-requests,security}.test.ts'],
  },
  cli: {
    sources: ['src/cli/*.ts'],
    // child.ts sends signals: with a fault, to processes of others. The rest runs as a process only.
    without: ['src/cli/{child,emulator,mock,page,prism,signals}.ts'],
    tests: ['test/cli/*.test.ts'],
  },
  codegen: {
    sources: ['src/codegen/**/*.ts', 'generated/runtime/*.ts'],
    without: ['src/codegen/{generate,drift}.ts', 'src/codegen/runtime/*.ts'],
    // The runtime is what the SDK's requests are made by.
    tests: ['test/{client,codegen}/*.test.ts', 'test/contract/{client,openapi-fetch}.test.ts'],
  },
};

const help = `npm run test:mutation -- AREA [FILE…]

Puts faults into the code, one after the other, and runs the fast tests that reach each one until one of them fails. Prints every fault
that no test noticed, and the score of each file. Takes minutes for a few files and an hour for an area; Ctrl+C ends it with what is known.
Slow tests and browsers are left out, so the score is a lower bound. The tests run in a copy of the repository, which is removed at the
end: no fault leaves anything here, and you may go on editing.

  AREA         ${Object.keys(areas).join(', ')}
  FILE         a file of that area, or a part of it: FILE:LINE, FILE:FROM-TO. Without it, all files.
  --seconds N  how long the tests of one fault may take: 5
  --noticed    print the faults that were noticed, too, and by which test

The runtime of the generated clients is named by its copy in generated/runtime/.`;

function fail(sentence: string): never {
  console.error(`${sentence}\n\n${help}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        seconds: { type: 'string', default: '5' },
        noticed: { type: 'boolean' },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = readArguments();
if (values.help) {
  console.log(help);
  process.exit();
}
const [name = '', ...parts] = positionals;
const area = areas[name] ?? fail(name ? `There is no area ${name}.` : 'Name an area.');
const seconds = Number(values.seconds);
if (!(seconds > 0)) fail(`--seconds is a number above 0, not ${values.seconds}.`);

const find = (patterns: readonly string[], without: readonly string[] = []): readonly string[] =>
  globSync(patterns, { cwd: root, exclude: without }).sort();
const sources = find(area.sources, area.without);
const chosen = parts.map((part) => {
  const [, file = part, from, to = from] = /^(.*?)(?::(\d+)(?:-(\d+))?)?$/.exec(part) ?? [];
  if (!sources.includes(file)) fail(`${file} is no file of the area ${name}.`);
  return { file, from: Number(from ?? 1), to: Number(to ?? Number.POSITIVE_INFINITY) };
});
const files = chosen.length > 0 ? [...new Set(chosen.map(({ file }) => file))] : sources;
const isChosen = ({ file, line }: Fault): boolean =>
  chosen.length === 0 || chosen.some((part) => part.file === file && part.from <= line && line <= part.to);

if (!existsSync(PACKAGE)) {
  const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: own,
    stdio: 'inherit',
  });
  if (install.status !== 0) process.exit(1);
}
const { faults, texts } = await instrument(files);
const work: Work = {
  files,
  tests: find(area.tests, ['**/*.{browser,slow,long}.test.ts']),
  environment: area.environment ?? 'node',
  seconds,
  faults: faults.filter(isChosen),
  texts,
};
if (work.faults.length === 0) fail(`There is nothing to replace in ${parts.join(', ')}.`);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mutation-')));
const log = join(folder, 'log');
writeFileSync(join(folder, 'work.json'), JSON.stringify(work));
writeFileSync(log, '');

/** The tests run in a copy of the repository, with temporary files of their own: a fault in a path writes anywhere. */
const copy = join(folder, 'repository');
const temporary = join(folder, 'temporary');
mkdirSync(temporary);
const list = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
for (const path of list.stdout.toString().split('\0')) {
  if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const byId = new Map(work.faults.map((fault) => [fault.id, fault]));
const noticed = new Map<string, boolean>();
let read = 0;
/** vitest, and its process in which the tests run. */
let runner: number | undefined;
let worker: number | undefined;
/** The fault that is tried now, since when. */
let tried: { readonly id: string; readonly since: number } | undefined;

const short = (code: string): string => code.replace(/\n\s*/g, ' ').slice(0, 200);

function readLine(line: Line): void {
  if ('pid' in line) worker = line.pid;
  else if ('note' in line) console.log(line.note);
  else if ('tried' in line) tried = { id: line.tried, since: performance.now() };
  else {
    tried = undefined;
    noticed.set(line.fault, line.noticed);
    const fault = byId.get(line.fault);
    if (fault === undefined || (line.noticed && !values.noticed)) return;
    const how = line.noticed
      ? `noticed by ${line.by}`
      : line.ran > 0
        ? `survived ${line.ran} tests`
        : 'reached by no test';
    console.log(
      `\n${fault.file}:${fault.line} ${fault.kind}, ${how}\n  - ${short(fault.from)}\n  + ${short(fault.to)}`,
    );
  }
}

/** Reads what was written since the last look. A line that is not whole yet waits. */
function readLog(): void {
  const lines = readFileSync(log, 'utf8').slice(read);
  const end = lines.lastIndexOf('\n') + 1;
  read += end;
  for (const line of lines.slice(0, end).split('\n').filter(Boolean)) {
    const parsed: Line = JSON.parse(line);
    readLine(parsed);
  }
}

function endBoth(): void {
  // The runner with all that it started: a fault may keep a test from ending its processes.
  for (const pid of [worker, runner && -runner]) {
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
}
process.on('exit', () => {
  endBoth();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs vitest until all is tried, or until a fault holds it up or ends it: such a fault is noticed. */
async function tryFaults(): Promise<void> {
  const vitest = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(copy, 'test/mutation/vitest.config.ts')],
    {
      cwd: copy,
      env: { ...process.env, MUTATION_FOLDER: folder, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be ended as one.
      detached: true,
    },
  );
  let output = '';
  for (const stream of [vitest.stdout, vitest.stderr]) stream.on('data', (piece: Buffer) => (output += piece));
  runner = vitest.pid;
  let isRunning = true;
  vitest.on('close', () => {
    isRunning = false;
  });
  for await (const _ of setInterval(250)) {
    readLog();
    if (tried !== undefined && performance.now() - tried.since > seconds * 1000 + 60_000) endBoth();
    if (!isRunning) break;
  }
  endBoth();
  runner = worker = undefined;
  readLog();
  if (tried !== undefined) {
    const line: Line = { fault: tried.id, noticed: true, ran: 1, by: 'the process, which did not come back' };
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    readLog();
  } else if (noticed.size < work.faults.length) {
    throw new Error(`The tests did not run:\n${output}`);
  }
}

function report(): void {
  console.log();
  for (const file of files) {
    const all = work.faults.filter((fault) => fault.file === file && noticed.has(fault.id));
    const seen = all.filter(({ id }) => noticed.get(id)).length;
    if (all.length > 0)
      console.log(`${file}: ${seen} of ${all.length} noticed (${Math.round((seen / all.length) * 100)} %)`);
  }
  const rest = work.faults.length - noticed.size;
  if (rest > 0) console.log(`${rest} not tried`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endBoth();
    report();
    process.exit(1);
  });
}
while (noticed.size < work.faults.length) await tryFaults();
report();
