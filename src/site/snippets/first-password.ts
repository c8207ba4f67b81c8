import type { User } from 'user-password-api';

/** The form asks for the current password only if the user has one. */
export const asksForCurrentPassword = (user: User) => user.passwordEnabled;

/** Sets a first password, or changes the current one. */
export function savePassword(user: User, form: FormData): Promise<User> {
  const newPassword = String(form.get('new-password'));
  if (!user.passwordEnabled) return user.updatePassword({ newPassword });
  const currentPassword = String(form.get('current-password'));
  return user.updatePassword({ newPassword, currentPassword });
}
