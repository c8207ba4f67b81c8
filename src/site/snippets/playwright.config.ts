import { defineConfig } from '@playwright/test';

export default defineConfig({
  use: {
    // Your development server, which serves the page.
    baseURL: 'http://localhost:5173',
    // For the vendor's SDK, which takes a browser under test for offline.
    launchOptions: {
      args: ['--disable-blink-features=AutomationControlled'],
    },
  },
});
