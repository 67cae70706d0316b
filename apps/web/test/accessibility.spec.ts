import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { visit } from './visit.js';

const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AND_BEST_PRACTICE = [...AA, 'best-practice'];

/** `onPhone` where a narrow screen says it otherwise: the week is a list of days there. */
const screens: { path: string; shows: string; onPhone?: string }[] = [
  { path: 'live', shows: 'Latest calls' },
  { path: 'live?call=call-linda', shows: 'Transcript' },
  { path: 'leads?tab=all', shows: 'Rachel Torres' },
  { path: 'leads?card=card-sarah', shows: 'Why it was classed this way' },
  { path: 'leads?tab=all&card=card-rachel', shows: 'Caller tone' },
  { path: 'leads?q=nobody', shows: 'No lead matches' },
  { path: 'calls', shows: 'Peak Performance Marketing' },
  { path: 'calls?call=call-jim', shows: 'Recording' },
  { path: 'triage', shows: 'water is pouring' },
  { path: 'triage?call=call-jim', shows: 'Recording' },
  { path: 'emergencies', shows: 'Helen Ortiz' },
  { path: 'emergencies/inc-linda', shows: 'Pages sent' },
  { path: 'emergencies/inc-old', shows: 'Fitting replaced' },
  { path: 'emergencies/missing', shows: 'could not be loaded' },
  { path: 'digest', shows: 'Handled in real time' },
  { path: 'digest?view=text', shows: 'OVERNIGHT CALL DIGEST' },
  { path: 'digest?morning=digest-11', shows: 'Morning digest failed to send' },
  { path: 'on-call', shows: 'Nobody covers', onPhone: 'Nobody is on call for plumbing' },
  { path: 'on-call?by=layer&week=2026-02-18', shows: 'Plumbing nights' },
  { path: 'on-call?tab=people', shows: 'Woken at night' },
  { path: 'on-call?tab=team', shows: 'Escalation Timing' },
  { path: 'on-call?tab=ladder', shows: 'Page again' },
  { path: 'on-call?tab=rehearse', shows: 'Rehearse the ladder' },
  { path: 'leads?tab=approvals', shows: 'On approval the caller is texted' },
  { path: 'appointments', shows: 'Greg Hall' },
  { path: 'appointments?week=2026-02-19&appointment=apt-rachel', shows: 'Made by' },
  { path: 'settings', shows: 'Office hours' },
  { path: 'settings/booking', shows: 'How much you can take on' },
];

const check = async (page: Page, tags = AND_BEST_PRACTICE): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`,
    ),
  ).toEqual([]);
};

/** The app follows the system's theme, so one visit is enough to look at both. */
const checkBothThemes = async (page: Page): Promise<void> => {
  await check(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await check(page);
};

for (const { path, shows } of screens)
  test(`${path} has no axe violations in either theme`, async ({ page }) => {
    await visit(page, path);
    // The frame is drawn first, and the banner in it may already say the words that are waited for.
    await expect(page.locator('main h1').first()).toBeVisible();
    await expect(page.getByText(shows).first()).toBeVisible();
    await checkBothThemes(page);
  });

test('the choice of a time has no axe violations in either theme', async ({ page }) => {
  await visit(page, 'leads?tab=approvals');
  await page.getByRole('button', { name: 'Change time for Doug Patterson' }).click();
  await expect(page.getByRole('group', { name: 'Tue, Feb 17' })).toBeVisible();
  await checkBothThemes(page);
});

test('the sign-in page has no axe violations in either theme', async ({ page }) => {
  await visit(page, '/sign-in', { prepare: (api) => (api.signedIn = false) });
  await expect(page.getByRole('heading', { name: 'Sign in to Nightdesk' })).toBeVisible();
  await checkBothThemes(page);
});

test('menus and dialogs have no axe violations in either theme', async ({ page }) => {
  await visit(page, 'emergencies/inc-linda');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByLabel('Job value')).toBeVisible();
  await checkBothThemes(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Maria Lopez: your menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  // An open menu hangs outside every landmark, which is best practice's concern and not WCAG's.
  await check(page, AA);
});

test('on a phone the lead card is a modal sheet without axe violations, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, 'leads?card=card-sarah');
  await expect(page.getByRole('dialog', { name: 'Sarah Chen' })).toBeVisible();
  await check(page);
});

for (const { path, shows, onPhone = shows } of screens)
  test(`${path} reflows at 320 px without sideways scrolling (WCAG 1.4.10)`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 720 });
    await visit(page, path);
    // On a phone a panel lies over the page, whose own heading is hidden then.
    await expect(page.getByText(onPhone).first()).toBeAttached();
    await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
    const widest = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(document.documentElement.scrollWidth, document.querySelector('main')?.parentElement?.scrollWidth ?? 0),
      );
    await expect.poll(widest).toBeLessThanOrEqual(320);
  });
