import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { RenderedPersona } from '../config/persona.service.js';
import { assistantFacts } from './agent-steps.service.js';
import type { Drift, LineParts } from './line-health.service.js';
import { Line } from './line.entity.js';
import { nextAudit } from './lines.queries.js';

export interface AuditResult {
  drift: readonly Drift[];
  left: readonly Drift[];
  repaired: LineParts;
  persona: RenderedPersona;
}

/** What an audit found, as the line's row and the journal keep it. */
@Injectable()
export class LineAuditBook {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  note(accountId: AccountId, line: Line, result: AuditResult): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      await tx.update(Line, { id: line.id }, await this.rowOf(tx, line.id, result));
      const { drift, left } = result;
      if (drift.length === 0) return;
      const event = left.length === 0 ? 'provisioning.drift_repaired' : 'provisioning.drift_found';
      await this.journal.record(tx, { event, subjectId: line.id, actor: { type: 'system' }, data: { drift, left } });
    });
  }

  private async rowOf(
    tx: AccountTx,
    lineId: string,
    { drift, left, repaired, persona }: AuditResult,
  ): Promise<Partial<Line>> {
    const auditedAt = this.clock.now();
    const sent = drift.some((one) => one.startsWith('assistant')) ? assistantFacts(persona) : {};
    return {
      auditedAt,
      nextAuditAt: await nextAudit(tx, lineId),
      drift: [...left],
      voiceNumberId: repaired.voiceNumberId,
      assistantId: repaired.assistantId,
      ...sent,
    };
  }
}
