/** What every page has around its content. */
// Pages send nothing; `connect-src 'self'` is for checkers that read robots.txt from within the page.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A name as code that may be broken at its underscores. */
export const breakable = (name: string): string => `<code>${name.replaceAll('_', '_<wbr>')}</code>`;

const LINKS = [
  ['index.html', 'Guide'],
  ['recipes.html', 'Recipes'],
  ['testing.html', 'Testing'],
  ['security.html', 'Security'],
  ['reference.html', 'Reference'],
  ['examples/update-password.html', 'Examples'],
  ['errors.html', 'Errors'],
  ['sources.html', 'Sources'],
] as const;

/** A padlock, in the page itself: a file would be one more request. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b57b8'/%3E%3Cpath d='M11 14v-3a5 5 0 0 1 10 0v3' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3Crect x='8.5' y='14' width='15' height='11' rx='2.5' fill='%23fff'/%3E%3C/svg%3E";

interface LayoutOptions {
  /** Entry script of the page, by its name in assets/. */
  readonly script?: string;
  /** Style sheet of this page alone, by its name in assets/. */
  readonly style?: string;
  readonly wide?: boolean;
  /** What the page is for, in a sentence; search engines show it. */
  readonly description?: string;
}

export function layout(path: string, title: string, body: string, options: LayoutOptions = {}): string {
  const up = path.includes('/') ? '../' : '';
  const links = LINKS.map(([to, text]) => {
    const here = to === path || (text === 'Examples' && path.startsWith('examples/'));
    return `<a href="${up}${to}"${here ? ' aria-current="page"' : ''}>${text}</a>`;
  });
  const twin =
    path === '404.html'
      ? ''
      : `<link rel="alternate" type="text/markdown" href="${up}${path.replace('.html', '.md')}">`;
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
<link rel="stylesheet" href="${up}assets/site.css">${options.style ? `<link rel="stylesheet" href="${up}assets/${options.style}.css">` : ''}${twin}
${options.script ? `<script type="module" src="${up}assets/${options.script}.js"></script>` : ''}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="site"><div><a class="brand" href="${up}index.html">User Password API</a><nav aria-label="Site">${links.join('')}</nav></div></header>
<main id="content"${options.wide ? ' class="wide"' : ''}>
${body}
</main>
<footer class="foot"><p>MIT licensed. Not Clerk's own software. For programs: <a href="${up}llms.txt">llms.txt</a>, <a href="${up}openapi.json">openapi.json</a>.</p></footer>
</body>
</html>
`;
}
