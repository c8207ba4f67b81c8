import { Clerk } from 'user-password-api';

const proxyUrl = 'http://127.0.0.1:4010'; // the emulator
await fetch(`${proxyUrl}/__emulator/reset`, { method: 'POST' });
const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl });
await clerk.load();
const [identifier, password] = ['user@example.com', 'current-password-1'];
const user = await clerk.signInWithPassword({ identifier, password });
const newPassword = 'correct horse battery staple';
await user.updatePassword({ currentPassword: password, newPassword });
console.log('Changed at', user.passwordLastUpdatedAt);
