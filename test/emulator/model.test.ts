import { test } from 'vitest';
import { compareHistories } from './model.ts';

// 10,000 of them are in model.long.test.ts, for npm run test:long.
test('agrees with the model when several browsers do anything in any order, 100 histories', () =>
  compareHistories(100));
