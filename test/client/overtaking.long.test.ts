import fc from 'fast-check';
import { test } from 'vitest';
import { endsWhereTheServerEnded } from './overtaking.ts';

test('ends where the server ended and never goes back, in 2,000 histories of two tabs', async () => {
  await fc.assert(endsWhereTheServerEnded, { numRuns: 2_000 });
});
