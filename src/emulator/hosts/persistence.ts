/**
 * Keeps the state of an emulator and its instances in a file, so that it survives a restart and a kill: what was answered is written.
 * What changed is appended right after the change and before anything else runs, so that nobody ever sees a state that is not in
 * the file; where it cannot be written it is taken back, and the request is answered 500 with the reason.
 */
import type { Control } from '../control/control.ts';
import { coreOf, type Emulator } from '../control/emulator.ts';
import type { Core, World } from '../engine/core.ts';
import { type Batch, type Change, statesIn, worldOf } from '../engine/state-batches.ts';
import type { Handler, WireAnswer, WireRequest } from '../engine/wire.ts';
import { StateFile } from './state-file.ts';
import { StateFileError } from './state-file-error.ts';

/** Records in one line of the whole state. */
const CHUNK = 200;
/** Records of a new world that are appended as one change; of more, the whole state is written anew. */
const LARGE = 1_000;

/** The part of an emulator that is in the file. */
interface Kept {
  readonly emulator: Emulator;
  readonly core: Core;
  world: World;
  settings: World['settings'];
  ahead: number;
  notices: number;
}

const keptOf = (emulator: Emulator): Kept => {
  const core = coreOf(emulator);
  const { world } = core;
  world.state.journal.start();
  return { emulator, core, world, settings: world.settings, ahead: world.ahead, notices: world.notices };
};

/** Returns the changes of an emulator since then; undefined if there are none. */
function changeOf(kept: Kept | undefined, emulator: Emulator): Change | undefined {
  const { world } = kept?.core ?? coreOf(emulator);
  if (kept === undefined || kept.world !== world) {
    return {
      isNew: true,
      ...everythingBut(world),
      users: [...world.state.users.all()],
      clients: [...world.state.clients.all()],
    };
  }
  const { journal, users, clients } = world.state;
  const isSame = world.settings === kept.settings && world.ahead === kept.ahead && world.notices === kept.notices;
  if (isSame && journal.users.size === 0 && journal.clients.size === 0) return undefined;
  const [changedUsers, goneUsers] = divide(journal.users.keys(), (id) => users.get(id));
  const [changedClients, goneClients] = divide(journal.clients.keys(), (id) => clients.get(id));
  return {
    ...(world.settings === kept.settings ? {} : { settings: world.settings }),
    ahead: world.ahead,
    ...(world.notices === kept.notices ? {} : { notices: world.outbox.slice(kept.notices - world.notices) }),
    users: changedUsers,
    clients: changedClients,
    goneUsers,
    goneClients,
  };
}

/** Those that are there, and the ids of those that are not any more. */
function divide<Stored>(
  ids: Iterable<string>,
  find: (id: string) => Stored | undefined,
): readonly [readonly Stored[], readonly string[]] {
  const [there, gone]: [Stored[], string[]] = [[], []];
  for (const id of ids) {
    const found = find(id);
    if (found === undefined) gone.push(id);
    else there.push(found);
  }
  return [there, gone];
}

const everythingBut = ({ settings, ahead, outbox }: World): Change => ({ settings, ahead, notices: outbox });

const sizeOf = ({ isNew, users = [], clients = [] }: Change): number =>
  isNew === true ? users.length + clients.length : 0;

function* chunks<Item>(items: Iterable<Item>): Generator<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

export class Persistence {
  readonly #emulator: Emulator;
  readonly #control: Control;
  readonly #file: StateFile;
  #kept = new Map<string, Kept>();

  private constructor(emulator: Emulator, control: Control, file: StateFile) {
    this.#emulator = emulator;
    this.#control = control;
    this.#file = file;
  }

  /**
   * Locks the file and brings back the state in it, if there is one; `isRestored` says which it was. Writes nothing yet: where the start
   * fails later, all is as it was. Throws a `StateFileError` if the file is damaged, another's, in use or cannot be read.
   */
  static start(
    emulator: Emulator,
    control: Control,
    path: string,
  ): { readonly persistence: Persistence; readonly isRestored: boolean } {
    const { file, batches } = StateFile.open(path);
    const persistence = new Persistence(emulator, control, file);
    if (batches === undefined) return { persistence, isRestored: false };
    try {
      for (const [name, state] of statesIn(batches)) {
        const core = coreOf(name === '' ? emulator : control.instance(name));
        core.world = worldOf(state, core);
      }
    } catch {
      file.close();
      throw new StateFileError(
        `${path} was written by another version of the emulator: delete it or name another file.`,
      );
    }
    persistence.#keepAll();
    return { persistence, isRestored: true };
  }

  *#emulators(): Generator<readonly [string, Emulator]> {
    yield ['', this.#emulator];
    yield* this.#control.instances;
  }

  #keepAll(): void {
    this.#kept = new Map([...this.#emulators()].map(([name, emulator]) => [name, keptOf(emulator)]));
  }

  /**
   * Writes what has changed since the file was read, or all if there was none: a line at a time, so that other work goes on, but nothing
   * may change meanwhile. Rejects with a `StateFileError`.
   */
  async begin(): Promise<void> {
    if (this.#kept.size > 0) return this.save();
    await this.#file.rewriteGradually(this.#whole());
    this.#keepAll();
  }

  /** Writes what has changed, if anything. Throws a `StateFileError` if that cannot be, and then everything is as it was before. */
  save(): void {
    const instances: Record<string, Change> = {};
    let size = 0;
    for (const [name, emulator] of this.#emulators()) {
      const kept = this.#kept.get(name);
      const change = changeOf(kept?.emulator === emulator ? kept : undefined, emulator);
      if (change === undefined) continue;
      instances[name] = change;
      size += sizeOf(change);
    }
    const gone = [...this.#kept.keys()].filter((name) => name !== '' && !this.#control.instances.has(name));
    const changed = Object.keys(instances);
    if (changed.length === 0 && gone.length === 0) return;
    const batch: Batch = { instances, gone };
    try {
      if (size > LARGE || this.#file.isLong || !this.#file.append(batch)) this.#file.rewrite(this.#whole());
    } catch (error) {
      this.#takeBack();
      throw error;
    }
    for (const name of changed) {
      this.#kept.set(name, keptOf(name === '' ? this.#emulator : this.#control.instance(name)));
    }
    for (const name of gone) this.#kept.delete(name);
  }

  *#whole(): Generator<Batch> {
    for (const [name, emulator] of this.#emulators()) {
      const { world } = coreOf(emulator);
      yield { instances: { [name]: everythingBut(world) } };
      for (const users of chunks(world.state.users.all())) yield { instances: { [name]: { users } } };
      for (const clients of chunks(world.state.clients.all())) yield { instances: { [name]: { clients } } };
    }
  }

  /** Everything as it is in the file. */
  #takeBack(): void {
    for (const name of [...this.#control.instances.keys()]) if (!this.#kept.has(name)) this.#control.remove(name);
    for (const [name, kept] of this.#kept) {
      if (name !== '') this.#control.keep(name, kept.emulator);
      const { world } = kept;
      kept.core.world = world;
      world.settings = kept.settings;
      world.ahead = kept.ahead;
      while (world.notices > kept.notices) {
        world.outbox.pop();
        world.notices--;
      }
      world.state.undo();
    }
  }

  /** The same handler, with each change written before it is answered, or taken back and answered 500. `warn` is told why. */
  before(handler: Handler, warn: (error: unknown) => void): Handler {
    const settle = (request: WireRequest, answer: WireAnswer): WireAnswer => {
      try {
        this.save();
        return answer;
      } catch (error) {
        warn(error);
        return failed(request, answer, error);
      }
    };
    return {
      begin: (target) => handler.begin?.(target),
      handle: (request) => {
        const made = handler.handle(request);
        return made instanceof Promise ? made.then((answer) => settle(request, answer)) : settle(request, made);
      },
    };
  }

  /** Lets another process have the file. */
  close(): void {
    this.#file.close();
  }
}

/** The answer to a request whose change was taken back, in the form that its path has. */
function failed({ target }: WireRequest, { headers }: WireAnswer, error: unknown): WireAnswer {
  const sentence = error instanceof Error ? error.message : String(error);
  const { 'set-cookie': _, authorization: __, ...others } = headers;
  const code = 'internal_clerk_error';
  const body = target.includes('/__emulator')
    ? { error: sentence }
    : { errors: [{ code, message: 'Internal error', long_message: sentence }] };
  return { status: 500, headers: { ...others, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
