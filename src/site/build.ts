/** Builds the documentation site into dist/site: static files, relative links, nothing from anywhere else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createHighlight } from './highlight.ts';
import { layout } from './layout.ts';
import { writeTexts } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => readFileSync(join(root, 'src/site', path), 'utf8');

const SITUATIONS = [
  ['works', 'Everything works'],
  ['wrong', 'Wrong current password'],
  ['short', 'New password too short'],
  ['breached', 'New password breached'],
  ['none', 'No password yet'],
  ['locked', 'Account locked'],
  ['reverification', 'Reverification needed'],
  ['others', 'Signed in on other devices'],
  ['slow', 'Server slow'],
  ['down', 'Server down'],
] as const;

/** Builds everything; `out` is emptied first. */
export async function buildSite(out: string = join(root, 'dist/site')): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  const { highlight, css } = await createHighlight();

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
      ],
    },
    build: {
      outDir: out,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: ['update-live', 'remove-live', 'errors-search'].map((name) => join(root, `src/site/${name}.ts`)),
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  });

  writeTexts(write, highlight);

  for (const [name, title] of [
    ['update', 'Update password'],
    ['remove', 'Remove password'],
  ] as const) {
    const code = source(`examples/${name}-password.ts`);
    const form = /<!-- form -->([\s\S]*)<!-- \/form -->/.exec(source(`examples/${name}-password.html`))?.[1] ?? '';
    const choices = SITUATIONS.filter(([id]) => name === 'update' || !['short', 'breached'].includes(id));
    const other = name === 'update' ? ['remove-password', 'Remove password'] : ['update-password', 'Update password'];
    const body = `<h1>${title}</h1>
<p>This form runs the SDK on an emulator in the page. No server, nothing real. The other example: <a href="${other[0]}.html">${other[1]}</a>.</p>
<noscript><p>The form needs scripts. The source below can be read without.</p></noscript>
<div class="lab"><section aria-label="Example"><div class="field"><label for="situation">Situation</label><select id="situation">${choices
      .map(([id, text]) => `<option value="${id}">${text}</option>`)
      .join('')}</select></div>${form}<p id="sessions">&nbsp;</p></section>
<section aria-labelledby="wire-title"><h2 id="wire-title">On the wire</h2><pre class="wire" id="wire" tabindex="0"></pre></section></div>
<dialog id="reverify" aria-labelledby="reverify-title"><form method="dialog"><h2 id="reverify-title">Confirm that it is you</h2><div class="field"><label for="reverify-password">Password</label><input id="reverify-password" type="password" autocomplete="current-password"></div><button value="yes">Confirm</button> <button value="no">Cancel</button></form></dialog>
<h2>The source that runs</h2>${highlight(code, 'ts')}<h2>What it shares with the other form</h2>${highlight(source('examples/form.ts'), 'ts')}`;
    write(
      `examples/${name}-password.html`,
      layout(`examples/${name}-password.html`, title, body, { script: `${name}-live`, wide: true }),
    );
    write(`examples/${name}-password.md`, `# ${title}\n\nThe source of the live example.\n\n\`\`\`ts\n${code}\`\`\`\n`);
  }

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
