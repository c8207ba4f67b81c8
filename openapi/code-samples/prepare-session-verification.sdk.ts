import Clerk from 'user-password-api';

const clerk = new Clerk('pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk', {
  proxyUrl: 'http://127.0.0.1:4010',
  // Called if the server asks for a reverification; the SDK starts it before and retries the call after.
  onReverification: async ({ verifyWithPassword }) =>
    verifyWithPassword('current-password-1'),
});
await clerk.load();
const user = await clerk.signInWithPassword({
  identifier: 'user@example.com',
  password: 'current-password-1',
});
const { passwordEnabled } = await user.updatePassword({
  currentPassword: 'current-password-1',
  newPassword: 'correct horse battery staple',
});
console.log('Changed. Has a password:', passwordEnabled);
