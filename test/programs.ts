/**
 * Makes sure that what the tests run and npm does not bring is there: a browser, and curl for the code samples.
 * Says what it installs, and fails with the remedy where something cannot be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser, findProgram } from './browser.ts';

function run(command: string, args: readonly string[]): void {
  console.log(`  ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** Installs a package of Debian, where that can be done. */
function installFromDebian(name: string): void {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing the Debian package "${name}".`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

function fail(remedy: string): never {
  console.error(remedy);
  process.exit(1);
}

if (findBrowser() === undefined) {
  console.log('No Chrome or Chromium found.');
  installFromDebian('chromium-headless-shell');
}
// Older ones have no headless shell.
if (findBrowser() === undefined) installFromDebian('chromium');
if (findBrowser() === undefined) {
  console.log('Installing the Chromium that Playwright offers.');
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium']);
}
if (findBrowser() === undefined) {
  fail('No browser could be had. Install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.');
}

if (findProgram('curl') === undefined) {
  console.log('No curl found.');
  installFromDebian('curl');
}
if (findProgram('curl') === undefined) fail('No curl could be had. Install curl and run the tests again.');
