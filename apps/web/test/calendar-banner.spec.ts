import { expect, test } from '@playwright/test';
import { overview } from './fixtures/overview.js';
import { visit } from './visit.js';

test('a calendar that Google took away is said on every page, with a way to connect it again', async ({ page }) => {
  await visit(page, 'leads', { prepare: (api) => (api.overview = { ...overview, calendar: { state: 'lost' } }) });
  const banner = page.getByRole('region', { name: 'Calendar not connected' });
  await expect(banner).toContainText('callers hear that you will call');
  await expect(banner.getByRole('link', { name: 'Connect it again' })).toBeVisible();
});

test('a calendar that is connected, or never was, is nobody’s news', async ({ page }) => {
  await visit(page, 'leads');
  await expect(page.getByRole('region', { name: 'Nobody covers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Calendar not connected' })).toHaveCount(0);
});
