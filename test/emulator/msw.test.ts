import { decodeJwt } from 'jose';
import { setupServer } from 'msw/node';
import { Clerk, isClerkAPIResponseError, isClerkCallError } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';
import { emulatorHandlers } from 'user-password-api/emulator/msw';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

const emulator = createEmulator();
const proxied = createEmulator();
const server = setupServer(...emulatorHandlers(emulator), ...emulatorHandlers(proxied, 'https://app.example/__clerk'));
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  emulator.reset();
  server.resetHandlers();
});
afterAll(() => server.close());

const signedIn = async (...options: ConstructorParameters<typeof Clerk>) => {
  const clerk = new Clerk(...options);
  await clerk.load();
  const user = await clerk.signInWithPassword({ identifier: 'user@example.com', password: 'current-password-1' });
  return { clerk, user };
};

describe('the MSW handlers', () => {
  test('change the password when the SDK uses the global fetch and the host that the key names', async () => {
    const { user } = await signedIn(emulator.publishableKey);
    await user.updatePassword({ currentPassword: 'current-password-1', newPassword: 'correct horse battery' });
    expect(emulator.outbox).toMatchObject([{ kind: 'password_changed', to: 'user@example.com' }]);
    expect(proxied.requests).toEqual([]);
  });

  test('answer under the path of a proxyUrl when they are made for it', async () => {
    const { user } = await signedIn(proxied.publishableKey, { proxyUrl: 'https://app.example/__clerk' });
    const refused = user.updatePassword({ currentPassword: 'wrong', newPassword: 'correct horse battery' });
    const error = await refused.catch((caught: unknown) => caught);
    expect(isClerkAPIResponseError(error) && error.errors[0].code).toBe('form_password_incorrect');
    expect(proxied.requests.at(-1)).toMatchObject({ path: '/v1/me/change_password', status: 422 });
  });

  test('name the proxyUrl, path included, as the issuer of session tokens, and as the path of the cookie', async () => {
    const base = 'https://app.example/__clerk';
    const { id } = proxied.users.signIn({ user: 'user@example.com', token: 'dvb_mine' });
    const token = await fetch(`${base}/v1/client/sessions/${id}/tokens?__clerk_db_jwt=dvb_mine`, { method: 'POST' });
    expect(decodeJwt((await token.json()).jwt).iss).toBe(base);
    const made = await fetch(`${base}/v1/client`, { method: 'POST' });
    expect(made.headers.get('set-cookie')).toContain('; Path=/__clerk;');
  });

  test('answer under a path of the page, as a proxyUrl can be one', async () => {
    vi.stubGlobal('location', new URL('https://page.example/account'));
    onTestFinished(() => void vi.unstubAllGlobals());
    const own = createEmulator();
    server.use(...emulatorHandlers(own, '/__clerk/'));
    await signedIn(own.publishableKey, { proxyUrl: '/__clerk' });
    expect(own.requests.map(({ path, status }) => `${status} ${path}`)).toContain('200 /v1/client/sign_ins');
  });

  test.each([
    ['/__clerk', ' A path needs a page, and there is none.'],
    ['https://app.example:x', ''],
  ])('are not made for %s, which is no address here', (address, hint) => {
    if (hint === '') vi.stubGlobal('location', new URL('https://page.example/account'));
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(() => emulatorHandlers(createEmulator(), address)).toThrow(
      new TypeError(`emulatorHandlers: "${address}" is not an address.${hint}`),
    );
  });

  test('lose the connection when that is forced', async () => {
    const { user } = await signedIn(emulator.publishableKey);
    emulator.force('changePassword', { fault: 'drop' });
    const error = await user
      .updatePassword({ currentPassword: 'current-password-1', newPassword: 'correct horse battery' })
      .catch((caught: unknown) => caught);
    expect(isClerkCallError(error) && error.outcomeUnknown).toBe(true);
  });
});
