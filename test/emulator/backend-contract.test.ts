/** What the emulator says to servers is what openapi/backend.yaml describes. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createEmulator } from 'user-password-api/emulator';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { operations } from '../../src/emulator/engine/routes.ts';

const folder = new URL('../../openapi/', import.meta.url);
const read = (file: string): unknown => parse(readFileSync(new URL(file, folder), 'utf8'));

/** Every file of the contract under its own address, so that they find each other as they are written. */
const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (/^(backend|(schemas|responses|examples)\/.*)\.yaml$/.test(file))
    ajv.addSchema({ $id: new URL(file, folder).href, ...Object(read(file)) });
}
const document = read('backend.yaml');

/** A part of the document, by the names on the way to it. */
const part = (...names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    document,
  );

const SECRET = { authorization: 'Bearer sk_test_any' };

test('every operation of it is there, and each response has the form that it describes', async () => {
  const emulator = createEmulator();
  const query = 'redirect_url=http://localhost:3000/&format=nonce';
  const ask = (path: string, method = 'GET', headers = {}, body?: string) =>
    emulator.fetch(`http://localhost:4010${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
  const createToken = (body: string) => ask('/v1/sign_in_tokens', 'POST', SECRET, body);
  const led = await ask(`/v1/client/handshake?${query}`);
  const nonce = new URL(led.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce');
  const asked: readonly (readonly [path: string, method: string, status: number, response: Response])[] = [
    ['/v1/client/handshake', 'get', 307, led],
    ['/v1/client/handshake', 'get', 422, await ask('/v1/client/handshake?redirect_url=https://evil.example/')],
    [
      '/v1/clients/handshake_payload',
      'get',
      200,
      await ask(`/v1/clients/handshake_payload?nonce=${nonce}`, 'GET', SECRET),
    ],
    ['/v1/clients/handshake_payload', 'get', 401, await ask('/v1/clients/handshake_payload?nonce=x')],
    ['/v1/clients/handshake_payload', 'get', 404, await ask('/v1/clients/handshake_payload?nonce=x', 'GET', SECRET)],
    ['/v1/jwks', 'get', 200, await ask('/v1/jwks', 'GET', SECRET)],
    ['/v1/jwks', 'get', 401, await ask('/v1/jwks')],
    ['/v1/users', 'get', 200, await ask('/v1/users?limit=2', 'GET', SECRET)],
    ['/v1/users', 'get', 401, await ask('/v1/users')],
    ['/v1/users', 'get', 422, await ask('/v1/users?query=ada', 'GET', SECRET)],
    ['/v1/users/count', 'get', 200, await ask('/v1/users/count', 'GET', SECRET)],
    ['/v1/users/count', 'get', 401, await ask('/v1/users/count')],
    ['/v1/users/count', 'get', 422, await ask('/v1/users/count?query=ada', 'GET', SECRET)],
    ['/v1/users/{user_id}', 'get', 200, await ask('/v1/users/user_no_password', 'GET', SECRET)],
    ['/v1/users/{user_id}', 'get', 404, await ask('/v1/users/nobody', 'GET', SECRET)],
    ['/v1/users/{user_id}', 'get', 401, await ask('/v1/users/nobody')],
    ['/v1/sign_in_tokens', 'post', 200, await createToken('{"user_id":"user_no_password"}')],
    ['/v1/sign_in_tokens', 'post', 400, await createToken('{')],
    ['/v1/sign_in_tokens', 'post', 401, await ask('/v1/sign_in_tokens', 'POST')],
    ['/v1/sign_in_tokens', 'post', 404, await createToken('{"user_id":"nobody"}')],
    ['/v1/sign_in_tokens', 'post', 413, await createToken(' '.repeat(20_000))],
    ['/v1/sign_in_tokens', 'post', 422, await createToken('{}')],
    ['/v1/testing_tokens', 'post', 200, await ask('/v1/testing_tokens', 'POST', SECRET)],
    ['/v1/testing_tokens', 'post', 401, await ask('/v1/testing_tokens', 'POST')],
  ];
  for (const [path, method, status, response] of asked) {
    const place = `${method} ${path} ${status}`;
    expect(`${method} ${path} ${response.status}`).toBe(place);
    const whole = part('paths', path, method, 'responses', String(status));
    expect(whole, place).toBeDefined();
    const pointer = ['paths', path, method, 'responses', String(status)];
    const reference: unknown = Reflect.get(Object(whole), '$ref');
    const names = typeof reference === 'string' ? reference.slice(2).split('/') : pointer;
    if (part(...names, 'content') === undefined) continue;
    const names2 = [...names, 'content', 'application/json', 'schema'];
    const escaped = names2.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.compile({ $ref: `${new URL('backend.yaml', folder).href}#/${escaped.join('/')}` });
    validate(await response.json());
    expect(validate.errors, place).toBeNull();
  }
  const described = Object.entries(Object(part('paths'))).flatMap(([path, item]) =>
    Object.entries(Object(item)).map(([method, operation]) => ({
      path,
      method,
      id: String(Reflect.get(Object(operation), 'operationId')),
    })),
  );
  for (const { path, method, id } of described) {
    expect(operations, id).toContain(id);
    const statuses = Object.keys(Object(part('paths', path, method, 'responses')));
    const tried = asked.filter((one) => one[0] === path && one[1] === method).map((one) => String(one[2]));
    expect(new Set(tried), id).toEqual(new Set(statuses));
  }
});

test.each([
  ['Bearer sk_test_any', 200],
  ['bearer  sk_test_any', 200],
  ['sk_test_any', 401],
  ['x Bearer sk_test_any', 401],
  ['Bearer sk_test_any more', 401],
  ['Bearer sk_test_', 401],
  ['Bearer x_sk_test_any', 401],
  ['Bearer sk_live_any', 401],
])('the secret key in "%s" is answered %i', async (authorization, status) => {
  const response = await createEmulator().fetch('http://localhost:4010/v1/users', { headers: { authorization } });
  expect(response.status).toBe(status);
});
