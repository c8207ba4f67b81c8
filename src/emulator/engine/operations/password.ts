/** The two password operations, after every check has passed. */
import { storePassword } from '../../state/password-hash.ts';
import type { Answer } from '../answer/outcome.ts';
import type { Call } from '../call.ts';

function done(call: Call): Answer {
  const { session, client, user } = call.acting;
  const { state, resources } = call;
  const now = call.world.now();
  state.users.change(user, { updatedAt: now, lastActiveAt: now });
  state.clients.changeSession(session, { lastActiveAt: now });
  state.clients.change(client, { updatedAt: now });
  return { status: 200, body: { response: resources.user(user), client: resources.client(client) } };
}

export function changePassword(call: Call): Answer {
  const { core, state, world } = call;
  const { session, user } = call.acting;
  world.notify(user.password === null ? 'password_set' : 'password_changed', user);
  const password = storePassword(call.text('new_password'), core.random);
  state.users.change(user, { password, passwordLastUpdatedAt: world.now() });
  if (call.form.fields['sign_out_of_other_sessions'] === true) {
    for (const other of state.sessionsOf(user.id)) if (other !== session) state.endSession(other, 'revoked');
  }
  return done(call);
}

export function removePassword(call: Call): Answer {
  const { user } = call.acting;
  call.world.notify('password_removed', user);
  call.state.users.change(user, { password: null, passwordLastUpdatedAt: null });
  return done(call);
}
