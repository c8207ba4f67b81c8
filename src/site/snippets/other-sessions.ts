import {
  type Clerk,
  isClerkAPIResponseError,
  type User,
} from 'user-password-api';

/** Changes the password and signs out every other session. */
export const changeAndSignOutOthers = (
  user: User,
  currentPassword: string,
  newPassword: string,
) =>
  user.updatePassword({
    currentPassword,
    newPassword,
    signOutOfOtherSessions: true,
  });

/** On the other devices: shows the sign-in form once the session ended. */
export const onSignedOut = (clerk: Clerk, showSignIn: () => void) =>
  clerk.addListener(({ user }) => {
    if (user === null) showSignIn();
  });

/** Makes a request, because a device finds out on its next one. */
export async function checkSession(clerk: Clerk): Promise<void> {
  try {
    await clerk.user?.reload();
  } catch (error) {
    // 401: the session has ended, and the listener above was called.
    if (!isClerkAPIResponseError(error) || error.status !== 401)
      throw error;
  }
}
