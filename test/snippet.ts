/** Runs a piece of documentation as it stands, with the local address in it replaced, and tells what it printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

/** The local address that documentation names. */
export const DOCUMENTED = 'http://127.0.0.1:4010';

/** Runs TypeScript that imports the package by name; `url` stands in for the documented address. */
export async function runSnippet(code: string, url: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  const file = join(folder, 'snippet.ts');
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  try {
    writeFileSync(file, code.replaceAll(DOCUMENTED, url));
    await import(/* @vite-ignore */ file);
    return said;
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
}
