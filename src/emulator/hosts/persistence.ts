/** Keeps the state of an emulator and its instances in a file, so that it survives a restart and a kill: what was answered is on the disk. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Handler } from '../engine/wire.ts';

const FORMAT = 'user-password-api emulator state';

/** The state file cannot be read or written. The message is one sentence. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

const checksum = (state: string): string => createHash('sha256').update(state).digest('hex');
const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The file's text: one line that says what it is, with a checksum of the state on the second. */
const compose = (state: string): string => `${JSON.stringify({ format: FORMAT, sha256: checksum(state) })}\n${state}\n`;

/** The state in a file's text, checked. */
function stateIn(text: string, file: string): unknown {
  const end = text.indexOf('\n');
  const [head, state] = [text.slice(0, end), text.slice(end + 1, -1)];
  if (!head.startsWith(JSON.stringify({ format: FORMAT }).slice(0, -1))) {
    throw new StateFileError(
      `${file} is not a state file of the emulator, so it was left as it is: name another file.`,
    );
  }
  if (compose(state) !== text) {
    throw new StateFileError(`${file} is damaged, so it was left as it is: delete it or name another file.`);
  }
  return JSON.parse(state);
}

/** Writes a file so that at any moment the old or the new one is there whole. Only its owner may read it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  // The new name is on the disk when its folder is. Windows has no such thing.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Undefined where there is no file. */
const identity = (file: string): Promise<string | undefined> =>
  stat(file).then(
    ({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`,
    () => undefined,
  );

/** What is kept: an emulator, or control with its instances. */
interface Kept {
  snapshot(): Promise<unknown>;
  restore(snapshot: unknown): void;
}

export class Persistence {
  readonly #kept: Kept;
  readonly #file: string;
  #written = '';
  /** Tells the file that was read or written last from one that another program put in its place. */
  #seen: string | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  private constructor(kept: Kept, file: string) {
    this.#kept = kept;
    this.#file = file;
  }

  /**
   * Brings back the state in the file, or begins the file where there is none. Rejects with a `StateFileError` where the file is
   * damaged, another's, or cannot be read or written. `isRestored` says which it was.
   */
  static async start(
    kept: Kept,
    file: string,
  ): Promise<{ readonly persistence: Persistence; readonly isRestored: boolean }> {
    const persistence = new Persistence(kept, file);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isAbsent(error)) return undefined;
      throw new StateFileError(`The state file cannot be read: ${reason(error)}.`);
    });
    if (text !== undefined) {
      const state = stateIn(text, file);
      try {
        kept.restore(state);
      } catch {
        throw new StateFileError(
          `${file} was written by another version of the emulator: delete it or name another file.`,
        );
      }
    }
    if (text === undefined) await persistence.save();
    // Nothing has changed yet, so nothing is written: where this start fails later, the file is as it was.
    else {
      persistence.#written = JSON.stringify(await kept.snapshot());
      persistence.#seen = await identity(file);
    }
    return { persistence, isRestored: text !== undefined };
  }

  /**
   * Resolves when the state as it is now is on the disk. Calls during a write share the one after it, and nothing is written
   * when nothing changed.
   */
  save(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#write().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    const start = (): Promise<void> => {
      this.#next = undefined;
      return this.save();
    };
    this.#next ??= this.#running.then(start, start);
    return this.#next;
  }

  async #write(): Promise<void> {
    const state = JSON.stringify(await this.#kept.snapshot());
    if (state === this.#written) return;
    const found = await identity(this.#file);
    if (found !== undefined && found !== this.#seen) {
      throw new StateFileError(
        `${this.#file} is written by another program too, so it was left as it is: give each emulator a file of its own.`,
      );
    }
    try {
      await writeWhole(this.#file, compose(state));
      this.#seen = await identity(this.#file);
    } catch (error) {
      throw new StateFileError(`The state file cannot be written: ${reason(error)}.`);
    }
    this.#written = state;
  }

  /** The same handler, with each answer held back until the state is on the disk. Rejects where that fails. */
  before(handler: Handler, onError: (error: unknown) => void): Handler {
    return {
      begin: (target) => handler.begin?.(target),
      handle: async (request) => {
        const answer = await handler.handle(request);
        try {
          await this.save();
        } catch (error) {
          onError(error);
          throw error;
        }
        return answer;
      },
    };
  }
}
