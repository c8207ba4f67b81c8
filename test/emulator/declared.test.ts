/** What openapi/emulator/ declares is what the emulator does: the control API, the JSON Schema of seed files, the tables. */
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import document from '../../generated/emulator/control.json' with { type: 'json' };
import seedSchema from '../../generated/emulator/seed.schema.json' with { type: 'json' };
import { createControl, createEmulator, defaultSeed } from '../../src/emulator/index.ts';
import { parseSeed } from '../../src/emulator/setup/seed-file.ts';
import { EMULATOR_TABLES } from '../../src/site/emulator-tables.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly example: unknown } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries<Operation>(methods).map(([method, operation]) => ({ path, method, operation })),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'control', ...document });

/** What stands at the variable parts of paths. */
const PARTS: Readonly<Record<string, string>> = {
  user: 'user@example.com',
  session: 'sess_no_password',
  forced: '2',
  name: 'one',
};

/** An emulator in which there is one of everything. */
async function start() {
  const emulator = createEmulator();
  const control = createControl(emulator);
  control.instance('one');
  emulator.force('getUser', { code: 'user_locked' });
  await emulator.fetch('http://localhost/v1/me?__clerk_db_jwt=dvb_local');
  emulator.force('getUser', { status: 500, body: '', times: Number.POSITIVE_INFINITY });
  await emulator.fetch('http://localhost/v1/me/change_password?__clerk_db_jwt=dvb_local', {
    method: 'POST',
    body: new URLSearchParams({ current_password: 'current-password-1', new_password: 'a new one for me' }),
  });
  const send = (method: string, path: string, body?: unknown) =>
    control.fetch(`http://localhost:4010${path}`, {
      method: method.toUpperCase(),
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  return { emulator, send };
}

describe('the OpenAPI document of the control API', () => {
  test.each(operations.map((one) => [one.operation.operationId, one] as const))(
    'tells what %s responds with',
    async (_, { path, method, operation }) => {
      const { send } = await start();
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => PARTS[name] ?? '');
      const response = await send(method, url, operation.requestBody?.content['application/json'].example);
      expect(Object.keys(operation.responses)).toContain(String(response.status));
      expect(response.status).toBeLessThan(300);
      const pointer = [path, method, 'responses', response.status, 'content', 'application/json', 'schema'];
      const text = await response.text();
      if (response.status === 204) return expect(text).toBe('');
      const $ref = `control#/paths/${pointer.map((part) => encodeURIComponent(String(part).replaceAll('/', '~1'))).join('/')}`;
      const fits = ajv.compile({ $ref });
      fits(JSON.parse(text));
      expect(fits.errors).toBeNull();
    },
  );

  test('has each route that control lists, and is served with the address that was asked', async () => {
    const { send } = await start();
    const listed: unknown = await (await send('GET', '/__emulator')).json();
    expect(listed).toEqual(
      operations.map(({ path, method }) => expect.objectContaining({ method: method.toUpperCase(), path })),
    );
    const served = await (await send('GET', '/__emulator/openapi.json')).json();
    expect(served).toEqual({ ...document, servers: [{ url: 'http://localhost:4010' }] });
    const ofInstance = await (await send('GET', '/instances/one/__emulator/openapi.json')).json();
    expect(ofInstance).toMatchObject({ servers: [{ url: 'http://localhost:4010/instances/one' }] });
  });

  test('declares what is refused: a body of another shape gets the declared error', async () => {
    for (const { path, method, operation } of operations.filter((one) => one.operation.requestBody)) {
      const { send } = await start();
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => PARTS[name] ?? '');
      const response = await send(method, url, { nothing_like_this: 1 });
      expect([operation.operationId, response.status]).toEqual([operation.operationId, 400]);
      expect(Object.keys(operation.responses)).toContain('400');
      expect(await response.json()).toEqual({ error: expect.stringContaining('nothing_like_this') });
    }
  });
});

test('a reset with a seed over HTTP starts with that seed, and the next one comes back to it', async () => {
  const { emulator, send } = await start();
  const seed = { users: [{ username: 'grace' }], settings: { reverification: true } };
  expect((await send('POST', '/__emulator/reset', seed)).status).toBe(204);
  emulator.users.create({ username: 'other' });
  await send('POST', '/__emulator/reset');
  expect(emulator.users.list().map(({ username }) => username)).toEqual(['grace']);
  expect(emulator.settings.reverification).toBe(true);
  const refused = await send('POST', '/__emulator/reset', { users: [{ username: 'a', pasword: 'x' }] });
  expect(await refused.json()).toEqual({ error: expect.stringMatching(/^A user has no "pasword"\. There are: /) });
  expect(emulator.users.get('grace')).toBeDefined();
});

test('settings that are no object are refused in words', () => {
  // @ts-expect-error: callers without types.
  expect(() => createEmulator({ seed: { settings: ['reverification'] } })).toThrow(/settings.* an object/i);
  // @ts-expect-error: likewise.
  expect(() => createEmulator().configure(['reverification'])).toThrow('Settings have to be an object.');
});

describe('one forced response', () => {
  test('is cancelled by its id while the others wait on', async () => {
    const { emulator, send } = await start();
    emulator.unforce();
    const ids = ['user_locked', 'user_banned', 'user_deactivated'].map(async (code) => {
      const made: { readonly id: number } = await (
        await send('POST', '/__emulator/force', { operation: 'getUser', code })
      ).json();
      return made.id;
    });
    const [, second = 0] = await Promise.all(ids);
    expect((await send('DELETE', `/__emulator/force/${second}`)).status).toBe(204);
    expect(emulator.forced.map(({ answer }) => answer.code)).toEqual(['user_locked', 'user_deactivated']);
    const gone = await send('DELETE', `/__emulator/force/${second}`);
    expect([gone.status, await gone.json()]).toEqual([404, { error: `No forced response ${second} waits.` }]);
    expect((await send('DELETE', '/__emulator/force/x')).status).toBe(404);
  });
});

const acceptsSeed = new Ajv({ strict: false }).compile(seedSchema);
const accepted = (seed: unknown): boolean => acceptsSeed(seed) === true;

describe('the JSON Schema of seed files', () => {
  test('takes the default seed and points at a name that is misspelt', () => {
    expect(accepted(defaultSeed)).toBe(true);
    expect(accepted({ users: [{ email: 'a@b.c', pasword: 'x' }] })).toBe(false);
    expect(acceptsSeed.errors).toMatchObject([{ instancePath: '/users/0', keyword: 'additionalProperties' }]);
  });

  test('refuses nothing that the emulator takes, and takes nothing of a shape that it refuses', async () => {
    const value = fc.constantFrom<unknown>('a@b.c', '+15555550100', 'x', '', ' ', 8, 7.5, -1, 1e10, true, null, [], {});
    const named = (schema: { readonly properties: object }) =>
      fc.record(Object.fromEntries(Object.keys(schema.properties).map((name) => [name, value])), { requiredKeys: [] });
    const { users, settings } = seedSchema.properties;
    const { password, ...others } = settings.properties;
    const user = fc.tuple(named(users.items), fc.constant({ username: 'someone' })).map(([a, b]) => ({ ...a, ...b }));
    const some = fc.tuple(named({ properties: others }), fc.option(named(password), { nil: {} }));
    await fc.assert(
      fc.asyncProperty(user, some, async (one, [flat, nested]) => {
        const seed = { users: [one], settings: { ...flat, password: nested } };
        const said = await parseSeed(JSON.stringify(seed), 'f').then(
          () => '',
          (error: Error) => error.message,
        );
        // What no schema can say: limits that depend on each other, an identifier that is taken.
        const isOther = /^f:\d+:\d+: .*(must not be more than|There is a user).*$/.test(said);
        if (!isOther) expect([accepted(seed), said]).toEqual([said === '', said]);
      }),
      { numRuns: 100 },
    );
  });
});

test('the tables of the documentation name everything that can be written, with limits and defaults', () => {
  const settings = EMULATOR_TABLES.settings();
  expect(settings).toContain('| `password.minLength` | integer, 8 to 72. Default: `8`<br>');
  expect(settings).toContain('| `password.requireNumber` | boolean. Default: `false`<br>Require a number. |');
  for (const name of Object.keys(createEmulator().settings)) expect(settings).toContain(`| \`${name}\``);
  for (const name of Object.keys(seedSchema.properties.users.items.properties)) {
    expect(EMULATOR_TABLES.seedUsers()).toContain(`| \`${name}\``);
  }
  expect(EMULATOR_TABLES.seedSessions()).toContain('| `user` | string, required<br>');
  expect(EMULATOR_TABLES.forced()).toContain('| `fault` | `drop`, `truncate`<br>');
  expect(EMULATOR_TABLES.routes('Responses')).toContain('`DELETE /__emulator/force/{forced}`');
});
