/** Puts faults into source files by Stryker's instrumenter: each stands beside the code that it replaces and is off until its id is named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const own = import.meta.dirname;
export const root = join(own, '../..');

/** One fault: a piece of code, and what stands there instead. */
export interface Fault {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface SourceFile {
  readonly name: string;
  readonly content: string;
  readonly mutate: boolean;
}

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement: string;
}

/** What we use of `@stryker-mutator/instrumenter`, which is not installed when types are checked. */
interface Package {
  readonly Instrumenter: new (
    logger: Readonly<Record<string, () => boolean>>,
  ) => {
    instrument(
      files: readonly SourceFile[],
      options: {
        readonly plugins: null;
        readonly excludedMutations: readonly string[];
        readonly ignorers: readonly [];
      },
    ): Promise<{ readonly files: readonly SourceFile[]; readonly mutants: readonly Mutant[] }>;
  };
}

export const PACKAGE = join(own, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js');

/** The files with all their faults, by their paths. */
export async function instrument(
  paths: readonly string[],
): Promise<{ readonly faults: readonly Fault[]; readonly texts: Readonly<Record<string, string>> }> {
  const { Instrumenter }: Package = await import(PACKAGE);
  const silent = () => false;
  const logger = { isTraceEnabled: silent, isDebugEnabled: silent, trace: silent, debug: silent, info: silent };
  const sources = paths.map((path) => ({
    name: join(root, path),
    content: readFileSync(join(root, path), 'utf8'),
    mutate: true,
  }));
  const { files, mutants } = await new Instrumenter({ ...logger, warn: silent, error: silent }).instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  const lines = new Map(sources.map(({ name, content }) => [name, content.split('\n')]));
  return {
    texts: Object.fromEntries(files.map(({ name, content }) => [name.slice(root.length + 1), content])),
    faults: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: fileName.slice(root.length + 1),
      line: location.start.line + 1,
      kind: mutatorName,
      from: between(lines.get(fileName) ?? [], location),
      to: replacement,
    })),
  };
}

function between(lines: readonly string[], { start, end }: Mutant['location']): string {
  const last = (lines[end.line] ?? '').slice(0, end.column);
  if (start.line === end.line) return last.slice(start.column);
  return [(lines[start.line] ?? '').slice(start.column), ...lines.slice(start.line + 1, end.line), last].join('\n');
}
