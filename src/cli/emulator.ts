/** `user-password-api emulator`: the emulator on a port, with what the options ask for. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, defaultSeed, type Emulator, type Seed } from '../emulator/index.ts';
import { type Handler, type RunningServer, serve } from '../emulator/node-server.ts';
import type { Persistence } from '../emulator/persist.ts';
import { type EmulatorCommand, UsageError } from './options.ts';
import { paintFor, readyLine, requestLine, welcome } from './output.ts';

/** What runs beside the server and ends with it. */
type Cleanup = () => void | Promise<void>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The names by which others reach this machine. */
async function namesOfMachine(): Promise<readonly string[]> {
  const { hostname, networkInterfaces } = await import('node:os');
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  return [hostname(), ...addresses.map((address) => (isIP(address) === 6 ? `[${address}]` : address))];
}

/** The seed with the hosts and origins that the options allow. */
function allowing(seed: Seed, hosts: readonly string[], origins: readonly string[]): Seed {
  const { allowedHosts = [], allowedOrigins = [] } = seed.settings ?? {};
  return {
    ...seed,
    settings: {
      ...seed.settings,
      allowedHosts: [...allowedHosts, ...hosts],
      allowedOrigins: [...allowedOrigins, ...origins],
    },
  };
}

async function readSeed(file: string): Promise<Seed> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no seed file ${file}.` : `The seed file cannot be read: ${error.message}.`,
    );
  });
  const { parseSeed } = await import('../emulator/seed-file.ts');
  return parseSeed(text, file);
}

/** Key and certificate for this machine, the certificate in a file as well, so that others can be told to trust it. */
async function certify(names: readonly string[]): Promise<{
  readonly tls: { readonly key: string; readonly cert: string };
  readonly file: string;
  readonly remove: Cleanup;
}> {
  const { makeCertificate } = await import('../emulator/certificate.ts');
  const tls = makeCertificate(names);
  const folder = await mkdtemp(join(tmpdir(), 'user-password-api-'));
  const file = join(folder, 'certificate.pem');
  await writeFile(file, tls.cert);
  return { tls, file, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Answers `GET /health` itself and holds the other answers back as long as `latency` says. */
function inFront(handler: Handler, latency: number): Handler {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return {
    handle: (request) => {
      if (/^\/health($|\?)/.test(request.target) && (request.method === 'GET' || request.method === 'HEAD')) {
        return { status: 200, headers, body: '{"status":"ok"}' };
      }
      const made = handler.handle(request);
      if (latency === 0 || !request.target.includes('/v1/')) return made;
      return Promise.resolve(made).then((answer) => ({ ...answer, delay: (answer.delay ?? 0) + latency }));
    },
  };
}

async function listen(handler: Handler, options: EmulatorCommand, tls?: { key: string; cert: string }) {
  const { port, host } = options;
  try {
    return await serve(handler, { port, host, ...(tls !== undefined && { tls }) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken: end what listens there, or choose another with --port (0 for any).`);
    }
    if (code === 'EACCES')
      throw new UsageError(`This account may not listen on port ${port}: choose one from 1024 up.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(`This machine has no address ${host}.`);
    throw error;
  }
}

/** Runs until a signal or the end of COMMAND. Resolves with the exit code; rejects where it cannot start. */
export async function runEmulator(options: EmulatorCommand, version: string): Promise<number> {
  const hear = catchSignals();
  // Standard output belongs to the command that is run, or to the program that reads the ready line.
  const stream = options.json || options.command.length > 0 ? process.stderr : process.stdout;
  const paint = paintFor(stream);
  const say = (text: string): void => void stream.write(`${text}\n`);
  const warn = (text: string): void => void process.stderr.write(`${text}\n`);
  const cleanups: Cleanup[] = [];
  const isOpen = !isLoopback(options.host);
  const ownNames = isOpen ? await namesOfMachine() : [];
  const allow = (seed: Seed): Seed => allowing(seed, [...options.allowedHosts, ...ownNames], options.allowedOrigins);

  const seed = allow(options.seed === undefined ? defaultSeed : await readSeed(options.seed));
  const emulator = createEmulator({ seed });
  let handler: Handler = emulator;
  let persistence: Persistence | undefined;
  let isRestored = false;
  if (options.persist !== undefined) {
    const { Persistence } = await import('../emulator/persist.ts');
    ({ persistence, isRestored } = await Persistence.start(emulator, options.persist));
    if (isRestored) allowAlso(emulator, seed);
    handler = persistence.before(handler, (error) => warn(error instanceof Error ? error.message : String(error)));
  }

  const certificate = options.https
    ? await certify([
        'localhost',
        '127.0.0.1',
        '::1',
        emulator.settings.frontendApi.replace(/:\d+$/, ''),
        ...options.allowedHosts,
        ...ownNames.map((name) => name.replace(/^\[(.*)(%.*)?\]$/, '$1')),
      ])
    : undefined;
  if (certificate !== undefined) cleanups.push(certificate.remove);
  let server: RunningServer;
  try {
    server = await listen(inFront(handler, options.latency), options, certificate?.tls);
  } catch (error) {
    for (const cleanup of cleanups) await cleanup();
    throw error;
  }
  cleanups.push(() => server.close());
  if (options.log !== 'quiet') {
    emulator.onRequest((request) => say(requestLine(request, paint, options.log === 'verbose')));
  }
  if (options.watch && options.seed !== undefined) {
    const { watchFile } = await import('./watch.ts');
    const file = options.seed;
    cleanups.push(
      watchFile(file, async () => {
        try {
          emulator.reset(allow(await readSeed(file)));
          await persistence?.save();
          say(`${file} has changed: started over with ${count(emulator.users.list().length, 'user')}.`);
        } catch (error) {
          warn(
            `${error instanceof Error ? error.message : error}\n${file} has changed but cannot be used: nothing changed.`,
          );
        }
      }),
    );
  }

  const { port } = server;
  const scheme = options.https ? 'https' : 'http';
  const url = isEverywhere(options.host) ? `${scheme}://127.0.0.1:${port}` : server.url;
  // The vendor's SDK is proven with this name in the address.
  const proxyUrl = isOpen && !isEverywhere(options.host) ? url : `${scheme}://localhost:${port}`;
  if (isOpen) {
    warn(
      `Warning: whoever reaches ${options.host}:${port} can read and change all users and sessions of this emulator.`,
    );
  }
  const ready = {
    version,
    emulator,
    url,
    port,
    proxyUrl,
    seed,
    seedFile: options.seed,
    restoredFrom: isRestored ? options.persist : undefined,
    certificate: certificate?.file,
  };
  if (options.json) process.stdout.write(`${readyLine(ready)}\n`);
  else if (options.command.length === 0) say(welcome(ready, paint));
  else if (options.log !== 'quiet') say(`The emulator is ready on ${url}`);

  try {
    if (options.command.length === 0) return await new Promise((resolve) => hear(() => resolve(0)));
    const env = { CLERK_EMULATOR_URL: url, CLERK_PUBLISHABLE_KEY: emulator.publishableKey, CLERK_PROXY_URL: proxyUrl };
    const trust = certificate === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificate.file };
    return await runBeside(options.command, { ...env, ...trust }, hear);
  } finally {
    await end(cleanups);
  }
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

async function end(cleanups: Cleanup[]): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** A state that was brought back has the settings of its time: what the options allow now is added. */
function allowAlso(emulator: Emulator, seed: Seed): void {
  const { allowedHosts, allowedOrigins } = emulator.settings;
  emulator.configure({
    allowedHosts: [...new Set([...allowedHosts, ...(seed.settings?.allowedHosts ?? [])])],
    allowedOrigins: [...new Set([...allowedOrigins, ...(seed.settings?.allowedOrigins ?? [])])],
  });
}

type Hear = (listener: (signal: NodeJS.Signals) => void) => void;

/** Listens for the signals that end a program. One that comes before anybody hears is kept for whoever does. */
function catchSignals(): Hear {
  const early: NodeJS.Signals[] = [];
  let heed = (signal: NodeJS.Signals): void => void early.push(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => heed(signal));
  return (listener) => {
    heed = listener;
    for (const signal of early.splice(0)) listener(signal);
  };
}

async function runBeside(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  hear: Hear,
): Promise<number> {
  const { runChild } = await import('./child.ts');
  const child = runChild(command, { ...process.env, ...env });
  hear((signal) => child.end(signal));
  return child.ended;
}
