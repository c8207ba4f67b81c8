/**
 * Tabs in Markdown. The construct is that of VitePress and its plug-ins:
 *
 *     :::tabs caller
 *     == SDK
 *     Any Markdown.
 *     == curl
 *     Any Markdown.
 *     :::
 *
 * The word after `tabs` is the kind: sets of one kind change together, and the reader's choice is remembered. In HTML a set is a
 * group of `details` elements, so it opens without scripts, and the browser's own search looks into closed tabs too.
 */
import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';
import { escapeHtml } from './layout.ts';

interface Tab {
  readonly label: string;
  /** HTML. */
  readonly content: string;
}

const SET = /^:::tabs (\w+)\n(== [\s\S]*?)\n:::(?:\n|$)/;

/** A set of tabs; the first is open. `name` is the set's own on its page. */
export function tabSet(kind: string, name: string, tabs: readonly Tab[]): string {
  const items = tabs.map(
    ({ label, content }, index) =>
      `<details name="${name}" data-tab="${escapeHtml(label)}"${index === 0 ? ' open' : ''}><summary>${escapeHtml(label)}</summary>${content}</details>`,
  );
  return `<div class="tab-set" data-kind="${kind}">${items.join('')}</div>\n`;
}

/** Teaches `marked` the construct. */
export function tabsExtension(): TokenizerAndRendererExtension {
  let sets = 0;
  return {
    name: 'tabs',
    level: 'block',
    start: (text) => text.match(/^:::tabs /m)?.index,
    tokenizer(text) {
      const [raw, kind, body = ''] = SET.exec(text) ?? [];
      if (raw === undefined) return undefined;
      const tabs = body
        .split(/^== /m)
        .slice(1)
        .map((part) => {
          const [label = '', ...lines] = part.split('\n');
          return { label: label.trim(), tokens: this.lexer.blockTokens(lines.join('\n')) };
        });
      return { type: 'tabs', raw, kind, tabs };
    },
    renderer(token: Tokens.Generic) {
      const tabs: readonly { readonly label: string; readonly tokens: Token[] }[] = token['tabs'];
      sets += 1;
      return tabSet(
        token['kind'],
        `tabs-${sets}`,
        tabs.map(({ label, tokens }) => ({ label, content: this.parser.parse(tokens) })),
      );
    },
  };
}

/** The same for a Markdown twin: each tab begins with its label in bold. */
export const tabsAsText = (text: string): string =>
  text
    .replaceAll(/^:::tabs \w+\n/gm, '')
    .replaceAll(/^== (.*)$/gm, '**$1**\n')
    .replaceAll(/^:::\n?/gm, '');
