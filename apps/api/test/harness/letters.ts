import type { OutgoingMail } from '@domain/ports/mailer';
import type { TestApp } from './test-app.js';

/** Runs the job of every letter that waits, as the worker would. */
export async function deliverLetters(app: TestApp): Promise<void> {
  const waiting = await app.db.platform.query<{ id: string }>(
    `select id from identity.letters where state = 'waiting' order by created_at, id`,
  );
  for (const { id } of waiting) await app.job('mail.deliver', 'none', id);
}

/** What an address has got by now: the newest first. */
export async function mailTo(app: TestApp, address: string): Promise<OutgoingMail[]> {
  await deliverLetters(app);
  return app.mailer.to(address);
}

/** The secret in the newest letter's link. */
export async function linkTo(app: TestApp, address: string): Promise<string> {
  const [mail] = await mailTo(app, address);
  return /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}
