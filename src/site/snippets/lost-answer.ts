import {
  isClerkAPIResponseError,
  isClerkCallError,
  type UpdateUserPasswordParams,
  type User,
} from 'user-password-api';

/** Whether the change may have been made: no response, or the server failed. */
const isUnknown = (error: unknown) =>
  (isClerkCallError(error) || isClerkAPIResponseError(error)) &&
  error.outcomeUnknown;

/**
 * Changes the password, and finds out whether it did if the answer was lost.
 * After 'unchanged' the person may try again. Rejects where the server
 * refused, and where it cannot be asked either.
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
