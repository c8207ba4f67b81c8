/**
 * `npm run test:coverage`: which branches of the code no test takes. Runs the unit, contract, slow and browser tests, and counts in the
 * process of the tests, in the processes of Node that they start and in the pages that they open. Prints the share of each area, writes
 * every branch that is not taken to coverage/branches.txt, and fails if a share is under its floor.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAst } from 'vite';

/** What runs in pages of the site alone. */
const SCRIPTS =
  /^src\/site\/((examples|scripts)\/|(lab|lab-emulator|no-settings-check|no-word-lists|remove-live|traffic|try-it|update-live)\.ts)/;
/** The files of each area, and the percent of their branches that tests have to take. A file belongs to the first that it fits. */
const AREAS: readonly { readonly name: string; readonly path: RegExp; readonly floor: number }[] = [
  { name: 'generated', path: /^generated\//, floor: 95 },
  { name: 'client', path: /^src\/client\//, floor: 95 },
  { name: 'emulator', path: /^src\/emulator\//, floor: 95 },
  { name: 'codegen', path: /^src\/codegen\//, floor: 95 },
  { name: 'scripts of the page, in browsers', path: /^src\/cli\/page\//, floor: 91 },
  { name: 'cli', path: /^src\/cli[./]/, floor: 95 },
  { name: 'scripts of the site, in browsers', path: SCRIPTS, floor: 87 },
  { name: 'site', path: /^src\/site\//, floor: 95 },
];
const PROJECTS = ['unit', 'contract', 'emulator', 'proxy', 'slow', 'browser'];

const own = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}
/** What istanbul knows of the branches of a file, and how often each of their ways was taken. */
interface FileCoverage {
  readonly branchMap: Readonly<Record<string, { loc: Place; type: string; locations: readonly Place[] }>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}
type CoverageMap = Readonly<Record<string, FileCoverage>>;

/** What is used here of the packages of the vitest provider. */
interface Converter {
  default(script: {
    code: string;
    ast: unknown;
    sourceMap?: { sources: readonly string[] };
    coverage: { url: string; functions: readonly Profiler.FunctionCoverage[] };
  }): Promise<CoverageMap>;
}
interface Merger {
  mergeScriptCovs(scripts: readonly Pick<Profiler.ScriptCoverage, 'functions'>[]): Profiler.ScriptCoverage;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const readJson = <T>(path: string): T => JSON.parse(read(path)) as T; // written by the tests just now
const provider = createRequire(join(own, 'package.json'));
const load = async <T>(name: string): Promise<T> => (await import(provider.resolve(name))) as T; // installed when this runs only

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(1);
}

/**
 * How often each way of a branch was taken, by the start, the type and the number of ways of the branch: where one ends, and whether it
 * begins before its parenthesis, depends on who took its types away.
 */
type Counts = Map<string, number[]>;

const lines = new Map<string, readonly string[]>();
function lineOf(file: string, line: number): string {
  const known = lines.get(file) ?? read(join(root, file)).split('\n');
  lines.set(file, known);
  return known[line - 1] ?? '';
}

/** Adds what was counted elsewhere. Branches that are not there yet are added with `isNew` only: bundlers make some of their own. */
function add(file: string, to: Counts, { branchMap, b }: FileCoverage, isNew: boolean): void {
  for (const [id, { type, loc, locations }] of Object.entries(branchMap)) {
    const { line, column } = loc.start;
    const open = /^[(\s]*/.exec(lineOf(file, line).slice(column))?.[0].length ?? 0;
    const name = `${line}:${column + open + 1} ${type} of ${locations.length}`;
    const known = to.get(name);
    const taken = b[id] ?? [];
    if (known !== undefined)
      to.set(
        name,
        known.map((count, way) => count + (taken[way] ?? 0)),
      );
    else if (isNew) to.set(name, [...taken]);
  }
}

/** What ran of our files in processes whose coverage Node wrote. Node takes types away without moving anything. */
async function readProcesses(folder: string): Promise<CoverageMap[]> {
  const converter = await load<Converter>('ast-v8-to-istanbul');
  const ours = pathToFileURL(join(root, 'src/')).href;
  return Promise.all(
    readdirSync(folder)
      .flatMap((name) => readJson<{ readonly result: readonly Profiler.ScriptCoverage[] }>(join(folder, name)).result)
      .filter(({ url }) => url.startsWith(ours) && url.endsWith('.ts'))
      .map((coverage) => {
        const code = stripTypeScriptTypes(read(fileURLToPath(coverage.url)));
        return converter.default({ code, ast: parseAst(code), coverage });
      }),
  );
}

/** What ran in pages, by files of ours: scripts that test/browser.ts wrote down, with a source map in them or served as they are. */
async function readPages(folder: string): Promise<CoverageMap[]> {
  const [converter, merger] = await Promise.all([
    load<Converter>('ast-v8-to-istanbul'),
    load<Merger>('@bcoe/v8-coverage'),
  ]);
  const served = new Map(
    readdirSync(join(root, 'src/cli/page')).map((name) => [read(join(root, 'src/cli/page', name)), name]),
  );
  const names = readdirSync(folder);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.js'))
      .map(async (name) => {
        const code = read(join(folder, name));
        const map = /^\/\/# sourceMappingURL=data:application\/json;[^,]*base64,(\S+)\s*$/m.exec(code)?.[1];
        const page = served.get(code);
        if (map === undefined && page === undefined) return {};
        const runs = names.filter((one) => one.startsWith(name.slice(0, -3)) && one.endsWith('.json'));
        const { functions } = merger.mergeScriptCovs(
          runs.map((one) => readJson<Pick<Profiler.ScriptCoverage, 'functions'>>(join(folder, one))),
        );
        const script = {
          code,
          ast: parseAst(code),
          coverage: { url: `file://${root}src/cli/page/${page}`, functions },
        };
        if (map === undefined) return converter.default(script);
        const sourceMap: { sources: string[] } = JSON.parse(Buffer.from(map, 'base64').toString());
        sourceMap.sources = sourceMap.sources.map((source) => source.replace(/^.*?(?=(src|generated)\/)/, root));
        return converter.default({ ...script, sourceMap });
      }),
  );
}

run('npm', ['ci', '--prefix', own, '--ignore-scripts', '--no-audit', '--no-fund']);
run('node', ['test/programs.ts']);
const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const [pages, processes] = [join(folder, 'pages'), join(folder, 'processes')];
mkdirSync(pages);
// The browser tests begin with this build, but in the process of vitest, which counts nothing.
run('node', ['src/site/build.ts'], { ...process.env, NODE_V8_COVERAGE: processes });
const projects = PROJECTS.flatMap((name) => ['--project', name]);
run('vitest', ['run', '--config', 'test/mutation/coverage.config.ts', ...projects], {
  ...process.env,
  BROWSER_COVERAGE: pages,
});

const files = new Map<string, Counts>();
for (const [path, coverage] of Object.entries(readJson<CoverageMap>(join(root, 'coverage/coverage-final.json')))) {
  const name = relative(root, path);
  const counts: Counts = new Map();
  add(name, counts, coverage, true);
  files.set(name, counts);
}
for (const map of [...(await readPages(pages)), ...(await readProcesses(processes))]) {
  for (const [path, coverage] of Object.entries(map)) {
    const name = relative(root, path);
    const counts = files.get(name);
    if (counts !== undefined) add(name, counts, coverage, false);
    // A script without types, of which the provider of vitest knows nothing.
    else if (name.startsWith('src/cli/page/')) {
      const alone: Counts = new Map();
      add(name, alone, coverage, true);
      files.set(name, alone);
    }
  }
}

const missed: string[] = [];
let isLow = false;
const waiting = new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
for (const { name: area, path, floor } of AREAS) {
  let all = 0;
  let taken = 0;
  for (const [name, counts] of waiting) {
    if (!path.test(name)) continue;
    waiting.delete(name);
    for (const [branch, ways] of counts) {
      all += ways.length;
      taken += ways.filter((count) => count > 0).length;
      for (const [way, count] of ways.entries()) {
        if (count === 0) missed.push(`${name}:${branch}, way ${way + 1}: ${lineOf(name, parseInt(branch, 10)).trim()}`);
      }
    }
  }
  const share = (100 * taken) / all;
  // An area of which nothing was counted is none that is covered.
  const isUnder = !(share >= floor);
  if (isUnder) isLow = true;
  console.log(`${area}: ${taken} of ${all} branches, ${share.toFixed(1)} %${isUnder ? `, under ${floor} %` : ''}`);
}
writeFileSync(join(root, 'coverage/branches.txt'), missed.map((line) => `${line}\n`).join(''));
console.log('The branches that no test takes are in coverage/branches.txt.');
if (isLow) process.exit(1);
