import fc from 'fast-check';
import { test } from 'vitest';
import { histories, play } from './histories.ts';

test('what is shown without doubt never goes back, in 20,000 histories', () => {
  fc.assert(fc.property(histories, play), { numRuns: 20_000 });
});
