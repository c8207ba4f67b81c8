/** Writes a comparison for people. */
import type { Comparison } from './compare.ts';
import type { Finding } from './finding.ts';

export const breaking = ({ findings }: Comparison): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict !== 'harmless');

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** One paragraph per operation, what breaks first. The same difference in several places of an operation is told once. */
export function writeReport(comparison: Comparison, ours: string, theirs: string): string {
  const { findings, compared, uncovered } = comparison;
  const lines = [`ours: ${ours} · theirs: ${theirs}`];
  for (const operation of new Set(findings.map((one) => one.operation))) {
    lines.push('', operation);
    const mine = findings.filter((one) => one.operation === operation);
    for (const verdict of ['would refuse a real response', 'would send a request that is refused', 'harmless']) {
      const those = mine.filter((one) => one.verdict === verdict);
      if (those.length > 0) lines.push(`  ${verdict}`, ...together(those).map((line) => `    ${line}`));
    }
  }
  const serious = breaking(comparison);
  lines.push(
    '',
    `${count(compared.length, 'operation')} compared: ${count(serious.length, 'breaking finding')}, ${findings.length - serious.length} harmless.`,
  );
  if (compared.length === 0) lines.push('No operation is in both documents. Is it a document of the same API?');
  if (uncovered.length > 0) {
    lines.push(
      `Theirs has ${count(uncovered.length, 'operation')} that ours does not cover (--json lists them all): ${some(uncovered)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

function together(findings: readonly Finding[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { change, place, message } of findings) {
    const key = `${change}\0${place.split('.').at(-1)}\0${message}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups].map(([key, places]) => {
    const [change, , message] = key.split('\0');
    return `${change}: ${some(places)} (${message})`;
  });
}
