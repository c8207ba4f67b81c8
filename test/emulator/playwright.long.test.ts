import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

function run(config: string) {
  const path = fileURLToPath(new URL(`playwright/${config}`, import.meta.url));
  const { VITEST: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'test', '--config', path], {
    encoding: 'utf8',
    env,
  });
  return { status, said: stdout + stderr };
}

describe('the Playwright fixture', () => {
  test('passes its example when Playwright runs it', () => {
    const { status, said } = run('playwright.config.ts');
    expect(said).toContain('5 passed');
    expect(status).toBe(0);
  });

  test('says what is wrong when its address is a path and there is no baseURL', () => {
    const { status, said } = run('wrong.config.ts');
    expect(said).toContain('emulatorUrl: "/__clerk" is not an address. A path needs a baseURL.');
    expect(status).toBe(1);
  });
});
