/** `npm run docs`: builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { build } from 'vite';
import { forbiddenPort, takenPort, UsageError } from '../cli/options.ts';
import { IN_PACKAGE } from '../cli/site.ts';
import { ARCHIVE, packSite } from '../cli/site-archive.ts';
import { codeOf } from '../emulator/hosts/system-error.ts';
import { writeLicences } from '../packaging/licences.ts';
import { siteMap, withAddress } from './base.ts';
import { HELP, readCommand } from './command.ts';
import { readContract } from './contract.ts';
import { readGuide } from './guide.ts';
import { createHighlight } from './highlight.ts';
import { liveExamples } from './live-examples.ts';
import { writeReference } from './reference.ts';
import { searchEntries } from './search-entries.ts';
import { type Served, serveFolder } from './serve.ts';
import { writeTexts } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');

/**
 * Builds everything; `out` is emptied first. With `base`, pages name the address that they will have below it. Scripts that
 * are to be read are not minified, and have their source map in them.
 */
export async function buildSite(out: string, base?: URL, isReadable = false): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const written: string[] = [];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), base && path.endsWith('.html') ? withAddress(text, path, base) : text);
    written.push(path);
  };
  const contract = await readContract();
  const { highlight, css } = await createHighlight();

  const guide = readGuide(contract);

  await bundleModules(out, ['update-live', 'remove-live', 'try-it'], isReadable);
  write(VALIDATORS, minified('generated/validators.js'));
  await bundleClassic(out, 'page', isReadable);
  await bundleClassic(out, 'search', isReadable, {
    SEARCH_ENTRIES: JSON.stringify(JSON.stringify(searchEntries(contract, guide))),
  });

  writeTexts(contract, guide, write, highlight);

  for (const [path, text] of liveExamples(source, highlight)) write(path, text);

  writeReference(contract, write, highlight);
  write('openapi-3.0.json', readFileSync(join(root, 'generated/openapi-3.0.json'), 'utf8'));
  if (base) write('sitemap.xml', siteMap(written, base));
  const styles = [
    'examples/tokens.css',
    'css/base.css',
    'css/code.css',
    'css/shell.css',
    'css/hero.css',
    'css/search.css',
  ];
  write('assets/site.css', `${styles.map(source).join('')}${css()}\n`);
}

const written = (isReadable: boolean) =>
  isReadable ? ({ minify: false, sourcemap: 'inline' } as const) : ({ minify: true, sourcemap: false } as const);

/** Bundles a script of scripts/ that runs on pages from the disk too, where browsers load no modules. */
async function bundleClassic(
  out: string,
  name: string,
  isReadable: boolean,
  define: Readonly<Record<string, string>> = {},
): Promise<void> {
  const bundle = await rolldown({
    input: join(root, `src/site/scripts/${name}.ts`),
    platform: 'browser',
    // It also writes expressions anew.
    treeshake: !isReadable,
    transform: { target: 'es2022', define: { ...define } },
    plugins: [writeLicences(`${name}-licences.txt`)],
  });
  await bundle.write({ dir: join(out, 'assets'), entryFileNames: '[name].js', format: 'iife', ...written(isReadable) });
}

/** The validators by which Try it checks responses. The package leaves it out: the emulator serves the package's own under this name. */
const VALIDATORS = 'assets/validators.js';

const minified = (path: string): string =>
  minifySync(path, readFileSync(join(root, path), 'utf8'), { module: true, codegen: { removeWhitespace: true } }).code;

/** Bundles scripts that load an emulator. The names of the entries stay, those of the chunks carry a hash. */
async function bundleModules(out: string, names: readonly string[], isReadable: boolean): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'src/site'),
    base: './',
    publicDir: false,
    resolve: {
      alias: [
        { find: /^user-password-api$/, replacement: join(root, 'src/client/index.ts') },
        { find: /^user-password-api\/emulator$/, replacement: join(root, 'src/emulator/index.ts') },
        { find: /^\.\/settings-check\.ts$/, replacement: join(root, 'src/site/no-settings-check.ts') },
        { find: /^\.\/strength\.ts$/, replacement: join(root, 'src/site/no-word-lists.ts') },
      ],
    },
    plugins: [
      {
        name: 'validators-apart',
        enforce: 'pre',
        resolveId: (id, importer) =>
          id.endsWith('generated/validators.js') && importer?.endsWith('/try-it.ts')
            ? { id: './validators.js', external: true }
            : null,
      },
    ],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      ...written(isReadable),
      rollupOptions: {
        input: names.map((name) => join(root, `src/site/${name}.ts`)),
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  });
}

/** Runs `npm run docs`. Rejects with a `UsageError` if its arguments are wrong or the port is taken. */
async function run(args: readonly string[]): Promise<void> {
  const { help, base, port, archive } = readCommand(args);
  if (help) return console.log(HELP);
  const dist = resolve('dist');
  const place = join(dist, 'site');
  // Before the build, which takes some seconds, so that a taken port is told at once.
  const served = port === undefined ? undefined : await serveAt(place, base, port);
  // Made beside its place and moved there whole: whoever serves the old one, or builds at the same time, never meets half a site.
  const made = join(dist, `site-${process.pid}`);
  try {
    await buildSite(made, base);
    rmSync(place, { recursive: true, force: true });
    renameSync(made, place);
  } catch (error) {
    served?.close();
    throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  if (archive)
    writeFileSync(
      join(dist, ARCHIVE),
      packSite(place, (name) => Object.hasOwn(IN_PACKAGE, name)),
    );
  if (served !== undefined) process.once('SIGINT', () => process.exit());
  console.log('The site is in dist/site.');
  console.log(
    served === undefined
      ? 'To look at it: npm run docs -- --serve'
      : `Serving it at ${served.url}. Press Ctrl+C to stop.`,
  );
}

async function serveAt(place: string, base: URL | undefined, port: number): Promise<Served> {
  try {
    return await serveFolder(place, { base: base?.pathname ?? '/', port });
  } catch (error) {
    const words: Readonly<Record<string, UsageError>> = { EADDRINUSE: takenPort(port), EACCES: forbiddenPort(port) };
    throw words[String(codeOf(error))] ?? error;
  }
}

if (import.meta.main) {
  run(process.argv.slice(2)).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}
