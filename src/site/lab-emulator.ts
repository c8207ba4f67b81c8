/** What a live example needs of the emulator, so that nothing else of it is loaded. */
export { createEmulator } from 'user-password-api/emulator';
