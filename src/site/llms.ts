/** llms.txt: what there is to read here, for a program that reads Markdown. */
import type { Contract } from './contract.ts';
import type { GuidePage } from './guide.ts';
import { CODES, listOperations } from './markdown.ts';

/** A sentence without its links and marks. */
const plain = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');

export function writeLlms(contract: Contract, guide: readonly GuidePage[]): string {
  const { title, summary, description } = contract.info;
  const pages = guide.map(({ name, title: text, about }) => `- [${text}](${name}.md): ${plain(about)}`);
  const tags = contract.tags.map(({ name, description: about }) => {
    return `## Operations: ${name.toLowerCase()}\n\n${about}\n\n${listOperations(contract, name)}`;
  });
  const codes = CODES.map(([code, { summary: text }]) => `- [${code}](errors/${code}.md): ${text}`);
  return `# ${title}

> ${summary}

${description.split('\n## ')[0]?.trim()}

The SDK is \`import { Clerk } from 'user-password-api'\`; the generated client is \`user-password-api/client\`, the emulator for tests
\`user-password-api/emulator\`. All links but the contract's lead to Markdown.

## Guide

${pages.join('\n')}
- [Example: update password](examples/update-password.md): the source of a whole form, its errors beside their fields
- [Example: remove password](examples/remove-password.md): the same for removal, with a confirmation

${tags.join('\n\n')}

## Errors

- [Error catalogue](errors.md): every code in one list
${codes.join('\n')}

## Optional

- [Reference](reference.md): all operations and schemas
- [Contract](openapi.json): the OpenAPI 3.1 document that everything here is made from
`;
}
