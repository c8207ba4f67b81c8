import {
  isClerkAPIResponseError,
  isClerkCallError,
  type RemovePasswordErrorCode,
  type User,
} from 'user-password-api';

/** What to tell the person; null where all went well. */
export async function remove(user: User, currentPassword: string) {
  try {
    await user.removePassword({ currentPassword });
    return null;
  } catch (error) {
    if (isClerkAPIResponseError<RemovePasswordErrorCode>(error)) {
      const [{ code, longMessage, meta }] = error.errors;
      // The field to put the message beside, as the server calls it.
      return { code, longMessage, field: meta.paramName };
    }
    if (isClerkCallError(error)) {
      // No answer, or none to act on: `reason` says which.
      return {
        code: error.reason,
        longMessage: error.errors[0].longMessage,
      };
    }
    throw error; // a mistake in this program
  }
}
