import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DOCUMENTED, runSnippet } from '../snippet.ts';
import { contract } from './document.ts';
import { useServer } from './server.ts';

const server = useServer();
const folder = fileURLToPath(new URL('../../openapi/code-samples/', import.meta.url));
const names = (end: string): string[] => readdirSync(folder).filter((name) => name.endsWith(end));
const slugOf = (id: string): string => id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a sample prints last if it did what its operation is for; it differs where the contract mock keeps no state. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  'change-password': /^Changed. Has a password: true$/,
  'remove-password': /^Removed. Has a password: false$/,
  'get-user.client': /^Has a password: true$/,
  'get-user.sdk': /^Password last updated: \d{4}-/,
  'create-dev-browser.client': /^Token: dvb_\w+$/,
  'create-dev-browser.sdk': /^Loaded: true$/,
  'get-client.client': /^Sessions: 1$/,
  'get-client.sdk': /^Signed in: (true|false)$/,
  'create-sign-in.client': /^Session: sess_\w+$/,
  'create-sign-in.sdk': /^Signed in: user@example.com$/,
  'remove-sessions.client': /^Sessions left: 0$/,
  'remove-sessions.sdk': /^Signed out: true$/,
  'start-session-verification.client': /^Next: needs_first_factor$/,
  'prepare-session-verification.client': /^Code sent with: email_code$/,
  'attempt-session-verification.client': /^Reverification: complete$/,
  'session-verification.sdk': /^Changed. Has a password: true$/,
};

describe('the code samples of the contract', () => {
  test('are four for each operation', () => {
    const wanted = contract.operations.flatMap(({ id }) =>
      ['.client.ts', '.openapi-fetch.ts', '.sdk.ts', '.sh'].map((end) => `${slugOf(id)}${end}`),
    );
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(names('.sh'))('%s gets a 200 when it is pasted into a shell', async (name) => {
    const script = readFileSync(`${folder}${name}`, 'utf8').replaceAll(DOCUMENTED, server.url);
    const run = await promisify(execFile)('sh', [
      '-ec',
      script.replaceAll('curl ', 'curl --silent --show-error --fail '),
    ]);
    expect(run.stderr).toBe('');
    const body = JSON.parse(run.stdout);
    if (name.startsWith('create-dev-browser')) expect(body).toMatchObject({ id: expect.any(String) });
    else expect(body).toHaveProperty('response.object');
    if (/^(change|remove)-password/.test(name)) {
      expect(body).toHaveProperty('response.password_enabled', name.startsWith('change'));
    }
  });

  test.each(names('.ts'))('%s prints what happened when it is run', async (name) => {
    const said = await runSnippet(readFileSync(`${folder}${name}`, 'utf8'), server.url);
    // Both clients print the same.
    const alike = name.replace('.openapi-fetch', '.client');
    const [, wanted = /never/] = Object.entries(PRINTS).find(([part]) => alike.includes(part)) ?? [];
    expect(said.at(-1)).toMatch(wanted);
  });
});
