import type { OutgoingMail } from '@domain/ports/mailer';
import type { TestApp } from './test-app.js';

/** Runs the job of every letter that waits, as the worker would, and returns what an address has got: the newest first. */
export async function mailTo(app: TestApp, address: string): Promise<OutgoingMail[]> {
  const waiting = await app.db.platform.query<{ id: string }>(
    `select id from identity.letters where state = 'waiting' order by created_at, id`,
  );
  for (const { id } of waiting) await app.job('mail.deliver', 'none', id);
  return app.mailer.to(address);
}

/** The secret in the newest letter's link. */
export async function linkTo(app: TestApp, address: string): Promise<string> {
  const [mail] = await mailTo(app, address);
  return /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}
