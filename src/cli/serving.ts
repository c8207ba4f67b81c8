/** How the emulator is reached: its address and names, its certificate, and what stands in front of it on the port. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handler } from '../emulator/engine/wire.ts';
import { type RunningServer, type ServeOptions, serve } from '../emulator/hosts/node-server.ts';
import { codeOf } from '../emulator/hosts/system-error.ts';
import { type EmulatorCommand, forbiddenPort, takenPort, UsageError } from './options.ts';

type Tls = NonNullable<ServeOptions['tls']>;

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
/** Whether what listens there is reached by the name localhost. */
export const isLocalhost = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);
/** Whether the address stands for all of this machine's. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The environment in which no proxy stands between a command and this address: programs read one spelling or the other. */
export function withoutProxy(env: NodeJS.ProcessEnv, url: string): Readonly<Record<'NO_PROXY' | 'no_proxy', string>> {
  const own = ['localhost', '127.0.0.1', '::1', new URL(url).hostname.replaceAll(/[[\]]/g, '')];
  const given = [env['NO_PROXY'], env['no_proxy']].flatMap((list) => list?.split(/[\s,]/) ?? []);
  const all = [...new Set([...given, ...own])].filter((name) => name !== '').join(',');
  return { NO_PROXY: all, no_proxy: all };
}

/** The names by which others reach this machine. */
export function namesOfMachine(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  return [hostname(), ...addresses];
}

/** Key and certificate for this machine and the names given; the certificate also in a file, to be pointed to as trusted. */
export async function certify(names: readonly string[]): Promise<{
  readonly tls: Tls;
  readonly file: string;
  readonly remove: () => Promise<void>;
}> {
  const { makeCertificate } = await import('../emulator/hosts/certificate.ts');
  const all = ['localhost', '127.0.0.1', '::1', ...names.map((name) => name.replace(/^([^:]+):\d+$/, '$1'))];
  const tls = makeCertificate([...new Set(all)]);
  const folder = await mkdtemp(join(tmpdir(), 'user-password-api-')).catch((error: unknown) => {
    throw new UsageError(
      `--https needs a folder for its certificate, and none can be made in ${tmpdir()} (${codeOf(error)}): set TMPDIR to a folder that can be written.`,
    );
  });
  const file = join(folder, 'certificate.pem');
  await writeFile(file, tls.cert);
  return { tls, file, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Answers `GET /health` itself and holds the other answers back as long as `latency` says. `starting` is what everything else waits
 * for; undefined once the emulator is ready.
 */
export function inFront(handler: Handler, latency: number, starting: () => Promise<void> | undefined): Handler {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return {
    begin: (target) => handler.begin?.(target),
    handle: (request) => {
      if (/^\/health($|\?)/.test(request.target) && (request.method === 'GET' || request.method === 'HEAD')) {
        return starting() === undefined
          ? { status: 200, headers, body: '{"status":"ok"}' }
          : { status: 503, headers, body: '{"status":"starting"}' };
      }
      const waits = starting();
      const made = waits === undefined ? handler.handle(request) : waits.then(() => handler.handle(request));
      if (latency === 0 || !request.target.includes('/v1/')) return made;
      return Promise.resolve(made).then((answer) => ({ ...answer, delay: (answer.delay ?? 0) + latency }));
    },
  };
}

/** Listens. Rejects with one sentence where that cannot be. */
export async function listen(
  handler: Handler,
  { port, host }: Pick<EmulatorCommand, 'port' | 'host'>,
  tls: Tls | undefined,
  onError: (error: unknown) => void,
): Promise<RunningServer> {
  try {
    return await serve(handler, { port, host, onError, ...(tls !== undefined && { tls }) });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE') {
      const where = Reflect.get(Object(error), 'address') === '::1' ? ' at [::1], which localhost stands for too' : '';
      throw takenPort(port, where);
    }
    if (code === 'EACCES') throw forbiddenPort(port);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(`This machine has no address ${host}.`);
    throw error;
  }
}
