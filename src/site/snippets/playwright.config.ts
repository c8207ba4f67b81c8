import { defineConfig } from '@playwright/test';

export default defineConfig({
  use: {
    // Your development server, which serves the page.
    baseURL: 'http://localhost:5173',
    // The vendor's SDK takes a browser that says it is driven by a program for one that is offline.
    launchOptions: {
      args: ['--disable-blink-features=AutomationControlled'],
    },
  },
});
