/** A block of code with a bar above it: what it is, and where the script puts its Copy button. */
import { escapeHtml } from './layout.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'TypeScript',
  sh: 'Terminal',
  html: 'HTML',
  json: 'JSON',
  yaml: 'YAML',
  toml: 'TOML',
};

/** `html` is the highlighted code. `title` is the name of its file, if it has one. */
export const codeBlock = (html: string, language: string, title?: string): string =>
  `<div class="sample"><div class="sample-bar"><span>${escapeHtml(title ?? LANGUAGES[language] ?? language)}</span></div>${html.trimEnd()}</div>\n`;
