/** Compares schemas in both directions. */
import type { ApiDocument } from './document.ts';
import type { CompareSchemas, Report } from './finding.ts';
import { createGapFinder, type Gap, type Position } from './gaps.ts';

/** The meaning of a gap for their document, when it leads from theirs to ours and from ours to theirs. */
const CHANGES = {
  allows: ['laxer', 'stricter'],
  has: ['extra', 'missing'],
  lacks: ['missing', 'extra'],
  says: ['different', 'different'],
} as const;

/** A value that the sender may send and the receiver rejects breaks; the rest is harmless. */
export function createSchemaComparison(
  ours: ApiDocument,
  theirs: ApiDocument,
  position: Position,
  report: Report,
): CompareSchemas {
  const we = { name: 'ours', document: ours };
  const they = { name: 'theirs', document: theirs };
  const fromOurs = createGapFinder(we, they, position);
  const fromTheirs = createGapFinder(they, we, position);
  return (place, mine, other) => {
    const stricter = fromOurs(mine, other);
    const laxer = fromTheirs(other, mine);
    const [forth, back] = position === 'request' ? [stricter, laxer] : [laxer, stricter];
    // A pattern that changed is one finding, not one for each direction.
    const told = new Set(forth.filter(({ about }) => about !== 'values').map(({ path, about }) => `${about} ${path}`));
    const say = (gap: Gap, breaks: boolean): void => {
      const change = CHANGES[gap.kind][laxer.includes(gap) ? 0 : 1];
      report(`${place}${gap.path}`, change, breaks ? position : undefined, gap.message);
    };
    for (const gap of forth) say(gap, gap.refused);
    for (const gap of back) if (!told.has(`${gap.about} ${gap.path}`)) say(gap, false);
  };
}
