/** A password page of somebody who followed the guide: what its Playwright test and its dialog are tried on. */
import { isClerkAPIResponseError, isClerkCallError } from 'user-password-api';
import { askInDialog } from '../../../src/site/snippets/password-dialog.ts';
import { createClerk } from '../../../src/site/snippets/reverification.ts';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
// Beside the page where it is served so, else where the guide says.
const proxyUrl = new URLSearchParams(location.search).get('proxy') ?? 'http://localhost:4010';
const clerk = createClerk(key, { proxyUrl }, askInDialog);
const form = document.querySelector<HTMLFormElement>('#form');
const signIn = document.querySelector('#sign-in');
const said = document.querySelector('#said');
/** Aborts when the user goes to another page of the app. */
const left = new AbortController();
addEventListener('hashchange', () => left.abort());

await clerk.load();
if (!clerk.user && signIn) clerk.mountSignIn(signIn);
const show = (): void => {
  if (form) form.hidden = !clerk.user;
};
clerk.addListener(show);
show();
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const newPassword = String(data.get('new_password'));
  const currentPassword = String(data.get('current_password')) || undefined;
  const text = await clerk.user?.updatePassword({ newPassword, currentPassword }, { signal: left.signal }).then(
    () => 'Changed.',
    (error: unknown) => {
      if (isClerkAPIResponseError(error) || isClerkCallError(error)) return error.errors[0].longMessage;
      throw error;
    },
  );
  if (said) said.textContent = text ?? '';
});
