/** The outcome of a request, before the headers that every response has. */
import { makeHex, type Random } from '../../state/random.ts';
import type { Refusal } from './refusal.ts';

/** The response of an operation. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Default: none beside those of every response. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Codes of an error response, for the log. */
  readonly codes: readonly string[];
}

export const succeeded = (
  { status, body, headers: own }: Answer,
  headers: Readonly<Record<string, string>>,
): Outcome => ({
  status,
  body: JSON.stringify(body),
  headers: { ...headers, ...own },
  codes: [],
});

export const refused = ({ status, errors, headers }: Refusal, random: Random): Outcome => ({
  status,
  body: JSON.stringify({ errors, clerk_trace_id: makeHex(random) }),
  headers,
  codes: errors.map(({ code }) => code),
});
