import { Clerk } from '@clerk/clerk-js';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl: 'http://localhost:4010' });
await clerk.load({ telemetry: false });

const { createdSessionId } = await clerk.client.signIn.create({
  strategy: 'password',
  identifier: 'user@example.com',
  password: 'current-password-1',
});
await clerk.setActive({ session: createdSessionId });
await clerk.user.removePassword({ currentPassword: 'current-password-1' });
console.log('Removed for', clerk.user.id);
