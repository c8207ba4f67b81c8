import { readFileSync } from 'node:fs';
import { type ErrorCatalogueEntry, errorCatalogue } from 'user-password-api/errors';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../src/site/contract.ts';
import { readGuide } from '../../src/site/guide.ts';
import { escapeHtml } from '../../src/site/layout.ts';
import { searchEntries } from '../../src/site/search-entries.ts';
import { writeTexts } from '../../src/site/texts.ts';
import { wordsOf } from './words-of.ts';

const files = new Map<string, string>();
const contract = await readContract();
writeTexts(
  contract,
  readGuide(contract),
  (path, text) => void files.set(path, text),
  (code) => `<pre>${escapeHtml(code)}</pre>`,
);
const read = (path: string): string => files.get(path) ?? '';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}
// The document as it is published, not as the site reads it.
const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const schemas: Readonly<Record<string, Schema>> = document.components.schemas;
const operations: readonly Operation[] = Object.values(document.paths).flatMap((item) => Object.values(Object(item)));
const codes = Object.entries(errorCatalogue);
const kebab = (id: string): string => id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const fieldsOf = ({ $ref = '', properties }: Schema): string[] =>
  Object.keys(properties ?? schemas[$ref.split('/').at(-1) ?? '']?.properties ?? {});

test('no two fields of a schema are described in the same words', () => {
  for (const [name, { properties = {} }] of Object.entries(schemas)) {
    const words = Object.values(properties).map(
      ({ description, $ref }) => description ?? schemas[$ref?.split('/').at(-1) ?? '']?.description,
    );
    expect([name, words.filter((text, index) => words.indexOf(text) !== index)]).toEqual([name, []]);
  }
});

test('the contract is published as it is', () => {
  expect(JSON.parse(read('openapi.json'))).toEqual(document);
});

describe('a Markdown twin', () => {
  test('is beside each page and named in its head', () => {
    const pages = [...files.keys()].filter((path) => path.endsWith('.html') && path !== '404.html');
    expect(pages.length).toBeGreaterThan(4);
    for (const path of pages) {
      const twin = path.replace('.html', '.md');
      expect(read(path)).toContain(`<link rel="alternate" type="text/markdown" href="${twin}">`);
      expect(read(twin), twin).toMatch(/^# /);
    }
  });

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'of %s names its fields, its statuses and its codes',
    (id, { requestBody, responses }) => {
      const twin = read(`operations/${kebab(id)}.md`);
      const [form] = Object.values(requestBody?.content ?? {});
      for (const field of form ? fieldsOf(form.schema) : [])
        expect(twin).toMatch(new RegExp(`^\\| \`${field}\` \\|`, 'm'));
      for (const status of Object.keys(responses)) expect(twin).toContain(`\n### ${status}\n`);
      for (const [code, { places }] of codes) {
        const answers = places.some(({ operation }) => operation === id);
        expect(twin.includes(`](../errors/${code}.md)`), code).toBe(answers);
      }
      // An answer as it comes.
      expect(twin).toContain('```json\n{\n  "');
    },
  );

  test('of each schema names its fields', () => {
    for (const [name, schema] of Object.entries(schemas).filter(([, { properties }]) => properties)) {
      const twin = read(`schemas/${name}.md`);
      for (const field of fieldsOf(schema)) expect(twin, name).toMatch(new RegExp(`^\\| \`${field}\` \\|`, 'm'));
    }
  });

  test.each(codes)(
    'of %s says what it means, what to say, what to do, where it comes from and how it looks',
    (code, entry) => {
      const twin = read(`errors/${code}.md`);
      const [, section = ''] = read('errors.html').split(`<section class="code" id="${code}"`);
      const page = wordsOf(section.split('</section>')[0] ?? '');
      const { summary, cause, longMessage, remedy, fieldMessages = {}, places }: ErrorCatalogueEntry = entry;
      const words = [summary, cause, longMessage, remedy, ...Object.values(fieldMessages)].concat(
        places.flatMap((place) => [place.cause ?? '', place.longMessage ?? '', place.remedy ?? '']),
      );
      for (const text of words) {
        expect(twin).toContain(text);
        expect(page).toContain(wordsOf(text).replaceAll('`', ''));
      }
      for (const place of entry.places) {
        expect(twin).toContain(`[${place.operation}](../operations/${kebab(place.operation)}.md)`);
        if ('paramName' in place) expect(twin).toContain(`field \`${place.paramName}\``);
      }
      expect(twin).toContain(`"code": "${code}"`);
    },
  );
});

describe('llms.txt', () => {
  const text = read('llms.txt');

  test('has a title, a summary, and then sections of links', () => {
    const [title, , summary] = text.split('\n');
    expect(title).toMatch(/^# \S/);
    expect(summary).toMatch(/^> \S/);
    const lists = text.split(/^## /m).slice(1);
    expect(lists.length).toBeGreaterThan(3);
    for (const list of lists) expect(list).toMatch(/^- \[[^\]]+\]\([^)]+\): \S/m);
  });

  test('leads to every page, operation and code', () => {
    const linked = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path);
    const wanted = [...files.keys()].filter((path) => /\.md$/.test(path) && !path.startsWith('schemas/'));
    expect(linked).toEqual(expect.arrayContaining(wanted));
  });
});

describe('the catalogue and the guide', () => {
  const catalogue = read('errors.html');

  test('link to each other where the guide tells about a code', () => {
    expect(read('recipes.html')).toContain('href="errors.html#session_reverification_required"');
    const [, entry = ''] = catalogue.split('<section class="code" id="session_reverification_required"');
    expect(entry.split('</section>')[0]).toContain('href="recipes.html#reverification"');
  });

  test('link every code of the two methods from the start page', () => {
    for (const [code, { places }] of codes) {
      const isOurs = places.some(({ operation }) => /^(change|remove)Password$/.test(operation));
      expect(read('index.html').includes(`href="errors.html#${code}"`), code).toBe(isOurs);
    }
  });

  test('take the words of the parameters from the contract', () => {
    for (const name of ['ChangePasswordRequest', 'RemovePasswordRequest']) {
      for (const property of Object.values(schemas[name]?.properties ?? {})) {
        // Up to the first code or quotation mark, which are marked up.
        const [words = ''] = String(Object(property).description).split(/[`"]/);
        expect(read('index.html')).toContain(words.trim());
      }
    }
  });
});

test('every place in the guide that the search finds is on its page, once', () => {
  const found = searchEntries(contract, readGuide(contract)).filter(({ href }) =>
    /^(?!reference|errors)[\w-]+\.html#/.test(href),
  );
  expect(found.length).toBeGreaterThan(200);
  for (const { href } of found) {
    const [path = '', id = ''] = href.split('#');
    expect(read(path).split(` id="${id}"`).length, href).toBe(2);
  }
});
