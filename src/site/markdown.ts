/** The Markdown twins of operations, schemas and codes, and llms.txt: all in the contract's words. */
import { type ErrorCatalogueEntry, errorCatalogue, type RetryWay } from '../../generated/errors.ts';
import { type Contract, operationOf } from './contract.ts';
import type { Answer, Example, ObjectType, Operation, Property } from './operation.ts';

/** Every code and what the contract says about it, in alphabetical order. */
export const CODES: readonly (readonly [code: string, entry: ErrorCatalogueEntry])[] = Object.entries(errorCatalogue);

/** Whether the contract has a code of that name. */
export const isCode = (name: string): boolean => Object.hasOwn(errorCatalogue, name);

/** Whether trying again helps, as a sentence about it. */
export const RETRY: { readonly [Way in RetryWay]: string } = {
  corrected: 'Helps after the named field is corrected.',
  later: 'Helps after waiting.',
  never: 'Does not help until the account or the settings are changed.',
  'signed-in': 'Helps after signing in.',
  verified: 'Helps after reverification.',
};

export interface Place {
  readonly status: number;
  readonly paramName: string | undefined;
  /** Ids of the operations that answer the code in this way. */
  readonly operations: readonly string[];
  /** The contract's words for this place, if they differ from those for the code in general. */
  readonly cause: string | undefined;
  readonly remedy: string | undefined;
  readonly longMessage: string | undefined;
}

/** Where a code comes from; operations that answer it in the same way are one place. */
export function placesOf({ places }: ErrorCatalogueEntry): Place[] {
  const found = new Map<string, Place & { readonly operations: string[] }>();
  for (const { operation, status, paramName, cause, remedy, longMessage } of places) {
    const key = JSON.stringify([status, paramName, cause, remedy, longMessage]);
    const place = found.get(key) ?? { status, paramName, operations: [], cause, remedy, longMessage };
    place.operations.push(operation);
    found.set(key, place);
  }
  return [...found.values()];
}

/** What to tell the user where another field than that of a place is at fault. */
export const fieldMessagesOf = ({ fieldMessages = {} }: ErrorCatalogueEntry): [field: string, words: string][] =>
  Object.entries(fieldMessages);

/** A table; a text that goes over lines becomes one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code.trimEnd()}\n\`\`\`\n`;
const json = (value: unknown): string => fence('json', JSON.stringify(value, null, 2));
const codeLink = (code: string): string => `[\`${code}\`](../errors/${code}.md)`;

/** A type as one cell: words and values; objects lead to their twins. */
function typeCell({ type, values, open }: Property): string {
  if (values.length > 0) return `${values.map((value) => `\`${value}\``).join(', ')}${open ? ', or another' : ''}`;
  return type.map(({ text, object }) => (object ? `[${text}](../schemas/${object}.md)` : text)).join('');
}

/** The fields with those of objects that have no name of their own, such as `zxcvbn.suggestions`. */
const flat = (fields: readonly Property[], above = ''): readonly (Property & { readonly path: string })[] =>
  fields.flatMap((field) => [
    { ...field, path: `${above}${field.name}` },
    ...flat(field.properties, `${above}${field.name}.`),
  ]);

function writeFields(fields: readonly Property[]): string {
  return table(
    ['Field', 'Type', 'Required', 'Limits', 'Description'],
    flat(fields).map((field) => [
      `\`${field.path}\``,
      typeCell(field),
      field.required ? 'yes' : 'no',
      field.limits.join(', '),
      field.description,
    ]),
  );
}

function writeExample({ name, summary, description, value }: Example): string {
  return `#### ${name}\n\n${[summary, description].filter(Boolean).join('. ').replace(/\.?$/, '.')}\n\n${json(value)}`;
}

function writeAnswer({ status, description, properties, refusal, examples }: Answer): string {
  const parts = [`### ${status}\n\n${description}\n`];
  if (refusal !== undefined) {
    const rows = examples.map(({ name, summary, description: cause }) => [codeLink(name), summary, cause]);
    parts.push(table(['Code', 'Summary', 'Cause'], rows));
  } else {
    parts.push(writeFields(properties), ...examples.map(writeExample));
  }
  return parts.join('\n');
}

/** Ways to say who is asking, in the contract's words; an empty one where nothing needs to be said. */
const proofsOf = ({ securitySchemes }: Contract, { security }: Operation): string[] =>
  security.map((schemes) =>
    schemes
      .map((id) => {
        const { name, in: place, description = id } = securitySchemes[id] ?? {};
        return name === undefined ? description : `${place} \`${name}\`: ${description}`;
      })
      .join(' With '),
  );

export function writeOperation(contract: Contract, operation: Operation): string {
  const { id, summary, description, method, path, parameters, body, answers, samples } = operation;
  const ways = proofsOf(contract, operation);
  const proofs = ways.filter((one) => one !== '');
  const proof =
    proofs.length === 0
      ? 'None is required.'
      : `${ways.includes('') ? 'One of these, or none' : 'One of these'}:\n\n${proofs.map((one) => `- ${one}`).join('\n')}`;
  const parts = [
    `# ${summary}\n\n\`${method} ${path}\` · operation \`${id}\` · [in the reference](../reference.html#${id})\n`,
    description,
    `## Authentication\n\n${proof}\n`,
    '## Parameters\n',
    table(
      ['Parameter', 'In', 'Type', 'Required', 'Description'],
      parameters.map((one) => [
        `\`${one.name}\``,
        one.place,
        typeCell(one),
        one.required ? 'yes' : 'no',
        one.description,
      ]),
    ),
  ];
  if (body) {
    const only = body.closed ? ' Other fields are rejected.' : '';
    parts.push(`## Body\n\nForm fields (\`${body.mediaType}\`).${only}\n`, writeFields(body.properties));
  }
  const written = samples.map(({ label, lang, source }) => `### ${label}\n\n${fence(lang, source)}`);
  parts.push('## Code samples\n', ...written);
  parts.push(
    '## Responses\n\nEvery response but 200 is a [ClerkErrors](../schemas/ClerkErrors.md).\n',
    ...answers.map(writeAnswer),
  );
  return `${parts.join('\n').trimEnd()}\n`;
}

export const writeSchema = ({ name, description, properties }: ObjectType): string =>
  `# ${name}\n\n${description}\n${properties.length > 0 ? `\n${writeFields(properties)}` : ''}`;

/** The operations of a tag as links, for the pages at the top of the site. */
export function listOperations(contract: Contract, tag: string): string {
  return contract.operations
    .filter((operation) => operation.tag === tag)
    .map(({ summary, slug, method, path }) => `- [${summary}](operations/${slug}.md): \`${method} ${path}\``)
    .join('\n');
}

/** The twin of the reference: what it is about, and where each operation and schema is. */
export function writeReferenceTwin(contract: Contract): string {
  const { title, description } = contract.info;
  const tags = contract.tags.map(
    ({ name, description: about }) => `## ${name}\n\n${about}\n\n${listOperations(contract, name)}\n`,
  );
  const schemas = [...contract.schemas.values()].map(
    ({ name, description: about }) => `- [${name}](schemas/${name}.md): ${about}`,
  );
  return `# ${title}: reference\n\n${description}\n${tags.join('\n')}\n## Schemas\n\n${schemas.join('\n')}\n`;
}

/** A section of the guide about a code: where to read on. */
export interface Mention {
  readonly title: string;
  /** Of the page, such as `recipes.html#reverification`. */
  readonly href: string;
}

export function writeCode(
  contract: Contract,
  code: string,
  entry: ErrorCatalogueEntry,
  mentions: readonly Mention[],
): string {
  const link = (id: string): string => `[${id}](../operations/${operationOf(contract, id).slug}.md)`;
  const examples = new Set<string>();
  const places = placesOf(entry).map((place) => {
    const [first = ''] = place.operations;
    const answer = operationOf(contract, first).answers.find(({ status }) => status === String(place.status));
    const value = answer?.examples.find(({ name }) => name === code)?.value;
    examples.add(json(value));
    const own = [
      place.cause && `Cause: ${place.cause}`,
      place.longMessage && `Tell the user: ${place.longMessage}`,
      place.remedy && `In code: ${place.remedy}`,
    ].filter((text) => text !== undefined && text !== '');
    const field = place.paramName === undefined ? '' : `, field \`${place.paramName}\``;
    return `- ${place.status}${field}: ${place.operations.map(link).join(', ')}${own.map((text) => `\n  - ${text}`).join('')}`;
  });
  const others = fieldMessagesOf(entry).map(([field, words]) => `\n  - For \`${field}\`: ${words}`);
  const guide = mentions.map(({ title, href }) => `- [${title}](../${href.replace('.html', '.md')})`);
  return `# ${code}

> ${entry.summary}

- Cause: ${entry.cause}
- Tell the user: ${entry.longMessage}${others.join('')}
- In code: ${entry.remedy}
- Retry: ${RETRY[entry.retry]} (\`${entry.retry}\`)

## Where

${places.join('\n')}

## Responses

The fields are those of [ClerkErrors](../schemas/ClerkErrors.md) and [ClerkError](../schemas/ClerkError.md).

${[...examples].join('\n')}${guide.length > 0 ? `\n## In the guide\n\n${guide.join('\n')}\n` : ''}`;
}
