/** How long a caller waits. A signal and a time limit end the wait of the caller who gave them, and nothing else. */
import { ClerkCallError } from './errors.ts';
import { type CallOptions, check } from './options.ts';

/** Milliseconds that a call may take unless said otherwise. */
const TIMEOUT = 30_000;

/** The checked limits of one call, from the moment at which it began. */
export interface Limits {
  readonly signal: AbortSignal | undefined;
  /** By a clock that never jumps. */
  readonly deadline: number;
}

/** Throws a TypeError for limits that are none. */
export function limitsOf(options: CallOptions, usual: number = TIMEOUT, ignored?: readonly string[]): Limits {
  check('options', options, { signal: 'object or undefined', timeoutMs: 'number or undefined' }, ignored);
  const { signal, timeoutMs = usual } = options;
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) throw new TypeError('timeoutMs must be from 1 to 2**31 - 1.');
  return { signal, deadline: performance.now() + timeoutMs };
}

/** Whether, if the wait ended now, a change might have been made that nothing is known of. */
export interface Outcome {
  unknown: boolean;
}

/**
 * Runs what may take some time and no more; also when it does not heed the signal that it is given. Every step from a call to its
 * error is awaited, and none is another function's callback: so the stack of the error names the caller.
 */
export async function within<Result>(
  { signal, deadline }: Partial<Limits>,
  run: (signal: AbortSignal, outcome: Outcome) => Promise<Result>,
): Promise<Result> {
  const outcome = { unknown: false };
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped: ConstructorParameters<typeof ClerkCallError> | undefined;
  let onAbort = (): void => {};
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (reason: 'timed-out' | 'aborted'): void => {
        stopped = [reason, { outcomeUnknown: outcome.unknown, cause: signal?.reason }];
        reject();
        controller.abort(signal?.reason);
      };
      onAbort = () => stop('aborted');
      if (signal?.aborted) return onAbort();
      if (deadline) timer = setTimeout(stop, Math.max(deadline - performance.now(), 1), 'timed-out');
      signal?.addEventListener('abort', onAbort);
      run(controller.signal, outcome).then(resolve, reject);
    });
  } catch (error) {
    throw stopped ? new ClerkCallError(...stopped) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Work that is done once for several callers. */
export interface Shared<Result> {
  /** Waits for it, and begins it if nobody else has. */
  join(limits: Partial<Limits>): Promise<Result>;
  /** Whether somebody waits for it. */
  readonly busy: boolean;
}

/**
 * Makes work that is done once for all who wait for it at the same time. Each waits within limits of their own; the work is
 * ended when nobody waits any more.
 */
export function shared<Result>(run: (signal: AbortSignal) => Promise<Result>): Shared<Result> {
  interface Work {
    readonly result: Promise<Result>;
    readonly controller: AbortController;
    waiting: number;
  }
  let current: Work | undefined;
  const done = (work: Work): void => {
    if (current === work) current = undefined;
  };
  const start = (): Work => {
    const controller = new AbortController();
    const work: Work = { result: run(controller.signal).finally(() => done(work)), controller, waiting: 0 };
    return work;
  };
  return {
    get busy() {
      return current !== undefined;
    },
    async join(limits) {
      let work: Work | undefined;
      try {
        return await within(limits, () => {
          current ??= start();
          work = current;
          work.waiting++;
          return work.result;
        });
      } finally {
        if (work && --work.waiting === 0) {
          done(work);
          work.controller.abort();
        }
      }
    },
  };
}
