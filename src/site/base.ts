/** The parts of pages that need the address of the site: canonical addresses, cards for links to it (OpenGraph), and the site map. */
import { UsageError } from '../cli/options.ts';
import { EDITION } from './edition.ts';

/** A base address that ends in a slash. Throws a `UsageError` if it is none. */
export function readBase(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : undefined;
  if (!base || !/^https?:$/.test(base.protocol) || base.search || base.hash)
    throw new UsageError(`--base needs an address such as https://docs.example.com/passwords/, not ${text}.`);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

/** The address of a page; the start page has that of its folder. */
const addressOf = (path: string, base: URL): string => new URL(path.replace(/(^|\/)index\.html$/, '$1'), base).href;

/** The page with its address in its head. */
export function withAddress(html: string, path: string, base: URL): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  const description = /<meta name="description" content="([^"]*)">/.exec(html)?.[1];
  const address = addressOf(path, base);
  const tags = [
    `<link rel="canonical" href="${address}">`,
    ...Object.entries({ title, description, url: address, type: 'website', site_name: 'User Password API' }).map(
      ([name, content]) => `<meta property="og:${name}" content="${content}">`,
    ),
    '<meta name="twitter:card" content="summary">',
  ];
  // A host shows that page at any depth, so its links must not depend on where it is.
  if (path === '404.html') return html.replaceAll(/(href|src)="(?![#/]|[a-z]+:)/g, `$1="${base.pathname}`);
  return html.replace('</head>', `${tags.join('\n')}\n</head>`);
}

/** sitemap.xml, with every page of those paths. */
export function siteMap(paths: readonly string[], base: URL): string {
  const pages = paths
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .map((path) => `<url><loc>${addressOf(path, base)}</loc><lastmod>${EDITION.day}</lastmod></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('\n')}\n</urlset>\n`;
}
