import { expect, test } from '@playwright/test';
import { visit } from './visit.js';

test('a wrong password is said in words, the right one leads to the page that was asked for', async ({ page }) => {
  await visit(page, 'leads?tab=all', { prepare: (api) => (api.signedIn = false) });
  await page.getByLabel('E-mail').fill('maria@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('The e-mail or the password is not right.');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
  expect(page.url()).toContain('tab=all');
});

test('a sign-in link cannot lead to another site', async ({ page }) => {
  await visit(page, '/sign-in?next=//evil.example/', { prepare: (api) => (api.signedIn = false) });
  await page.getByLabel('E-mail').fill('maria@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
});

test('several requests that meet a 401 renew the session once', async ({ page }) => {
  let renewals = 0;
  let expired = true;
  await visit(page, 'on-call?tab=team');
  await expect(page.getByText('Escalation Timing')).toBeVisible();
  await page.route('**/api/v1/auth/refresh', (route) => {
    renewals += 1;
    expired = false;
    return route.fallback();
  });
  await page.route('**/api/v1/accounts/**', (route) =>
    expired
      ? route.fulfill({
          status: 401,
          contentType: 'application/problem+json',
          body: '{"status":401,"code":"not-signed-in"}',
        })
      : route.fallback(),
  );
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('link', { name: /Sarah Chen/ }).first()).toBeVisible();
  expect(renewals).toBe(1);
});

test('signing out leads to the sign-in page', async ({ page }) => {
  await visit(page, 'live');
  await page.getByRole('button', { name: 'Maria Lopez: your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Nightdesk' })).toBeVisible();
});

test('whoever signs out in one tab is signed out in the other, and nothing of the night stays on the screen', async ({
  context,
  page,
}) => {
  await visit(page, 'leads');
  const other = await context.newPage();
  await visit(other, 'live');
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toBeVisible();
  await other.getByRole('button', { name: 'Maria Lopez: your menu' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Nightdesk' })).toBeVisible();
  await expect(page.getByText('Sarah Chen')).toHaveCount(0);
});
