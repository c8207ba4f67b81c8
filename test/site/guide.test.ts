import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/index.ts';
import { type RunningServer, serve } from '../../src/emulator/node-server.ts';
import { DOCUMENTED, runSnippet } from '../snippet.ts';

const guide = readFileSync(new URL('../../src/site/guide.md', import.meta.url), 'utf8');
const fences = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\b.*\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

const emulator = createEmulator();
let server: RunningServer;
beforeAll(async () => {
  server = await serve(emulator);
});
afterAll(() => server.close());
beforeEach(() => emulator.reset());

test.each(fences('ts').map((code, index) => [index + 1, code] as const))(
  'TypeScript snippet %i of the guide prints something when it is run as it stands',
  async (_, code) => {
    expect((await runSnippet(code, server.url)).join('')).not.toBe('');
  },
);

test('the curl snippet of the guide answers with the user when it is pasted into a shell', async () => {
  const [script = ''] = fences('sh').filter((code) => code.includes('curl '));
  const { stdout } = await promisify(execFile)('sh', ['-c', script.replaceAll(DOCUMENTED, server.url)]);
  expect(JSON.parse(stdout)).toHaveProperty('response.password_enabled', true);
});
