import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { TRIAGE_FIGURES } from '../../../libs/domain/src/triage/figures.js';
import { visit } from './visit.js';

const rowOf = (page: Page, time: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(time) }) });
const linda = (page: Page) => rowOf(page, '10:17 PM');
const doug = (page: Page) => rowOf(page, '8:30 PM');

test('issue 3: what the rules, the voice agent and a person said stands side by side, newest first', async ({
  page,
}) => {
  await visit(page, 'triage');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([/10:17 PM/, /8:30 PM/, /6:41 PM/]);
  await expect(linda(page).getByRole('definition')).toHaveText([/^EMERGENCY/, /^ROUTINE/, /Nobody has looked yet/]);
  await expect(doug(page).getByRole('definition')).toHaveText([/^ROUTINE/, /^EMERGENCY/, /^ROUTINE.*by hand/]);
  await page.getByRole('button', { name: 'Older disagreements' }).click();
  await expect(rowOf(page, '5:58 PM').getByRole('definition')).toHaveText([
    /Found nothing to judge/,
    /^SPAM/,
    /^ROUTINE/,
  ]);
  await expect(page.getByRole('button', { name: 'Older disagreements' })).toHaveCount(0);
});

test('the deciding words are marked in the lines they fell in, and the whole call is one click away', async ({
  page,
}) => {
  await visit(page, 'triage');
  await expect(linda(page).locator('mark')).toHaveText([/^water is pouring/, /^smell gas/]);
  await expect(linda(page).getByText('Please leave the house now')).toHaveCount(0);
  await linda(page).getByRole('button', { name: 'Show the whole call (4 lines)' }).click();
  await expect(linda(page).getByText('Please leave the house now')).toBeVisible();
  await expect(rowOf(page, '6:41 PM').locator('mark')).toHaveText([/^calling about your Google Ads/]);
});

test('"Should have been: Routine" is one click, shown at once, stored, and replaced by another click', async ({
  page,
}) => {
  const api = await visit(page, 'triage');
  const choices = linda(page).getByRole('group', { name: 'Should have been' });
  await choices.getByRole('button', { name: 'Routine' }).click();
  await expect(choices.getByRole('button', { name: 'Routine' })).toHaveAttribute('aria-pressed', 'true');
  await expect(linda(page).getByRole('definition').nth(2)).toHaveText(/^ROUTINE/);
  await expect(page.getByText('Noted: this should have been Routine.')).toContainText('nobody was paged');
  await expect(choices).toContainText('Not right? Choose another');
  await choices.getByRole('button', { name: 'Emergency' }).click();
  await expect(choices.getByRole('button', { name: 'Emergency' })).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() => api.posts)
    .toEqual([
      { path: 'calls/call-linda/correction', body: { classification: 'routine' } },
      { path: 'calls/call-linda/correction', body: { classification: 'emergency' } },
    ]);
});

test('a refused correction is taken back and says why', async ({ page }) => {
  const api = await visit(page, 'triage', {
    prepare: (fresh) => (fresh.refuseCorrections = { status: 404, detail: 'No such call' }),
  });
  const spam = linda(page).getByRole('button', { name: 'Spam' });
  await spam.click();
  await expect(page.getByText('The correction was not saved')).toBeVisible();
  await expect(page.getByText('No such call')).toBeVisible();
  await expect(spam).toHaveAttribute('aria-pressed', 'false');
  expect(api.posts).toHaveLength(1);
});

test('disagreements are settled by keyboard alone: walk, open, correct, close', async ({ page }) => {
  const api = await visit(page, 'live');
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('link', { name: /Call of.*10:17 PM/ })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /Call of.*10:17 PM/ })).toBeFocused();
  await page.keyboard.press('1');
  await expect(linda(page).getByRole('button', { name: 'Emergency' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Doug Patterson' })).toBeFocused();
  expect(page.url()).toContain('call=call-doug');
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: /Call of.*8:30 PM/ })).toBeFocused();
  await expect
    .poll(() => api.posts)
    .toEqual([
      { path: 'calls/call-linda/correction', body: { classification: 'emergency' } },
      { path: 'calls/call-doug/correction', body: { classification: 'spam' } },
    ]);
});

test('"Export corrections" saves what people said, one labelled case per line', async ({ page }) => {
  await visit(page, 'triage');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export corrections' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('corrections.jsonl');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { id: 'call-doug', classification: 'routine' },
    { id: 'call-gone', classification: 'routine' },
  ]);
});

test('with no disagreement the page says what will come, and there is nothing to export', async ({ page }) => {
  await visit(page, 'triage', { prepare: (fresh) => (fresh.disagreements = []) });
  await expect(page.getByText('Nobody has disagreed so far')).toBeVisible();
  await page.getByRole('button', { name: 'Export corrections' }).click();
  await expect(page.getByText('There is nothing to export yet')).toBeVisible();
});

test('a CSR reads it and changes nothing; an agency does not see it', async ({ page }) => {
  await visit(page, 'triage', { prepare: (fresh) => (fresh.role = 'csr') });
  const rail = page.getByRole('navigation', { name: 'Main', exact: true });
  await expect(rail.getByRole('link')).toContainText(['Calls', 'Triage', 'Settings']);
  await expect(linda(page)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Should have been' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export corrections' })).toHaveCount(0);
  await visit(page, 'live', { prepare: (fresh) => (fresh.role = 'agency_admin') });
  await expect(rail.getByRole('link', { name: 'Settings' })).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Triage' })).toHaveCount(0);
});

test('the owner sees how well emergencies are heard: value, counts and interval', async ({ page }) => {
  await visit(page, 'triage');
  const { hits, of, low, high } = TRIAGE_FIGURES.frozen.lifeSafetyRecall;
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const card = page.locator('section').filter({ hasText: 'How well we hear emergencies' });
  await expect(card).toContainText(percent(hits / of));
  await expect(card).toContainText(`${hits} of ${of}`);
  await expect(card).toContainText(`95% interval: ${(low * 100).toFixed(1)} to ${percent(high)}`);
  await expect(card).toContainText('npm run eval:triage');
});

for (const path of ['calls?call=call-jim', 'leads?tab=all&card=card-jim'])
  test(`issue 3: ${path} says which words, at which second, by which rule, and who decided`, async ({ page }) => {
    await visit(page, path);
    const why = page.getByRole('listitem').filter({ hasText: 'Safety rules at' });
    await expect(why).toContainText('EMERGENCY');
    await expect(why.getByRole('listitem')).toHaveText([
      'water spraying at 0:09 · rule: active water',
      "It's everywhere at 0:09 · rule: amplifier",
      'soaked at 1:03 · rule: active water',
    ]);
    await expect(page.getByText('tone: worried', { exact: true })).toBeVisible();
    await expect(page.locator('mark')).toHaveText([/^water spraying/, /^It's everywhere/, /^soaked/]);
  });

test('a long call scrolls inside its panel; the page around it stays where it is', async ({ page }) => {
  await visit(page, 'triage?call=call-jim');
  await expect(page.getByRole('complementary').locator('mark').first()).toBeAttached();
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByRole('menuitem', { name: 'Routine' })).toBeVisible();
  const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
  expect(whole).toBe(seen);
});
