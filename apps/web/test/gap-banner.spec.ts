import { expect, test } from '@playwright/test';
import { people } from './fixtures/team.js';
import { visit } from './visit.js';

const PLACES = ['live', 'calls', 'leads', 'emergencies', 'digest', 'on-call?tab=people', 'triage', 'settings'];

for (const place of PLACES)
  test(`hours that nobody covers are said on ${place}, with a way to close them`, async ({ page }) => {
    await visit(page, place);
    const banner = page.getByRole('region', { name: 'Nobody covers' });
    await expect(banner).toContainText('Nobody is on call for plumbing from Sat, Feb 14, 8 AM to Mon, Feb 16, 5 PM.');
    await expect(banner.getByRole('link', { name: 'Close the gap' })).toBeVisible();
  });

test('the link opens the gap itself, and the banner is gone when somebody covers it', async ({ page }) => {
  const api = await visit(page, 'leads');
  await page.getByRole('link', { name: 'Close the gap' }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody covers' });
  await expect(dialog.getByLabel('From')).toHaveValue('2026-02-14T08:00');
  await dialog.getByRole('combobox', { name: 'Who covers' }).click();
  await page.getByRole('option', { name: 'Lee Park' }).click();
  api.team.schedule.gaps = [];
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Gaps in the next 14 days' })).toHaveCount(0);
  await expect(page).not.toHaveURL(/gap=/);
  await page.getByRole('link', { name: 'Leads' }).click();
  await expect(page.getByRole('region', { name: 'Nobody covers' })).toHaveCount(0);
  expect(api.posts).toMatchObject([{ path: 'on-call/overrides', body: { inContactId: people.lee } }]);
});

test('closing the dialog leaves the gap, and the link opens it again', async ({ page }) => {
  await visit(page, 'on-call?tab=ladder');
  const dialog = page.getByRole('dialog', { name: 'Somebody covers' });
  for (let time = 0; time < 2; time += 1) {
    await page.getByRole('link', { name: 'Close the gap' }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'Ladder' }).click();
  }
});

test('the schedule lists the gaps itself, so the banner does not say them a second time', async ({ page }) => {
  await visit(page, 'on-call');
  await expect(page.getByRole('region', { name: 'Gaps in the next 14 days' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Nobody covers' })).toHaveCount(0);
});

test('a link to a gap that somebody else has closed opens the schedule, and no empty question', async ({ page }) => {
  await visit(page, 'on-call?gap=2026-02-16T23%3A00%3A00.000Z', { prepare: (api) => (api.team.schedule.gaps = []) });
  await expect(page.getByRole('heading', { name: 'On call now' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what begins within a day is louder, and several are counted', async ({ page }) => {
  await visit(page, 'live', {
    prepare: (api) => {
      const [gap] = api.team.schedule.gaps;
      if (gap)
        api.team.schedule.gaps = [
          { ...gap, startsAt: '2026-02-13T10:00:00.000Z' },
          { ...gap, trade: 'hvac' },
        ];
    },
  });
  const banner = page.getByRole('region', { name: 'Nobody covers' });
  await expect(banner).toHaveAttribute('data-soon', 'true');
  await expect(banner).toContainText('And 1 more.');
});

test('on a phone the way out is as large as a thumb and nothing is cut', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, 'live');
  const link = page.getByRole('link', { name: 'Close the gap' });
  expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a CSR, who cannot close it, is not told on every page', async ({ page }) => {
  await visit(page, 'live', { prepare: (api) => (api.role = 'csr') });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Nobody covers' })).toHaveCount(0);
});
