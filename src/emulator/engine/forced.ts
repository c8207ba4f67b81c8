/** Answers that a caller asked for in advance, by operation: an error code, any status and body, or a fault. */
import type { components } from '../../../generated/emulator/schema.ts';

/**
 * What to answer instead, or how to answer. All parts are optional; together they add up. `times` may be `Infinity`: for all
 * requests until `unforce` or a reset. Declared in openapi/emulator/schemas/ForcedResponse.yaml.
 */
export type ForcedAnswer = Omit<components['schemas']['ForcedResponse'], 'operation'>;

/** A forced response that waits. */
export interface Waiting {
  /** Names it where it is cancelled. */
  readonly id: number;
  readonly operation: string;
  readonly answer: ForcedAnswer;
  /** For how many requests. */
  readonly left: number;
}

export class ForcedAnswers {
  readonly #queues = new Map<string, { id: number; answer: ForcedAnswer; left: number }[]>();
  #lastId = 0;

  /** How many wait. */
  get size(): number {
    return [...this.#queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  /** The oldest one waits at the front. `*` stands for every operation. Returns its id. */
  add(operation: string, answer: ForcedAnswer): number {
    const queue = this.#queues.get(operation) ?? [];
    const id = ++this.#lastId;
    queue.push({ id, answer, left: answer.times ?? 1 });
    this.#queues.set(operation, queue);
    return id;
  }

  /** The answer for this request, if one waits. Uses it up. */
  take(operation: string): ForcedAnswer | undefined {
    // Most requests come when nothing waits: this is quicker.
    if (this.#queues.size === 0) return undefined;
    for (const name of [operation, '*']) {
      const queue = this.#queues.get(name) ?? [];
      const [first] = queue;
      if (first === undefined) continue;
      first.left--;
      if (first.left <= 0) queue.shift();
      if (queue.length === 0) this.#queues.delete(name);
      return first.answer;
    }
    return undefined;
  }

  /** The waiting responses, in the order in which each operation uses them up. */
  list(): readonly Waiting[] {
    return [...this.#queues].flatMap(([operation, queue]) => queue.map((entry) => ({ operation, ...entry })));
  }

  clear(operation?: string): void {
    if (operation === undefined) this.#queues.clear();
    else this.#queues.delete(operation);
  }

  /** Cancels one. False if it no longer waits. */
  cancel(id: number): boolean {
    for (const [operation, queue] of this.#queues) {
      const left = queue.filter((one) => one.id !== id);
      if (left.length === queue.length) continue;
      if (left.length === 0) this.#queues.delete(operation);
      else this.#queues.set(operation, left);
      return true;
    }
    return false;
  }
}
