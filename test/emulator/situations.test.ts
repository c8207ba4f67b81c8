import { createEmulator, type Situation, situationRequest, situations } from 'user-password-api/emulator';
import { errorCatalogue, type KnownErrorCode } from 'user-password-api/errors';
import { responseValidators } from 'user-password-api/validators';
import { describe, expect, test } from 'vitest';
import { isObject, type Json } from '../../src/codegen/contract.ts';
import { examples } from '../contract/document.ts';

const pairs = situations.flatMap((situation) => situation.operations.map((operation) => ({ operation, situation })));
const places = Object.entries(errorCatalogue).flatMap(([code, entry]) =>
  entry.places.map(({ operation, status, ...rest }) => ({
    code,
    operation,
    status,
    paramName: 'paramName' in rest ? rest.paramName : undefined,
  })),
);

const isCode = (name: string): name is KnownErrorCode => Object.hasOwn(errorCatalogue, name);

const validatorsOf = (operation: string): Readonly<Record<number, (body: unknown) => boolean>> =>
  new Map(Object.entries<Readonly<Record<number, (body: unknown) => boolean>>>(responseValidators)).get(operation) ??
  {};

async function answerTo(operation: Situation['operations'][number], situation?: Situation) {
  const emulator = createEmulator();
  const response = await emulator.fetch(await situationRequest(emulator, operation, situation));
  const body: unknown = await response.json();
  return { emulator, response, body, validates: validatorsOf(operation)[response.status]?.(body) };
}

describe('the table of situations', () => {
  test('names a situation for every code of every operation of the contract', () => {
    const covered = new Set(pairs.map(({ operation, situation }) => `${operation} ${situation.code}`));
    expect(places.map(({ operation, code }) => `${operation} ${code}`).filter((one) => !covered.has(one))).toEqual([]);
  });

  test('says of each in words when it comes about', () => {
    expect(situations.filter(({ when }) => !/^[a-z_]+ \S+ /.test(when))).toEqual([]);
  });

  test('forces none of the codes that the two password operations have, but the failure of the server', () => {
    const forced = situations.filter((situation) => situation.forced);
    const ofPasswords = forced.filter(({ operations }) => operations.includes('changePassword'));
    expect(ofPasswords.map(({ code }) => code)).toEqual(['internal_clerk_error']);
  });

  test.each(pairs)('answers $situation.code when $situation.when ($operation)', async ({ operation, situation }) => {
    const { response, body, validates } = await answerTo(operation, situation);
    const place = places.find((one) => one.operation === operation && one.code === situation.code);
    expect(body).toMatchObject({ errors: [{ code: situation.code }] });
    // The field that is wrong is the one that the contract names, or one that the situation is about.
    const named = JSON.stringify(body).match(/"param_name":"(\w+)"/)?.[1];
    expect(named === undefined ? [undefined] : [place?.paramName, ...Object.keys(situation.fields ?? {})]).toContain(
      named,
    );
    expect(named === undefined).toBe(place?.paramName === undefined);
    expect(response.status).toBe(place?.status);
    expect(validates).toBe(true);
  });

  const operations = [...new Set(pairs.map(({ operation }) => operation))];
  test.each(operations)('answers 200 when nothing is the matter (%s)', async (operation) => {
    const { response, validates } = await answerTo(operation);
    expect(response.status).toBe(200);
    expect(validates).toBe(true);
  });
});

describe('magic values', () => {
  test('are passwords like any other when the setting is off', async () => {
    const emulator = createEmulator({ settings: { magicValues: false } });
    const fields = { new_password: 'magic:form_password_pwned' };
    const situation: Situation = { code: 'form_password_incorrect', operations: [], when: '', fields };
    const response = await emulator.fetch(await situationRequest(emulator, 'changePassword', situation));
    expect(response.status).toBe(200);
    expect(emulator.outbox).toMatchObject([{ kind: 'password_changed' }]);
  });

  test.each(['magic:nonsense', 'magic:session_exists'])(
    'are passwords like any other when they name no code of the operation, as %s',
    async (new_password) => {
      const emulator = createEmulator();
      const fields = { new_password };
      const situation: Situation = { code: 'form_password_incorrect', operations: [], when: '', fields };
      expect((await emulator.fetch(await situationRequest(emulator, 'changePassword', situation))).status).toBe(200);
    },
  );

  const ofPasswords = places.filter(({ operation }) => operation === 'changePassword');
  test.each(ofPasswords)(
    'bring about $code with no set-up when they are the new password',
    async ({ code, status }) => {
      const emulator = createEmulator();
      const situation: Situation = {
        code: 'form_password_incorrect',
        operations: [],
        when: '',
        fields: { new_password: `magic:${code}` },
      };
      const response = await emulator.fetch(await situationRequest(emulator, 'changePassword', situation));
      const body: unknown = await response.json();
      expect(response.status).toBe(status);
      expect(body).toMatchObject({ errors: [{ code }] });
      expect(validatorsOf('changePassword')[status]?.(body)).toBe(true);
      expect(emulator.outbox).toEqual([]);
    },
  );
});

describe('a forced code is answered as the contract shows it', () => {
  const isError = (value: Json | undefined): value is { readonly errors: readonly Json[] } =>
    isObject(value) && Array.isArray(value['errors']);
  const rows = examples.flatMap(({ operation, status, name, value }) =>
    isError(value) && isCode(name) ? [{ operation, status, name, error: value.errors[0] }] : [],
  );

  test.each(rows)('$operation: $status $name', async ({ operation, status, name, error }) => {
    const emulator = createEmulator();
    emulator.force(operation, { code: name });
    const response = await emulator.fetch(await situationRequest(emulator, operation));
    const body = await response.json();
    const { code, message, long_message, meta }: Readonly<Record<string, unknown>> = Object(error);
    expect([response.status, body.errors]).toMatchObject([Number(status), [{ code, message, long_message }]]);
    expect(body.errors[0].meta?.param_name).toBe(Reflect.get(Object(meta), 'param_name'));
    const names = (one: unknown) => (one === undefined ? undefined : Object.keys(Object(one)).sort());
    expect(names(body.errors[0].meta)).toEqual(names(meta));
    // Only the one that a client should wait for says how long.
    expect(response.headers.get('retry-after')).toBe(name === 'too_many_requests' ? '30' : null);
  });
});
