/** Requests made from the contract and broken on purpose: each gets a response that the contract knows. */
import { readFileSync } from 'node:fs';
import { createEmulator, type LoggedRequest, type WireAnswer, type WireRequest } from 'user-password-api/emulator';
import { errorCatalogue } from 'user-password-api/errors';
import { responseValidators } from 'user-password-api/validators';
import { expect } from 'vitest';
import { parse } from 'yaml';

/** Stands for what people type as a password; must come out nowhere. */
const CANARY = 'canary-in-the-coal-mine';

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly fields: readonly string[];
}

function read(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const part of path) {
    current = typeof current === 'object' && current !== null ? new Map(Object.entries(current)).get(part) : undefined;
  }
  return current;
}
const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

/** The operations of the contract and the fields of their forms. */
function operationsOf(document: unknown): readonly Operation[] {
  return keysOf(read(document, 'paths')).flatMap((path) =>
    keysOf(read(document, 'paths', path)).map((method) => {
      const operation = read(document, 'paths', path, method);
      const schema = read(operation, 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema');
      const name = String(read(schema, '$ref') ?? '').slice('#/components/schemas/'.length);
      const fields = keysOf(read(document, 'components', 'schemas', name, 'properties'));
      return { id: String(read(operation, 'operationId')), method: method.toUpperCase(), path, fields };
    }),
  );
}

const gotFar = ({ carriedOut }: { carriedOut: number | undefined }): boolean => (carriedOut ?? 0) > 10;

/** Repeatable numbers (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const encoder = new TextEncoder();
const VALUES = [
  'current-password-1',
  `${CANARY}-1`,
  `${CANARY} with spaces & more`,
  'short',
  '',
  'true',
  'false',
  'null',
  'first_factor',
  'password',
  'email_code',
  'user@example.com',
  'no-password@example.com',
  'locked@example.com',
  'user@example.com ',
  `${CANARY}é`.repeat(3),
  '🔑'.repeat(20),
  'x'.repeat(73),
  'a\0b',
  '\ufeffpassword',
  'magic:user_locked',
  'magic:nothing',
  '__proto__',
  '[object Object]',
  '1',
  '-1',
  '\u202e',
  '424242',
]; // prettier-ignore
/** A value that each field may well have, so that some requests succeed. */
const RIGHT: Readonly<Record<string, string>> = {
  new_password: `${CANARY}-1`,
  current_password: 'current-password-1',
  sign_out_of_other_sessions: 'false',
  identifier: 'user@example.com',
  strategy: 'password',
  password: 'current-password-1',
  level: 'first_factor',
  email_address_id: 'idn_2xAmple0000000000000000001',
};
const NAMES = ['currentPassword', '__proto__', 'constructor', 'new_password[]', '', 'toString', 'password', CANARY];
const RAW = ['%', '%zz', '%C3%28', '%FF', '&&&', '=', '==', '+', 'a=b=c', '{"new_password":1}', '\u00ff', '%00', ';'];
const HEADERS: readonly (readonly [string, string])[] = [
  ['origin', 'https://elsewhere.example'],
  ['origin', 'http://localhost:5173'],
  ['origin', 'null'],
  ['origin', ''],
  ['authorization', 'Bearer dvb_local'],
  ['authorization', ''],
  ['host', 'evil.example'],
  ['host', 'localhost:1'],
  ['content-type', 'application/json'],
  ['content-type', 'text/plain'],
  ['content-type', ''],
  ['content-type', 'application/x-www-form-urlencoded; charset=latin1'],
  ['content-type', 'APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8'],
  ['cookie', '__client=nobody'],
  ['cookie', ';;=; __client=dvb_local; x'],
  ['prefer', 'code=422'],
  ['prefer', 'code=200, example=password_changed'],
  ['prefer', 'example=form_password_pwned'],
  ['prefer', ';;==,'],
]; // prettier-ignore
const PATHS = [
  '/v1/me/',
  '//',
  '/v1/client/sessions/%2e%2e/verify',
  '/v1/me/sessions/active',
  '/v1/environment',
  '/v1/client/sign_ins/x/attempt_first_factor',
  '/v1/me/sessions/x/revoke',
  '/v1/client/sessions/sess_2xAmplePaloAlto0000000000001/touch',
  '/v1/client/sessions/x/end',
  '/v1/client/sign_ins/x',
  '/',
  '',
  '*',
  '/v1/nothing',
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'BREW', ''];

/** Sends so many, and fails with the first whose response is not one of the contract's. FUZZ_SEED brings back a run that failed. */
export async function fuzz(requests: number): Promise<void> {
  const file = new URL('../../generated/openapi.json', import.meta.url);
  const operations = operationsOf(parse(readFileSync(file, 'utf8')));
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
  const random = numbers(seed);
  const chance = (of: number): boolean => random() < of;
  const one = <Item>(of: readonly Item[]): Item => {
    const item = of[Math.floor(random() * of.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const settings = { rateLimit: { requests: 50, seconds: 1 }, lockout: { attempts: 5, seconds: 60 } };
  const emulator = createEmulator({ settings, random });
  let logged: LoggedRequest | undefined;
  emulator.onRequest((request) => {
    logged = request;
  });
  const sessionIds = ['', 'sess_unknown', '__proto__', CANARY];

  const rightOf = (operation: Operation, name: string): string =>
    operation.id === 'prepareSessionVerification' && name === 'strategy' ? 'email_code' : (RIGHT[name] ?? '');

  function form(operation: Operation): Uint8Array {
    const parts = operation.fields
      .filter(() => chance(0.9))
      .map((name) => [name, chance(0.7) ? rightOf(operation, name) : one(VALUES)] as const);
    if (chance(0.15)) parts.push([one(NAMES), one(VALUES)]);
    if (chance(0.1)) parts.push([one([...operation.fields, 'x']), one(VALUES)]);
    let text = new URLSearchParams(parts.map(([name, value]) => [name, value])).toString();
    if (chance(0.1)) text = text.replace('=', one(['', '&', '%', '==']));
    if (chance(0.1)) text += `&${one(RAW)}`;
    if (chance(0.02)) text = one(RAW);
    if (chance(0.01)) text += 'x'.repeat(10_000);
    const bytes = encoder.encode(text);
    if (chance(0.05) && bytes.length > 0) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return bytes;
  }

  function request(operation: Operation): WireRequest {
    const headers = new Map([['content-type', 'application/x-www-form-urlencoded']]);
    while (chance(0.15)) headers.set(...one(HEADERS));
    const query = new URLSearchParams();
    if (!chance(0.05))
      query.set(one(['__clerk_db_jwt', '__dev_session']), one(['dvb_local', 'dvb_no_password', 'dvb_local', 'x']));
    if (chance(0.1)) query.set('_clerk_session_id', one(sessionIds));
    if (chance(0.1)) query.set('__clerk_api_version', one(['2021-02-05', '2025-11-10', 'soon']));
    if (operation.id === 'removeSessions') query.set('_method', 'DELETE');
    if (chance(0.02)) query.set('_method', one(METHODS));
    if (chance(0.02)) query.set('_is_native', '1');
    const own = sessionIds[4] ?? '';
    let target = operation.path.replace(
      '{session_id}',
      chance(0.7) ? own : one(['sess_unknown', '__proto__', sessionIds[5] ?? '']),
    );
    if (chance(0.04)) target = one(PATHS);
    target += `?${query}`;
    if (chance(0.02)) target += `&${one(RAW)}`;
    return {
      method: chance(0.02) ? one(METHODS) : operation.method,
      target,
      base: 'http://127.0.0.1:4010',
      header: (name) => headers.get(name),
      body: operation.fields.length === 0 ? new Uint8Array(0) : form(operation),
    };
  }

  const validators = new Map(Object.entries<Readonly<Record<number, (body: unknown) => boolean>>>(responseValidators));
  const known = new Set(
    Object.entries(errorCatalogue).flatMap(([code, { places }]) =>
      places.map(({ operation, status }) => `${operation} ${status} ${code}`),
    ),
  );
  const statuses = new Map<string, number>();

  /** What is wrong with an answer, or undefined. */
  function problemOf(answer: WireAnswer, operation: string | undefined): string | undefined {
    if (answer.status >= 500) return 'it failed';
    if (answer.body.includes(CANARY)) return 'it shows what was typed';
    const body: unknown = JSON.parse(answer.body);
    const errors = read(body, 'errors');
    const codes = Array.isArray(errors) ? errors.map((error) => String(read(error, 'code'))) : [];
    const validate = operation === undefined ? undefined : validators.get(operation)?.[answer.status];
    if (operation === undefined || !validators.has(operation)) {
      return answer.status === 200 || codes.length > 0 ? undefined : 'it has no code';
    }
    if (validate === undefined) return 'the operation has no such status';
    if (!validate(body)) return 'it breaks its schema';
    const unknown = codes.find((code) => !known.has(`${operation} ${answer.status} ${code}`));
    return unknown === undefined ? undefined : `the operation does not have ${unknown}`;
  }

  for (let count = 0; count < requests; count++) {
    if (count % 40 === 0) {
      emulator.reset();
      sessionIds.splice(4, sessionIds.length, ...emulator.users.sessions().map(({ id }) => id));
    }
    if (count % 20 === 0) emulator.advance(1_000);
    const operation = one(operations);
    // A step can only follow a start.
    const start = operations.find(({ id }) => id === 'startSessionVerification');
    const isStep = operation.id === 'attemptSessionVerification' || operation.id === 'prepareSessionVerification';
    if (isStep && start !== undefined) await emulator.handle(request(start));
    const sent = request(operation);
    const answer = await emulator.handle(sent);
    const problem = problemOf(answer, logged?.operation);
    const name = `${logged?.operation} ${answer.status}`;
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
    if (problem !== undefined || JSON.stringify(logged).includes(CANARY)) {
      const shown = {
        seed,
        count,
        method: sent.method,
        target: sent.target,
        body: new TextDecoder().decode(sent.body),
      };
      expect.fail(
        `${problem ?? 'the log shows what was typed'}: ${JSON.stringify(shown)} -> ${answer.status} ${answer.body}`,
      );
    }
  }
  // The run is worth something only if it got far: each operation was carried out at times.
  for (const { id } of operations) expect({ id, carriedOut: statuses.get(`${id} 200`) }).toSatisfy(gotFar);
}
