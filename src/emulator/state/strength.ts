/** How easy a password is to guess, by zxcvbn. A module of its own, because its word lists are large. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

export interface Strength {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  /** Advice: its stable name and the sentence. */
  readonly suggestions: readonly { readonly code: string; readonly message: string }[];
}

const factory = new ZxcvbnFactory({
  graphs: common.adjacencyGraphs,
  dictionary: { ...common.dictionary, ...english.dictionary },
  // Each reading of a password's "l33t" characters is looked up whole; of 72 odd ones there are more than can be tried in time.
  l33tMaxSubstitutions: 8,
});
const advice: Readonly<Record<string, string>> = english.translations.suggestions;

export function measureStrength(password: string, identifiers: readonly string[]): Strength {
  // Without translations the factory answers with the names of its advice.
  const { score, feedback } = factory.check(password, [...identifiers]);
  return { score, suggestions: feedback.suggestions.map((code) => ({ code, message: advice[code] ?? code })) };
}
