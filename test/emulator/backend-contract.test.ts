/** What the emulator says to servers is what openapi/backend.yaml describes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createEmulator } from 'user-password-api/emulator';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { operations } from '../../src/emulator/engine/routes.ts';

const folder = join(import.meta.dirname, '../../openapi');

/** A file of the contract with everything that it refers to in its place, as far as other files go. */
function load(file: string): unknown {
  const at = join(folder, file);
  const inPlace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inPlace);
    if (typeof value !== 'object' || value === null) return value;
    const reference: unknown = Reflect.get(value, '$ref');
    if (typeof reference === 'string' && !reference.startsWith('#')) return load(join(file, '..', reference));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inPlace(item)]));
  };
  return inPlace(parse(readFileSync(at, 'utf8')));
}

const document = load('backend.yaml');
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'backend', ...Object(document) });

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
  const ask = (path: string, method = 'GET', headers = {}) =>
    emulator.fetch(`http://localhost:4010${path}`, { method, headers, redirect: 'manual' });
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
    ['/v1/users/{user_id}', 'get', 200, await ask('/v1/users/user_no_password', 'GET', SECRET)],
    ['/v1/users/{user_id}', 'get', 404, await ask('/v1/users/nobody', 'GET', SECRET)],
    ['/v1/users/{user_id}', 'get', 401, await ask('/v1/users/nobody')],
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
    const validate = ajv.compile({ $ref: `backend#/${escaped.join('/')}` });
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
