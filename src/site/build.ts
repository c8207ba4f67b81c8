/** Builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { type ErrorCatalogueEntry, errorCatalogue } from '../../generated/errors.ts';
import { createHighlight } from './highlight.ts';
import { escapeHtml, layout } from './layout.ts';
import { bundleScripts, liveExamples } from './live-examples.ts';
import { type Contract, operationsOf, writeCode, writeOperation } from './markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');
const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Builds everything; `out` is emptied first. */
export async function buildSite(out: string = join(root, 'dist/site')): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  const openapi = readFileSync(join(root, 'generated/openapi.json'), 'utf8');
  const contract = JSON.parse(openapi) as Contract; // written by `npm run generate`
  const { highlight, css } = await createHighlight();
  const marked = new Marked({
    renderer: {
      code: ({ text, lang = '' }) => highlight(text, lang.split(' ')[0] ?? ''),
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
  const html = (text: string): string =>
    marked
      .parse(text, { async: false })
      .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
      .replaceAll('</table>', '</table></div>');

  await bundleScripts(out);

  const guide = source('guide.md');
  write('index.md', guide);
  write('index.html', layout('index.html', 'Guide', html(guide)));

  for (const [path, text] of liveExamples(source, highlight)) write(path, text);

  const codes: [string, ErrorCatalogueEntry][] = Object.entries(errorCatalogue);
  const markdownOf = codes.map(([code, entry]) => [code, writeCode(code, entry)] as const);
  for (const [code, text] of markdownOf) write(`errors/${code}.md`, text);
  write(
    'errors.md',
    `# Errors\n\n${codes.map(([code, { summary }]) => `- [${code}](errors/${code}.md): ${summary}`).join('\n')}\n`,
  );
  const inline = (text: string): string => marked.parseInline(text, { async: false });
  const list = codes
    .map(([code, entry]) => {
      const places = [
        ...new Set(
          entry.places.map(
            ({ operation, status, paramName }) => `${operation} (${status}${paramName ? `, ${paramName}` : ''})`,
          ),
        ),
      ];
      return `<section class="code" id="${code}"><h2><a href="#${code}"><code>${code}</code></a></h2><p>${escapeHtml(entry.summary)}</p><dl><dt>Meaning</dt><dd>${inline(entry.cause)}</dd><dt>Tell the person</dt><dd>${escapeHtml(entry.longMessage)}</dd><dt>In code</dt><dd>${inline(entry.remedy)}</dd><dt>Where</dt><dd>${escapeHtml(places.join(', '))}</dd></dl></section>`;
    })
    .join('\n');
  const search =
    '<div class="field"><label for="search">Search the codes</label><input id="search" type="search"></div>';
  write(
    'errors.html',
    layout(
      'errors.html',
      'Errors',
      `<h1>Errors</h1>${search}<p id="count" role="status">${codes.length} codes</p>${list}`,
      { script: 'errors-search' },
    ),
  );

  const operations = operationsOf(contract);
  for (const operation of operations) write(`operations/${slug(operation.name)}.md`, writeOperation(operation));
  write(
    'reference.md',
    `# Reference\n\n${contract.info.description}\n${operations.map(({ name, summary }) => `- [${summary}](operations/${slug(name)}.md)`).join('\n')}\n`,
  );
  write('reference.html', redocly());
  write(
    '404.html',
    layout('404.html', 'Not found', '<h1>Not found</h1><p>There is no such page. Choose one above.</p>'),
  );
  write('openapi.json', openapi);
  const links = [
    '- [Guide](index.md)',
    '- [Reference](reference.md)',
    '- [Errors](errors.md)',
    '- [Update password](examples/update-password.md)',
    '- [Remove password](examples/remove-password.md)',
    '- [Contract](openapi.json)',
    ...operations.map(({ name, summary }) => `- [${summary}](operations/${slug(name)}.md)`),
    ...codes.map(([code, { summary }]) => `- [${code}](errors/${code}.md): ${summary}`),
  ];
  write('llms.txt', `# ${contract.info.title}\n\n> ${contract.info.summary}\n\n## Pages\n\n${links.join('\n')}\n`);
  write('assets/site.css', `${source('site.css')}${css()}`);
}

/**
 * Redocly's own page with its scripts in it, and a way back. It is not under the policy of the other pages: its sections fold and
 * its search works only by scripts that stand in the page.
 */
function redocly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redocly-'));
  const file = join(folder, 'reference.html');
  try {
    const cli = join(root, 'node_modules/.bin/redocly');
    const run = spawnSync(cli, ['build-docs', 'password', '--inlineBundle', '--output', file], {
      cwd: root,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`redocly build-docs failed: ${run.stderr}`);
    const back = '<nav aria-label="Site"><a href="index.html">Guide</a> · <a href="errors.html">Errors</a></nav>';
    return (
      readFileSync(file, 'utf8')
        .replace(/<body[^>]*>/, (body) => `${body}${back}`)
        // Its maker's logo would be fetched from elsewhere.
        .replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,')
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  await buildSite();
  console.log('The site is in dist/site.');
}
