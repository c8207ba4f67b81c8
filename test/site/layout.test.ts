import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layout } from '../../src/site/layout.ts';
import { PAGES } from '../../src/site/pages.ts';

const names = [...PAGES.keys()];
const { version }: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

test.each(names)('%s names its version and its source, and leads to its twin and to the pages beside it', (name) => {
  const html = layout(`${name}.html`, 'Title', '<h1>Title</h1>', { source: 'src/site/it.md' });
  const up = name.includes('/') ? '../' : '';
  expect(html).toMatch(new RegExp(`Version ${version}, <time datetime="\\d{4}-\\d\\d-\\d\\d">\\d+ \\w+ \\d{4}</time>`));
  expect(html).toMatch(/<a href="https:[^"]+\/blob\/main\/src\/site\/it\.md">Source<\/a>/);
  expect(html).toContain(`<a href="${up}${name}.md">This page as Markdown</a>`);
  const at = names.indexOf(name);
  for (const [rel, other] of [
    ['prev', names[at - 1]],
    ['next', names[at + 1]],
  ] as const) {
    if (other === undefined) expect(html).not.toContain(`rel="${rel}"`);
    else expect(html).toContain(`rel="${rel}" href="${up}${other}.html"`);
  }
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
});

test('a page with three headings or more has an outline of them, and one with fewer has none', () => {
  const heading = (id: string): string => `<h2 id="${id}"><a class="anchor" href="#${id}">About ${id}</a></h2>`;
  const page = (...ids: string[]): string => layout('index.html', 'Title', ids.map(heading).join(''));
  expect(page('one', 'two')).not.toContain('class="outline"');
  expect(page('one', 'two', 'three').match(/<nav class="outline"[\s\S]*?<\/nav>/)?.[0]).toContain(
    '<a href="#two">About two</a>',
  );
  // The start page says where: its beginning needs the whole width.
  const placed = layout(
    'index.html',
    'Title',
    `<div class="outline-place"></div>${['one', 'two', 'three'].map(heading).join('')}`,
  );
  expect(placed.match(/<nav class="outline"/g)).toHaveLength(1);
  expect(placed.indexOf('<nav class="outline"')).toBeLessThan(placed.indexOf('id="one"'));
});
