import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: '.',
  workers: 1,
  reporter: 'line',
  outputDir: '../../../test-results',
  use: {
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-blink-features=AutomationControlled'],
    },
  },
});
