/** Pages that load the vendor's own, unmodified SDK from its npm package, or ours, and the emulators that they talk to. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const roots: Readonly<Record<string, string>> = {
  'clerk-js-5': join(packages, 'clerk-js-5/dist'),
  'clerk-js-6': join(packages, 'clerk-js-6/dist'),
  ui: join(packages, '@clerk/ui/dist'),
};

/** Where the pages are, and a way to stop serving them. */
export interface PageServer {
  readonly url: string;
  /** Puts a file beside the pages. */
  add(path: string, type: string, content: string): void;
  close(): Promise<void>;
}

export async function servePages(): Promise<PageServer> {
  const files = new Map<string, { readonly type: string; readonly content: string }>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, root = '', ...rest] = path.split('/');
    const folder = roots[root];
    const file = files.get(path);
    if (file !== undefined) response.writeHead(200, { 'content-type': file.type }).end(file.content);
    else if (folder === undefined) response.writeHead(404).end();
    else {
      readFile(join(folder, ...rest)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://localhost:${address.port}`,
    add: (path, type, content) => void files.set(path, { type, content }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The versions that are tried, and what each needs beside itself to show its components. */
export const versions = [
  { version: 5, script: '/clerk-js-5/clerk.browser.js', ui: undefined },
  { version: 6, script: '/clerk-js-6/clerk.browser.js', ui: '/ui/ui.browser.js' },
] as const;

/** A page with one version of the SDK, loaded and as `window.Clerk`. */
export function sdkPage(script: string, ui: string | undefined, publishableKey: string, proxyUrl?: string): string {
  const proxy = proxyUrl === undefined ? '' : `data-clerk-proxy-url="${proxyUrl}"`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>SDK</title></head><body><div id="app"></div>
${ui === undefined ? '' : `<script src="${ui}"></script>`}
<script src="${script}" data-clerk-publishable-key="${publishableKey}" ${proxy}></script>
<script>
  window.Clerk.load({ telemetry: false, ${ui === undefined ? '' : 'ui: { ClerkUI: window.__internal_ClerkUICtor }'} });
</script></body></html>`;
}

/** Our SDK in one file: the global `sdk` for a classic script, its exports for a module. */
export async function bundleSdk(format: 'iife' | 'es'): Promise<string> {
  const input = fileURLToPath(new URL('../../src/client/clerk.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'browser' });
  const { output } = await build.generate({ format, name: 'sdk', codeSplitting: false, sourcemap: 'inline' });
  return output[0].code;
}

/** A new emulator with a port, of the same site as the pages, and a tab with a profile of its own. Both go when the test ends. */
export async function openTab(browser: Browser): Promise<{ emulator: Emulator; proxyUrl: string; page: Page }> {
  const emulator = createEmulator();
  const http = await serve(emulator);
  onTestFinished(() => http.close());
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  return { emulator, proxyUrl: http.url.replace('127.0.0.1', 'localhost'), page: await context.newPage() };
}
