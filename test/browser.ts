/**
 * The browser of the tests: the system's Chrome or Chromium, else one that is installed for them.
 * `node test/browser.ts` makes sure that there is one and says what it did; it fails with the remedy where none can be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

/** Debian's own build of Chromium for tests comes first: it has no windows, and takes half the processor time. */
const HEADLESS = 'chromium-headless-shell';
const NAMES = [HEADLESS, 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a browser on this machine, or undefined. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(':');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return found ?? [...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** Starts the browser without its calls home, and without the mark by which SDKs take it for a robot. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No Chrome or Chromium here. Run `node test/browser.ts`, or set CHROME_PATH to one.');
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

function run(command: string, args: readonly string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** Installs a browser: Debian's package as root, elsewhere what the browser driver offers. */
function installBrowser(): void {
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (debian) {
    console.log(`No Chrome or Chromium found: installing the Debian package "${HEADLESS}".`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', HEADLESS]);
  } else {
    console.log('No Chrome or Chromium found: installing the one that Playwright offers.');
    const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
    run(process.execPath, [cli, 'install', 'chromium']);
  }
}

if (import.meta.main) {
  if (findBrowser() === undefined) installBrowser();
  const found = findBrowser();
  if (found === undefined) {
    console.error(
      'No browser could be had. Install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.',
    );
    process.exit(1);
  }
}
