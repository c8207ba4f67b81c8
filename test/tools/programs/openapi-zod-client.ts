import { isErrorFromAlias } from '@zodios/core';
import { api as contract, createApiClient } from './api.ts';
import { known } from './known.ts';

export async function changePassword(
  url: string,
  cookie: string,
  { wrong, current, next }: { wrong: string; current: string; next: string },
) {
  const api = createApiClient(url, { axiosConfig: { headers: { Cookie: cookie } } });
  const signIn = await api.createSignIn({
    identifier: 'user@example.com',
    strategy: 'password',
    password: current,
  });
  const queries = { _clerk_session_id: known<string | null>(signIn.response.created_session_id) ?? '' };
  const change = { current_password: current, new_password: next, sign_out_of_other_sessions: true };
  let code: unknown;
  try {
    await api.changePassword({ ...change, current_password: wrong }, { queries });
  } catch (error) {
    if (!isErrorFromAlias(contract.api, 'changePassword', error)) throw error;
    code = error.response.data.errors[0]?.code;
  }
  const changed = await api.changePassword(change, { queries });
  return [code, known<boolean>(changed.response.password_enabled)] as const;
}
