import createClient from 'openapi-fetch';
import type { paths } from './api.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  const client = createClient<paths>({
    baseUrl: url,
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    // Its own serializer of forms writes the text "undefined" for a field that is undefined.
    bodySerializer: (body) =>
      new URLSearchParams(
        Object.entries(body ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
      ),
  });
  const signIn = await client.POST('/v1/client/sign_ins', {
    body: { identifier: 'user@example.com', strategy: 'password', password: current },
  });
  if (signIn.data === undefined) throw new Error(`sign-in: ${signIn.response.status}`);
  const query = { _clerk_session_id: known<string | null>(signIn.data.response.created_session_id) ?? '' };
  const refused = await client.POST('/v1/me/change_password', {
    params: { query },
    body: { current_password: wrong, new_password: next, sign_out_of_other_sessions: undefined },
  });
  const changed = await client.POST('/v1/me/change_password', {
    params: { query },
    body: { current_password: current, new_password: next, sign_out_of_other_sessions: true },
  });
  if (changed.data === undefined) throw new Error(JSON.stringify(changed.error));
  return [
    known<string | undefined>(refused.error?.errors[0]?.code),
    known<boolean>(changed.data.response.password_enabled),
  ] as const;
}
