/** The browser of the tests: the system's Chrome or Chromium, else the one that `node test/programs.ts` installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from '@playwright/test';

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

/** Makes every page of a profile this many times slower, as the browser's own developer tools do. */
function throttle(profile: BrowserContext, rate: number): void {
  profile.on('page', async (page) => {
    const session = await profile.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  });
}

/**
 * Has every element with an id carry `data-listens` once a script listens to its clicks, so that a test can wait for that on a
 * page that it may not change. To be called before the page is loaded.
 */
export async function markListeners(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
      if (args[0] === 'click' && this instanceof Element && this.id !== '') this.setAttribute('data-listens', '');
      addEventListener.apply(this, args);
    };
  });
}

/** Options that start the browser without its calls home, and without the mark by which SDKs take it for a robot. */
export function launchOptions(args: readonly string[] = []): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No Chrome or Chromium here. Run `node test/programs.ts`, or set CHROME_PATH to one.');
  }
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-blink-features=AutomationControlled',
      ...args,
    ],
  };
}

/** Starts a browser. `CPU_THROTTLE=4` makes its pages four times slower, to see whether a test hangs on their speed. */
export async function launchBrowser(args?: readonly string[]): Promise<Browser> {
  return throttled(await chromium.launch(launchOptions(args)));
}

/** Connects to a browser that `chromium.launchServer` started, and throttles its pages in the same way. */
export async function connectBrowser(endpoint: string): Promise<Browser> {
  return throttled(await chromium.connect(endpoint));
}

function throttled(browser: Browser): Browser {
  const rate = Number(process.env['CPU_THROTTLE'] ?? 1);
  if (rate > 1) {
    const newContext = browser.newContext.bind(browser);
    // `newPage` makes its profile by this, too.
    browser.newContext = async (...args) => {
      const profile = await newContext(...args);
      throttle(profile, rate);
      return profile;
    };
  }
  return browser;
}
