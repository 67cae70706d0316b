import { expect, test, type Page } from '@playwright/test';
import { ask, tell } from './world.js';

const METRO_LINE = '+13125550100';
const SAL = '+13125550186';

const addressOf = (path: string): string => `${process.env.NIGHT_API_URL ?? ''}${path}`;

async function signIn(page: Page): Promise<string> {
  await page.goto(addressOf('/'));
  await page.getByLabel('E-mail').fill('dave@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('night-shift-demo-2026');
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** The newest text on a phone that says this. */
async function texted(phone: string, words: RegExp): Promise<string> {
  const find = async () => {
    const { messages } = await ask<{ messages: { to: string; body: string }[] }>(
      `/sim/phones/${encodeURIComponent(phone)}`,
    );
    return messages.findLast(({ to, body }) => to === phone && words.test(body))?.body ?? '';
  };
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  return find();
}

const choose = async (page: Page, box: ReturnType<Page['getByRole']>, option: string | RegExp): Promise<void> => {
  await box.click();
  await page.getByRole('option', { name: option }).first().click();
};

test('on-call on the real programs: Sal is verified by text, joins the weekends, swaps a night, and the calendar shows it', async ({
  page,
}) => {
  const account = await signIn(page);

  await page.goto(addressOf(`/a/${account}/on-call?tab=people`));
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const contact = page.getByRole('dialog');
  await contact.getByLabel('Name').fill('Sal Ortiz');
  await contact.getByLabel('Phone Number').fill('(312) 555-0186');
  await contact.getByRole('button', { name: /save|add/i }).click();
  await page.getByRole('button', { name: "Verify Sal Ortiz's phone" }).click();
  await page.getByRole('button', { name: 'Text the code' }).click();
  const [code = ''] = /\d{6}/.exec(await texted(SAL, /is your code/)) ?? [];
  await tell(`/sim/phones/${encodeURIComponent(SAL)}/messages`, { to: METRO_LINE, body: code });
  await texted(SAL, /this phone is confirmed/);
  await page.reload();
  const sal = page.getByRole('listitem').filter({ hasText: 'Sal Ortiz' }).first();
  await expect(sal).toContainText('Ready');
  await expect(sal).toContainText('mobile');

  await page.goto(addressOf(`/a/${account}/on-call?tab=team`));
  const weekends = page.getByRole('group', { name: 'Weekends' });
  await choose(page, weekends.getByRole('combobox', { name: 'Add somebody' }), 'Sal Ortiz');
  await expect(weekends).toContainText('Mike T., then Dana W., then Sal Ortiz, each for a week, handing off Fridays');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Everybody whose shifts change gets a text.')).toBeVisible();

  await page.goto(addressOf(`/a/${account}/on-call`));
  const shift = page.getByRole('button', { name: /^Mike T\., Weekends, Fri 5:00 PM/ });
  await expect(shift).toBeVisible();
  await shift.click();
  await page.getByRole('button', { name: 'Swap', exact: true }).click();
  await choose(page, page.getByRole('combobox', { name: 'In exchange for' }), /^Sal Ortiz/);
  await page.getByRole('button', { name: 'Swap', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Sal Ortiz, Weekends, Fri 5:00 PM/ })).toBeVisible();
  await expect(shift).toHaveCount(0);
  expect(await texted(SAL, /you're on call/)).toContain('Metro Plumbing');
});
