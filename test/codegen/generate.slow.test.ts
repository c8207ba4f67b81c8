import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'generate-'));
  for (const part of ['openapi', 'generated', 'redocly.yaml'])
    cpSync(join(project, part), join(root, part), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const generate = (...args: string[]) =>
  spawnSync(process.execPath, [join(project, 'src/codegen/generate.ts'), '--root', root, ...args], {
    encoding: 'utf8',
  });

describe('npm run check:generated', () => {
  test('fails and names each file that was edited by hand, or is stale since a type in the contract changed', () => {
    writeFileSync(join(root, 'generated/errors.ts'), '// mine now\n');
    const file = join(root, 'openapi/schemas/Token.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(jwt:\s+\{\s+type: )string/, '$1integer'));
    const run = generate('--check');
    expect(run.status).toBe(1);
    const lines = run.stderr.trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'generated/openapi.json',
      'generated/openapi-3.0.json',
      'generated/schema.d.ts',
      'generated/resources.ts',
      'generated/errors.ts',
      'generated/validators.js',
    ]);
    expect(lines[4]).toMatch(/: is not what openapi\/ and src\/codegen\/ give; run npm run generate/);
  });
});

test('npm run generate fails, says what is wrong and writes nothing when the contract breaks a rule', () => {
  const file = join(root, 'openapi/examples/user_locked.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^x-retry: .*$/m, 'x-retry: perhaps'));
  rmSync(join(root, 'generated/client.ts'));
  const run = generate();
  expect([run.status, run.stderr]).toEqual([1, expect.stringMatching(/^openapi\/examples\/user_locked\.yaml: .*\n$/)]);
  expect(existsSync(join(root, 'generated/client.ts'))).toBe(false);
});

test('npm run generate writes what is missing, byte for byte', () => {
  rmSync(join(root, 'generated/client.ts'));
  expect(generate().status).toBe(0);
  expect(readFileSync(join(root, 'generated/client.ts'), 'utf8')).toBe(
    readFileSync(join(project, 'generated/client.ts'), 'utf8'),
  );
});

test('the validators need no eval: they hold no call of it and load nothing', () => {
  const text = readFileSync(join(project, 'generated/validators.js'), 'utf8');
  expect(text).not.toMatch(/\beval\(|new Function|\brequire\(|\bimport\b/);
});
