import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runSnippet } from '../snippet.ts';
import { useServer } from './server.ts';

const server = useServer();
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const [sdk = '', client = '', inTests = '', ...others] = [
  ...read('../../README.md').matchAll(/```ts\n([\s\S]*?)```/g),
].map(([, code]) => code);

test('the first example of the README prints that the password was changed when it is run', async () => {
  expect(await runSnippet(sdk, server.url)).toEqual(['Changed']);
});

test('the second prints whose password was changed when it is run', async () => {
  expect(await runSnippet(client, server.url)).toEqual([expect.stringMatching(/^Changed for user_\w+$/)]);
});

test('the third is a test that is run with all others', () => {
  expect(inTests).toBe(read('../emulator/example.test.ts'));
  expect(others).toEqual([]);
});
