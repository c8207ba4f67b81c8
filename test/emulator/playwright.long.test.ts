import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the Playwright fixture passes its example when Playwright runs it', () => {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const config = fileURLToPath(new URL('playwright/playwright.config.ts', import.meta.url));
  const { VITEST: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [cli, 'test', '--config', config], { encoding: 'utf8', env });
  expect(run.stdout + run.stderr).toContain('3 passed');
  expect(run.status).toBe(0);
});
