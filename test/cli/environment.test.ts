import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { environmentOf } from '../../src/cli/environment.ts';
import { emulatorHelp } from '../../src/cli/options.ts';
import { createEmulator } from '../../src/emulator/index.ts';

test("a command finds all that the vendor's packages ask the environment for, for servers and under each framework's prefix", async () => {
  const packages = await mkdtemp(join(tmpdir(), 'environment-test-'));
  onTestFinished(() => rm(packages, { recursive: true, force: true }));
  const install = async (name: string, content: object) => {
    await mkdir(join(packages, name), { recursive: true });
    await writeFile(join(packages, name, 'package.json'), JSON.stringify(content));
  };
  await install('.', { dependencies: { '@clerk/nextjs': '6' } });
  await install('node_modules/@clerk/nextjs', {
    name: '@clerk/nextjs',
    version: '6.39.8',
    dependencies: { '@clerk/shared': '^3' },
  });

  const emulator = createEmulator();
  const proxyUrl = 'http://localhost:4010';
  const env = await environmentOf(emulator, { url: 'http://127.0.0.1:4010', proxyUrl, packages });
  const { publishableKey } = emulator;
  expect(env).toMatchObject({
    CLERK_EMULATOR_URL: 'http://127.0.0.1:4010',
    CLERK_API_URL: 'http://127.0.0.1:4010',
    CLERK_SECRET_KEY: expect.stringMatching(/^sk_test_/),
    CLERK_JWT_KEY: await emulator.publicKey(),
    CLERK_PUBLISHABLE_KEY: publishableKey,
  });
  for (const prefix of ['NEXT_PUBLIC_', 'VITE_', 'PUBLIC_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_']) {
    expect(env, prefix).toMatchObject({
      [`${prefix}CLERK_PUBLISHABLE_KEY`]: publishableKey,
      [`${prefix}CLERK_PROXY_URL`]: proxyUrl,
      [`${prefix}CLERK_JS_URL`]: `${proxyUrl}/npm/@clerk/clerk-js@5/dist/clerk.browser.js`,
      [`${prefix}CLERK_UI_URL`]: `${proxyUrl}/npm/@clerk/ui@1/dist/ui.browser.js`,
      [`${prefix}CLERK_TELEMETRY_DISABLED`]: '1',
    });
    expect(emulatorHelp()).toContain(prefix);
  }
  // svelte-clerk reads the address of the Backend API under this name.
  expect(env).toMatchObject({ PUBLIC_CLERK_API_URL: 'http://127.0.0.1:4010' });
  expect(emulatorHelp()).toContain('PUBLIC_CLERK_API_URL');
  // No secret under a name that pages see.
  expect(Object.keys(env).filter((name) => /PUBLIC|VITE/.test(name) && /SECRET|JWT/.test(name))).toEqual([]);
  for (const name of Object.keys(env).filter((one) => one.startsWith('CLERK_'))) expect(emulatorHelp()).toContain(name);
});
