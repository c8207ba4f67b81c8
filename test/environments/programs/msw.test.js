// The handlers for MSW, under vitest or Jest.
import { setupServer } from 'msw/node';
import { createEmulator } from 'user-password-api/emulator';
import { emulatorHandlers } from 'user-password-api/emulator/msw';
import { visit } from './visit.js';

const emulator = createEmulator();
const server = setupServer(...emulatorHandlers(emulator));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('requests to the host of the key are answered', async () => {
  await visit(emulator.publishableKey, {});
  expect(emulator.outbox).toHaveLength(1);
});
