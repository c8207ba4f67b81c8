/** Writes generated/errors.ts: the error catalogue. */
import { type Contract, type ContractExample, readErrorExample } from './contract.ts';
import { RETRY_WAYS } from './rules.ts';

export function writeErrors({ operations }: Contract): string {
  const entries = new Map<string, { said: ContractExample; head: string[]; places: string[] }>();
  const fields = new Set(operations.flatMap(({ bodyFields }) => bodyFields.map(({ name }) => name)));
  for (const operation of operations) {
    for (const response of operation.responses) {
      for (const code of response.codes) {
        const example = response.examples.get(code);
        if (example === undefined) throw new Error(`${operation.id}: code ${code} has no example`);
        const said = readErrorExample(example);
        for (const field of Object.keys(said.fieldMessages)) {
          if (!fields.has(field)) throw new Error(`${code}: x-field-messages names ${field}, a field of no form`);
        }
        const entry = entries.get(code) ?? {
          said,
          head: [
            `summary: ${JSON.stringify(said.summary)}`,
            `cause: ${JSON.stringify(said.description)}`,
            `remedy: ${JSON.stringify(said.remedy)}`,
            `retry: ${JSON.stringify(said.retry)}`,
            `message: ${JSON.stringify(said.message)}`,
            `longMessage: ${JSON.stringify(said.longMessage)}`,
            ...(Object.keys(said.fieldMessages).length === 0
              ? []
              : [`fieldMessages: ${JSON.stringify(said.fieldMessages)}`]),
            `source: ${JSON.stringify(said.source)}`,
          ],
          places: [],
        };
        const param = said.paramName === undefined ? '' : `, paramName: ${JSON.stringify(said.paramName)}`;
        // Where an operation has an example of its own, its words stand beside the place.
        const own = (
          [
            ['cause', 'description'],
            ['remedy', 'remedy'],
            ['longMessage', 'longMessage'],
          ] as const
        )
          .filter(([, field]) => said[field] !== entry.said[field])
          .map(([name, field]) => `, ${name}: ${JSON.stringify(said[field])}`);
        entry.places.push(`{ operation: '${operation.id}', status: ${response.status}${param}${own.join('')} }`);
        entries.set(code, entry);
      }
    }
  }
  const rows = [...entries]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([code, { said, head, places }]) =>
        `  /** ${said.summary}. In the documentation: \`errors.html#${code}\`. */\n  ${code}: {\n    ${head.join(',\n    ')},\n    places: [\n      ${places.join(',\n      ')},\n    ],\n  },`,
    );
  const unions = operations.map((operation) => {
    const codes = [...new Set(operation.responses.flatMap((response) => response.codes))];
    const name = `${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}ErrorCode`;
    return `/** The codes that \`${operation.id}\` is known to answer. */\nexport type ${name} =\n  | ${codes
      .map((code) => `'${code}'`)
      .join('\n  | ')};`;
  });
  return `/** How sending a request again can help: with the field corrected, later, never, after signing in, after a fresh verification. */
export type RetryWay = ${RETRY_WAYS.map((way) => `'${way}'`).join(' | ')};

/** The contract's entry for one error code; the documentation shows it at \`errors.html#<code>\`. */
export interface ErrorCatalogueEntry {
  /** The code in a few words. */
  readonly summary: string;
  /** The cause. */
  readonly cause: string;
  /** The fix in code. */
  readonly remedy: string;
  /** Whether sending the request again can help. */
  readonly retry: RetryWay;
  /** The short message of the example. */
  readonly message: string;
  /** The sentence for the person. */
  readonly longMessage: string;
  /** Field -> the sentence where that field is at fault, if it is not the one that the place names. */
  readonly fieldMessages?: Readonly<Record<string, string>>;
  /** The source of the code. */
  readonly source: ErrorSource;
  /** Where it can come from. */
  readonly places: readonly ErrorPlace[];
}

/** The source of a claim of the contract. At least one member is there. */
export interface ErrorSource {
  /** Dates of the vendor's public OpenAPI documents. */
  readonly document?: string;
  /** Versions of the vendor's public browser SDK that send or handle it. */
  readonly client?: string;
  /** The vendor's public documentation. */
  readonly guide?: string;
  /** An assumption that nothing public supports. */
  readonly assumed?: string;
}

/** One operation that can answer a code. */
export interface ErrorPlace {
  readonly operation: string;
  readonly status: number;
  /** The form field that \`meta.param_name\` names. */
  readonly paramName?: string;
  /** Words of this operation, where they differ from those of the code. */
  readonly cause?: string;
  readonly remedy?: string;
  readonly longMessage?: string;
}

/** A code that this version of the contract does not list. Keeps the known ones in autocompletion. */
export type OtherErrorCode = string & Record<never, never>;

/** Every error code of the contract. */
export const errorCatalogue = {
${rows.join('\n')}
} as const satisfies Record<string, ErrorCatalogueEntry>;

/** An error code of the contract. */
export type KnownErrorCode = keyof typeof errorCatalogue;

/** An error code: autocompletes the known ones, accepts new ones. */
export type ErrorCode = KnownErrorCode | OtherErrorCode;

${unions.join('\n\n')}
`;
}
