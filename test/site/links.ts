/** Follows every link of a built site, in its pages and in their Markdown twins, to a file and to an id in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { slug } from '../../src/site/guide.ts';

const FENCES = /^```[\s\S]*?^```$/gm;

interface File {
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

function readPage(text: string): File {
  const visible = text
    .replaceAll(/<script\b(?![^>]*\bsrc=)[\s\S]*?<\/script>/g, '')
    .replaceAll(/<style[\s\S]*?<\/style>/g, '');
  const all = (pattern: RegExp): string[] => [...visible.matchAll(pattern)].map(([, found = '']) => found);
  return {
    links: all(/<[^>]*?\s(?:href|src|action|srcset)="([^"]*)"/g).map((link) => link.replaceAll('&amp;', '&')),
    ids: new Set(all(/<[^>]*?\sid="([^"]*)"/g)),
  };
}

function readTwin(text: string): File {
  const prose = text.replaceAll(FENCES, '');
  const all = (pattern: RegExp): string[] => [...prose.matchAll(pattern)].map(([, found = '']) => found);
  return {
    links: [...all(/\]\(([^)\s]+)\)/g), ...all(/^\[[^\]]+\]: (\S+)$/gm)],
    ids: new Set(all(/^#{1,6} (.*)$/gm).map(slug)),
  };
}

/** The links that lead nowhere, as `page: link`; those to other sites are left out. */
export function brokenLinks(folder: string): { readonly broken: readonly string[]; readonly followed: number } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = new Map<string, File>();
  for (const name of names) {
    if (/\.(html|md|txt)$/.test(name)) {
      const text = readFileSync(join(folder, name), 'utf8');
      files.set(name, name.endsWith('.html') ? readPage(text) : readTwin(text));
    }
  }
  const broken: string[] = [];
  let followed = 0;
  for (const [name, { links }] of files) {
    for (const link of links) {
      if (/^(https?|data|mailto):/.test(link)) continue;
      followed++;
      const [address = '', id = ''] = link.split('#');
      const [path = ''] = address.split('?');
      const target = path === '' ? name : posix.join(posix.dirname(name), path);
      const isThere = !link.startsWith('/') && names.includes(target);
      if (!isThere || (id !== '' && !files.get(target)?.ids.has(decodeURIComponent(id))))
        broken.push(`${name}: ${link}`);
    }
  }
  return { broken, followed };
}
