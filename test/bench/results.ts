/** RESULTS.md as the bench keeps it, and every place that says a number of it. */
import { readFileSync, writeFileSync } from 'node:fs';

export const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
export const RESULTS = 'test/bench/RESULTS.md';

/** In the order in which they run and are shown: what is quick comes first. */
export const PARTS: Readonly<Record<string, string>> = {
  'sdk-size': 'bytes that a page loads',
  'sdk-overhead': 'cost of a call beyond bare fetch',
  'sdk-types': 'cost of type-checking',
  'package-size': 'size of the download and on the disk',
  'emulator-speed': 'requests per second, start and memory of the emulator',
  'emulator-change': 'password changes per second',
  'emulator-growth': 'cost of an operation with 100,000 users',
  'site-speed': 'pages of the documentation on a slow phone',
  'site-lighthouse': 'what Lighthouse says of each page of the documentation',
};

/** Takes as long as all others, and changes with the pages only: measured if it is named. */
export const ONLY_IF_NAMED = 'site-lighthouse';

const INTRO = `# Results of the bench

Written by \`npm run bench\`, which also puts them into README and the other places that say them (\`test/bench/results.ts\`). Each cell is
the median of the rounds, with the middle half of them in parentheses, or a count.
`;

/** The parts of RESULTS.md by name. */
export function sections(results: string): ReadonlyMap<string, string> {
  const [, ...parts] = results.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, part.indexOf(':')), part.slice(end).trim()];
    }),
  );
}

export function write(parts: ReadonlyMap<string, string>): string {
  const shown = Object.entries(PARTS).flatMap(([name, title]) => {
    const body = parts.get(name);
    return body === undefined ? [] : [`## ${name}: ${title}\n\n${body.trim()}\n`];
  });
  return [INTRO, ...shown].join('\n');
}

/** The number of one cell. */
type Cell = (part: string, row: string, column: string) => number;

function reader(results: string): Cell {
  const bodies = sections(results);
  const cells = (line: string): readonly string[] => line.slice(2, -2).split(' | ');
  return (part, row, column) => {
    const lines = (bodies.get(part) ?? '').split('\n').filter((line) => line.startsWith('| '));
    const index = cells(lines[0] ?? '').indexOf(column);
    const found = lines.map(cells).find(([name]) => name === row)?.[index] ?? '';
    const number = /^-?[\d,.]+/.exec(found)?.[0].replaceAll(',', '');
    if (index < 0 || number === undefined) throw new Error(`${RESULTS}, ${part}: no number of ${row}, ${column}`);
    return Number(number);
  };
}

/** A sentence or table in a file whose numbers are the bench's. The pattern finds it whatever its numbers are. */
interface Claim {
  readonly file: string;
  readonly pattern: RegExp;
  readonly text: string;
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const rounded = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function table(head: readonly string[], rows: readonly (readonly string[])[]): { pattern: RegExp; text: string } {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return { pattern: new RegExp(`^${literally(line(head))}\n(?:\\|.*\n?)*\\|`, 'm'), text };
}

function claims(results: string): readonly Claim[] {
  const cell = reader(results);
  const bytes = (row: string): number => cell('sdk-size', row, 'Bytes');
  const beyond = (row: string): string => {
    const value = cell('sdk-overhead', row, 'µs beyond bare fetch');
    return value < 0.5 ? 'under 1' : rounded(value);
  };
  const page = (row: string): string => rounded(cell('site-speed', row, 'kB'));
  const version = (name: string): string => {
    const [, found] = new RegExp(`${literally(name)} (\\d+\\.\\d+\\.\\d+)`).exec(results) ?? [];
    if (found === undefined) throw new Error(`${RESULTS}: no version of ${name}`);
    return found;
  };
  const server = (name: string, row: string, note = ''): readonly string[] => [
    name,
    rounded(cell('emulator-speed', row, 'Requests per second')),
    `${rounded(cell('emulator-speed', row, 'First response, ms') / 1000, 2)} s`,
    `${rounded(cell('emulator-speed', row, 'MB at the end'))} MB${note}`,
  ];
  const seconds = (row: string): string => `${rounded(cell('site-speed', row, 'Largest text, ms') / 1000, 2)} s`;
  const sdk = bytes('headless: what a page loads first');
  const readme = [
    { pattern: /with a [\d.]+ kB SDK/, text: `with a ${rounded(sdk / 1000, 1)} kB SDK` },
    {
      pattern: /a [\d.]+ MB download that takes [\d.]+ MB on disk/,
      text: `a ${rounded(cell('package-size', 'user-password-api', 'MB to download'), 1)} MB download that takes ${rounded(cell('package-size', 'user-password-api', 'MB on the disk'), 1)} MB on disk`,
    },
    table(
      ['Bundled, minified, brotli', 'Bytes'],
      [
        ['SDK', rounded(sdk)],
        ['SDK with the sign-in form', rounded(bytes('with the form: that and mountSignIn'))],
        [`\`@clerk/clerk-js\` ${version('@clerk/clerk-js')}, headless`, rounded(bytes('@clerk/clerk-js, headless'))],
      ],
    ),
    table(
      ['A call, beyond bare `fetch` with the same form', 'µs'],
      [
        ['generated client', beyond('generated client')],
        ['SDK, `user.updatePassword()`', beyond('SDK, user.updatePassword()')],
        [`openapi-fetch ${version('openapi-fetch')}`, beyond('openapi-fetch')],
        [`ky ${version('ky')}`, beyond('ky')],
      ],
    ),
    table(
      ['The same response over 10 connections', 'Requests per second', 'First response', 'Memory after 100,000'],
      [
        server('emulator', 'emulator'),
        server('bare node:http server', 'bare node:http'),
        server('Prism', 'Prism', ' (after 10,000)'),
      ],
    ),
    table(
      ['On slow 4G, processor slowed to a quarter', 'Largest text', 'Total kB'],
      [
        ['start page of the documentation', 'start page'],
        ['live example, with SDK and emulator', 'update password'],
        ['reference', 'reference'],
        ["Redoc's plain page of the same contract", "Redoc's plain page"],
        ["Scalar's", "Scalar's plain page"],
      ].map(([name = '', row = '']) => [name, seconds(row), page(row)]),
    ),
  ].map((claim) => ({ file: 'README.md', ...claim }));
  return [
    ...readme,
    {
      file: 'docs/decisions/own-client.md',
      pattern: /costs (?:under )?\d+ µs per call, openapi-fetch (?:under )?\d+ µs/,
      text: `costs ${beyond('generated client')} µs per call, openapi-fetch ${beyond('openapi-fetch')} µs`,
    },
    {
      file: 'docs/decisions/own-reference.md',
      pattern: /weighs [\d,]+ kB and ours [\d,]+ kB/,
      text: `weighs ${page("Redoc's plain page")} kB and ours ${page('reference')} kB`,
    },
  ];
}

/** Each file that says numbers of the bench: as it is, and as it has to be. */
export function filesWithNumbers(): ReadonlyMap<string, { readonly is: string; readonly shouldBe: string }> {
  const files = new Map<string, { is: string; shouldBe: string }>();
  for (const { file, pattern, text } of claims(readFileSync(at(RESULTS), 'utf8'))) {
    const entry = files.get(file) ?? { is: readFileSync(at(file), 'utf8'), shouldBe: '' };
    const before = entry.shouldBe || entry.is;
    if (!pattern.test(before)) throw new Error(`${file} does not say what ${pattern} looks for.`);
    files.set(file, { is: entry.is, shouldBe: before.replace(pattern, () => text) });
  }
  return files;
}

/** Puts the numbers of RESULTS.md where they are said. */
export function writeNumbers(): void {
  for (const [file, { shouldBe }] of filesWithNumbers()) writeFileSync(at(file), shouldBe);
}
