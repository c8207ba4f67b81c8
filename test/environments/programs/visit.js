// What a person does on a password page, in any environment. Throws if something is not as it should be.
import { Clerk, isClerkAPIResponseError, isClerkCallError } from 'user-password-api';

export const OLD = 'current-password-1';
export const NEW = 'correct horse battery staple';
const credentials = { identifier: 'user@example.com', password: OLD };

function same(seen, wanted) {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) {
    throw new Error(`wanted ${JSON.stringify(wanted)}, saw ${JSON.stringify(seen)}`);
  }
}

/** Signs in, is refused with a wrong password, changes it, signs out, and signs in with the new one. */
export async function visit(publishableKey, options) {
  const clerk = new Clerk(publishableKey, options);
  await clerk.load();
  const user = await clerk.signInWithPassword(credentials);
  const error = await user.updatePassword({ currentPassword: 'not it', newPassword: NEW }).catch((thrown) => thrown);
  if (!isClerkAPIResponseError(error)) throw error;
  same([error.status, error.code, error.outcomeUnknown], [422, 'form_password_incorrect', false]);
  same(await user.updatePassword({ currentPassword: OLD, newPassword: NEW }), user);
  await clerk.signOut();
  same(clerk.user, null);
  const again = await clerk.signInWithPassword({ ...credentials, password: NEW });
  same(again.primaryEmailAddress.emailAddress, 'user@example.com');
}

/** The same with the `fetch` of this environment as an option, as somebody may pass it: some check what it is called on. */
export async function visitByGivenFetch(publishableKey, proxyUrl) {
  const clerk = new Clerk(publishableKey, { proxyUrl, fetch });
  await clerk.load();
  same(clerk.loaded, true);
}

/** The same on an emulator in this very environment. */
export async function visitInProcess() {
  const { createEmulator } = await import('user-password-api/emulator');
  const emulator = createEmulator();
  await visit(emulator.publishableKey, { fetch: emulator.fetch });
  same(emulator.outbox.length, 1);
}

/**
 * What the SDK says of a change that no response came to: `reason`, and whether it may have been made. `prepare` is called with
 * the name of each failure before it happens.
 */
export async function outcomes(publishableKey, proxyUrl, targets, prepare = async () => {}) {
  const said = {};
  for (const [name, target] of Object.entries(targets)) {
    const send = (url, init) => fetch(url.includes('change_password') ? `${target}/change_password` : url, init);
    const clerk = new Clerk(publishableKey, { proxyUrl, fetch: send });
    await clerk.load();
    const user = await clerk.signInWithPassword(credentials);
    await prepare(name);
    const error = await user.updatePassword({ currentPassword: OLD, newPassword: NEW }).catch((thrown) => thrown);
    if (!isClerkCallError(error)) throw error;
    said[name] = [error.reason, error.outcomeUnknown];
  }
  return said;
}
