/** One valid call of every operation, through the generated client. */
import type { CallInit, GeneratedClient, Refused, Unexpected } from '../../generated/client.ts';

/** What any operation answers, as far as a test of all of them needs it. */
export type AnyResult =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly response: Response }
  | Refused<number, string>
  | Unexpected;

const SESSION = process.env['CONTRACT_SESSION'] ?? 'sess_2xAmplePaloAlto0000000000001';

export const calls: {
  readonly [Id in keyof GeneratedClient]: (client: GeneratedClient, init?: CallInit) => Promise<AnyResult>;
} = {
  changePassword: (client, init) =>
    client.changePassword({ body: { current_password: 'current-password-1', new_password: 'a new password' } }, init),
  removePassword: (client, init) => client.removePassword({ body: { current_password: 'current-password-1' } }, init),
  getUser: (client, init) => client.getUser({}, init),
  createDevBrowser: (client, init) => client.createDevBrowser({}, init),
  getClient: (client, init) => client.getClient({}, init),
  createSignIn: (client, init) =>
    client.createSignIn(
      { body: { identifier: 'user@example.com', strategy: 'password', password: 'current-password-1' } },
      init,
    ),
  removeSessions: (client, init) => client.removeSessions({ query: { _method: 'DELETE' } }, init),
  startSessionVerification: (client, init) =>
    client.startSessionVerification({ path: { session_id: SESSION }, body: { level: 'first_factor' } }, init),
  attemptSessionVerification: (client, init) =>
    client.attemptSessionVerification(
      { path: { session_id: SESSION }, body: { strategy: 'password', password: 'current-password-1' } },
      init,
    ),
};
