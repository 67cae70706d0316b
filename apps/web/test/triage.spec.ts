import { expect, test } from '@playwright/test';
import { visit } from './visit.js';

test('a lead is worked by keyboard alone: walk, open, mark, next, close, and focus is back on a row', async ({
  page,
}) => {
  const api = await visit(page, 'leads');
  await expect(page.getByRole('link', { name: /Kevin Park/ })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sarah Chen' })).toBeFocused();
  expect(page.url()).toContain('card=card-sarah');
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Called - No Answer');
  expect(api.cards.get('card-sarah')?.callbackStatus).toBe('called_no_answer');
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Doug Patterson' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: /Doug Patterson/ })).toBeFocused();
  expect(page.url()).not.toContain('card=');
});

test('VTCR 4.1: "Called - Booked" gets its green check, asks for the appointment and lowers the counter', async ({
  page,
}) => {
  await visit(page, 'leads?card=card-sarah');
  const tab = page.getByRole('navigation', { name: 'Lead lists' }).getByRole('link', { name: /Needs callback/ });
  await expect(tab).toContainText('3');
  await page.getByRole('combobox', { name: 'Callback status' }).click();
  await page.getByRole('option', { name: 'Called - Booked' }).click();
  await expect(page.getByText('Create the appointment for Sarah Chen')).toBeVisible();
  await expect(tab).toContainText('2');
});

test('a mark can be taken back for ten seconds with Z', async ({ page }) => {
  const api = await visit(page, 'leads?card=card-doug');
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Not Called');
  await page.keyboard.press('r');
  await expect(page.getByText('Doug Patterson: Resolved')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Not Called');
  expect(api.cards.get('card-doug')?.callbackStatus).toBe('not_called');
});

test('a note is kept with the card', async ({ page }) => {
  const api = await visit(page, 'leads?card=card-kevin');
  await expect(page.getByRole('heading', { name: 'Kevin Park' })).toBeVisible();
  await page.keyboard.press('m');
  await page.keyboard.type('Wants Thursday before noon');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => api.cards.get('card-kevin')?.callbackNotes).toBe('Wants Thursday before noon');
});

test('412: somebody else was faster; nothing is overwritten until the person has seen it', async ({ page }) => {
  const api = await visit(page, 'leads?card=card-sarah');
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Not Called');
  const card = api.cards.get('card-sarah')!;
  api.cards.set(card.id, { ...card, version: 7, callbackStatus: 'called_no_answer' });
  await page.keyboard.press('b');
  const notice = page.getByRole('alert').filter({ hasText: 'Somebody else changed this card first' });
  await expect(notice).toContainText('It now says "Called - No Answer"');
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Called - No Answer');
  expect(api.cards.get('card-sarah')?.callbackStatus).toBe('called_no_answer');
  await notice.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.getByRole('combobox', { name: 'Callback status' })).toHaveValue('Called - Booked');
  expect(api.cards.get('card-sarah')?.callbackStatus).toBe('called_booked');
});

test('single keys do nothing in a field, and nothing at all once they are switched off (WCAG 2.1.4)', async ({
  page,
}) => {
  const api = await visit(page, 'leads?card=card-sarah');
  await expect(page.getByRole('heading', { name: 'Sarah Chen' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Callback note' }).fill('');
  await page.keyboard.type('brin');
  expect(api.posts).toEqual([]);
  await page.getByRole('heading', { name: 'Sarah Chen' }).focus();
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Sarah Chen' }).focus();
  await page.keyboard.press('b');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(api.posts).toEqual([]);
});

test('G then L, E, D, O go to the pages', async ({ page }) => {
  await visit(page, 'live');
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
  for (const [key, title] of [
    ['l', 'Leads'],
    ['e', 'Emergencies'],
    ['d', 'Digest'],
    ['o', 'On-call'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }
});

test('a search ends with its list: the rail shows every lead again, and typing goes on while the answer is on its way', async ({
  page,
}) => {
  await visit(page, 'leads?q=doug');
  const search = page.getByRole('searchbox', { name: 'Search leads' });
  await expect(search).toHaveValue('doug');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Leads/ }).click();
  await expect(search).toHaveValue('');
  await page.clock.fastForward(1_000);
  await expect(page).not.toHaveURL(/q=/);
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toBeVisible();
  await search.pressSequentially('sar');
  await page.clock.fastForward(300);
  await search.pressSequentially('ah');
  await page.clock.fastForward(300);
  await expect(page).toHaveURL(/q=sarah/);
  await expect(search).toHaveValue('sarah');
});
