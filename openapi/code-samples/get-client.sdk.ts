import Clerk from 'user-password-api';

const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl: 'http://127.0.0.1:4010' });
await clerk.load();
console.log('Signed in:', clerk.user !== null);
