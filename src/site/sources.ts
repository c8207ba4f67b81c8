/** The sources of each claim of the contract, in words: `x-source` and `x-status-sources`. */
import type { ErrorSource } from '../../generated/errors.ts';
import { errorCatalogue } from '../../generated/errors.ts';
import type { Contract } from './contract.ts';
import { table } from './markdown.ts';

/** As a phrase, for example "vendor's OpenAPI documents of 2021-02-05 to 2026-05-12; assumed: at which rates". */
export function sourceWords({ document, client, guide, assumed }: ErrorSource): string {
  return [
    document === undefined ? '' : `vendor's OpenAPI documents of ${document}`,
    client === undefined ? '' : `vendor's browser SDK, ${client}`,
    guide === undefined ? '' : `vendor's ${guide}`,
    assumed === undefined ? '' : `assumed: ${assumed}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The rows of the page about sources: operations, statuses or error codes. */
export const SOURCE_TABLES: Readonly<Record<string, (contract: Contract) => string>> = {
  operations: ({ operations }) =>
    table(
      ['Operation', 'Source'],
      operations.map(({ id, source }) => [`[${id}](reference.html#${id})`, sourceWords(source)]),
    ),
  statuses: ({ operations }) => {
    // For each source, the statuses by operation.
    const rows = new Map<string, Map<string, string[]>>();
    for (const { id, answers } of operations) {
      for (const { status, source } of answers) {
        const words = sourceWords(source);
        const row = rows.get(words) ?? new Map<string, string[]>();
        rows.set(words, row.set(id, [...(row.get(id) ?? []), `[${status}](reference.html#${id}-${status})`]));
      }
    }
    return table(
      ['Source', 'Statuses'],
      [...rows].map(([words, row]) => [
        words,
        [...row].map(([id, statuses]) => `${id}: ${statuses.join(',\u00a0')}`).join('<br>'),
      ]),
    );
  },
  codes: () => {
    const rows = new Map<string, string[]>();
    for (const [code, { source }] of Object.entries(errorCatalogue)) {
      const words = sourceWords(source);
      rows.set(words, [...(rows.get(words) ?? []), `\`${code}\``]);
    }
    return table(
      ['Source', 'Error codes'],
      [...rows].map(([words, codes]) => [words, codes.join(', ')]),
    );
  },
};
