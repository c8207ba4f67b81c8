import { Api, type HttpResponse } from './api.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  // It overlooks the media type of a response that is a $ref (acacode/swagger-typescript-api#1547): `format` says it.
  const { v1 } = new Api({ baseUrl: url, baseApiParams: { format: 'json', headers: { Cookie: cookie } } });
  const signIn = await v1.createSignIn({ identifier: 'user@example.com', strategy: 'password', password: current });
  const query = { _clerk_session_id: known<string | null>(signIn.data.response.created_session_id) ?? '' };
  const change = { current_password: current, new_password: next, sign_out_of_other_sessions: true };
  type Refused = Awaited<ReturnType<typeof v1.changePassword>>['error'];
  const refused = await v1
    .changePassword({ ...change, current_password: wrong, sign_out_of_other_sessions: undefined }, query)
    .catch((response: HttpResponse<unknown, Refused>) => response);
  const changed = await v1.changePassword(change, query);
  return [
    known<string | undefined>(refused.error?.errors[0]?.code),
    known<boolean>(changed.data.response.password_enabled),
  ] as const;
}
