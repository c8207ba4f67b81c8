/** The lines of the state file, and the states that they add up to. */

import type { Settings } from '../setup/settings.ts';
import type { Notice } from '../state/outbox.ts';
import type { StoredClient, StoredUser } from '../state/records.ts';
import type { Core } from './core.ts';
import { World } from './core.ts';
import { restoreWorld } from './snapshot.ts';

/** The changes of one emulator: records as they are now, or the ids of those that are gone. */
export interface Change {
  /** Whether everything before is forgotten. */
  readonly isNew?: true;
  readonly settings?: Settings;
  readonly ahead?: number;
  /** Notices that came to the outbox. */
  readonly notices?: readonly Notice[];
  readonly users?: readonly StoredUser[];
  readonly clients?: readonly StoredClient[];
  readonly goneUsers?: readonly string[];
  readonly goneClients?: readonly string[];
}

/** One line: the changes by name of the instance, empty for the emulator itself. */
export interface Batch {
  readonly instances: Readonly<Record<string, Change>>;
  readonly gone?: readonly string[];
}

interface KeptState {
  settings: Settings | undefined;
  ahead: number;
  readonly notices: Notice[];
  readonly users: Map<string, StoredUser>;
  readonly clients: Map<string, StoredClient>;
}

const empty = (): KeptState => ({ settings: undefined, ahead: 0, notices: [], users: new Map(), clients: new Map() });

function add(state: KeptState, change: Change): void {
  state.settings = change.settings ?? state.settings;
  state.ahead = change.ahead ?? state.ahead;
  state.notices.push(...(change.notices ?? []));
  for (const user of change.users ?? []) state.users.set(user.id, user);
  for (const id of change.goneUsers ?? []) state.users.delete(id);
  for (const client of change.clients ?? []) state.clients.set(client.id, client);
  for (const id of change.goneClients ?? []) state.clients.delete(id);
}

const isBatch = (value: unknown): value is Batch =>
  typeof value === 'object' && value !== null && 'instances' in value && typeof value.instances === 'object';

/** Adds up the batches. Throws if they are not of this version. */
export function statesIn(batches: readonly unknown[]): ReadonlyMap<string, KeptState> {
  const states = new Map<string, KeptState>();
  for (const batch of batches) {
    if (!isBatch(batch)) throw new TypeError('This is not a change of an emulator of this version.');
    for (const [name, change] of Object.entries(batch.instances)) {
      const state = change.isNew === true ? empty() : (states.get(name) ?? empty());
      add(state, change);
      states.set(name, state);
    }
    for (const name of batch.gone ?? []) states.delete(name);
  }
  return states;
}

/** A world of a state; what the state holds is the world's own from then on. */
export function worldOf({ settings, ahead, notices, users, clients }: KeptState, core: Core): World {
  if (settings === undefined) throw new TypeError('This is not the state of an emulator of this version.');
  const world = new World(settings, core);
  restoreWorld(world, {
    version: 1,
    users: [...users.values()],
    clients: [...clients.values()],
    outbox: notices,
    ahead,
  });
  return world;
}
