/**
 * Routes that are not in the contract: only the vendor's own browser SDK asks for them. They are here so that it runs
 * unmodified, and they may change with it.
 */

import type { StoredSession } from '../../state/state.ts';
import { environment } from '../answer/environment.ts';
import type { Answer, Call } from '../call.ts';

export function getEnvironment(call: Call): Answer {
  return { status: 200, body: environment(call.core.settings) };
}

/** Makes a client for a browser that has none. */
export function createClient(call: Call): Answer {
  const client = call.core.resources().client(call.ensureClient());
  return { status: 200, body: { response: client, client: null } };
}

export function getSignIn(call: Call): Answer {
  const { client } = call;
  if (client?.signIn?.id !== call.pathId || client.signIn === null) return call.refuse('resource_not_found');
  const resources = call.core.resources();
  return { status: 200, body: { response: resources.signIn(client.signIn), client: resources.client(client) } };
}

/** "Sends" the code to the e-mail address of the sign-in: there is nothing to send, it is always the same. */
export const prepareSignIn = getSignIn;

const sessionAnswer = (call: Call, session: StoredSession): Answer => {
  const resources = call.core.resources();
  const client = call.client === undefined ? null : resources.client(call.client);
  return { status: 200, body: { response: resources.session(session), client } };
};

export function getSession(call: Call): Answer {
  return sessionAnswer(call, call.pathSession().session);
}

/** Says that the session is the one in use. */
export function touchSession(call: Call): Answer {
  const { session, client, user } = call.pathSession();
  const fields = new Map(call.readForm().map(({ name, value }) => [name, value ?? '']));
  const now = call.core.now();
  session.lastActiveAt = now;
  session.lastActiveOrganizationId = fields.get('active_organization_id') || null;
  user.lastActiveAt = now;
  client.lastActiveSessionId = session.id;
  client.updatedAt = now;
  return sessionAnswer(call, session);
}

export function endSession(call: Call): Answer {
  const { session } = call.pathSession();
  call.core.state.endSession(session, 'ended');
  return sessionAnswer(call, session);
}

export function removeSession(call: Call): Answer {
  const { session } = call.pathSession();
  call.core.state.endSession(session, 'removed');
  return sessionAnswer(call, session);
}

/** A signed token of the session, for a back end. */
export async function createToken(call: Call): Promise<Answer> {
  const { core, request } = call;
  const { session } = call.pathSession();
  const origin = request.header('origin');
  const claims = {
    iss: request.base,
    sub: session.userId,
    sid: session.id,
    fva: core.resources().bareSession(session).factor_verification_age ?? [],
    ...(origin === undefined ? {} : { azp: origin }),
  };
  return { status: 200, body: { object: 'token', jwt: await core.signer.sign(claims, core.now()) } };
}

export async function getKeySet(call: Call): Promise<Answer> {
  return { status: 200, body: await call.core.signer.keySet() };
}

/** The sessions of the signed-in user on all clients, for the security page of the profile. */
export function getActiveSessions(call: Call): Answer {
  const { user } = call.session();
  return { status: 200, body: call.core.state.sessionsOf(user.id).map((session) => withActivity(call, session)) };
}

function withActivity(call: Call, session: StoredSession): unknown {
  return {
    ...call.core.resources().bareSession(session),
    latest_activity: {
      object: 'session_activity',
      id: `sess_activity_${session.id}`,
      device_type: null,
      is_mobile: false,
      browser_name: null,
      browser_version: null,
      country: null,
      city: null,
      ip_address: '127.0.0.1',
    },
  };
}

/** Ends another session of the signed-in user. */
export function revokeSession(call: Call): Answer {
  const { user, client } = call.session();
  const session = call.core.state.sessions.get(call.pathId);
  if (session?.userId !== user.id) return call.refuse('resource_not_found');
  call.core.state.endSession(session, 'revoked');
  const resources = call.core.resources();
  return {
    status: 200,
    body: { response: withActivity(call, session), client: resources.client(client) },
  };
}

/** "Sends" the code that proves a user without a password again. */
export function prepareVerification(call: Call): Answer {
  const { session, client } = call.pathSession();
  if (session.verification === null) return call.refuse('resource_not_found');
  const resources = call.core.resources();
  return { status: 200, body: { response: resources.verification(session, false), client: resources.client(client) } };
}
