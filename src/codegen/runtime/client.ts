/** The fetch client: sends the operations of a contract. It sends nothing by itself and keeps nothing between calls. */
import { FORM, serialize, type Values } from './form.ts';
import { type Operation, type Received, readStrictly, type Statuses, type Validators } from './response.ts';
import type { AnyResult } from './results.ts';

/** The options that a client gives `fetch`: a `RequestInit` of any platform. */
export interface FetchInit {
  readonly method: string;
  readonly redirect: 'error' | 'follow' | 'manual';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly credentials?: 'include' | 'omit' | 'same-origin';
}

/** How a client reaches the server. */
export interface ClientOptions {
  /** `https://<Frontend API host>` or a proxy's address, without `/v1`. */
  readonly baseUrl: string;
  /** Sends the requests. Default: the global `fetch`, looked up at each call. */
  readonly fetch?: ((url: string, init: FetchInit) => Promise<Response>) | undefined;
  /** Query parameters for every call, asked for each time: a development token, a version. `undefined` leaves one out. */
  readonly query?: (() => Readonly<Record<string, string | undefined>>) | undefined;
  /** Headers for every call, asked for each time. */
  readonly headers?: (() => Readonly<Record<string, string>>) | undefined;
  /** Whether cookies travel along. Production browsers need `include`; edge runtimes refuse the setting, so leave it out there. */
  readonly credentials?: 'include' | 'omit' | 'same-origin' | undefined;
  /**
   * Checks whole responses: pass `responseValidators` of the contract. Without it only the outline is checked: that members are
   * there, that each resource is of its kind, and that errors have a code and messages.
   */
  readonly validators?: Readonly<Record<string, Validators>> | undefined;
}

/** Options of a single call. */
export interface CallInit {
  /** Ends the call early; the result is then `no-answer` or `interrupted` with the abort as `cause`. */
  readonly signal?: AbortSignal;
  /** Headers for this call only. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The input of any operation. */
export interface AnyInput {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Values | undefined;
  readonly body?: Values;
}

/** Sends one operation. Resolves also if `fetch` fails: to what came until then. */
export async function send(
  [method, path]: Operation,
  options: ClientOptions,
  input: AnyInput,
  init: CallInit,
): Promise<Received> {
  const base = options.baseUrl.replace(/\/$/, '');
  const to = path.replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(input.path?.[part] ?? ''));
  const query = serialize({ ...input.query, ...options.query?.() });
  const request: FetchInit = {
    method,
    redirect: 'manual',
    headers: { ...(method === 'POST' && { 'Content-Type': FORM }), ...options.headers?.(), ...init.headers },
    ...(input.body && { body: serialize(input.body) }),
    ...(init.signal && { signal: init.signal }),
    ...(options.credentials && { credentials: options.credentials }),
  };
  let response: Response | undefined;
  try {
    // Looked up here, so that a test may replace the global after the client was made.
    response = await (options.fetch ?? globalThis.fetch)(`${base}${to}${query && `?${query}`}`, request);
    return { response, text: await response.text() };
  } catch (cause) {
    return { response, cause };
  }
}

/** Makes a client with one function per operation. `Client` says what each takes and results in. */
export function createOperations<Client>(
  operations: Readonly<Record<keyof Client & string, Operation>>,
  options: ClientOptions,
  statuses?: Statuses,
): Client {
  const client: Record<string, (input?: AnyInput, init?: CallInit) => Promise<AnyResult>> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    client[name] = async (input = {}, init = {}) => {
      const received = await send(operation, options, input, init);
      return readStrictly(operation, received, statuses?.[name], options.validators?.[name]);
    };
  }
  // The one place where checked results get the contract's types: the status decides, and the shape was looked at.
  return client as Client;
}
