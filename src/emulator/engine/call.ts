/** One request on its way through the checks (order.ts) to its operation (routes.ts), and what is known of it so far. */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import { makeId } from '../state/random.ts';
import type { StoredClient, StoredSession, StoredSignIn, StoredUser } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { type ErrorMeta, type Refusal, refusal } from './answer/refusal.ts';
import { Resources, type ShownSession } from './answer/resources.ts';
import { isOriginAllowed } from './checks/caller.ts';
import type { CheckedForm } from './checks/fields.ts';
import { type FormField, parseQuery } from './checks/form.ts';
import { type Core, World } from './core.ts';
import type { ForcedAnswer } from './forced.ts';
import type { WireRequest } from './wire.ts';

/** How the caller says who it is. */
export type Proof = 'cookie' | 'development' | 'native';

/** Who acts. */
export interface Acting {
  readonly session: StoredSession;
  readonly client: StoredClient;
  readonly user: StoredUser;
}

const NO_QUERY: ReadonlyMap<string, string> = new Map();
const NO_FORM: CheckedForm = { fields: {}, problems: [], bare: new Set() };

export class Call {
  readonly core: Core;
  /** The state that the request belongs to: that of the moment when it began. */
  readonly world: World;
  readonly request: WireRequest;
  readonly path: string;
  /** Undefined if the query is malformed. */
  readonly wholeQuery: ReadonlyMap<string, string> | undefined;
  readonly query: ReadonlyMap<string, string>;
  /** The method that is meant: the vendor's SDK sends all but GET as POST and says the real one in the query. */
  readonly method: string;
  readonly origin: string | undefined;
  /** Whether the page that calls may read the response. */
  readonly mayRead: boolean;
  /** The contract's operationId, or a name of the emulator's own; empty if no route fits. */
  operation = '';
  /** The id in the path; empty if there is none. */
  pathId = '';
  /** The response forced for this request, or asked for by its `Prefer` header. */
  forced: ForcedAnswer | undefined;
  /** The example of the contract that the `Prefer` header names. */
  preferred: ForcedAnswer | undefined;
  proof: Proof = 'cookie';
  client: StoredClient | undefined;
  /** Whether the client was made by this request, so that the response has to hand out its token. */
  clientIsNew = false;
  /** The fields of the body as they were sent; the request log keeps names and harmless values. */
  sent: readonly FormField[] = [];
  /** The same, checked against the contract. */
  form: CheckedForm = NO_FORM;
  /** The sign-in under way on this client, if the path names it. */
  signIn: StoredSignIn | undefined;
  /** Sessions that the response shows, to be given their tokens before it is sent. */
  readonly shown: ShownSession[] = [];
  #acting: Acting | undefined;
  #signsIn: StoredUser | undefined;

  constructor(core: Core, request: WireRequest) {
    this.core = core;
    this.world = request.begun instanceof World ? request.begun : core.world;
    this.request = request;
    const mark = request.target.indexOf('?');
    this.path = mark === -1 ? request.target : request.target.slice(0, mark);
    this.wholeQuery = mark === -1 ? NO_QUERY : parseQuery(request.target.slice(mark + 1));
    this.query = this.wholeQuery ?? NO_QUERY;
    const named = request.method === 'POST' ? this.query.get('_method') : undefined;
    this.method = named === undefined || named === '' ? request.method : named.toUpperCase();
    this.origin = request.header('origin');
    this.mayRead = this.origin !== undefined && isOriginAllowed(this.origin, request, this.world.settings);
  }

  get state(): State {
    return this.world.state;
  }

  /** The wire's forms of what is stored. */
  get resources(): Resources {
    return new Resources(this.state, this.world.settings, this.world.now(), this.core.clock(), this.shown);
  }

  refusal(code: KnownErrorCode, meta?: ErrorMeta): Refusal {
    return refusal(this.operation, code, meta);
  }

  /** The session that acts, its client and its user: known once the session was checked. */
  get acting(): Acting {
    if (this.#acting === undefined) throw new Error(`${this.operation} has no check of the session`);
    return this.#acting;
  }

  set acting(acting: Acting) {
    this.#acting = acting;
  }

  /** The sign-in that the path names, and its client: known once the sign-in was checked. */
  get underWay(): { readonly client: StoredClient; readonly signIn: StoredSignIn } {
    const { client, signIn } = this;
    if (client === undefined || signIn === undefined) throw new Error(`${this.operation} has no check of the sign-in`);
    return { client, signIn };
  }

  /** The user who is signing in: known once the identifier was checked. */
  get signsIn(): StoredUser {
    if (this.#signsIn === undefined) throw new Error(`${this.operation} has no check of the identifier`);
    return this.#signsIn;
  }

  set signsIn(user: StoredUser) {
    this.#signsIn = user;
  }

  /** A field of the form as text; empty if it was left out. */
  text(name: string): string {
    return String(this.form.fields[name] ?? '');
  }

  /** The client of the caller, made now if there is none yet. */
  ensureClient(): StoredClient {
    if (this.client === undefined) {
      this.client = this.state.clients.create(makeId(this.core.random, 'cl'));
      this.clientIsNew = true;
    }
    return this.client;
  }
}
