import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import { Line } from './line.entity.js';
import { lineUrls } from './line-addresses.js';
import { nextAudit } from './lines.queries.js';

/** Brings a line of the platform's own carrier account into service: the demo's, and those from before subaccounts. */
@Injectable()
export class LineConnectionService {
  constructor(
    private readonly db: AccountDb,
    private readonly env: Env,
    private readonly lines: LineProvider,
    private readonly agentNumbers: AgentNumbers,
  ) {}

  /** Safe to repeat: each step looks before it acts, and what it found is stored before the next one. */
  async connectLine(accountId: AccountId, lineId: string): Promise<void> {
    const line = await this.db.within(accountId, (tx) => tx.findOne(Line, { id: lineId }));
    if (!line) throw notFound('line');
    const number = line.number as E164;
    const urls = lineUrls(this.env);
    await this.lines.connect(number, urls);
    const voiceNumberId = line.voiceNumberId ?? (await this.agentNumbers.adopt(number));
    await this.store(accountId, lineId, { voiceNumberId });
    // Again, because the import has just pointed the number away from us.
    const providerNumberSid = await this.lines.connect(number, urls);
    const nextAuditAt = await this.db.within(accountId, (tx) => nextAudit(tx, lineId));
    await this.store(accountId, lineId, { providerNumberSid, nextAuditAt });
  }

  private async store(accountId: AccountId, id: string, facts: Partial<Line>): Promise<void> {
    await this.db.within(accountId, (tx) => tx.update(Line, { id }, facts));
  }
}
