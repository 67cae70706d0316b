import { laterStatus } from '@domain/call/call-status';
import { whatRemains, type CallRemains } from '@domain/lead-card/deserves-card';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallLog } from './call-log.service.js';
import { CallTriageService } from './call-triage.service.js';
import { Call } from './call.entity.js';
import { insertTurns, turnsOf, type TurnRow } from './calls.queries.js';
import { draftOf } from './card-draft.js';
import { momentAfterTurns, takeHalfHeard } from './intake.queries.js';
import type { Verdict } from './verdict.js';

const NOT_TOLD = 'Caller did not say what it is about';
const UNHEARD_VOICEMAIL = 'Voicemail: needs listening';

/** Closes a call's books: the last judgement, what remains of it, its card (PRD VTCR 2.4, 2.5; scenario 25). */
@Injectable()
export class CallFinishService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
    private readonly cards: LeadCardsService,
    private readonly log: CallLog,
  ) {}

  /** In the transaction that holds the call's lock; safe to repeat when more is known. A live call is left alone. */
  async finish(tx: AccountTx, call: Call): Promise<void> {
    if (!call.endedAt) return;
    if (call.handledBy === 'business_line' || call.direction === 'outbound') return this.closeWithoutCard(tx, call);
    await takeDownUnfinished(tx, call);
    const verdict = await this.triage.judge(tx, call);
    if (verdict.becameEmergency) await this.emergencies.raise(tx, verdict, { openedBy: 'rules' });
    const remains = await this.remainsOf(tx, verdict.call);
    if (remains === 'card') await this.completeCard(tx, verdict);
    await this.emergencies.noteWhatWasHeard(tx, verdict);
    const status = laterStatus(call.status, remains === 'abandoned' ? 'abandoned' : 'completed');
    await tx.update(Call, { id: call.id }, { status, stage: 'ended', nextCheckAt: null });
    if (call.stage !== 'ended') await this.tell(tx, call, remains);
  }

  /** The office spoke with the caller itself (scenario 33), or placed the call, also as a test: nothing to judge, and nobody needs a card. */
  private async closeWithoutCard(tx: AccountTx, call: Call): Promise<void> {
    const status = laterStatus(call.status, 'completed');
    await tx.update(Call, { id: call.id }, { status, stage: 'ended', nextCheckAt: null });
    if (call.stage !== 'ended') await this.log.tell(tx, call.id, 'call.completed', { teller: 'system' });
  }

  private async remainsOf(tx: AccountTx, call: Call): Promise<CallRemains> {
    const callerWords = callerLines(await turnsOf(tx, call.id));
    // A message that nobody could write down yet was left all the same.
    const leftMessage = call.handledBy === 'voicemail' && call.recordingSid !== null;
    const { durationSeconds, classification } = call;
    const remains = whatRemains({
      durationSeconds,
      callerWords,
      classification,
      hazard: classification === 'emergency',
    });
    return remains === 'abandoned' && leftMessage ? 'card' : remains;
  }

  private async completeCard(tx: AccountTx, verdict: Verdict): Promise<void> {
    const { call } = verdict;
    const known = (await this.cards.forCalls(tx, [call.id])).get(call.id);
    const summary = known?.issueSummary || call.summary || verdict.issue || withoutWords(call);
    await this.cards.save(tx, {
      ...draftOf(call),
      issueSummary: summary,
      issueDetail: call.summary,
      reasoning: verdict.reasoning,
      completed: true,
    });
  }

  private tell(tx: AccountTx, call: Call, remains: CallRemains): Promise<void> {
    const event = remains === 'abandoned' ? 'call.abandoned' : 'call.completed';
    return this.log.tell(tx, call.id, event, { teller: 'system', data: { remains } });
  }
}

/** "My house is flo" and a click is an answer to the intake as well (decision 8). */
async function takeDownUnfinished(tx: AccountTx, { id, endedAt }: Call): Promise<void> {
  const words = endedAt && (await takeHalfHeard(tx, id));
  if (!words) return;
  const saidAt = await momentAfterTurns(tx, id, endedAt);
  await insertTurns(tx, id, [{ role: 'caller', text: words, saidAt, secondsFromStart: null }]);
}

const callerLines = (turns: TurnRow[]): string[] =>
  turns.filter((turn) => turn.role === 'caller').map((turn) => turn.text);

const withoutWords = (call: Call): string =>
  call.recordingSid && call.handledBy === 'voicemail' ? UNHEARD_VOICEMAIL : NOT_TOLD;
