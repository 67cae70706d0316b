/** One plain-text e-mail. */
export interface OutgoingMail {
  /** Names the mail after the row that caused it: sent twice, it carries the same Message-ID. */
  idempotencyKey: string;
  to: string;
  /** One line. */
  subject: string;
  /** Plain text, lines ended by \n; the implementation encodes it. */
  text: string;
}

/** `refused` is final for this mail (no such mailbox, policy); `failed` may work later. */
export type MailOutcome = { kind: 'sent' } | { kind: 'refused'; reason: string } | { kind: 'failed'; reason: string };

/** Sends e-mail. */
export abstract class Mailer {
  /** False when the operator has named no mail server: then nothing must depend on a mail. */
  abstract readonly isConfigured: boolean;

  /** Never throws for what a mail server says, never retries; bounded by a time-out of its own. */
  abstract send(mail: OutgoingMail): Promise<MailOutcome>;
}
