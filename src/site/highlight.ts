/** Highlights code at build time. Colours become classes: the content security policy refuses inline styles. */
import { createHighlighter } from 'shiki';
import { escapeHtml } from './layout.ts';

export async function createHighlight(): Promise<{
  highlight: (code: string, lang: string) => string;
  css: () => string;
}> {
  const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
  const shiki = await createHighlighter({ themes: Object.values(themes), langs: ['ts', 'sh', 'html', 'json'] });
  const classes = new Map<string, string>();
  const classOf = (light = '', dark = ''): string => {
    const key = `${light} ${dark}`;
    const name = classes.get(key) ?? `h${classes.size}`;
    classes.set(key, name);
    return name;
  };
  /** What has the colour of plain text needs no mark. */
  const plain = classOf(shiki.getTheme(themes.light).fg, shiki.getTheme(themes.dark).fg);
  const highlight = (code: string, lang: string): string => {
    const known = lang === 'ts' || lang === 'sh' || lang === 'html' || lang === 'json' ? lang : 'text';
    const lines = shiki.codeToTokensWithThemes(code.trimEnd(), { lang: known, themes }).map((line) => {
      // Neighbours of one colour are one: fewer elements to send, to lay out and to check.
      const runs: { name: string; text: string }[] = [];
      for (const { content, variants } of line) {
        const last = runs.at(-1);
        const name = classOf(variants['light']?.color, variants['dark']?.color);
        if (last && (last.name === name || content.trim() === '')) last.text += content;
        else runs.push({ name, text: content });
      }
      return runs
        .map(({ name, text }) =>
          name === plain || text.trim() === '' ? escapeHtml(text) : `<span class="${name}">${escapeHtml(text)}</span>`,
        )
        .join('');
    });
    return `<pre tabindex="0"><code>${lines.join('\n')}</code></pre>\n`;
  };
  const rules = (index: number): string =>
    [...classes]
      .filter(([, name]) => name !== plain)
      .map(([key, name]) => `.${name}{color:${key.split(' ')[index] || 'inherit'}}`)
      .join('');
  return { highlight, css: () => `${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}\n` };
}
