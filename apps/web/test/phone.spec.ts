import { expect, test } from '@playwright/test';
import { AGENCY } from './fixtures/accounts.js';
import { tooSmall } from './too-small.js';
import { visit } from './visit.js';

test.use({ viewport: { width: 390, height: 844 } });

/** The on-call pages have their own test. */
const SCREENS = [
  ['live', 'Latest calls'],
  ['leads?tab=all', 'Rachel Torres'],
  ['leads?card=card-sarah', 'Why it was classed this way'],
  ['calls', 'Peak Performance Marketing'],
  ['calls?call=call-jim', 'Recording'],
  ['triage', 'water is pouring'],
  ['emergencies', 'Helen Ortiz'],
  ['emergencies/inc-linda', 'Pages sent'],
  ['digest', 'Handled in real time'],
  ['digest?morning=digest-11', 'Morning digest failed to send'],
  ['settings', 'Office hours'],
  ['settings/agent', 'Callers hear'],
  ['settings/compliance', 'Texting from your line'],
  ['settings/line', 'Numbers'],
  ['settings/versions', 'In force'],
  ['settings/team', 'What each role may do'],
  ['settings/api-keys', 'Dispatch software'],
  ['settings/access', 'Grants'],
  ['set-up', 'Go live'],
  ['/security', 'Where you are signed in'],
  [`/agency/${AGENCY}/contractors`, 'Lakeview Electric'],
  [`/agency/${AGENCY}/contractors/new`, 'Business name'],
  [`/agency/${AGENCY}/contractors/import`, 'list'],
] as const;

for (const [path, shows] of SCREENS)
  test(`on a phone everything on ${path} is as large as a thumb`, async ({ page }) => {
    await visit(page, path, {
      prepare: (api) => (api.accounts.agencies = [{ agencyId: AGENCY, name: 'Bright Trades' }]),
    });
    await expect(page.getByText(shows).first()).toBeAttached();
    await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
    await expect.poll(() => tooSmall(page)).toEqual([]);
  });

test('an open emergency stays in sight while a card is worked on, and above a dialog', async ({ page }) => {
  await visit(page, 'leads?card=card-sarah');
  const bar = page.getByRole('region', { name: 'Open emergency' });
  const top = async (name: string) => (await page.getByRole('dialog', { name }).boundingBox())?.y ?? 0;
  const foot = async () => ((await bar.boundingBox())?.y ?? 0) + ((await bar.boundingBox())?.height ?? 0);
  await expect(page.getByRole('dialog', { name: 'Sarah Chen' })).toBeVisible();
  await expect.poll(async () => (await top('Sarah Chen')) - (await foot())).toBeLessThan(1);

  await visit(page, 'emergencies/inc-linda');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByLabel('Job value')).toBeVisible();
  await expect.poll(async () => (await top('Resolve this emergency')) - (await foot())).toBeGreaterThan(0);
});

test('the strip of settings shows the open page, and the roles fit without sliding', async ({ page }) => {
  await visit(page, 'settings/team');
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Team' })).toBeInViewport({
    ratio: 1,
  });
  const roles = page.getByRole('region', { name: 'Roles' });
  await expect.poll(() => roles.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
});

test('letters to press are not offered where there is no keyboard', async ({ page }) => {
  await visit(page, 'leads');
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toBeVisible();
  await expect(page.getByText('all shortcuts')).toBeHidden();
});
