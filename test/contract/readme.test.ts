import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { useServer } from './server.ts';

const server = useServer();

test('the first code block of the README prints whose password was changed when it is run', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  const { createClient } = await import('user-password-api/client');
  const body = code.replace(/^import .*$/m, '').replaceAll('http://127.0.0.1:4010', server.url);
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction('createClient', body)(createClient);
  expect(said).toEqual(['Changed for user_2xAmple0000000000000000001']);
});
