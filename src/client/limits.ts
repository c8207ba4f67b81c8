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

/** Runs what may take some time and no more; also when it does not heed the signal that it is given. */
export function within<Result>(
  { signal, deadline }: Partial<Limits>,
  run: (signal: AbortSignal, outcome: Outcome) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const outcome = { unknown: false };
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // One step after the response, not two: each costs more than what is done in it.
    const end =
      <Value>(settle: (value: Value) => void) =>
      (value: Value): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        settle(value);
      };
    const fail = end(reject);
    const stop = (reason: 'timed-out' | 'aborted', cause?: unknown): void => {
      fail(new ClerkCallError(reason, { outcomeUnknown: outcome.unknown, cause }));
      controller.abort(cause);
    };
    const onAbort = (): void => stop('aborted', signal?.reason);
    if (signal?.aborted) return onAbort();
    if (deadline) timer = setTimeout(stop, Math.max(deadline - performance.now(), 1), 'timed-out');
    signal?.addEventListener('abort', onAbort);
    run(controller.signal, outcome).then(end(resolve), fail);
  });
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
    const work: Work = { result: run(controller.signal), controller, waiting: 0 };
    const forget = (): void => done(work);
    work.result.then(forget, forget);
    return work;
  };
  return {
    get busy() {
      return current !== undefined;
    },
    async join(limits) {
      current ??= start();
      const work = current;
      work.waiting++;
      try {
        return await within(limits, () => work.result);
      } finally {
        if (--work.waiting === 0) {
          done(work);
          work.controller.abort();
        }
      }
    },
  };
}
