import {
  type Clerk,
  isClerkAPIResponseError,
  type User,
} from 'user-password-api';

/** Changes the password and ends every other session; this one stays. */
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

/** On the other devices: tells when the session was ended. */
export const onSignedOut = (clerk: Clerk, showSignIn: () => void) =>
  clerk.addListener(({ user }) => {
    if (user === null) showSignIn();
  });

/** A device learns of it with its next call: make one now and then. */
export async function checkSession(clerk: Clerk): Promise<void> {
  try {
    await clerk.user?.reload();
  } catch (error) {
    // 401: the session has ended, and the listener above was told.
    if (!isClerkAPIResponseError(error) || error.status !== 401)
      throw error;
  }
}
