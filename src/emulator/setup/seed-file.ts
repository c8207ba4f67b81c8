/** Reads a seed from a YAML or JSON file. What is wrong is said with line and column. */
import { basename } from 'node:path';
import type { Document } from 'yaml';
import type { SchemaPath } from './schema-check.ts';
import type { Seed } from './seed.ts';
import { isSeed, type SeedProblem, seedProblems } from './seed-check.ts';

/** A seed file cannot be used. The message has one line a problem: `seed.yaml:12:5: …`. */
export class SeedFileError extends Error {
  override readonly name = 'SeedFileError';
}

const SHOWN = 10;

type Yaml = typeof import('yaml');

/** Where a node begins in the text. */
const startOf = ({ isNode }: Yaml, node: unknown, otherwise = 0): number =>
  isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;

/** Where in the text a problem is: the name or the value that is meant, or the nearest thing around it. */
function offsetOf(yaml: Yaml, document: Document, problem: SeedProblem): number {
  const { isMap, isSeq, isScalar, isAlias } = yaml;
  let node: unknown = document.contents;
  let offset = startOf(yaml, node);
  for (const [depth, step] of problem.path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      const isName = problem.isName === true && depth === problem.path.length - 1;
      offset = startOf(yaml, pair?.key, offset);
      if (isName) return offset;
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    offset = startOf(yaml, node, offset);
  }
  return offset;
}

/** The reader's message without the piece of the file that it sometimes adds: that may be a password. */
const withoutSource = (message: string): string => `${message.replace(/:.*/s, '')}.`;

/** A place as people call it: `users[0].email`. */
const nameOf = (path: SchemaPath): string =>
  path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  );

/**
 * Where the first value is that the writing made something else of than it says, and what it begins with: a tag of another program, or
 * an anchor with nothing to name. Most likely it is a password without quotes.
 */
function swallowedIn(
  { visit }: Yaml,
  document: Document,
): { readonly offset: number; readonly sign: string } | undefined {
  const tag = document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (tag !== undefined) return { offset: tag.pos[0], sign: '!' };
  let offset: number | undefined;
  visit(document, {
    Scalar: (_key, { anchor, value, source, range }) => {
      if (anchor === undefined || value !== null || source) return undefined;
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset === undefined ? undefined : { offset, sign: '&' };
}

/** Where the first alias is that stands for nothing; undefined if there is none. */
function unknownAliasIn(yaml: Yaml, document: Document): number | undefined {
  const { visit } = yaml;
  let offset: number | undefined;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = startOf(yaml, alias);
      return visit.BREAK;
    },
  });
  return offset;
}

/** Characters from which JSON is read as such: as YAML, which knows where everything is, 100,000 users take seconds. */
const LARGE = 250_000;

/** Undefined if it is none. What is wrong with it is said by the reader of YAML. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The seed in a text. Throws a `SeedFileError`. Both forms are read alike: JSON is YAML. */
export async function parseSeed(text: string, file: string): Promise<Seed> {
  const fast = text.length > LARGE && text.trimStart().startsWith('{') ? asJson(text) : undefined;
  if (isSeed(fast)) return fast;
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    merge: true,
  });
  const fail = (problems: readonly { readonly offset: number; readonly message: string }[]): never => {
    const said = [...problems]
      .sort((a, b) => a.offset - b.offset)
      .slice(0, SHOWN)
      .map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return `${basename(file)}:${line}:${col}: ${message}`;
      });
    if (problems.length > SHOWN) said.push(`… and ${problems.length - SHOWN} more.`);
    throw new SeedFileError(said.join('\n'));
  };
  const [first] = document.errors;
  // Problems after the first slip in the writing are mostly its consequence.
  if (first !== undefined) {
    const isSecond = first.code === 'MULTIPLE_DOCS';
    const message = isSecond
      ? 'A seed file holds one document: --- begins a second one.'
      : withoutSource(first.message);
    return fail([{ offset: first.pos[0], message }]);
  }
  const swallowed = swallowedIn(yaml, document);
  if (swallowed !== undefined) {
    const { offset, sign } = swallowed;
    return fail([{ offset, message: `What begins with ${sign} means nothing here. A text that does needs quotes.` }]);
  }
  let seed: unknown;
  try {
    seed = document.toJS();
  } catch {
    const offset = unknownAliasIn(yaml, document);
    if (offset === undefined)
      return fail([
        { offset: 0, message: 'The file repeats itself by too many aliases, or << stands before what is no map.' },
      ]);
    // Its name is not repeated: most likely it is a password that was meant as a text.
    return fail([{ offset, message: 'This alias names nothing before it. A text that begins with * needs quotes.' }]);
  }
  if (isSeed(seed)) return seed;
  return fail(
    seedProblems(seed).map((problem) => {
      const place = nameOf(problem.path.slice(0, 2));
      const message = problem.path.length > 2 ? `${place}: ${problem.message}` : problem.message;
      return { offset: offsetOf(yaml, document, problem), message };
    }),
  );
}
