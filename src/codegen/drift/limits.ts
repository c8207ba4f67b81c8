/** The least and the greatest: lengths of text, numbers of items and fields, and numbers themselves. */
import type { Node } from './document.ts';

/** The least or greatest length, size or number. */
export interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
}

const UNITS: Readonly<Record<string, string>> = {
  string: 'Length',
  array: 'Items',
  object: 'Properties',
  number: 'imum',
};

/** `minLength`, `maxItems`, `minimum` …, with both ways of saying that the number itself is outside. */
export function readLimit(
  node: Node,
  type: string,
  end: 'min' | 'max',
  outside: string,
  integer: boolean,
): Limit | undefined {
  const value = node[`${end}${UNITS[type] ?? ' '}`];
  const edge = type === 'number' ? node[outside] : undefined;
  const sign = end === 'min' ? 1 : -1;
  const limits: Limit[] = [];
  if (typeof value === 'number' && !(end === 'min' && type !== 'number' && value === 0)) {
    limits.push({ value, exclusive: edge === true });
  }
  if (typeof edge === 'number') limits.push({ value: edge, exclusive: true });
  return limits
    .map((one) =>
      integer && one.exclusive && Number.isInteger(one.value) ? { value: one.value + sign, exclusive: false } : one,
    )
    .reduce<Limit | undefined>((one, other) => narrower(one, other, sign), undefined);
}

/** Whether `inner` allows nothing that `outer` does not. `sign` is 1 for lower limits, -1 for upper ones. */
export function within(inner: Limit | undefined, outer: Limit | undefined, sign: number): boolean {
  if (outer === undefined) return true;
  if (inner === undefined || inner.value * sign < outer.value * sign) return false;
  return inner.value !== outer.value || inner.exclusive || !outer.exclusive;
}

/** The one that allows less. */
export const narrower = (one: Limit | undefined, other: Limit | undefined, sign: number): Limit | undefined =>
  within(one, other, sign) ? one : other;
