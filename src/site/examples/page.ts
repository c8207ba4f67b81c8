/// <reference types="vite/client" />
/** A page on its own: against the emulator of `npx user-password-api emulator`, or your instance by VITE_PUBLISHABLE_KEY. */
import { Clerk } from 'user-password-api';
import type { Example } from './form.ts';
import { reverify } from './reverification.ts';

const key = import.meta.env['VITE_PUBLISHABLE_KEY'] as string | undefined; // Vite gives text or nothing
const proxyUrl = (import.meta.env['VITE_PROXY_URL'] as string | undefined) ?? 'http://127.0.0.1:4010'; // the same

/** Shows the form to who is signed in, and a sign-in form to everybody else. */
export async function open({ start, show }: Example): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#form');
  const signIn = document.querySelector('#sign-in');
  if (!form || !signIn) throw new Error('The page lacks #form or #sign-in.');
  const clerk = key
    ? new Clerk(key, { onReverification: reverify })
    : new Clerk(`pk_test_${btoa('example.clerk.accounts.dev$')}`, { proxyUrl, onReverification: reverify });
  const loaded = clerk.load();
  // Whoever submits the form before that waits for it.
  start(form, async () => {
    await loaded;
    return clerk;
  });
  const look = (): void => {
    form.hidden = !clerk.user;
    if (clerk.user) show(form, clerk.user);
    else clerk.mountSignIn(signIn);
  };
  clerk.addListener(look);
  try {
    await loaded;
    look();
  } catch {
    form.hidden = true;
    signIn.textContent = `There is no response from ${key ? 'the server' : proxyUrl}. Start it, then reload the page.`;
  }
}
