/** From the wire's form to ours: camelCase names, `Date` for every time; nothing else changes. */

type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;

/** Data of an application or a token: its names are not ours to change. */
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
  /** Whether what it holds stays as it is. */
  readonly verbatim: boolean;
}

/** Names seen before. Responses hold the same few, and calls are counted in microseconds. */
const names = new Map<string, Known>();

function lookUp(name: string): Known {
  const camel = name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
  const known = {
    camel,
    time: name.endsWith('_at'),
    verbatim: name.endsWith('metadata') || name === 'actor',
  };
  names.set(name, known);
  return known;
}

/** Nobody nests data deeper than this; what comes nested deeper stays as it is, so that no response can exhaust the stack. */
const DEEPEST = 50;

const convert = (wire: unknown, depth: number): unknown => {
  if (typeof wire !== 'object' || wire === null || depth > DEEPEST) return wire;
  return Array.isArray(wire) ? wire.map((item) => convert(item, depth + 1)) : fill({}, wire, undefined, depth);
};

/**
 * Writes what came over the wire into an object: name by name, which is many times faster than to assign it afterwards. Methods stay,
 * those of every object as well: no response may write over them.
 *
 * @param before What the object was made from, if it was: plain values need not be written again, and what is gone goes.
 */
export function fill<Target extends object>(target: Target, wire: object, before?: object, depth = 0): Target {
  // All are read and written name by name, and `Reflect` is too slow for it.
  const from = wire as Readonly<Record<string, unknown>>;
  const made = before as typeof from | undefined;
  const into = target as Record<string, unknown>;
  for (const name in from) {
    const value = from[name];
    if (made?.[name] === value) continue;
    const { camel, time, verbatim } = names.get(name) ?? lookUp(name);
    if (typeof into[camel] === 'function') continue;
    into[camel] =
      typeof value === 'object'
        ? verbatim
          ? value
          : convert(value, depth + 1)
        : time && typeof value === 'number'
          ? new Date(value)
          : value;
  }
  for (const name in made) {
    // JSON has no undefined, and `in` is several times slower.
    if (from[name] !== undefined) continue;
    const { camel } = names.get(name) ?? lookUp(name);
    if (typeof into[camel] !== 'function') delete into[camel];
  }
  return target;
}

/** Converts what came over the wire, however deep. Takes no copy of metadata. */
export function fromWire<Wire>(wire: Wire): FromWire<Wire> {
  // The type says what `convert` does, name by name.
  return convert(wire, 0) as FromWire<Wire>;
}
