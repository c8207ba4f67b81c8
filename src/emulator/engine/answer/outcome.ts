/** The outcome of a request, before the headers that every response has. */
import type { components } from '../../../../generated/schema.d.ts';
import { makeHex, type Random } from '../../state/random.ts';
import type { Refusal } from './refusal.ts';

type Schemas = components['schemas'];

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

/** Stands in the text of a client for the user of a session. Nothing else there reads like this: within a text, quotes are escaped. */
const USER = '"user":0';

/**
 * The JSON of a body. A user who is both the response and in a session of the client is written once: JSON is the largest part of what
 * a change costs.
 */
function write(body: unknown): string {
  const { response, client }: { readonly response?: unknown; readonly client?: Partial<Schemas['Client']> } =
    Object(body);
  const sessions: readonly { user?: unknown }[] = client?.sessions ?? [];
  if (!sessions.some(({ user }) => user === response)) return JSON.stringify(body);
  const asked = JSON.stringify(response);
  const users: string[] = [];
  for (const session of sessions) {
    if (session.user === undefined) continue;
    users.push(session.user === response ? asked : JSON.stringify(session.user));
    session.user = 0;
  }
  let text = `{"response":${asked},"client":`;
  let rest = JSON.stringify(client);
  for (const user of users) {
    const end = rest.indexOf(USER) + USER.length;
    text += rest.slice(0, end - 1) + user;
    rest = rest.slice(end);
  }
  return `${text}${rest}}`;
}

export const succeeded = (
  { status, body, headers: own }: Answer,
  headers: Readonly<Record<string, string>>,
): Outcome => ({
  status,
  body: write(body),
  headers: { ...headers, ...own },
  codes: [],
});

export const refused = ({ status, errors, headers }: Refusal, random: Random): Outcome => ({
  status,
  body: JSON.stringify({ errors, clerk_trace_id: makeHex(random) }),
  headers,
  codes: errors.map(({ code }) => code),
});
