/**
 * "Was it changed?" One rule, for every call that can change something and ends in an error:
 *
 * - No, if nothing left this device: the call was wrong, it ended before it was sent, the device was offline before it was
 *   sent and still is (and the server is not on this machine or network, and no response ever came while it said so), or the
 *   runtime says that it never had a connection.
 * - No, if the server refused: any 4xx, in whatever words.
 * - Unknown in every other case: no response, half a response, one that says nothing usable, a redirect, a 5xx.
 *
 * (A 200 as in the contract is a yes, and no error.)
 */
export const refuses = (status = 0): boolean => status >= 400 && status <= 499;

/** Whether the device knows that it has no network. `true` there means nothing: a cable may lead nowhere. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
