// Node: the package from CommonJS.
const { Clerk } = require('user-password-api');
const { createEmulator } = require('user-password-api/emulator');
const emulator = createEmulator();
const clerk = new Clerk(emulator.publishableKey, { fetch: emulator.fetch });
clerk.load().then(() => console.log(`loaded ${clerk.loaded}`));
