/** The error catalogue: one page to search in, and a Markdown twin for each code. */
import type { Contract } from './contract.ts';
import { breakable, escapeHtml } from './layout.ts';
import { CODES, fieldMessagesOf, type Mention, type Place, placesOf, RETRY } from './markdown.ts';
import { dated, type Render } from './render.ts';
import { sourceWords } from './sources.ts';

const INTRO = `Every error response has an error code. Branch on the code, which stays the same, and show \`longMessage\`, which is written for
users. Servers may add codes: have a default. The guide has [one switch for all of them](recipes.html#handle-every-error-code-in-one-switch).`;

function placeRow(render: Render, { status, paramName, operations, cause, remedy, longMessage }: Place): string {
  const links = operations.map((id) => `<a href="reference.html#${id}">${id}</a>`).join(', ');
  const field = paramName === undefined ? '' : `, field <code>${escapeHtml(paramName)}</code>`;
  const own = [
    cause === undefined ? '' : `<li>Meaning: ${render.inline(cause)}</li>`,
    longMessage === undefined ? '' : `<li>Tell the user: ${escapeHtml(longMessage)}</li>`,
    remedy === undefined ? '' : `<li>In code: ${render.inline(remedy)}</li>`,
  ].join('');
  return `<li>${status}${field}: ${links}${own === '' ? '' : `<ul>${own}</ul>`}</li>`;
}

/** The body of errors.html. */
export function cataloguePage(render: Render, mentions: ReadonlyMap<string, readonly Mention[]>): string {
  const entries = CODES.map(([code, entry]) => {
    const read = mentions.get(code) ?? [];
    const guide =
      read.length === 0
        ? ''
        : `<dt>In the guide</dt><dd>${read.map(({ title, href }) => `<a href="${href}">${escapeHtml(title)}</a>`).join(', ')}</dd>`;
    const others = fieldMessagesOf(entry).map(
      ([field, words]) => `<br>For <code>${field}</code>: ${escapeHtml(words)}`,
    );
    const places = placesOf(entry).map((place) => placeRow(render, place));
    return `<section class="code" id="${code}" aria-labelledby="${code}-title">
<h2 id="${code}-title"><a class="anchor" href="#${code}">${breakable(code)}</a></h2>
<p>${escapeHtml(entry.summary)}. <a class="twin" href="errors/${code}.md" aria-label="${code} as Markdown">Markdown</a></p>
<dl><dt>Meaning</dt><dd>${render.inline(entry.cause)}</dd><dt>Tell the user</dt><dd>${escapeHtml(entry.longMessage)}${others.join('')}</dd><dt>In code</dt><dd>${render.inline(entry.remedy)}</dd><dt>Retry</dt><dd>${RETRY[entry.retry]}</dd><dt>Source</dt><dd>${dated(escapeHtml(sourceWords(entry.source)))}</dd><dt>Where</dt><dd><ul class="places">${places.join('')}</ul></dd>${guide}</dl></section>`;
  });
  return `<h1>Error catalogue</h1>
${render.page(INTRO)}
<div class="field" role="search"><label for="filter">Search the codes</label><p class="hint" id="filter-rule">Any word of a code, a field, a status or a meaning.</p><input id="filter" type="search" autocomplete="off" spellcheck="false" autocapitalize="none" aria-describedby="filter-rule" aria-controls="codes"></div>
<noscript><p>This search needs JavaScript. Your browser's own search finds every code too.</p></noscript>
<p id="count" role="status">${CODES.length} codes</p>
<div id="codes">
${entries.join('\n')}
</div>`;
}

/** The twin of errors.html. */
export function catalogueTwin(contract: Contract): string {
  const list = CODES.map(([code, { summary, places }]) => {
    const statuses = [...new Set(places.map(({ status }) => status))].join(', ');
    return `- [${code}](errors/${code}.md): ${statuses}. ${summary}.`;
  });
  return `# Error catalogue of the ${contract.info.title}

${INTRO.replace('recipes.html', 'recipes.md')}

${list.join('\n')}
`;
}
