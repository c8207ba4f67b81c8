/** Compares the bodies of requests and responses, and which statuses there are. */
import { object } from '../contract.ts';
import type { ApiDocument, Node } from './document.ts';
import type { CompareSchemas, Report } from './finding.ts';
import { schemaOf } from './gaps.ts';
import type { Operation } from './operations.ts';
import { createSchemaComparison } from './schemas.ts';

const mediaTypes = (holder: Node): ReadonlyMap<string, Node> =>
  new Map(
    Object.entries(object(holder['content'])).map(([type, media]) => [
      (type.split(';')[0] ?? '').trim().toLowerCase(),
      object(media),
    ]),
  );

/** The media type itself, or the range that covers it. */
const mediaFor = (all: ReadonlyMap<string, Node>, type: string): Node | undefined =>
  all.get(type) ?? all.get(`${type.split('/')[0]}/*`) ?? all.get('*/*');

export function compareBodies(mine: Node, its: Node, report: Report, compare: CompareSchemas): void {
  const ours = mediaTypes(mine);
  const theirs = mediaTypes(its);
  if (its['required'] === true && mine['required'] !== true) {
    report(
      'request body',
      'stricter',
      'request',
      ours.size > 0 ? 'ours may leave it out; theirs requires it' : 'ours sends none; theirs requires it',
    );
  } else if (mine['required'] === true && its['required'] !== true && theirs.size > 0) {
    report('request body', 'laxer', undefined, 'ours always sends it; theirs may do without');
  }
  for (const [type, media] of ours) {
    const same = mediaFor(theirs, type);
    if (same === undefined)
      report(
        `request body ${type}`,
        'missing',
        'request',
        `theirs accepts ${[...theirs.keys()].join(', ') || 'no body'}`,
      );
    else compare('request body', schemaOf(media), schemaOf(same));
  }
  for (const type of theirs.keys()) {
    if (mediaFor(ours, type) === undefined && !type.includes('*'))
      report(`request body ${type}`, 'extra', undefined, 'theirs accepts it; ours never sends it');
  }
}

export function compareResponses(
  ours: ApiDocument,
  theirs: ApiDocument,
  mine: Operation,
  its: Operation,
  report: Report,
): void {
  const compare = createSchemaComparison(ours, theirs, 'response', report);
  const our = object(mine.node['responses']);
  const their = object(its.node['responses']);
  const covering = (all: Node, status: string) =>
    all[status] ?? all[`${status[0]}XX`] ?? all[`${status[0]}xx`] ?? all['default'];
  for (const status of Object.keys(their).filter((name) => !name.startsWith('x-'))) {
    const place = `response ${status}`;
    const expected = covering(our, status);
    if (expected === undefined)
      report(place, 'extra', 'response', 'theirs may send it; ours does not know this status');
    else compareResponse(place, ours.resolve(expected), theirs.resolve(their[status]), report, compare);
  }
  for (const status of Object.keys(our).filter((name) => !name.startsWith('x-') && their[name] === undefined)) {
    const sent = covering(their, status);
    if (sent === undefined) report(`response ${status}`, 'missing', undefined, 'theirs does not list it');
    else compareResponse(`response ${status}`, ours.resolve(our[status]), theirs.resolve(sent), report, compare);
  }
}

function compareResponse(place: string, mine: Node, its: Node, report: Report, compare: CompareSchemas): void {
  const expected = mediaTypes(mine);
  const sent = mediaTypes(its);
  if (expected.size > 0 && sent.size === 0)
    report(place, 'missing', 'response', 'theirs has no body; ours expects one');
  for (const [type, media] of sent) {
    const same = mediaFor(expected, type);
    if (same !== undefined) compare(place, schemaOf(same), schemaOf(media));
    else if (expected.size === 0) report(`${place} ${type}`, 'extra', undefined, 'theirs has a body; ours reads none');
    else
      report(
        `${place} ${type}`,
        'extra',
        'response',
        `theirs may send it; ours expects ${[...expected.keys()].join(', ')}`,
      );
  }
  if (sent.size > 0) {
    for (const type of expected.keys()) {
      if (mediaFor(sent, type) === undefined)
        report(`${place} ${type}`, 'missing', undefined, 'theirs does not send it');
    }
  }
  const headers = (one: Node): readonly string[] =>
    Object.keys(object(one['headers'])).map((name) => name.toLowerCase());
  for (const name of headers(mine)) {
    if (!headers(its).includes(name))
      report(`${place} header ${name}`, 'missing', undefined, 'theirs does not describe it');
  }
  for (const name of headers(its)) {
    if (!headers(mine).includes(name))
      report(`${place} header ${name}`, 'extra', undefined, 'ours does not describe it');
  }
}
