/** The Markdown twins of operations and codes, from the contract's words. */
import type { ErrorCatalogueEntry } from '../../generated/errors.ts';
import { errorCatalogue } from '../../generated/errors.ts';

interface ContractOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
}

/** What is read of generated/openapi.json. */
export interface Contract {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation | undefined>>>>;
}

export interface Operation {
  readonly id: string;
  /** Words with spaces, for file names. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
}

export function operationsOf({ paths }: Contract): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      if (operation?.operationId === undefined) return [];
      const { operationId: id, summary, description } = operation;
      const name = id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return [{ id, name, summary, description, method: method.toUpperCase(), path }];
    }),
  );
}

export function writeOperation({ id, summary, description, method, path }: Operation): string {
  const entries: [string, ErrorCatalogueEntry][] = Object.entries(errorCatalogue);
  const lines = entries.flatMap(([code, { summary: what, places }]) =>
    places
      .filter(({ operation }) => operation === id)
      .map(({ status }) => `- ${status} [${code}](../errors/${code}.md): ${what}`),
  );
  return `# ${summary}\n\n\`${method} ${path}\`\n\n${description}\n\n## Errors\n\n${lines.join('\n')}\n\nSchemas: [openapi.json](../openapi.json)\n`;
}

export function writeCode(code: string, entry: ErrorCatalogueEntry): string {
  const places = entry.places.map(
    ({ operation, status, paramName }) => `- ${operation}, ${status}${paramName ? `, field ${paramName}` : ''}`,
  );
  return `# ${code}\n\n${entry.summary}. ${entry.cause}\n\n- Tell the person: ${entry.longMessage}\n- In code: ${entry.remedy}\n- Trying again helps: ${entry.retry}\n\n## Where\n\n${places.join('\n')}\n`;
}
