import { expect, test } from '@playwright/test';
import { streamEvent } from './fake-api.js';
import { incidentDetails } from './fixtures/incident-details.js';
import { now } from './fixtures/night.js';
import { people, pastDrill, runningDrill } from './fixtures/team.js';
import { visit } from './visit.js';

test('the ladder: each step with its channel, its delivery and the time to the next one', async ({ page }) => {
  await visit(page, 'emergencies/inc-linda');
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(step('Warm transfer to on-call').first()).toContainText('Failed: nobody picked up');
  await expect(step('SMS to backup').first()).toContainText(/in 8:3\d/);
  await expect(step('UNRESOLVED EMERGENCY SMS to owner').first()).toContainText('at 10:38 PM');
  await expect(page.getByRole('link', { name: 'Call caller' })).toHaveAttribute('href', 'tel:+13125550123');
});

test('a call that waits says why, and until when', async ({ page }) => {
  await visit(page, 'emergencies/inc-linda');
  const shown = incidentDetails['inc-linda'];
  const held = { heldBecause: '3 calls in 15 minutes to Mike T.', heldUntil: '2026-02-13T04:31:00.000Z' };
  const delivery = { state: 'pending', errorCode: null, sentAt: null, ...held };
  const ladder = shown?.ladder.map((step) => (step.label === 'Auto-dial on-call' ? { ...step, delivery } : step));
  await page.route('**/incidents/inc-linda', (route) => route.fulfill({ json: { ...shown, ladder } }));
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Auto-dial on-call' }).first()).toContainText(
    'held: 3 calls in 15 minutes to Mike T., until 10:31 PM',
  );
});

test('someone else is paged by name, on the version that was seen', async ({ page }) => {
  const api = await visit(page, 'emergencies/inc-linda');
  await page.getByRole('button', { name: 'Page someone else' }).click();
  const dialog = page.getByRole('dialog', { name: 'Page someone else' });
  await dialog.getByRole('combobox', { name: 'Person' }).click();
  await expect(page.getByRole('option', { name: /Mike T\..*already paged/ })).toBeVisible();
  await page.getByRole('option', { name: /Lee Park.*not verified/ }).click();
  await dialog.getByRole('button', { name: 'Page now' }).click();
  await expect
    .poll(() => api.posts)
    .toEqual([{ path: 'incidents/inc-linda/page', body: { contactId: people.lee, version: 1 } }]);
});

test('the next person is paged on the version that was seen: a double click wakes nobody twice', async ({ page }) => {
  const api = await visit(page, 'emergencies/inc-linda');
  await page.getByRole('button', { name: 'Page the next person now' }).click();
  await expect.poll(() => api.posts).toEqual([{ path: 'incidents/inc-linda/page-next', body: { version: 1 } }]);
});

test('an accepted emergency can be paged again; a closed one only proves itself', async ({ page }) => {
  const api = await visit(page, 'emergencies/inc-jim');
  await page.getByRole('button', { name: 'Page again' }).click();
  await expect.poll(() => api.posts[0]?.path).toBe('incidents/inc-jim/repage');
  await page.goto(page.url().replace('inc-jim', 'inc-old'));
  await expect(page.getByText('Fitting replaced').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Page someone else' })).toHaveCount(0);
  await page.route('**/proof.pdf', (route) => route.fulfill({ contentType: 'application/pdf', body: '%PDF-1.7' }));
  await page.getByRole('button', { name: 'Export proof' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'PDF to print or send' }).click();
  expect((await download).suggestedFilename()).toBe('emergency-Q2-2026-02-10.pdf');
});

test('the editor says what tonight would look like, and a ladder that ends with nobody is refused', async ({
  page,
}) => {
  const api = await visit(page, 'on-call?tab=ladder');
  await expect(page.getByText('The standard ladder')).toBeVisible();
  await expect(page.getByText('Dana R. texted STOP: only calls reach this phone')).toBeVisible();
  await page.getByRole('button', { name: 'Remove step 5' }).click();
  await expect(page.getByText('AI, then 4 steps Not saved yet.')).toBeVisible();
  await expect(page.getByText('The last page must go to the owner or to a contact who can be reached')).toBeVisible();
  await page.getByRole('button', { name: 'Add a step' }).click();
  const added = page.getByRole('group', { name: 'Step 5' });
  await expect(added.getByLabel('After')).toHaveValue('20 min');
  await added.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: 'Lee Park' }).click();
  await added.getByLabel('Repeat').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. The next emergency follows this ladder.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to the standard ladder' })).toBeVisible();
  const { steps } = api.posts[0]?.body as { steps: object[] };
  expect(steps.at(-1)).toEqual({
    target: { kind: 'contact', contactId: people.lee },
    channel: 'sms',
    delaySeconds: 1200,
    repeats: { times: 2, everySeconds: 120 },
  });
  await page.getByRole('button', { name: 'Back to the standard ladder' }).click();
  await expect(page.getByText('The standard ladder', { exact: true })).toBeVisible();
});

test('a rehearsal is started, followed and stopped; the earlier ones keep their times', async ({ page }) => {
  const api = await visit(page, 'on-call?tab=rehearse');
  const past = page.getByRole('region', { name: 'Rehearsal R4' });
  await expect(past).toContainText('Mike T. Answered after 42 seconds');
  await expect(past).toContainText('Dana R. Could not be reached');
  await expect(past).toContainText('texted STOP');
  await page.getByRole('button', { name: 'Rehearse now' }).click();
  const running = page.getByRole('region', { name: 'Rehearsal 7D' });
  await expect(running).toContainText('Mike T. Waiting');
  await expect(running).toContainText(/Next page in 0:\d\d/);
  await running.getByRole('button', { name: 'Stop the rehearsal' }).click();
  await expect(running).toContainText('Stopped by hand');
  expect(api.posts.map(({ path }) => path)).toEqual(['drills', 'drills/drill-now/cancel']);
});

test('an answer to a rehearsal shows without a reload', async ({ page }) => {
  const answered = streamEvent('00000b-1', {
    event: 'drill.answered',
    subjectId: 'drill-now',
    callId: null,
    at: new Date(now).toISOString(),
    data: {},
  });
  const api = await visit(page, 'on-call?tab=rehearse', {
    prepare: (fresh) => {
      fresh.team.drills = [structuredClone(runningDrill)];
      fresh.streamBodies.push(': heartbeat\n\n', ': heartbeat\n\n', answered);
    },
  });
  await expect(page.getByText('Mike T. Waiting')).toBeVisible();
  api.team.drills = [{ ...pastDrill, id: 'drill-now', code: '7D' }];
  const report = page.getByRole('region', { name: 'Rehearsal 7D' });
  await expect(report).toContainText('Answered after 42 seconds', { timeout: 15_000 });
});
