/** Users, sessions, settings, clock and outbox as JSON, to be kept and brought back. Holds salted hashes and tokens, never a password. */

import type { Settings } from '../setup/settings.ts';
import type { Notice } from './outbox.ts';
import type { StoredClient, StoredUser } from './records.ts';
import type { State } from './state.ts';

export interface Snapshot {
  readonly version: 1;
  readonly settings: Settings;
  /** Milliseconds that the clock was moved forward. */
  readonly ahead: number;
  readonly users: readonly StoredUser[];
  readonly clients: readonly StoredClient[];
  readonly outbox: readonly Notice[];
}

/** Everything as it is now. */
export function takeSnapshot(state: State, settings: Settings, ahead: number, outbox: readonly Notice[]): Snapshot {
  const [users, clients] = [[...state.users.all()], [...state.clients.all()]];
  return structuredClone({ version: 1, settings, ahead, users, clients, outbox });
}

/** Fills an empty state. */
export function restoreState(state: State, snapshot: Snapshot): void {
  const { users, clients } = structuredClone(snapshot);
  for (const user of users) state.users.add(user);
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
