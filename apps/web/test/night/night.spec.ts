import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const METRO_LINE = '+13125550100';
const JIM = '+13125550141';
const MIKE = '+13125550182';

async function simulator(
  path: string,
  body: object = {},
): Promise<{ callSid?: string; lines?: { kind: string; text: string }[] }> {
  const response = await fetch(`${process.env.NIGHT_SIMULATOR_URL ?? ''}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text ? (JSON.parse(text) as { callSid?: string }) : {};
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${process.env.NIGHT_SIMULATOR_URL ?? ''}${path}`)).json()) as T;
}

/** Speaks as the caller once the agent has asked something that matches. */
async function answers(callSid: string, question: RegExp, words: string): Promise<void> {
  const heard = async () => {
    const { lines } = await get<{ lines: { kind: string; text: string }[] }>(`/sim/calls/${callSid}`);
    return lines
      .filter((line) => line.kind === 'heard')
      .map((line) => line.text)
      .join(' ');
  };
  await expect.poll(heard, { timeout: 40_000 }).toMatch(question);
  await simulator(`/sim/calls/${callSid}/say`, { text: words });
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${process.env.NIGHT_API_URL ?? ''}/`);
  await page.getByLabel('E-mail').fill('dave@metroplumbing.example');
  await page.getByLabel('Password', { exact: true }).fill('night-shift-demo-2026');
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('heading', { name: 'Live', level: 1 })).toBeVisible();
}

const noViolations = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

test('PRD VTCR 2.1 to 2.4: Jim calls about a burst pipe, the owner watches, Mike takes it by text', async ({
  page,
}) => {
  await signIn(page);

  const { callSid = '' } = await simulator('/sim/calls', { from: JIM, to: METRO_LINE });
  await expect(page.getByText('(312) 555-0141').first()).toBeVisible();
  await answers(
    callSid,
    /How can I help you/,
    "I've got water spraying out of a pipe in my basement. It's everywhere.",
  );

  await expect(page.getByRole('alert')).toContainText('Emergency call in progress. On-call routing initiated.');
  await answers(callSid, /main water shutoff[\s\S]*name/, 'Jim Kowalski.');
  await answers(callSid, /address/, '218 Oak Lane.');
  await answers(callSid, /ending in 0141/, "Yeah, that's right.");
  await expect(page.getByText('Jim Kowalski').first()).toBeVisible();
  await noViolations(page);
  await page.screenshot({ path: process.env.PICTURE ?? 'test-results/live.png' });

  const texts = async () =>
    (
      await get<{ messages: { to: string; body: string }[] }>(`/sim/phones/${encodeURIComponent(MIKE)}`)
    ).messages.filter((text) => text.to === MIKE);
  await expect.poll(async () => (await texts()).map((text) => text.body).join('\n')).toContain('EMERGENCY');
  await simulator(`/sim/phones/${encodeURIComponent(MIKE)}/messages`, { to: METRO_LINE, body: 'on it' });
  await expect(page.getByText(/Mike T\.? (accepted|has it|acknowledged|took)/i).first()).toBeVisible();

  await simulator(`/sim/calls/${callSid}/hangup`);
  await page.getByRole('link', { name: 'Emergencies' }).first().click();
  await expect(page.getByRole('heading', { name: 'Emergencies', level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Jim Kowalski/ }).click();
  await expect(page.getByText(/Mike T\. accepted by text/)).toBeVisible();
  await noViolations(page);

  await page.getByRole('link', { name: 'Leads' }).first().click();
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible();
  await page.getByText('All', { exact: true }).click();
  await expect(page).toHaveURL(/tab=all/);
  await main.getByRole('link', { name: /Jim Kowalski/ }).click();
  const card = page.getByRole('complementary', { name: 'Jim Kowalski' });
  await expect(card).toContainText('218 Oak Lane');
  await expect(card).toContainText(/main water shutoff/i);
  await expect(card).toContainText(/Mike T\. acknowledged/);
  await noViolations(page);
});
