/** The configuration of the guide, with the browser of this machine and the address that the test gives. */
import guide from '../../../src/site/snippets/playwright.config.ts';
import { launchOptions as ours } from '../../browser.ts';

const { baseURL, launchOptions, ...use } = guide.use ?? {};

export default {
  ...guide,
  testDir: '../../../src/site/snippets',
  workers: 1,
  reporter: 'line',
  outputDir: '../../../test-results/guide',
  use: {
    ...use,
    baseURL: process.env['GUIDE_PAGE'] ?? baseURL,
    launchOptions: ours(launchOptions?.args),
  },
};
