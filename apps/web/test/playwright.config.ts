import { defineConfig } from '@playwright/test';

const PORT = 4199;

/** Runs against the built app (`npm run build:web` first) with the API played by route interception: offline and fast. */
export default defineConfig({
  testDir: '.',
  // The night on the whole running program has its own configuration.
  testIgnore: 'night/**',
  fullyParallel: true,
  workers: 2,
  // A browser on a busy machine misses a beat now and then; what fails twice is broken, what failed once is listed as flaky.
  retries: 1,
  // What must be fast is measured elsewhere; on a machine that is shared, axe over a long page takes its time.
  timeout: 60_000,
  reporter: [['list']],
  outputDir: '../../../test-results/web',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --host 127.0.0.1`,
    cwd: '..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: true,
  },
});
