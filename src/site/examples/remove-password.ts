/** Removes the password of the signed-in user, once they have confirmed it. */
import type { Clerk } from 'user-password-api';
import { ask, wireForm } from './form.ts';

/** Shows whose password it is. */
export { showAccount as show } from './form.ts';

export function start(form: HTMLFormElement, signedIn: () => Promise<Clerk>): void {
  const send = async (signal: AbortSignal): Promise<string> => {
    const { user } = await signedIn();
    if (!user) return 'You are signed out. Sign in and try again.';
    const currentPassword = String(new FormData(form).get('current_password'));
    await user.removePassword({ currentPassword }, { signal });
    return 'Your password is removed.';
  };
  const dialog = document.querySelector<HTMLDialogElement>('#confirm');
  wireForm(form, send, async (signal) => !dialog || ask(dialog, signal));
}
