/** The pages of the guide: prose from guide/*.md, code from snippets/ and from the contract, tables from the contract. */
import { readFileSync } from 'node:fs';
import { codesOf, isCheckOf, order } from '../emulator/engine/order.ts';
import { fillCodeTables } from './code-tables.ts';
import { commandTabs } from './commands.ts';
import { type Contract, operationOf, samplesOf } from './contract.ts';
import { isCode, type Mention, table } from './markdown.ts';
import { GUIDE, guideFile } from './pages.ts';
import { picture, pictureAsText } from './picture.ts';
import { SOURCE_TABLES } from './sources.ts';
import { tabsAsText } from './tabs.ts';

export interface GuidePage {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  /** The subject of the page, in one sentence: its first paragraph. */
  readonly about: string;
  /** Complete Markdown; links lead to pages. */
  readonly text: string;
}

const FENCES = /^```[\s\S]*?^```$/gm;
const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const APP_LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'ts',
  js: 'ts',
  mjs: 'ts',
  tsx: 'tsx',
  jsx: 'tsx',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
};

/** The Markdown that replaces `{{name …}}` on a line of its own. */
const PARTS: Readonly<Record<string, (contract: Contract, ...words: string[]) => string>> = {
  /** A file of snippets/, all of which are run by tests; a second word is the name that a reader gives it. */
  snippet: (_, name = '', title = name) => {
    const language = /\.(html|sh|yaml)$/.exec(name)?.[1] ?? 'ts';
    return `\`\`\`${language} ${title}\n${read(`snippets/${name}`).trimEnd()}\n\`\`\``;
  },
  /** A file of an application of test/frameworks, all of which `npm run test:frameworks` runs; named as a reader names it. */
  app: (_, path = '') => {
    const [, name = '', ending = ''] = /^[^/]+\/(.+\.(\w+))$/.exec(path) ?? [];
    const code = read(`../../test/frameworks/apps/${path}`);
    return `\`\`\`${APP_LANGUAGES[ending] ?? 'html'} ${name}\n${code.trimEnd()}\n\`\`\``;
  },
  /** A table of what `npm run test:frameworks` wrote, by its number. */
  frameworks: (_, number = '') => {
    const found = read('../../test/frameworks/RESULTS.md').match(/(?:^\|.*\n)+/gm)?.[Number(number) - 1];
    if (found === undefined) throw new Error(`There is no table ${number} in test/frameworks/RESULTS.md.`);
    return found;
  },
  /** Commands as each package manager has them, separated by `;`: `install [--dev] PACKAGE …` or `run COMMAND …`. */
  commands: (_, ...words) => commandTabs(words.join(' ').split(/\s*;\s*/)),
  /** The picture of how the parts belong together. */
  picture: () => picture(),
  /** A code sample of the contract, by operation and label. */
  sample: (contract, id = '', ...label) => {
    const sample = operationOf(contract, id).samples.find((one) => one.label === label.join(' '));
    if (!sample) throw new Error(`${id} has no code sample ${label.join(' ')}.`);
    return `\`\`\`${sample.lang}\n${sample.source.trimEnd()}\n\`\`\``;
  },
  /** All code samples of an operation, in tabs; after the first, files of snippets/, each as `label=file`. */
  samples: (contract, id = '', ...more) => {
    const [first = '', ...samples] = samplesOf(operationOf(contract, id)).map(
      ({ label, lang, source }) => `== ${label}\n\`\`\`${lang}\n${source.trimEnd()}\n\`\`\``,
    );
    const snippets = more.map((one) => {
      const [label = '', file = ''] = one.split('=');
      return `== ${label}\n\`\`\`ts\n${read(`snippets/${file}`).trimEnd()}\n\`\`\``;
    });
    return `:::tabs caller\n${[first, ...snippets, ...samples].join('\n')}\n:::`;
  },
  /** The purpose of an operation: the first paragraph of its description. */
  purpose: (contract, id = '') => operationOf(contract, id).description.replace(/\n\n.*/s, ''),
  /** The table that compares calls of the SDK with the vendor's, which a test in Chromium writes. */
  comparison: () => {
    const rows = [...read('../client/COMPARISON.md').matchAll(/^\| (.*) \| (.*) \| (`.*`) \| (`.*`) \|$/gm)];
    return table(
      ['Page code', 'Result'],
      rows.map(([, page = '', why = '', there = '', here = '']) => [
        page,
        why === 'same' ? `the same: ${here}` : `there ${there}, here ${here}<br>${why}`,
      ]),
    );
  },
  /** The fields of an operation's form, as parameters of the SDK. */
  parameters: (contract, id = '') =>
    table(
      ['Parameter', 'Type', 'What it is'],
      (operationOf(contract, id).body?.properties ?? []).map(({ name, type, required, description }) => [
        `\`${camel(name)}\``,
        `${type
          .map(({ text }) => text)
          .join('')
          .replace(' or null', '')}, ${required ? 'required' : 'optional'}`,
        description,
      ]),
    ),
  /** Some fields of a schema, as the SDK names them. */
  fields: (contract, name = '', ...wanted) =>
    table(
      ['Field', 'What it says'],
      wanted.map((one) => {
        const field = contract.schemas.get(name)?.properties.find((each) => camel(each.name) === one);
        if (!field) throw new Error(`${name} has no field ${one}.`);
        return [`\`${one}\``, field.description];
      }),
    ),
  /** The sources of the contract: `operations`, `statuses` or `codes`. */
  sources: (contract, of = '') => {
    const rows = SOURCE_TABLES[of];
    if (!rows) throw new Error(`The guide has no table of sources of ${of}.`);
    return rows(contract);
  },
  /** The codes of two methods of the SDK, each as `method=operation`: by status, and by which of them rejects with it. */
  codes: (contract, ...pairs) => {
    const methods = pairs.map((pair) => pair.split('='));
    const from = new Map<string, string[]>();
    for (const [method = '', id = ''] of methods) {
      for (const { status, examples } of operationOf(contract, id).answers.filter(({ refusal }) => refusal)) {
        for (const { name: code } of examples) {
          const key = `${status} ${code}`;
          from.set(key, [...(from.get(key) ?? []), `\`${method}\``]);
        }
      }
    }
    const rows = new Map<string, string[]>();
    for (const [key, by] of from) {
      const [status = '', code = ''] = key.split(' ');
      const row = `${status} ${by.length === methods.length ? '' : by.join()}`;
      rows.set(row, [...(rows.get(row) ?? []), `\`${code}\``]);
    }
    return table(
      ['Status', 'From', 'Error codes'],
      [...rows].toSorted().map(([row, codes]) => [row.slice(0, 3), row.slice(4) || 'both', codes.join(', ')]),
    );
  },
  /** The checks of some operations in their order, each with its codes. */
  order: (_, ...operations) => {
    const rows = order.flatMap((check) => {
      const of = operations.filter((operation) => isCheckOf(check, operation));
      if (of.length === 0) return [];
      const codes = [...new Set(of.flatMap((operation) => codesOf(check, operation)))];
      return [[check.asks, codes.map((code) => `\`${code}\``).join(', '), of]] as const;
    });
    return table(
      ['Order', 'Check', 'Error codes if not'],
      rows.map(([asks, codes, of], index) => [
        String(index + 1),
        of.length === operations.length ? asks : `${asks} (${of.map((one) => `\`${one}\``).join(', ')})`,
        codes || '–',
      ]),
    );
  },
};

const PLACEHOLDER = /^\{\{(\w+)((?: [^}]+)?)\}\}$/gm;

/** The text of a page with what its placeholders stand for. Throws, with the words to correct, if one stands for nothing. */
export function fillPlaceholders(contract: Contract, source: string): string {
  const text = fillCodeTables(source);
  // Looked for before files are filled in: their code may have braces of its own.
  const misplaced = /\{\{.*\}\}/.exec(text.replaceAll(PLACEHOLDER, ''))?.[0];
  if (misplaced !== undefined)
    throw new Error(`The guide has a placeholder that is not on a line of its own: ${misplaced}`);
  return text.replaceAll(PLACEHOLDER, (_, name: string, words: string) => {
    const part = PARTS[name];
    if (!part) throw new Error(`The guide has an unknown placeholder: ${name}.`);
    return part(contract, ...words.trim().split(' ')).trimEnd();
  });
}

/** Changes prose only: code blocks stay as they are. */
function outsideFences(text: string, change: (prose: string) => string): string {
  const blocks = text.match(FENCES) ?? [];
  return text.split(FENCES).reduce((all, prose, index) => `${all}${change(prose)}${blocks[index] ?? ''}`, '');
}

/** Links each error code that stands in the text to its entry in the catalogue. */
const linkCodes = (prose: string): string =>
  prose.replaceAll(/(?<!\[)`([a-z_]+)`/g, (whole, code: string) =>
    isCode(code) ? `[${whole}](errors.html#${code})` : whole,
  );

export function readGuide(contract: Contract): GuidePage[] {
  return GUIDE.map((name) => {
    const text = outsideFences(fillPlaceholders(contract, readFileSync(guideFile(name), 'utf8')), linkCodes);
    const [, title = '', about = ''] = /^# (.*)\n\n([^\n]+(?:\n[^\n]+)*)/.exec(text) ?? [];
    return { name, title, about: about.replaceAll('\n', ' '), text };
  });
}

/** A part of the reference that has an id has a twin of its own. */
function twinOfReference(contract: Contract, id: string): string {
  return contract.schemas.has(id) ? `schemas/${id}.md` : `operations/${operationOf(contract, id).slug}.md`;
}

/** The same as the page, with links that lead to the twins. */
export function twinOf(contract: Contract, text: string): string {
  return outsideFences(text, (prose) =>
    pictureAsText(tabsAsText(prose))
      // Markup that only places things beside each other.
      .replaceAll(/^<\/?div.*>\n+/gm, '')
      .replaceAll(/\]\(errors\.html#(\w+)\)/g, '](errors/$1.md)')
      .replaceAll(/\]\(reference\.html#(\w+?)(?:-\w+)?\)/g, (_, id: string) => `](${twinOfReference(contract, id)})`)
      .replaceAll(/\]\((?!\w+:)([\w/-]+)\.html/g, ']($1.md'),
  );
}

/** For each code the sections of the guide that link to it. */
export function mentionsOf(pages: readonly GuidePage[]): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const { name, text } of pages) {
    let section: Mention | undefined;
    for (const line of text.replaceAll(FENCES, '').split('\n')) {
      const heading = /^#{2,3} (.*)/.exec(line)?.[1];
      if (heading !== undefined) section = { title: heading, href: `${name}.html#${slug(heading)}` };
      // A table lists codes, it does not tell about them.
      if (section === undefined || line.startsWith('|')) continue;
      for (const [, code = ''] of line.matchAll(/\(errors\.html#(\w+)\)/g)) {
        const found = mentions.get(code) ?? [];
        if (!found.some(({ href }) => href === section?.href)) mentions.set(code, [...found, section]);
      }
    }
  }
  return mentions;
}
