// What bundlers are given. `visitAll` is called in the browser, with the address of a running emulator.
import Clerk from 'user-password-api';
import { outcomes, visit, visitByGivenFetch, visitInProcess } from './visit.js';

globalThis.visitAll = async (key, proxyUrl) => {
  await visitInProcess();
  await visitByGivenFetch(key, proxyUrl);
  const place = document.body.appendChild(document.createElement('div'));
  const clerk = new Clerk(key, { proxyUrl });
  await clerk.load();
  clerk.mountSignIn(place);
  while (!place.querySelector('form')) await new Promise((resolve) => setTimeout(resolve, 20));
  const [identifier, password] = place.querySelectorAll('input');
  identifier.value = 'user@example.com';
  password.value = 'current-password-1';
  const signedIn = new Promise((resolve) => clerk.addListener(({ user }) => user && resolve(user.firstName)));
  place.querySelector('form').requestSubmit();
  const name = await signedIn;
  await visit(key, { proxyUrl });
  return name;
};

// Called with the network's failures; `goOffline` is the test's.
globalThis.outcomesInPage = (key, proxyUrl, targets) =>
  outcomes(key, proxyUrl, targets, async (name) => name === 'offline' && globalThis.goOffline());

// Called in two tabs: signs in, and resolves once nobody is signed in; and signs out.
globalThis.waitForSignOut = async (key, proxyUrl) => {
  const clerk = new Clerk(key, { proxyUrl });
  await clerk.load();
  await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  globalThis.signedOut = new Promise((resolve) =>
    clerk.addListener(({ user }) => user === null && resolve('signed out')),
  );
};
globalThis.signOutHere = async (key, proxyUrl) => {
  const clerk = new Clerk(key, { proxyUrl });
  await clerk.load();
  const { firstName } = clerk.user;
  await clerk.signOut();
  return firstName;
};
