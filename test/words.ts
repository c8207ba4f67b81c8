/**
 * Checks prose and the contract against the word list in words.yml, with textlint and prh: `node test/words.ts [PATTERN …]`.
 * Prints the file, the line, the word and what to write instead.
 */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextlintKernel, type TextlintPluginCreator, type TextlintRuleModule } from '@textlint/kernel';
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const list = readFileSync(`${root}words.yml`, 'utf8');
const kernel = new TextlintKernel();
// Both are CommonJS with a `default`, which Node and vitest import differently. The rule has no types of its own.
const require = createRequire(import.meta.url);
const { default: markdown }: { default: TextlintPluginCreator } = require('@textlint/textlint-plugin-markdown');
const { default: prh }: { default: TextlintRuleModule } = require('textlint-rule-prh');

/** Files checked by default; those under test/ are results of programs. */
const CHECKED = ['*.md', '{.github,docs,src}/**/*.md', 'openapi/**/*.yaml'];

/** Keys of the contract whose values are sentences for people. */
const TEXTS = new Set(['summary', 'description', 'x-remedy', 'message', 'long_message', 'assumed']);

/** Puts each text on its own line of an otherwise blank document, so that a finding has the right line. */
function page(texts: readonly { readonly line: number; readonly text: string }[]): string {
  const lines: string[] = [];
  for (const { line, text } of texts) {
    for (const [index, part] of text.split('\n').entries()) {
      const at = line - 1 + index;
      while (lines.length <= at) lines.push('');
      lines[at] = `${lines[at]} ${part.trim()}`.trim();
    }
  }
  return lines.join('\n');
}

/** Returns the sentences of a YAML file of the contract as Markdown. */
function textsOfYaml(source: string): string {
  const counter = new LineCounter();
  const texts: { line: number; text: string }[] = [];
  visit(parseDocument(source, { lineCounter: counter }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !TEXTS.has(String(key.value)) || !isScalar(value) || typeof value.value !== 'string')
        return;
      const [start = 0] = value.range ?? [];
      texts.push({ line: counter.linePos(start).line, text: value.value });
    },
  });
  return page(texts);
}

/** Returns the comments of a program as Markdown. */
function textsOfCode(source: string): string {
  const texts: { line: number; text: string }[] = [];
  for (const { index, 0: comment } of source.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*|<!--[\s\S]*?-->/g)) {
    const line = source.slice(0, index).split('\n').length;
    texts.push({ line, text: comment.replaceAll(/^\s*(?:\/\*+|\*\/|\*(?!\*)|\/\/|<!--)|\*\/$|-->$/gm, '') });
  }
  return page(texts);
}

function markdownOf(path: string, source: string): string {
  if (path.endsWith('.yaml')) return textsOfYaml(source);
  return path.endsWith('.md') ? source : textsOfCode(source);
}

export interface Finding {
  readonly line: number;
  readonly message: string;
}

/** Checks one file. The ending of its path decides which parts are sentences. */
export async function findings(path: string, source: string): Promise<readonly Finding[]> {
  const { messages } = await kernel.lintText(markdownOf(path, source), {
    filePath: path,
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: markdown }],
    rules: [{ ruleId: 'prh', rule: prh, options: { ruleContents: [list] } }],
  });
  return messages.map(({ line, message }) => ({ line, message: message.replaceAll(/\s+/g, ' ').trim() }));
}

if (import.meta.main) {
  const patterns = process.argv.length > 2 ? process.argv.slice(2) : CHECKED;
  let found = 0;
  // Not from git: a downloaded archive has none.
  for (const path of globSync(patterns, { cwd: root }).toSorted()) {
    for (const { line, message } of await findings(path, readFileSync(`${root}${path}`, 'utf8'))) {
      console.error(`${path}:${line}: ${message}`);
      found++;
    }
  }
  if (found > 0) console.error(`\n${found} to change; words.yml has the list.`);
  process.exitCode = found > 0 ? 1 : 0;
}
