/** The pages of the live examples, made of the files in examples/. */
import { errorCatalogue, type KnownErrorCode } from '../../generated/errors.ts';
import { codeBlock } from './code-block.ts';
import type { Highlight } from './highlight.ts';
import { escapeHtml, layout } from './layout.ts';

/** The situations to try, by their names in lab.ts. If one ends in an error code, its words are the contract's. */
const SITUATIONS: readonly (readonly [name: string, text: string, code?: KnownErrorCode])[] = [
  ['works', 'Everything works'],
  ['wrong', '', 'form_password_incorrect'],
  ['short', '', 'form_password_length_too_short'],
  ['breached', '', 'form_password_pwned'],
  ['none', 'There is no password yet'],
  ['locked', '', 'user_locked'],
  ['reverification', '', 'session_reverification_required'],
  ['others', 'Signed in on two other devices'],
  ['slow', 'The server is slow'],
  ['down', 'The server is down'],
];
const ONLY_UPDATE = ['short', 'breached', 'others'];

/** Pages and their Markdown twins, by path. `source` reads a file of src/site; `highlight` makes HTML of code. */
export function liveExamples(source: (path: string) => string, highlight: Highlight): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const both = [
    ['update', 'Update password'],
    ['remove', 'Remove password'],
  ] as const;
  for (const [name, title] of both) {
    const markup = source(`examples/${name}-password.html`);
    const form = /<!-- form -->([\s\S]*)<!-- \/form -->/.exec(markup)?.[1]?.trim();
    if (form === undefined) throw new Error(`examples/${name}-password.html lacks its form marks.`);
    const options = SITUATIONS.filter(([id]) => name === 'update' || !ONLY_UPDATE.includes(id)).map(
      ([id, text, code = name === 'remove' && id === 'none' ? ('no_password_set' as const) : undefined]) =>
        `<option value="${id}"${code ? ` data-code="${code}"` : ''}>${escapeHtml(code ? errorCatalogue[code].summary : text)}</option>`,
    );
    const tabs = both.map(
      ([other, text]) => `<a href="${other}-password.html"${other === name ? ' aria-current="page"' : ''}>${text}</a>`,
    );
    const files = [
      `${name}-password.ts`,
      'form.ts',
      ...(name === 'update' ? ['password-rules.ts'] : []),
      'reverification.ts',
    ];
    const sources = files.map((file, index) => {
      const code = highlight(source(`examples/${file}`), 'ts', ` aria-label="${file}" role="region"`);
      return `<details class="source"${index === 0 ? ' open' : ''}><summary>${file}</summary>${codeBlock(code, 'ts')}</details>`;
    });
    const body = `<h1>${title}</h1>
<p class="lead">This form runs the SDK on an emulator inside the page: nothing is sent anywhere, and nothing is real. Choose what should happen, then try it.</p>
<nav class="tabs" aria-label="Examples">${tabs.join('')}</nav>
<noscript><p class="note">The form needs scripts. Its source below can be read without.</p></noscript>
<div class="lab">
<section class="card" aria-label="Example">
<div class="field situation"><label for="situation">Situation</label><select id="situation" autocomplete="off">${options.join('')}</select>
<p class="hint" id="situation-note">Change what is filled in as you like.</p></div>
${form}
</section>
<section class="card traffic" aria-labelledby="wire-title">
<h2 id="wire-title">On the wire</h2>
<p class="hint" id="sessions">Passwords and tokens are hidden.</p>
<ol class="wire" id="wire" tabindex="0" aria-labelledby="wire-title"></ol>
</section>
</div>
<h2>The source that runs</h2>
<p>These are the files behind the form above, as they are. With the two HTML pages they make a Vite project that you can copy: <code>src/site/examples</code> in the repository.</p>
${sources.join('\n')}`;
    pages.set(
      `examples/${name}-password.html`,
      layout(`examples/${name}-password.html`, title, body, {
        script: `${name}-live`,
        wide: true,
        source: `src/site/examples/${name}-password.ts`,
      }),
    );
    pages.set(
      `examples/${name}-password.md`,
      `# ${title}\n\nThe source of the live example.\n\n${files
        .map((file) => `## ${file}\n\n\`\`\`ts\n${source(`examples/${file}`)}\`\`\`\n`)
        .join('\n')}`,
    );
  }
  return pages;
}
