import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import { errorCatalogue } from '../../generated/errors.ts';
import { readContract } from '../../src/site/contract.ts';
import type { Highlight } from '../../src/site/highlight.ts';
import { escapeHtml } from '../../src/site/layout.ts';
import { writeReference } from '../../src/site/reference.ts';
import { wordsOf } from './words-of.ts';

/** The contract as it stands, read without Redoc. */
const contract: unknown = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));

/** A part of the contract by its path; `$ref` is followed. */
function part(...path: readonly string[]): Record<string, unknown> {
  let here = contract;
  for (const key of path) here = follow(here)[key];
  return follow(here);
}
function follow(value: unknown): Record<string, unknown> {
  const object = Object(value) as Record<string, unknown>; // JSON: every value is an object or is read as an empty one
  return typeof object['$ref'] === 'string' ? part(...object['$ref'].slice(2).split('/')) : object;
}

const operations = Object.keys(part('paths')).flatMap((path) =>
  Object.keys(part('paths', path)).map((method) => ({
    path,
    method,
    at: ['paths', path, method],
    id: String(part('paths', path, method)['operationId']),
  })),
);

let html = '';
let ids: string[] = [];
const section = (id: string): string => html.slice(html.indexOf(`id="${id}"`)).split('</section>')[0] ?? '';
beforeAll(async () => {
  const highlight: Highlight = (code, _, attributes = '') => `<pre${attributes}>${escapeHtml(code)}</pre>`;
  const written = new Map<string, string>();
  writeReference(await readContract(), (path, text) => void written.set(path, text), highlight);
  html = written.get('reference.html') ?? '';
  ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
});

/** Without what only says how it looks, where it may be broken and that a keyboard reaches it. */
const withoutSpans = (html: string): string => html.replaceAll(/<\/?span[^>]*>|<wbr>|(?<=<pre) tabindex="0"/g, '');

describe('the reference', () => {
  test.each(operations)('says everything that the contract says when $id is looked up', ({ id, at, path, method }) => {
    const text = section(id);
    const plain = withoutSpans(text);
    expect(text).toContain(`${method.toUpperCase()}</span> <code>${path.replaceAll('/', '/<wbr>')}</code>`);
    expect(wordsOf(text)).toContain(wordsOf(marked.parse(String(part(...at)['description']), { async: false })));
    for (const source of Object.values(part(...at, 'x-source'))) expect(plain).toContain(escapeHtml(String(source)));

    /** A parameter or a field, and all that the contract says of it. */
    const expectTold = (name: string, description: unknown): void => {
      expect(ids).toContain(`${id}-${name}`);
      const told = html.slice(html.indexOf(`id="${id}-${name}"`));
      const words = wordsOf(marked.parse(String(description ?? ''), { async: false }));
      expect(wordsOf(told.slice(0, 20_000)), name).toContain(words);
    };
    for (const index of Object.keys(part(...at, 'parameters'))) {
      const { name, description } = part(...at, 'parameters', index);
      expectTold(String(name), description);
    }
    const form = part(...at, 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema');
    for (const [field, schema] of Object.entries(follow(form['properties']))) {
      expectTold(field, follow(schema)['description']);
    }

    for (const status of Object.keys(part(...at, 'responses'))) {
      const examples = part(...at, 'responses', status, 'content', 'application/json', 'examples');
      expect(ids).toContain(`${id}-${status}`);
      for (const words of Object.values(part(...at, 'x-status-sources', status))) {
        expect(withoutSpans(section(`${id}-${status}`))).toContain(escapeHtml(String(words)));
      }
      for (const [name, example] of Object.entries(examples)) {
        expect(plain).toContain(`<pre>${escapeHtml(JSON.stringify(follow(example)['value'], null, 2))}</pre>`);
        if (!status.startsWith('2')) expect(text).toContain(`href="errors.html#${name}"`);
      }
    }
    const samples = Object.values(part(...at, 'x-codeSamples')).map((sample) => String(follow(sample)['source']));
    for (const sample of samples) expect(plain).toContain(`<pre>${escapeHtml(sample)}</pre>`);
    expect(plain).toMatch(/<div class="tab-set" data-kind="caller">.*?<pre>/s);
  });

  test('has each property of each object, with words about it, when an answer can hold that object', () => {
    const sent = /Request$|Answer$|^DevBrowser$/; // told at the operation
    const objects = Object.keys(part('components', 'schemas')).filter(
      (name) => 'properties' in part('components', 'schemas', name) && !sent.test(name),
    );
    expect(objects).toContain('User');
    for (const name of objects) {
      const properties = Object.keys(part('components', 'schemas', name, 'properties'));
      expect(ids).toEqual(expect.arrayContaining([name, ...properties.map((property) => `${name}-${property}`)]));
      for (const property of properties) {
        const { examples } = part('components', 'schemas', name, 'properties', property);
        const [example] = Array.isArray(examples) ? examples : [];
        // An example that is an object is shown as JSON.
        if (example && typeof example === 'object') {
          const told = html.slice(html.indexOf(`id="${name}-${property}"`));
          expect(told.slice(0, 2_000), property).toContain(`<code>${escapeHtml(JSON.stringify(example))}</code>`);
        }
      }
    }
    expect(html).not.toContain('[object Object]');
    expect(html).not.toContain('<dd></dd>');
  });

  test('leads to a place that exists by every link, and names each place once', () => {
    expect(ids.length).toBe(new Set(ids).size);
    const links = [...html.matchAll(/href="([^"#]*)#([^"]+)"/g)];
    expect(links.length).toBeGreaterThan(500);
    const known = { '': new Set(ids), 'errors.html': new Set(Object.keys(errorCatalogue)) };
    const lost = links.filter(([, page = '', id = '']) => page in known && !known[page as keyof typeof known].has(id)); // `in` was asked
    expect(lost.map(([link]) => link)).toEqual([]);
  });
});
