import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { insertAssessment } from './assessments.queries.js';
import { Call } from './call.entity.js';
import { draftOf } from './card-draft.js';
import { corpusLine } from './corpus-line.js';
import { disagreements, type Disagreement } from './corrections.queries.js';

export interface Correction {
  classification: 'emergency' | 'routine' | 'spam';
  userId: string;
  /** Who the journal names: the person, or the key that acted for them. */
  actor: Actor;
}

const EXPORT_AT_MOST = 5000;

/** "This should have been: …" A person's word is the only one that can lower an emergency (decision 1). */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: AccountDb,
    private readonly cards: LeadCardsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Changes the call's class and its card; pages nobody: who corrects a card is looking at it. Throws `call-not-found`. */
  correct(accountId: AccountId, callId: string, correction: Correction): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const call = await tx.lock(Call, { id: callId });
      if (!call) throw notFound('call');
      if (call.isTest) throw new DomainError('conflict', 'call-is-test', 'A test call has no class and no lead card.');
      const { classification, actor } = correction;
      await this.store(tx, call, correction);
      await this.journal.record(tx, {
        event: 'call.corrected',
        subjectId: callId,
        callId,
        actor,
        data: { from: call.classification, to: classification },
      });
    });
  }

  disagreements(accountId: AccountId, page: { limit: number; before: string | null }): Promise<Disagreement[]> {
    return this.db.within(accountId, (tx) => disagreements(tx, page));
  }

  /** People's corrections as cases of the triage corpus, one JSON object per line. */
  async export(accountId: AccountId): Promise<string> {
    const all = await this.disagreements(accountId, { limit: EXPORT_AT_MOST, before: null });
    return all.flatMap((each) => (each.human ? [`${JSON.stringify(corpusLine(each, each.human))}\n`] : [])).join('');
  }

  private async store(tx: AccountTx, call: Call, { classification, userId }: Correction): Promise<void> {
    const priority = classification === 'emergency' ? 'emergency' : 'routine';
    await insertAssessment(tx, call.id, {
      decidedBy: 'human',
      classification,
      reasoning: 'Corrected by hand',
      userId,
      at: this.clock.now(),
    });
    await tx.update(Call, { id: call.id }, { classification, priority });
    const known = await this.cards.forCalls(tx, [call.id]);
    if (classification === 'spam' && !known.has(call.id)) return;
    await this.cards.save(tx, {
      ...draftOf({ ...call, classification, priority }),
      reasoning: 'Corrected by hand',
      decidedByHuman: true,
    });
  }
}
