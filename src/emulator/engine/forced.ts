/** Answers that a caller asked for in advance, by operation: an error code, any status and body, or a fault. */
import type { KnownErrorCode } from '../../../generated/errors.ts';
import type { Fault } from './wire.ts';

/** What to answer instead, or how to answer. All parts are optional; together they add up. */
export interface ForcedAnswer {
  /** An error code of the contract: answered with its status and words. */
  readonly code?: KnownErrorCode;
  /** Any status, with `body` (default: nothing). */
  readonly status?: number;
  readonly body?: string;
  /** Type of `body`. Default `application/json`. */
  readonly contentType?: string;
  /** Seconds for the `Retry-After` header. */
  readonly retryAfter?: number;
  /** Milliseconds to wait before the answer. */
  readonly latency?: number;
  /** `drop`: the connection ends with no answer. `truncate`: it ends in the middle of the body, whatever that is. */
  readonly fault?: Fault;
  /**
   * Whether the operation is carried out before it is answered with `code`, `status`, `body` or `drop`, so that only its
   * own answer is lost. Default false. Without any of the four it is always carried out.
   */
  readonly carriedOut?: boolean;
  /** For how many requests; default 1. `Infinity` for all until `unforce` or a reset. */
  readonly times?: number;
}

export class ForcedAnswers {
  readonly #queues = new Map<string, { answer: ForcedAnswer; left: number }[]>();

  /** How many wait. */
  get size(): number {
    return [...this.#queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  /** The oldest one waits at the front. `*` stands for every operation. */
  add(operation: string, answer: ForcedAnswer): void {
    const queue = this.#queues.get(operation) ?? [];
    queue.push({ answer, left: answer.times ?? 1 });
    this.#queues.set(operation, queue);
  }

  /** The answer for this request, if one waits. Uses it up. */
  take(operation: string): ForcedAnswer | undefined {
    if (this.#queues.size === 0) return undefined;
    for (const name of [operation, '*']) {
      const queue = this.#queues.get(name);
      const first = queue?.[0];
      if (queue === undefined || first === undefined) continue;
      first.left--;
      if (first.left <= 0) queue.shift();
      if (queue.length === 0) this.#queues.delete(name);
      return first.answer;
    }
    return undefined;
  }

  /** What waits, in the order in which it is used up for each operation. */
  list(): readonly { readonly operation: string; readonly answer: ForcedAnswer; readonly left: number }[] {
    return [...this.#queues].flatMap(([operation, queue]) => queue.map((entry) => ({ operation, ...entry })));
  }

  clear(operation?: string): void {
    if (operation === undefined) this.#queues.clear();
    else this.#queues.delete(operation);
  }
}
