/** Rows that can be linked to, and that the search finds by themselves: an option, a member, a symptom. */

/** As `slug` of guide.ts does, without what HTML writes for a quotation mark. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/&#?\w+;/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Gives the rows of one page their ids, in their order. A name that a section has twice gets a number. */
export function rowIds(): (section: string, term: string) => string {
  const seen = new Map<string, number>();
  return (section, term) => {
    const id = [section, slug(term) || 'row'].filter(Boolean).join('-');
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** The name of a row by its first cell in Markdown: one that is nothing but code, or any in a table of symptoms. */
export function termOfCell(head: string, cell: string): string | undefined {
  if (/^`[^`]+`(?:, `[^`]+`)*$/.test(cell)) return cell.replaceAll('`', '');
  return head === 'Symptom' ? cell.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '') : undefined;
}

/** The same in HTML: rows get ids, and names in code lead to their own row. */
export function anchorRows(html: string): string {
  const idOf = rowIds();
  let section = '';
  let head = '';
  return html.replaceAll(
    /<h[23] id="([^"]*)"|<thead>\n<tr>\n<th>(.*?)<\/th>|<tr>\n<td>(.*?)<\/td>/g,
    (whole, heading?: string, first?: string, cell?: string) => {
      if (heading !== undefined) section = heading;
      if (first !== undefined) head = first;
      if (cell === undefined) return whole;
      const isCode = /^<code[^>]*>(?:[^<]|<wbr>)+<\/code>(?:, <code[^>]*>(?:[^<]|<wbr>)+<\/code>)*$/.test(cell);
      if (!isCode && head !== 'Symptom') return whole;
      const id = idOf(section, cell.replaceAll(/<[^>]+>/g, ''));
      const content = isCode ? `<a class="anchor" href="#${id}">${cell}</a>` : cell;
      return `<tr role="row" id="${id}">\n<td>${content}</td>`;
    },
  );
}
