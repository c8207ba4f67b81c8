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
  /** Query parameters that are known; what is not sure to be harmless is shown as `[redacted]`. */
  readonly query: Readonly<Record<string, string>>;
  /** Form fields that are known; likewise. */
  readonly form: Readonly<Record<string, string>>;
  readonly status: number;
  /** Codes of an error answer. */
  readonly codes: readonly string[];
}

const REDACTED = '[redacted]';
const LOGGED = 1_000;

/** What is shown, and in which form alone. Any other value is hidden, in case a password was typed into the wrong field. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  __clerk_api_version: /^\d{4}-\d{2}-\d{2}$/,
  _clerk_js_version: /^\d+\.\d+\.\d+$/,
  _clerk_session_id: /^sess_\w+$/,
  _is_native: /^1$/,
  _method: /^(GET|POST|PUT|PATCH|DELETE)$/i,
  identifier: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  level: /^(first|second|multi)_factor$/,
  sign_out_of_other_sessions: /^(true|false)$/,
  strategy: /^(password|email_code)$/,
};
/** Fields that are named, with their values hidden. The names of others are not kept: they may be anything. */
const NAMED: ReadonlySet<string> = new Set([
  '__clerk_db_jwt',
  '__dev_session',
  'code',
  'current_password',
  'new_password',
  'password',
]);

function shown(fields: Iterable<readonly [string, string | null | undefined]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of fields) {
    const form = Object.hasOwn(SHOWN, name) ? SHOWN[name] : undefined;
    if (form === undefined && !NAMED.has(name)) continue;
    kept[name] = value === null || value === '' ? '' : value !== undefined && form?.test(value) ? value : REDACTED;
  }
  return kept;
}

/** Bytes for one entry. Its parts are short: the path is cut, and of the fields only known ones are shown. */
const SLOT = 1_024;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class RequestLog {
  /**
   * A ring of entries as JSON, outside the heap. As objects or texts in the heap, every entry outlives a few collections of
   * young garbage, and the heap grows by 60 MB in 60,000 requests.
   */
  #ring: Uint8Array | undefined;
  readonly #lengths = new Uint16Array(LOGGED);
  #count = 0;
  /** How many had come when the list was emptied last. */
  #forgotten = 0;
  readonly #listeners = new Set<(entry: LoggedRequest) => void>();

  /** The last thousand, oldest first. */
  get entries(): readonly LoggedRequest[] {
    const entries: LoggedRequest[] = [];
    for (let index = Math.max(this.#forgotten, this.#count - LOGGED); index < this.#count; index++) {
      const slot = index % LOGGED;
      const bytes = this.#ring?.subarray(slot * SLOT, slot * SLOT + (this.#lengths[slot] ?? 0));
      entries.push(JSON.parse(decoder.decode(bytes)));
    }
    return entries;
  }

  add(
    entry: Omit<LoggedRequest, 'number' | 'query' | 'form'>,
    query: ReadonlyMap<string, string>,
    form: readonly FormField[],
  ): void {
    const slot = this.#count % LOGGED;
    const logged: LoggedRequest = {
      number: ++this.#count,
      ...entry,
      query: shown(query),
      form: shown(form.map(({ name, value }) => [name, value])),
    };
    this.#ring ??= new Uint8Array(LOGGED * SLOT);
    const room = this.#ring.subarray(slot * SLOT, (slot + 1) * SLOT);
    const line = JSON.stringify(logged);
    const { read, written } = encoder.encodeInto(line, room);
    const kept = read === line.length ? written : encoder.encodeInto(withoutFields(logged), room).written;
    this.#lengths[slot] = kept;
    for (const listener of this.#listeners) listener(logged);
  }

  listen(listener: (entry: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Empties the list. Numbers go on, so that whoever asks for what came after one of them is not misled. */
  clear(): void {
    this.#forgotten = this.#count;
  }
}

/** For an entry that is too long for its slot: an identifier of a thousand characters, for example. */
function withoutFields(logged: LoggedRequest): string {
  const { method, path, codes } = logged;
  const short = {
    method: method.slice(0, 20),
    path: path.slice(0, 100),
    codes: codes.slice(0, 3),
    query: {},
    form: {},
  };
  return JSON.stringify({ ...logged, ...short });
}
