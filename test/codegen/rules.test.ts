import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContract } from '../../src/codegen/rules.ts';

const original = fileURLToPath(new URL('../../openapi', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'rules-')), 'openapi');
  cpSync(original, folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the edit of ${file} changes nothing`);
  writeFileSync(join(folder, file), after);
};

describe('the rules of the contract', () => {
  test('find nothing in the contract as it is', () => {
    expect(checkContract(original)).toEqual([]);
  });

  test('name the response and the file of each example that is deleted, and no other', () => {
    const files = readdirSync(join(folder, 'examples'), { recursive: true, encoding: 'utf8' });
    const examples = files.filter((file) => file.endsWith('.yaml'));
    expect(examples.length).toBeGreaterThan(50);
    // Every fifth at once: reading the whole contract for each alone takes seconds.
    for (let batch = 0; batch < 5; batch++) {
      const deleted = examples.filter((_, index) => index % 5 === batch);
      for (const file of deleted) rmSync(join(folder, 'examples', file));
      const found = checkContract(folder).map((line) => /there is no openapi\/examples\/(\S+)$/.exec(line)?.[1]);
      expect(new Set(found.filter((file) => file !== undefined))).toEqual(new Set(deleted));
      for (const file of deleted) cpSync(join(original, 'examples', file), join(folder, 'examples', file));
    }
  });

  test('name the code when a schema gets one that has no example', () => {
    edit('schemas/ForbiddenErrorCode.yaml', (text) =>
      text.replace(/( +)- user_banned\n/, '$1- user_banned\n$1- user_on_holiday\n'),
    );
    expect(checkContract(folder)).toContain('openapi/responses/Forbidden.yaml: code user_on_holiday has no example');
  });

  test('name the example when its code is no longer in the schema', () => {
    edit('schemas/ForbiddenErrorCode.yaml', (text) => text.replace(/ +- user_banned\n/, ''));
    expect(checkContract(folder)).toContain(
      'openapi/responses/Forbidden.yaml: example user_banned is not one of the codes',
    );
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'an example carries another code',
      'examples/user_banned.yaml',
      (text) => text.replace('code: user_banned', 'code: user_bannd'),
      /user_banned\.yaml: has the code user_bannd/,
    ],
    [
      'an example does not say how to retry',
      'examples/user_banned.yaml',
      (text) => text.replace('x-retry: never', 'x-retry: perhaps'),
      /x-retry has to be one of/,
    ],
    [
      'an example has no remedy',
      'examples/user_banned.yaml',
      (text) => text.replace('x-remedy:', 'x-remdy:'),
      /has no x-remedy/,
    ],
    [
      'an example is not YAML',
      'examples/user_banned.yaml',
      (text) => `${text}\n  : [`,
      /user_banned\.yaml: is not YAML/,
    ],
    [
      'the generic validation example is not first',
      'schemas/ChangePasswordErrorCode.yaml',
      (text) =>
        text.replace(
          /( +- )form_param_value_invalid\n( +- )form_param_missing\n/,
          '$1form_param_missing\n$1form_param_value_invalid\n',
        ),
      /has to come first/,
    ],
    [
      'an operation does not name a status',
      'paths/me-change-password.yaml',
      (text) => text.replace(/ +"415":\n.*\n/, ''),
      /operation changePassword does not say what it answers with status 415/,
    ],
    [
      'an operation does not say what it rests on',
      'paths/client.yaml',
      (text) => text.replace(/ +x-source: .*\n/, ''),
      /operation getClient needs an x-source/,
    ],
    [
      'a status does not say what it rests on',
      'paths/me.yaml',
      (text) => text.replace(/ +"404": \{.*\n/, ''),
      /status 404 of operation getUser needs an x-source/,
    ],
    [
      'a code rests on something that is no source',
      'examples/user_banned.yaml',
      (text) => text.replace(/x-source: .*\n/, 'x-source: { hearsay: a blog }\n'),
      /user_banned\.yaml: needs an x-source: an object of document, client, guide, assumed/,
    ],
    [
      'an operation does not say what any other status is',
      'paths/me.yaml',
      (text) => text.replace(/ +default:\n.*\n/, ''),
      /operation getUser does not say what it answers with status default/,
    ],
    [
      'an operation has no description',
      'paths/client.yaml',
      (text) => text.replace('description: |', 'x-description: |'),
      /operation getClient needs a summary and a description/,
    ],
  ])('speak up when %s', (_, file, change, expected) => {
    edit(file, change);
    expect(checkContract(folder).join('\n')).toMatch(expected);
  });
});
