import { expect, test } from '@playwright/test';
import { layers, people } from './fixtures/team.js';
import { tooSmall } from './too-small.js';
import { visit } from './visit.js';

test('now: who is paged first, until when, and a phone that is not ready says why', async ({ page }) => {
  await visit(page, 'on-call');
  const now = page.getByText('On call now').locator('xpath=ancestor::section');
  await expect(now).toContainText('until Fri 8:00 AM, then Lee Park');
  await expect(now).toContainText('Mike T.(312) 555-0872 Ready');
  await expect(now).toContainText('Not ready: texted STOP');
  await expect(now).toContainText('Thu 5:00 PM to Fri 8:00 AMNot confirmed. Dana R. was told Thu 4:55 PM');
});

test('somebody who is busy is marked, and the office can end it', async ({ page }) => {
  const api = await visit(page, 'on-call');
  const now = page.getByText('On call now').locator('xpath=ancestor::section');
  await expect(now).toContainText('Busy until Fri 12:00 AM');
  await expect(page.getByText('Thu 10:00 PM to Fri 12:00 AM. Paged after everybody else.')).toBeVisible();
  await page.getByRole('button', { name: 'Back now: Dana R. is busy' }).click();
  await expect.poll(() => api.posts.map(({ path }) => path)).toEqual(['on-call/busy/busy-1']);
});

test('the office marks somebody busy for a while', async ({ page }) => {
  const api = await visit(page, 'on-call');
  await page.getByRole('button', { name: 'Busy for a while' }).click();
  const dialog = page.getByRole('dialog', { name: 'Busy for a while' });
  await dialog.getByRole('combobox', { name: 'Who is busy' }).click();
  await page.getByRole('option', { name: 'Lee Park' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(api.posts).toMatchObject([{ path: 'on-call/busy', body: { contactId: people.lee } }]);
});

test('the week: a bar per shift, by person or by layer, the gap hatched with its words', async ({ page }) => {
  await visit(page, 'on-call');
  const mike = page.getByRole('group', { name: 'Mike T.' });
  await expect(mike.getByRole('button')).toHaveCount(3);
  await expect(
    page.getByRole('button', { name: /Lee Park, Plumbing nights, Fri 5:00 PM to Sat 8:00 AM/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Gap: Nobody is on call for plumbing/ })).toHaveText('Fix');
  await page.getByText('By layer').click();
  await expect(page.getByRole('group', { name: 'Plumbing nights' }).getByRole('button')).toHaveCount(4);
  await page.getByRole('button', { name: 'The week after' }).click();
  await expect(page.getByRole('heading', { name: 'Mon, Feb 16 to Sun, Feb 22' })).toBeVisible();
  expect(page.url()).toContain('week=2026-02-16');
});

test('a gap is fixed by somebody who covers it, with the times already filled in', async ({ page }) => {
  const api = await visit(page, 'on-call');
  await page.getByRole('button', { name: /^Fix: Nobody/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody covers' });
  await expect(dialog.getByLabel('From')).toHaveValue('2026-02-14T08:00');
  await dialog.getByRole('combobox', { name: 'Who covers' }).click();
  await page.getByRole('option', { name: 'Lee Park' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(api.posts).toEqual([
    {
      path: 'on-call/overrides',
      body: {
        inContactId: people.lee,
        startsAt: '2026-02-14T14:00:00.000Z',
        endsAt: '2026-02-16T23:00:00.000Z',
        layerId: layers.nights,
      },
    },
  ]);
});

test('a swap by keyboard alone: open the shift, choose the other one, save', async ({ page }) => {
  const api = await visit(page, 'on-call');
  await page.getByRole('button', { name: /Mike T\., Plumbing nights, Thu 5:00 PM/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Swap', exact: true }).focus();
  await page.keyboard.press('Enter');
  const other = page.getByRole('combobox', { name: 'In exchange for' });
  await other.focus();
  await page.keyboard.type('Lee Park: Mon');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Swap', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => api.posts[0]?.path).toBe('on-call/swap');
  expect(api.posts[0]?.body).toMatchObject({
    one: { contactId: people.mike, endsAt: '2026-02-13T14:00:00.000Z' },
    other: { contactId: people.lee, startsAt: '2026-02-16T23:00:00.000Z' },
  });
});

test('TAKE UNTIL 6AM from the desk', async ({ page }) => {
  const api = await visit(page, 'on-call');
  await page.getByRole('button', { name: 'Take the pager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the pager' });
  await expect(dialog.getByLabel('Until')).toHaveValue('2026-02-13T06:00');
  await dialog.getByRole('combobox', { name: 'Who takes it' }).click();
  await page.getByRole('option', { name: 'Dave Kowalczyk' }).click();
  await dialog.getByRole('button', { name: 'Take the pager' }).click();
  await expect
    .poll(() => api.posts)
    .toEqual([{ path: 'on-call/take', body: { contactId: people.dave, until: '2026-02-13T12:00:00.000Z' } }]);
});

test('on a phone the week is a list by day with Swap, and targets are as large as a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, 'on-call');
  const swap = page.getByRole('button', { name: 'Swap: Mike T., Thu, Feb 12, from 5:00 PM' });
  await expect(swap).toBeVisible();
  await expect(page.getByText('Heating, all day').first()).toBeVisible();
  for (const button of await page.getByRole('main').getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.height ?? 44, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44);
  }
});

test('PRD VTCR 1.2: before the first save the form stands alone, and saves the first roster', async ({ page }) => {
  const api = await visit(page, 'on-call', { prepare: ({ team }) => (team.roster = null) });
  await expect(page.getByText('Nobody is on call yet')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'On-call pages' })).toHaveCount(0);
  const write = async (slot: string, name: string, phone: string): Promise<void> => {
    const group = page.getByRole('group', { name: slot });
    await group.getByLabel('Name').fill(name);
    await group.getByLabel('Phone Number').fill(phone);
  };
  await write('Primary On-Call', 'Mike T.', '312 555 0872');
  await write('Owner (Final Escalation)', 'Dave', '312 555 0874');
  await expect(page.getByText(/then Mike T\. \(call \+ SMS\), then Dave at \+10 min/)).toBeVisible();
  const saved = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await saved).headers()['if-match']).toBe('"0"');
  await expect(page.getByRole('navigation', { name: 'On-call pages' })).toBeVisible();
  expect(api.posts[0]?.body).toMatchObject({ primary: { phone: '+13125550872' }, backup: null });
});

test('a contact is verified by the six digits; wrong ones say so', async ({ page }) => {
  await visit(page, 'on-call?tab=people');
  await page.getByRole('button', { name: "Verify Lee Park's phone" }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Text the code' }).click();
  await expect(dialog.getByText('The code is on its way.')).toBeVisible();
  await dialog.getByLabel('The six digits').fill('111 111');
  await dialog.getByRole('button', { name: 'Verify' }).click();
  await expect(dialog.getByText('These are not the digits that were sent.')).toBeVisible();
  await dialog.getByLabel('The six digits').fill('482913');
  await dialog.getByRole('button', { name: 'Verify' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Lee Park' }).first()).toContainText('Ready');
});

test('a contact is written to and called in the language that the form says', async ({ page }) => {
  const api = await visit(page, 'on-call?tab=people');
  await page.getByRole('button', { name: 'Change Lee Park' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Lee Park' });
  await expect(dialog.getByRole('radio', { name: 'English' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Español' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(api.posts.at(-1)?.body).toMatchObject({ name: 'Lee Park', language: 'es', isActive: true });
  await expect(page.getByRole('listitem').filter({ hasText: 'Lee Park' }).first()).toContainText('in Spanish');
});

test('quiet hours are the account’s own; the same hour twice means none', async ({ page }) => {
  const api = await visit(page, 'on-call?tab=team');
  const save = page.getByRole('button', { name: 'Set quiet hours' });
  await expect(save).toBeDisabled();
  await page.getByLabel('From', { exact: true }).fill('23:30');
  await save.click();
  await expect(page.getByText('The quiet hours are saved.')).toBeVisible();
  expect(api.posts.at(-1)).toEqual({ path: 'on-call/quiet-hours', body: { from: '23:30', to: '08:00' } });
  await page.getByLabel('Until', { exact: true }).fill('23:30');
  await expect(page.getByText('No quiet hours: the next in line is told at once.')).toBeVisible();
});

test('a test text that did not arrive is said on the row', async ({ page }) => {
  await visit(page, 'on-call?tab=people');
  await page.getByRole('button', { name: 'Send Mike T. a test text' }).click();
  await expect(page.getByText('Test text failed: it did not reach this phone.')).toBeVisible();
});

test('a rotation: weekly, handed off at 5 PM, saved on the version that was seen', async ({ page }) => {
  const api = await visit(page, 'on-call?tab=team', {
    prepare: ({ team }) => (team.roster = team.roster && { ...team.roster, hasLayers: true }),
  });
  const heating = page.getByRole('group', { name: 'Heating' });
  await heating.getByRole('combobox', { name: 'Turns change' }).click();
  await page.getByRole('option', { name: 'By weeks' }).click();
  await heating.getByRole('combobox', { name: 'Add somebody' }).click();
  await page.getByRole('option', { name: 'Lee Park' }).click();
  await heating.getByRole('button', { name: 'Lee Park one earlier' }).click();
  const handOffs = page.getByRole('list', { name: 'The next hand-offs' });
  await expect(handOffs).toContainText('Mon, Feb 16, 5:00 PM');
  await expect(handOffs).toContainText('Lee Park');
  await expect(heating).toContainText('Lee Park, then Dana R., each for a week, handing off Thursdays at 5 PM.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => api.posts[0]?.path).toBe('on-call/schedule');
  const { layers } = api.posts[0]?.body as { layers: { name: string; rotation: object; turns: object[] }[] };
  expect(layers[1]).toMatchObject({
    rotation: { startsOn: '2026-02-12', handOff: '17:00', every: 1, unit: 'week' },
    turns: [{ contactIds: [people.lee] }, { contactIds: [people.dana] }],
  });
});

test('the order of turns by keyboard alone: Alt and an arrow, said aloud, and the focus stays with the person', async ({
  page,
}) => {
  await visit(page, 'on-call?tab=team', {
    prepare: ({ team }) => (team.roster = team.roster && { ...team.roster, hasLayers: true }),
  });
  const turns = page.getByRole('group', { name: 'Plumbing nights' }).getByRole('group', { name: 'Who takes turns' });
  const names = async () =>
    (await turns.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  await expect.poll(names).toEqual(['1 Mike T.', '2 Lee Park']);
  await turns.getByRole('button', { name: 'Lee Park one earlier' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(turns.getByRole('status')).toHaveText('Lee Park is now 1 of 2.');
  await expect(turns.getByRole('button', { name: 'Lee Park one earlier' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(['1 Mike T.', '2 Lee Park']);
});

const TABS = [
  ['schedule', 'Take the pager'],
  ['team', 'Add a layer'],
  ['people', 'Change Mike T.'],
  ['ladder', 'Add a step'],
  ['rehearse', 'Rehearse now'],
] as const;

for (const [tab, shown] of TABS)
  test(`on a phone everything on the ${tab} tab is as large as a thumb`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, `on-call?tab=${tab}`, {
      prepare: ({ team }) => (team.roster = team.roster && { ...team.roster, hasLayers: true }),
    });
    await expect(page.getByRole('button', { name: shown })).toBeVisible();
    await expect.poll(() => tooSmall(page)).toEqual([]);
  });

test('on a phone the open tab is in sight, and a step says whole who is paged and how', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, 'on-call?tab=rehearse');
  const tabs = page.getByRole('navigation', { name: 'On-call pages' });
  await expect(tabs.getByRole('link', { name: 'Rehearse' })).toBeInViewport({ ratio: 1 });
  await tabs.getByRole('link', { name: 'Ladder' }).click();
  const step = page.getByRole('group', { name: 'Step 1' });
  await expect(step.getByRole('combobox', { name: 'How' })).toHaveValue('Live transfer');
  for (const name of ['Who', 'How'])
    expect(await step.getByRole('combobox', { name }).evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(
      0,
    );
});
