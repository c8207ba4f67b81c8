/** Users, sessions, settings, clock and outbox as JSON, to be kept and brought back. Holds salted hashes and tokens, never a password. */
import type { Notice } from '../engine/core.ts';
import type { Settings } from '../setup/settings.ts';
import type { State, StoredClient, StoredUser } from './state.ts';

type PlainUser = Omit<StoredUser, 'password'> & {
  readonly password: { readonly salt: string; readonly hash: string } | null;
};

export interface Snapshot {
  readonly version: 1;
  readonly settings: Settings;
  /** Milliseconds that the clock was moved forward. */
  readonly ahead: number;
  readonly users: readonly PlainUser[];
  readonly clients: readonly StoredClient[];
  readonly outbox: readonly Notice[];
}

/** Everything as it is at the call, whatever changes while the hashes are waited for. */
export async function takeSnapshot(
  state: State,
  settings: Settings,
  ahead: number,
  outbox: readonly Notice[],
): Promise<Snapshot> {
  const users = [...state.users.values()].map(async (user): Promise<PlainUser> => {
    const { password } = user;
    return { ...user, password: password === null ? null : { salt: password.salt, hash: await password.hash } };
  });
  const others = structuredClone({ settings, ahead, clients: [...state.clients.values()], outbox });
  return { version: 1, ...others, users: structuredClone(await Promise.all(users)) };
}

/** Fills an empty state. */
export function restoreState(state: State, snapshot: Snapshot): void {
  const { users, clients } = structuredClone(snapshot);
  for (const { password, ...user } of users) {
    const kept = password === null ? null : { salt: password.salt, hash: Promise.resolve(password.hash) };
    state.users.set(user.id, { ...user, password: kept });
  }
  for (const client of clients) state.addClient(client);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value, for example a file that was read, is a snapshot of this version. Looks at its outline only. */
export const isSnapshot = (value: unknown): value is Snapshot =>
  isRecord(value) &&
  value['version'] === 1 &&
  isRecord(value['settings']) &&
  typeof value['ahead'] === 'number' &&
  Array.isArray(value['users']) &&
  value['users'].every((user) => isRecord(user) && typeof user['id'] === 'string' && Array.isArray(user['emails'])) &&
  Array.isArray(value['clients']) &&
  value['clients'].every((client) => isRecord(client) && typeof client['token'] === 'string') &&
  Array.isArray(value['outbox']);
