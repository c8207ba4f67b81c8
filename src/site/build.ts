/** Builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { build } from 'vite';
import { type ErrorCatalogueEntry, errorCatalogue } from '../../generated/errors.ts';
import { createHighlight } from './highlight.ts';
import { escapeHtml, layout } from './layout.ts';
import { type Contract, operationsOf, writeCode, writeOperation } from './markdown.ts';
import { writeReference } from './reference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');
const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const SITUATIONS = [
  ['works', 'Everything works'],
  ['wrong', 'Wrong current password'],
  ['short', 'New password too short'],
  ['breached', 'New password breached'],
  ['none', 'No password yet'],
  ['locked', 'Account locked'],
  ['reverification', 'Reverification needed'],
  ['others', 'Signed in on other devices'],
  ['slow', 'Server slow'],
  ['down', 'Server down'],
] as const;

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

  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'src/site'),
    base: './',
    publicDir: false,
    resolve: {
      alias: [
        { find: /^user-password-api$/, replacement: join(root, 'src/client/index.ts') },
        { find: /^user-password-api\/emulator$/, replacement: join(root, 'src/emulator/index.ts') },
      ],
    },
    build: {
      outDir: out,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: ['update-live', 'remove-live', 'errors-search', 'reference-copy'].map((name) =>
          join(root, `src/site/${name}.ts`),
        ),
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  });

  const guide = source('guide.md');
  write('index.md', guide);
  write('index.html', layout('index.html', 'Guide', html(guide)));

  for (const [name, title] of [
    ['update', 'Update password'],
    ['remove', 'Remove password'],
  ] as const) {
    const code = source(`examples/${name}-password.ts`);
    const form = /<!-- form -->([\s\S]*)<!-- \/form -->/.exec(source(`examples/${name}-password.html`))?.[1] ?? '';
    const choices = SITUATIONS.filter(([id]) => name === 'update' || !['short', 'breached'].includes(id));
    const other = name === 'update' ? ['remove-password', 'Remove password'] : ['update-password', 'Update password'];
    const body = `<h1>${title}</h1>
<p>This form runs the SDK on an emulator in the page. No server, nothing real. The other example: <a href="${other[0]}.html">${other[1]}</a>.</p>
<noscript><p>The form needs scripts. The source below can be read without.</p></noscript>
<div class="lab"><section aria-label="Example"><div class="field"><label for="situation">Situation</label><select id="situation">${choices
      .map(([id, text]) => `<option value="${id}">${text}</option>`)
      .join('')}</select></div>${form}<p id="sessions">&nbsp;</p></section>
<section aria-labelledby="wire-title"><h2 id="wire-title">On the wire</h2><pre class="wire" id="wire" tabindex="0"></pre></section></div>
<dialog id="reverify" aria-labelledby="reverify-title"><form method="dialog"><h2 id="reverify-title">Confirm that it is you</h2><div class="field"><label for="reverify-password">Password</label><input id="reverify-password" type="password" autocomplete="current-password"></div><button value="yes">Confirm</button> <button value="no">Cancel</button></form></dialog>
<h2>The source that runs</h2>${highlight(code, 'ts')}<h2>What it shares with the other form</h2>${highlight(source('examples/form.ts'), 'ts')}`;
    write(
      `examples/${name}-password.html`,
      layout(`examples/${name}-password.html`, title, body, { script: `${name}-live`, wide: true }),
    );
    write(`examples/${name}-password.md`, `# ${title}\n\nThe source of the live example.\n\n\`\`\`ts\n${code}\`\`\`\n`);
  }

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
  await writeReference(write, highlight);
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

if (import.meta.main) {
  await buildSite();
  console.log('The site is in dist/site.');
}
