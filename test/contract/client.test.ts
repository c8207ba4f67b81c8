import { describe, expect, expectTypeOf, onTestFinished, test, vi } from 'vitest';
import { type ChangePasswordResult, createClient, type GeneratedClient, type Schemas } from '../../generated/client.ts';
import { responseValidators } from '../../generated/validators.js';
import { calls } from './calls.ts';
import { type Create, clients } from './clients.ts';
import { contract, examples } from './document.ts';

const body = { new_password: 'a new password' };
const changed = examples.find(({ name }) => name === 'password_changed')?.value;
const answering = (create: Create, text: string | null, init?: ResponseInit) =>
  create({ baseUrl: 'http://127.0.0.1:1', fetch: async () => new Response(text, init) });

describe.each(clients)('through %s, a response that is not what the contract says', (_client, create) => {
  test.each<[string, string | null, ResponseInit, object]>([
    ['an empty 500', '', { status: 500 }, { reason: 'empty', httpStatus: 500 }],
    ['a 500 with Content-Length 0', null, { status: 500, headers: { 'Content-Length': '0' } }, { reason: 'empty' }],
    ['an HTML 502', '<h1>Bad gateway</h1>', { status: 502 }, { reason: 'not-json', httpStatus: 502 }],
    ['a truncated 200', JSON.stringify(changed).slice(0, 900), { status: 200 }, { reason: 'not-json' }],
    ['an empty 200', '', { status: 200 }, { reason: 'empty' }],
    ['a 204', null, { status: 204 }, { reason: 'empty', httpStatus: 204 }],
    ['a 200 that is a list', '[]', { status: 200 }, { reason: 'wrong-shape' }],
    ['a 200 that is null', 'null', { status: 200 }, { reason: 'wrong-shape' }],
    ['a 200 with the wrong resource', '{"response":{"object":"client"},"client":{}}', {}, { reason: 'wrong-shape' }],
    ['a 422 without errors', '{"errors":[]}', { status: 422 }, { reason: 'wrong-shape' }],
    ['a 422 whose error has no code', '{"errors":[{"message":"m"}]}', { status: 422 }, { reason: 'wrong-shape' }],
    ['a 302', '', { status: 302, headers: { Location: '/' } }, { reason: 'redirected', httpStatus: 302 }],
    [
      'a 503 in the shape of an error',
      '{"errors":[{"code":"maintenance","message":"m","long_message":"l"}],"clerk_trace_id":"t"}',
      { status: 503, headers: { 'Retry-After': '7' } },
      { reason: 'undeclared-status', errors: [{ code: 'maintenance' }], traceId: 't', retryAfter: 7 },
    ],
  ])('is known as such when it is %s', async (_, text, init, expected) => {
    const result = await answering(create, text, init).changePassword({ body });
    expect(result).toMatchObject({ ok: false, status: 'unexpected', ...expected });
  });

  test('is a wrong shape when validators are given and a field deep inside has another type', async () => {
    const wrong = JSON.stringify(changed).replace('"reserved":false', '"reserved":"no"');
    const fetch = async () => new Response(wrong);
    const checking = create({ baseUrl: 'http://127.0.0.1:1', fetch, validators: responseValidators });
    expect(await checking.changePassword({ body })).toMatchObject({ reason: 'wrong-shape' });
    expect(await create({ baseUrl: 'http://127.0.0.1:1', fetch }).changePassword({ body })).toMatchObject({
      ok: true,
    });
  });
});

describe('without a whole response, the generated client results in', () => {
  test('no-answer with its cause when fetch rejects', async () => {
    const cause = new TypeError('fetch failed');
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', fetch: () => Promise.reject(cause) });
    expect(await client.changePassword({ body })).toMatchObject({ reason: 'no-answer', cause, httpStatus: undefined });
  });

  test('interrupted with its cause when the body breaks off', async () => {
    const cause = new Error('reset');
    const stream = new ReadableStream({ start: (controller) => controller.error(cause) });
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', fetch: async () => new Response(stream) });
    expect(await client.changePassword({ body })).toMatchObject({ reason: 'interrupted', cause, httpStatus: 200 });
  });
});

describe('what a real server may send is not refused', () => {
  const user = { object: 'user' };
  const error = { code: 'form_password_incorrect', message: 'Wrong', long_message: 'It is wrong.' };

  test.each<[string, object]>([
    ['null', { response: user, client: null }],
    ['missing', { response: user }],
  ])('a change succeeds when the piggybacked client is %s', async (_, sent) => {
    for (const [, create] of clients) {
      const result = await answering(create, JSON.stringify(sent)).changePassword({ body });
      expect(result).toMatchObject({ ok: true, data: sent });
    }
    const whole = { ...Object(changed), client: 'client' in sent ? null : undefined };
    expect(responseValidators.changePassword[200](JSON.parse(JSON.stringify(whole)))).toBe(true);
  });

  test.each<[string, object, string]>([
    ['null', { ...error, long_message: null }, 'Wrong'],
    ['missing', { code: error.code, message: 'Wrong' }, 'Wrong'],
    ['missing like every text', { code: error.code }, error.code],
    ['there alone', { code: error.code, long_message: 'It is wrong.' }, 'It is wrong.'],
  ])('an error keeps its code and has a sentence when long_message is %s', async (_, sent, text) => {
    const result = await answering(createClient, JSON.stringify({ errors: [sent] }), { status: 422 }).changePassword({
      body,
    });
    expect(result).toMatchObject({ status: 422, errors: [{ code: error.code, long_message: text }] });
  });

  test('an error keeps its code when another of the list has none', async () => {
    const sent = { errors: [null, { message: 'no code' }, error] };
    const result = await answering(createClient, JSON.stringify(sent), { status: 422 }).changePassword({ body });
    expect(result).toMatchObject({ status: 422, errors: [error] });
  });

  test('details of an error may be null', async () => {
    const meta = { param_name: null, session_id: null, lockout_expires_in_seconds: null, zxcvbn: null };
    for (const zxcvbn of [null, {}, { suggestions: null }]) {
      const sent = { errors: [{ ...error, meta: { ...meta, zxcvbn } }], meta: { client: null } };
      expect(responseValidators.changePassword[422](sent)).toBe(true);
    }
  });

  test('a passkey may have no name, an organization no slug, and a client no captcha_bypass', () => {
    const passkey = { id: 'idn_1', object: 'passkey', name: null, verification: null };
    const organization = {
      ...{ id: 'org_1', object: 'organization', name: 'One', has_image: false, max_allowed_memberships: 5 },
      ...{ admin_delete_enabled: true, public_metadata: {}, created_at: 1, updated_at: 1 },
    };
    const membership = {
      ...{ id: 'orgmem_1', object: 'organization_membership', public_metadata: {}, role: 'r', role_name: 'R' },
      ...{ permissions: null, created_at: 1, updated_at: 1, organization },
    };
    const sent = structuredClone(Object(changed));
    Object.assign(sent.response, { passkeys: [passkey], organization_memberships: [membership] });
    delete sent.client.captcha_bypass;
    expect(responseValidators.changePassword[200](sent)).toBe(true);
    organization.name = '';
    Object.assign(organization, { slug: null });
    expect(responseValidators.changePassword[200](sent)).toBe(true);
  });

  test('formats inform and refuse nothing', () => {
    const sent = structuredClone(Object(changed));
    Object.assign(sent.response.email_addresses[0], { email_address: 'no address' });
    expect(responseValidators.changePassword[200](sent)).toBe(true);
  });

  const in90Seconds = new Date(Date.now() + 90_000).toUTCString();
  test.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['30', 30],
    ['0', 0],
    ['1.5', 1.5],
    ['30, 60', 30],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['Wed, 21 Oct 2015 07:28:00 GMT, Wed, 21 Oct 2015 07:29:00 GMT', 0],
    [in90Seconds, 90],
    ['2015-10-21T07:28:00Z', 0],
    ['21 Oct 2015 07:28:00 GMT', 0],
    ['soon', undefined],
    ['30 minutes', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('a 429 with Retry-After %s asks to wait for %s seconds', async (header, seconds) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(in90Seconds) - 90_000 });
    onTestFinished(() => void vi.useRealTimers());
    const headers = header === undefined ? {} : { 'Retry-After': header };
    const result = await answering(createClient, JSON.stringify({ errors: [error] }), {
      status: 429,
      headers,
    }).getUser();
    expect(result).toMatchObject({ status: 429, retryAfter: seconds });
  });

  test.each<[number, string]>([
    [404, 'getUser'],
    [403, 'getClient'],
    [404, 'createSignIn'],
    [409, 'createSignIn'],
    [404, 'removeSessions'],
  ])('a documented %i to %s is an error of the contract', async (status, id) => {
    const client = answering(createClient, JSON.stringify({ errors: [error] }), { status });
    const operation = contract.operations.find((one) => one.id === id);
    expect(operation?.responses.map((one) => one.status)).toContain(status);
    const call = examples.find(({ operation: name }) => name === id)?.operation ?? 'getUser';
    expect(await calls[call](client, 'sess_1')).toMatchObject({ ok: false, status, errors: [error] });
  });

  test('a sign-in that is redirected is told as that', async () => {
    const result = await answering(createClient, null, {
      status: 307,
      headers: { Location: 'https://idp.example/' },
    }).createSignIn({
      body: { identifier: 'user@example.com' },
    });
    expect(result).toMatchObject({ status: 'unexpected', reason: 'redirected', httpStatus: 307 });
  });
});

describe.each(clients)('what is sent through %s', (_client, create) => {
  const sent = async (call: (client: GeneratedClient) => Promise<unknown>) => {
    const requests: { url: string; init: RequestInit }[] = [];
    const client = create({
      baseUrl: 'http://127.0.0.1:1/proxy/',
      fetch: async (url, init) => {
        requests.push({ url, init });
        return new Response(JSON.stringify(changed));
      },
    });
    await call(client);
    const [request] = requests;
    if (request === undefined || requests.length !== 1) throw new Error(`${requests.length} requests were sent`);
    return request;
  };

  test('leaves out undefined, sends false, and sends null as an empty field', async () => {
    const { init } = await sent((client) =>
      client.changePassword({
        body: { new_password: 'a new password', current_password: null, sign_out_of_other_sessions: false },
      }),
    );
    expect(init.body).toBe('new_password=a%20new%20password&current_password=&sign_out_of_other_sessions=false');
    const loose = { ...body };
    Reflect.set(loose, 'current_password', undefined); // what a caller without exact types does
    const { init: other } = await sent((client) => client.changePassword({ body: loose }));
    expect(other.body).toBe('new_password=a%20new%20password');
  });

  test('is a plain text body, so that runtimes without URLSearchParams can send it', async () => {
    const { init, url } = await sent((client) => client.changePassword({ body }));
    expect(typeof init.body).toBe('string');
    expect(url).toBe('http://127.0.0.1:1/proxy/v1/me/change_password');
  });

  test('follows no redirect, which would carry a password elsewhere', async () => {
    const { init } = await sent((client) => client.changePassword({ body }));
    expect(init.redirect).toBe('manual');
  });

  test('never has a password in the address', async () => {
    const { url } = await sent((client) => client.changePassword({ body, query: { _clerk_session_id: 'sess_1' } }));
    expect(url).toMatch(/\?_clerk_session_id=sess_1$/);
  });

  test('throws before anything is sent when a password holds half of a surrogate pair', async () => {
    const fetch = vi.fn();
    const client = create({ baseUrl: 'http://127.0.0.1:1', fetch });
    const call = client.changePassword({ body: { new_password: 'half \ud83d of it' } });
    await expect(call).rejects.toThrow(/^new_password holds half of a surrogate pair/);
    await expect(call).rejects.not.toThrow(/half \ud83d/);
    expect(fetch).not.toHaveBeenCalled();
  });

  test('goes through the fetch that is global at the call, when none was given', async () => {
    const client = create({ baseUrl: 'http://127.0.0.1:1' });
    const replaced = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => new Response(JSON.stringify(changed)));
    expect((await client.changePassword({ body })).ok).toBe(true);
    expect(replaced).toHaveBeenCalledOnce();
  });
});

test('a result narrows by status to its data or its codes, without casts', () => {
  const read = (result: ChangePasswordResult): string => {
    if (result.ok) {
      expectTypeOf(result.status).toEqualTypeOf<200>();
      expectTypeOf(result.data).toEqualTypeOf<Schemas['UserAnswer']>();
      return result.data.response.id;
    }
    switch (result.status) {
      case 415: {
        const { code } = result.errors[0];
        // A known code is offered, a new one is accepted.
        return code === 'unsupported_content_type' || code === 'from_the_future' ? code : '';
      }
      case 'unexpected':
        expectTypeOf(result.httpStatus).toEqualTypeOf<number | undefined>();
        return result.reason;
      default:
        expectTypeOf(result.status).toEqualTypeOf<400 | 401 | 403 | 413 | 422 | 429 | 500>();
        return result.errors[0].long_message;
    }
  };
  expect(read({ ok: true, status: 200, data: { response: { id: 'user_1' } } } as ChangePasswordResult)).toBe('user_1');
});
