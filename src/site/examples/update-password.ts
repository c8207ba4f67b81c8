/** Changes the password of the signed-in user, or sets a first one. */
import type { Clerk } from 'user-password-api';
import { wireForm } from './form.ts';

/** `current` gives the session that is signed in at the time of the call. */
export function start(form: HTMLFormElement, current: () => Promise<Clerk>): void {
  wireForm(form, async () => {
    const data = new FormData(form);
    const { user } = await current();
    if (!user) return undefined;
    await user.updatePassword({
      newPassword: String(data.get('new_password')),
      currentPassword: user.passwordEnabled ? String(data.get('current_password')) : undefined,
      signOutOfOtherSessions: data.has('sign_out'),
    });
    return 'Your password is changed.';
  });
}
