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

/** Takes what was forced, else the error response that the `Prefer` header names. What is carried out first is answered later. */
export function forced(call: Call): Stop | undefined {
  const { world, operation, preferred } = call;
  call.forced = world.forced.take(operation) ?? (isSuccess(preferred) ? undefined : preferred);
  const isDue = call.forced !== undefined && call.forced.carriedOut !== true && isAnswer(call.forced);
  return isDue && call.forced !== undefined ? forcedStop(call, call.forced) : undefined;
}

const isSuccess = (preferred: ForcedAnswer | undefined): boolean =>
  preferred?.status !== undefined && preferred.status < 400;

/** The successful response that the `Prefer` header names: only for those whom the operation would serve. */
export function preferredSuccess(call: Call): Stop | undefined {
  const { preferred } = call;
  if (call.forced !== undefined || preferred === undefined || !isSuccess(preferred)) return undefined;
  call.forced = preferred;
  return forcedStop(call, preferred);
}
