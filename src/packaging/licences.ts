/** Writes the licences of the packages that the build takes in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Where the package is that a module belongs to; undefined for our own modules. */
function packageOf(module: string): string | undefined {
  if (!module.includes('/node_modules/')) return undefined;
  let folder = dirname(module);
  // A package.json without a name only says what kind of modules lie beside it.
  while (!existsSync(join(folder, 'package.json')) || manifestOf(folder).name === undefined) folder = dirname(folder);
  return folder;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

function manifestOf(folder: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest;
}

/** One section of the file: which package, and its licence in full. Throws if the package has none. */
function sectionOf(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (file === undefined) throw new Error(`${name} is part of the build, but has no licence file.`);
  return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** Adds `fileName` to the build: the licence of every package that has code in it. */
export function writeLicences(fileName: string): Plugin {
  return {
    name: 'write-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.map(packageOf).filter((folder) => folder !== undefined));
      if (folders.size === 0) return;
      const source = [
        'Parts of these packages are included in the files beside this one.\n',
        ...[...folders].map(sectionOf).sort(),
      ];
      this.emitFile({ type: 'asset', fileName, source: source.join('\n') });
    },
  };
}
