import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { AgentNumbers, LineProvider, type LineUrls } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import { Line } from './line.entity.js';

/** Brings an account's line into service at the carrier and at the voice agent's provider. */
@Injectable()
export class ProvisioningService {
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
    await this.lines.connect(number, this.urls());
    const voiceNumberId = line.voiceNumberId ?? (await this.agentNumbers.adopt(number));
    await this.store(accountId, lineId, { voiceNumberId });
    // Again, because the import has just pointed the number away from us.
    await this.store(accountId, lineId, { providerNumberSid: await this.lines.connect(number, this.urls()) });
  }

  private async store(accountId: AccountId, id: string, facts: Partial<Line>): Promise<void> {
    await this.db.within(accountId, (tx) => tx.update(Line, { id }, facts));
  }

  private urls(): LineUrls {
    const webhook = (path: string) => `${this.env.PUBLIC_URL}/api/twilio/${path}`;
    return {
      voice: webhook('incoming-call'),
      voiceFallback: webhook('voice/fallback'),
      callStatus: webhook('call-status'),
      sms: webhook('sms-incoming'),
    };
  }
}
