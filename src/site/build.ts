/** Builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHighlight } from './highlight.ts';
import { layout } from './layout.ts';
import { bundleScripts, liveExamples } from './live-examples.ts';
import { writeTexts } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');

/** Builds everything; `out` is emptied first. */
export async function buildSite(out: string = join(root, 'dist/site')): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  const { highlight, css } = await createHighlight();

  await bundleScripts(out);

  writeTexts(write, highlight);

  for (const [path, text] of liveExamples(source, highlight)) write(path, text);

  write('reference.html', redocly());
  write('assets/site.css', `${source('site.css')}${css()}`);
}

/**
 * Redocly's own page with its scripts in it, and a way back. It is not under the policy of the other pages: its sections fold and
 * its search works only by scripts that stand in the page.
 */
function redocly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redocly-'));
  const file = join(folder, 'reference.html');
  try {
    const cli = join(root, 'node_modules/.bin/redocly');
    const run = spawnSync(cli, ['build-docs', 'password', '--inlineBundle', '--output', file], {
      cwd: root,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`redocly build-docs failed: ${run.stderr}`);
    const back = '<nav aria-label="Site"><a href="index.html">Guide</a> · <a href="errors.html">Errors</a></nav>';
    return (
      readFileSync(file, 'utf8')
        .replace(/<body[^>]*>/, (body) => `${body}${back}`)
        // Its maker's logo would be fetched from elsewhere.
        .replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, 'data:,')
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  await buildSite();
  console.log('The site is in dist/site.');
}
