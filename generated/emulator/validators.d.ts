// Written by `npm run generate` from openapi/. Do not edit: edit the contract.

import type { Violation } from '../validators.d.ts';
import type { components } from './schema.ts';

/** Says whether a value fits its schema; `errors` holds what was wrong with the last value that did not. */
export interface Check<Kind> {
  (value: unknown): value is Kind;
  readonly errors?: readonly Violation[] | null;
}

export declare const isSeed: Check<components['schemas']['Seed']>;
export declare const isSeedUser: Check<components['schemas']['SeedUser']>;
export declare const isSeedSession: Check<components['schemas']['SeedSession']>;
export declare const isSettingsChange: Check<components['schemas']['SettingsChange']>;
export declare const isForcedResponse: Check<components['schemas']['ForcedResponse']>;
export declare const isClockMove: Check<components['schemas']['ClockMove']>;
