#!/usr/bin/env node
/** The command `user-password-api`. Each part is loaded only when it is used. */
import { readFileSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { print, sentence } from './cli/print.ts';

const HELP = `Change or remove a Clerk user's password: an OpenAPI contract, an SDK, and a local emulator.
This command starts the servers for tests and development.

Usage: user-password-api COMMAND

Commands:
  emulator    start the emulator: user-password-api emulator --help
  mock        start the contract mock: user-password-api mock --help

Options:
  -h, --help  print this help
  --version   print the version

Example:
  npx user-password-api emulator
`;

function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'emulator') {
    const { emulatorHelp, parseCommand } = await import('./cli/options.ts');
    const options = parseCommand(args);
    if (options.help) {
      process.stdout.write(emulatorHelp());
      return 0;
    }
    const { runEmulator } = await import('./cli/emulator.ts');
    return runEmulator(options, version(), fileURLToPath(new URL('..', import.meta.url)), new URL(import.meta.url));
  }
  if (command === 'mock') {
    const { mockHelp, parseMock, runMock } = await import('./cli/mock.ts');
    const options = parseMock(args);
    if (!options.help) return runMock(options, fileURLToPath(new URL('..', import.meta.url)));
    process.stdout.write(mockHelp);
    return 0;
  }
  if (command === '--version') {
    console.log(version());
    return 0;
  }
  if (command === undefined || command === '--help' || command === '-h') {
    process.stdout.write(HELP);
    return command === undefined ? 1 : 0;
  }
  throw new Error(`There is no command "${command}"; there are: emulator, mock. See: user-password-api --help`);
}

function start(): void {
  // Node keeps what it has compiled among the system's temporary files, so that later starts are faster. Before 22.8 it cannot.
  module.enableCompileCache?.();

  // V8's middle compiler makes this no faster and keeps a tenth of the memory.
  setFlagsFromString('--no-maglev');

  // Whoever reads the output may stop reading.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

  main(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      print(process.stderr, sentence(error));
      process.exit(1);
    },
  );
}

// A large seed file is read in a thread, which starts here too.
if (isMainThread) start();
else void import('./cli/seed.ts').then(({ readForParent }) => readForParent());
