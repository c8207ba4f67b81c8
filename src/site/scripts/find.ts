/** Asks the index. */
import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { SearchEntry } from '../search-terms.ts';

export interface Hit extends Pick<SearchEntry, 'title' | 'place' | 'href'> {
  /** Words around what was found. */
  readonly excerpt: string;
  /** The words of the entry that were found. */
  readonly terms: readonly string[];
}

const MOST = 20;
const AROUND = 110;

/** Words of a question that say nothing about what is sought. */
const FILLERS =
  /^(?:an?|the|i|my|me|you|your|how|what|when|where|why|do|does|did|can|should|is|are|be|to|of|in|on|for|with|it)$/i;

/** What people call things that the documentation has another word for. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\blog(?:ging)?[\s-]*(?:out|off)\b/gi, 'sign out'],
  [/\blog(?:ging)?[\s-]*(?:in|on)\b/gi, 'sign in'],
  [/\b2fa\b/gi, 'two factor'],
  [/\bhttp\s+(?=\d{3}\b)/gi, ''],
];

/** The words that say what is sought, unless there are no others. */
function withoutFillers(asked: string): string {
  const words = SAME.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), asked);
  const kept = words.split(/\s+/).filter((word) => !FILLERS.test(word.replaceAll(/[?,.!]/g, '')));
  return kept.length > 0 ? kept.join(' ') : words;
}

/** Returns the entries with every word, best first; failing that, those with any of them. A last word may be unfinished, a long one misspelt. */
export function find(index: MiniSearch<SearchEntry>, words: string): Hit[] {
  const options = {
    prefix: true,
    fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
    boost: { title: 4, place: 0.3 },
    // An operation before the many fields whose names hold its words.
    boostDocument: (_id: unknown, _term: string, fields?: Record<string, unknown>) =>
      String(fields?.['place']).endsWith(': operation') ? 2 : 1,
  };
  const asked = withoutFillers(words);
  const all = index.search(asked, { ...options, combineWith: 'AND' });
  return (all.length > 0 ? all : index.search(asked, options)).slice(0, MOST).map(hit);
}

function hit({ title, place, href, text, terms }: SearchResult): Hit {
  const all = String(text);
  const first = Math.min(...terms.map((term) => all.toLowerCase().indexOf(term)).filter((at) => at >= 0));
  const from = Number.isFinite(first) && first > AROUND / 2 ? all.indexOf(' ', first - AROUND / 2) + 1 : 0;
  const rest = all.slice(from);
  const excerpt = rest.length <= AROUND ? rest : rest.slice(0, rest.lastIndexOf(' ', AROUND));
  return {
    title: String(title),
    place: String(place),
    href: String(href),
    terms,
    excerpt: `${from > 0 ? '… ' : ''}${excerpt}${excerpt.length < rest.length ? ' …' : ''}`,
  };
}
