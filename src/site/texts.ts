/** The guide, the error catalogue, the page for wrong addresses, and everything that is made for programs. */
import { cataloguePage, catalogueTwin } from './catalogue.ts';
import type { Contract } from './contract.ts';
import { type GuidePage, mentionsOf, twinOf } from './guide.ts';
import { layout } from './layout.ts';
import { writeLlms } from './llms.ts';
import { CODES, writeCode, writeOperation, writeReferenceTwin, writeSchema } from './markdown.ts';
import { createRender } from './render.ts';

/** Writes them; `highlight` turns code into HTML. */
export function writeTexts(
  contract: Contract,
  guide: readonly GuidePage[],
  write: (path: string, text: string) => void,
  highlight: (code: string, language: string) => string,
): void {
  const render = createRender(highlight);
  const mentions = mentionsOf(guide);
  for (const { name, title, text } of guide) {
    write(`${name}.html`, layout(`${name}.html`, title, render.page(text), { source: `src/site/guide/${name}.md` }));
    write(`${name}.md`, twinOf(contract, text));
  }
  const catalogue = cataloguePage(render, mentions);
  write(
    'errors.html',
    layout('errors.html', 'Errors', catalogue, {
      source: 'openapi/examples',
    }),
  );
  write('errors.md', catalogueTwin(contract));
  for (const [code, entry] of CODES) {
    write(`errors/${code}.md`, writeCode(contract, code, entry, mentions.get(code) ?? []));
  }
  write('reference.md', writeReferenceTwin(contract));
  for (const operation of contract.operations) {
    write(`operations/${operation.slug}.md`, writeOperation(contract, operation));
  }
  for (const [name, schema] of contract.schemas) write(`schemas/${name}.md`, writeSchema(schema));
  write('openapi.json', contract.text);
  write('llms.txt', writeLlms(contract, guide));
  const lost =
    '<h1>Not found</h1><p>There is no such page. <a href="index.html">Get started</a>, or search for what you need.</p>';
  write('404.html', layout('404.html', 'Not found', lost));
}
