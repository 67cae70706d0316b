import { defineConfig } from '@playwright/test';

/** One story on the real programs: a call comes in on the simulator's handset, and the owner watches it in the app. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: '../../../../test-results/night',
  globalSetup: './stack.ts',
  use: {
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
