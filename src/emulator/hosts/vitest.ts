/** A vitest `test` with an emulator of its own in each test. */
import { test as base, type TestAPI } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../control/emulator.ts';

/** The fixtures of each test. */
export interface EmulatorFixtures {
  /** Options of the emulator; override them for a file or a group: `test.override({ emulatorOptions: … })`. */
  emulatorOptions: EmulatorOptions;
  /** A fresh emulator, used by no other test: pass `emulator.fetch` to the SDK. */
  emulator: Emulator;
}

/**
 * @example
 * test('says that the password is wrong', async ({ emulator }) => {
 *   const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
 *   …
 * });
 */
export const test: TestAPI<EmulatorFixtures> = base.extend<EmulatorFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are wanted
  emulatorOptions: async ({}, use) => use({}),
  emulator: async ({ emulatorOptions }, use) => use(createEmulator(emulatorOptions)),
});
