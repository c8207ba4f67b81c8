/** The Markdown twins of operations, schemas and codes, and llms.txt: all in the contract's words. */
import { type ErrorCatalogueEntry, errorCatalogue, type RetryWay } from '../../generated/errors.ts';
import type { Contract, Example, Field, Operation, Response } from './contract.ts';

/** Every code and what the contract says about it, in alphabetical order. */
export const CODES: readonly (readonly [code: string, entry: ErrorCatalogueEntry])[] = Object.entries(errorCatalogue);

/** Whether trying again helps, as a sentence about it. */
export const RETRY: { readonly [Way in RetryWay]: string } = {
  corrected: 'Helps once what was sent is corrected.',
  later: 'Helps after waiting.',
  never: 'Does not help until the account or the settings are changed.',
  'signed-in': 'Helps after signing in.',
  verified: 'Helps after a fresh verification.',
};

export interface Place {
  readonly status: number;
  readonly paramName: string | undefined;
  /** Ids of the operations that answer the code in this way. */
  readonly operations: readonly string[];
  /** What the contract says otherwise there than for the code in general. */
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
    if (!place.operations.includes(operation)) place.operations.push(operation);
    found.set(key, place);
  }
  return [...found.values()];
}

/** A table; a text that goes over lines becomes one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code.trimEnd()}\n\`\`\`\n`;
const json = (value: unknown): string => fence('json', JSON.stringify(value, null, 2));
const codeLink = (code: string): string => `[\`${code}\`](../errors/${code}.md)`;
const LANGUAGES: Readonly<Record<string, string>> = { Shell: 'sh', TypeScript: 'ts' };

function writeFields(fields: readonly Field[]): string {
  const linked = ({ type, refers }: Field): string =>
    refers === undefined ? type : type.replace(refers, `[${refers}](../schemas/${refers}.md)`);
  return table(
    ['field', 'type', 'required', 'limits', 'description'],
    fields.map((field) => [
      `\`${field.name}\``,
      linked(field),
      field.required ? 'yes' : 'no',
      field.limits,
      field.description,
    ]),
  );
}

function writeExample(name: string, { summary, description, value }: Example): string {
  return `#### ${name}\n\n${[summary, description].filter(Boolean).join('. ').replace(/\.?$/, '.')}\n\n${json(value)}`;
}

function writeResponse(contract: Contract, { status, description, schema, examples }: Response): string {
  const isError = status >= 400;
  const parts = [`### ${status}\n\n${description}\n`];
  if (isError) {
    const rows = [...examples].map(([code, example]) => [codeLink(code), example.summary, example.description ?? '']);
    parts.push(table(['code', 'summary', 'cause'], rows));
  } else {
    parts.push(writeFields(contract.fields(schema)));
    parts.push(...[...examples].map(([name, example]) => writeExample(name, example)));
  }
  return parts.join('\n');
}

export function writeOperation(contract: Contract, operation: Operation): string {
  const { id, summary, description, method, path, parameters, body, responses, samples, security } = operation;
  const proofs = security.filter((one) => one !== '');
  const proof =
    proofs.length === 0
      ? 'None is needed.'
      : `${security.includes('') ? 'One of these, or none' : 'One of these'}:\n\n${proofs.map((one) => `- ${one}`).join('\n')}`;
  const parts = [
    `# ${summary}\n\n\`${method} ${path}\` · operation \`${id}\` · [in the reference](../reference.html#${id})\n`,
    description,
    `## Proof of who asks\n\n${proof}\n`,
    '## Parameters\n',
    table(
      ['parameter', 'in', 'type', 'required', 'description'],
      parameters.map((one) => [
        `\`${one.name}\``,
        one.in,
        one.schema.enum?.map((value) => `\`${value}\``).join(', ') ?? String(one.schema.type ?? ''),
        one.required === true ? 'yes' : 'no',
        one.description,
      ]),
    ),
  ];
  if (body) {
    const only = contract.resolve(body).additionalProperties === false ? ' Other fields are refused.' : '';
    parts.push(
      `## Body\n\nForm fields (\`application/x-www-form-urlencoded\`).${only}\n`,
      writeFields(contract.fields(body)),
    );
  }
  if (samples.length > 0) {
    const written = samples.map(
      ({ label, lang, source }) => `### ${label}\n\n${fence(LANGUAGES[lang] ?? 'text', source)}`,
    );
    parts.push('## Code samples\n', ...written);
  }
  parts.push(
    '## Responses\n\nEvery answer but 200 is a [ClerkErrors](../schemas/ClerkErrors.md).\n',
    ...responses.map((response) => writeResponse(contract, response)),
  );
  return `${parts.join('\n').trimEnd()}\n`;
}

/** Schemas that have fields, by name: the ones that a twin is written for. */
export const objectSchemas = (contract: Contract): string[] =>
  Object.keys(contract.schemas).filter((name) => contract.schemas[name]?.type === 'object');

export function writeSchema(contract: Contract, name: string): string {
  const schema = contract.resolve({ $ref: `#/components/schemas/${name}` });
  const fields = contract.fields(schema);
  return `# ${name}\n\n${schema.description}\n${fields.length > 0 ? `\n${writeFields(fields)}` : ''}`;
}

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
  const schemas = objectSchemas(contract).map((name) => {
    const about = contract.resolve({ $ref: `#/components/schemas/${name}` }).description;
    return `- [${name}](schemas/${name}.md): ${about}`;
  });
  return `# ${title}: reference\n\n${description}\n${tags.join('\n')}\n## Schemas\n\n${schemas.join('\n')}\n`;
}

/** What the guide says about a code: where to read on. */
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
  const link = (id: string): string => `[${id}](../operations/${contract.operation(id).slug}.md)`;
  const examples = new Set<string>();
  const places = placesOf(entry).map((place) => {
    const [first = ''] = place.operations;
    const example = contract.operation(first).responses.find(({ status }) => status === place.status);
    const value = example?.examples.get(code)?.value;
    if (value !== undefined) examples.add(json(value));
    const own = [
      place.cause && `Cause: ${place.cause}`,
      place.longMessage && `Tell the person: ${place.longMessage}`,
      place.remedy && `In code: ${place.remedy}`,
    ].filter((text) => text !== undefined && text !== '');
    const field = place.paramName === undefined ? '' : `, field \`${place.paramName}\``;
    return `- ${place.status}${field}: ${place.operations.map(link).join(', ')}${own.map((text) => `\n  - ${text}`).join('')}`;
  });
  const guide = mentions.map(({ title, href }) => `- [${title}](../${href.replace('.html', '.md')})`);
  return `# ${code}

> ${entry.summary}

- Cause: ${entry.cause}
- Tell the person: ${entry.longMessage}
- In code: ${entry.remedy}
- Trying again: ${RETRY[entry.retry]} (\`${entry.retry}\`)

## Where

${places.join('\n')}

## Answers

The fields are those of [ClerkErrors](../schemas/ClerkErrors.md) and [ClerkError](../schemas/ClerkError.md).

${[...examples].join('\n')}${guide.length > 0 ? `\n## In the guide\n\n${guide.join('\n')}\n` : ''}`;
}
