/** The configuration of the guide, with the browser of this machine and a free port. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../../browser.ts';
import guide from './playwright.config.ts';

const baseURL = `http://localhost:${process.env['PORT']}`;
const executablePath = findBrowser();

export default defineConfig({
  ...guide,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  use: {
    ...guide.use,
    baseURL,
    launchOptions: {
      ...guide.use?.launchOptions,
      ...(executablePath !== undefined && { executablePath }),
    },
  },
  webServer: {
    command: `vite --port ${process.env['PORT']} --strictPort`,
    url: baseURL,
    timeout: 120_000,
  },
});
