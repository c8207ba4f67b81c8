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
  return `${words}${of}${limits}${other === undefined ? '' : ` or ${other}`}`;
}

/** One row per property; those of an object that has properties follow it, under their whole names. */
function rowsOf(schema: Schema, prefix = ''): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, found]) => {
    const { $ref = '' } = found;
    const { ErrorCode } = control.components.schemas;
    const property: Schema = $ref.endsWith('/ErrorCode') ? ErrorCode : found;
    const whole = `${prefix}${name}`;
    const isRequired = schema.required?.includes(name) === true && prefix === '';
    const byDefault =
      property.default === undefined ? (isRequired ? 'required' : '') : `\`${JSON.stringify(property.default)}\``;
    const row = [`\`${whole}\``, typeOf(property), byDefault, (property.description ?? `${property.title}.`).trim()];
    return property.properties === undefined ? [row] : [row, ...rowsOf(property, `${whole}.`)];
  });
}

const HEAD = ['Name', 'Type', 'Default', 'Meaning'] as const;
const { users, sessions, settings } = seedSchema.properties;

/** Markdown tables, by what they are about. */
export const EMULATOR_TABLES = {
  settings: () => table([...HEAD], rowsOf(settings)),
  users: () => table([...HEAD], rowsOf(users.items)),
  sessions: () => table([...HEAD], rowsOf(sessions.items)),
  forced: () => table([...HEAD], rowsOf(control.components.schemas.ForcedResponse)),
  /** The routes of the control API. */
  control: () =>
    table(
      ['Request', 'What it does'],
      Object.entries(control.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { summary }]) => [`\`${method.toUpperCase()} ${path}\``, summary]),
      ),
    ),
} satisfies Readonly<Record<string, () => string>>;
