import { Mailer, type MailOutcome, type OutgoingMail } from '@domain/ports/mailer';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { createTransport, type Transporter } from 'nodemailer';
import { defaultSender, mailFailure, smtpMessage } from './smtp-wire.js';

/** A mail server that hangs must not hold the job. */
const TIMEOUT_MS = 10_000;
const TIMEOUTS = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };

/** Any SMTP server, e.g. `smtps://user:secret@smtp.example.com`. Never retries: the job that sends knows when. */
@Injectable()
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  readonly isConfigured: boolean;
  private readonly from: string;
  private readonly transport: Transporter | undefined;

  constructor(private readonly env: Env) {
    super();
    this.isConfigured = env.SMTP_URL !== undefined;
    this.from = env.MAIL_FROM ?? defaultSender(env.PUBLIC_URL);
    if (env.SMTP_URL) this.transport = createTransport({ url: env.SMTP_URL, ...TIMEOUTS });
  }

  async send(mail: OutgoingMail): Promise<MailOutcome> {
    if (!this.transport) return { kind: 'failed', reason: 'no-mail-server' };
    try {
      await this.transport.sendMail(smtpMessage(mail, this.from, this.env.PUBLIC_URL));
      return { kind: 'sent' };
    } catch (error) {
      return mailFailure(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
