import { expect, test } from 'vitest';
import { operations, wrongPairs } from './order.ts';

test.each(operations)('decides which error any request with two things wrong gets (%s)', async (operation) => {
  expect(await wrongPairs(operation, 1)).toEqual([]);
});
