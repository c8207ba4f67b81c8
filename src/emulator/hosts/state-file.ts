/**
 * The file that keeps the state: a line that says what it is, the whole state in a few lines, and a line for each change since. Every
 * line has a checksum. A change is appended in one piece before it is answered; the whole is rewritten beside the file and renamed
 * into its place when the changes have outgrown it. So a kill at any moment leaves every answered change, and at most a torn last line
 * that nobody was answered.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { FileLock } from './file-lock.ts';
import { StateFileError } from './state-file-error.ts';

const HEADER = `${JSON.stringify({ format: 'user-password-api emulator state', version: 2 })}\n`;
/** Closes the lines of the whole state. */
const END = 'end';
/** Only its owner may read it, and it is never a link. Windows has neither. */
const MODE = 0o600;
const NO_LINK = constants.O_NOFOLLOW ?? 0;
/** Bytes of changes that are kept before the whole is rewritten, at least. */
const LEAST_CHANGES = 1_000_000;

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const cannotBeWritten = (error: unknown): StateFileError =>
  error instanceof StateFileError ? error : new StateFileError(`The state file cannot be written: ${reason(error)}.`);
const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function lineOf(batch: unknown): string {
  const text = JSON.stringify(batch);
  return `${checksum(text)} ${text}\n`;
}

/** Writes all of a text; what was written of it is taken back if that fails. */
function writeAll(descriptor: number, text: string, at: number): number {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length)
      written += writeSync(descriptor, bytes, written, bytes.length - written, at + written);
  } catch (error) {
    if (written > 0) ftruncateSync(descriptor, at);
    throw error;
  }
  return written;
}

export class StateFile {
  readonly #path: string;
  readonly #lock: FileLock;
  #descriptor: number | undefined;
  /** Bytes of the file that are right; a torn line after them is written over. */
  #length = 0;
  /** Bytes of the whole state, of which the rest are changes. */
  #whole = 0;
  #isSyncing = false;
  /** Whether a torn line was cut off. */
  #isTrimmed = false;

  private constructor(path: string, lock: FileLock) {
    this.#path = path;
    this.#lock = lock;
  }

  /**
   * Locks the file and reads it, but writes nothing. `batches` are what was written to it, in order; undefined if there is no file or
   * an empty one. Throws a `StateFileError`.
   */
  static open(path: string): { readonly file: StateFile; readonly batches: readonly unknown[] | undefined } {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile()) {
      throw new StateFileError(`${path} is a ${found.isSymbolicLink() ? 'link' : 'folder or device'}: name a file.`);
    }
    const file = new StateFile(path, FileLock.take(path));
    try {
      return { file, batches: found === undefined ? undefined : file.#read() };
    } catch (error) {
      file.close();
      throw error;
    }
  }

  #read(): readonly unknown[] | undefined {
    let bytes: Buffer;
    try {
      this.#descriptor = openSync(this.#path, constants.O_RDWR | NO_LINK);
      bytes = readFileSync(this.#descriptor);
    } catch (error) {
      throw new StateFileError(`The state file cannot be read: ${reason(error)}.`);
    }
    if (bytes.length === 0) return undefined;
    const leftAsItWas = 'so it was left as it is';
    const head = bytes.subarray(0, HEADER.length).toString();
    if (head !== HEADER) {
      const isOurs = head.startsWith(HEADER.slice(0, HEADER.indexOf(',')));
      throw new StateFileError(
        isOurs
          ? `${this.#path} was written by another version of the emulator, ${leftAsItWas}: delete it or name another file.`
          : `${this.#path} is not a state file of the emulator, ${leftAsItWas}: name another file.`,
      );
    }
    const batches: unknown[] = [];
    let start = HEADER.length;
    for (;;) {
      const end = bytes.indexOf(0x0a, start);
      // What comes after the last line break was torn off by a kill.
      if (end === -1) break;
      const [sum, text] = [bytes.toString('utf8', start, start + 16), bytes.toString('utf8', start + 17, end)];
      if (checksum(text) !== sum) break;
      start = end + 1;
      const batch: unknown = JSON.parse(text);
      if (batch === END) this.#whole = start;
      else batches.push(batch);
    }
    if (this.#whole === 0 || bytes.indexOf(0x0a, start) !== -1) {
      throw new StateFileError(`${this.#path} is damaged, ${leftAsItWas}: delete it or name another file.`);
    }
    this.#length = start;
    return batches;
  }

  /** Whether the changes have outgrown the whole. */
  get isLong(): boolean {
    return this.#length - this.#whole > Math.max(LEAST_CHANGES, 2 * this.#whole);
  }

  /** False if the file is gone. Throws if somebody has put another in its place, or has written to it. */
  #isThere(descriptor: number): boolean {
    const named = statSync(this.#path, { throwIfNoEntry: false });
    if (named === undefined) return false;
    const own = fstatSync(descriptor);
    const isOurs = named.ino === own.ino && named.dev === own.dev;
    if (isOurs && !this.#isTrimmed) {
      ftruncateSync(descriptor, this.#length);
      this.#isTrimmed = true;
      return true;
    }
    if (isOurs && own.size === this.#length) return true;
    throw new StateFileError(
      `${this.#path} is written by another program too, so it was left as it is: give each emulator a file of its own.`,
    );
  }

  /** Appends a change. False if the file is gone, so that the whole has to be written. Throws a `StateFileError`; then nothing is written. */
  append(batch: unknown): boolean {
    const descriptor = this.#descriptor;
    if (descriptor === undefined || this.#length === 0) return false;
    try {
      if (!this.#isThere(descriptor)) return false;
      this.#length += writeAll(descriptor, lineOf(batch), this.#length);
    } catch (error) {
      throw cannotBeWritten(error);
    }
    this.#sync(descriptor);
    return true;
  }

  /** Against a power cut, a moment later: a kill takes nothing that was written. */
  #sync(descriptor: number): void {
    if (this.#isSyncing) return;
    this.#isSyncing = true;
    fdatasync(descriptor, () => {
      this.#isSyncing = false;
    });
  }

  /** Writes the whole state anew: the old file stays until the new one is on the disk. Throws a `StateFileError`. */
  rewrite(batches: Iterable<unknown>): void {
    for (const _ of this.#rewriting(batches));
  }

  /** The same, with other work between the lines. The state must not change meanwhile. Rejects with a `StateFileError`. */
  async rewriteGradually(batches: Iterable<unknown>): Promise<void> {
    for (const descriptor of this.#rewriting(batches)) {
      // What the disk takes long for is done when the last step asks for it again.
      await new Promise<unknown>((resolve) => {
        if (descriptor === undefined) setImmediate(resolve);
        else fsync(descriptor, resolve);
      });
    }
  }

  /** A step is one line; the last one gives the file, which only has to reach the disk. */
  *#rewriting(batches: Iterable<unknown>): Generator<number | undefined> {
    const next = `${this.#path}.next`;
    let descriptor: number | undefined;
    let length = 0;
    try {
      if (this.#descriptor !== undefined && this.#length > 0) this.#isThere(this.#descriptor);
      // Never what lies there: it may be a link.
      rmSync(next, { force: true });
      descriptor = openSync(next, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_LINK, MODE);
      length += writeAll(descriptor, HEADER, length);
      for (const batch of batches) {
        length += writeAll(descriptor, lineOf(batch), length);
        yield;
      }
      length += writeAll(descriptor, lineOf(END), length);
      yield descriptor;
      fsyncSync(descriptor);
      // Windows puts nothing in the place of a file that is open. If it fails, the next change writes the whole again.
      if (process.platform === 'win32') this.#letGo();
      renameSync(next, this.#path);
    } catch (error) {
      if (descriptor !== undefined) closeSync(descriptor);
      removeQuietly(next);
      throw cannotBeWritten(error);
    }
    this.#letGo();
    this.#descriptor = descriptor;
    this.#length = this.#whole = length;
    this.#isTrimmed = true;
    syncFolder(dirname(this.#path));
  }

  #letGo(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  close(): void {
    this.#letGo();
    this.#lock.release();
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What is in the way there was the error itself, most likely.
  }
}

/** The new name is on the disk when its folder is. Windows has no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
