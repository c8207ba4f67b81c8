/** `fetch` over anything that answers requests, with no network between. */
import { BODY_LIMIT, type Handler, type WireAnswer } from './wire.ts';

/** Answers a request. Rejects with a `TypeError`, like `fetch` itself, only where a dropped connection was forced. */
export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** `mount` is the path that the handler is reached under and that requests come with; without it, requests are for the root. */
export const fetchFrom =
  (handler: Handler, mount = ''): Fetch =>
  async (input, init) => {
    // Documents made for tests (jsdom) have an AbortSignal of their own, which Node's Request does not accept.
    const { signal, ...rest } = init ?? {};
    const request = isForeign(input) ? copyOf(input, rest) : new Request(input, rest);
    const url = new URL(request.url);
    const target = url.pathname.slice(mount.length) + url.search;
    // Before the body is waited for: a reset meanwhile is none of this request's business.
    const begun = handler.begin?.(target);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const isTooLarge = bytes.length > BODY_LIMIT;
    const answer = await handler.handle({
      method: request.method,
      target,
      base: url.origin,
      header: (name) => request.headers.get(name) ?? undefined,
      body: isTooLarge ? bytes.subarray(0, BODY_LIMIT + 1) : bytes,
      bodyTooLarge: isTooLarge,
      ...(begun !== undefined && { begun }),
      ...(mount !== '' && { mount }),
    });
    if (answer.delay !== undefined) await wait(answer.delay, signal ?? request.signal);
    if (answer.fault === 'drop') throw new TypeError('fetch failed', { cause: new Error('connection dropped') });
    return toResponse(answer, request.method === 'HEAD');
  };

/** A request of another implementation than the global one, as of the package undici: `new Request` takes it for an address. */
const isForeign = (input: Request | string | URL): input is Request =>
  typeof input === 'object' && 'url' in input && !(input instanceof Request);

function copyOf({ url, method, headers, body }: Request, init: RequestInit): Request {
  return new Request(url, { method, headers: [...headers], ...(body && { body, duplex: 'half' }), ...init });
}

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    // React Native's signals have neither `throwIfAborted` nor `reason`.
    const stop = (): void => reject(signal.reason ?? new Error('The request was aborted.'));
    if (signal.aborted) return stop();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stop();
    });
  });

const HAVE_NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function toResponse({ status, headers, body, fault }: WireAnswer, isHead: boolean): Response {
  const hasBody = !isHead && !HAVE_NO_BODY.has(status);
  if (fault !== 'truncate' || !hasBody) return new Response(hasBody ? body : null, { status, headers });
  const half = new TextEncoder().encode(body.slice(0, Math.floor(body.length / 2)));
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(broken, { status, headers });
}
