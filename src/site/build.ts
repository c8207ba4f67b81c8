/** Builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { readContract } from './contract.ts';
import { createHighlight } from './highlight.ts';
import { liveExamples } from './live-examples.ts';
import { writeReference } from './reference.ts';
import { writeTexts } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');

/** Builds everything; `out` is emptied first. */
export async function buildSite(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  const contract = await readContract();
  const { highlight, css } = await createHighlight();

  await bundleScripts(out);

  writeTexts(contract, write, highlight);

  for (const [path, text] of liveExamples(source, highlight)) write(path, text);

  writeReference(contract, write, highlight);
  write('assets/site.css', `${source('site.css')}${css()}`);
}

/** Bundles the scripts of the site into `out`. The names of the entries stay, those of the chunks carry a hash. */
async function bundleScripts(out: string): Promise<void> {
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
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: ['update-live', 'remove-live', 'errors-search', 'reference-copy'].map((name) =>
          join(root, `src/site/${name}.ts`),
        ),
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  });
}

if (import.meta.main) {
  // Made beside its place and moved there whole: whoever serves the old one, or builds at the same time, never meets half a site.
  const made = join(root, `dist/site-${process.pid}`);
  const place = join(root, 'dist/site');
  try {
    await buildSite(made);
    rmSync(place, { recursive: true, force: true });
    renameSync(made, place);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  console.log('The site is in dist/site.');
}
