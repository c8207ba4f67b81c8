/** The list of checks: that it is whole, and that a request with two things wrong is refused by the one that stands first in it. */
import { createEmulator, type Situation, situationRequest, situations } from 'user-password-api/emulator';
import { errorCatalogue } from 'user-password-api/errors';
import { describe, expect, test } from 'vitest';
import { checksOf, codesOf } from '../../src/emulator/engine/order.ts';

type Operation = Situation['operations'][number];

const operations = [...new Set(situations.flatMap((situation) => situation.operations))];

/** The places of a code in the order; a code can come from more than one check. */
const placesOf = (code: Situation['code'], operation: Operation): readonly number[] =>
  checksOf(operation).flatMap((check, index) => (codesOf(check, operation).includes(code) ? [index] : []));

type Part = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Both at once; undefined if they contradict each other. */
function merge(one: Part, other: Part): Part | undefined {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const own = merged[name];
    const both = isRecord(own) && isRecord(value) ? merge(own, value) : own === undefined ? value : undefined;
    if (both === undefined) return undefined;
    merged[name] = both;
  }
  return merged;
}

function both(one: Situation, other: Situation): Partial<Situation> | undefined {
  const { code: _, operations: __, when: ___, ...first } = one;
  const { code: ____, operations: _____, when: ______, ...second } = other;
  // A whole body leaves no room for fields.
  if (
    (first.body !== undefined && second.fields !== undefined) ||
    (second.body !== undefined && first.fields !== undefined)
  ) {
    return undefined;
  }
  return merge(first, second);
}

/** Pairs of which one takes the other away: who signs in as somebody else is not the user who was locked. */
const isUndone = (one: Situation, other: Situation): boolean =>
  [one, other].some(({ fields }) => fields?.['identifier'] === 'no-password@example.com') &&
  [one, other].some(({ user }) => user !== undefined);

const pairsOf = (operation: Operation): readonly (readonly [Situation, Situation, Partial<Situation>])[] => {
  const own = situations.filter((situation) => situation.operations.includes(operation) && situation.forced !== true);
  return own.flatMap((one, index) =>
    own.slice(index + 1).flatMap((other) => {
      const merged = isUndone(one, other) ? undefined : both(one, other);
      return merged === undefined ? [] : [[one, other, merged] as const];
    }),
  );
};

describe('the order of the checks', () => {
  const names = (operation: Operation): string =>
    checksOf(operation)
      .map(({ name }) => name)
      .join(', ');

  test('goes from who may call to what costs most when a password is changed or removed', () => {
    const before =
      'host, query, route, origin, satellite, forced response, size, client, rate limit, session, account, lock';
    expect(names('changePassword')).toBe(
      `${before}, form, fields, length, magic value, reverification, current password given, current password, new password`,
    );
    expect(names('removePassword')).toBe(
      `${before}, form, fields, magic value, has a password, may be without, reverification, current password given, current password`,
    );
  });

  test.each(operations)(
    'has every code that the contract gives %s, unless only forcing brings it about',
    (operation) => {
      const forced = situations.filter((one) => one.forced === true && one.operations.includes(operation));
      const listed = new Set(checksOf(operation).flatMap((check) => codesOf(check, operation)));
      const missing = Object.entries(errorCatalogue)
        .filter(([, { places }]) => places.some((place) => place.operation === operation))
        .map(([code]) => code)
        .filter((code) => ![...listed, ...forced.map((one) => one.code)].some((one) => one === code));
      expect(missing).toEqual([]);
    },
  );

  test.each(operations)('decides which error a request with two things wrong gets (%s)', async (operation) => {
    const pairs = pairsOf(operation);
    expect(pairs.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const [one, other, merged] of pairs) {
      const emulator = createEmulator();
      const request = await situationRequest(emulator, operation, { ...one, ...merged });
      const body: { errors?: { code: string }[] } = await (await emulator.fetch(request)).json();
      const got = body.errors?.[0]?.code ?? 'none';
      const [first, second] = [placesOf(one.code, operation), placesOf(other.code, operation)];
      const expected = [
        ...(Math.min(...first) <= Math.max(...second) ? [one.code] : []),
        ...(Math.min(...second) <= Math.max(...first) ? [other.code] : []),
      ];
      if (!expected.some((code) => code === got)) wrong.push(`${one.code} and ${other.code} give ${got}`);
    }
    expect(wrong).toEqual([]);
  });
});
