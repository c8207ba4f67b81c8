/** The last requests, without anything that was typed as a password. */
import type { components } from '../../../generated/emulator/schema.ts';
import type { FormField } from './checks/form.ts';

export type LoggedRequest = components['schemas']['LoggedRequest'];

const REDACTED = '[redacted]';
const LOGGED = 1_000;

/** The fields that are shown, each in one form only. Any other value is hidden, in case a password was typed into the wrong field. */
const SHOWN: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    __clerk_api_version: /^\d{4}-\d{2}-\d{2}$/,
    _clerk_js_version: /^\d+\.\d+\.\d+$/,
    _clerk_session_id: /^sess_\w+$/,
    _is_native: /^1$/,
    _method: /^(GET|POST|PUT|PATCH|DELETE)$/i,
    // A domain of letters, digits, dots and hyphens: after anything else, a password may follow.
    identifier: /^[^\s@=&]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+$/u,
    level: /^(first|second|multi)_factor$/,
    sign_out_of_other_sessions: /^(true|false)$/,
    strategy: /^(password|email_code|phone_code|ticket)$/,
  }),
);
/** Fields that are named, with their values hidden. The names of others are not kept: they may be anything. */
const NAMED: ReadonlySet<string> = new Set([
  '__clerk_db_jwt',
  '__dev_session',
  'code',
  'current_password',
  'new_password',
  'password',
  'ticket',
]);

/** Longest text that is shown: nothing harmless is longer. */
const LONGEST = 200;

/** Response bodies that are kept: few, because hardly one is like another. */
const BODIES = 100;
/** Characters of a response body that are shown. */
const PIECE = 1_000;
/** Operations whose response is a secret as a whole. */
const SECRET: ReadonlySet<string> = new Set([
  'createDevBrowser',
  'createToken',
  'createSignInToken',
  'createTestingToken',
  'getHandshakePayload',
  'handshake',
]);

/** The beginning of a response body, without tokens. No response says what was typed as a password. */
function piece(body: string): string {
  const shown = body
    .slice(0, PIECE)
    .replaceAll(/("(?:jwt|token)"\s*:\s*")[^"]*("?)/g, (_, name: string, end: string) => name + REDACTED + end);
  return body.length > PIECE ? `${shown}…` : shown;
}

/** A field as `name=value` and a line break, which neither has where it is shown; empty where not even the name is shown. */
function line(name: string, value: string | null | undefined): string {
  const form = SHOWN.get(name);
  if (form === undefined && !NAMED.has(name)) return '';
  if (value === null || value === '') return `${name}=\n`;
  const harmless = value !== undefined && value.length <= LONGEST && form?.test(value) === true;
  return `${name}=${harmless ? value : REDACTED}\n`;
}

const asRecord = (lines: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

type Content = Omit<LoggedRequest, 'number' | 'at' | 'response'>;

const NOTHING: Content = { method: '', path: '', query: {}, form: {}, status: 0, codes: [] };

export class RequestLog {
  /**
   * The content of requests beside number and time. Requests are much alike, so each content is kept once: with new objects for every
   * request, which outlive a few collections of young garbage, the heap grows by 60 MB in 60,000 requests.
   */
  readonly #contents = new Map<string, Content>();
  readonly #ring: Content[] = Array.from({ length: LOGGED }, () => NOTHING);
  readonly #times = new Float64Array(LOGGED);
  readonly #bodies: string[] = Array.from({ length: BODIES }, () => '');
  #count = 0;
  /** How many had come when the list was emptied last. */
  #forgotten = 0;
  readonly #listeners = new Set<(entry: LoggedRequest) => void>();

  /** The last thousand, oldest first. */
  get entries(): readonly LoggedRequest[] {
    const from = Math.max(this.#forgotten, this.#count - LOGGED);
    return Array.from({ length: this.#count - from }, (_, index) => this.#entry(from + index));
  }

  #entry(index: number): LoggedRequest {
    const slot = index % LOGGED;
    const body = index < this.#count - BODIES ? '' : (this.#bodies[index % BODIES] ?? '');
    return {
      number: index + 1,
      at: this.#times[slot] ?? 0,
      ...(this.#ring[slot] ?? NOTHING),
      ...(body !== '' && { response: piece(body) }),
    };
  }

  add(
    request: Omit<Content, 'operation' | 'query' | 'form'> & { readonly at: number; readonly operation: string },
    query: ReadonlyMap<string, string>,
    form: readonly FormField[],
    body: string,
  ): void {
    const { at, operation, status, codes } = request;
    const method = request.method.slice(0, 20);
    const path = request.path.slice(0, LONGEST);
    let shownQuery = '';
    for (const [name, value] of query) shownQuery += line(name, value);
    let shownForm = '';
    for (const { name, value } of form) shownForm += line(name, value);
    const key = `${method} ${path} ${status} ${codes.length === 1 ? codes[0] : codes.join()}\n${shownQuery}\n${shownForm}`;
    let content = this.#contents.get(key);
    if (content === undefined) {
      const [query, form] = [asRecord(shownQuery), asRecord(shownForm)];
      content = { method, path, ...(operation !== '' && { operation }), query, form, status, codes };
      if (this.#contents.size === LOGGED) this.#contents.clear();
      this.#contents.set(key, content);
    }
    const index = this.#count++;
    this.#ring[index % LOGGED] = content;
    this.#times[index % LOGGED] = at;
    this.#bodies[index % BODIES] = SECRET.has(operation) ? '' : body;
    if (this.#listeners.size === 0) return;
    const entry = this.#entry(index);
    for (const listener of this.#listeners) listener(entry);
  }

  listen(listener: (entry: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Empties the list. Numbers go on, so that whoever asks for what came after one of them is not misled. */
  clear(): void {
    this.#forgotten = this.#count;
    this.#bodies.fill('');
  }
}
