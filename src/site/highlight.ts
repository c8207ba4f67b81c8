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
  const highlight = (code: string, lang: string): string => {
    const known = lang === 'ts' || lang === 'sh' || lang === 'html' || lang === 'json' ? lang : 'text';
    const lines = shiki
      .codeToTokensWithThemes(code.trimEnd(), { lang: known, themes })
      .map((line) =>
        line
          .map(
            ({ content, variants }) =>
              `<span class="${classOf(variants['light']?.color, variants['dark']?.color)}">${escapeHtml(content)}</span>`,
          )
          .join(''),
      );
    return `<pre tabindex="0"><code>${lines.join('\n')}</code></pre>\n`;
  };
  const rules = (index: number): string =>
    [...classes].map(([key, name]) => `.${name}{color:${key.split(' ')[index] || 'inherit'}}`).join('');
  return { highlight, css: () => `${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}\n` };
}
