import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { PersonaService, type RenderedPersona } from '../config/persona.service.js';
import { madeAfter } from './agent-steps.service.js';
import { CarrierVault } from './carrier-vault.service.js';
import type { LineParts } from './line-health.service.js';
import { Line } from './line.entity.js';

/** A line as our rows have it, and what it should be. */
export interface ReadLine {
  line: Line;
  parts: LineParts;
  persona: RenderedPersona;
}

/** What has to be known of a line to compare it with its providers. */
@Injectable()
export class LineReader {
  constructor(
    private readonly db: AccountDb,
    private readonly persona: PersonaService,
    private readonly vault: CarrierVault,
  ) {}

  /** Null when it is none of the account's, or is not in service any more. */
  async read(accountId: AccountId, lineId: string): Promise<ReadLine | null> {
    const line = await this.db.within(accountId, (tx) => tx.findOne(Line, { id: lineId }));
    if (!line || line.state === 'released') return null;
    const persona = await this.db.within(accountId, (tx) => this.persona.render(tx));
    return { line, persona, parts: await this.partsOf(accountId, line) };
  }

  private async partsOf(accountId: AccountId, line: Line): Promise<LineParts> {
    const { voiceNumberId, assistantId, number, carrierSid, id: tag, nextAuditAt } = line;
    const madeSince = madeAfter(nextAuditAt ?? new Date(0));
    const carrier = carrierSid === null ? null : await this.vault.of(accountId);
    return { number: number as E164, carrier, voiceNumberId, assistantId, tag, madeSince };
  }
}
