/** The page on its own, against `npm start`. */
import { Clerk } from 'user-password-api';
import { start } from './update-password.ts';

const key = `pk_test_${btoa('example.clerk.accounts.dev$')}`;
const clerk = new Clerk(key, { proxyUrl: 'http://127.0.0.1:4010' });
const form = document.querySelector<HTMLFormElement>('#form');
await clerk.load();
const signIn = document.querySelector('#sign-in');
if (!clerk.user && signIn) clerk.mountSignIn(signIn);
if (form) start(form, async () => clerk);
