/** The browser of the tests: the system's Chrome or Chromium, else the one that `node test/programs.ts` installed. */
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
    try {
      const session = await profile.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate });
    } catch (error) {
      // A tab that a test opens and closes at once is gone by now.
      if (!page.isClosed()) throw error;
    }
  });
}

/** Has every request of a profile wait up to this many milliseconds, each for another time, as on a bad connection. */
async function slowDown(profile: BrowserContext, most: number): Promise<void> {
  await profile.route('**/*', async (route) => {
    await wait(Math.random() * most);
    // The page may be closed by now.
    await route.continue().catch(() => {});
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

/** Writes which parts of its scripts a page ran, before it leaves for another and when it is closed. The same script is written once. */
function countBranches(profile: BrowserContext, folder: string): void {
  const counted = new Set<Page>();
  const begin = async (page: Page): Promise<void> => {
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    counted.add(page);
  };
  const write = async (page: Page): Promise<void> => {
    // A page with a profile of its own closes that, too.
    if (!counted.delete(page) || page.isClosed()) return;
    for (const { source = '', functions } of await page.coverage.stopJSCoverage()) {
      const name = join(folder, createHash('sha1').update(source).digest('hex'));
      if (!existsSync(`${name}.js`)) writeFileSync(`${name}.js`, source);
      writeFileSync(`${name}-${randomUUID()}.json`, JSON.stringify({ functions }));
    }
  };
  const newPage = profile.newPage.bind(profile);
  profile.newPage = async () => {
    const page = await newPage();
    await begin(page);
    const [goto, reload, close] = [page.goto.bind(page), page.reload.bind(page), page.close.bind(page)];
    // The browser forgets what scripts ran of a page that is no longer there.
    const writeAndBegin = () => write(page).then(() => begin(page));
    page.goto = (...args) => writeAndBegin().then(() => goto(...args));
    page.reload = (...args) => writeAndBegin().then(() => reload(...args));
    page.close = (...args) => write(page).then(() => close(...args));
    return page;
  };
  const close = profile.close.bind(profile);
  profile.close = async (...args) => {
    for (const page of [...counted]) await write(page);
    return close(...args);
  };
}

const HERE = ['localhost', '*.localhost', '127.*', '::1', '[::1]'];

/**
 * Options that start the browser without its calls home, and without the mark by which SDKs take it for a robot. It knows no machine but
 * this one; `hosts` maps a name to a server here, such as `MAP example.com 127.0.0.1:4010`.
 */
export function launchOptions(args: readonly string[] = [], hosts: readonly string[] = []): LaunchOptions {
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
      `--host-resolver-rules=${[...hosts, 'MAP * ~NOTFOUND', ...HERE.map((host) => `EXCLUDE ${host}`)].join(', ')}`,
      ...args,
    ],
  };
}

/**
 * Starts a browser. `CPU_THROTTLE=4` makes its pages four times slower, and `NETWORK_DELAY=300` their requests up to 300 ms, to see
 * whether a test hangs on their speed.
 */
export async function launchBrowser(...hosts: readonly string[]): Promise<Browser> {
  return watched(await chromium.launch(launchOptions([], hosts)));
}

/** Connects to a browser that `chromium.launchServer` started, slowed in the same ways. */
export async function connectBrowser(endpoint: string): Promise<Browser> {
  return watched(await chromium.connect(endpoint));
}

/** Slows each page or counts its branches if asked to, and tells `npm test` of requests that wanted to leave this machine. */
function watched(browser: Browser): Browser {
  const rate = Number(process.env['CPU_THROTTLE'] ?? 1);
  const delay = Number(process.env['NETWORK_DELAY'] ?? 0);
  const counted = process.env['BROWSER_COVERAGE'];
  const log = process.env['LOOPBACK_LOG'];
  const newContext = browser.newContext.bind(browser);
  // `newPage` makes its profile by this, too.
  browser.newContext = async (...args) => {
    const profile = await newContext(...args);
    if (rate > 1) throttle(profile, rate);
    if (delay > 0) await slowDown(profile, delay);
    if (counted !== undefined && args[0]?.javaScriptEnabled !== false) countBranches(profile, counted);
    profile.on('requestfailed', (request) => {
      if (log === undefined || request.failure()?.errorText !== 'net::ERR_NAME_NOT_RESOLVED') return;
      appendFileSync(log, `${request.url()}, asked by the page ${request.frame().url()}\n`);
    });
    return profile;
  };
  const close = browser.close.bind(browser);
  browser.close = async (...args) => {
    await Promise.all(browser.contexts().map((profile) => profile.close()));
    return close(...args);
  };
  return browser;
}
