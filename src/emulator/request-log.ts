/** The last requests, without anything that was typed as a password. */
import type { FormField } from './form.ts';

export interface LoggedRequest {
  /** Counts from 1. */
  readonly number: number;
  /** Unix milliseconds. */
  readonly at: number;
  readonly method: string;
  /** The path, without its query. */
  readonly path: string;
  /** The contract's operationId, or a name of the emulator's own; undefined where no route fits. */
  readonly operation: string | undefined;
  /** Query parameters; what is not known to be harmless is shown as `[redacted]`. */
  readonly query: Readonly<Record<string, string>>;
  /** Form fields that are known; likewise. */
  readonly form: Readonly<Record<string, string | null>>;
  readonly status: number;
  /** Codes of an error answer. */
  readonly codes: readonly string[];
}

const REDACTED = '[redacted]';
const LOGGED = 1_000;

/** Fields whose values tell nothing secret. Every other value is hidden, in case a password was sent under a wrong name. */
const HARMLESS = new Set([
  '__clerk_api_version',
  '_clerk_js_version',
  '_clerk_session_id',
  '_is_native',
  '_method',
  'identifier',
  'intent',
  'level',
  'locale',
  'sign_out_of_other_sessions',
  'strategy',
  'timezone',
]);
const NAMED = new Set([
  ...HARMLESS,
  '__clerk_db_jwt',
  '__dev_session',
  'code',
  'current_password',
  'new_password',
  'password',
]);

function shown(fields: Iterable<readonly [string, string | null | undefined]>): Record<string, string | null> {
  const kept: Record<string, string | null> = {};
  for (const [name, value] of fields) {
    if (!NAMED.has(name)) continue;
    kept[name] = value === null || value === '' || HARMLESS.has(name) ? (value ?? '') : REDACTED;
  }
  return kept;
}

export class RequestLog {
  #entries: LoggedRequest[] = [];
  #count = 0;
  readonly #listeners = new Set<(entry: LoggedRequest) => void>();

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(
    entry: Omit<LoggedRequest, 'number' | 'query' | 'form'>,
    query: ReadonlyMap<string, string>,
    form: readonly FormField[],
  ): void {
    const queryShown: Record<string, string> = {};
    for (const [name, value] of Object.entries(shown(query))) queryShown[name] = value ?? '';
    const logged: LoggedRequest = {
      number: ++this.#count,
      ...entry,
      query: queryShown,
      form: shown(form.map(({ name, value }) => [name, value])),
    };
    this.#entries.push(logged);
    // Cut in halves, not one by one: moving a thousand entries for each request would cost more than the request.
    if (this.#entries.length > 2 * LOGGED) this.#entries = this.#entries.slice(-LOGGED);
    for (const listener of this.#listeners) listener(logged);
  }

  listen(listener: (entry: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries = [];
  }
}
