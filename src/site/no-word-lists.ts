/** Stands for the module of the emulator that measures strength: no live example asks for it, and its word lists are large. */
import type { measureStrength as measure } from '../emulator/state/strength.ts';

export const measureStrength: typeof measure = () => {
  throw new Error('The word lists are not part of the documentation.');
};
