import { defineConfig } from '@playwright/test';

// To sign in by email address, @clerk/testing calls this API, whatever
// CLERK_API_URL says. Below the emulator, the calls go to the emulator.
const { fetch } = globalThis;
const { CLERK_API_URL } = process.env;
if (CLERK_API_URL !== undefined) {
  const redirect = (url: string) =>
    url.replace(/^https:\/\/api\.clerk\.com(?=\/)/, CLERK_API_URL);
  globalThis.fetch = (input, init) =>
    fetch(typeof input === 'string' ? redirect(input) : input, init);
}

export default defineConfig({
  use: {
    baseURL: 'http://localhost:5173',
    launchOptions: {
      args: ['--disable-blink-features=AutomationControlled'],
    },
  },
  webServer: { command: 'npx vite', url: 'http://localhost:5173' },
});
