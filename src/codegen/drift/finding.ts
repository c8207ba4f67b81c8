/** One difference between our contract and another document, and what it does to us. */
import type { Node } from './document.ts';
import type { Position } from './gaps.ts';

export type Verdict = 'would refuse a real response' | 'would send a request that is refused' | 'harmless';

export interface Finding {
  /** The operation as our contract calls it, such as `POST /v1/me/change_password`. */
  readonly operation: string;
  /** Where in it, such as `response 200.client.sessions[].user`. */
  readonly place: string;
  /** The other document, seen from ours. */
  readonly change: 'missing' | 'extra' | 'stricter' | 'laxer' | 'different';
  readonly verdict: Verdict;
  readonly message: string;
}

export type Report = (place: string, change: Finding['change'], breaks: Position | undefined, message: string) => void;
export type CompareSchemas = (place: string, ours: readonly Node[], theirs: readonly Node[]) => void;

export const VERDICTS = {
  request: 'would send a request that is refused',
  response: 'would refuse a real response',
} as const;
