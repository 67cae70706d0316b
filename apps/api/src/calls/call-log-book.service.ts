import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { EscalationService } from '../escalation/escalation.service.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { assessmentsOf } from './assessments.queries.js';
import { pageOfCalls, shownCall, type CallFilter, type ShownCallRow } from './call-views.queries.js';
import type { CallDetail, CallPageView } from './call-views.types.js';
import { toCallDetail, toCallView, type ListCalls, type ShownCall } from './calls.dto.js';
import { turnsOf } from './calls.queries.js';

const LIST = 'calls';

/** The call log as people read it. */
@Injectable()
export class CallLogBookService {
  constructor(
    private readonly db: AccountDb,
    private readonly escalation: EscalationService,
    private readonly cards: LeadCardsService,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. Throws `invalid-cursor`. */
  page(accountId: AccountId, asked: ListCalls): Promise<CallPageView> {
    const filter = this.filterOf(accountId, asked);
    return this.db.within(accountId, async (tx) => {
      const rows = await pageOfCalls(tx, filter);
      const page = rows.slice(0, filter.limit);
      const last = rows.length > filter.limit ? page.at(-1) : undefined;
      return {
        data: (await this.shown(tx, page)).map(toCallView),
        nextCursor: last ? this.cursorAt(accountId, last) : null,
      };
    });
  }

  /** Throws `call-not-found`. */
  detail(accountId: AccountId, callId: string): Promise<CallDetail> {
    return this.db.within(accountId, async (tx) => {
      const row = await shownCall(tx, callId);
      const [shown] = row ? await this.shown(tx, [row]) : [];
      if (!shown) throw notFound('call');
      return toCallDetail(shown, { turns: await turnsOf(tx, callId), assessments: await assessmentsOf(tx, callId) });
    });
  }

  private async shown(tx: AccountTx, rows: ShownCallRow[]): Promise<ShownCall[]> {
    const ids = rows.map((row) => row.id);
    const cards = await this.cards.forCalls(tx, ids);
    const outcomes = await this.escalation.outcomesOf(tx, ids);
    return rows.map((call) => ({ call, card: cards.get(call.id), outcome: outcomes.get(call.id) }));
  }

  private filterOf(accountId: AccountId, asked: ListCalls): CallFilter {
    const [calledAt = '', id = ''] = asked.after ? this.cursors.decode(accountId, LIST, asked.after) : [];
    const after = asked.after ? { calledAt: new Date(calledAt), id } : null;
    const { limit, live = false } = asked;
    return { limit, class: asked.class ?? null, liveOnly: live, aboutCardId: asked.leadCardId ?? null, after };
  }

  private cursorAt(accountId: AccountId, row: ShownCallRow): string {
    return this.cursors.encode(accountId, LIST, [row.calledAt.toISOString(), row.id]);
  }
}
