/** The page at `/`, read from beside this file: it is the same text in the repository and in the package. */
import { readFileSync } from 'node:fs';
import type { PageFile } from '../emulator/control.ts';

const read = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');

/** The files of the page by path. */
export const pageFiles = (): ReadonlyMap<string, PageFile> =>
  new Map([
    ['/', { type: 'text/html', text: read('index.html') }],
    ['/page.css', { type: 'text/css', text: read('page.css') }],
    ['/page.js', { type: 'text/javascript', text: read('page.js') }],
  ]);
