import Clerk from 'user-password-api';

// With a development key, the SDK gets the token and keeps it.
const key = 'pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk';
const clerk = new Clerk(key, { proxyUrl: 'http://127.0.0.1:4010' });
await clerk.load();
console.log('Loaded:', clerk.loaded);
