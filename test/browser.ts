/** The browser of the tests: the system's Chrome or Chromium, else the one that `node test/programs.ts` installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

/** Debian's own build of Chromium for tests comes first: it has no windows, and takes half the processor time. */
const NAMES = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of the first of these programs that the shell would find, or undefined. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The path of a browser on this machine, or undefined. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  return findProgram(...NAMES) ?? [...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** Starts the browser without its calls home, and without the mark by which SDKs take it for a robot. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No Chrome or Chromium here. Run `node test/programs.ts`, or set CHROME_PATH to one.');
  }
  return chromium.launch({
    executablePath,
    ...options,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-blink-features=AutomationControlled',
      ...(options.args ?? []),
    ],
  });
}
