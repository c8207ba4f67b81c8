/**
 * Compares our contract with another document of the same API, and says what each difference does to us.
 *
 * A request travels from us to the server, a response from the server to us. A difference breaks something only if the sender may
 * send what the receiver does not allow. So each pair of schemas is compared in both directions, and only the direction of travel can break.
 */
import { compareBodies, compareResponses } from './bodies.ts';
import type { ApiDocument } from './document.ts';
import { type Finding, type Report, VERDICTS } from './finding.ts';
import { basePaths, commonStart, type Operation, readOperations } from './operations.ts';
import { compareParameters, compareSecurity } from './requests.ts';
import { createSchemaComparison } from './schemas.ts';

export interface Comparison {
  readonly findings: readonly Finding[];
  /** Operations that both documents have, as ours calls them. */
  readonly compared: readonly string[];
  /** Operations of the other document that our contract does not cover. */
  readonly uncovered: readonly string[];
}

export function compareDocuments(ours: ApiDocument, theirs: ApiDocument): Comparison {
  const findings: Finding[] = [];
  const [mine, other] = matchOperations(ours, theirs);
  for (const [key, operation] of mine) {
    const found: Finding[] = [];
    const report: Report = (place, change, breaks, message) => {
      const verdict = breaks === undefined ? 'harmless' : VERDICTS[breaks];
      found.push({ operation: operation.title, place, change, verdict, message });
    };
    const its = other.get(key);
    if (its === undefined) report('operation', 'missing', 'request', 'theirs does not have it');
    else compareOperation(ours, theirs, operation, its, report);
    findings.push(...found);
  }
  return {
    findings,
    compared: [...mine].filter(([key]) => other.has(key)).map(([, { title }]) => title),
    uncovered: [...other].filter(([key]) => !mine.has(key)).map(([, { title }]) => title),
  };
}

/** The two may disagree on what belongs to the server and what to the path: the base path under which most operations meet is taken. */
function matchOperations(ours: ApiDocument, theirs: ApiDocument) {
  const bases = (document: ApiDocument): readonly string[] => [
    ...new Set([...basePaths(document), '', commonStart(ours)]),
  ];
  const others = bases(theirs).map((base) => readOperations(theirs, base));
  const pairs = [...new Set([...basePaths(ours), ''])].flatMap((base) => {
    const mine = readOperations(ours, base);
    return others.map((other) => [mine, other] as const);
  });
  const met = ([mine, other]: (typeof pairs)[number]): number =>
    [...mine.keys()].filter((key) => other.has(key)).length;
  return pairs.reduce((one, pair) => (met(pair) > met(one) ? pair : one));
}

function compareOperation(
  ours: ApiDocument,
  theirs: ApiDocument,
  mine: Operation,
  its: Operation,
  report: Report,
): void {
  const [before, after] = [mine, its].map(({ node }) => node['deprecated'] === true);
  if (before !== after) {
    const who = after ? 'theirs calls it deprecated; ours does not' : 'ours calls it deprecated; theirs does not';
    report('operation', 'different', undefined, who);
  }
  const request = createSchemaComparison(ours, theirs, 'request', report);
  compareSecurity(ours, theirs, mine, its, report);
  compareParameters(ours, mine, its, report, request);
  compareBodies(ours.resolve(mine.node['requestBody']), theirs.resolve(its.node['requestBody']), report, request);
  compareResponses(ours, theirs, mine, its, report);
}
