/** The limits that take seconds to reach: not part of `npm test`, `npm run test:long` runs it. */
import { createControl, createEmulator } from 'user-password-api/emulator';
import { expect, test } from 'vitest';

const MOST = 250_000;

test('answers 400 when there are 250,000 users or clients that are kept', async () => {
  const users = Array.from({ length: MOST }, (_, index) => ({ email: `user-${index}@example.com` }));
  const sessions = users.map(({ email }, index) => ({ user: email, token: `dvb_${index}` }));
  const control = createControl(createEmulator({ seed: { users, sessions } }));
  const post = async (path: string, body: unknown) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await control.fetch(`http://127.0.0.1:4010/__emulator${path}`, init);
    return { status: response.status, error: (await response.json()).error };
  };
  expect(await post('/users', { email: 'one@example.com' })).toEqual({
    status: 400,
    error: 'There are 250,000 users already: delete some.',
  });
  expect(await post('/sessions', { user: 'user-0@example.com' })).toMatchObject({
    status: 400,
    error: expect.stringMatching(/^There are 250,000 clients already/),
  });
  expect((await post('/sessions', { user: 'user-0@example.com', token: 'dvb_1' })).status).toBe(200);
});
