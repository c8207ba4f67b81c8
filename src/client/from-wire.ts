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

interface Known {
  readonly camel: string;
  readonly time: boolean;
  readonly verbatim: boolean;
}

/** Names seen before: ours, whether it holds a time, whether what it holds stays as it is. Answers hold the same few, and calls are counted in microseconds. */
const names = new Map<string, Known>();

const convert = (wire: unknown): unknown =>
  Array.isArray(wire) ? wire.map(convert) : typeof wire === 'object' && wire ? fill({}, wire) : wire;

/**
 * Writes what came over the wire into an object: one by one, which is many times faster than to assign it afterwards. What it
 * was made of before, if given, tells which plain values need not be written again.
 */
export function fill<Target extends object>(target: Target, wire: object, before?: object): Target {
  // All are read and written name by name, and `Reflect` is too slow for it.
  const from = wire as Readonly<Record<string, unknown>>;
  const made = before as typeof from | undefined;
  const into = target as Record<string, unknown>;
  for (const name in from) {
    const value = from[name];
    if (made?.[name] === value) continue;
    let known = names.get(name);
    if (!known) {
      const camel = name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
      known = { camel, time: name.endsWith('_at'), verbatim: /metadata$|^actor/.test(name) };
      names.set(name, known);
    }
    into[known.camel] =
      typeof value === 'object'
        ? known.verbatim
          ? value
          : convert(value)
        : known.time && typeof value === 'number'
          ? new Date(value)
          : value;
  }
  return target;
}

/** Converts what came over the wire, however deep. Takes no copy of metadata. */
export function fromWire<Wire>(wire: Wire): FromWire<Wire> {
  // The type says what `convert` does, name by name.
  return convert(wire) as FromWire<Wire>;
}
