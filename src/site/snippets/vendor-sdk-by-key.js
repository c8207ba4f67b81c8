import { Clerk } from '@clerk/clerk-js';

const clerk = new Clerk('pk_test_ZXhhbXBsZS5jbGVyay5hY2NvdW50cy5kZXYk');
await clerk.load({ telemetry: false });
console.log('Nobody is signed in:', clerk.user === null);
