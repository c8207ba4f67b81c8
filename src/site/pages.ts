/** The pages of the site in reading order, by group. The menu, "Previous" and "Next", and the search follow this list. */
import { existsSync } from 'node:fs';

interface Group {
  readonly title: string;
  /** Path without its ending, and what the menu calls it. */
  readonly pages: Readonly<Record<string, string>>;
}

/** A page of the guide needs two things: its file guide/<name>.md, and a line here. */
export const GROUPS: readonly Group[] = [
  {
    title: 'Guide',
    pages: {
      index: 'Get started',
      recipes: 'Recipes',
      security: 'Security',
      moving: 'Move from clerk-js',
    },
  },
  {
    title: 'Testing',
    pages: { testing: 'Test your pages', ci: 'Continuous integration', troubleshooting: 'Troubleshooting' },
  },
  {
    title: 'Frameworks',
    pages: {
      frameworks: 'What runs',
      react: 'React',
      nextjs: 'Next.js',
      vue: 'Vue',
      svelte: 'SvelteKit',
      astro: 'Astro',
    },
  },
  {
    title: 'Examples',
    pages: {
      'examples/update-password': 'Update password',
      'examples/remove-password': 'Remove password',
      'short-examples': 'Short examples',
    },
  },
  {
    title: 'Reference',
    pages: {
      reference: 'API reference',
      errors: 'Error catalogue',
      sdk: 'SDK',
      'openapi-fetch': 'openapi-fetch client',
      emulator: 'Emulator command',
      seed: 'Seed file and settings',
      'forced-responses': 'Forced responses',
      control: 'Control API',
      'in-process': 'In-process emulator',
      mock: 'Contract mock',
    },
  },
  {
    title: 'About',
    pages: {
      questions: 'Questions',
      sources: 'How true is this?',
      alternatives: 'Alternatives',
      hosting: 'Host this site',
    },
  },
];

/** The name of each page in the menu, by path without its ending, in reading order. */
export const PAGES: ReadonlyMap<string, string> = new Map(GROUPS.flatMap(({ pages }) => Object.entries(pages)));

/** The file that a page of the guide is written in. */
export const guideFile = (name: string): URL => new URL(`guide/${name}.md`, import.meta.url);

/** The pages of the guide, in reading order. */
export const GUIDE: readonly string[] = [...PAGES.keys()].filter((name) => existsSync(guideFile(name)));

/** The pages before and after a page. */
export function neighbours(name: string): { readonly previous: string | undefined; readonly next: string | undefined } {
  const names = [...PAGES.keys()];
  const at = names.indexOf(name);
  return { previous: names[at - 1], next: names[at + 1] };
}
