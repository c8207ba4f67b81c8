/**
 * Operations that are not in the contract: only the vendor's own browser SDK asks for them. They are here so that it runs
 * unmodified, and they may change with it.
 */
import type { StoredSession } from '../../state/records.ts';
import { environment } from '../answer/environment.ts';
import type { Answer } from '../answer/outcome.ts';
import type { Refusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';
import { pageOf, sessionToken } from './handshake.ts';

export function getEnvironment(call: Call): Answer {
  return { status: 200, body: environment(call.world.settings) };
}

/** Makes a client for a browser that has none. */
export function createClient(call: Call): Answer {
  return { status: 200, body: { response: call.resources.client(call.ensureClient()), client: null } };
}

const sessionAnswer = ({ resources, acting }: Call): Answer => ({
  status: 200,
  body: { response: resources.session(acting.session), client: resources.client(acting.client) },
});

export function getSession(call: Call): Answer {
  return sessionAnswer(call);
}

/** Says that the session is the one in use. */
export function touchSession(call: Call): Answer {
  const { session, client, user } = call.acting;
  const now = call.world.now();
  const { state } = call;
  state.clients.changeSession(session, {
    lastActiveAt: now,
    lastActiveOrganizationId: call.text('active_organization_id') || null,
  });
  state.users.change(user, { lastActiveAt: now });
  state.clients.change(client, { lastActiveSessionId: session.id, updatedAt: now });
  return sessionAnswer(call);
}

export function endSession(call: Call): Answer {
  const { session } = call.acting;
  call.state.endSession(session, 'ended');
  return sessionAnswer(call);
}

export function removeSession(call: Call): Answer {
  const { session } = call.acting;
  call.state.endSession(session, 'removed');
  return sessionAnswer(call);
}

/** A signed token of the session, for a back end. */
export async function createToken(call: Call): Promise<Answer> {
  const jwt = await sessionToken(call, call.acting.session, pageOf(call));
  return { status: 200, body: { object: 'token', jwt } };
}

export async function getKeySet(call: Call): Promise<Answer> {
  return { status: 200, body: await call.core.signer.keySet() };
}

/** The sessions of the signed-in user on all clients, for the security page of the profile. */
export function getActiveSessions(call: Call): Answer {
  const sessions = call.state.sessionsOf(call.acting.user.id);
  return { status: 200, body: sessions.map((session) => withActivity(call, session)) };
}

function withActivity(call: Call, session: StoredSession): unknown {
  return {
    ...call.resources.bareSession(session),
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
export function revokeSession(call: Call): Answer | Refusal {
  const { user, client } = call.acting;
  const session = call.state.clients.session(call.pathId);
  if (session?.userId !== user.id) return call.refusal('resource_not_found');
  call.state.endSession(session, 'revoked');
  return {
    status: 200,
    body: { response: withActivity(call, session), client: call.resources.client(client) },
  };
}
