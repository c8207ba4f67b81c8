/** Markdown to HTML: code is highlighted, headings can be linked to, wide tables scroll by themselves. */
import { Marked } from 'marked';
import { slug } from './guide.ts';

export interface Render {
  readonly page: (text: string) => string;
  /** A sentence, without a paragraph around it. */
  readonly inline: (text: string) => string;
}

export function createRender(highlight: (code: string, language: string) => string): Render {
  const marked = new Marked({
    renderer: {
      code: ({ text, lang = '' }) => highlight(text, lang.split(' ')[0] ?? ''),
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
    page: (text) =>
      marked
        .parse(text, { async: false })
        .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
        .replaceAll('</table>', '</table></div>'),
    inline: (text) => marked.parseInline(text, { async: false }),
  };
}
