/** Markdown to HTML: code is highlighted, headings can be linked to, tables scroll or stack where there is little room. */
import { Marked } from 'marked';
import { codeBlock } from './code-block.ts';
import { slug } from './guide.ts';
import type { Highlight } from './highlight.ts';
import { breakable, escapeHtml } from './layout.ts';
import { anchorRows } from './table-rows.ts';
import { tabsExtension } from './tabs.ts';

export interface Render {
  readonly page: (text: string) => string;
  /** A sentence, without a paragraph around it. */
  readonly inline: (text: string) => string;
}

/** Said once more, because a table that the style sheet stacks on a phone would no longer be one for a screen reader. */
const ROLES = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', th: 'columnheader', td: 'cell' };

/**
 * Has each cell of a table with many columns say its column, for the phone, where the head has no room. The first one is the name of
 * its row if there are three columns, or if no other row begins with it.
 */
function nameCells(table: string): string {
  const heads = [...table.matchAll(/<th\b[^>]*>(.*?)<\/th>/g)].map(([, text = '']) => text.replaceAll(/<[^>]+>/g, ''));
  if (heads.length < 3) return table;
  const firsts = [...table.matchAll(/<tr\b[^>]*>\s*<td\b[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
  const isNamed = heads.length === 3 || new Set(firsts).size === firsts.length;
  let at = 0;
  return table.replaceAll('<td', () => {
    const column = at++ % heads.length;
    return column === 0 && isNamed ? '<td' : `<td data-column="${heads[column]}"`;
  });
}

/** The lines of a cell, which then have a distance; with a break between them they would read as one paragraph. */
function lines(cell: string): string {
  const [first = '', ...rest] = cell.split('<br>');
  return first + rest.map((line) => `<div>${line}</div>`).join('');
}

/** Tables in boxes that would scroll by themselves; on a phone each row stands by itself. */
export const stacking = (html: string): string =>
  html
    .replaceAll(/(?<=<td>)(?:(?!<\/td>).)*<br>.*?(?=<\/td>)/g, lines)
    .replaceAll(/<(table|thead|tbody|tr|th|td)>/g, (_, tag: keyof typeof ROLES) => `<${tag} role="${ROLES[tag]}">`)
    .replaceAll(/<table[\s\S]*?<\/table>/g, nameCells)
    .replaceAll(/(?<=<tr role="row">\s*)<td(?= [^>]*>[^<]{45,}<)/g, '<td class="long"')
    .replaceAll('<table', '<div class="scroll"><table class="stack"')
    .replaceAll('</table>', '</table></div>');

/** The characters of code that fit a line of text on a phone. */
const LINE = 38;

/**
 * On a phone, a long name breaks after an underscore, a slash or a comma, or before a point, and not inside a word. Short code stays on
 * one line: `--port 0`.
 */
export function codeSpan(text: string): string {
  const html = escapeHtml(text);
  if (/^\w+$/.test(text)) return text.length > 30 ? breakable(text) : `<code>${html}</code>`;
  if (text.length <= 24) return `<code class="short">${html}</code>`;
  if (text.includes(' ')) return `<code class="phrase">${html}</code>`;
  return text.length <= LINE
    ? `<code>${html}</code>`
    : `<code>${html.replaceAll(/(?<=\w)\/(?=\w)|,|(?<=[\w\]])(?=\.[a-z])/g, '$&<wbr>')}</code>`;
}

/** HTML whose dates are not broken at their hyphens. */
export const dated = (html: string): string =>
  html.replaceAll(
    /(?<=[\s(])\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?(?=[\s;,.):<]|$)(?![^<]*<\/code>)/g,
    '<span class="date">$&</span>',
  );

/** Without this, a line could end with the bracket before a long name, or begin with the one after it. */
const joined = (html: string): string =>
  dated(
    html.replaceAll(
      /\(?(?:<a [^>]*>)?<code>[^<]*<wbr>(?:[^<]|<wbr>)*<\/code>(?:<\/a>)?[).,;:]+/g,
      '<span class="joined">$&</span>',
    ),
  );

export function createRender(highlight: Highlight): Render {
  const marked = new Marked({
    extensions: [tabsExtension()],
    renderer: {
      code: ({ text, lang = '' }) => {
        const [language = '', title] = lang.split(' ');
        return codeBlock(highlight(text, language), language, title === 'text' ? undefined : title);
      },
      codespan: ({ text }) => codeSpan(text),
      heading({ tokens, depth, text }) {
        const id = slug(text);
        const inner = this.parser.parseInline(tokens);
        // The title needs no link to itself.
        if (depth === 1) return `<h1>${inner}</h1>\n`;
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${inner}</a></h${depth}>\n`;
      },
    },
  });
  return {
    page: (text) => stacking(anchorRows(joined(marked.parse(text, { async: false })))),
    inline: (text) => joined(marked.parseInline(text, { async: false })),
  };
}
