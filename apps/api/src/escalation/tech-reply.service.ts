import { isUnanswered } from '@domain/escalation/incident';
import type { TechReply } from '@domain/escalation/reply';
import {
  alreadyTakenText,
  closedText,
  endedText,
  doneText,
  etaText,
  falseAlarmText,
  hereText,
  passedText,
  reopenedText,
  stillPagingText,
  takeItFirstText,
  updateText,
  type Arrival,
} from '@domain/escalation/texts';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService, type AcceptOutcome } from './acceptance.service.js';
import { keepReply } from './escalation.queries.js';
import { EscalationService } from './escalation.service.js';
import { IncidentClosingService } from './incident-closing.service.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import type { CallerNews } from './caller-line.service.js';

/** What goes back to the technician, and what the caller should hear. No answer: another text of ours says it already. */
export interface ReplyResult {
  answer: string | null;
  news: CallerNews | null;
  /** The reply led to nothing: only a few such answers are given in a row. */
  isSorry: boolean;
}

export interface Said {
  reply: TechReply;
  words: string;
}

const silent: ReplyResult = { answer: null, news: null, isSorry: false };
const saying = (answer: string, news: CallerNews | null = null): ReplyResult => ({ answer, news, isSorry: false });
const sorry = (answer: string | null): ReplyResult => ({ answer, news: null, isSorry: true });

/** Does what one reply says about one incident. The incident is locked by the caller of `apply`. */
@Injectable()
export class TechReplyService {
  constructor(
    private readonly clock: Clock,
    private readonly acceptances: AcceptanceService,
    private readonly closings: IncidentClosingService,
    private readonly escalations: EscalationService,
  ) {}

  async apply(tx: AccountTx, incident: Incident, sender: OnCallPerson, heard: Said): Promise<ReplyResult> {
    await keepReply(tx, incident.id, sender.contactId, heard.words);
    const mine = incident.acceptedBy === sender.contactId;
    const said = { ...heard, reply: rehearsed(incident, plainMeaning(heard.reply, mine)) };
    const { reply, words } = said;
    const yes = () => (mine ? this.yes(tx, incident) : this.accept(tx, incident, sender, { words }));
    const reached = () => this.reached(tx, incident, sender, said);
    const close = () => this.close(tx, incident, sender, reply);
    const doings: Partial<Record<TechReply['kind'], () => Promise<ReplyResult>>> = {
      accept: yes,
      accept_all: yes,
      ok: yes,
      here: reached,
      reached,
      done: close,
      false_alarm: close,
      eta: () => this.eta(tx, incident, sender, said),
      no: () => (mine ? this.no(tx, incident, sender) : this.pass(tx, incident, sender)),
      not_reached: () => (mine ? this.no(tx, incident, sender) : Promise.resolve(askAgain(incident, sender))),
      pass: () => this.pass(tx, incident, sender),
    };
    const doing = doings[reply.kind];
    return doing
      ? doing()
      : mine && reply.kind === 'question'
        ? sorry(updateText(factsOf(incident, sender.language)))
        : askAgain(incident, sender);
  }

  private async accept(
    tx: AccountTx,
    incident: Incident,
    sender: OnCallPerson,
    said: { words: string; arrival?: Arrival | null },
  ): Promise<ReplyResult> {
    const taker = { kind: 'contact', person: sender, via: 'sms', alertId: null, ...said } as const;
    return accepted(incident, sender, await this.acceptances.accept(tx, incident, taker));
  }

  /** The taker again: an answer to "Did you reach …?", or a second yes that changes nothing. */
  private async yes(tx: AccountTx, incident: Incident): Promise<ReplyResult> {
    if (incident.watchdogAskedAt !== null) await this.spoken(tx, incident);
    return silent;
  }

  private async no(tx: AccountTx, incident: Incident, { language }: OnCallPerson): Promise<ReplyResult> {
    if (!isAsked(incident)) return silent;
    await this.acceptances.reopen(tx, incident, 'not_reached');
    return saying(reopenedText(factsOf(incident, language)));
  }

  /** The two have spoken, so nobody need be asked any more, and nobody is on the way any more. */
  private async spoken(tx: AccountTx, incident: Incident): Promise<void> {
    await this.escalations.recordContact(tx, incident.id, this.clock.now());
    await tx.update(Incident, { id: incident.id }, { watchdogAt: null, etaMinutes: null });
  }

  private async pass(tx: AccountTx, incident: Incident, sender: OnCallPerson): Promise<ReplyResult> {
    const canPass = incident.state === 'alerting' || incident.acceptedBy === sender.contactId;
    if (!canPass) return takenAnswer(incident, sender);
    return saying(
      passedText(factsOf(incident, sender.language)),
      await this.acceptances.pass(tx, incident, sender.contactId),
    );
  }

  /**
   * Who names an arrival time is on the way: dispatched (PRD section 13). Whether they got there is asked when that time
   * is over, not after a quarter of an hour; not at all when we joined the two ourselves.
   */
  private async eta(
    tx: AccountTx,
    incident: Incident,
    sender: OnCallPerson,
    { reply, words }: Said,
  ): Promise<ReplyResult> {
    if (reply.kind !== 'eta') return silent;
    const mine = incident.acceptedBy === sender.contactId;
    const { minutes } = reply;
    const outcome = mine ? null : await this.accept(tx, incident, sender, { words, arrival: { kind: 'eta', minutes } });
    if (outcome?.answer) return outcome;
    await this.promised(tx, incident, minutes, mine);
    return outcome ?? saying(etaText(factsOf(incident, sender.language), minutes));
  }

  private async promised(tx: AccountTx, incident: Incident, minutes: number, mine: boolean): Promise<void> {
    const now = this.clock.now();
    const haveSpoken = mine && incident.contactedAt !== null && incident.watchdogAt === null;
    await this.escalations.recordContact(tx, incident.id, now);
    const watchdogAt = haveSpoken ? null : askAfter(incident, now, minutes);
    await tx.update(Incident, { id: incident.id }, { etaMinutes: minutes, watchdogAt, watchdogAskedAt: null });
  }

  /** Whoever takes it with these very words has their arrival noted in the confirmation. */
  private async reached(
    tx: AccountTx,
    incident: Incident,
    sender: OnCallPerson,
    { reply, words }: Said,
  ): Promise<ReplyResult> {
    const isHere = reply.kind === 'here';
    const mine = incident.acceptedBy === sender.contactId;
    const arrival = isHere ? ({ kind: 'here' } as const) : null;
    const first = mine ? silent : await this.accept(tx, incident, sender, { words, arrival });
    if (first.answer) return first;
    await this.spoken(tx, incident);
    return isHere && mine ? saying(hereText(factsOf(incident, sender.language))) : first;
  }

  /** Only whoever took a job may close it: somebody who never answered can't know that it is over. */
  private async close(tx: AccountTx, incident: Incident, sender: OnCallPerson, reply: TechReply): Promise<ReplyResult> {
    const by = {
      actor: { type: 'contact', id: sender.contactId },
      byName: sender.name,
      byContact: sender.contactId,
    } as const;
    const facts = factsOf(incident, sender.language);
    if (reply.kind === 'false_alarm' && isUnanswered(incident.state)) {
      await this.closings.close(tx, incident, { state: 'false_alarm', ...by });
      return saying(falseAlarmText(facts));
    }
    if (incident.acceptedBy !== sender.contactId)
      return isUnanswered(incident.state) ? sorry(takeItFirstText(facts)) : takenAnswer(incident, sender);
    const jobValueCents = reply.kind === 'done' ? reply.jobValueCents : null;
    await this.closings.close(tx, incident, {
      state: reply.kind === 'done' ? 'resolved' : 'false_alarm',
      jobValueCents,
      ...by,
    });
    return saying(reply.kind === 'done' ? doneText(facts, jobValueCents) : falseAlarmText(facts));
  }
}

/** A bare 3, 4 or 9 is about the sender's own job; to everybody else 3 means what it means on the call. */
function plainMeaning(reply: TechReply, mine: boolean): TechReply {
  if (reply.kind !== 'key') return reply;
  const { code } = reply;
  if (!mine) return reply.key === '3' ? { kind: 'pass', code } : { kind: 'unclear', code };
  const kinds = { 3: 'reached', 4: 'here', 9: 'false_alarm' } as const;
  return { kind: kinds[reply.key], code };
}

/** In a drill there is no job to be on the way to, or done with: whoever says so has answered. */
function rehearsed({ isDrill }: Incident, reply: TechReply): TechReply {
  const isAnswer = ['eta', 'here', 'reached', 'done', 'false_alarm'].includes(reply.kind);
  return isDrill && isAnswer ? { kind: 'accept', code: reply.code } : reply;
}

/** An answer we can't read must never stop the ladder (decision 6). */
const askAgain = (incident: Incident, { language }: OnCallPerson): ReplyResult =>
  sorry(isUnanswered(incident.state) ? stillPagingText(factsOf(incident, language)) : null);

/** "Did you reach …?" may be asked, or has been: the job was taken and nobody knows yet whether the two have spoken. */
const isAsked = (incident: Incident): boolean => incident.state === 'accepted' || incident.watchdogAt !== null;

const askAfter = (incident: Incident, now: Date, minutes: number): Date | null =>
  incident.policy.watchdogMinutes === null ? null : new Date(now.getTime() + minutes * 60_000);

/** A winner is answered by the confirmation text of the acceptance itself; a loser is told who has it. */
function accepted(incident: Incident, sender: OnCallPerson, outcome: AcceptOutcome): ReplyResult {
  switch (outcome.kind) {
    case 'accepted':
      return { ...silent, news: outcome.news };
    case 'taken':
      return saying(alreadyTakenText(factsOf(incident, sender.language), outcome.byName, outcome.at));
    case 'closed':
      return over(incident, sender);
  }
}

const takenAnswer = (incident: Incident, sender: OnCallPerson): ReplyResult =>
  incident.acceptedName && incident.acceptedAt && incident.resolvedAt === null
    ? saying(alreadyTakenText(factsOf(incident, sender.language), incident.acceptedName, incident.acceptedAt))
    : over(incident, sender);

/** To somebody who answers an emergency that is over. */
const over = (incident: Incident, { language }: OnCallPerson): ReplyResult =>
  sorry(
    endedText(factsOf(incident, language), incident) ??
      closedText(incident.code, incident.policy.accountName, language),
  );
