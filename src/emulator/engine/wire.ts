/** Requests and responses of the core, reduced to the least, so that no host pays for more. */

export interface WireRequest {
  readonly method: string;
  /** Path and query as on the request line, for example `/v1/me?__clerk_db_jwt=dvb_local`. */
  readonly target: string;
  /** Scheme and host that the caller used, for example `http://127.0.0.1:4010`. */
  readonly base: string;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  readonly body: Uint8Array;
  /** Set by a host that stopped reading because the body is over the limit. */
  readonly bodyTooLarge?: boolean;
  /** The mark that `begin` gave; without it, the request begins when it is handled. */
  readonly begun?: unknown;
  /** The path that this emulator is mounted under, for example `/instances/one`, and that `target` lacks. Default: none. */
  readonly mount?: string;
}

/** A fault of the connection instead of a whole response. */
export type Fault = 'drop' | 'truncate';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly fault?: Fault;
  /** Milliseconds to wait before answering. */
  readonly delay?: number;
}

/** Responds to requests: an emulator, or something in front of several. */
export interface Handler {
  /** Call it when the head of a request has arrived: the request then belongs to the state of that moment. */
  begin?(target: string): unknown;
  /** Responds to a request whose body is complete. */
  handle(request: WireRequest): WireAnswer | Promise<WireAnswer>;
}

/** Largest body that is read: 10 kB holds the three fields of the largest form many times over. */
export const BODY_LIMIT = 10_240;
