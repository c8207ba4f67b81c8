/** `user-password-api emulator`: the emulator on a port, with what the options ask for. */
import { stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { createControl } from '../emulator/control/control.ts';
import { setSeed } from '../emulator/control/emulator.ts';
import type { Handler } from '../emulator/engine/wire.ts';
import type { Persistence } from '../emulator/hosts/persistence.ts';
import { createEmulator, defaultSeed, type Emulator, type Seed } from '../emulator/index.ts';
import { environmentOf } from './environment.ts';
import { type EmulatorCommand, emulatorOptions, UsageError } from './options.ts';
import { type Ready, readyLine, requestLine, welcome } from './output.ts';
import { pageFiles } from './page.ts';
import { paintFor, print, printable, sentence } from './print.ts';
import { isLarge, readSeed } from './seed.ts';
import {
  certify,
  inFront,
  isEverywhere,
  isLocalhost,
  isLoopback,
  listen,
  namesOfMachine,
  withoutProxy,
} from './serving.ts';
import { catchSignals, type Hear } from './signals.ts';
import { DOCS, findSite } from './site.ts';
import { vendorPackages } from './vendor-packages.ts';

/** Undoes something when the command ends. */
type Cleanup = () => void | Promise<void>;

const warn = (text: string): void => print(process.stderr, text);
/** Tells of what should not happen, with where it did: whoever runs the emulator can report it. */
const tellOfDefect = (error: unknown): void =>
  warn(`The emulator failed inside: ${error instanceof Error ? error.stack : String(error)}`);

async function folderOfPackages(given: string): Promise<string> {
  const folder = resolve(given);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  // Where the program was started is a folder, also if this account may not look into it.
  if (!isFolder && given !== emulatorOptions.packages.byDefault)
    throw new UsageError(`--packages has to be a folder: there is none at ${folder}.`);
  return folder;
}

/** The origins and hosts that the options allow, beside those of a seed. */
interface Allowed {
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

const joined = (settings: Partial<Allowed>, more: Allowed): Allowed => ({
  allowedHosts: [...new Set([...(settings.allowedHosts ?? []), ...more.allowedHosts])],
  allowedOrigins: [...new Set([...(settings.allowedOrigins ?? []), ...more.allowedOrigins])],
});

const allowing = (seed: Seed, allowed: Allowed): Seed => ({
  ...seed,
  settings: { ...seed.settings, ...joined(seed.settings ?? {}, allowed) },
});

/** Starts over with the seed file when it changes, the instances too; a bad one changes nothing. */
async function watchSeed(
  file: string,
  allowed: Allowed,
  emulator: Emulator,
  instances: ReadonlyMap<string, Emulator>,
  persistence: Persistence | undefined,
  say: (text: string) => void,
  program: URL,
): Promise<Cleanup> {
  const reload = async (): Promise<void> => {
    let seed: Seed;
    try {
      seed = await readSeed(file, program);
    } catch (error) {
      return warn(`${sentence(error)}\n${file} has changed but cannot be used: nothing changed.`);
    }
    for (const one of [emulator, ...instances.values()]) await one.resetGradually(allowing(seed, allowed));
    const users = emulator.users.count;
    say(`${printable(file)} has changed: started over with ${users} user${users === 1 ? '' : 's'}.`);
    persistence?.save();
  };
  const { watchFile } = await import('./watch.ts');
  return watchFile(file, () => reload().catch((error: unknown) => warn(sentence(error))));
}

async function runBeside(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  hear: Hear,
): Promise<number> {
  const { runChild } = await import('./child.ts');
  const child = runChild(command, { ...process.env, ...env });
  hear((signal) => void child.end(signal));
  return child.ended;
}

/**
 * Runs until a signal or the end of COMMAND. `root` is the folder of the package, `program` the file that was started. Resolves with the
 * exit code; rejects, with one sentence, where it cannot start.
 */
export async function runEmulator(
  options: EmulatorCommand,
  version: string,
  root: string,
  program: URL,
): Promise<number> {
  const hear = catchSignals();
  const cleanups: Cleanup[] = [];
  try {
    return await run(options, version, root, program, hear, cleanups);
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

async function run(
  options: EmulatorCommand,
  version: string,
  root: string,
  program: URL,
  hear: Hear,
  cleanups: Cleanup[],
): Promise<number> {
  // Standard output belongs to the command that is run, or to the program that reads the ready line.
  const stream = options.json || options.command.length > 0 ? process.stderr : process.stdout;
  const paint = paintFor(stream);
  const say = (text: string): void => print(stream, text);

  const isOpen = !isLoopback(options.host);
  const names = [...options.allowedHosts, ...(isOpen ? namesOfMachine() : [])];
  const allowed: Allowed = {
    allowedHosts: names.map((name) => (isIP(name) === 6 ? `[${name}]` : name)),
    allowedOrigins: options.allowedOrigins,
  };
  const { seed: seedFile } = options;
  // A large file is read while the port answers, but for --https: the certificate has a name that the file may give.
  const readsLater = seedFile !== undefined && !options.https && (await isLarge(seedFile));
  const read = async (): Promise<Seed> =>
    allowing(seedFile === undefined ? defaultSeed : await readSeed(seedFile, program), allowed);
  const early = readsLater ? undefined : await read();
  // Users and sessions are filled in once the port answers.
  const emulator = createEmulator({
    seed: { ...(early ?? allowing({}, allowed)), users: [], sessions: [] },
    onError: tellOfDefect,
  });
  const site = findSite(root, warn);
  const changePasswordUrl = site === undefined ? '/' : `${DOCS}examples/update-password.html`;
  const log = (of: Emulator, prefix: string): void => {
    if (options.log === 'quiet') return;
    of.onRequest((one) => say(requestLine({ ...one, path: prefix + one.path }, paint, options.log === 'verbose')));
  };
  const control = createControl(emulator, {
    page: pageFiles(site !== undefined),
    changePasswordUrl,
    onInstance: (name, instance) => log(instance, `/instances/${name}`),
  });
  let handler: Handler = control;
  let persistence: Persistence | undefined;
  let isRestored = false;
  if (options.persist !== undefined) {
    const { Persistence } = await import('../emulator/hosts/persistence.ts');
    const started = Persistence.start(emulator, control, options.persist);
    ({ persistence, isRestored } = started);
    cleanups.push(() => started.persistence.close());
    // The state has the settings of its time.
    if (isRestored) {
      for (const one of [emulator, ...control.instances.values()]) one.configure(joined(one.settings, allowed));
    }
    handler = persistence.before(handler, (error) => warn(sentence(error)));
  }

  if (site !== undefined) {
    handler = site.before(handler, () => emulator.settings);
    cleanups.push(site.end);
  }

  const folder = await folderOfPackages(options.packages);
  const packages = vendorPackages(folder, warn);
  handler = packages.before(handler, () => emulator.settings);

  const certificate = options.https
    ? await certify([emulator.settings.frontendApi, options.host.replace(/%.*/, ''), ...names])
    : undefined;
  if (certificate !== undefined) cleanups.push(certificate.remove);
  let begin = (): void => {};
  let starting: Promise<void> | undefined = new Promise((resolve) => {
    begin = resolve;
  });
  const front = inFront(handler, options.latency, () => starting);
  const server = await listen(front, options, certificate?.tls, tellOfDefect);
  cleanups.push(() => server.close());
  const seed = early ?? (await read());
  if (isRestored) for (const one of [emulator, ...control.instances.values()]) setSeed(one, seed);
  else await emulator.resetGradually(seed);
  // Not before the port is ours.
  await persistence?.begin();
  starting = undefined;
  begin();
  log(emulator, '');
  if (options.watch && options.seed !== undefined) {
    cleanups.push(await watchSeed(options.seed, allowed, emulator, control.instances, persistence, say, program));
  }

  const { port } = server;
  const local = `${options.https ? 'https' : 'http'}://localhost:${port}`;
  const url = isEverywhere(options.host) ? local.replace('localhost', '127.0.0.1') : server.url;
  // The vendor's SDK is proven with this name in the address.
  const proxyUrl = isLocalhost(options.host) || isEverywhere(options.host) ? local : url;
  if (isOpen) {
    warn(
      `Warning: everyone who can reach ${new URL(server.url).host} can read and change all users and sessions of the emulator.`,
    );
  }
  const ready: Ready = {
    version,
    emulator,
    url,
    port,
    proxyUrl,
    docs: site === undefined ? undefined : `${url}${DOCS}`,
    seed,
    seedFile: options.seed,
    restoredFrom: isRestored ? options.persist : undefined,
    certificate: certificate?.file,
    packages: await packages.find(),
  };
  if (options.json) print(process.stdout, readyLine(ready));
  else if (options.command.length === 0) say(welcome(ready, paint));

  if (options.command.length === 0) return new Promise((resolve) => hear(() => resolve(0)));
  const env = await environmentOf(emulator, { url, proxyUrl, packages: folder });
  const trust = certificate === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificate.file };
  return runBeside(options.command, { ...env, ...trust, ...withoutProxy(process.env, url) }, hear);
}
