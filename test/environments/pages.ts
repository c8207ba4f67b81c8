/** What a bundler has made, as a page in Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../browser.ts';
import { check } from './environment.ts';

const SCRIPT = 'text/javascript';

/** Serves a folder. The page at `/` runs one script of it. */
async function serveFolder(folder: string, script: string): Promise<{ readonly url: string; close(): void }> {
  const type = script.endsWith('.iife.js') ? SCRIPT : 'module';
  const html = `<!doctype html><link rel="icon" href="data:,"><body><script type="${type}" src="/${script}"></script>`;
  const server = createServer(({ url = '/' }, response) => {
    const file = join(folder, new URL(url, 'http://localhost').pathname);
    const found = extname(file) !== '' && existsSync(file);
    response.writeHead(found || url === '/' ? 200 : 404, {
      'Content-Type': found ? SCRIPT : 'text/html; charset=utf-8',
    });
    response.end(found ? readFileSync(file) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  check(address !== null && typeof address === 'object', 'the server has a port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens the page of a folder in a browser, and checks that nothing was thrown in it that nobody caught. */
export async function inBrowser<Result>(
  folder: string,
  script: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const server = await serveFolder(folder, script);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(server.url);
    check(errors.length === 0, `no errors: ${errors}`);
    const result = await use(page);
    check(errors.length === 0, `no errors: ${errors}`);
    return result;
  } finally {
    await browser.close();
    server.close();
  }
}
