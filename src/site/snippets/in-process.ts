import { Clerk } from 'user-password-api';
import { createEmulator } from 'user-password-api/emulator';

const password = 'a long password';
const emulator = createEmulator({
  seed: { users: [{ email: 'ada@example.com', password }] },
  settings: { password: { minLength: 12 } },
});

const { publishableKey, fetch } = emulator;
const clerk = new Clerk(publishableKey, { fetch });
await clerk.load();
const user = await clerk.signInWithPassword({
  identifier: 'ada@example.com',
  password,
});

emulator.advance(60_000); // a minute later
await user.removePassword({ currentPassword: password });
console.log(emulator.outbox.at(-1)?.kind); // password_removed
