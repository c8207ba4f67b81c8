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
}

const vite = (port: number): string => `vite build --logLevel warn && exec vite preview --port ${port} --strictPort`;
const next = (port: number): string => `exec next dev --port ${port}`;

const react = [...passwordPage, profile, reverifies, signsOut];
const nextjs = [...passwordPage, knownToTheServer, profile, reverifies, signsOut];

export const frameworks: readonly Framework[] = [
  { name: '@clerk/clerk-react', of: 'react', folder: 'react-5', command: vite, steps: react },
  { name: '@clerk/react', of: 'react', folder: 'react-6', command: vite, steps: react },
  { name: '@clerk/nextjs', of: 'next', folder: 'next-6', command: next, steps: nextjs },
  { name: '@clerk/nextjs', of: 'next', folder: 'next-7', command: next, steps: nextjs },
];
