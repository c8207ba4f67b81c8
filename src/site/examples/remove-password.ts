/** Removes the password of the signed-in user, once they have confirmed it. */
import type { Clerk } from 'user-password-api';
import { ask, wireForm } from './form.ts';

/** `current` gives the session that is signed in at the time of the call. */
export function start(form: HTMLFormElement, current: () => Promise<Clerk>): void {
  wireForm(form, async () => {
    const dialog = document.querySelector<HTMLDialogElement>('#confirm');
    if (dialog && !(await ask(dialog))) return undefined;
    const { user } = await current();
    await user?.removePassword({ currentPassword: String(new FormData(form).get('current_password')) });
    return 'Your password is removed.';
  });
}
