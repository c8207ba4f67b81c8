/** How the search cuts text into terms, and what it keeps: the same when its index is built and when it is asked. */
import type { Options } from 'minisearch';

export interface SearchEntry {
  readonly id: number;
  readonly title: string;
  /** The page that it stands on, and more about the place if there is more to say. */
  readonly place: string;
  /** From the root of the site. */
  readonly href: string;
  readonly text: string;
}

/** Words, and for a name such as `currentPassword`, `form_password_pwned` or `--port` also the whole name. */
export function termsOf(text: string): string[] {
  const names = text.match(/[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*/gu) ?? [];
  return names.flatMap((name) => {
    const words = name.split(/[_-]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
    return words.length > 1 ? [name, ...words] : words;
  });
}

export const SEARCH_OPTIONS: Options<SearchEntry> = {
  fields: ['title', 'text', 'place'],
  storeFields: ['title', 'place', 'href', 'text'],
  tokenize: termsOf,
  // Accents make no difference.
  processTerm: (term) => term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
};
