import Clerk, { isClerkAPIResponseError } from 'user-password-api';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl: 'http://127.0.0.1:4010' });
await clerk.load();
const user = await clerk.signInWithPassword({
  identifier: 'user@example.com',
  password: 'current-password-1',
});
try {
  const { passwordEnabled } = await user.updatePassword({
    currentPassword: 'current-password-1',
    newPassword: 'correct horse battery staple',
    signOutOfOtherSessions: true,
  });
  console.log('Changed. Has a password:', passwordEnabled);
} catch (error) {
  if (!isClerkAPIResponseError(error)) throw error;
  console.log('Not changed:', error.errors[0].longMessage);
}
