import { expect, test } from '@playwright/test';
import { streamEvent } from './fake-api.js';
import { now } from './fixtures/night.js';
import { visit } from './visit.js';

const at = new Date(now).toISOString();
const changed = streamEvent('00000a-1', {
  event: 'lead_card.created',
  subjectId: 'card-x',
  callId: null,
  at,
  data: {},
});

test('the stream carries the bearer token and resumes after a cut with Last-Event-ID', async ({ page }) => {
  const api = await visit(page, 'live', { prepare: (fresh) => fresh.streamBodies.push(`: heartbeat\n\n${changed}`) });
  await expect.poll(() => api.streams.length, { timeout: 10_000 }).toBe(2);
  expect(api.streams[0]?.authorization).toBe('Bearer token');
  expect(api.streams[0]?.['last-event-id']).toBeUndefined();
  expect(api.streams[1]?.['last-event-id']).toBe('00000a-1');
});

test('an event renews what it concerns: a new lead raises the counter without a reload', async ({ page }) => {
  const api = await visit(page, 'leads');
  const tab = page.getByRole('navigation', { name: 'Lead lists' }).getByRole('link', { name: /Needs callback/ });
  await expect(tab).toContainText('3');
  const sarah = api.cards.get('card-sarah')!;
  api.cards.set('card-nina', { ...sarah, id: 'card-nina', callerName: 'Nina Brooks' });
  api.streamBodies.push(changed);
  await page.reload();
  await expect(page.getByRole('link', { name: /Nina Brooks/ })).toBeVisible();
  await expect(tab).toContainText('4');
});

test('VTCR 2.1: a call that is up pulses, says what the agent is doing and counts', async ({ page }) => {
  await visit(page, 'live');
  const row = page.getByRole('link', { name: /\(312\) 555-0141/ });
  await expect(row).toContainText('In Progress');
  await expect(row).toContainText('Finding out what is wrong');
  await expect(row.locator('[data-dot="call"]')).toBeVisible();
  await expect(row).toContainText(/0:3\d/);
});

test('on a moved clock the first drawing counts from the clock of the API', async ({ page }) => {
  const tomorrow = new Date(now + 24 * 3_600_000).toISOString();
  await visit(page, 'calls', { prepare: (api) => (api.overview.now = tomorrow) });
  await expect(page.getByRole('link', { name: /Jim Kowalski/ })).toContainText('Yesterday 9:22 PM');
  await expect(page.getByRole('link', { name: /\(312\) 555-0141/ })).toContainText(/24:00:3\d/);
});

test('what happens now stands above what can wait', async ({ page }) => {
  await visit(page, 'live');
  const top = (card: string) =>
    page.getByRole('heading', { name: card, level: 2 }).evaluate((head) => head.getBoundingClientRect().top);
  await expect(page.getByRole('heading', { name: /^Today's Digest/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Open emergencies' })).toBeVisible();
  expect(await top('On the line now')).toBeLessThan(await top('Open emergencies'));
  expect(await top('Open emergencies')).toBeLessThan(await top("Today's Digest"));
});

test('VTCR 2.2: an emergency turns the dot red and puts the banner above everything, announced once', async ({
  page,
}) => {
  await visit(page, 'digest');
  const bar = page.getByRole('region', { name: 'Open emergency' });
  await expect(bar.getByRole('alert')).toContainText('Emergency call in progress. On-call routing initiated.');
  await expect(bar).toContainText('Step 3 of 5');
  await expect(page).toHaveTitle(/^EMERGENCY \(2\)/);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const row = page.getByRole('link', { name: /Linda Morrison.*EMERGENCY - Routing to On-Call/ });
  await expect(row.locator('[data-dot="emergency"]')).toBeVisible();
});

test('"I\'ve got it" takes the emergency, and the banner becomes calm', async ({ page }) => {
  const api = await visit(page, 'live');
  const bar = page.getByRole('region', { name: 'Open emergency' });
  await bar.getByRole('button', { name: "I've got it" }).click();
  await expect(bar.getByRole('alert')).toContainText('has the emergency.');
  expect(api.posts[0]?.path).toBe('incidents/inc-linda/accept');
});

test('a page that breaks leaves the emergency and the way out in sight', async ({ page }) => {
  await visit(page, 'digest', { prepare: ({ digests: [night] }) => Object.assign(night!, { entries: null }) });
  await expect(page.getByText('This page could not be shown').last()).toBeVisible();
  await expect(page.getByText('Something went wrong in this page. Reload it and try again.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Open emergency' })).toContainText('Linda Morrison');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Leads' }).click();
  await expect(page.getByRole('link', { name: /Sarah Chen/ })).toBeVisible();
});

test('a refused "I\'ve got it" says that you do not have it', async ({ page }) => {
  await visit(page, 'live', {
    prepare: (api) => (api.refuseIncidents = { status: 503, detail: 'The database does not answer.' }),
  });
  const bar = page.getByRole('region', { name: 'Open emergency' });
  await bar.getByRole('button', { name: "I've got it" }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'You do not have this emergency yet' });
  await expect(refusal).toContainText('The database does not answer.');
  await expect(bar.getByRole('button', { name: "I've got it" })).toBeEnabled();
});

test('a refused resolution keeps the dialog and what was typed in it', async ({ page }) => {
  await visit(page, 'emergencies/inc-jim', {
    prepare: (api) => (api.refuseIncidents = { status: 503, detail: 'The database does not answer.' }),
  });
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByLabel('Outcome').fill('Burst fitting replaced');
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await expect(page.getByLabel('Outcome')).toHaveValue('Burst fitting replaced');
});

test('an emergency whose caller has not said a name yet is known by the number', async ({ page }) => {
  await visit(page, 'emergencies', {
    prepare: (api) => {
      api.incidents = api.incidents.map((one) => (one.id === 'inc-linda' ? { ...one, callerName: null } : one));
    },
  });
  await expect(page.getByRole('region', { name: 'Open emergency' })).toContainText('(312) 555-0123: Water through');
  await expect(page.getByRole('main').getByRole('link', { name: /\(312\) 555-0123 · 77 Elm Court/ })).toBeVisible();
});

test('"4 min ago" moves on although nothing else happens', async ({ page }) => {
  await visit(page, 'leads?tab=all');
  const row = page.getByRole('link', { name: /Linda Morrison/ });
  await expect(row).toContainText('1 min ago');
  await page.clock.fastForward(120_000);
  await expect(row).toContainText('3 min ago');
});

test('a false alarm asks before it stops the ladder', async ({ page }) => {
  const api = await visit(page, 'emergencies/inc-linda');
  await page.getByRole('button', { name: 'False alarm' }).click();
  await expect(page.getByText('The ladder stops and nobody else is paged.')).toBeVisible();
  expect(api.posts).toEqual([]);
  await page.getByRole('button', { name: 'Yes, false alarm' }).click();
  await expect.poll(() => api.posts.map((post) => post.path)).toEqual(['incidents/inc-linda/false-alarm']);
});

test('resolving keeps the outcome and the job value in cents', async ({ page }) => {
  const api = await visit(page, 'emergencies/inc-jim');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByLabel('Outcome').fill('Burst fitting replaced');
  await page.getByLabel('Job value').fill('1850');
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
  await expect.poll(() => api.posts[0]?.body).toEqual({ outcome: 'Burst fitting replaced', jobValueCents: 185000 });
});

test('a stream that is lost says so within ten seconds: never a silently frozen page', async ({ page }) => {
  await visit(page, 'live');
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
  await expect(page.getByText('Reconnecting.')).toHaveCount(0);
  await page.clock.fastForward(10_000);
  await expect(page.getByText('Reconnecting.')).toBeVisible();
});

test('the digest never paints over an emergency that nobody took', async ({ page }) => {
  await visit(page, 'digest', {
    prepare: ({ digests: [night] }) =>
      Object.assign(night!.entries[0]!, {
        standing: 'not_reached',
        disposition: 'NOT REACHED. Nobody on call answered.',
      }),
  });
  await expect(page.getByRole('heading', { name: 'Emergencies (2) 1 NOT REACHED' })).toBeVisible();
  await expect(page.getByText('Handled in real time')).toHaveCount(0);
  const colour = (words: string) => page.getByText(words).evaluate((line) => getComputedStyle(line).color);
  expect(await colour('NOT REACHED. Nobody')).not.toBe(await colour('acknowledged at 10:17 PM'));
});

test('VTCR 3.1: the digest card says the night in one sentence', async ({ page }) => {
  await visit(page, 'live');
  await expect(
    page.getByText('7 overnight calls: 2 emergencies (handled), 1 booked, 3 need callback, 1 spam'),
  ).toBeVisible();
});

test('VTCR 1.2: the sentence about tonight follows the form, and a bad number is named', async ({ page }) => {
  const api = await visit(page, 'on-call?tab=team');
  const backup = page.getByRole('group', { name: 'Backup On-Call' });
  await backup.getByLabel('Name').fill('Erin V.');
  await expect(page.getByText(/then Erin V\. at \+10 min/)).toBeVisible();
  await backup.getByLabel('Phone Number').fill('555');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write the number with its area code, such as (312) 555-0141')).toBeVisible();
  await backup.getByLabel('Phone Number').fill('312 555 0188');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => (api.posts[0]?.body as { backup?: unknown } | undefined)?.backup)
    .toMatchObject({ name: 'Erin V.', phone: '+13125550188' });
});

test('VTCR 1.3: a greeting without the business name is refused with the reason', async ({ page }) => {
  const api = await visit(page, 'settings/agent');
  await page.getByLabel('Greeting', { exact: true }).fill('Hello there');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The greeting must contain {{BUSINESS_NAME}}')).toBeVisible();
  expect(api.posts).toEqual([]);
});
