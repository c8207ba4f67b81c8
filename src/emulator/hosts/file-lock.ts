/**
 * One process per file: a file beside it, named `….lock`, holds the id of the process, and when it started where the system tells. That
 * of one that was killed is taken over, also if another process has its id by now, as after a restart of a container or the machine.
 */
import { closeSync, constants, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { StateFileError } from './state-file-error.ts';
import { codeOf } from './system-error.ts';

const ATTEMPTS = 100;

/** The locks of this process. */
const held = new Set<string>();

/** Returns the text of a lock; undefined if there is none. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** When a process started, in the form of the system; undefined where it cannot be asked: known on Linux only. */
function startOf(pid: number | 'self'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Whether the process that a lock names still runs. One of this very id was an earlier process, as in a container. */
function isRunning(holder: string, path: string): boolean {
  const [id, started] = holder.split(' ');
  const pid = Number(id);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return held.has(path);
  if (started !== undefined && started !== (startOf(pid) ?? started)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** False if there is a lock already. It is written under a name of its own first, so that no lock is ever without its process. */
function create(path: string): boolean {
  const own = `${path}.${process.pid}`;
  rmSync(own, { force: true });
  const descriptor = openSync(own, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(descriptor, `${[process.pid, startOf('self')].join(' ').trim()}\n`);
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    closeSync(descriptor);
    rmSync(own);
  }
}

/** Removes the lock of a process that is gone; of several that try, none removes another's new one. */
function remove(path: string, holder: string): void {
  const own = `${path}.${process.pid}`;
  try {
    renameSync(path, own);
    // Somebody was faster, and this is their new lock: it goes back.
    if (read(own) !== holder) linkSync(own, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
}

export class FileLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
    held.add(path);
  }

  /** Throws a `StateFileError` if another process has the file. */
  static take(file: string): FileLock {
    const path = `${file}.lock`;
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (create(path)) return new FileLock(path);
        const holder = read(path);
        if (holder === undefined) continue;
        if (isRunning(holder, path)) {
          throw new StateFileError(
            `${file} is in use by the process ${holder.split(' ', 1)}: end that one, or give each emulator a file of its own.`,
          );
        }
        remove(path, holder);
      }
    } catch (error) {
      if (error instanceof StateFileError) throw error;
      throw new StateFileError(`The state file cannot be locked: ${error instanceof Error ? error.message : error}.`);
    }
    throw new StateFileError(`${file} is contended by other processes: give each emulator a file of its own.`);
  }

  release(): void {
    if (held.delete(this.#path)) rmSync(this.#path, { force: true });
  }
}
