/** The state file cannot be locked, read or written. The message is one sentence. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}
