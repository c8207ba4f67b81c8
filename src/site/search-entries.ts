/** The entries of the search: every section of the guide, operation, parameter, field, error code and option. */
import { Marked, type Token } from 'marked';
import type { Contract } from './contract.ts';
import { type GuidePage, slug } from './guide.ts';
import { CODES, isCode } from './markdown.ts';
import type { Property } from './operation.ts';
import { PAGES } from './pages.ts';
import type { SearchEntry } from './search-terms.ts';
import { rowIds, termOfCell } from './table-rows.ts';
import { tabsAsText } from './tabs.ts';

type Found = Omit<SearchEntry, 'id'>;

/** Text without marks, on one line. */
const plain = (text: string): string =>
  text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/^\|(?: *-+ *\|)+$/gm, '')
    .replaceAll(/^\s*[-|]+\s*|(?<!\\)\|(?= |$)/gm, ' ')
    .replaceAll('\\|', '|')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The sections of a page; a table whose rows have names has an entry for each row. */
function sectionsOf({ name, title, text }: GuidePage): Found[] {
  const page = PAGES.get(name) ?? title;
  const found: (Found & { text: string })[] = [];
  const idOf = rowIds();
  let href = `${name}.html`;
  let id = '';
  const begin = (heading: string): void => void found.push({ title: plain(heading), place: page, href, text: '' });
  for (const token of new Marked().lexer(tabsAsText(text)) as Token[]) {
    if (token.type === 'heading') {
      id = token['depth'] === 1 ? '' : slug(token['text']);
      href = id === '' ? `${name}.html` : `${name}.html#${id}`;
      begin(token['text']);
      continue;
    }
    const section = found.at(-1);
    if (!section || token.type === 'def') continue;
    section.text += ` ${plain(token.type === 'code' ? token['text'] : token.raw)}`;
    if (token.type !== 'table') continue;
    const rows: readonly { readonly text: string }[][] = token['rows'];
    for (const [first, ...rest] of rows) {
      const term = termOfCell(token['header'][0].text, first?.text ?? '');
      if (term === undefined) continue;
      const row = `${name}.html#${idOf(id, term)}`;
      // The catalogue says more about a code.
      if (isCode(term)) continue;
      const text = plain(rest.map((cell) => cell.text).join(' '));
      found.splice(-1, 0, { title: term, place: `${page}: ${section.title}`, href: row, text });
    }
  }
  return found;
}

const propertyEntries = (owner: string, words: string, properties: readonly Property[]): Found[] =>
  properties.flatMap(({ name, description, values, limits, properties: inner }) => [
    {
      title: name,
      place: `API reference: ${words}`,
      href: `reference.html#${owner}-${name}`,
      text: plain([description, ...limits, ...values].join(' ')),
    },
    ...propertyEntries(`${owner}-${name}`, words, inner),
  ]);

function referenceEntries({ operations, objects, securitySchemes }: Contract): Found[] {
  return [
    ...operations.flatMap(({ id, summary, description, method, path, parameters, body, answers }) => [
      {
        title: summary,
        place: 'API reference: operation',
        href: `reference.html#${id}`,
        text: plain(`${method} ${path} ${id} ${description}`),
      },
      ...propertyEntries(id, summary, [...parameters, ...(body?.properties ?? [])]),
      ...answers.flatMap(({ status, properties }) => propertyEntries(`${id}-${status}`, summary, properties)),
    ]),
    ...objects.flatMap(({ name, description, properties }) => [
      { title: name, place: 'API reference: object', href: `reference.html#${name}`, text: plain(description) },
      ...propertyEntries(name, name, properties),
    ]),
    ...Object.entries(securitySchemes).map(([id, { description = '' }]) => ({
      title: id,
      place: 'API reference: authentication',
      href: `reference.html#${id}`,
      text: plain(description),
    })),
  ];
}

/** Everything that can be found. */
export function searchEntries(contract: Contract, guide: readonly GuidePage[]): SearchEntry[] {
  const errors = CODES.map(([code, { summary, cause, remedy, longMessage, places }]) => ({
    title: code,
    place: `Error catalogue: ${[...new Set(places.map(({ status }) => status))].join(', ')}`,
    href: `errors.html#${code}`,
    text: plain([summary, cause, longMessage, remedy].join('. ').replaceAll('..', '.')),
  }));
  const examples = [...PAGES]
    .filter(([name]) => name.startsWith('examples/'))
    .map(([name, title]) => ({
      title,
      place: 'Live example',
      href: `${name}.html`,
      text: 'A form that runs the SDK on an emulator in the page, with its source.',
    }));
  const all = [...guide.flatMap(sectionsOf), ...examples, ...errors, ...referenceEntries(contract)];
  return all.map((entry, id) => ({ id, ...entry }));
}
