import { createApiClient } from './api.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  const api = createApiClient(
    {
      fetch({ method, url: address, urlSearchParams, parameters }) {
        if (urlSearchParams !== undefined) address.search = urlSearchParams.toString();
        const form = new URLSearchParams();
        for (const [name, value] of Object.entries(parameters?.body ?? {}))
          if (value !== undefined) form.set(name, String(value));
        return fetch(address, { method: method.toUpperCase(), headers: { Cookie: cookie }, body: form });
      },
    },
    url,
  );
  const signIn = await api.post('/v1/client/sign_ins', {
    query: {},
    body: { identifier: 'user@example.com', strategy: 'password', password: current },
  });
  const query = { _clerk_session_id: known<string | null>(signIn.response.created_session_id) ?? '' };
  const refused = await api.post('/v1/me/change_password', {
    query,
    body: { current_password: wrong, new_password: next, sign_out_of_other_sessions: undefined },
    withResponse: true,
  });
  const changed = await api.post('/v1/me/change_password', {
    query,
    body: { current_password: current, new_password: next, sign_out_of_other_sessions: true },
  });
  return [
    refused.ok ? undefined : known<string | undefined>(refused.data.errors[0]?.code),
    known<boolean>(changed.response.password_enabled),
  ] as const;
}
