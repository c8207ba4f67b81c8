import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../browser.ts';
import config from './playwright.config.ts';

export default defineConfig({ ...config, testMatch: 'wrong-address.ts', use: { launchOptions: launchOptions() } });
