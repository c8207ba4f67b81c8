/** What a part of the bench hands over: a table, its limits, and on what machine. `run.ts` keeps it in RESULTS.md. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Sent to `run.ts`. */
export interface Section {
  readonly markdown: string;
  readonly isMet: boolean;
}

export interface Limit {
  readonly name: string;
  /** Such as "at most 10". */
  readonly limit: string;
  readonly value: number;
  readonly isMet: boolean;
}

const began = { time: performance.now(), load: loadavg()[0] ?? 0 };
const formatted = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const atMost = (name: string, value: number, limit: number): Limit => {
  return { name, limit: `at most ${limit.toLocaleString('en')}`, value, isMet: value <= limit };
};
export const atLeast = (name: string, value: number, limit: number): Limit => {
  return { name, limit: `at least ${limit.toLocaleString('en')}`, value, isMet: value >= limit };
};

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** A cell of the table: the median, and how far the middle half of the rounds lies apart. */
export function spread(values: readonly number[], digits = 0): string {
  const sorted = values.toSorted((a, b) => a - b);
  const quarter = sorted.length >> 2;
  const [low = 0, high = 0] = [sorted[quarter], sorted[sorted.length - 1 - quarter]];
  return `${formatted(median(values), digits)} (${formatted(low, digits)}–${formatted(high, digits)})`;
}

/** A cell for what is counted and not timed. */
export const exact = (value: number, digits = 0): string => formatted(value, digits);

/** The versions of these packages, as they are installed. */
function versions(packages: readonly string[]): string {
  return packages
    .map((name) => {
      const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
      const manifest: { name: string; version: string } = JSON.parse(readFileSync(path, 'utf8'));
      return `${manifest.name} ${manifest.version}`;
    })
    .join(', ');
}

/** Hands the result to `run.ts`, or prints it when the part was started by itself. */
export function report(result: {
  /** What was done, for a reader of the table. */
  readonly how: string;
  /** Head of the first column. */
  readonly head: string;
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly limits: readonly Limit[];
  /** Folders in node_modules of what was measured beside ours. */
  readonly packages: readonly string[];
}): void {
  const [cpu] = cpus();
  const machine = [
    new Date().toISOString().slice(0, 16).replace('T', ' '),
    `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `load before ${began.load.toFixed(1)}`,
    `took ${Math.round((performance.now() - began.time) / 1000)} s`,
  ];
  const columns = Object.keys(Object.values(result.rows)[0] ?? {});
  // Names of units stay as they are.
  const capitalised = (text: string): string => text.replace(/^[a-z](?=[a-z]{2}| )/, (letter) => letter.toUpperCase());
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    line([result.head, ...columns].map(capitalised)),
    line(['---', ...columns.map(() => '---')]),
    ...Object.entries(result.rows).map(([name, row]) => line([name, ...columns.map((column) => row[column] ?? '')])),
  ];
  const limits = result.limits.map(({ name, limit, value, isMet }) =>
    line([isMet ? 'met' : '**missed**', name, limit, String(Number(value.toPrecision(4)))]),
  );
  const markdown = [
    result.how,
    '',
    `${machine.join(' · ')}${result.packages.length > 0 ? ` · ${versions(result.packages)}` : ''}`,
    '',
    ...table,
    ...(limits.length > 0
      ? ['', line(['', 'Limit', '', 'Measured']), line(['---', '---', '---', '---']), ...limits]
      : []),
    '',
  ].join('\n');
  const isMet = result.limits.every((limit) => limit.isMet);
  const section: Section = { markdown, isMet };
  if (process.send) process.send(section);
  else console.log(`\n${markdown}`);
  process.exitCode = isMet ? 0 : 1;
}
