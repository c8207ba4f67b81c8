import { describe, expect, expectTypeOf, test } from 'vitest';
import { type CallInit, type ClientOptions, createOperations } from '../../generated/runtime/client.ts';
import { serialize } from '../../generated/runtime/form.ts';
import type { Operation } from '../../generated/runtime/response.ts';
import type { Answered, AnyError, RefusedWith, UnexpectedWith } from '../../generated/runtime/results.ts';

/** Another contract than ours: the module knows nothing of either. */
const operations = {
  feedCat: ['POST', '/cats/{cat_id}/meals', { response: 'meal', cat: 'cat?' }],
  listCats: ['GET', '/cats', { id: 'string' }],
} as const satisfies Readonly<Record<string, Operation>>;
const statuses = { feedCat: [409], listCats: [] };

interface Cats {
  feedCat(
    input: { readonly path: { readonly cat_id: string }; readonly body: { readonly food: string } },
    init?: CallInit,
  ): Promise<Answered<200, { readonly response: object }> | RefusedWith<409, AnyError> | UnexpectedWith<AnyError>>;
  listCats(input?: { readonly query?: { readonly colour?: string } }): Promise<Answered<200, { readonly id: string }>>;
}

/** A client whose server gives one response, and what was sent to it. */
function clientFor(body: unknown, init?: ResponseInit, options?: Partial<ClientOptions>) {
  const sent: (RequestInit & { url: string })[] = [];
  const fetch: ClientOptions['fetch'] = async (url, request) => {
    sent.push({ url, ...request });
    return new Response(JSON.stringify(body), init);
  };
  const client = createOperations<Cats>(
    operations,
    { baseUrl: 'http://127.0.0.1:1/base/', fetch, ...options },
    statuses,
  );
  return { client, sent };
}

const meal = { path: { cat_id: 'a/b c' }, body: { food: 'fish & *' } };
const fed = { response: { object: 'meal' }, cat: null };

describe('a client for any contract', () => {
  test('has one function per operation of the table', () => {
    expect(Object.keys(clientFor(fed).client)).toEqual(['feedCat', 'listCats']);
  });

  test('sends the method, the path with its parameters, and the form', async () => {
    const { client, sent } = clientFor(fed);
    await client.feedCat(meal, { headers: { Prefer: 'x' } });
    expect(sent).toEqual([
      {
        url: 'http://127.0.0.1:1/base/cats/a%2Fb%20c/meals',
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Prefer: 'x' },
        body: 'food=fish%20%26%20*',
      },
    ]);
  });

  test('sends a GET without body and content type, with the query of the call and of the client', async () => {
    const query = () => ({ token: 't', left_out: undefined });
    const { client, sent } = clientFor(
      { id: 'cat_1' },
      {},
      { query, headers: () => ({ A: '1' }), credentials: 'omit' },
    );
    const result = await client.listCats({ query: { colour: 'black & white' } });
    expect(result.data.id).toBe('cat_1');
    expect(sent).toEqual([
      {
        url: 'http://127.0.0.1:1/base/cats?colour=black%20%26%20white&token=t',
        method: 'GET',
        redirect: 'manual',
        headers: { A: '1' },
        credentials: 'omit',
      },
    ]);
  });

  test('gives data of the declared shape its type', async () => {
    const result = await clientFor(fed).client.feedCat(meal);
    expect(result).toMatchObject({ ok: true, status: 200, data: fed });
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<{ readonly response: object }>();
  });

  test('reads past a byte order mark', async () => {
    // A proxy writes it, and React Native's `text()` keeps it.
    const response = Object.assign(new Response(), { text: async () => `\ufeff${JSON.stringify(fed)}` });
    const { client } = clientFor(fed, {}, { fetch: async () => response });
    expect(await client.feedCat(meal)).toMatchObject({ ok: true, data: fed });
    const validators = { feedCat: { 200: () => true } };
    const strict = clientFor(fed, {}, { fetch: async () => response, validators });
    expect(await strict.client.feedCat(meal)).toMatchObject({ ok: true, data: fed });
  });

  test.each<[string, unknown]>([
    ['another resource', { ...fed, response: { object: 'cat' } }],
    ['null where nothing may be null', { ...fed, response: null }],
    ['a missing member', { response: fed.response }],
  ])('takes %s for no data', async (_, body) => {
    expect(await clientFor(body).client.feedCat(meal)).toMatchObject({ ok: false, reason: 'wrong-shape' });
  });

  test.each<[string, () => Response]>([
    ['that a page may not look into', () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })],
    [
      'that was followed',
      () => Object.defineProperty(new Response(JSON.stringify(fed)), 'redirected', { value: true }),
    ],
    ['of status 300', () => new Response(JSON.stringify(fed), { status: 300 })],
    ['of status 399', () => new Response('', { status: 399 })],
  ])('tells a redirect %s', async (_, response) => {
    const { client } = clientFor(fed, {}, { fetch: async () => response() });
    expect(await client.feedCat(meal)).toMatchObject({ status: 'unexpected', reason: 'redirected' });
  });

  test('gives an error its other text, or its code, where a text is missing or empty', async () => {
    const texts = async (error: object) => {
      const result = await clientFor({ errors: [7, {}, { code: 'c', ...error }] }, { status: 409 }).client.feedCat(
        meal,
      );
      return result.ok ? [] : result.errors;
    };
    expect(await texts({ message: '', long_message: '' })).toEqual([{ code: 'c', message: 'c', long_message: 'c' }]);
    expect(await texts({ message: '', long_message: 'l' })).toEqual([{ code: 'c', message: 'l', long_message: 'l' }]);
    expect(await texts({ message: 'm' })).toEqual([{ code: 'c', message: 'm', long_message: 'm' }]);
    for (const errors of [7, [], [7]]) {
      expect(await clientFor({ errors }, { status: 400 }).client.feedCat(meal)).toMatchObject({
        reason: 'wrong-shape',
        errors: [],
      });
    }
  });

  test('holds a response to the validator of its status, where there is one', async () => {
    const validators = { feedCat: { 200: () => false } };
    expect(await clientFor(fed, {}, { validators }).client.feedCat(meal)).toMatchObject({
      status: 'unexpected',
      reason: 'wrong-shape',
      httpStatus: 200,
      errors: [],
    });
    const errors = [{ code: 'not_hungry', message: 'm', long_message: 'l' }];
    expect(await clientFor({ errors }, { status: 409 }, { validators }).client.feedCat(meal)).toMatchObject({ errors });
    const fetch = async () => new Response(JSON.stringify({ errors }), { status: 410 });
    // Nothing says which statuses there are.
    const client = createOperations<Cats>(operations, { baseUrl: 'http://127.0.0.1:1', fetch });
    expect(await client.feedCat(meal)).toMatchObject({ ok: false, status: 410, errors });
  });

  test('tells an error of a declared status from one of another status', async () => {
    const errors = [{ code: 'not_hungry', message: 'm', long_message: 'l' }];
    expect(await clientFor({ errors }, { status: 409 }).client.feedCat(meal)).toMatchObject({ status: 409, errors });
    expect(await clientFor({ errors }, { status: 410 }).client.feedCat(meal)).toMatchObject({
      status: 'unexpected',
      reason: 'undeclared-status',
      errors,
    });
  });
});

test('a form is percent-encoded, without undefined and with null as an empty field', () => {
  expect(serialize({ a: 'x y+z*', b: undefined, c: null, d: false, e: '🔑' })).toBe(
    'a=x%20y%2Bz*&c=&d=false&e=%F0%9F%94%91',
  );
});
