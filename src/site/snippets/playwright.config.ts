import { defineConfig } from '@playwright/test';

export default defineConfig({
  use: {
    // Your development server, which serves the page.
    baseURL: 'http://localhost:5173',
    // The vendor's SDK believes that an automated browser is offline.
    launchOptions: {
      args: ['--disable-blink-features=AutomationControlled'],
    },
  },
});
