/** Asks for the password again in a dialog if the server requires reverification. */
import type { Reverification } from 'user-password-api';
import { ask, clear, showError } from './form.ts';

/** For the option `onReverification`. Escape and Cancel give no proof: the call that waits is then rejected. */
export async function reverify({ verifyWithPassword, signal }: Reverification): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('#reverify');
  const form = dialog?.querySelector('form');
  if (!dialog || !form) throw new Error('The page lacks the dialog #reverify.');
  const account = document.querySelector<HTMLInputElement>('#form [name=username]');
  const username = form.elements.namedItem('username');
  if (account && username instanceof HTMLInputElement) username.defaultValue = account.value;
  form.reset();
  clear(form);
  let over = false;
  const submit = async (event: SubmitEvent): Promise<void> => {
    if (event.submitter?.getAttribute('value') === 'no') return;
    event.preventDefault();
    clear(form);
    try {
      await verifyWithPassword(String(new FormData(form).get('password')));
      if (!over) dialog.close('yes');
    } catch (error) {
      if (!over) showError(form, error);
    }
  };
  form.addEventListener('submit', submit);
  await ask(dialog, signal);
  over = true;
  form.removeEventListener('submit', submit);
}
