import type { CallbackStatus } from '@domain/lead-card/lead-card';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { EscalationService } from '../escalation/escalation.service.js';
import { LeadCard } from './lead-card.entity.js';

/** What a closed emergency means for the callback. */
const STATUS_AFTER = { resolved: 'resolved', false_alarm: 'no_callback_needed' } as const satisfies Record<
  string,
  CallbackStatus
>;

/** An emergency that is over is no open callback: its cards must not go on saying "Not Called". */
@Injectable()
export class SettledEmergencyService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly escalations: EscalationService,
  ) {}

  /** Job `incident.settle_cards`. What a person has said of a callback stays. May run twice. */
  settle(accountId: AccountId, incidentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const end = await this.escalations.endOf(tx, incidentId);
      if (!end) return;
      for (const callId of end.callIds) await this.settleCard(tx, callId, STATUS_AFTER[end.state]);
    });
  }

  private async settleCard(tx: AccountTx, callId: string, to: CallbackStatus): Promise<void> {
    const card = await tx.lock(LeadCard, { callId });
    if (card?.callbackStatus !== 'not_called') return;
    const { id, callbackStatus: from, version } = card;
    await tx.update(LeadCard, { id }, { callbackStatus: to, version: version + 1, updatedAt: this.clock.now() });
    const about = { subjectId: id, callId, actor: { type: 'system' } } as const;
    await this.journal.record(tx, { event: 'lead_card.callback_changed', ...about, data: { from, to } });
  }
}
