/** What may import what, also of types, for every module of src: one way, and in no circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** The parts of the project and the parts that each may import, beside itself. The longest name that fits is a file's part. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  generated: [],
  'src/codegen': [],
  'src/client': ['generated'],
  // The rooms of the emulator, from the ground up.
  'src/emulator/setup': ['generated'],
  'src/emulator/state': ['src/emulator/setup', 'generated'],
  'src/emulator/engine': ['src/emulator/state', 'src/emulator/setup', 'generated'],
  'src/emulator/control': ['src/emulator/engine', 'src/emulator/state', 'src/emulator/setup', 'generated'],
  'src/emulator/hosts': ['src/emulator/control', 'src/emulator/engine'],
  // Its entry.
  'src/emulator': ['src/emulator/control', 'src/emulator/engine', 'src/emulator/state', 'src/emulator/setup'],
  'src/cli': ['src/client', 'src/emulator', 'generated'],
  // The command's options are printed in the guide.
  'src/site': ['src/client', 'src/emulator', 'src/cli', 'src/schema', 'src/packaging', 'generated'],
  'src/packaging': [],
  // The entry `user-password-api/schema`.
  'src/schema': ['generated'],
};

/** The package's own names, as code samples and snippets import them. */
const OWN: Readonly<Record<string, string>> = {
  'user-password-api': 'src/client/index.ts',
  'user-password-api/emulator': 'src/emulator/index.ts',
  'user-password-api/client': 'generated/client.ts',
  'user-password-api/openapi-fetch': 'generated/openapi-fetch.ts',
  'user-password-api/schema': 'src/schema.ts',
  'user-password-api/errors': 'generated/errors.ts',
  'user-password-api/validators': 'generated/validators.js',
};

const modules = ['src', 'generated'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/')),
);

/** The modules of ours that a module imports, by any kind of import. */
function importsOf(module: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, module), 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('.'))
      return relative(root, resolve(root, dirname(module), fileName))
        .split(sep)
        .join('/');
    return OWN[fileName] ?? [];
  });
}

const graph = new Map(modules.map((module) => [module, importsOf(module)]));

const partOf = (module: string): string =>
  Object.keys(MAY_IMPORT)
    .filter((part) => module.startsWith(part))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');

/** A part may import a part, and the entry of one stands for all of it. */
const isAllowed = (from: string, to: string): boolean =>
  from === to ||
  (MAY_IMPORT[from] ?? []).some((part) => to === part || (to.startsWith(`${part}/`) && !from.startsWith(part)));

/** Modules that lead back to themselves, each circle once. */
function circles(among: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (module: string, path: readonly string[]): void => {
    const at = path.indexOf(module);
    if (at !== -1) found.add([...path.slice(at), module].join(' -> '));
    if (at !== -1 || done.has(module)) return;
    for (const next of graph.get(module) ?? []) visit(next, [...path, module]);
    done.add(module);
  };
  for (const module of among) visit(module, []);
  return [...found];
}

describe('imports in src', () => {
  test('lead from each part only to those that it may know', () => {
    const wrong = [...graph].flatMap(([from, all]) =>
      all.filter((to) => !isAllowed(partOf(from), partOf(to))).map((to) => `${from} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('never lead back to where they came from', () => {
    expect(circles(modules)).toEqual([]);
  });
});
