import { changePassword as change, createSignIn, defaults } from './api.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  defaults.baseUrl = url;
  defaults.headers = { Cookie: cookie };
  const signIn = await createSignIn({ identifier: 'user@example.com', strategy: 'password', password: current });
  // Any other status may come, so that the status alone does not tell success.
  if (!('data' in signIn && 'response' in signIn.data)) throw new Error(`sign-in: ${signIn.status}`);
  const session = { clerkSessionId: known<string | null>(signIn.data.response.created_session_id) ?? '' };
  const refused = await change(
    { current_password: wrong, new_password: next, sign_out_of_other_sessions: undefined },
    session,
  );
  const changed = await change(
    { current_password: current, new_password: next, sign_out_of_other_sessions: true },
    session,
  );
  if (!('response' in changed.data)) throw new Error(`change: ${changed.status}`);
  return [
    'errors' in refused.data ? known<string | undefined>(refused.data.errors[0]?.code) : undefined,
    known<boolean>(changed.data.response.password_enabled),
  ] as const;
}
