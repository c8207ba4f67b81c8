import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../browser.ts';

export default defineConfig({
  testDir: '.',
  workers: 1,
  reporter: 'line',
  outputDir: '../../../test-results',
  use: {
    baseURL: 'http://localhost:5173',
    launchOptions: launchOptions(),
  },
});
