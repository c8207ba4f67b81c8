/** Where forced responses have their turn: after the checks of who may call at all, before anything else. */
import { forcedRefusal } from '../answer/refusal.ts';
import type { Call } from '../call.ts';
import type { ForcedAnswer } from '../forced.ts';
import type { Stop } from './check.ts';

/** Whether something is answered instead; else only the way of answering is forced. */
export const isAnswer = ({ code, status, body, fault }: ForcedAnswer): boolean =>
  code !== undefined || status !== undefined || body !== undefined || fault === 'drop';

export function forcedStop(call: Call, forced: ForcedAnswer): Stop {
  if (forced.code !== undefined) return forcedRefusal(call.operation, forced.code, forced.retryAfter);
  return { status: forced.status ?? 200, body: forced.body ?? '', headers: {}, codes: [] };
}

/** Takes what was forced, else the example that the `Prefer` header names. What is carried out first is answered later. */
export function forced(call: Call): Stop | undefined {
  const { world, operation, preferred } = call;
  call.forced = world.forced.take(operation) ?? preferred;
  const isDue = call.forced !== undefined && call.forced.carriedOut !== true && isAnswer(call.forced);
  return isDue && call.forced !== undefined ? forcedStop(call, call.forced) : undefined;
}
