import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DOCUMENTED, runSnippet } from '../snippet.ts';
import { useServer } from './server.ts';

const server = useServer();
const folder = fileURLToPath(new URL('../../openapi/code-samples/', import.meta.url));
const names = (end: string): string[] => readdirSync(folder).filter((name) => name.endsWith(end));

describe('the code samples of the contract', () => {
  test.each(names('.sh'))('%s answers with the user when it is pasted into a shell', async (name) => {
    const script = readFileSync(`${folder}${name}`, 'utf8').replaceAll(DOCUMENTED, server.url);
    const run = await promisify(execFile)('sh', ['-c', script.replace('curl ', 'curl --silent --show-error ')]);
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toHaveProperty('response.password_enabled', name.startsWith('change'));
  });

  test.each(names('.ts'))('%s prints what happened when it is run', async (name) => {
    const said = await runSnippet(readFileSync(`${folder}${name}`, 'utf8'), server.url);
    expect(said.join(' ')).toContain(name.startsWith('change') ? 'Changed' : 'Removed');
  });
});
