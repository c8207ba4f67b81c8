/**
 * The stack of an error names the function that made the call, and not only what went on inside. (Engines keep ten steps: what
 * `load()` shares between its callers takes more.)
 */
import { describe, expect, test } from 'vitest';
import { json, later, rejection, setUp, signedIn } from './stub.ts';

const params = { currentPassword: 'a', newPassword: 'b' };
const refusal = { errors: [{ code: 'form_password_incorrect', message: 'No.', long_message: 'No.' }] };

/** The stack of what this rejects with. */
async function stackOf(call: () => Promise<unknown>): Promise<string> {
  const error = await rejection(call());
  return error instanceof Error ? String(error.stack) : '';
}

describe('the stack names the caller', () => {
  test('when the server refuses to change, remove or reload', async () => {
    const refuse = () => json(refusal, 422);
    const { user } = await signedIn({ change_password: refuse, remove_password: refuse, me: refuse });
    const savePassword = async () => await user.updatePassword(params);
    const dropPassword = async () => await user.removePassword({ currentPassword: 'a' });
    const refreshPage = async () => await user.reload();
    expect(await stackOf(savePassword)).toContain('savePassword');
    expect(await stackOf(dropPassword)).toContain('dropPassword');
    expect(await stackOf(refreshPage)).toContain('refreshPage');
  });

  test('when no response comes', async () => {
    const { user } = await signedIn({ change_password: () => Promise.reject(new TypeError('fetch failed')) });
    const savePassword = async () => await user.updatePassword(params);
    expect(await stackOf(savePassword)).toContain('savePassword');
  });

  test('when the caller aborts', async () => {
    const left = later<void>();
    const { user } = await signedIn({
      change_password: () => {
        left.resolve();
        return later<Response>().promise;
      },
    });
    const controller = new AbortController();
    void left.promise.then(() => controller.abort());
    const savePassword = async () => await user.updatePassword(params, { signal: controller.signal });
    expect(await stackOf(savePassword)).toContain('savePassword');
  });

  test('when signing in or out fails', async () => {
    const refuse = () => json(refusal, 422);
    const { clerk } = setUp({ sign_ins: refuse, sessions: refuse });
    const submitForm = async () => await clerk.signInWithPassword({ identifier: 'a', password: 'b' });
    const leavePage = async () => await clerk.signOut();
    expect(await stackOf(submitForm)).toContain('submitForm');
    expect(await stackOf(leavePage)).toContain('leavePage');
  });
});
