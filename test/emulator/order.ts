/** Requests with two things wrong, made of the situations that bring about one error each. */
import { createEmulator, type Situation, situationRequest, situations } from 'user-password-api/emulator';
import { checksOf, codesOf } from '../../src/emulator/engine/order.ts';

export type Operation = Situation['operations'][number];

export const operations = [...new Set(situations.flatMap((situation) => situation.operations))];

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

/** Sends every so-manieth pair of this operation. The pairs whose response is not the error of the check that stands first, as sentences. */
export async function wrongPairs(operation: Operation, every: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const [one, other, merged] of pairsOf(operation).filter((_, index) => index % every === 0)) {
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
  return wrong;
}

/** How many pairs there are. */
export const pairCount = (operation: Operation): number => pairsOf(operation).length;
