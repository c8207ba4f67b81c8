/** Highlights code at build time. Colours become classes: the content security policy refuses inline styles. */
import { createHighlighter } from 'shiki';
import { escapeHtml } from './layout.ts';

/** A line that goes on below is indented two characters further than it begins, up to this many times two. */
const DEEPEST = 8;

/** The characters that fit a line on a phone. */
const NARROW = 38;

/**
 * Where code without a space may go on below: before a point and after a bracket; after an underscore or a slash only in a word
 * that is longer than a line.
 */
const breakable = (html: string): string =>
  html
    .replaceAll(/(?<=[\w)\]])\??\.(?=[a-z])/gi, '<wbr>$&')
    .replaceAll(/\((?=[\w(])|\($|&lt;(?=[A-Z])|&lt;$/g, '$&<wbr>')
    .replaceAll(/[^\s<>]{60,}|[^\s<>=]{34,}/g, (word) =>
      word.replaceAll(/(?<=[a-z]{4})_(?=[a-z])|(?<=\w)\/(?=[a-z])/g, '$&<wbr>'),
    );

/**
 * A word with hyphens, such as the name of a package, goes to the next line whole if a line of a phone has room for it; a longer one
 * does on wide screens only. `html` has tags.
 */
const whole = (html: string, depth: number): string =>
  html.replaceAll(/(?<![^\s>])(?!--)[^\s<>]*\w-\w[^\s<>]*(?![^\s<])/g, (word) =>
    word.length > 50
      ? word
      : `<span class="${word.length > NARROW - 2 * depth - 4 ? 'wide' : 'option'}">${word}</span>`,
  );

/** `--port` and `--` stay on one line. */
const options = (html: string): string => html.replaceAll(/(?<![\w-])--[a-z-]*/g, '<span class="option">$&</span>');

const LANGUAGES = ['ts', 'tsx', 'sh', 'html', 'json', 'yaml', 'toml', 'nginx', 'astro', 'vue', 'svelte'] as const;

/** Where a command stands. */
const HAS_OPTIONS = /^(sh|yaml|toml)$/;

/** Returns code as HTML; `attributes` are those of its `pre`, each after a space. */
export type Highlight = (code: string, lang: string, attributes?: string) => string;

export async function createHighlight(): Promise<{
  highlight: Highlight;
  css: () => string;
}> {
  const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
  const shiki = await createHighlighter({ themes: Object.values(themes), langs: [...LANGUAGES] });
  const plain = {
    light: shiki.getTheme(themes.light).fg.toUpperCase(),
    dark: shiki.getTheme(themes.dark).fg.toUpperCase(),
  };
  const classes = new Map<string, string>();
  const classOf = (light = '', dark = ''): string => {
    if (light === plain.light && dark === plain.dark) return '';
    const key = `${light} ${dark}`;
    const name = classes.get(key) ?? `h${classes.size}`;
    classes.set(key, name);
    return name;
  };
  const highlight: Highlight = (code, lang, attributes = '') => {
    const known = LANGUAGES.find((one) => one === lang) ?? 'text';
    // Without a limit of time, so that a busy machine makes the same pages.
    const tokens = shiki.codeToTokensWithThemes(code.trimEnd(), { lang: known, themes, tokenizeTimeLimit: 0 });
    const lines = tokens.map((line) => {
      const text = line.map(({ content }) => content).join('');
      const depth = Math.min(Math.floor(text.search(/\S|$/) / 2), DEEPEST);
      const written = (part: string): string => (/\S{30}/.test(text) ? breakable(escapeHtml(part)) : escapeHtml(part));
      // Neighbours of one colour share a span; text in the page's own colour has none.
      let html = '';
      let current = '';
      for (const { content, variants } of line) {
        const name = content.trim() === '' ? current : classOf(variants['light']?.color, variants['dark']?.color);
        if (name !== current) html += `${current && '</span>'}${name && `<span class="${name}">`}`;
        current = name;
        html += HAS_OPTIONS.test(known) ? options(written(content)) : written(content);
      }
      if (current) html += '</span>';
      return text.length > NARROW ? `<span class="l${depth}">${whole(html, depth)}</span>` : html;
    });
    return `<pre${attributes}><code>${lines.join('\n')}</code></pre>\n`;
  };
  const css = (): string =>
    `${Array.from({ length: DEEPEST + 1 }, (_, depth) => `.l${depth}{--hang:${2 * depth + 2}ch}`).join('')}${[
      ...classes,
    ]
      .map(([key, name]) => {
        const [light = '', dark = ''] = key.split(' ').map((colour) => colour || 'currentcolor');
        return `.${name}{color:light-dark(${light},${dark})}`;
      })
      .join('')}`;
  return { highlight, css };
}
