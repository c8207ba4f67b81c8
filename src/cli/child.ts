/** Runs the command that the emulator serves, and leaves nothing of it behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface RunningChild {
  /** Its exit code, or 128 and the signal's number. Rejects with one sentence if it cannot be started. */
  readonly ended: Promise<number>;
  /** Passes a signal on. What does not heed it within five seconds, or gets a second one, is killed. */
  end(signal: NodeJS.Signals): void;
}

const PATIENCE = 5_000;

export function runChild(command: readonly string[], env: NodeJS.ProcessEnv): RunningChild {
  const [file = '', ...args] = command;
  // On a terminal the command needs the terminal's own group, for Ctrl+C and for its input. Elsewhere it gets a group of its
  // own, so that what it started in turn can be ended with it.
  const hasGroup = process.stdin.isTTY !== true && process.platform !== 'win32';
  const child: ChildProcess = spawn(file, args, {
    stdio: 'inherit',
    env,
    detached: hasGroup,
    // Windows finds npm and its like only through a shell.
    shell: process.platform === 'win32',
  });
  const signalAll = (signal: NodeJS.Signals): void => {
    try {
      if (hasGroup && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // Nobody of the group is left.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such command' : error.message;
      reject(new Error(`"${file}" could not be run: ${why}.`));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (hasGroup) signalAll('SIGTERM');
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  return {
    ended,
    end: (signal) => {
      // Ctrl+C reached it already, from the terminal; what it makes of that, such as clearing a line, is its own affair.
      if (process.stdin.isTTY === true && signal === 'SIGINT') return;
      if (timer !== undefined) return signalAll('SIGKILL');
      signalAll(signal);
      timer = setTimeout(() => signalAll('SIGKILL'), PATIENCE);
    },
  };
}
