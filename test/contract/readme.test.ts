import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runSnippet } from '../snippet.ts';
import { useServer } from './server.ts';

const server = useServer();

test('the first code block of the README prints whose password was changed when it is run', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(await runSnippet(code, server.url)).toEqual([expect.stringMatching(/^Changed for user_\w+$/)]);
});
