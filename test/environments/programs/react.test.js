// React in StrictMode, which mounts everything twice.
import { act, createElement, StrictMode, useEffect, useRef, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';

globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const until = async (found) => {
  while (!found()) await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
};

function SignIn({ clerk }) {
  const place = useRef(null);
  useEffect(() => {
    const { current } = place;
    clerk.mountSignIn(current);
    return () => clerk.unmountSignIn(current);
  }, [clerk]);
  return createElement('div', { ref: place });
}

function Account({ clerk }) {
  const user = useSyncExternalStore(
    (changed) => clerk.addListener(changed, { skipInitialEmit: true }),
    () => clerk.user,
  );
  useEffect(() => {
    const controller = new AbortController();
    clerk.load({ signal: controller.signal }).catch(() => {});
    return () => controller.abort();
  }, [clerk]);
  if (user === undefined) return 'Loading';
  return user === null ? createElement(SignIn, { clerk }) : createElement('h1', null, user.firstName);
}

test('StrictMode shows one form, and then the user', async () => {
  const emulator = createEmulator();
  const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
  const root = document.body.appendChild(document.createElement('div'));
  await act(() => createRoot(root).render(createElement(StrictMode, null, createElement(Account, { clerk }))));
  await until(() => root.querySelector('form'));
  expect(root.querySelectorAll('form')).toHaveLength(1);
  const [identifier, password] = root.querySelectorAll('input');
  identifier.value = 'user@example.com';
  password.value = 'current-password-1';
  root.querySelector('form').requestSubmit();
  await until(() => root.querySelector('h1'));
  expect(root.textContent).toBe('Ada');
});
