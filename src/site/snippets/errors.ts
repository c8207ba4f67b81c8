import {
  isClerkAPIResponseError,
  isClerkCallError,
  type RemovePasswordErrorCode,
  type User,
} from 'user-password-api';

/** Returns what to tell the user, or null after a success. */
export async function remove(user: User, currentPassword: string) {
  try {
    await user.removePassword({ currentPassword });
    return null;
  } catch (error) {
    if (isClerkAPIResponseError<RemovePasswordErrorCode>(error)) {
      const [{ code, longMessage, meta }] = error.errors;
      // Show the message beside this field; its name is the server's.
      return { code, longMessage, field: meta.paramName };
    }
    if (isClerkCallError(error)) {
      // No usable response: `reason` says why.
      return {
        code: error.reason,
        longMessage: error.errors[0].longMessage,
      };
    }
    throw error; // a bug in this program
  }
}
