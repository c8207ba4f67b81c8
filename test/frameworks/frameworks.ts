/** The frameworks of the table: how each application is started, and what a user does in it. */
import { knownToTheServer, passwordPage, profile, reverifies, type Step, signsOut } from './journey.ts';

export interface Framework {
  /** The vendor's package, for the table. */
  readonly name: string;
  /** The framework that it is for, also a package. */
  readonly of: string;
  /** Folder under apps/. */
  readonly folder: string;
  /** What stands after `--`, with the port to listen on. */
  readonly command: (port: number) => string;
  readonly steps: readonly Step[];
  /** What is known not to run, with the reason. */
  readonly not?: string;
}

const vite = (port: number): string => `vite build --logLevel warn && exec vite preview --port ${port} --strictPort`;
const next = (port: number): string => `exec next dev --port ${port}`;

const NO_FORM = 'removal in `<UserProfile />`, which has no form for it';

const react = [...passwordPage, ...profile, reverifies, signsOut];
const nextjs = [
  ...passwordPage,
  knownToTheServer('middleware, `auth.protect()`, `currentUser()`', '/sign-in'),
  ...profile,
  reverifies,
  signsOut,
];
/** No other package than those for React and Next.js has a function that asks for reverification. */
const NO_REVERIFICATION = `${NO_FORM}; reverification, for which the package has no function`;

export const frameworks: readonly Framework[] = [
  { name: '@clerk/clerk-react', of: 'react', folder: 'react-5', command: vite, steps: react, not: NO_FORM },
  { name: '@clerk/react', of: 'react', folder: 'react-6', command: vite, steps: react, not: NO_FORM },
  { name: '@clerk/nextjs', of: 'next', folder: 'next-6', command: next, steps: nextjs, not: NO_FORM },
  { name: '@clerk/nextjs', of: 'next', folder: 'next-7', command: next, steps: nextjs, not: NO_FORM },
  {
    name: '@clerk/vue',
    of: 'vue',
    folder: 'vue',
    command: vite,
    steps: [...passwordPage, ...profile, signsOut],
    not: NO_REVERIFICATION,
  },
  {
    name: 'svelte-clerk',
    of: '@sveltejs/kit',
    folder: 'svelte',
    command: vite,
    steps: [
      ...passwordPage,
      knownToTheServer('`withClerkHandler()`, `locals.auth()`, `clerkClient`'),
      ...profile,
      signsOut,
    ],
    not: NO_REVERIFICATION,
  },
  {
    name: '@clerk/astro',
    of: 'astro',
    folder: 'astro',
    command: (port) => `astro build && exec astro preview --port ${port}`,
    steps: [
      ...passwordPage,
      knownToTheServer('`clerkMiddleware()`, `locals.auth()`, `locals.currentUser()`'),
      ...profile,
      signsOut,
    ],
    not: NO_REVERIFICATION,
  },
];

export interface Suite extends Omit<Framework, 'command' | 'steps'> {
  /** What its tests do, for the table. */
  readonly does: string;
  /** What stands after `--`. */
  readonly command: string;
}

/** Packages for tests, each with a suite of its own. */
export const suites: readonly Suite[] = [
  {
    name: '@clerk/testing',
    of: '@playwright/test',
    folder: 'react-6',
    command: 'exec playwright test --config local.config.ts',
    does: '`clerkSetup()`, `setupClerkTestingToken()`, `clerk.signIn()` by email address, by password and by a code, `clerk.signOut()`',
  },
];

/** What no test runs, with what a trial by hand showed. */
export const others: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: '@clerk/expo',
    why: '4.6.6 with Expo 56, web export: `<SignIn />`, wrong current password, change, removal, a first one, `<UserProfile />` and sign out run, with the options of React. Not tried: native apps, which need a device',
  },
  {
    name: '--https',
    why: '`@clerk/clerk-react` 5 and `@clerk/react` 6 with the `proxyUrl` alone, `@clerk/nextjs` 7: `<SignIn />`, wrong current password, change, reload and sign out run in Chromium that ignores errors of certificates',
  },
];

/** Guide pages that were followed by hand in a new project, from its first command until the password was changed. */
export const byHand: readonly { readonly page: string; readonly project: string; readonly minutes: string }[] = [
  { page: 'React', project: '`create-vite`', minutes: '5' },
  { page: 'Next.js', project: '`create-next-app`', minutes: '3' },
  { page: 'Vue', project: '`create-vue`', minutes: '7' },
  { page: 'SvelteKit', project: '`sv create`', minutes: '3' },
  { page: 'Astro', project: 'minimal template of `create-astro`, with npm and with pnpm', minutes: '3' },
];
