/** From the wire's form to ours: camelCase names, `Date` for every time; nothing else changes. */

type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;

/** What an application or a token put there: its names are not ours to change. */
type Verbatim = `${string}metadata` | 'actor';

type Time<Value> = Value extends number ? Date : Value;

/** The SDK's form of a schema of the contract. */
export type FromWire<Wire> = Wire extends readonly (infer Item)[]
  ? readonly FromWire<Item>[]
  : Wire extends object
    ? {
        readonly [Name in keyof Wire as Camel<Name & string>]: Name extends `${string}_at`
          ? Time<Wire[Name]>
          : Name extends Verbatim
            ? Wire[Name]
            : FromWire<Wire[Name]>;
      }
    : Wire;

/** Names that were converted before: there are few, and every answer holds most of them. */
const names: Record<string, string> = Object.create(null);

function convert(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(convert);
  if (typeof wire !== 'object' || wire === null) return wire;
  const converted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wire)) {
    names[name] ??= name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
    const time = typeof value === 'number' && name.endsWith('_at');
    converted[names[name]] = time ? new Date(value) : /metadata$|^actor$/.test(name) ? value : convert(value);
  }
  return converted;
}

/** Converts what came over the wire, however deep. Takes no copy of metadata. */
export function fromWire<Wire>(wire: Wire): FromWire<Wire> {
  // The type says what `convert` does, name by name.
  return convert(wire) as FromWire<Wire>;
}
