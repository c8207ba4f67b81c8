import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clients } from './clients.ts';
import { examples } from './document.ts';
import { clientOf, TOKEN, through } from './server.ts';
import { startUpstream, type Upstream } from './upstream.ts';

const changed = examples.find(({ name }) => name === 'password_changed')?.value;
let upstream: Upstream;
let prism: ReturnType<typeof through>;
beforeAll(async () => {
  upstream = await startUpstream(changed);
  prism = through(upstream.url);
});
afterAll(() => upstream.stop());
beforeEach(() => {
  upstream.arrivals.length = 0;
  upstream.answer = { status: 200, body: changed };
});
const query = () => ({ __clerk_db_jwt: TOKEN });

/** A copy of the answer with one member of the user replaced. */
const withUser = (change: object): unknown => {
  const copy = structuredClone(changed) as { response: object }; // the example above has a response
  return { ...copy, response: { ...copy.response, ...change } };
};

describe.each(clients)('a server behind Prism, through %s', (_client, create) => {
  test('is passed through without a word when it keeps to the contract', async () => {
    const result = await clientOf(prism, create).changePassword({ body: { new_password: 'a new password' } });
    expect(result.ok).toBe(true);
    expect(result.response?.headers.get('sl-violations')).toBeNull();
  });

  test.each<[string, object, string]>([
    ['one field of another type', { password_enabled: 'yes' }, 'password_enabled'],
    ['one required field left out', { email_addresses: undefined }, 'email_addresses'],
    ['one resource of another kind', { object: 'client' }, 'object'],
  ])('is reported when it deviates in %s', async (_, change, field) => {
    upstream.answer = { status: 200, body: withUser(change) };
    const result = await create({ baseUrl: prism.url, fetch: prism.fetch, query }).changePassword({
      body: { new_password: 'a new password' },
    });
    expect(result.response?.headers.get('sl-violations')).toContain(field);
    expect((await clientOf(prism, create).changePassword({ body: { new_password: 'a new password' } })).status).toBe(
      'unexpected',
    );
  });

  test.each([404, 405, 418, 502, 503])(
    'may respond with %i in the place of an edge, which no operation promises',
    async (status) => {
      upstream.answer = { status, body: { errors: [{ code: 'from_the_edge', message: 'm' }] } };
      const result = await clientOf(prism, create).changePassword({ body: { new_password: 'a new password' } });
      expect(result.response?.headers.get('sl-violations')).toBeNull();
      expect(result).toMatchObject({
        status: 'unexpected',
        reason: 'undeclared-status',
        httpStatus: status,
        errors: [{ code: 'from_the_edge', long_message: 'm' }],
      });
    },
  );

  test('may leave out what is optional and add what is new', async () => {
    const body = withUser({ password_last_updated_at: undefined, deprovisioned: undefined, brand_new_field: [1] });
    upstream.answer = { status: 200, body };
    const result = await clientOf(prism, create).changePassword({ body: { new_password: 'a new password' } });
    expect(result.ok).toBe(true);
    expect(result.response?.headers.get('sl-violations')).toBeNull();
  });
});

describe.each(clients)('form bodies through %s', (_client, create) => {
  // fast-check's own unit for it, 'binary', takes a second to set up.
  const codePoint = fc
    .oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
    .map((point) => String.fromCodePoint(point));
  /** What people and password managers type, and what breaks naive encoders. */
  const password = fc.oneof(
    fc.constantFrom(
      'a b  c d ',
      '*+&%=#?;/',
      '%41%zz %',
      '🔑🗝️👩‍👩‍👧‍👦 keys',
      '密'.repeat(64),
      '\u0000\u0001 nul',
      'ａｂｃ',
      '"\\\r\n\t',
    ),
    fc.string({ unit: codePoint, minLength: 8, maxLength: 72 }),
    fc.string({ unit: 'grapheme', minLength: 8, maxLength: 20 }),
  );
  const validLength = (text: string): boolean => [...text].length >= 8 && [...text].length <= 72;

  test('arrive exactly as they were given, whatever the password', async () => {
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const current = fc.option(password, { nil: undefined });
    await fc.assert(
      fc.asyncProperty(password.filter(validLength), current, flag, async (new_password, current_password, flagged) => {
        upstream.arrivals.length = 0;
        const result = await clientOf(prism, create).changePassword({
          body: {
            new_password,
            ...(current_password !== undefined && { current_password }),
            // undefined has to be left out by the client, also where it is set in so many words
            ...(flagged === undefined ? JSON.parse('{}') : { sign_out_of_other_sessions: flagged }),
          },
        });
        expect(result.response?.headers.get('sl-violations')).toBeNull();
        expect(result.ok).toBe(true);
        const arrival = upstream.arrivals[0];
        expect(arrival).toMatchObject({ method: 'POST', path: '/v1/me/change_password' });
        expect(arrival?.contentType).toBe('application/x-www-form-urlencoded');
        const expected: Record<string, string> = { new_password };
        if (current_password !== undefined) expected['current_password'] = current_password;
        if (flagged !== undefined) expected['sign_out_of_other_sessions'] = String(flagged);
        expect(Object.fromEntries(arrival?.form ?? [])).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
