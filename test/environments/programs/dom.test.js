// In a document that is no browser's, under vitest or Jest.
import { Clerk } from 'user-password-api';
import { visit, visitInProcess } from './visit.js';

const { KEY, URL_OF_EMULATOR } = process.env;
const until = async (found) => {
  while (!found()) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('an emulator in the process is answered by the SDK', async () => {
  await visitInProcess();
});

test('the SDK reaches a server by the fetch that is there', async () => {
  await visit(KEY, { proxyUrl: URL_OF_EMULATOR, ...globalThis.nodeFetch });
});

test('the sign-in form appears, signs in, and goes away', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const clerk = new Clerk(KEY, { proxyUrl: URL_OF_EMULATOR, ...globalThis.nodeFetch });
  await clerk.load();
  if (clerk.user) await clerk.signOut();
  clerk.mountSignIn(place);
  await until(() => place.querySelector('form'));
  const [identifier, password] = place.querySelectorAll('input');
  identifier.value = 'user@example.com';
  // Changed by the test before, on the same emulator.
  password.value = 'correct horse battery staple';
  place.querySelector('form').requestSubmit();
  await until(() => !place.querySelector('form'));
  expect(clerk.user.firstName).toBe('Ada');
});
