/** The part of the emulator that a live example needs, so that nothing else of it is loaded. */
export { createEmulator } from 'user-password-api/emulator';
