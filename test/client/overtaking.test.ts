/** Any calls at once, their answers in any order: Clerk ends where the server ended, and never goes back on the way. */
import fc from 'fast-check';
import { test } from 'vitest';
import { CANARY, example, expectNoCanary, json, setUp } from './stub.ts';

const calls = ['change', 'remove', 'reload', 'signIn', 'signOut'] as const;

/** A server that carries out requests one after the other; each leaves a later time on the client. */
function serialServer() {
  const state = { time: 1_760_000_000_000, signedIn: true, passwordEnabled: true };
  const client = () => {
    const body = example('current_user');
    body.client.updated_at = ++state.time;
    body.response.password_enabled = state.passwordEnabled;
    for (const session of body.client.sessions) session.user = body.response;
    if (!state.signedIn) Object.assign(body.client, { sessions: [], last_active_session_id: null });
    return body;
  };
  const asUser = (change: () => void): Response => {
    if (!state.signedIn) return json(example('signed_out'), 401);
    change();
    return json(client());
  };
  const answers = {
    client: () => json({ response: client().client }),
    me: () => asUser(() => {}),
    change_password: () => asUser(() => {}),
    remove_password: () =>
      asUser(() => {
        state.passwordEnabled = false;
      }),
    sessions: () => {
      state.signedIn = false;
      return json({ response: client().client, client: null });
    },
    sign_ins: () => {
      state.signedIn = true;
      return json({ ...example('signed_in_by_password'), client: client().client });
    },
  };
  return { state, answers };
}

test('ends where the server ended and never goes back, when calls run at once and answers overtake each other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...calls), { minLength: 2, maxLength: 6 }),
      fc.scheduler(),
      async (plan, scheduler) => {
        const { state, answers } = serialServer();
        const delayed = Object.entries(answers).map(
          ([name, answer]) => [name, () => scheduler.schedule(Promise.resolve(answer()), name)] as const,
        );
        const { clerk } = setUp(Object.fromEntries(delayed));
        const loading = clerk.load();
        await scheduler.waitFor(loading);
        const { user } = clerk;
        if (!user) throw new Error('Nobody is signed in');
        let last = 0;
        clerk.addListener(({ client, session, user }) => {
          const time = client?.updatedAt.getTime() ?? 0;
          if (time < last) throw new Error(`went back from ${last} to ${time}`);
          last = time;
          if ((session === null) !== (user === null)) throw new Error('session and user disagree');
        });
        const run = {
          change: () => user.updatePassword({ newPassword: CANARY }),
          remove: () => user.removePassword({ currentPassword: CANARY }),
          reload: () => user.reload(),
          signIn: () => clerk.signInWithPassword({ identifier: 'user@example.com', password: CANARY }),
          signOut: () => clerk.signOut(),
        };
        const running = Promise.allSettled(plan.map((name) => run[name]()));
        await scheduler.waitFor(running);
        for (const result of await running) if (result.status === 'rejected') expectNoCanary(result.reason);
        if ((clerk.user !== null) !== state.signedIn) throw new Error(`signed in: ${state.signedIn}`);
        if (clerk.client?.updatedAt.getTime() !== state.time) throw new Error('not the last client');
        if (clerk.user && clerk.user.passwordEnabled !== state.passwordEnabled) throw new Error('not the last user');
      },
    ),
    { numRuns: 100 },
  );
});
