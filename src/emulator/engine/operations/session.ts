/** The operations around the two: the client, the user, signing in, reverification, signing out. */
import { makeId } from '../../state/random.ts';
import type { SentCode, StoredClient, StoredSession, StoredSignIn, StoredUser } from '../../state/records.ts';
import type { Answer } from '../answer/outcome.ts';
import { identifierOf } from '../answer/resources.ts';
import type { Call } from '../call.ts';
import { CODE, strategyOf } from '../checks/factors.ts';

export function createDevBrowser(call: Call): Answer {
  const client = call.state.clients.create(makeId(call.core.random, 'dvb'));
  return { status: 200, body: { id: client.token, token: client.token } };
}

export function getClient(call: Call): Answer {
  const client = call.client === undefined ? null : call.resources.client(call.client);
  return { status: 200, body: { response: client, client: null } };
}

export function getUser(call: Call): Answer {
  const { client, user } = call.acting;
  const { resources } = call;
  return { status: 200, body: { response: resources.user(user), client: resources.client(client) } };
}

/** Ends every session of this client. Answers the client as it is then, with nothing beside it: nobody is left to tell. */
export function removeSessions(call: Call): Answer {
  const { client, state } = call;
  if (client !== undefined) {
    for (const session of state.activeSessions(client)) state.endSession(session, 'removed');
    if (client.signIn !== null) state.clients.change(client, { signIn: null });
  }
  return getClient(call);
}

function signInAnswer(
  { resources }: Call,
  client: StoredClient,
  signIn: StoredSignIn,
  done?: { readonly session: StoredSession; readonly strategy: string },
): Answer {
  return { status: 200, body: { response: resources.signIn(signIn, done), client: resources.client(client) } };
}

/** The answer to a sign-in that is complete: there is a session. */
function signedIn(call: Call, client: StoredClient, signIn: StoredSignIn): Answer {
  const strategy = strategyOf(call);
  const session = call.state.startSession(client, call.signsIn, strategy);
  return signInAnswer(call, client, signIn, { session, strategy });
}

/** Begins a sign-in, and completes it where a password or a ticket was sent; sends the code where that is how it goes on. */
export function createSignIn(call: Call): Answer {
  const client = call.ensureClient();
  const signIn = call.state.startSignIn(client, call.signsIn, call.text('identifier') || identifierOf(call.signsIn));
  const strategy = strategyOf(call);
  if (strategy === 'ticket') call.world.signInTokens.use(call.text('ticket'));
  if (strategy === 'ticket' || strategy === 'password') return signedIn(call, client, signIn);
  return strategy === '' ? signInAnswer(call, client, signIn) : codeSent(call, client, signIn);
}

export function getSignIn(call: Call): Answer {
  const { client, signIn } = call.underWay;
  return signInAnswer(call, client, signIn);
}

/** Completes the sign-in that the path names. */
export function attemptSignIn(call: Call): Answer {
  const { client, signIn } = call.underWay;
  return signedIn(call, client, signIn);
}

function verificationAnswer(call: Call, client: StoredClient, session: StoredSession, complete: boolean): Answer {
  const { resources } = call;
  const response = resources.verification(session, complete);
  if (complete) call.state.clients.changeSession(session, { verification: null, sentCode: null });
  return { status: 200, body: { response, client: resources.client(client) } };
}

export function startSessionVerification(call: Call): Answer {
  const { client, session } = call.acting;
  // No user of the emulator has a second factor, and whoever has none is verified by the first, whatever level is asked for.
  call.state.clients.changeSession(session, { verification: 'first_factor', sentCode: null });
  return verificationAnswer(call, client, session, false);
}

/** Minutes that a code is valid. */
const CODE_LIFETIME = 10;

/** Puts the code into the outbox. It is always the same one; a new one starts the time and the attempts anew. */
function sendCode(call: Call, user: StoredUser): SentCode {
  const strategy = strategyOf(call) === 'phone_code' ? 'phone_code' : 'email_code';
  // A sign-in that begins with a code names no address: it goes to the first one.
  const email = user.emails.find(({ id }) => id === call.text('email_address_id')) ?? user.emails[0];
  call.world.sendCode(user, strategy === 'email_code' ? (email?.address ?? null) : user.phoneNumber, CODE);
  return { strategy, expireAt: call.world.now() + CODE_LIFETIME * 60_000, attempts: 0 };
}

/** The sign-in under way, with the code that was sent for it. */
function codeSent(call: Call, client: StoredClient, signIn: StoredSignIn): Answer {
  const waiting = { ...signIn, sentCode: sendCode(call, call.signsIn) };
  call.state.clients.change(client, { signIn: waiting });
  return signInAnswer(call, client, waiting);
}

/** Sends the code of the sign-in that the path names. */
export function prepareSignIn(call: Call): Answer {
  const { client, signIn } = call.underWay;
  return codeSent(call, client, signIn);
}

export function prepareSessionVerification(call: Call): Answer {
  const { client, session, user } = call.acting;
  call.state.clients.changeSession(session, { sentCode: sendCode(call, user) });
  return verificationAnswer(call, client, session, false);
}

export function attemptSessionVerification(call: Call): Answer {
  const { client, session } = call.acting;
  const now = call.world.now();
  call.state.clients.changeSession(session, { verifiedAt: now, updatedAt: now });
  return verificationAnswer(call, client, session, true);
}
