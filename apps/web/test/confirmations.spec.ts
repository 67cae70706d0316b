import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { FakeApi } from './fake-api.js';
import { AGENCY, liveLine } from './fixtures/accounts.js';
import { visit } from './visit.js';

interface Act {
  name: string;
  path: string;
  begin: (page: Page) => Promise<void>;
  asks: string;
  /** Part of the sentence that says what will be different. */
  says: string;
  confirm: string;
  typed?: string;
  sends: string;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();
const choose = (menu: string, item: string) => async (page: Page) => {
  await press(menu)(page);
  await page.getByRole('menuitem', { name: item }).click();
};

const ACTS: Act[] = [
  {
    name: 'giving up the number',
    path: 'settings/line',
    begin: press('Give up this number'),
    asks: 'Give up (312) 555-0147?',
    says: 'answered for 14 more days',
    confirm: 'Give up this number',
    typed: '312 555 0147',
    sends: 'lines/l1/release',
  },
  {
    name: 'suspending a contractor',
    path: `/agency/${AGENCY}/contractors`,
    begin: choose('Lakeview Electric: more', 'Suspend its people'),
    asks: 'Suspend Lakeview Electric?',
    says: 'Its phone is still answered',
    confirm: 'Suspend Lakeview Electric',
    typed: 'lakeview electric',
    sends: 'contractors/0192f0a0-0000-7000-8000-000000000003/suspend',
  },
  {
    name: 'removing a member',
    path: 'settings/team',
    begin: choose('Sam Wu: change', 'Remove from the team'),
    asks: 'Remove Sam Wu?',
    says: 'every API key they made stops working',
    confirm: 'Remove Sam Wu',
    sends: 'members/u2',
  },
  {
    name: 'revoking a key',
    path: 'settings/api-keys',
    begin: press('Revoke Dispatch software'),
    asks: 'Revoke “Dispatch software”?',
    says: 'It was last used',
    confirm: 'Revoke the key',
    sends: 'api-keys/k1',
  },
  {
    name: 'closing a grant',
    path: 'settings/access',
    begin: press('Close now'),
    asks: 'Close the access of Bright Trades?',
    says: 'nobody at Bright Trades can open your calls',
    confirm: 'Close the access',
    sends: 'access-grants/g1',
  },
  {
    name: 'rolling back a version',
    path: 'settings/versions',
    begin: press('Roll back to version 2'),
    asks: 'Roll back to version 2?',
    says: 'The next call is answered with the settings of version 2',
    confirm: 'Roll back to version 2',
    sends: 'config/versions/2/restore',
  },
  {
    name: 'turning the agent off',
    path: 'settings',
    begin: async (page) => {
      const agent = page.getByRole('switch', { name: 'After-Hours AI Voice Agent' });
      await expect(agent).toBeEnabled();
      await agent.press('Space');
    },
    asks: 'Turn the agent off?',
    says: 'Nobody is paged about an emergency',
    confirm: 'Turn it off',
    sends: 'config',
  },
  {
    name: 'ending all other sessions',
    path: '/security',
    begin: press('End all others'),
    asks: 'End all your other sessions?',
    says: 'One other browser or phone is signed out',
    confirm: 'End all others',
    sends: 'auth/sessions',
  },
];

const prepare = (api: FakeApi): void => {
  api.accounts.agencies = [{ agencyId: AGENCY, name: 'Bright Trades' }];
  api.accounts.provisioning = { setUp: null, lines: [liveLine] };
};
const sent = ({ accounts, posts }: FakeApi): string[] => [...accounts.sent, ...posts].map(({ path }) => path);

for (const act of ACTS)
  test(`${act.name} says what it means, does nothing on Escape, and happens by keyboard`, async ({ page }) => {
    const api = await visit(page, act.path, { prepare });
    await act.begin(page);
    const dialog = page.getByRole('dialog', { name: act.asks });
    await expect(dialog).toContainText(act.says);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(sent(api)).not.toContain(act.sends);

    await act.begin(page);
    if (act.typed) await typeName(page, act);
    else {
      await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await page.keyboard.press('Tab');
    }
    await expect(dialog.getByRole('button', { name: act.confirm })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => sent(api)).toContain(act.sends);
  });

async function typeName(page: Page, { asks, confirm, typed = '' }: Act): Promise<void> {
  const dialog = page.getByRole('dialog', { name: asks });
  const field = dialog.getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('something else');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: confirm })).toBeDisabled();
  await field.fill(typed);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
}

test('Tab never leaves the question, Enter in a hurry means no, and axe finds nothing in either theme', async ({
  page,
}) => {
  const api = await visit(page, 'settings/access', { prepare });
  await press('Close now')(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await press('Close now')(page);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(sent(api)).toEqual([]);
});
