/** Changes the password of the signed-in user, or sets a first one. */
import type { Clerk, User } from 'user-password-api';
import { showAccount, wireForm } from './form.ts';
import { tickRules } from './password-rules.ts';

/** Shows whose password it is. A user without a password is not asked for the current one. */
export function show(form: HTMLFormElement, user: User): void {
  showAccount(form, user);
  const current = form.querySelector<HTMLElement>('#current-field');
  if (current) current.hidden = !user.passwordEnabled;
}

export function start(form: HTMLFormElement, signedIn: () => Promise<Clerk>): void {
  const list = form.querySelector('#rules');
  const summary = form.querySelector('#rules-met');
  if (list && summary) tickRules(form, list, summary);
  wireForm(form, async (signal) => {
    const data = new FormData(form);
    const { user } = await signedIn();
    if (!user) return 'You are signed out. Sign in and try again.';
    const first = !user.passwordEnabled;
    const params = {
      newPassword: String(data.get('new_password')),
      currentPassword: first ? undefined : String(data.get('current_password')),
      signOutOfOtherSessions: data.has('sign_out'),
    };
    const after = await user.updatePassword(params, { signal });
    show(form, after);
    return first ? 'Your password is set.' : 'Your password is changed.';
  });
}
