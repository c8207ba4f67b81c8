/** Serves the site that site.setup.ts built, under a base path, as any static host would. */
import { inject } from 'vitest';
import { serveFolder } from '../../src/site/serve.ts';

export interface ServedSite {
  readonly folder: string;
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => void;
}

export async function serveSite(): Promise<ServedSite> {
  const folder = inject('siteFolder');
  return { folder, ...(await serveFolder(folder, { base: '/base/' })) };
}
