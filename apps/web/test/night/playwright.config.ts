import { defineConfig } from '@playwright/test';

/** One story on the real programs: a call comes in on the simulator's handset, and the owner watches it in the app. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  // A browser on a busy machine misses a beat now and then; what fails twice is broken, what failed once is listed as flaky.
  retries: 1,
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
