import { expect, test } from '@playwright/test';
import { connected, notConnected, assistOnly } from './fixtures/booking.js';
import { ACCOUNT } from './fixtures/night.js';
import { tooSmall } from './too-small.js';
import { visit } from './visit.js';

const CONFIRMATION =
  'Confirmed: HVAC appointment with Metro Plumbing Co on Fri, Feb 13 at 1 PM-3 PM. Reply to this number if you need to reschedule.';

test('mode 2: a held time shows everything a yes needs, whoever waits longest first, and one click approves it', async ({
  page,
}) => {
  const api = await visit(page, 'leads');
  const tab = page.getByRole('navigation', { name: 'Lead lists' }).getByRole('link', { name: /Approvals/ });
  await expect(tab).toContainText('2');
  await tab.click();
  const items = page.getByRole('list', { name: 'Waiting for approval' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText('Maria Santos');
  await expect(items.first()).toContainText('not in a ZIP code the agent may book by itself');
  const doug = items.filter({ hasText: 'Doug Patterson' });
  await expect(doug).toContainText('Fri, Feb 13 1 PM-3 PM');
  await expect(doug).toContainText('3 of 6 visits that day');
  await expect(doug).toContainText('Callback in 22 min');
  await expect(doug).toContainText('HVAC: Furnace service');
  await expect(doug).toContainText('922 Maple Drive, Chicago 60614');
  await expect(doug).toContainText(CONFIRMATION);
  await doug.getByRole('button', { name: 'Approve Doug Patterson' }).click();
  await expect(
    page.getByText('Doug Patterson is booked for Fri, Feb 13 1 PM-3 PM. The customer gets the text.'),
  ).toBeVisible();
  await expect(items).toHaveCount(1);
  await expect(tab).toContainText('1');
  expect(api.booking.sent).toEqual([{ path: 'booking/appointments/apt-doug/approve', body: { textCustomer: true } }]);
});

test('the time that is left counts down, and is louder towards its end', async ({ page }) => {
  await visit(page, 'leads?tab=approvals');
  await expect(page.getByText('Callback in 1 h 40 min')).toBeVisible();
  await page.clock.fastForward(5 * 60_000);
  await expect(page.getByText('Callback in 17 min')).toBeVisible();
});

test('409: somebody else was faster, and nothing is said to be done that was not', async ({ page }) => {
  const api = await visit(page, 'leads?tab=approvals');
  await expect(page.getByRole('button', { name: 'Approve Doug Patterson' })).toBeVisible();
  api.booking.refuse = { status: 409, code: 'appointment-not-held', detail: 'Somebody has decided already.' };
  api.booking.appointments = api.booking.appointments.filter(({ id }) => id !== 'apt-doug');
  await page.getByRole('button', { name: 'Approve Doug Patterson' }).click();
  await expect(page.getByText('Somebody else was faster with Doug Patterson')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve Doug Patterson' })).toHaveCount(0);
});

test('409: a time that is taken meanwhile asks for another one at once', async ({ page }) => {
  const api = await visit(page, 'leads?tab=approvals');
  api.booking.refuse = {
    status: 409,
    code: 'window-taken',
    detail: 'Every crew is out at that time. Choose another one.',
  };
  await page.getByRole('button', { name: 'Approve Doug Patterson' }).click();
  await expect(page.getByText('Doug Patterson: that time is taken by now')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Approve at another time' });
  await dialog.getByRole('group', { name: 'Tue, Feb 17' }).getByText('10 AM-12 PM').click();
  await expect(dialog).toContainText('Metro Plumbing Co on Tue, Feb 17 at 10 AM-12 PM');
  await dialog.getByRole('button', { name: 'Approve this time' }).click();
  await expect(page.getByText(/Doug Patterson is booked for Tue, Feb 17/)).toBeVisible();
  expect(api.booking.sent.at(-1)?.body).toEqual({
    textCustomer: true,
    time: { startsAt: '2026-02-17T16:00:00.000Z', endsAt: '2026-02-17T18:00:00.000Z' },
  });
});

test('approvals by keyboard alone: walk, change the time, decline after a question', async ({ page }) => {
  const api = await visit(page, 'leads?tab=approvals');
  await expect(page.getByRole('link', { name: 'Maria Santos' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Maria Santos' })).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Approve at another time' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: 'Maria Santos' }).focus();
  await page.keyboard.press('d');
  const question = page.getByRole('dialog', { name: 'Decline the time of Maria Santos?' });
  await expect(question).toContainText('comes first on the callback list');
  await question.getByRole('button', { name: 'Decline and call back' }).click();
  await expect(page.getByText('Maria Santos is first on the callback list.')).toBeVisible();
  await page.getByRole('link', { name: 'Doug Patterson' }).focus();
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  expect(api.booking.sent.map(({ path }) => path)).toEqual([
    ...['booking/appointments/apt-maria/decline', 'booking/appointments/apt-doug/approve'],
  ]);
});

test('a CSR reads what waits and decides nothing', async ({ page }) => {
  await visit(page, 'leads?tab=approvals', { prepare: (api) => (api.role = 'csr') });
  await expect(page.getByText('Doug Patterson')).toBeVisible();
  await expect(page.getByRole('button', { name: /Approve|Decline|Change time/ })).toHaveCount(0);
});

test('the week: who comes when, how full it is, and what lies outside the windows', async ({ page }) => {
  await visit(page, 'appointments');
  const week = page.getByRole('region', { name: 'The week' });
  await expect(week.getByRole('columnheader', { name: /Fri, Feb 13/ })).toContainText('3 of 6');
  await expect(week.getByRole('row', { name: /8 AM to 10 AM/ })).toContainText('Greg Hall');
  await expect(week.getByRole('row', { name: /8 AM to 10 AM/ })).not.toContainText('free');
  await expect(week.getByRole('row', { name: /1 PM to 3 PM/ })).toContainText('1 of 2 free');
  await expect(week.getByRole('row', { name: /1 PM to 3 PM/ })).toContainText('Needs approval');
  await expect(week.getByRole('row', { name: /Other times/ })).toContainText('Priya Nair');
  await page.getByRole('group', { name: 'State' }).getByRole('button', { name: 'Called off or moved' }).click();
  await expect(week).toContainText('Nora Beck');
  await expect(week).not.toContainText('Greg Hall');
});

test('an appointment is moved and cancelled from its drawer; the text to the customer is read first', async ({
  page,
}) => {
  const api = await visit(page, 'appointments?week=2026-02-19&appointment=apt-rachel');
  await expect(page.getByRole('heading', { name: 'Rachel Torres' })).toBeFocused();
  await expect(page.getByText('Could we do the afternoon instead?')).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const moving = page.getByRole('dialog', { name: 'Move the appointment' });
  await moving.getByText('Another time').click();
  await moving.getByLabel('From').fill('2026-02-19T13:00');
  await expect(moving.getByLabel('Until')).toHaveValue('2026-02-19T15:00');
  await expect(moving).toContainText(
    'New time: your HVAC appointment with Metro Plumbing Co is now on Thu, Feb 19 at 1 PM-3 PM.',
  );
  await moving.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText(/Rachel Torres is booked for Thu, Feb 19 1 PM/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  const cancelling = page.getByRole('dialog', { name: 'Cancel the appointment of Rachel Torres?' });
  await expect(cancelling).toContainText('has been called off. We will call you');
  await cancelling.getByRole('checkbox', { name: /Text the customer/ }).uncheck();
  await expect(cancelling).not.toContainText('has been called off');
  await cancelling.getByRole('button', { name: 'Cancel the appointment' }).click();
  await expect(page.getByText("Rachel Torres's appointment is cancelled. Nobody was texted.")).toBeVisible();
  expect(api.booking.sent.map(({ path, body }) => [path, body.textCustomer])).toEqual([
    ['booking/appointments/apt-rachel/move', true],
    ['booking/appointments/apt-rachel-moved/cancel', false],
  ]);
});

test('VTCR 4.1: "Called - Booked" asks when, and the card has its appointment', async ({ page }) => {
  const api = await visit(page, 'leads?card=card-sarah');
  await page.getByRole('combobox', { name: 'Callback status' }).click();
  await page.getByRole('option', { name: 'Called - Booked' }).click();
  await expect(page.getByText('Create the appointment for Sarah Chen')).toBeVisible();
  await page.getByRole('button', { name: 'Choose the time' }).click();
  const dialog = page.getByRole('dialog', { name: 'When?' });
  await expect(dialog.getByRole('button', { name: 'Book it' })).toBeDisabled();
  await dialog.getByRole('group', { name: 'Wed, Feb 18' }).getByText('8 AM-10 AM').click();
  await expect(dialog).toContainText(
    'Confirmed: Plumbing appointment with Metro Plumbing Co on Wed, Feb 18 at 8 AM-10 AM.',
  );
  await dialog.getByRole('button', { name: 'Book it' }).click();
  await expect(page.getByText('Create the appointment for Sarah Chen')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel appointment' })).toBeVisible();
  expect(api.booking.sent).toEqual([
    {
      path: 'booking/appointments',
      body: {
        startsAt: '2026-02-18T14:00:00.000Z',
        endsAt: '2026-02-18T16:00:00.000Z',
        cardId: 'card-sarah',
        textCustomer: true,
      },
    },
  ]);
});

test('VTCR 2.3: a booked call says so on its row, with the date', async ({ page }) => {
  await visit(page, 'calls');
  const row = page.getByRole('link', { name: /Rachel Torres/ });
  await expect(row).toContainText('Routine - Appointment Booked');
  await expect(row).toContainText('Thu, Feb 19 10:00 AM');
});

test('settings: what a caller tonight is offered is said as the agent says it', async ({ page }) => {
  await visit(page, 'settings/booking');
  await expect(
    page.getByText(
      /A caller who rings now could be offered: tomorrow between ten and noon, tomorrow between one and three, Tuesday between eight and ten\./,
    ),
  ).toBeVisible();
});

test('settings: mode 3 is asked about once, and opens its rules', async ({ page }) => {
  const api = await visit(page, 'settings/booking', {
    prepare: ({ booking }) => (booking.settings = structuredClone(assistOnly)),
  });
  await expect(page.getByText('Our office will call you first thing in the morning')).toBeVisible();
  await expect(page.getByText('What it may book without asking')).toHaveCount(0);
  await page.getByRole('radio', { name: /3\. The agent books inside your rules/ }).click();
  await expect(page.getByText('What it may book without asking')).toBeVisible();
  await page.getByRole('combobox', { name: 'ZIP codes' }).fill('60614');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Jobs over this go to a person' }).fill('2500');
  await page.getByRole('textbox', { name: 'HVAC, usually' }).fill('189');
  await page.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('dialog', { name: 'Let the agent book by itself?' });
  await expect(question).toContainText('Nobody is asked first');
  await question.getByRole('button', { name: 'Let it book' }).click();
  await expect(page.getByText('Saved. The next call follows the new rules.')).toBeVisible();
  expect(api.booking.sent.at(-1)?.body).toMatchObject({
    mode: 'auto_book',
    serviceModes: {},
    zones: ['60614'],
    valueLimitCents: 250_000,
    usualValueCents: { hvac: 18_900 },
  });
  await page.getByLabel('Travel').fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => api.booking.sent.at(-1)?.body.bufferMinutes).toBe(45);
});

test('settings: what cannot be is said beside its field, before and after the server sees it', async ({ page }) => {
  const api = await visit(page, 'settings/booking');
  await page.getByLabel('Monday, window 1 to', { exact: true }).fill('07:00');
  await page.getByLabel('Visits a day').fill('900');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Monday: the window from 08:00 to 07:00 ends before it begins.')).toBeVisible();
  await expect(page.getByText('Between 1 and 500 visits')).toBeVisible();
  expect(api.booking.sent).toEqual([]);
  await page.getByLabel('Monday, window 1 to', { exact: true }).fill('10:00');
  await page.getByLabel('Visits a day').fill('9');
  api.booking.fieldErrors = [{ pointer: '/holdMinutes', detail: 'holdMinutes must not be less than 10' }];
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('holdMinutes must not be less than 10')).toBeVisible();
});

test('settings: 412, somebody else saved first', async ({ page }) => {
  const api = await visit(page, 'settings/booking');
  await page.getByLabel('Travel').fill('45');
  api.booking.settings.version += 1;
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved: somebody else saved first')).toBeVisible();
  await expect(page.getByLabel('Travel')).toHaveValue('45 minutes');
});

test('Google Calendar is connected through its own page, changed, and disconnected after a question', async ({
  page,
}) => {
  const api = await visit(page, 'settings/booking');
  await page.getByRole('button', { name: 'Connect Google Calendar' }).click();
  await page.getByRole('button', { name: 'Use this calendar' }).click();
  await expect(page.getByText('dave@metroplumbing.example')).toBeVisible();
  expect(api.booking.sent.at(-1)).toEqual({
    path: 'calendar/answer',
    body: { state: `${ACCOUNT}.secret`, code: '4/abc' },
  });
  await page.getByRole('button', { name: 'Use another calendar' }).click();
  await page.getByRole('combobox', { name: 'Calendar' }).click();
  await page.getByRole('option', { name: 'Dave (your own)' }).click();
  await expect(page.getByText('From now on Dave is used.')).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const question = page.getByRole('dialog', { name: 'Disconnect Google Calendar?' });
  await expect(question).toContainText('What was written stays in the calendar');
  await question.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect Google Calendar' })).toBeVisible();
});

test('Google said no, or its answer is too old: nothing is connected and it says so', async ({ page }) => {
  await visit(page, `/google-calendar?state=${ACCOUNT}.secret&error=access_denied`);
  await expect(page.getByText('Google was told no, so nothing was connected.')).toBeVisible();
  await page.goto(`/google-calendar?state=${ACCOUNT}.secret&code=4/old`);
  await page.getByRole('button', { name: 'Use this calendar' }).click();
  await expect(page.getByText('This answer from Google is not valid any more. Connect again.')).toBeVisible();
});

test('a lost connection says since when, and what the agent does meanwhile', async ({ page }) => {
  await visit(page, 'settings/booking', {
    prepare: ({ booking }) => (booking.calendar = { ...connected, state: 'lost', lostAt: '2026-02-13T02:00:00.000Z' }),
  });
  await expect(page.getByText(/Google ended the permission Today 8:00 PM/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect again' })).toBeVisible();
});

test('without an application at Google nothing is offered that cannot be done', async ({ page }) => {
  await visit(page, 'settings/booking', {
    prepare: ({ booking }) => (booking.calendar = { ...notConnected, isOffered: false }),
  });
  await expect(page.getByText('This server has no application at Google yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /Connect/ })).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const [path, shows] of [
    ['leads?tab=approvals', 'Doug Patterson'],
    ['appointments', 'Greg Hall'],
    ['appointments?week=2026-02-19&appointment=apt-rachel', 'Made by'],
    ['settings/booking', 'Who books'],
  ] as const)
    test(`everything on ${path} is as large as a thumb`, async ({ page }) => {
      await visit(page, path);
      await expect(page.getByText(shows).first()).toBeAttached();
      await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
      await expect.poll(() => tooSmall(page)).toEqual([]);
    });
});
