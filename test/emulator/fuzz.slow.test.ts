import { test } from 'vitest';
import { fuzz } from './fuzz.ts';

// A million of them are in fuzz.long.test.ts.
test('answers 20,000 broken requests by the contract, and none with a failure', () => fuzz(20_000));
