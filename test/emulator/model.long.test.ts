import { test } from 'vitest';
import { compareHistories } from './model.ts';

test('agrees with the model when anything happens in any order, 10,000 histories', () => compareHistories(10_000));
