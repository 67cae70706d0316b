import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { hears, mailedLink, picksUp, spokenCode, tell } from './world.js';

const PAM = {
  name: 'Pam Reyes',
  email: `pam+${Date.now()}@northside-answering.example`,
  password: 'quiet nights for plumbers',
};
/** What customers call; its carrier forwards to the line. */
const OFFICE = '+13125550190';
const ROSA = '+13125550191';
const TOM = '+13125550192';
const CALLER = '+13125550193';

const noViolations = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
const goesOn = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

async function signsUp(page: Page): Promise<void> {
  await page.goto(`${process.env.NIGHT_API_URL ?? ''}/sign-up`);
  await page.getByRole('radio', { name: 'An agency' }).check();
  await page.getByLabel('Name of your agency').fill('Northside Answering');
  await page.getByLabel('Your name').fill(PAM.name);
  await page.getByLabel('E-mail').fill(PAM.email);
  await page.getByLabel('Password', { exact: true }).fill(PAM.password);
  await noViolations(page);
  await goesOn(page, 'Create account');
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  const link = new URL(await mailedLink(PAM.email, '/verify'));
  await page.goto(`${process.env.NIGHT_API_URL ?? ''}${link.pathname}${link.search}`);
  await goesOn(page, 'Confirm and go on');
  await expect(page.getByRole('heading', { name: 'Contractors', level: 1 })).toBeVisible();
}

async function addsContractor(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add contractor' }).click();
  await page.getByLabel('Business name').fill('Rivera Drain & Heat');
  await page.getByLabel("Owner's first name").fill('Rosa');
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Illinois' }).click();
  await page.getByText('Plumbing', { exact: true }).click();
  await noViolations(page);
  await goesOn(page, 'Add and set up');
  await expect(page.getByText('Acting as Rivera Drain & Heat – agency view')).toBeVisible();
}

async function tellsTheFacts(page: Page): Promise<void> {
  await step(page, 'Your business');
  await page.getByLabel('The number your customers call today').fill('(312) 555-0190');
  await noViolations(page);
  await goesOn(page, 'Save and continue');
  await step(page, 'Trades and services');
  await page.getByRole('checkbox', { name: 'Drain cleaning' }).check();
  await goesOn(page, 'Save and continue');
  await step(page, 'Hours, time zone and holidays');
  await page.getByRole('button', { name: /federal holidays/ }).click();
  await noViolations(page);
  await goesOn(page, 'These are right, continue');
}

async function buysNumber(page: Page): Promise<void> {
  await step(page, 'A number for your line');
  await page.getByLabel('Area code').fill('312');
  await page
    .getByRole('radio', { name: /\(312\)/ })
    .first()
    .click();
  await noViolations(page);
  await goesOn(page, 'Buy and set up');
  await expect(page.getByText('Your line is set up.')).toBeVisible({ timeout: 60_000 });
  await noViolations(page);
  await goesOn(page, 'Continue');
}

/** The office's carrier forwards what is not answered, as the dialled code tells it to. */
async function forwards(page: Page): Promise<string> {
  await step(page, 'Forward your number');
  const code =
    (await page
      .getByText(/^\*\d+\*/)
      .first()
      .textContent()) ?? '';
  const line = `+${/1\d{10}/.exec(code)?.[0] ?? ''}`;
  await tell(
    `/sim/phones/${encodeURIComponent(OFFICE)}/behaviour`,
    { kind: 'forwards', afterSeconds: 2, to: line },
    'PUT',
  );
  await goesOn(page, 'Call my number and check');
  await expect(page.getByText('Forwarding works: our call to your number came in at your line.')).toBeVisible({
    timeout: 60_000,
  });
  await noViolations(page);
  await goesOn(page, 'Continue');
  return line;
}

async function namesPeople(page: Page): Promise<void> {
  await step(page, 'Who is on call');
  await page.getByLabel('Primary On-Call').fill('Tom R.');
  await page.getByLabel('Phone of the primary').fill('3125550192');
  await page.getByLabel('Phone of the owner').fill('(312) 555-0191');
  await goesOn(page, 'Save people');
  for (const [name, phone] of [
    ['Tom R.', TOM],
    ['Rosa', ROSA],
  ] as const) {
    await picksUp(phone);
    await page.getByRole('button', { name: `Call ${name} with a code` }).click();
    const code = await spokenCode(phone);
    await page.getByLabel(`The code ${name} got`).fill(code);
    await goesOn(page, `Confirm the code of ${name}`);
    await expect(
      page.getByRole('listitem').filter({ hasText: name }).getByText('Verified', { exact: true }),
    ).toBeVisible();
  }
  await noViolations(page);
  await goesOn(page, 'Continue');
}

async function goesLive(page: Page): Promise<void> {
  await step(page, 'Voice and greeting');
  await noViolations(page);
  await goesOn(page, 'This is how we greet, continue');
  await step(page, 'Compliance');
  await noViolations(page);
  await goesOn(page, 'I have read this, continue');
  await step(page, 'Test call and go live');
  await expect(page.getByRole('button', { name: 'Test Call' })).toBeEnabled();
  await goesOn(page, 'Test Call');
  await expect(page.getByText('Talking').or(page.getByText('Heard')).first()).toBeVisible({ timeout: 60_000 });
  await noViolations(page);
  await goesOn(page, 'Go live');
  await expect(page.getByRole('status').filter({ hasText: 'Your agent is live' })).toBeVisible({ timeout: 60_000 });
}

test('an agency signs up, adds a contractor, goes live, and a caller is greeted in that contractor’s name', async ({
  page,
}) => {
  // A notice that is still fading in has no contrast yet.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signsUp(page);
  await addsContractor(page);
  await tellsTheFacts(page);
  await buysNumber(page);
  const line = await forwards(page);
  await namesPeople(page);
  await goesLive(page);

  const { callSid } = await tell<{ callSid: string }>('/sim/calls', { from: CALLER, to: line, forwardedFrom: OFFICE });
  await hears(callSid, /Rivera Drain & Heat/);
});
