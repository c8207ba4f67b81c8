/** The list of checks: that it is whole, and that a request with two things wrong is refused by the one that stands first in it. */
import { situations } from 'user-password-api/emulator';
import { errorCatalogue } from 'user-password-api/errors';
import { describe, expect, test } from 'vitest';
import { checksOf, codesOf } from '../../src/emulator/engine/order.ts';
import { type Operation, operations, pairCount, wrongPairs } from './order.ts';

describe('the order of the checks', () => {
  const names = (operation: Operation): string =>
    checksOf(operation)
      .map(({ name }) => name)
      .join(', ');

  test('goes from who may call to what costs most when a password is changed or removed', () => {
    const before =
      'host, query, route, origin, satellite, forced response, size, client, rate limit, session, preferred success, account, lock';
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

  // All pairs are in order.long.test.ts.
  test.each(operations)('decides which error a request with two things wrong gets (%s)', async (operation) => {
    expect(pairCount(operation)).toBeGreaterThan(0);
    expect(await wrongPairs(operation, 5)).toEqual([]);
  });
});
