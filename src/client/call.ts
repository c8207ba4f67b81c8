/** One call to the server: within its time, with the token that goes along, ending in data or in a typed error. */
import type { Answered, CallInit, Failure, GeneratedClient } from '../../generated/client.ts';
import { apiVersion, operations as table } from '../../generated/operations.ts';
import { createOperations } from '../../generated/runtime/client.ts';
import { ClerkCallError, toError } from './errors.ts';
import { type Limits, type Outcome, within } from './limits.ts';
import type { Settings } from './options.ts';
import { isOffline } from './outcome.ts';
import type { SignedIn, Ticket } from './signed-in.ts';
import type { Token } from './token.ts';

/** The vendor's SDK whose requests this one follows; servers keep statistics of it. */
const VERSION = '5.128.0';

/**
 * What an operation is about. One that only reads may be sent again. One that changes the sessions (signing in or out) or the
 * user (their password) is sent once, and so is every other: a step of a sign-in or a reverification. Only a change of the
 * user leaves open whether it was made, if its response is lost.
 */
const KINDS: { readonly [Name in OperationName]?: Ticket['kind'] } = {
  getClient: 'read',
  getUser: 'read',
  createSignIn: 'sessions',
  removeSessions: 'sessions',
  changePassword: 'user',
  removePassword: 'user',
};

/** An operation of the generated client. */
export type OperationName = keyof GeneratedClient;
/** What it takes. */
export type Input<Name extends OperationName> = NonNullable<Parameters<GeneratedClient[Name]>[0]>;
/** What it responds with, if it was carried out. */
export type Data<Name extends OperationName> =
  Awaited<ReturnType<GeneratedClient[Name]>> extends infer Result
    ? Result extends Answered<200, infer Body>
      ? Body
      : never
    : never;

/** The generated client, in the form in which one function can call any of its operations. */
type Operations = {
  readonly [Name in OperationName]: (
    input: Input<Name>,
    init: CallInit,
  ) => Promise<Answered<200, Data<Name>> | Failure>;
};

/** The data of a response, and when its request left. */
export interface Heard<Body> {
  readonly data: Body;
  readonly ticket: Ticket;
}

/** Sends an operation, and resolves to what was heard. */
export type Call = <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  limits: Partial<Limits>,
) => Promise<Heard<Data<Name>>>;

/** Waits for a part that only some pages load. */
export const loaded = <Part>(part: Promise<Part>): Promise<Part> =>
  part.catch((cause) => {
    throw new ClerkCallError('unreachable', { cause });
  });

/** Makes the function through which every call of one `Clerk` goes. */
export function createCaller(settings: Settings, signedIn: SignedIn): Call {
  const { baseUrl, native, development, fetch } = settings;
  // Pages and workers of a browser have a cookie jar.
  const isBrowser = 'document' in globalThis || 'importScripts' in globalThis;
  const hasToken = native || development;
  let token: Token | undefined;
  let runtime: typeof import('./runtime.ts') | undefined;
  let withSignal = true;
  // Without the statuses that the contract declares: a refusal is a refusal.
  const operations: Operations = createOperations<GeneratedClient>(table, {
    baseUrl,
    ...(fetch && { fetch }),
    ...(isBrowser && !hasToken && { credentials: 'include' }),
    query: () => ({ __clerk_api_version: apiVersion, _clerk_js_version: VERSION, ...token?.query }),
    headers: () => ({ ...token?.headers }),
  });

  // Plain HTTP goes to this machine or network, which answers also when there is no internet.
  const isCutOff = (): boolean => isOffline() && baseUrl.startsWith('https:');

  // A page in production needs no more than this chunk.
  let ready = isBrowser && !fetch && !hasToken && 'fetch' in globalThis;
  async function prepare(): Promise<void> {
    runtime ??= await loaded(import('./runtime.ts'));
    runtime.expectToSend(fetch, baseUrl);
    withSignal = runtime.takesSignals();
    if (hasToken) {
      const { createToken } = await loaded(import('./token.ts'));
      token ??= createToken(settings, async (signal) => {
        const { data } = await once('createDevBrowser', {}, signal, { unknown: false });
        return data.id;
      });
    }
    ready = true;
  }

  /** Sends once, and says at each moment what is known of the outcome. */
  async function once<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    signal: AbortSignal,
    outcome: Outcome,
  ): Promise<Heard<Data<Name>>> {
    // Whoever aborted was told that nothing was sent.
    if (signal.aborted) throw signal.reason;
    const kind = KINDS[name] ?? 'step';
    const changes = kind === 'user';
    const offline = isCutOff();
    const ticket = signedIn.leave(kind);
    const before = token?.changes ?? 0;
    outcome.unknown = changes;
    const result = await operations[name](input, withSignal ? { signal } : {});
    outcome.unknown = false;
    token?.hear(result.response, ticket, before);
    if (result.ok) return { data: result.data, ticket };
    const cause = 'cause' in result ? result.cause : undefined;
    // Offline before and after: in between, a request may have got through.
    const unsent = !result.response && ((offline && isCutOff()) || runtime?.neverConnected(cause));
    throw toError(result, changes, unsent, fetch ? runtime?.withoutSecrets(cause, input) : cause);
  }

  return (name, input, limits) =>
    within(limits, async (signal, outcome) => {
      if (!ready) await prepare();
      const send = () => once(name, input, signal, outcome);
      const attempt = () => (token ? token.carry(send, signal) : send());
      try {
        return await attempt();
      } catch (error) {
        const lost = error instanceof ClerkCallError && error.cause !== undefined;
        if (KINDS[name] !== 'read' || !lost) throw error;
        return attempt();
      }
    });
}
