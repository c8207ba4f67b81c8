/** One call to the server: within its time, with the token that goes along, ending in data or in a typed error. */
import type { Operation } from '../../generated/runtime/response.ts';
import { ClerkCallError, toError } from './errors.ts';
import { type Limits, type Outcome, within } from './limits.ts';
import type { Settings } from './options.ts';
import { isOffline } from './outcome.ts';
import type { SignedIn, Ticket } from './signed-in.ts';
import {
  type Data,
  type Heard,
  type Input,
  isBrowser,
  type OperationName,
  pageTransport,
  type Transport,
} from './transport.ts';

/**
 * Sends an operation, and resolves to what was heard.
 *
 * @param kind What it is about. One that only reads may be sent again. One that changes the sessions (signing in or out) or the
 *   user (their password) is sent once, and so is every other: a step of a sign-in or a reverification. Only a change of the user
 *   leaves open whether it was made, if its response is lost.
 */
export type Call = <Name extends OperationName>(
  kind: Ticket['kind'],
  operation: Operation<Name>,
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
  const isPage = isBrowser() && !fetch && !native && !development && 'fetch' in globalThis;
  let transport = isPage ? pageTransport(baseUrl) : undefined;
  async function loadTransport(): Promise<Transport> {
    const { createTransport } = await loaded(import('./runtime.ts'));
    transport ??= createTransport(settings, (operation, send, signal) =>
      once(send, 'step', operation, {}, signal, { unknown: false }),
    );
    return transport;
  }

  // Some browsers take themselves for offline although they are not, as beside a VPN: a response that comes meanwhile shows it.
  let isMistaken = false;
  // Plain HTTP goes to this machine or network, which answers also when there is no internet.
  const isCutOff = (): boolean => !isMistaken && isOffline() && baseUrl.startsWith('https:');

  /** Sends once, and says at each moment what is known of the outcome. */
  async function once<Name extends OperationName>(
    send: Transport['send'],
    kind: Ticket['kind'],
    operation: Operation<Name>,
    input: Input<Name>,
    signal: AbortSignal,
    outcome: Outcome,
  ): Promise<Heard<Data<Name>>> {
    // Whoever aborted was told that nothing was sent.
    if (signal.aborted) throw signal.reason;
    const changes = kind === 'user';
    const offline = isCutOff();
    const ticket = signedIn.leave(kind);
    outcome.unknown = changes;
    const result = await send(operation, input, signal, ticket);
    outcome.unknown = false;
    if (result.response && isCutOff()) isMistaken = true;
    if (result.ok) return { data: result.data, ticket };
    // Offline before and after: in between, a request may have got through.
    throw toError(result, changes, (offline && isCutOff()) || result.unsent);
  }

  return (kind, operation, input, limits) =>
    within(limits, async (signal, outcome) => {
      const { send, carry } = transport ?? (await loadTransport());
      const attempt = () => carry(() => once(send, kind, operation, input, signal, outcome), signal);
      try {
        return await attempt();
      } catch (error) {
        const lost = error instanceof ClerkCallError && error.cause !== undefined;
        if (kind === 'read' && lost) return attempt();
        throw error;
      }
    });
}
