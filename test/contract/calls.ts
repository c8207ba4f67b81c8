/** One valid call of every operation, through the generated client. */
import type { CallInit, GeneratedClient, Refused, Unexpected } from '../../generated/client.ts';

/** What any operation answers, as far as a test of all of them needs it. */
export type AnyResult =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly response: Response }
  | Refused<number, string>
  | Unexpected;

export const calls: {
  readonly [Id in keyof GeneratedClient]: (
    client: GeneratedClient,
    session: string,
    init?: CallInit,
  ) => Promise<AnyResult>;
} = {
  changePassword: (client, _, init) =>
    client.changePassword({ body: { current_password: 'current-password-1', new_password: 'a new password' } }, init),
  removePassword: (client, _, init) =>
    client.removePassword({ body: { current_password: 'current-password-1' } }, init),
  getUser: (client, _, init) => client.getUser({}, init),
  createDevBrowser: (client, _, init) => client.createDevBrowser({}, init),
  getClient: (client, _, init) => client.getClient({}, init),
  createSignIn: (client, _, init) =>
    client.createSignIn(
      { body: { identifier: 'user@example.com', strategy: 'password', password: 'current-password-1' } },
      init,
    ),
  removeSessions: (client, _, init) => client.removeSessions({ query: { _method: 'DELETE' } }, init),
  startSessionVerification: (client, session, init) =>
    client.startSessionVerification({ path: { session_id: session }, body: { level: 'first_factor' } }, init),
  prepareSessionVerification: async (client, session, init) => {
    const path = { session_id: session };
    const started = await client.startSessionVerification({ path, body: { level: 'first_factor' } });
    const offered = started.ok ? (started.data.response.supported_first_factors ?? []) : [];
    const id = offered.find(({ strategy }) => strategy === 'email_code')?.email_address_id;
    return client.prepareSessionVerification({ path, body: { strategy: 'email_code', email_address_id: id } }, init);
  },
  attemptSessionVerification: async (client, session, init) => {
    const path = { session_id: session };
    await client.startSessionVerification({ path, body: { level: 'first_factor' } });
    return client.attemptSessionVerification(
      { path, body: { strategy: 'password', password: 'current-password-1' } },
      init,
    );
  },
};
