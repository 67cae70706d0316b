import { DomainError } from '@domain/errors/domain-error';
import { Mailer } from '@domain/ports/mailer';
import { Injectable } from '@nestjs/common';
import { Jobs, NO_ACCOUNT } from '@platform/jobs/jobs';
import { SecretBox } from '@platform/secrets/secret-box';
import { newId } from '@platform/tenancy/new-id';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import {
  ADDRESS_MINUTES,
  CODE_MINUTES,
  INVITATION_HOURS,
  RESET_MINUTES,
  SIGN_UP_HOURS,
  type Letter,
} from './letter.types.js';
import { storeLetter, type LetterRow } from './letters.queries.js';

const JOB = 'mail.deliver';
const NOTICE_MINUTES = 24 * 60;

/** A letter whose link or code no longer works is not sent. */
const MINUTES: Partial<Record<Letter['kind'], number>> = {
  'sign-up': SIGN_UP_HOURS * 60,
  reset: RESET_MINUTES,
  'new-address': ADDRESS_MINUTES,
  'sign-in-code': CODE_MINUTES,
  invitation: INVITATION_HOURS * 60,
};

const placeOf = (id: string): string => `identity.letters.sealed_facts:${id}`;

/**
 * E-mails about accounts, written down with the rows they are about and sent by a job after the commit: a crash in
 * between loses nothing. What is in them is sealed, for it holds links that let people in.
 */
@Injectable()
export class MailRoomService {
  constructor(
    private readonly jobs: Jobs,
    private readonly secrets: SecretBox,
    private readonly mailer: Mailer,
  ) {}

  get isOpen(): boolean {
    return this.mailer.isConfigured;
  }

  /** Throws `mail-not-configured`, before anything that only a mail can finish. */
  assertOpen(): void {
    if (this.isOpen) return;
    throw new DomainError(
      'unavailable',
      'mail-not-configured',
      'This server cannot send e-mail: its operator has to set SMTP_URL.',
    );
  }

  /** Owes somebody a letter from the commit on. Without a mail server notices are not written; see `assertOpen` for the rest. */
  async post(query: PlatformQuery, to: string, letter: Letter): Promise<void> {
    if (!this.isOpen) return;
    const id = newId();
    const sealedFacts = this.secrets.seal(placeOf(id), JSON.stringify(letter));
    await storeLetter(query, {
      id,
      kind: letter.kind,
      to,
      sealedFacts,
      minutes: MINUTES[letter.kind] ?? NOTICE_MINUTES,
    });
    await this.queue(query, id, { attempt: 0, seconds: 0 });
  }

  /** Has the letter sent, or tried again after so many seconds. */
  async queue(query: PlatformQuery, id: string, when: { attempt: number; seconds: number }): Promise<void> {
    await this.jobs.enqueue(
      { query },
      JOB,
      { accountId: NO_ACCOUNT, id },
      {
        singletonKey: `${id}/${when.attempt}`,
        startAfterSeconds: when.seconds,
      },
    );
  }

  open(row: LetterRow): Letter {
    return JSON.parse(this.secrets.open(placeOf(row.id), row.sealed_facts)) as Letter;
  }
}
