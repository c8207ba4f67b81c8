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

/** Checks what the SDK said of each failure, and sums it up. */
export function remarkOn(said: Readonly<Record<string, readonly [reason: string, unknown: boolean]>>): string {
  const lost = said['lost'];
  if (lost?.[1] !== true) throw new Error(`a change that was sent is called unsent: ${JSON.stringify(said)}`);
  const known = Object.keys(said).filter((name) => said[name]?.[1] === false);
  return known.length === 0 ? 'Says of no failure that nothing was sent' : `Nothing was sent: ${known.join(', ')}`;
}
