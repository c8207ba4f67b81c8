/** A Playwright `test` with an emulator of its own in each test: no server, no port, nothing leaves the machine. */
import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type Route,
  type TestType,
} from '@playwright/test';
import { createEmulator, type Emulator, type EmulatorOptions } from '../control/emulator.ts';
import { type Fetch, fetchFrom } from '../engine/fetch.ts';

/** The fixtures of each test, beside Playwright's own. */
export interface EmulatorFixtures {
  /** Options of the emulator: `test.use({ emulatorOptions: { settings: { reverification: true } } })`. */
  emulatorOptions: EmulatorOptions;
  /**
   * Where the page's SDK sends its requests. Default: the host that the emulator's publishable key names.
   * A path is one of Playwright's `baseURL`.
   */
  emulatorUrl: string | undefined;
  /** A fresh emulator, used by no other test. It responds to every page of the test's browser context. */
  emulator: Emulator;
}

async function answer(fetch: Fetch, route: Route): Promise<void> {
  const request = route.request();
  const body = request.postDataBuffer();
  try {
    const response = await fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders().then(withoutHost),
      ...(body !== null && { body: new Uint8Array(body) }),
    });
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  } catch {
    // A dropped connection was forced.
    await route.abort('connectionreset');
  }
}

/** The emulator checks names because a server can be reached by a false one; here nothing goes over a network. */
const withoutHost = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'host' && !name.startsWith(':')));

/**
 * Start Chromium with `--disable-blink-features=AutomationControlled` when the page uses the vendor's SDK: it takes a browser that
 * says it is driven by a program for one that is offline.
 *
 * @example
 * test('shows that the password is wrong', async ({ page, emulator }) => {
 *   await page.goto('http://localhost:5173/');
 *   …
 *   expect(emulator.requests.at(-1)?.status).toBe(422);
 * });
 */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & EmulatorFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<EmulatorFixtures>({
  emulatorOptions: [{}, { option: true }],
  emulatorUrl: [undefined, { option: true }],
  emulator: async ({ emulatorOptions }, use) => use(createEmulator(emulatorOptions)),
  // With the context, not with the emulator: a test that names only its page is answered too, and one without a page needs no browser.
  context: async ({ baseURL, context, emulator, emulatorUrl }, use) => {
    const address = emulatorUrl ?? `https://${emulator.settings.frontendApi}`;
    if (!URL.canParse(address, baseURL)) {
      throw new TypeError(`emulatorUrl: ${JSON.stringify(address)} is not an address. A path needs a baseURL.`);
    }
    const base = new URL(address, baseURL);
    const prefix = base.pathname.replace(/\/$/, '');
    const fetch = fetchFrom(emulator, prefix);
    await context.route(
      (url) => url.origin === base.origin && url.pathname.startsWith(`${prefix}/`),
      (route) => answer(fetch, route),
    );
    await use(context);
  },
});
