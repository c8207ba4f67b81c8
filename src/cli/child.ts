/** Runs the command that the emulator serves, and leaves nothing of it behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { cmdLine } from './cmd-quoting.ts';

export interface RunningChild {
  /** Its exit code, or 128 and the signal's number. Rejects with one sentence if it cannot be started. */
  readonly ended: Promise<number>;
  /** Passes a signal on. What does not heed it within five seconds, or gets another one after a second, is killed. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const PATIENCE = 5_000;
/** Milliseconds in which another signal is the same one: npm, Docker and others send theirs several times. */
const SAME_WITHIN = 1_000;
/** Milliseconds in which a Ctrl+C reaches all of the terminal's group. */
const TOLD_WITHIN = 300;

/** In the environment of the command and so of all that it starts: by this it is found when its parent is gone. */
const MARK = 'USER_PASSWORD_API_RUN';

/** The session of a process, in the sense of Linux: whatever leaves it is meant to stay. */
const sessionOf = (pid: string): string | undefined =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[3];

/** Processes that this one started and that have its session still, whoever their parent is. Known on Linux only. */
function marked(mark: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const own = sessionOf('self');
  const isMarked = (pid: string): boolean => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      return environment.split('\0').includes(`${MARK}=${mark}`) && sessionOf(pid) === own;
    } catch {
      // Somebody else's, or gone.
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isMarked(name))
    .map(Number);
}

/** A process and all that it started, as far as the system tells. */
function familyOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = (stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const one of family) for (const [child = 0, parent = 0] of pairs) if (parent === one) family.push(child);
  return family;
}

/**
 * Tells whether a SIGINT was the Ctrl+C of the terminal, which has reached the command too, or was sent to this process alone: a
 * process of the same group, which does nothing else, dies of the former only.
 */
function watchTerminal(): { wasTold(): Promise<boolean>; end(): void } {
  let witness: ChildProcess;
  let died: Promise<true>;
  const post = (): void => {
    witness = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    died = new Promise((resolve) => witness.once('exit', () => resolve(true)).once('error', () => resolve(true)));
  };
  post();
  return {
    wasTold: async () => {
      const isTold = await Promise.race([
        died,
        new Promise<false>((resolve) => setTimeout(resolve, TOLD_WITHIN, false)),
      ]);
      if (isTold) post();
      return isTold;
    },
    end: () => void witness.kill(),
  };
}

/** What to write instead, where something for a shell was given as the name of a program. */
function adviceOn(file: string): string {
  if (/^\w+=/.test(file)) return '; to set a variable for it, put env before it';
  return /\s/.test(file) ? '; leave out the quotes around it, or give it to a shell: sh -c "…"' : '';
}

export function runChild(command: readonly string[], env: NodeJS.ProcessEnv): RunningChild {
  const [file = '', ...args] = command;
  const mark = `${process.pid}-${Date.now()}`;
  // On a terminal the command needs the terminal's own group, for Ctrl+C and for its input. Elsewhere it gets a group of its
  // own, so that what it started in turn can be ended with it.
  const hasGroup = process.stdin.isTTY !== true && process.platform !== 'win32';
  const options = { stdio: 'inherit', env: { ...env, [MARK]: mark }, detached: hasGroup } as const;
  const child: ChildProcess =
    process.platform === 'win32' ? spawn(cmdLine(command), { ...options, shell: true }) : spawn(file, args, options);
  const isTerminal = process.stdin.isTTY === true && process.platform !== 'win32';
  const terminal = isTerminal ? watchTerminal() : undefined;
  const send = (pid: number, signal: NodeJS.Signals): void => {
    try {
      process.kill(pid, signal);
    } catch {
      // It is gone.
    }
  };
  const signalAll = (signal: NodeJS.Signals): void => {
    const { pid } = child;
    if (pid === undefined) return;
    if (hasGroup) send(-pid, signal);
    // The shell that Windows needs is not the command: the whole tree has to go.
    else if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${pid}`, '/t', '/f']);
    else for (const one of new Set([...familyOf(pid), ...marked(mark)])) send(one, signal);
  };
  let timer: NodeJS.Timeout | undefined;
  let toldAt = 0;
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? `there is no such command${adviceOn(file)}` : error.message;
      reject(new Error(`"${file}" could not be run: ${why}.`));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      terminal?.end();
      if (hasGroup) signalAll('SIGTERM');
      // Its parent is gone, perhaps with the terminal.
      else for (const one of marked(mark)) send(one, 'SIGTERM');
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  return {
    ended,
    end: async (signal) => {
      // Ctrl+C reached it already, from the terminal; what it makes of that, such as clearing a line, is its own affair.
      if (signal === 'SIGINT' && (terminal === undefined ? process.stdin.isTTY === true : await terminal.wasTold()))
        return;
      if (timer !== undefined) {
        if (performance.now() - toldAt > SAME_WITHIN) signalAll('SIGKILL');
        return;
      }
      toldAt = performance.now();
      signalAll(signal);
      timer = setTimeout(() => signalAll('SIGKILL'), PATIENCE);
    },
  };
}
