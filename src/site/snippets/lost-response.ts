import {
  isClerkAPIResponseError,
  isClerkCallError,
  type UpdateUserPasswordParams,
  type User,
} from 'user-password-api';

/** True if the change may have been made: no response, or a 5xx. */
const isUnknown = (error: unknown) =>
  (isClerkCallError(error) || isClerkAPIResponseError(error)) &&
  error.outcomeUnknown;

/**
 * Changes the password. If the response was lost, reloads the user to find
 * out what happened. After 'unchanged' the user may try again. Rejects with
 * the server's error, and if the reload fails too.
 */
export async function changeForSure(
  user: User,
  params: UpdateUserPasswordParams,
): Promise<'changed' | 'unchanged'> {
  const before = user.passwordLastUpdatedAt?.getTime();
  try {
    await user.updatePassword(params);
    return 'changed';
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
  const { passwordLastUpdatedAt } = await user.reload();
  return passwordLastUpdatedAt?.getTime() === before
    ? 'unchanged'
    : 'changed';
}

/** The same for removal. */
export async function removeForSure(
  user: User,
  currentPassword: string,
): Promise<'removed' | 'kept'> {
  try {
    await user.removePassword({ currentPassword });
    return 'removed';
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
  const { passwordEnabled } = await user.reload();
  return passwordEnabled ? 'kept' : 'removed';
}
