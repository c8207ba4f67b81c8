/** Where two schemas differ, as seen by a value that travels from one to the other. */
import { isObject, type Json } from '../contract.ts';
import { type Alternative, asSchema, canonical, readSchemas } from './alternatives.ts';
import type { ApiDocument, Node } from './document.ts';
import { type Limit, within } from './limits.ts';

export type Position = 'request' | 'response';

export interface Side {
  /** Its name in messages: `ours` or `theirs`. */
  readonly name: string;
  readonly document: ApiDocument;
}

/** Something that `from` allows and `to` does not. */
export interface Gap {
  /** Where, below the schema: `.user.emails[].id`. */
  readonly path: string;
  readonly about: string;
  /** Whether `from` allows more, has something, lacks something that `to` requires, or only says something. */
  readonly kind: 'allows' | 'has' | 'lacks' | 'says';
  /** Whether a value that `from` allows would be refused. Otherwise the two only say different things. */
  readonly refused: boolean;
  readonly message: string;
}

/** Formats that servers check. The others only inform, and our validators check none. */
const CHECKED = ['date', 'date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'time', 'uri', 'url', 'uuid'];

/** Compares schemas from one side to the other. Within one comparison each pair of schemas is looked at once, so circles end. */
export function createGapFinder(from: Side, to: Side, position: Position) {
  const known = new Map<string, readonly Gap[]>();
  const numbers = new Map<Node, number>();
  const number = (node: Node): number => {
    const found = numbers.get(node) ?? numbers.size;
    numbers.set(node, found);
    return found;
  };
  const gap = (
    about: string,
    message: string,
    { refused = true, path = '', kind = 'allows' }: Partial<Gap> = {},
  ): Gap => ({ path, about, kind, refused, message });
  const tell = (mine: string, its: string): string => `${from.name} ${mine}; ${to.name} ${its}`;

  const find = (these: readonly Node[], those: readonly Node[]): readonly Gap[] => {
    const key = JSON.stringify([these, those].map((nodes) => [...new Set(nodes.map(number))]));
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, []);
    const gaps = compare(readSchemas(from.document, these), readSchemas(to.document, those));
    known.set(key, gaps);
    return gaps;
  };

  const compare = (these: readonly Alternative[], those: readonly Alternative[]): readonly Gap[] => {
    if (isAnything(those)) return [];
    if (isAnything(these)) return [gap('type', tell('allows anything', `allows ${types(those)}`))];
    const gaps: Gap[] = [];
    const missing = [...new Set(these.map(({ type }) => type))].filter(
      (type) => !those.some((one) => one.type === type),
    );
    if (missing.length > 0) gaps.push(gap('type', tell(`allows ${types(these)}`, `allows ${types(those)}`)));
    for (const type of new Set(these.map((one) => one.type))) {
      if (missing.includes(type)) continue;
      const mine = these.filter((one) => one.type === type);
      const other = those.filter((one) => one.type === type);
      gaps.push(...compareValues(mine, other));
      const free = other.filter(({ values }) => values === undefined);
      if (free.length === 0) continue;
      for (const one of mine.filter(({ values }) => values === undefined)) {
        gaps.push(...best(free.map((choice) => compareOne(one, choice))));
      }
    }
    return gaps;
  };

  /** Values that are listed, on either side. */
  const compareValues = (mine: readonly Alternative[], other: readonly Alternative[]): readonly Gap[] => {
    const open = other.filter(({ values }) => values === undefined);
    const listed = other.flatMap(({ values }) => values ?? []);
    const names = new Set(listed.map(canonical));
    if (open.length === 0 && mine.some(({ values }) => values === undefined)) {
      return [gap('values', tell(`allows any ${mine[0]?.type}`, `allows only ${listed.map(canonical).join(', ')}`))];
    }
    const fresh = mine.flatMap(({ values }) => values ?? []).filter((value) => !names.has(canonical(value)));
    const refused = fresh.filter((value) => !open.some((one) => fits(value, one)));
    const gaps: Gap[] = [];
    const say = (values: readonly Json[]): string => [...new Set(values.map(canonical))].join(', ');
    if (refused.length > 0) gaps.push(gap('values', tell(`allows ${say(refused)}`, 'does not')));
    if (refused.length < fresh.length && listed.length > 0) {
      const rest = fresh.filter((value) => !refused.includes(value));
      gaps.push(
        gap('named values', tell(`names ${say(rest)}`, 'does not, but allows any'), { kind: 'has', refused: false }),
      );
    }
    return gaps;
  };

  /** Two alternatives of one type, neither of which lists its values. */
  const compareOne = (one: Alternative, other: Alternative): readonly Gap[] => {
    const gaps: Gap[] = [];
    const ends = [
      ['least', one.low, other.low, 1],
      ['greatest', one.high, other.high, -1],
    ] as const;
    for (const [end, mine, its, sign] of ends) {
      if (!within(mine, its, sign))
        gaps.push(gap(`${end} ${measure(one)}`, tell(bound(mine, end, one), bound(its, end, one))));
    }
    for (const [name, rule] of other.rules) {
      const mine = one.rules.get(name);
      if (mine === rule) continue;
      const refused =
        name !== 'format' || (position === 'request' && CHECKED.some((format) => rule.includes(`"${format}"`)));
      const say = (text: string | undefined): string => (text === undefined ? `has no ${name}` : `has ${name} ${text}`);
      gaps.push(gap(name, tell(say(mine), say(rule)), { refused }));
    }
    const inside = find(one.items, other.items).map((part) => ({ ...part, path: `[]${part.path}` }));
    return [...gaps, ...inside, ...compareFields(one, other)];
  };

  const compareFields = (one: Alternative, other: Alternative): readonly Gap[] => {
    const gaps: Gap[] = [];
    for (const name of new Set([...namesOf(one), ...namesOf(other), ...one.required, ...other.required])) {
      const mine = fieldOf(one, name);
      const its = fieldOf(other, name);
      const path = `.${name}`;
      if (travelsNot(from, mine) || travelsNot(to, its)) continue;
      const needed = other.required.has(name);
      if (mine === undefined || (mine.length === 0 && !one.required.has(name))) {
        if (needed) gaps.push(gap('field', tell('does not have it', 'requires it'), { path, kind: 'lacks' }));
        continue;
      }
      if (needed && !one.required.has(name))
        gaps.push(gap('required', tell('may leave it out', 'requires it'), { path }));
      if (its === undefined) gaps.push(gap('field', tell('has it', 'forbids it'), { path, kind: 'has' }));
      // Required, but described by neither.
      else if (mine.length === 0) continue;
      else if (its.length === 0)
        gaps.push(gap('field', tell('has it', 'does not describe it'), { path, kind: 'has', refused: false }));
      else {
        gaps.push(...find(mine, its).map((part) => ({ ...part, path: `${path}${part.path}` })));
        if (deprecated(from, mine) && !deprecated(to, its))
          gaps.push(gap('deprecated', tell('calls it deprecated', 'does not'), { path, kind: 'says', refused: false }));
      }
    }
    return [...gaps, ...compareOthers(one, other)];
  };

  /** Fields that are not named. */
  const compareOthers = (one: Alternative, other: Alternative): readonly Gap[] => {
    const mine = othersOf(one);
    const its = othersOf(other);
    if (mine === undefined) return [];
    const explicit = one.fields.some(({ additional }) => additional !== undefined);
    // We send nothing that a document does not mention, but a server may have more than it says.
    const refused = explicit || position === 'response';
    if (its === undefined)
      return [gap('other fields', tell('allows other fields', 'forbids them'), { refused, path: '.*' })];
    return find(mine, its).map((part) => ({ ...part, refused: part.refused && refused, path: `.*${part.path}` }));
  };

  /** Whether a field is left out on this way: `readOnly` in requests, `writeOnly` in responses. */
  const travelsNot = (side: Side, schemas: readonly Node[] | undefined): boolean =>
    says(side, schemas, position === 'request' ? 'readOnly' : 'writeOnly');
  const deprecated = (side: Side, schemas: readonly Node[]): boolean => says(side, schemas, 'deprecated');
  const says = (side: Side, schemas: readonly Node[] | undefined, word: string): boolean =>
    (schemas ?? []).some((node) => node[word] === true || side.document.resolve(node)[word] === true);

  return find;
}

/** The fewest refusals win: what is allowed here has to be allowed somewhere there. */
function best(results: readonly (readonly Gap[])[]): readonly Gap[] {
  const weight = (gaps: readonly Gap[]): number => gaps.reduce((sum, { refused }) => sum + (refused ? 1000 : 1), 0);
  return results.reduce((one, other) => (weight(other) < weight(one) ? other : one));
}

const isAnything = (all: readonly Alternative[]): boolean =>
  ['string', 'number', 'array', 'object'].every((type) => all.some((one) => one.type === type && isFree(one)));
const isFree = ({ values, low, high, rules, fields, required, items }: Alternative): boolean =>
  values === undefined &&
  !low &&
  !high &&
  [rules.size, required.size, fields.length, items.length].every((count) => count === 0);

const types = (all: readonly Alternative[]): string => {
  const names = all.map(({ type, rules }) => rules.get('type') ?? type);
  return all.length === 0 ? 'nothing' : [...new Set(names)].join(' or ');
};

const namesOf = ({ fields }: Alternative): readonly string[] =>
  fields.flatMap(({ properties }) => Object.keys(properties));

/** The schemas that a field has to satisfy; none if it is not described, `undefined` if it is forbidden. */
function fieldOf({ fields }: Alternative, name: string): readonly Node[] | undefined {
  const schemas: Node[] = [];
  for (const { properties, additional } of fields) {
    const isNamed = Object.hasOwn(properties, name);
    const schema = isNamed ? properties[name] : additional;
    if (schema === false) return undefined;
    if (isNamed || isObject(schema)) schemas.push(asSchema(schema));
  }
  return schemas;
}

/** The same for the fields that are not named. */
const othersOf = (one: Alternative): readonly Node[] | undefined =>
  fieldOf({ ...one, fields: one.fields.map(({ additional }) => ({ properties: {}, additional })) }, '');

const measure = ({ type }: Alternative): string =>
  ({ string: 'length', array: 'number of items', object: 'number of fields' })[String(type)] ?? 'number';
const bound = (limit: Limit | undefined, end: string, one: Alternative): string =>
  limit === undefined
    ? `has no ${end} ${measure(one)}`
    : `has ${end} ${measure(one)} ${limit.exclusive ? (end === 'least' ? 'above ' : 'below ') : ''}${limit.value}`;

/** Whether a listed value fits an alternative of its type that lists none, as far as lengths and numbers go. */
function fits(value: Json, one: Alternative): boolean {
  const size = typeof value === 'string' ? [...value].length : typeof value === 'number' ? value : undefined;
  if (size === undefined) return one.rules.size === 0;
  const point: Limit = { value: size, exclusive: false };
  const pattern = one.rules.get('pattern');
  const whole = one.rules.get('type') !== 'integer' || Number.isInteger(value);
  return whole && pattern === undefined && within(point, one.low, 1) && within(point, one.high, -1);
}

export const schemaOf = (holder: Node): readonly Node[] => [asSchema(holder['schema'])];
