import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { FakeApi } from './fake-api.js';
import { visit } from './visit.js';

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();
const saved = (api: FakeApi): unknown => api.posts.findLast(({ path }) => path === 'config')?.body;

test('the office has its number, its ring time and its area', async ({ page }) => {
  const api = await visit(page, 'settings');
  await page.getByLabel('Business number').fill('12');
  await page.getByLabel('Ring it for').fill('90');
  await save(page);
  await expect(page.getByText('Write ten digits, such as (312) 555-0100')).toBeVisible();
  await expect(page.getByText('Between 5 and 60: callers hang up after that')).toBeVisible();
  await page.getByLabel('Business number').fill('(312) 555-0185');
  await page.getByLabel('Ring it for').fill('30');
  await page.getByLabel('Service area').fill('60601, 60602 and Oak Park');
  await save(page);
  await expect
    .poll(() => saved(api))
    .toMatchObject({
      businessNumber: '+13125550185',
      ringSeconds: 30,
      serviceArea: '60601, 60602 and Oak Park',
    });
});

test('what an emergency is worth is typed in dollars, and the question after an acceptance can be switched off', async ({
  page,
}) => {
  const api = await visit(page, 'settings');
  await page.getByLabel('An emergency job brings on average').fill('2500');
  await page.getByLabel('Ask whoever took it whether they reached the caller').click();
  await save(page);
  await expect.poll(() => saved(api)).toMatchObject({ averageEmergencyValueCents: 250_000, watchdogEnabled: false });
});

test('a closure may be an afternoon or several days, and what is wrong is said before it is added', async ({
  page,
}) => {
  const api = await visit(page, 'settings');
  const add = page.getByRole('group', { name: 'Add a closure' });
  await add.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Closed for some hours' }).click();
  await add.getByLabel('First day').fill('2026-12-24');
  await add.getByLabel('Closed from').fill('12:00');
  await add.getByLabel('Until').fill('09:00');
  await expect(add.getByRole('status')).toHaveText('Closed ends before it begins.');
  await expect(add.getByRole('button', { name: 'Add' })).toBeDisabled();
  await add.getByLabel('Last day (optional)').fill('2026-12-28');
  await add.getByLabel('Why (optional)').fill('Winter break');
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('closed Thursday, December 24, 12:00 PM, to Monday, December 28, 9:00 AM')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await save(page);
  await expect
    .poll(() => saved(api))
    .toMatchObject({
      closures: [
        { date: '2026-02-16' },
        {
          date: '2026-12-24',
          lastDate: '2026-12-28',
          name: 'Winter break',
          intervals: [],
          closed: { from: '12:00', until: '09:00' },
        },
      ],
    });
});

test('the agent speaks Spanish when it is told to', async ({ page }) => {
  const api = await visit(page, 'settings/agent');
  await page.getByLabel('Speak Spanish with callers who do').click();
  await save(page);
  await expect.poll(() => saved(api)).toMatchObject({ languages: ['en', 'es'] });
});

test('VTCR 1.3: each voice has a Preview button, and one that cannot be heard says so', async ({ page }) => {
  const api = await visit(page, 'settings/agent');
  await page.getByRole('button', { name: 'Preview Elliot' }).click();
  await expect(page.getByRole('button', { name: 'Stop Elliot' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop Elliot' }).click();
  await expect(page.getByRole('button', { name: 'Preview Elliot' })).toBeVisible();
  api.accounts.voicesAreSilent = true;
  await page.getByRole('button', { name: 'Preview Elliot' }).click();
  await expect(page.getByText('Elliot cannot be heard')).toBeVisible();
});

test('what is not saved is not lost by a slip: leaving asks first, and Escape stays', async ({ page }) => {
  await visit(page, 'settings/agent');
  await page.getByLabel('Agent Name').fill('Robin');
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Live' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toContainText('is not saved yet and will be lost');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByLabel('Agent Name')).toHaveValue('Robin');

  await rail.getByRole('link', { name: 'Live' }).click();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
});

test('a refused save says what to do, beside the buttons and not over them', async ({ page }) => {
  await visit(page, 'settings/agent');
  await page.getByLabel('Agent Name').fill('Robin');
  await page.route('**/config', (route) =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({ status: 412, json: { status: 412, code: 'config-changed', detail: 'Changed meanwhile.' } }),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'somebody else saved first' });
  await expect(notice).toContainText('Discard shows theirs');
  const foot = await notice.evaluate((box) => box.getBoundingClientRect().bottom);
  const save = await page.getByRole('button', { name: 'Save' }).evaluate((box) => box.getBoundingClientRect().top);
  expect(foot).toBeLessThanOrEqual(save);
});
