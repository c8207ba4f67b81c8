/**
 * The vendor's browser SDK from the user's own disk, under `/npm/`: the frameworks' packages load it from the Frontend API. Only the
 * `dist` folders of two packages are served, and from them only scripts.
 */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname, join, sep } from 'node:path';
import { corsHeaders, isHostAllowed, isOriginAllowed } from '../emulator/engine/checks/caller.ts';
import type { Handler, WireAnswer, WireRequest } from '../emulator/engine/wire.ts';
import type { Settings } from '../emulator/setup/settings.ts';

const NAMES = ['@clerk/clerk-js', '@clerk/ui'] as const;
type Name = (typeof NAMES)[number];
const nameOf = (text: string): Name | undefined => NAMES.find((name) => name === text);

/** The version of each package that was found. */
export type FoundPackages = Readonly<Partial<Record<Name, string>>>;

export interface VendorPackages {
  /** The version that is installed now. */
  find(): Promise<FoundPackages>;
  /** The handler with the packages in front of it. */
  before(handler: Handler, settings: () => Settings): Handler;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.map': 'application/json',
};
const PREFIX = /^(?:\/instances\/[\w-]+)?\/npm\//;
/** Package, range and file. No part of the file's path begins with a dot, and an escaped character fits nowhere. */
const PATH = /^(@clerk\/[\w-]+)@([\w.-]+)\/dist\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

interface Installed {
  readonly version: string;
  /** Its real folder, whatever links lead there. */
  readonly folder: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A package.json; empty if there is none that can be read. */
async function manifest(folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const content: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return isRecord(content) ? content : {};
  } catch {
    return {};
  }
}

/** The package that a module in this folder would import: the nearest one in the node_modules of it and of those above. */
async function installed(start: string, name: string): Promise<Installed | undefined> {
  for (let at = start; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    const { name: own, version } = await manifest(place);
    if (typeof version === 'string' && own === name) return { version, folder: await realpath(place) };
    if (dirname(at) === at) return undefined;
  }
}

/** Whether a version is one of `6`, `6.40` or `6.40.0`. A tag, such as `latest`, takes any. */
const fits = (version: string, range: string): boolean =>
  !/^\d/.test(range) || version === range || version.startsWith(`${range}.`);

const text = (status: number, body: string): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: `${body}\n`,
});

/** Which SDK goes with a major version of `@clerk/shared`, which every package of the vendor is made with. */
const GENERATIONS: Readonly<Record<string, Readonly<Record<Name, string>>>> = {
  '3': { '@clerk/clerk-js': '5', '@clerk/ui': '1' },
  '4': { '@clerk/clerk-js': '6', '@clerk/ui': '1' },
};

/** The major version that goes with the vendor's packages that the package.json of a folder names; `latest` if that says nothing. */
export async function rangeFor(start: string, name: Name): Promise<string> {
  const { dependencies, devDependencies } = await manifest(start);
  const named = [dependencies, devDependencies].flatMap((list) => (isRecord(list) ? Object.keys(list) : []));
  for (const one of named) {
    if (!one.startsWith('@clerk/') || nameOf(one) !== undefined) continue;
    const found = await installed(start, one);
    const needs = found === undefined ? undefined : (await manifest(found.folder))['dependencies'];
    const shared = isRecord(needs) ? needs['@clerk/shared'] : undefined;
    const generation = GENERATIONS[/\d+/.exec(String(shared))?.[0] ?? ''];
    if (generation !== undefined) return generation[name];
  }
  return 'latest';
}

/** `warn` gets one sentence for each package and range that a page asks for and that is not there. */
export function vendorPackages(start: string, warn: (sentence: string) => void): VendorPackages {
  const told = new Set<string>();

  async function missing(name: Name, range: string, has: string | undefined): Promise<WireAnswer> {
    const wanted = /^\d/.test(range) ? range : await rangeFor(start, name);
    const what = has === undefined ? 'is not installed' : `is ${has}`;
    const sentence = `The page asks for ${name}@${range}, which ${what} in ${start}. Run there: npm install --save-dev ${name}@${wanted}`;
    if (!told.has(sentence)) warn(sentence);
    told.add(sentence);
    return text(404, sentence);
  }

  async function answer(path: string): Promise<WireAnswer> {
    const [, packageName = '', range = '', file = ''] = PATH.exec(path) ?? [];
    const name = nameOf(packageName);
    const type = TYPES[extname(file)];
    if (name === undefined || type === undefined) {
      return text(404, `Only scripts of ${NAMES.join(' and ')} are here: /npm/${NAMES[0]}@6/dist/clerk.browser.js.`);
    }
    const found = await installed(start, name);
    if (found === undefined || !fits(found.version, range)) return missing(name, range, found?.version);
    const nothing = text(404, `${name} ${found.version} has no file dist/${file}.`);
    try {
      const real = await realpath(join(found.folder, 'dist', file));
      // A link in it may lead anywhere.
      if (!real.startsWith(join(found.folder, 'dist') + sep)) return nothing;
      const headers = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', vary: 'Origin' };
      const body = await readFile(real, 'utf8');
      return { status: 200, headers: { ...headers, 'content-type': `${type}; charset=utf-8` }, body };
    } catch {
      return nothing;
    }
  }

  async function respond(request: WireRequest, path: string, settings: Settings): Promise<WireAnswer> {
    if (!isHostAllowed(request.header('host'), settings)) return text(403, 'This host name is not allowed.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refused = text(405, 'The browser SDK takes GET and HEAD.');
      return { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } };
    }
    const made = await answer(path);
    const origin = request.header('origin');
    const mayRead = origin !== undefined && isOriginAllowed(origin, request, settings);
    return mayRead ? { ...made, headers: { ...made.headers, ...corsHeaders(origin) } } : made;
  }

  return {
    find: async () => {
      const found = await Promise.all(NAMES.map(async (name) => [name, (await installed(start, name))?.version]));
      return Object.fromEntries(found.filter(([, version]) => version !== undefined));
    },
    before: (handler, settings) => ({
      begin: (target) => handler.begin?.(target),
      handle: (request) => {
        const prefix = request.target.includes('/npm/') ? PREFIX.exec(request.target)?.[0] : undefined;
        if (prefix === undefined) return handler.handle(request);
        const [path = ''] = request.target.slice(prefix.length).split('?', 1);
        return respond(request, path, settings());
      },
    }),
  };
}
