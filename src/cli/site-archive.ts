/** The documentation in the package: one compressed file, because hundreds of small ones take three megabytes on a disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompress, constants } from 'node:zlib';

/** Its name in dist/. */
export const ARCHIVE = 'site.json.br';

/** The files of a folder, which are all text, as an archive. `isLeftOut` tells which not to take, by path. */
export function packSite(folder: string, isLeftOut: (name: string) => boolean): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')] as const)
    .filter(([name]) => !isLeftOut(name));
  const text = JSON.stringify(Object.fromEntries(files));
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Texts by path. */
export async function unpackSite(file: string): Promise<ReadonlyMap<string, string>> {
  const files: Readonly<Record<string, string>> = JSON.parse(
    (await promisify(brotliDecompress)(await readFile(file))).toString(),
  );
  return new Map(Object.entries(files));
}
