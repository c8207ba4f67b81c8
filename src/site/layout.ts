/** The frame of every page. */
import { createHash } from 'node:crypto';
import { EDITION, sourceUrl } from './edition.ts';
import { GROUPS, neighbours, PAGES } from './pages.ts';

/** Runs before the first paint, so that a theme that was chosen does not flash. The policy names it by its hash. */
const THEME =
  "try{const t=localStorage.getItem('user-password-api.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
const HASH = `'sha256-${createHash('sha256').update(THEME).digest('base64')}'`;

// Pages send nothing; `connect-src 'self'` is for checkers that read robots.txt from within the page.
const POLICY = `default-src 'none'; script-src 'self' ${HASH}; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A name as code that may be broken at its underscores. */
export const breakable = (name: string): string => `<code>${name.replaceAll('_', '_<wbr>')}</code>`;

/** A padlock, in the page itself: a file would be one more request. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b57b8'/%3E%3Cpath d='M11 14v-3a5 5 0 0 1 10 0v3' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3Crect x='8.5' y='14' width='15' height='11' rx='2.5' fill='%23fff'/%3E%3C/svg%3E";

interface LayoutOptions {
  /** Entry script of the page, by its name in assets/. */
  readonly script?: string;
  /** Style sheet of this page alone, by its name in assets/. */
  readonly style?: string;
  readonly wide?: boolean;
  /** The purpose of the page, in a sentence; search engines show it. */
  readonly description?: string;
  /** The file of the repository that the page is written in. */
  readonly source?: string;
  /** Stands in the menu below the page's own entry, in place of an outline beside the text. */
  readonly contents?: string;
}

/** Where the outline stands on a page whose beginning needs the whole width; else it is a column of its own. */
const OUTLINE_PLACE = '<div class="outline-place"></div>';

export function layout(path: string, title: string, body: string, options: LayoutOptions = {}): string {
  const up = path.includes('/') ? '../' : '';
  const name = path.replace('.html', '');
  const outline = options.contents === undefined ? outlineOf(body) : '';
  const isInText = body.includes(OUTLINE_PLACE);
  const twin = path === '404.html' ? '' : `<link rel="alternate" type="text/markdown" href="${up}${name}.md">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(options.description ?? `${title}: change or remove the password of a signed-in Clerk user, by SDK, client or HTTP.`)}">
<title>${title} · User Password API</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0e1217" media="(prefers-color-scheme: dark)">
<link rel="icon" type="image/svg+xml" href="${ICON}">
<script>${THEME}</script>
<link rel="stylesheet" href="${up}assets/site.css">${options.style ? `<link rel="stylesheet" href="${up}assets/${options.style}.css">` : ''}${twin}
<script defer src="${up}assets/page.js"></script>${options.script ? `<script type="module" src="${up}assets/${options.script}.js"></script>` : ''}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="site"><div>
<a class="brand" href="${up}index.html">User Password API</a>
<button type="button" class="menu-button" popovertarget="menu">Menu</button>
<button type="button" id="open-search" class="scripted" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K">Search<kbd aria-hidden="true">Ctrl K</kbd></button>
<select id="theme" class="scripted" aria-label="Theme" autocomplete="off"><option value="">System</option><option value="light">Light</option><option value="dark">Dark</option></select>
</div></header>
<div class="page">
<nav class="menu" id="menu" popover aria-label="Site">${menu(name, up, options.contents)}</nav>
<main id="content"${options.wide ? ' class="wide"' : ''}>
${outline && '<button type="button" class="outline-button" popovertarget="outline">On this page</button>'}
${isInText ? body.replace(OUTLINE_PLACE, outline) : body}
${path === '404.html' ? '' : pageEnd(name, up, options.source)}
</main>
${isInText ? '' : outline}
</div>
<footer class="foot"><p>MIT licensed. Not Clerk's own software. For programs: <a href="${up}llms.txt">llms.txt</a>, <a href="${up}openapi.json">openapi.json</a>.</p></footer>
</body>
</html>
`;
}

/** The groups of pages. With `contents`, only the group of the page itself is open. */
function menu(here: string, up: string, contents: string | undefined): string {
  return GROUPS.map(({ title, pages }) => {
    const items = Object.entries(pages).map(([name, text]) => {
      const isHere = name === here;
      return `<li><a href="${up}${name}.html"${isHere ? ' aria-current="page"' : ''}>${text}</a>${isHere ? (contents ?? '') : ''}</li>`;
    });
    const isOpen = contents === undefined || here in pages;
    return `<details${isOpen ? ' open' : ''}><summary>${title}</summary><ul>${items.join('')}</ul></details>`;
  }).join('');
}

/** The headings of the page as links; empty where there are too few to choose from. */
function outlineOf(body: string): string {
  // By its link, not by its id: in the catalogue, the address of a code is that of the whole entry.
  const headings = [...body.matchAll(/<h([23]) id="[^"]+"><a class="anchor" href="#([^"]+)">(.*?)<\/a><\/h\1>/g)];
  if (headings.length < 3) return '';
  const items = headings.map(([, depth, id, html]) => `<li class="depth-${depth}"><a href="#${id}">${html}</a></li>`);
  return `<nav class="outline" id="outline" popover aria-labelledby="outline-title"><p id="outline-title">On this page</p><ul>${items.join('')}</ul></nav>`;
}

/** Where to go from here, and what the page is made from. */
function pageEnd(name: string, up: string, source: string | undefined): string {
  const { previous, next } = neighbours(name);
  const link = (to: string | undefined, rel: string, word: string): string =>
    to === undefined ? '' : `<a rel="${rel}" href="${up}${to}.html"><span>${word}</span> ${PAGES.get(to)}</a>`;
  const from = source === undefined ? '' : ` · <a href="${sourceUrl(source)}">Source</a>`;
  return `<footer class="page-end"><nav aria-label="Previous and next page">${link(previous, 'prev', 'Previous')}${link(next, 'next', 'Next')}</nav>
<p>Version ${EDITION.version}, <time datetime="${EDITION.day}">${EDITION.date}</time>${from} · <a href="${up}${name}.md">This page as Markdown</a></p></footer>`;
}
