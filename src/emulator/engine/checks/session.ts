/** Which session acts, and whether its account may. */
import type { StoredClient, StoredSession, StoredUser } from '../../state/records.ts';
import type { Call } from '../call.ts';
import type { Stop } from './check.ts';

/** The session that the query names, else the one that was last active on this client. */
export function session(call: Call): Stop | undefined {
  const { client, state } = call;
  if (client === undefined) return call.refusal('authentication_invalid');
  const named = call.query.get('_clerk_session_id');
  if (named === undefined || named === '') {
    const acting = state.actingSession(client);
    return acting === undefined ? call.refusal('authentication_invalid') : act(call, acting, client);
  }
  const found = state.clients.session(named);
  if (found?.clientId !== client.id) return call.refusal('action_for_session_not_authorized');
  return act(call, found, client);
}

/** The session in the path. */
export function sessionInPath(call: Call): Stop | undefined {
  const { client, state } = call;
  if (client === undefined) return call.refusal('authentication_invalid');
  const found = state.clients.session(call.pathId);
  if (found === undefined) return call.refusal('resource_not_found');
  if (found.clientId !== client.id) return call.refusal('action_for_session_not_authorized');
  return act(call, found, client);
}

function act(call: Call, session: StoredSession, client: StoredClient): Stop | undefined {
  const user = call.state.users.get(session.userId);
  if (user !== undefined && call.state.isActive(session)) {
    call.acting = { session, client, user };
    return undefined;
  }
  return call.refusal('signed_out', { session_id: session.id });
}

/** Refuses closed accounts. */
function closed(call: Call, user: StoredUser): Stop | undefined {
  if (user.banned) return call.refusal('user_banned');
  return user.deactivated ? call.refusal('user_deactivated') : undefined;
}

function locked(call: Call, user: StoredUser): Stop | undefined {
  if (!call.state.users.isLocked(user)) return undefined;
  const seconds = call.state.users.lockedForSeconds(user);
  return call.refusal('user_locked', seconds === undefined ? {} : { lockout_expires_in_seconds: seconds });
}

export const openAccount = (call: Call): Stop | undefined => closed(call, call.acting.user);
export const unlockedAccount = (call: Call): Stop | undefined => locked(call, call.acting.user);
export const accountOfSignIn = (call: Call): Stop | undefined =>
  closed(call, call.signsIn) ?? locked(call, call.signsIn);
