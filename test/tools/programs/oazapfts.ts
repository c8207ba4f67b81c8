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
  if (signIn.status !== 200) throw new Error(`sign-in: ${signIn.status}`);
  const session = { clerkSessionId: known<string | null>(signIn.data.response.created_session_id) ?? '' };
  const refused = await change(
    { current_password: wrong, new_password: next, sign_out_of_other_sessions: undefined },
    session,
  );
  const changed = await change(
    { current_password: current, new_password: next, sign_out_of_other_sessions: true },
    session,
  );
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.data));
  return [
    refused.status === 422 ? known<string | undefined>(refused.data.errors[0]?.code) : undefined,
    known<boolean>(changed.data.response.password_enabled),
  ] as const;
}
