/** The built site and a browser for one test file. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, inject } from 'vitest';
import { PAGES } from '../../src/site/pages.ts';
import { connectBrowser } from '../browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

export interface Opened {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions. */
  readonly complaints: string[];
  /** Requests that left the site. */
  readonly outside: string[];
}

/** The pages of the site, by their paths without `.html`. */
export const NAMES: readonly string[] = [...PAGES.keys(), '404'];

/** Lays out what else has no size before it is scrolled to. */
export async function layOut(page: Page): Promise<void> {
  await page.locator('.operation, .object').evaluateAll((parts) => {
    for (const part of parts) if (part instanceof HTMLElement) part.style.contentVisibility = 'visible';
  });
}

/** Serves the site during the tests of the file. */
export function browseSite() {
  let site: ServedSite;
  let browser: Browser;
  /** Where pages are opened that need no profile of their own: a profile takes longer to make than a page to load. */
  let profile: BrowserContext;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), connectBrowser(inject('browserEndpoint'))]);
    profile = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    site: () => site,
    browser: () => browser,
    /** Opens a page and waits until its scripts have run. `prepare` is called before it is loaded. */
    async open(
      path: string,
      options?: BrowserContextOptions,
      prepare: (page: Page) => Promise<void> = async () => undefined,
    ): Promise<Opened> {
      const page = options === undefined ? await profile.newPage() : await browser.newPage(options);
      const complaints: string[] = [];
      const outside: string[] = [];
      page.on('console', (said) => void (['error', 'warning'].includes(said.type()) && complaints.push(said.text())));
      page.on('pageerror', (error) => void complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
      });
      await prepare(page);
      await page.goto(site.url + path, { waitUntil: 'load' });
      return { page, complaints, outside };
    },
  };
}
