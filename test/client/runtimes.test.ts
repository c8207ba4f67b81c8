/** Runtimes that lack a part of the web platform, or have their own idea of it. */
import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { KEY, LIVE_KEY, rejection, setUp, signedIn } from './stub.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Takes a global away altogether: `undefined` would still be there for `in`. */
function without(name: string): () => void {
  const kept = Object.getOwnPropertyDescriptor(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return () => void (kept && Object.defineProperty(globalThis, name, kept));
}

/** A controller whose signals are not those of Node's `fetch`. */
class ForeignController {
  readonly signal = Object.assign(new EventTarget(), { aborted: false, reason: undefined as unknown });
  abort(reason?: unknown): void {
    Object.assign(this.signal, { aborted: true, reason });
    this.signal.dispatchEvent(new Event('abort'));
  }
}

test('a request can be aborted where there is no Request, as in the hosts of some mini apps', async () => {
  const restore = without('Request');
  try {
    const emulator = createEmulator();
    const signals: unknown[] = [];
    const fetch = (url: string, init: RequestInit) => {
      signals.push(init.signal);
      restore();
      return emulator.fetch(url, init);
    };
    await new Clerk(KEY, { fetch }).load();
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  } finally {
    restore();
  }
});

describe('says what the runtime lacks', () => {
  test.each(['URL', 'AbortController', 'atob', 'performance'])('when it has no %s', (name) => {
    const restore = without(name);
    let thrown: unknown;
    try {
      new Clerk(KEY);
    } catch (error) {
      thrown = error;
    } finally {
      restore();
    }
    expect(thrown).toBeInstanceOf(TypeError);
    expect(String(thrown)).toContain(`no ${name}`);
    expect(String(thrown)).not.toMatch(/malformed|proxyUrl/);
  });

  test('when it has no fetch, and was given none: nothing was sent', async () => {
    const restore = without('fetch');
    try {
      const clerk = new Clerk(LIVE_KEY);
      const error = await rejection(clerk.load());
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toMatch(/no fetch.*option fetch/);
    } finally {
      restore();
    }
  });

  test('when a page with a live key has no fetch', async () => {
    vi.stubGlobal('document', {});
    const restore = without('fetch');
    try {
      const error = await rejection(new Clerk(LIVE_KEY).load());
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toMatch(/no fetch.*option fetch/);
    } finally {
      restore();
    }
  });
});

test('a server that renders pages may make a Clerk whose proxyUrl is a path, and is told once it sends', async () => {
  const { clerk, requests } = setUp({}, { proxyUrl: '/__clerk' });
  expect(clerk.user).toBeUndefined();
  const error = await rejection(clerk.load());
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toMatch(/whole address as proxyUrl/);
  expect(requests).toEqual([]);
});

describe('works', () => {
  test('when Object.hasOwn is missing, as in browsers of 2021', async () => {
    // vitest itself needs it to load the chunks.
    await signedIn();
    const { hasOwn } = Object;
    Object.assign(Object, { hasOwn: undefined });
    try {
      const { user } = await signedIn();
      expect(await user.reload()).toBe(user);
    } finally {
      Object.assign(Object, { hasOwn });
    }
  });

  test('when AbortController is jsdom’s and fetch is Node’s, as under vitest 3: an abort still ends the wait', async () => {
    const emulator = createEmulator();
    const server = await serve(emulator);
    vi.stubGlobal('AbortController', ForeignController);
    try {
      await expect(fetch(server.url, { signal: new AbortController().signal })).rejects.toThrow(/AbortSignal/);
      const clerk = new Clerk(emulator.publishableKey, { proxyUrl: server.url });
      await clerk.load();
      expect(clerk.user).toBeNull();
      const controller = new AbortController();
      const call = clerk.signInWithPassword({ identifier: 'a', password: 'b' }, { signal: controller.signal });
      controller.abort();
      expect(await rejection(call)).toMatchObject({ reason: 'aborted' });
    } finally {
      await server.close();
    }
  });

  test('when crypto, AbortSignal.timeout, navigator and location are missing', async () => {
    const restores = ['crypto', 'navigator', 'location', 'DOMException'].map(without);
    const { timeout, any } = AbortSignal;
    Object.assign(AbortSignal, { timeout: undefined, any: undefined });
    try {
      const { user } = await signedIn({}, { native: true });
      expect(await user.updatePassword({ newPassword: 'correct horse battery staple' })).toBe(user);
    } finally {
      Object.assign(AbortSignal, { timeout, any });
      for (const restore of restores) restore();
    }
  });

  test('when URL is React Native’s, which parses nothing and ends addresses with a slash', async () => {
    vi.stubGlobal(
      'URL',
      class {
        readonly href: string;
        constructor(address: string, base?: string) {
          if (base !== undefined) throw new Error('not implemented');
          this.href = address.endsWith('/') ? address : `${address}/`;
        }
        get hostname(): never {
          throw new Error('not implemented');
        }
      },
    );
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      asked.push(url.replace(/\?.*/, ''));
      return Response.json({ response: null, client: null });
    };
    await new Clerk(KEY, { native: true, fetch }).load();
    await new Clerk(KEY, { native: true, fetch, proxyUrl: 'http://10.0.2.2:4010' }).load();
    expect(asked).toEqual(['https://example.clerk.accounts.dev/v1/client', 'http://10.0.2.2:4010/v1/client']);
    for (const proxyUrl of ['http://evil.example\\.localhost', 'http://evil.example:80.local', 'evil.example']) {
      expect(() => new Clerk(KEY, { proxyUrl }), proxyUrl).toThrow(/proxyUrl must be/);
    }
  });

  test('when a page has no location', async () => {
    vi.stubGlobal('document', {});
    const { clerk, requests } = setUp({}, {}, LIVE_KEY);
    await clerk.load();
    expect(requests[0]?.init.credentials).toBe('include');
  });

  test('with cookies, when it is a web worker or a service worker', async () => {
    vi.stubGlobal('importScripts', () => {});
    vi.stubGlobal('location', { href: 'https://app.example.com/worker.js' });
    const { clerk, requests } = setUp({}, { proxyUrl: '/__clerk' }, LIVE_KEY);
    await clerk.load();
    expect(requests[0]?.init.credentials).toBe('include');
    expect(requests[0]?.path).toBe('/__clerk/v1/client');
  });
});
