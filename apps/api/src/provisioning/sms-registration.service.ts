import { notFound } from '@domain/errors/domain-error';
import type { SmsRegistration } from '@domain/persona/compliance';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { CurrentMember } from '../identity/identity.types.js';
import { registerTexting } from './lines.queries.js';

/**
 * How far the carriers are with letting a line text (A2P registration, decision 16). A person reports it; a report that
 * is too hopeful costs nothing but a refused text, after which the ladder calls.
 */
@Injectable()
export class SmsRegistrationService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
  ) {}

  /** Throws `line-not-found`. */
  report({ accountId, actor }: CurrentMember, lineId: string, registration: SmsRegistration): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (!(await registerTexting(tx, lineId, registration))) throw notFound('line');
      const data = { registration };
      await this.journal.record(tx, { event: 'line.sms_registration_reported', subjectId: lineId, actor, data });
    });
  }
}
