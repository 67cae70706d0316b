import { expect, test } from '@playwright/test';
import type { FakeApi } from './fake-api.js';
import { AGENCY, contractorImport } from './fixtures/accounts.js';
import { visit } from './visit.js';

const signedOut = (api: FakeApi): void => {
  api.signedIn = false;
};
const asAgency = (api: FakeApi): void => {
  api.accounts.agencies = [{ agencyId: AGENCY, name: 'Bright Trades' }];
};

test('an import goes on by itself, and its broken and refused rows stand first with what to mend', async ({ page }) => {
  const { accounts } = await visit(page, `/agency/${AGENCY}/contractors/import?import=${contractorImport(false).id}`, {
    prepare: asAgency,
  });
  const main = page.getByRole('main');
  await expect(main.getByText('Adding contractors: 0 of 2, 1 not added')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Contractors added' })).toBeAttached();
  accounts.importDone = true;
  await page.clock.runFor(1500);
  await expect(main.getByText('Done: 1 added, 2 not added')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('Write the state as two letters');
  await expect(page.getByRole('row', { name: 'Failed' })).toContainText('a contractor of this name already');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('an agency suspends a contractor after proving who it is', async ({ page }) => {
  const { accounts } = await visit(page, `/agency/${AGENCY}/contractors`, { prepare: asAgency });
  await page.getByRole('button', { name: 'Lakeview Electric: more' }).click();
  await page.getByRole('menuitem', { name: 'Suspend its people' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Lakeview Electric');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lakeview Electric is suspended. Its phone is still answered.')).toBeVisible();
  expect(accounts.sent.at(-1)?.path).toMatch(/suspend$/);
});

test('an owner lets the agency read for a week, and closes it again', async ({ page }) => {
  const { accounts } = await visit(page, 'settings/access');
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: 'A week' }).click();
  await page.getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByText('can read your conversations now')).toBeVisible();
  expect(accounts.sent).toContainEqual({ path: 'access-grants', body: { hours: 168 } });
  await page.getByRole('button', { name: 'Close now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the access' }).click();
  await expect.poll(() => accounts.sent.at(-1)?.path).toBe('access-grants/g1');
});

test('a key is rotated: the successor is shown once, and until when the old one goes on', async ({ page }) => {
  const { accounts } = await visit(page, 'settings/api-keys');
  await page.getByRole('button', { name: 'Rotate Dispatch software' }).click();
  await expect(page.getByText('nd_live_9Rs_successor')).toBeVisible();
  await expect(page.getByText('The old key goes on for 24 hours')).toBeVisible();
  expect(accounts.sent.at(-1)?.path).toBe('api-keys/k1/rotate');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText('nd_live_9Rs_successor')).toHaveCount(0);
});

test('an invitation is accepted with a name and a password that is no stolen one', async ({ page }) => {
  const { accounts } = await visit(page, '/invitation?token=abc', { prepare: signedOut });
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Write your name')).toBeVisible();
  await page.getByLabel('Your name').fill('Dana Ruiz');
  await page.getByLabel('Password', { exact: true }).fill('nightdesk nightdesk');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('on lists of stolen ones')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('a van full of copper');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/000000000001\/live/);
  expect(accounts.sent.at(-1)?.body).toMatchObject({ token: 'abc', name: 'Dana Ruiz' });
});

test('an invitation whose time is over says so and offers no form', async ({ page }) => {
  await visit(page, '/invitation?token=abc', {
    prepare: (api) => (signedOut(api), (api.accounts.invitationOver = true)),
  });
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await expect(page.getByText('its time is over')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join' })).toHaveCount(0);
});

test('another address is asked for with a fresh proof, and the link confirms it', async ({ page }) => {
  const { accounts } = await visit(page, '/security', { prepare: (api) => (api.accounts.needsProof = true) });
  await page.getByLabel('New address').fill('maria');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('Write an address such as')).toBeVisible();
  await page.getByLabel('New address').fill('maria@home.example');
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: 'Confirm it is you' });
  await proof.getByLabel('Your password').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A link is on its way to maria@home.example')).toBeVisible();
  await page.goto('/confirm-email?token=abc');
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Nightdesk' })).toBeVisible();
  expect(accounts.sent).toContainEqual({ path: 'auth/email/confirm', body: { token: 'abc' } });
});

test('a link to a new address that was used before says so', async ({ page }) => {
  await visit(page, '/confirm-email?token=spent', { prepare: signedOut });
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByText('This link has been used')).toBeVisible();
});

test('VTCR 3.2: a digest that failed can be viewed, and sent again', async ({ page }) => {
  const { accounts } = await visit(page, 'digest?morning=digest-11');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('The digest is being sent again.')).toBeVisible();
  expect(accounts.sent.map(({ path }) => path)).toContain('digests/digest-11/retry');
});
