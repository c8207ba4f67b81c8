/** What is particular to the openapi-fetch client. What both clients have in common is in the other files of this folder. */
import { wrapAsPathBasedClient } from 'openapi-fetch';
import { createEmulator } from 'user-password-api/emulator';
import { createOpenapiFetchClient, UnexpectedResponseError } from 'user-password-api/openapi-fetch';
import type { components, paths } from 'user-password-api/schema';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { examples } from './document.ts';

const baseUrl = 'http://127.0.0.1:1';
const PATH = '/v1/me/change_password';
const body = { current_password: 'current-password-1', new_password: 'a new password' };
const changed = JSON.stringify(examples.find(({ name }) => name === 'password_changed')?.value);

test('data and error have the types of the contract, and are what their types say', async () => {
  const emulator = createEmulator();
  const query = () => ({ __clerk_db_jwt: 'dvb_local' });
  const client = createOpenapiFetchClient({ baseUrl, query, fetch: emulator.fetch });
  const { data, error } = await client.POST(PATH, { body });
  expectTypeOf(data?.response).toExtend<components['schemas']['User'] | undefined>();
  expectTypeOf(data?.response.password_enabled).toEqualTypeOf<boolean | undefined>();
  expect(error).toBeUndefined();
  expect(data?.response.password_enabled).toBe(true);
  const again = await client.POST(PATH, { body });
  expectTypeOf(again.error?.errors[0]?.long_message).toEqualTypeOf<string | null | undefined>();
  expect(again.data).toBeUndefined();
  expect(again.error?.errors[0]?.code).toBe('form_password_incorrect');
  expectTypeOf<keyof paths>().toExtend<`/v1/${string}`>();
});

describe('each kind of caller', () => {
  const kinds: readonly [string, object, object][] = [
    ['a browser in production', { credentials: 'include' }, { credentials: 'include', token: null, native: null }],
    [
      'a development instance',
      { query: () => ({ __clerk_db_jwt: 'dvb_1', _is_native: undefined }) },
      { credentials: 'same-origin', token: 'dvb_1', native: null, authorization: null },
    ],
    [
      'a native application',
      { query: () => ({ _is_native: '1' }), headers: () => ({ Authorization: 'Bearer t' }) },
      { token: null, native: '1', authorization: 'Bearer t' },
    ],
  ];
  const what = (request: Request) => {
    const { searchParams, search } = new URL(request.url);
    return {
      credentials: request.credentials,
      token: searchParams.get('__clerk_db_jwt'),
      native: searchParams.get('_is_native'),
      authorization: request.headers.get('Authorization'),
      contentType: request.headers.get('Content-Type'),
      search,
    };
  };

  test.each(kinds)('%s is known by what it sends, through the global fetch', async (_, options, expected) => {
    const sent: Request[] = [];
    const client = createOpenapiFetchClient({ baseUrl, ...options });
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      sent.push(new Request(input, init));
      return new Response(changed);
    });
    await client.POST(PATH, { body });
    const [request] = sent;
    if (request === undefined) throw new Error('nothing was sent');
    expect(what(request)).toMatchObject({ ...expected, contentType: 'application/x-www-form-urlencoded' });
    expect(what(request).search).not.toContain('password');
  });

  test.each(kinds)('%s is known by what it sends, through a fetch of its own', async (_, options, expected) => {
    const sent: Request[] = [];
    const fetch = async (url: string, init: RequestInit) => {
      sent.push(new Request(url, init));
      return new Response(changed);
    };
    await createOpenapiFetchClient({ baseUrl, ...options, fetch }).POST(PATH, { body });
    const [request] = sent;
    if (request === undefined) throw new Error('nothing was sent');
    expect(what(request)).toMatchObject({ ...expected, contentType: 'application/x-www-form-urlencoded' });
    expect(await request.text()).toBe('current_password=current-password-1&new_password=a%20new%20password');
  });
});

describe('a request', () => {
  /** A client and the requests that were sent by it. */
  function recording(options: object = {}) {
    const sent: { readonly url: string; readonly init: RequestInit; readonly headers: Headers }[] = [];
    const fetch = async (url: string, init: RequestInit) => {
      sent.push({ url, init, headers: new Headers(init.headers) });
      return new Response(changed);
    };
    return { client: createOpenapiFetchClient({ baseUrl, ...options, fetch }), sent };
  }

  test('asks for query and headers each time, and a header of the call counts more', async () => {
    let count = 0;
    const { client, sent } = recording({ headers: () => ({ A: String(++count), B: 'client' }) });
    await client.POST(PATH, { body });
    await client.POST(PATH, { body, headers: { B: 'call' } });
    expect(sent.map(({ headers }) => [headers.get('A'), headers.get('B')])).toEqual([
      ['1', 'client'],
      ['2', 'call'],
    ]);
  });

  test.each([
    ['FormData', new FormData()],
    ['URLSearchParams', new URLSearchParams()],
  ])('has the fields of a %s that is given as body', async (_, form) => {
    form.set('new_password', 'spaces & *');
    const { client, sent } = recording();
    const loose = { body: { new_password: '' } };
    Reflect.set(loose, 'body', form); // what a caller without types does
    await client.POST(PATH, loose);
    expect(sent[0]?.init.body).toBe('new_password=spaces%20%26%20*');
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  });

  test('has the content type that the headers of the client say', async () => {
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    const { client, sent } = recording({ headers: () => ({ 'Content-Type': type }) });
    await client.POST(PATH, { body });
    expect(sent[0]?.headers.get('Content-Type')).toBe(type);
  });

  test('has no content type and no body when it is a GET', async () => {
    const { client, sent } = recording();
    await client.GET('/v1/me');
    expect(sent[0]?.headers.has('Content-Type')).toBe(false);
    expect(sent[0]?.init).not.toHaveProperty('body');
  });

  test('is aborted by the signal of the call', async () => {
    const controller = new AbortController();
    const fetch = (_: string, { signal }: RequestInit) => {
      controller.abort();
      return signal?.aborted ? Promise.reject(signal.reason) : Promise.resolve(new Response(changed));
    };
    const call = createOpenapiFetchClient({ baseUrl, fetch }).POST(PATH, { body, signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('can be made by path as well', async () => {
    const { client, sent } = recording();
    const { data } = await wrapAsPathBasedClient(client)[PATH].POST({ body });
    expect(data?.response.object).toBe('user');
    expect(sent[0]?.url).toBe(`${baseUrl}${PATH}`);
  });
});

describe('a call rejects', () => {
  const answering = (text: string, init: ResponseInit) =>
    createOpenapiFetchClient({ baseUrl, fetch: async () => new Response(text, init) });

  test('with UnexpectedResponseError, which holds no password, when the response is not one of the contract', async () => {
    const error = await answering('current-password-1', { status: 500 })
      .POST(PATH, { body })
      .catch((cause: unknown) => cause);
    if (!(error instanceof UnexpectedResponseError)) throw error;
    expect(error.message).toBe('changePassword: the response is not one of the contract: not-json (HTTP status 500).');
    expect(error).toMatchObject({ reason: 'not-json', errors: [], traceId: undefined, response: { status: 500 } });
    expect(`${error.stack} ${JSON.stringify(error)} ${error.response.url}`).not.toMatch(/password-1|a new/);
  });

  test('with an error that names its own operation, by method and path, and has a name of its own', async () => {
    const client = createOpenapiFetchClient({ baseUrl, fetch: async () => new Response('{"response":7}') });
    const said: string[] = [];
    for (const call of [
      client.POST(PATH, { body }),
      client.POST('/v1/dev_browser'),
      client.GET('/v1/me'),
      client.GET('/v1/client'),
      client.POST('/v1/client/sessions', { params: { query: { _method: 'DELETE' } } }),
    ])
      said.push(await call.then(String, String));
    const operations = ['changePassword', 'createDevBrowser', 'getUser', 'getClient', 'removeSessions'];
    expect(said).toEqual(
      operations.map(
        (name) =>
          `UnexpectedResponseError: ${name}: the response is not one of the contract: wrong-shape (HTTP status 200).`,
      ),
    );
  });

  test('not when the address is none of the contract: that response is the caller’s to check', async () => {
    const { GET } = createOpenapiFetchClient({ baseUrl, fetch: async () => new Response('{"any":1}') });
    expect(await Reflect.apply(GET, undefined, ['/v1/elsewhere', {}])).toMatchObject({ data: { any: 1 } });
  });

  test('with what fetch rejected with when there was no response', async () => {
    const cause = new TypeError('fetch failed');
    const client = createOpenapiFetchClient({ baseUrl, fetch: () => Promise.reject(cause) });
    await expect(client.POST(PATH, { body })).rejects.toBe(cause);
  });

  test('with what broke the response off', async () => {
    const cause = new Error('reset');
    const stream = new ReadableStream({ start: (controller) => controller.error(cause) });
    const client = createOpenapiFetchClient({ baseUrl, fetch: async () => new Response(stream) });
    await expect(client.POST(PATH, { body })).rejects.toBe(cause);
  });
});

describe('middleware of the caller', () => {
  test('can send a failed request again before the response is checked', async () => {
    const answers = [new Response('<h1>Bad gateway</h1>', { status: 502 }), new Response(changed)];
    const fetch = async () => answers.shift() ?? Response.error();
    const client = createOpenapiFetchClient({ baseUrl, fetch });
    client.use({ onResponse: async ({ response }) => (response.status === 502 ? fetch() : undefined) });
    expect((await client.GET('/v1/me')).data?.response.object).toBe('user');
  });

  test('cannot make a wrong response pass for data', async () => {
    const client = createOpenapiFetchClient({ baseUrl, fetch: async () => new Response(changed) });
    client.use({ onResponse: () => new Response('{"id":1}') });
    await expect(client.GET('/v1/me')).rejects.toMatchObject({ reason: 'wrong-shape' });
  });
});
