import { client } from './api/client.gen.ts';
import { changePassword as change, createSignIn } from './api/index.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  client.setConfig({ baseUrl: url, headers: { Cookie: cookie } });
  const signIn = await createSignIn({
    body: { identifier: 'user@example.com', strategy: 'password', password: current },
    throwOnError: true,
  });
  const query = { _clerk_session_id: known<string | null>(signIn.data.response.created_session_id) ?? '' };
  const refused = await change({
    query,
    body: { current_password: wrong, new_password: next, sign_out_of_other_sessions: undefined },
  });
  const changed = await change({
    query,
    body: { current_password: current, new_password: next, sign_out_of_other_sessions: true },
    throwOnError: true,
  });
  return [
    known<string | undefined>(refused.error?.errors[0]?.code),
    known<boolean>(changed.data.response.password_enabled),
  ] as const;
}
