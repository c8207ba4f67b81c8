/** Who is signed in, whatever order the responses arrive in. `signed-in.slow.test.ts` plays many more histories. */
import fc from 'fast-check';
import { test } from 'vitest';
import { histories, play } from './histories.ts';

test('what is shown without doubt never goes back, and holds every change of this page that was answered', () => {
  fc.assert(fc.property(histories, play), { numRuns: 1_000 });
});
