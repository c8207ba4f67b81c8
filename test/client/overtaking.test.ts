import fc from 'fast-check';
import { test } from 'vitest';
import { endsWhereTheServerEnded } from './overtaking.ts';

test('ends where the server ended and never goes back, when calls run at once and responses overtake each other', async () => {
  await fc.assert(endsWhereTheServerEnded, { numRuns: 20 });
});
