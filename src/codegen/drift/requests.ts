/** Compares what a request carries beside its body: parameters and credentials. */
import { object } from '../contract.ts';
import type { ApiDocument } from './document.ts';
import type { CompareSchemas, Report } from './finding.ts';
import { schemaOf } from './gaps.ts';
import { type Operation, type Parameter, readSecurity } from './operations.ts';

/** Headers that OpenAPI says to describe elsewhere. */
const IGNORED = ['accept', 'content-type', 'authorization'];

export function compareParameters(
  ours: ApiDocument,
  mine: Operation,
  its: Operation,
  report: Report,
  compare: CompareSchemas,
): void {
  const credentials = readSecurity(ours, mine).flat();
  const pairs = new Map<string, { ours?: Parameter; theirs?: Parameter }>();
  for (const [side, operation] of [
    ['ours', mine],
    ['theirs', its],
  ] as const) {
    for (const parameter of operation.parameters) {
      if (parameter.in === 'header' && IGNORED.includes(parameter.name)) continue;
      // A path parameter is where it stands in the path, whatever its name.
      const index = parameter.in === 'path' ? operation.pathNames.indexOf(parameter.name) : -1;
      const key = `${parameter.in} ${mine.pathNames[index] ?? parameter.name}`;
      pairs.set(key, { ...pairs.get(key), [side]: parameter });
    }
  }
  for (const [place, pair] of pairs) {
    if (pair.ours !== undefined && pair.theirs !== undefined)
      compareOne(place, pair.ours, pair.theirs, report, compare);
    else if (place === 'query _method' || place.startsWith('path ')) continue;
    else if (pair.ours !== undefined)
      report(place, 'missing', undefined, 'ours may send it; theirs does not describe it');
    else if (pair.theirs?.node['required'] === true && !credentials.includes(place)) {
      report(place, 'stricter', 'request', 'ours does not have it; theirs requires it');
    } else if (!credentials.includes(place))
      report(place, 'extra', undefined, 'theirs accepts it; ours does not describe it');
  }
}

function compareOne(place: string, mine: Parameter, its: Parameter, report: Report, compare: CompareSchemas): void {
  const [ours, theirs] = [mine.node['required'] === true, its.node['required'] === true];
  if (theirs && !ours) report(place, 'stricter', 'request', 'ours may leave it out; theirs requires it');
  if (ours && !theirs) report(place, 'laxer', undefined, 'ours always sends it; theirs may do without');
  if ((mine.node['deprecated'] === true) !== (its.node['deprecated'] === true)) {
    const who = its.node['deprecated'] === true ? ['theirs', 'ours'] : ['ours', 'theirs'];
    report(place, 'different', undefined, `${who[0]} calls it deprecated; ${who[1]} does not`);
  }
  const [sent, read] = [mine, its].map(writtenAs);
  if (sent !== read) report(place, 'different', 'request', `ours writes it as ${sent}; theirs reads ${read}`);
  compare(place, schemaOf(holderOf(mine)), schemaOf(holderOf(its)));
}

/** A parameter with `content` has its schema there. */
const holderOf = ({ node }: Parameter) => object(Object.values(object(node['content']))[0] ?? node);

function writtenAs({ in: place, node }: Parameter): string {
  const content = Object.keys(object(node['content']))[0];
  if (content !== undefined) return content;
  const style = node['style'] ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = node['explode'] ?? style === 'form';
  return `${style}, ${explode === true ? 'exploded' : 'not exploded'}`;
}

/** Each way in which we sign a request has to satisfy one of the ways that the other document names. */
export function compareSecurity(
  ours: ApiDocument,
  theirs: ApiDocument,
  mine: Operation,
  its: Operation,
  report: Report,
): void {
  const sent = readSecurity(ours, mine);
  const accepted = readSecurity(theirs, its);
  const say = (way: readonly string[]): string => (way.length === 0 ? 'no credential' : way.join(' with '));
  for (const way of sent) {
    if (accepted.some((other) => other.every((part) => way.includes(part)))) continue;
    report(
      'security',
      'missing',
      'request',
      `ours sends ${say(way)}; theirs accepts ${accepted.map(say).join(', or ')}`,
    );
  }
  for (const way of accepted) {
    if (!sent.some((other) => other.join() === way.join()))
      report('security', 'extra', undefined, `theirs accepts ${say(way)}; ours never sends just that`);
  }
}
