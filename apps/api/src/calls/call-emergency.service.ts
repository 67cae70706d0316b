import { leftBeforeHearing } from '@domain/call/caller-words';
import type { OpenedBy } from '@domain/escalation/incident';
import { spokenSeconds } from '@domain/persona/spoken-length';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { EscalationService } from '../escalation/escalation.service.js';
import type { OpenedIncident } from '../escalation/escalation.types.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import type { CardDraft } from '../lead-cards/lead-cards.types.js';
import { Call } from './call.entity.js';
import { asTurns, linesOf, turnsOf } from './calls.queries.js';
import { draftOf } from './card-draft.js';
import { readOutAt } from './intake.queries.js';
import type { Verdict } from './verdict.js';
import { latestSession } from './voice-sessions.queries.js';

/** Who has heard half of an instruction knows what to do: leave, or turn the water off. */
const HEARD_SHARE = 0.5;

/** What the conversation has brought beside the verdict. */
export interface EmergencyNews {
  openedBy: OpenedBy;
  callerName?: string | null;
  callbackPhone?: string | null;
  address?: string | null;
  issue?: string | null;
  /** The line the caller has been told, or is being told now. */
  safetyLine?: string | null;
}

/** Turns a verdict into an incident that is being paged and a card that somebody can read (decision 3). */
@Injectable()
export class CallEmergencyService {
  constructor(
    private readonly escalation: EscalationService,
    private readonly cards: LeadCardsService,
  ) {}

  /** In the transaction of the evidence; safe to repeat with more of it. */
  async raise(tx: AccountTx, verdict: Verdict, news: EmergencyNews): Promise<OpenedIncident> {
    const { call } = verdict;
    if (call.isTest) throw new Error('A test call pages nobody');
    const details = detailsOf(verdict, news);
    const session = await latestSession(tx, call.id);
    const opened = await this.escalation.open(tx, {
      callId: call.id,
      callSid: call.callSid,
      lineNumber: await lineNumber(tx, call),
      callerPhone: call.callerPhone,
      category: call.category,
      serviceType: call.serviceType,
      openedBy: news.openedBy,
      controlUrl: session?.status === 'started' ? session.controlUrl : null,
      ...details,
      issueSummary: details.issueSummary ?? 'Emergency call, details to follow',
    });
    if (opened.kind === 'already-open') await this.escalation.addDetails(tx, call.id, details);
    await this.cards.save(tx, cardOf(verdict, news));
    return opened;
  }

  /** A caller who had gone before they could be told has not been, whatever was noted. */
  async noteWhatWasHeard(tx: AccountTx, verdict: Verdict): Promise<void> {
    const { id } = verdict.call;
    if (!verdict.safetyLine || !(await leftTooSoon(tx, verdict.call, verdict.safetyLine))) return;
    await this.escalation.instructionUnheard(tx, id, verdict.safetyLine);
    await this.cards.instructionUnheard(tx, id);
  }

  /** Writes down which instruction the caller was given, once it was. */
  async noteSafetyLine(tx: AccountTx, call: Call, words: string): Promise<void> {
    await this.escalation.addDetails(tx, call.id, { safetyLine: words });
    await this.cards.save(tx, { ...draftOf(call), safetyInstructionGiven: words });
  }
}

const detailsOf = (verdict: Verdict, news: EmergencyNews) => ({
  callerName: news.callerName ?? null,
  callbackPhone: news.callbackPhone ?? null,
  address: news.address ?? null,
  issueSummary: news.issue ?? verdict.issue ?? verdict.reasoning,
  safetyLine: news.safetyLine ?? null,
});

const cardOf = (verdict: Verdict, news: EmergencyNews): CardDraft => ({
  ...draftOf(verdict.call),
  callerName: news.callerName,
  callbackPhone: news.callbackPhone,
  address: news.address,
  issueSummary: news.issue ?? verdict.issue ?? verdict.reasoning,
  reasoning: verdict.reasoning,
  safetyInstructionGiven: news.safetyLine,
  callerTone: verdict.tone ?? undefined,
});

/** An agent's words are in its transcript once they were heard; the intake's are known by when they were read out. */
async function leftTooSoon(tx: AccountTx, { id, handledBy, endedAt }: Call, words: string): Promise<boolean> {
  if (handledBy === 'ai') return leftBeforeHearing(words, asTurns(await turnsOf(tx, id)));
  const at = handledBy === 'intake_ivr' ? await readOutAt(tx, id, words) : null;
  return at !== null && endedAt !== null && secondsBetween(at, endedAt) < spokenSeconds(words) * HEARD_SHARE;
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;

async function lineNumber(tx: AccountTx, call: Call): Promise<string> {
  const lines = await linesOf(tx);
  return (lines.find((line) => line.id === call.lineId) ?? lines[0])?.number ?? '';
}
