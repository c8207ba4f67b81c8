/** Reads the seed file: a large one in a thread of its own, so that the port answers meanwhile. */
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Seed } from '../emulator/index.ts';
import { UsageError } from './options.ts';
import { sentence } from './print.ts';

/** Bytes from which a file takes noticeable time. */
const LARGE = 250_000;

type Said = { readonly seed: Seed } | { readonly problem: string };

export async function isLarge(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && found.size > LARGE;
}

/** `program` is the file that was started; as a thread it calls `readForParent`. Rejects with sentences. */
export const readSeed = async (file: string, program: URL): Promise<Seed> =>
  (await isLarge(file)) ? readAside(file, program) : readHere(file);

async function readHere(file: string): Promise<Seed> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no seed file ${file}.` : `The seed file cannot be read: ${error.message}.`,
    );
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const read = bytes.toString('utf8');
    const line = read.slice(0, read.indexOf('\uFFFD')).split('\n').length;
    throw new UsageError(`${file}:${line}: The seed file is not UTF-8, perhaps Latin-1: save it as UTF-8.`);
  }
  const { parseSeed } = await import('../emulator/setup/seed-file.ts');
  return parseSeed(text, file);
}

async function readAside(file: string, program: URL): Promise<Seed> {
  const [said]: Said[] = await once(new Worker(program, { workerData: file }), 'message');
  if (said !== undefined && 'seed' in said) return said.seed;
  throw new UsageError(said?.problem ?? 'The seed file cannot be read.');
}

/** The work of the thread. `parent` gets what was read, or one sentence. */
export async function readForParent(
  file = String(workerData),
  parent: Pick<MessagePort, 'postMessage'> | null = parentPort,
): Promise<void> {
  const said = await readHere(file).then(
    (seed): Said => ({ seed }),
    (error: unknown): Said => ({ problem: sentence(error) }),
  );
  parent?.postMessage(said);
}
