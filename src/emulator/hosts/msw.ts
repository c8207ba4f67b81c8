/** The emulator behind Mock Service Worker: the same function, in the tests and stories that use MSW already. */
import { type HttpHandler, http } from 'msw';
import type { Emulator } from '../control/emulator.ts';
import { fetchFrom } from '../engine/fetch.ts';

/**
 * Handlers that answer every request for one address with the emulator.
 *
 * @param emulator Made by `createEmulator()`; keep it to look at and to reset.
 * @param url Where the SDK sends its requests. Default: the host that `emulator.publishableKey` names. With a `proxyUrl`, that;
 *   it may be a path if there is a page.
 * @throws {TypeError} If `url` is not an address.
 *
 * @example
 * const emulator = createEmulator();
 * const server = setupServer(...emulatorHandlers(emulator));
 * beforeAll(() => server.listen());
 * afterEach(() => emulator.reset());
 * afterAll(() => server.close());
 */
export function emulatorHandlers(
  emulator: Emulator,
  url: string = `https://${emulator.settings.frontendApi}`,
): HttpHandler[] {
  // A path is one of the page's own origin, as in the SDK.
  const address = url.replace(/\/$/, '');
  const page = globalThis.location?.href;
  if (!URL.canParse(address, page)) {
    const hint = page === undefined ? ' A path needs a page, and there is none.' : '';
    throw new TypeError(`emulatorHandlers: ${JSON.stringify(url)} is not an address.${hint}`);
  }
  const { origin, pathname } = new URL(address, page);
  const base = pathname === '/' ? origin : origin + pathname;
  const answer = fetchFrom(emulator, pathname === '/' ? '' : pathname);
  return [
    http.all(`${base}/*`, async ({ request }) => {
      const inner = new Request(request);
      // The emulator checks names because a server can be reached by a false one; here nothing goes over a network.
      inner.headers.delete('host');
      try {
        return await answer(inner);
      } catch {
        // A dropped connection was forced.
        return Response.error();
      }
    }),
  ];
}
