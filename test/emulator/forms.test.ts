/** Forms and queries as bytes: what programs and people send that no form library would. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createEmulator } from 'user-password-api/emulator';
import { describe, expect, test } from 'vitest';
import { parseForm } from '../../src/emulator/engine/checks/form.ts';

/** Changes the password by a body as it stands; the status, and the first error with its field. */
async function change(
  body: string | Uint8Array<ArrayBuffer>,
  query = '__clerk_db_jwt=dvb_local',
  headers: Record<string, string> = {},
) {
  const emulator = createEmulator();
  const response = await emulator.fetch(`http://127.0.0.1:4010/v1/me/change_password?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
  const { errors } = await response.json();
  return [response.status, ...(errors === undefined ? [] : [errors[0].code, errors[0].meta?.param_name])];
}

/** The bytes of a text in which each character stands for one. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Any characters, without halves of one, which cannot be written. Not `fc.string`, which takes 0.7 s to begin. */
const characters = fc
  .array(fc.integer({ min: 0, max: 0x10_ff_ff }).filter((point) => point < 0xd8_00 || point > 0xdf_ff))
  .map((points) => String.fromCodePoint(...points));

const current = 'current_password=current-password-1';

describe('a form', () => {
  test.each([
    ['has empty parts', `&${current}&&new_password=a-better-one&`],
    ['has empty parts beside escapes', `&${current}&&new_password=a+better+one&`],
    ['has escapes in small and large letters', `${current}&new_password=caf%c3%A9-%c3%a9tude`],
    ['has escapes in names', `current%5Fpassword=current-password-1&new_password=a-better-one`],
    ['is not escaped', `${current}&new_password=été à la plage`],
    ['is escaped in a part of a character', bytes(`${current}&new_password=\xc3%a9t\xc3\xa9 la plage`)],
  ])('is understood when it %s', async (_, body) => {
    expect(await change(body)).toEqual([200]);
  });

  test('is read as the standard reads it, whatever characters it has', () => {
    fc.assert(
      fc.property(characters, (text) => {
        const form = new URLSearchParams([[text, text]]).toString();
        expect(parseForm(new TextEncoder().encode(form))).toEqual([{ name: text, value: text }]);
      }),
    );
  });

  test.each([
    ['an escape that is none', `${current}&new_password=%g1`],
    ['an escape of characters beside the digits', `${current}&new_password=%@1`],
    ['an escape that is all of it', '%'],
    ['an escape that ends early', `${current}&new_password=%4`],
    ['a name that is not UTF-8', `${current}&new%ff=1`],
    ['a name of bytes that are not UTF-8', bytes(`${current}&new\xff=1`)],
    ['an escape that is none beside bytes that are not UTF-8', bytes(`${current}&new_password=%4\xff`)],
    ['an escape in a name that is none', `${current}&%zz=1`],
  ])('is refused as a whole when it has %s', async (_, body) => {
    expect(await change(body)).toEqual([400, 'malformed_request_parameters', undefined]);
  });

  test.each([
    ['APPLICATION/X-WWW-FORM-URLENCODED', 200],
    ['application/x-www-form-urlencoded;', 200],
    ['application/x-www-form-urlencoded ;  charset="UTF-8" ', 200],
    ['application/x-www-form-urlencoded;charset=utf-8', 200],
    ['application/x-www-form-urlencoded; charset=latin1', 415],
    ['application/x-www-form-urlencoded-not', 415],
    ['not-application/x-www-form-urlencoded', 415],
    ['text/plain', 415],
  ])('whose type is said to be %s gets %d', async (type, status) => {
    const [got] = await change(`${current}&new_password=a-better-one`, undefined, { 'Content-Type': type });
    expect(got).toBe(status);
  });

  test('keeps a byte order mark, which is a character like any other', async () => {
    const [status, code] = await change(bytes(`\xef\xbb\xbf${current}&new_password=a-better-one`));
    expect([status, code]).toEqual([422, 'form_param_unknown']);
  });

  test('that lacks a value where codes are coarse is one whose field is missing', async () => {
    const response = await createEmulator().fetch('http://127.0.0.1:4010/v1/client/sign_ins', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'identifier&password=x',
    });
    expect(await response.json()).toMatchObject({
      errors: [{ code: 'form_param_missing', meta: { param_name: 'identifier' } }],
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('is refused by its type when it is compressed by %s', async (encoding, compress) => {
    const body = new Uint8Array(compress(`${current}&new_password=a-better-one`));
    expect(await change(body, undefined, { 'Content-Encoding': encoding })).toEqual([
      415,
      'unsupported_content_type',
      undefined,
    ]);
  });

  test.each([
    ['a value is not UTF-8', `${current}&new_password=%ff`, 'form_param_format_invalid', 'new_password'],
    ['a value has a null character', `${current}&new_password=a%00b`, 'form_param_value_invalid', 'new_password'],
    [
      'a value has bytes that are not UTF-8',
      bytes(`${current}&new_password=a\xff`),
      'form_param_format_invalid',
      'new_password',
    ],
    [
      'a value has the first byte that is not ASCII',
      bytes(`${current}&new_password=a\x80b`),
      'form_param_format_invalid',
      'new_password',
    ],
    [
      'a value ends within a character',
      bytes(`${current}&new_password=a\xc3`),
      'form_param_format_invalid',
      'new_password',
    ],
    [
      'a field comes twice',
      `${current}&new_password=a-better-one&new_password=other`,
      'form_param_duplicate',
      'new_password',
    ],
    ['a name has no value', `${current}&new_password`, 'form_param_nil', 'new_password'],
    [
      'a name would set the prototype',
      `${current}&new_password=a-better-one&__proto__=x`,
      'form_param_unknown',
      '__proto__',
    ],
  ])('has one field named when %s', async (_, body, code, field) => {
    expect(await change(body)).toEqual([422, code, field]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('a query', () => {
  const body = `${current}&new_password=a-better-one`;

  test.each([
    ['has empty parts and bare names', '&&bare&__clerk_db_jwt=dvb_local&'],
    ['names something twice: the first counts', '__clerk_db_jwt=dvb_local&__clerk_db_jwt=dvb_nobody'],
    ['names a session by nothing', '__clerk_db_jwt=dvb_local&_clerk_session_id'],
    ['has bare names beside escapes', 'b%61re&__clerk_db_jwt=dvb%5Flocal'],
  ])('is understood when it %s', async (_, query) => {
    expect(await change(body, query)).toEqual([200]);
  });

  test.each(['__clerk_db_jwt=%ff', '__clerk_db_jwt=dvb_local&%ff=1', '__clerk_db_jwt=dvb_local&x=%4'])(
    'is refused when it is %s',
    async (query) => {
      expect(await change(body, query)).toEqual([400, 'malformed_request_parameters', undefined]);
    },
  );
});
