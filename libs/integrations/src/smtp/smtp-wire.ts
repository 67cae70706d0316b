import type { MailOutcome, OutgoingMail } from '@domain/ports/mailer';

/** What nodemailer is given. */
export interface SmtpMessage {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
}

/** The sender when the operator names none: nobody reads what comes back there. */
export const defaultSender = (publicUrl: string): string => `Nightdesk <no-reply@${new URL(publicUrl).hostname}>`;

/**
 * The address is passed as an object: as text, a comma in it would be read as two recipients. Auto-Submitted keeps
 * out-of-office replies away (RFC 3834).
 */
export function smtpMessage(mail: OutgoingMail, from: string, publicUrl: string): SmtpMessage {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    text: mail.text,
    messageId: `<${mail.idempotencyKey.replace(/[^\w.-]+/g, '.')}@${new URL(publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** What a failed sending means: an answer of 5xx is final (RFC 5321 section 4.2.1), except that our own log-in was refused. */
export function mailFailure(error: unknown): MailOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const reason = [responseCode, code].find((part) => typeof part === 'number' || typeof part === 'string');
  const isFinal = typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
  return { kind: isFinal ? 'refused' : 'failed', reason: String(reason ?? 'unreachable') };
}
