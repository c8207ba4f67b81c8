/** A running emulator for one program, and servers that do not respond. */
import { type AddressInfo, createServer } from 'node:net';
import { makeCertificate } from '../../src/emulator/hosts/certificate.ts';
import { serve } from '../../src/emulator/hosts/node-server.ts';
import { createEmulator } from '../../src/emulator/index.ts';

/** Runs something with a fresh emulator; what it needs to know is also there as environment variables. */
export async function withEmulator<Result>(
  run: (url: string, env: { readonly KEY: string; readonly URL_OF_EMULATOR: string }) => Promise<Result>,
): Promise<Result> {
  const emulator = createEmulator();
  const server = await serve(emulator);
  try {
    return await run(server.url, { KEY: emulator.publishableKey, URL_OF_EMULATOR: server.url });
  } finally {
    await server.close();
  }
}

/** Addresses at which a request fails in different ways. At `lost`, the server has read it. */
export async function withFailures<Result>(run: (targets: Readonly<Record<string, string>>) => Promise<Result>) {
  const lost = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.destroy());
  });
  await new Promise<void>((resolve) => lost.listen(0, '127.0.0.1', resolve));
  const closed = await serve(createEmulator());
  await closed.close();
  const secure = await serve(createEmulator(), { tls: makeCertificate(['other.example']) });
  const { port } = lost.address() as AddressInfo;
  try {
    return await run({
      refused: closed.url,
      'unknown name': 'https://no-such-name.invalid',
      'bad certificate': secure.url,
      lost: `http://127.0.0.1:${port}`,
    });
  } finally {
    await Promise.all([secure.close(), new Promise((resolve) => lost.close(resolve))]);
  }
}

/** What the SDK said of each failure: its reason, and whether the change may have been made. */
export type Said = Readonly<Record<string, readonly [reason: string, outcomeUnknown: boolean]>>;

/**
 * Sums up what the SDK said of each failure.
 *
 * @param unsent The failures of which the runtime itself says that nothing was sent, and so the SDK has to.
 */
export function remarkOn(said: Said, unsent: readonly string[]): string {
  const known = Object.keys(said).filter((name) => said[name]?.[1] === false);
  if (String(known) !== String(unsent))
    throw new Error(`"Nothing was sent" should be said of ${unsent.join(', ') || 'none'}: ${JSON.stringify(said)}`);
  return known.length === 0 ? 'Says of no failure that nothing was sent' : `Nothing was sent: ${known.join(', ')}`;
}
