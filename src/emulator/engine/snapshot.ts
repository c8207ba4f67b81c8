/** Users, sessions, settings, clock and outbox as JSON, to be kept and brought back. Holds salted hashes and tokens, never a password. */
import type { Settings } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import type { StoredClient, StoredUser } from '../state/records.ts';
import type { World } from './core.ts';

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
export function takeSnapshot({ state, settings, ahead, outbox }: World): Snapshot {
  const [users, clients] = [[...state.users.all()], [...state.clients.all()]];
  return structuredClone({ version: 1, settings, ahead, users, clients, outbox });
}

/** Fills an empty world; what the snapshot holds is the world's own from then on. */
export function restoreWorld(world: World, { users, clients, outbox, ahead }: Omit<Snapshot, 'settings'>): void {
  for (const user of users) world.state.users.add(user);
  for (const client of clients) world.state.addClient(client);
  for (const notice of outbox) world.keepNotice(notice);
  world.ahead = ahead;
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
