import { defineConfig } from '@playwright/test';

export default defineConfig({
  use: {
    baseURL: 'http://localhost:5173',
    launchOptions: {
      args: ['--disable-blink-features=AutomationControlled'],
    },
  },
  webServer: { command: 'npx vite', url: 'http://localhost:5173' },
});
