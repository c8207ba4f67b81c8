/** What the two password operations do once every check is passed. */
import { storePassword } from '../../state/password-hash.ts';
import type { Answer } from '../answer/outcome.ts';
import type { Call } from '../call.ts';

function done(call: Call): Answer {
  const { session, client, user } = call.acting;
  const now = call.core.now();
  user.updatedAt = now;
  user.lastActiveAt = now;
  session.lastActiveAt = now;
  client.updatedAt = now;
  const { resources } = call;
  return { status: 200, body: { response: resources.user(user), client: resources.client(client) } };
}

export function changePassword(call: Call): Answer {
  const { core, state } = call;
  const { session, user } = call.acting;
  core.notify(user.password === null ? 'password_set' : 'password_changed', user);
  user.password = storePassword(call.text('new_password'), core.random);
  user.passwordLastUpdatedAt = core.now();
  if (call.form.fields['sign_out_of_other_sessions'] === true) {
    for (const other of state.sessionsOf(user.id)) if (other !== session) state.endSession(other, 'revoked');
  }
  return done(call);
}

export function removePassword(call: Call): Answer {
  const { user } = call.acting;
  call.core.notify('password_removed', user);
  user.password = null;
  user.passwordLastUpdatedAt = null;
  return done(call);
}
