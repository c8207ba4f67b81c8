import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createControl, createEmulator } from '../../src/emulator/index.ts';

const root = resolve(import.meta.dirname, '../..');

test('the document of the control API, as it is served, has nothing that the linter objects to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'control-'));
  try {
    const file = join(folder, 'openapi.json');
    const served = await createControl(createEmulator()).fetch('http://127.0.0.1:4010/__emulator/openapi.json');
    writeFileSync(file, await served.text());
    const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    const run = spawnSync(process.execPath, [cli, 'lint', file, '--config', join(root, 'redocly.yaml')], {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    expect(run.stderr + run.stdout).toContain('Your API description is valid.');
    expect(run.status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
