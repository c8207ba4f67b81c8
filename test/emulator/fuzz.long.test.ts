import { test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('answers 1,000,000 broken requests by the contract, and none with a failure', () => fuzz(1_000_000));
