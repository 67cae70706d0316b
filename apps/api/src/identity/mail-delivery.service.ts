import { Mailer, type MailOutcome } from '@domain/ports/mailer';
import { Injectable, Logger } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { Written } from './letter.types.js';
import { closeLetter, countAttempt, forgetOver, nameAt, waitingLetter, type LetterRow } from './letters.queries.js';
import { writeLetter } from './letters.js';
import { MailRoomService } from './mail-room.service.js';

/** A mail server that is down for an evening costs a delay, not a letter. */
const RETRY_AFTER_SECONDS = [30, 120, 600, 1800, 3600, 7200, 14_400];

/** Writes and sends the letters that are owed. A crash between sending one and noting it sends the same mail twice. */
@Injectable()
export class MailDeliveryService {
  private readonly logger = new Logger(MailDeliveryService.name);

  constructor(
    private readonly db: PlatformDb,
    private readonly mailRoom: MailRoomService,
    private readonly mailer: Mailer,
    private readonly env: Env,
  ) {}

  /** The job. Finds nothing to do when the letter was sent before. */
  async deliver(id: string): Promise<void> {
    const row = await this.db.within((query) => waitingLetter(query, id));
    if (!row) return;
    const written = row.is_late ? null : await this.write(row);
    if (!written) return this.db.within((query) => closeLetter(query, id, { state: 'dropped' }));
    await this.note(row, await this.mailer.send({ idempotencyKey: `letter/${id}`, to: row.to_address, ...written }));
    await this.db.within(forgetOver);
  }

  private async write(row: LetterRow): Promise<Written | null> {
    const name = await this.db.within((query) => nameAt(query, row.to_address));
    return writeLetter(this.mailRoom.open(row), { publicUrl: this.env.PUBLIC_URL, name });
  }

  private async note(row: LetterRow, outcome: MailOutcome): Promise<void> {
    if (outcome.kind === 'sent') return this.db.within((query) => closeLetter(query, row.id, { state: 'sent' }));
    const { kind, reason } = outcome;
    this.logger.warn({ event: 'mail.not-sent', letterId: row.id, outcome: kind, reason });
    const seconds = kind === 'failed' ? RETRY_AFTER_SECONDS[row.attempts] : undefined;
    await this.db.within(async (query) => {
      if (seconds === undefined) return closeLetter(query, row.id, { state: kind, reason });
      await countAttempt(query, row.id, reason);
      await this.mailRoom.queue(query, row.id, { attempt: row.attempts + 1, seconds });
    });
  }
}
