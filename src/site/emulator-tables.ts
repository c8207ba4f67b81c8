/** Tables of what the emulator takes: settings, the users and sessions of a seed, forced responses, the control API. */
import control from '../../generated/emulator/control.json' with { type: 'json' };
import seedSchema from '../../generated/emulator/seed.schema.json' with { type: 'json' };
import { table } from './markdown.ts';

/** As much of JSON Schema as is used in openapi/emulator/. */
interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The type and its limits, in words. */
function typeOf({ type, enum: values, minimum, maximum, anyOf, items }: Schema): string {
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  const [kind = 'string', other] = typeof type === 'string' ? [type] : (type ?? []);
  // All codes would make a page of their own, and have one.
  const words = values !== undefined && values.length < 10 ? values.map((value) => `\`${value}\``).join(', ') : kind;
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const [from, to] = [minimum?.toLocaleString('en'), maximum?.toLocaleString('en')];
  const limits = isBounded ? `, ${from} to ${to}` : minimum === undefined ? '' : `, ${from} or more`;
  const of = kind === 'array' && items !== undefined ? ` of ${typeOf(items)}s` : '';
  return `${words}${of}${limits}${other === undefined ? '' : `${limits && ','} or ${other}`}`;
}

/** One row per property; those of an object that has properties follow it, under their whole names. */
function rowsOf(schema: Schema, prefix = ''): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, found]) => {
    const { $ref = '' } = found;
    const { ErrorCode } = control.components.schemas;
    const property: Schema = $ref.endsWith('/ErrorCode') ? ErrorCode : found;
    const whole = `${prefix}${name}`;
    const isRequired = schema.required?.includes(name) === true && prefix === '';
    const byDefault = property.default === undefined ? '' : `. Default: \`${JSON.stringify(property.default)}\``;
    const type = `${typeOf(property)}${isRequired ? ', required' : ''}${byDefault}`;
    const row = [`\`${whole}\``, `${type}<br>${(property.description ?? `${property.title}.`).trim()}`];
    return property.properties === undefined ? [row] : [row, ...rowsOf(property, `${whole}.`)];
  });
}

const HEAD = ['Name', 'Type and meaning'] as const;
const { users, sessions, settings } = seedSchema.properties;
const { schemas } = control.components;

/** The words for a body, by the name of its schema; those that have a table of their own lead to it. */
function bodyOf(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  if (schema.items !== undefined) return `a list: ${bodyOf(schema.items) || `${typeOf(schema.items)}s`}`;
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const place = PLACES[name];
  if (place !== undefined) return `[${place[0]}](${place[1]})`;
  const known: Schema | undefined = name === '' ? schema : new Map<string, Schema>(Object.entries(schemas)).get(name);
  return Object.keys(known?.properties ?? {})
    .map((each) => `\`${each}\``)
    .join(', ');
}

const PLACES: Readonly<Record<string, readonly [words: string, href: string]>> = {
  Seed: ['a seed', 'seed.html'],
  SeedUser: ['a user of a seed', 'seed.html#users'],
  SeedSession: ['a session of a seed', 'seed.html#sessions'],
  SettingsChange: ['settings', 'seed.html#settings'],
  Settings: ['all settings', 'seed.html#settings'],
  ForcedResponse: ['a forced response', 'forced-responses.html#parts'],
  WaitingResponse: ['a waiting response', '#a-waiting-response'],
  User: ['a user', '#a-user'],
  Session: ['a session', '#a-session'],
  LoggedRequest: ['a request', '#a-request'],
  Notice: ['a notice', '#a-notice'],
};

interface Route {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}
interface Body {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: { readonly 'application/json': { readonly schema: Schema } };
}

/** The routes of a tag of the control API. */
function routes(tag: string): string {
  const found = Object.entries(control.paths).flatMap(([path, methods]) =>
    Object.entries<Route>(methods).flatMap(([method, route]) => {
      if (!route.tags.includes(tag)) return [];
      const sent = bodyOf(route.requestBody?.content?.['application/json'].schema);
      const response = route.responses['200'];
      return [
        [
          `\`${method.toUpperCase()} ${path}\``,
          [
            // Parts of a request are code here, and plain text where the command prints them.
            `${route.summary}. ${route.description}`
              .replace('..', '.')
              .replaceAll(/\?\w+=[A-Z]*|\/instances\/NAME\/…|"\w+"(?:: \w+)?/g, '`$&`')
              .trim(),
            ...(sent === '' ? [] : [`Body: ${sent}`]),
            `Response: ${response === undefined ? 'nothing, 204' : bodyOf(response.content?.['application/json'].schema) || 'JSON'}`,
          ].join('<br>'),
        ],
      ];
    }),
  );
  if (found.length === 0) throw new Error(`The control API has no routes about ${tag}.`);
  return table(['Request', 'What it does'], found);
}

/** The fields of what the control API responds with. */
function fields(name: string): string {
  const schema = new Map<string, Schema>(Object.entries(schemas)).get(name);
  if (schema === undefined) throw new Error(`The control API has no ${name}.`);
  return table([...HEAD], rowsOf({ ...schema, required: [] }));
}

/** Markdown tables, by what they are about. */
export const EMULATOR_TABLES = {
  settings: () => table([...HEAD], rowsOf(settings)),
  seedUsers: () => table([...HEAD], rowsOf(users.items)),
  seedSessions: () => table([...HEAD], rowsOf(sessions.items)),
  forced: () => table([...HEAD], rowsOf(schemas.ForcedResponse)),
  routes: (tag = '') => routes(tag),
  controlFields: (name = '') => fields(name),
} satisfies Readonly<Record<string, (name?: string) => string>>;
