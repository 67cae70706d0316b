import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { FakeApi } from './fake-api.js';
import { AGENCY, onboarding } from './fixtures/accounts.js';
import { visit } from './visit.js';

const check = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual(
    [],
  );
};

const SCREENS: { path: string; shows: string; open?: boolean }[] = [
  { path: '/sign-up', shows: 'Create your Nightdesk account', open: true },
  { path: '/verify?token=abc', shows: 'Confirm your address', open: true },
  { path: '/forgot', shows: 'Forgot your password?', open: true },
  { path: '/reset?token=abc', shows: 'Choose a new password', open: true },
  { path: '/invitation?token=abc', shows: 'Join Metro Plumbing Co', open: true },
  { path: '/confirm-email?token=abc', shows: 'Confirm your new address', open: true },
  { path: '/security', shows: 'Where you are signed in' },
  { path: `/agency/${AGENCY}/contractors`, shows: 'Rivera Drain & Heat' },
  { path: `/agency/${AGENCY}/contractors/new`, shows: 'Who is it?' },
  { path: `/agency/${AGENCY}/contractors/import`, shows: 'The list' },
  { path: `/agency/${AGENCY}/team`, shows: 'Invite somebody' },
  { path: 'live', shows: 'Set-up: 3 of 9 steps done' },
  { path: 'settings/agent', shows: 'Voice Agent Setup' },
  { path: 'settings/compliance', shows: 'Registration pending' },
  { path: 'settings/line', shows: 'No number yet' },
  { path: 'settings/versions', shows: 'Winter hours' },
  { path: 'settings/team', shows: 'What each role may do' },
  { path: 'settings/api-keys', shows: 'Dispatch software' },
  { path: 'settings/access', shows: 'Bright Trades' },
  ...['business', 'services', 'hours', 'number', 'forwarding', 'people', 'voice', 'compliance', 'go_live'].map(
    (step) => ({ path: `set-up?step=${step}`, shows: '3 of 9 steps done' }),
  ),
];

const asAgency = (api: FakeApi): void => {
  api.accounts.agencies = [{ agencyId: AGENCY, name: 'Bright Trades' }];
};

for (const { path, shows, open } of SCREENS)
  test(`${path.replace(AGENCY, '…')}: axe in both themes, and 320 px without sideways scrolling`, async ({ page }) => {
    test.slow(); // three looks at one page, on a machine that may be shared
    await visit(page, path, {
      prepare: (api) => {
        api.signedIn = !open;
        api.accounts.onboarding = onboarding;
        if (path.startsWith('/agency')) asAgency(api);
      },
    });
    // In the page itself: the frame around it is drawn before the page's own code has arrived.
    await expect(page.getByRole('main').getByText(shows).first()).toBeVisible();
    await check(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await check(page);
    await page.setViewportSize({ width: 320, height: 720 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

const signedOut = (api: FakeApi): void => {
  api.signedIn = false;
};

test('sign-up says which field is wrong, then to look at the mail', async ({ page }) => {
  const { accounts } = await visit(page, '/sign-up', { prepare: signedOut });
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Write the name your customers know')).toBeVisible();
  await page.getByLabel('Name of your business').fill('Metro Plumbing');
  await page.getByLabel('Your name').fill('Dave');
  await page.getByLabel('E-mail').fill('dave@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('nightdesk nightdesk');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('This password is on lists of stolen ones')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('a van full of copper');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  expect(accounts.sent.at(-1)?.body).toMatchObject({ kind: 'contractor', timeZone: 'America/Chicago' });
});

test('two-step sign-in asks for a code, says when it is wrong, and goes where it was meant to', async ({ page }) => {
  await visit(page, 'leads?tab=all', {
    prepare: (api) => (signedOut(api), (api.accounts.twoStep = true)),
  });
  await page.getByLabel('E-mail').fill('maria@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByLabel('Code').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This code is not right.');
  await page.getByLabel('Code').fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
});

test('a reset asks for a code once two-step sign-in is on', async ({ page }) => {
  await visit(page, '/reset?token=abc', { prepare: signedOut });
  await page.getByLabel('New password').fill('a van full of copper');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByLabel('Code of your authenticator app').fill('123456');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Nightdesk' })).toBeVisible();
});

test('a dangerous act asks once who it is, and is then done', async ({ page }) => {
  const { accounts } = await visit(page, 'settings/team', { prepare: (api) => (api.accounts.needsProof = true) });
  await page.getByLabel('E-mail').fill('dana@metroplumbing.example');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' });
  await dialog.getByLabel('Your password').fill('wrong');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByText('That is not your password.')).toBeVisible();
  await check(page);
  await dialog.getByLabel('Your password').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByText('gets an invitation')).toBeVisible();
  expect(accounts.sent.filter(({ path }) => path === 'invitations')).toHaveLength(2);
});

test('nobody is offered to change their own role', async ({ page }) => {
  await visit(page, 'settings/team');
  await expect(page.getByRole('button', { name: 'Sam Wu: change' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Maria Lopez: change' })).toHaveCount(0);
});

test('two-step sign-in is turned on with a QR code and leaves recovery codes', async ({ page }) => {
  await visit(page, '/security');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  await page.getByLabel('2. The code it shows now').fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByText('AAAAAA-BBBBBB-CCCCCC-DDDDDD')).toBeVisible();
  await check(page);
});

test('a new key is shown once', async ({ page }) => {
  await visit(page, 'settings/api-keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('What is it for?').fill('Reports');
  await page.getByRole('checkbox', { name: 'calls.read' }).check();
  await check(page);
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('nd_live_7Qp_shownonce')).toBeVisible();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText('nd_live_7Qp_shownonce')).toHaveCount(0);
});

test('a list is looked at before it is imported: the broken line is named with its column', async ({ page }) => {
  await visit(page, `/agency/${AGENCY}/contractors/import`, { prepare: asAgency });
  await page.getByLabel('Or paste it here').fill('name,owner_name,state\nApex HVAC,Rita,CO\nOther,Bob,Illinois');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByText('1 can be added, 1 cannot')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'two letters' })).toContainText('state');
  await expect(page.getByRole('button', { name: 'Add 1 contractor' })).toBeEnabled();
  await check(page);
});

test('a set-up that stopped says why, and can be tried again', async ({ page }) => {
  await visit(page, 'set-up?step=number', { prepare: (api) => (api.accounts.onboarding = onboarding) });
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The carrier did not answer');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Setting up your line')).toBeVisible();
});

test('an agency sees on every page in whose account it acts', async ({ page }) => {
  await visit(page, 'settings', { prepare: (api) => (api.role = 'agency_admin') });
  await expect(page.getByText('Acting as Metro Plumbing Co – agency view')).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'API keys' }),
  ).toBeVisible();
});

test('a CSR reads the settings and changes none, and is not shown team or keys', async ({ page }) => {
  await visit(page, 'settings/agent', { prepare: (api) => (api.role = 'csr') });
  await expect(page.getByLabel('Agent Name')).toBeDisabled();
  await expect(page.getByRole('link', { name: 'API keys' })).toHaveCount(0);
});

test('an answer can be tried before a caller hears it, and names where it came from', async ({ page }) => {
  await visit(page, 'settings/agent');
  await page.getByLabel('What would a caller ask?').fill('Are estimates free?');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Yes, for water heaters and remodels.”')).toBeVisible();
  await expect(page.getByText('7.2 s to say, aim for 6 s or less.')).toBeVisible();
});

test('a version shows what it changed, and can be rolled back', async ({ page }) => {
  const { accounts } = await visit(page, 'settings/versions');
  await page.getByRole('button', { name: 'Changes of version 3' }).click();
  await expect(page.getByText('Before: Hello')).toBeVisible();
  await page.getByRole('button', { name: 'Roll back to version 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back to version 2' }).click();
  await expect(page.getByText('Version 2 is in force again')).toBeVisible();
  expect(accounts.sent.map(({ path }) => path)).toContain('config/versions/2/restore');
});

test('the switcher finds an account by typing', async ({ page }) => {
  await visit(page, 'live');
  await page.getByRole('button', { name: 'Metro Plumbing Co: switch account' }).click();
  await page.getByPlaceholder('Find an account').fill('apex');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/000000000002\/live/);
});
