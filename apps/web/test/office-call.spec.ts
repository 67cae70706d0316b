import { expect, test, type Locator, type Page } from '@playwright/test';
import { people } from './fixtures/team.js';
import { visit } from './visit.js';

const askedFor = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Call from our number' }).click();
  return page.getByRole('dialog', { name: 'Call Sarah Chen' });
};

const choose = async (page: Page, dialog: Locator, name: string): Promise<void> => {
  await dialog.getByRole('combobox', { name: 'Which phone rings first?' }).click();
  await page.getByRole('option', { name }).click();
};

test('click-to-call rings a verified phone of the team first, and remembers which', async ({ page }) => {
  const api = await visit(page, 'leads?card=card-sarah');
  const dialog = await askedFor(page);
  await expect(dialog.getByRole('button', { name: 'Call', exact: true })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Which phone rings first?' }).click();
  await expect(page.getByRole('option')).toHaveText(['Dana R.', 'Dave Kowalczyk', 'Mike T.']);
  await page.getByRole('option', { name: 'Mike T.' }).click();
  await dialog.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(
    page.getByText("Mike T.'s phone rings now. Press 1 there to be connected with Sarah Chen."),
  ).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(api.posts).toEqual([{ path: 'calls', body: { deskContactId: people.mike, leadCardId: 'card-sarah' } }]);
  const again = await askedFor(page);
  await expect(again.getByRole('combobox', { name: 'Which phone rings first?' })).toHaveValue('Mike T.');
});

test('a card whose customer the office has spoken with says who called back, and when', async ({ page }) => {
  await visit(page, 'leads?card=card-sarah', {
    prepare: (api) => {
      const card = api.cards.get('card-sarah');
      if (card)
        api.cards.set(card.id, { ...card, calledBack: { at: '2026-02-13T03:40:00.000Z', byName: 'Maria Lopez' } });
    },
  });
  await expect(page.getByText('Called back by Maria Lopez, Today 9:40 PM')).toBeVisible();
});

test('a call that is refused says why and leaves the choice open', async ({ page }) => {
  await visit(page, 'leads?card=card-sarah', {
    prepare: (api) => (api.refuseCalls = { status: 429, detail: 'You can place 30 calls an hour. Try again later.' }),
  });
  const dialog = await askedFor(page);
  await choose(page, dialog, 'Dave Kowalczyk');
  await dialog.getByRole('button', { name: 'Call', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'The call was not placed' });
  await expect(notice).toContainText('You can place 30 calls an hour. Try again later.');
  await expect(dialog.getByRole('button', { name: 'Call', exact: true })).toBeEnabled();
});

test('with no verified phone the dialog says where to verify one', async ({ page }) => {
  await visit(page, 'leads?card=card-sarah', {
    prepare: (api) => (api.team.contacts = api.team.contacts.map((contact) => ({ ...contact, verifiedAt: null }))),
  });
  const dialog = await askedFor(page);
  await expect(dialog.getByPlaceholder('Verify a phone under On-call, People')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Call', exact: true })).toBeDisabled();
});
