/** Stands for the module of the emulator that checks settings: those of the live examples are right, and its schemas are large. */
import type { settingsProblems as problemsOf } from '../emulator/setup/settings-check.ts';

export const settingsProblems: typeof problemsOf = () => [];
