/** The page at `/`, read from beside this file: it is the same text in the repository and in the package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { errorCatalogue } from '../../generated/errors.ts';
import type { PageFile } from '../emulator/control/control.ts';

const folder = new URL('page/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The design of the documentation. In the package it stands beside this file. */
const beside = new URL('tokens.css', import.meta.url);
const tokens = existsSync(beside) ? beside : new URL('../site/examples/tokens.css', import.meta.url);

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' };
const LINK = '<a href="/docs/">Documentation</a>';

/** The files of the page by path. `hasDocs`: whether it leads to the documentation. */
export function pageFiles(hasDocs = false): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>([
    ['/', { type: 'text/html', text: read('index.html').replace('<!-- docs -->', hasDocs ? LINK : '') }],
    ['/errors.json', { type: 'application/json', text: JSON.stringify(errorCatalogue) }],
  ]);
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const before = name === 'page.css' ? readFileSync(tokens, 'utf8') : '';
    files.set(`/${name}`, { type, text: before + read(name) });
  }
  return files;
}
