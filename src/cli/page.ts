/** The page at `/`, read from beside this file: it is the same text in the repository and in the package. */
import { readFileSync } from 'node:fs';
import type { PageFile } from '../emulator/control/control.ts';

const read = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');

const LINK = '<a href="/docs/">Documentation</a>';

/** The files of the page by path. `hasDocs`: whether it leads to the documentation. */
export const pageFiles = (hasDocs = false): ReadonlyMap<string, PageFile> =>
  new Map([
    ['/', { type: 'text/html', text: read('index.html').replace('<!-- docs -->', hasDocs ? LINK : '') }],
    ['/page.css', { type: 'text/css', text: read('page.css') }],
    ['/page.js', { type: 'text/javascript', text: read('page.js') }],
  ]);
