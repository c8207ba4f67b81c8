import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DOCUMENTED, runSnippet } from '../snippet.ts';
import { useServer } from './server.ts';

const server = useServer();
const folder = fileURLToPath(new URL('../../openapi/code-samples/', import.meta.url));
const names = (end: string): string[] => readdirSync(folder).filter((name) => name.endsWith(end));

describe('the code samples of the contract', () => {
  test.each(names('.sh'))('%s answers with the user when it is pasted into a shell', (name) => {
    const script = readFileSync(`${folder}${name}`, 'utf8').replaceAll(DOCUMENTED, server.url);
    const run = spawnSync('sh', ['-c', script.replace('curl ', 'curl --silent --show-error ')], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toHaveProperty('response.password_enabled', name.startsWith('change'));
  });

  test.each(names('.client.ts'))('%s prints what happened when it is run', async (name) => {
    const said = await runSnippet(readFileSync(`${folder}${name}`, 'utf8'), server.url);
    expect(said.join(' ')).toContain(name.startsWith('change') ? 'Changed' : 'Removed');
  });
});
