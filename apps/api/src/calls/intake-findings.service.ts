import { saysSomething } from '@domain/lead-card/deserves-card';
import { toldFacts, type ToldFacts } from '@domain/intake/told-facts';
import type { IntakeKnowledge } from '@domain/intake/intake-step';
import type { IntakeLanguage, Reached } from '@domain/intake/intake-lines.types';
import { safetyLineInSpanish } from '@domain/persona/safety-lines';
import type { Turn } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallTriageService } from './call-triage.service.js';
import type { Call } from './call.entity.js';
import { asTurns, turnsOf } from './calls.queries.js';
import { draftOf } from './card-draft.js';
import { wasToldToCaller } from './tool-calls.queries.js';
import type { Verdict } from './verdict.js';

/** What the talk has brought so far, written down where it belongs. */
export interface IntakeFindings {
  /** The call with the verdict in it. */
  call: Call;
  known: IntakeKnowledge;
  /** The instruction the caller has still to be told. */
  safetyLine: string | null;
  /** Null while it is no emergency. */
  reached: Reached | null;
  becameEmergency: boolean;
}

export interface IntakeNews {
  language: IntakeLanguage;
  /** Key 1: the caller's own word, which counts like an explicit request. */
  pressedForEmergency: boolean;
}

const PRESSED_ONE = 'Caller pressed 1 for an emergency';

/** Judges the intake's talk by the rules of every other talk; the same alarm, the same card (decision 9). */
@Injectable()
export class IntakeFindingsService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
    private readonly cards: LeadCardsService,
  ) {}

  /** In the transaction that holds the call's lock; safe to repeat. */
  async of(tx: AccountTx, call: Call, news: IntakeNews): Promise<IntakeFindings> {
    const opinion = { classification: 'emergency', reasoning: PRESSED_ONE, tone: null } as const;
    const verdict = await this.triage.judge(tx, call, news.pressedForEmergency ? { opinion } : {});
    const turns = asTurns(await turnsOf(tx, call.id));
    const told = await this.withCard(tx, call, toldFacts(turns));
    const known = knowledgeOf(verdict, told, turns);
    const isEmergency = verdict.call.classification === 'emergency';
    const safetyLine = isEmergency ? await this.lineDue(tx, verdict, news.language) : null;
    const reached = isEmergency ? await this.raise(tx, verdict, { told, safetyLine }) : null;
    if (!isEmergency) await this.saveCard(tx, verdict, told);
    return { call: verdict.call, known, safetyLine, reached, becameEmergency: verdict.becameEmergency };
  }

  /** What the agent had saved before it was cut off is known, whether or not its words have come. */
  private async withCard(tx: AccountTx, call: Call, told: ToldFacts): Promise<ToldFacts> {
    const card = (await this.cards.forCalls(tx, [call.id])).get(call.id);
    if (!card) return told;
    return {
      ...told,
      name: told.name ?? (card.callerName.toLowerCase() === 'unknown' ? null : card.callerName),
      address: told.address ?? card.address,
      callbackPhone: told.callbackPhone ?? (card.callbackPhone as ToldFacts['callbackPhone']),
    };
  }

  private async lineDue(tx: AccountTx, verdict: Verdict, language: IntakeLanguage): Promise<string | null> {
    const words = verdict.safetyLine;
    if (!words) return null;
    const line = language === 'es' ? safetyLineInSpanish(words) : words;
    return (await wasToldToCaller(tx, verdict.call.id, line)) ? null : line;
  }

  private async raise(
    tx: AccountTx,
    verdict: Verdict,
    { told, safetyLine }: { told: ToldFacts; safetyLine: string | null },
  ): Promise<Reached> {
    const issue = [verdict.issue, told.more].flatMap((said) => (said ? [asSentence(said)] : [])).join(' ') || null;
    const { onCallName, standing } = await this.emergencies.raise(tx, verdict, {
      openedBy: 'intake',
      callerName: told.name,
      callbackPhone: told.callbackPhone,
      address: told.address,
      issue,
      safetyLine,
    });
    return { onCallName, standing };
  }

  /** A sales call leaves none (decision 8), and neither does a caller who has said nothing. */
  private async saveCard(tx: AccountTx, { call, issue, reasoning }: Verdict, told: ToldFacts): Promise<void> {
    if (call.classification === 'spam' || (!issue && !told.name)) return;
    const { name, address, callbackPhone, more } = told;
    const news = { callerName: name, address, callbackPhone, notes: more, issueSummary: issue, reasoning };
    await this.cards.save(tx, { ...draftOf(call), ...news });
  }
}

/** A recogniser writes neither capitals nor full stops; two answers in one line need both. */
const asSentence = (said: string): string =>
  said.charAt(0).toUpperCase() + said.slice(1) + (/[.!?]$/.test(said) ? '' : '.');

function knowledgeOf(verdict: Verdict, told: ToldFacts, turns: readonly Turn[]): IntakeKnowledge {
  const { classification, callerPhone } = verdict.call;
  const said = turns.filter(({ role, text }) => role === 'caller' && saysSomething(text));
  // One word may be all of an emergency; of anything else it is a name, or "hello" misheard.
  const isToldInShort = said.some(({ text }) => classification === 'emergency' || text.includes(' '));
  const isDecided = classification === 'emergency' || classification === 'routine';
  return {
    classification,
    callerPhone,
    name: told.name,
    address: told.address,
    callbackPhone: told.callbackPhone,
    hasProblem: verdict.issue !== null || (isToldInShort && isDecided),
    numberConfirmed: told.numberConfirmed,
    otherNumberWanted: told.otherNumberWanted,
  };
}
