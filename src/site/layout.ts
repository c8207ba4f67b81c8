/** What every page has around its content. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'";

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const LINKS = [
  ['index.html', 'Guide'],
  ['reference.html', 'Reference'],
  ['examples/update-password.html', 'Examples'],
  ['errors.html', 'Errors'],
] as const;

interface LayoutOptions {
  /** Entry script of the page, by its name in assets/. */
  readonly script?: string;
  /** Style sheet of this page alone, by its name in assets/. */
  readonly style?: string;
  readonly wide?: boolean;
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
<meta name="description" content="${title}: change or remove the password of a signed-in Clerk user, by SDK, client or HTTP.">
<title>${title} · User Password API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}assets/site.css">${options.style ? `<link rel="stylesheet" href="${up}assets/${options.style}.css">` : ''}${twin}
${options.script ? `<script type="module" src="${up}assets/${options.script}.js"></script>` : ''}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="site"><nav aria-label="Site">${links.join('')}</nav></header>
<main id="content"${options.wide ? ' class="wide"' : ''}>
${body}
</main>
<footer class="foot">MIT. Not Clerk's own software. For programs: <a href="${up}llms.txt">llms.txt</a>, <a href="${up}openapi.json">openapi.json</a>.</footer>
</body>
</html>
`;
}
