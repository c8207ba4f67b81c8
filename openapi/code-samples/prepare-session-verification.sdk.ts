import Clerk from 'user-password-api';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, {
  proxyUrl: 'http://127.0.0.1:4010',
  // Called if the server requires reverification. Then the SDK retries.
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
