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
    const yes = () => (mine ? this.yes(tx, incident) : this.accept(tx, incident, sender, words));
    const reached = () => this.reached(tx, incident, sender, said);
    const close = () => this.close(tx, incident, sender, reply);
    const doings: Partial<Record<TechReply['kind'], () => Promise<ReplyResult>>> = {
      ...{ accept: yes, accept_all: yes, ok: yes, here: reached, reached, done: close, false_alarm: close },
      eta: () => this.eta(tx, incident, sender, said),
      no: () => (mine ? this.no(tx, incident) : this.pass(tx, incident, sender)),
      not_reached: () => (mine ? this.no(tx, incident) : Promise.resolve(askAgain(incident))),
      pass: () => this.pass(tx, incident, sender),
    };
    const doing = doings[reply.kind];
    return doing
      ? doing()
      : mine && reply.kind === 'question'
        ? sorry(updateText(factsOf(incident)))
        : askAgain(incident);
  }

  private async accept(tx: AccountTx, incident: Incident, sender: OnCallPerson, words: string): Promise<ReplyResult> {
    const taker = { kind: 'contact', person: sender, via: 'sms', alertId: null, words } as const;
    return accepted(incident, await this.acceptances.accept(tx, incident, taker));
  }

  /** The taker again: an answer to "Did you reach …?", or a second yes that changes nothing. */
  private async yes(tx: AccountTx, incident: Incident): Promise<ReplyResult> {
    if (incident.watchdogAskedAt !== null) await this.spoken(tx, incident);
    return silent;
  }

  private async no(tx: AccountTx, incident: Incident): Promise<ReplyResult> {
    if (!isAsked(incident)) return silent;
    await this.acceptances.reopen(tx, incident, 'not_reached');
    return saying(reopenedText(factsOf(incident)));
  }

  /** The two have spoken, so nobody need be asked any more, and nobody is on the way any more. */
  private async spoken(tx: AccountTx, incident: Incident): Promise<void> {
    await this.escalations.recordContact(tx, incident.id, this.clock.now());
    await tx.update(Incident, { id: incident.id }, { watchdogAt: null, etaMinutes: null });
  }

  private async pass(tx: AccountTx, incident: Incident, sender: OnCallPerson): Promise<ReplyResult> {
    const canPass = incident.state === 'alerting' || incident.acceptedBy === sender.contactId;
    if (!canPass) return takenAnswer(incident);
    return saying(passedText(factsOf(incident)), await this.acceptances.pass(tx, incident, sender.contactId));
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
    const outcome = mine ? null : await this.accept(tx, incident, sender, words);
    if (outcome?.answer) return outcome;
    await this.promised(tx, incident, reply.minutes, mine);
    return outcome ?? saying(etaText(factsOf(incident), reply.minutes));
  }

  private async promised(tx: AccountTx, incident: Incident, minutes: number, mine: boolean): Promise<void> {
    const now = this.clock.now();
    const haveSpoken = mine && incident.contactedAt !== null && incident.watchdogAt === null;
    await this.escalations.recordContact(tx, incident.id, now);
    const watchdogAt = haveSpoken ? null : askAfter(incident, now, minutes);
    await tx.update(Incident, { id: incident.id }, { etaMinutes: minutes, watchdogAt, watchdogAskedAt: null });
  }

  private async reached(tx: AccountTx, incident: Incident, sender: OnCallPerson, said: Said): Promise<ReplyResult> {
    const first =
      incident.acceptedBy === sender.contactId ? silent : await this.accept(tx, incident, sender, said.words);
    if (first.answer) return first;
    await this.spoken(tx, incident);
    return said.reply.kind === 'here' ? saying(hereText(factsOf(incident)), first.news) : first;
  }

  /** Only whoever took a job may close it: somebody who never answered can't know that it is over. */
  private async close(tx: AccountTx, incident: Incident, sender: OnCallPerson, reply: TechReply): Promise<ReplyResult> {
    const by = {
      actor: { type: 'contact', id: sender.contactId },
      byName: sender.name,
      byContact: sender.contactId,
    } as const;
    if (reply.kind === 'false_alarm' && isUnanswered(incident.state)) {
      await this.closings.close(tx, incident, { state: 'false_alarm', ...by });
      return saying(falseAlarmText(factsOf(incident)));
    }
    if (incident.acceptedBy !== sender.contactId)
      return isUnanswered(incident.state) ? sorry(takeItFirstText(factsOf(incident))) : takenAnswer(incident);
    const jobValueCents = reply.kind === 'done' ? reply.jobValueCents : null;
    await this.closings.close(tx, incident, {
      state: reply.kind === 'done' ? 'resolved' : 'false_alarm',
      jobValueCents,
      ...by,
    });
    return saying(
      reply.kind === 'done' ? doneText(factsOf(incident), jobValueCents) : falseAlarmText(factsOf(incident)),
    );
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
const askAgain = (incident: Incident): ReplyResult =>
  sorry(isUnanswered(incident.state) ? stillPagingText(factsOf(incident)) : null);

/** "Did you reach …?" may be asked, or has been: the job was taken and nobody knows yet whether the two have spoken. */
const isAsked = (incident: Incident): boolean => incident.state === 'accepted' || incident.watchdogAt !== null;

const askAfter = (incident: Incident, now: Date, minutes: number): Date | null =>
  incident.policy.watchdogMinutes === null ? null : new Date(now.getTime() + minutes * 60_000);

/** A winner is answered by the confirmation text of the acceptance itself; a loser is told who has it. */
function accepted(incident: Incident, outcome: AcceptOutcome): ReplyResult {
  switch (outcome.kind) {
    case 'accepted':
      return { ...silent, news: outcome.news };
    case 'taken':
      return saying(alreadyTakenText(factsOf(incident), outcome.byName, outcome.at));
    case 'closed':
      return over(incident);
  }
}

const takenAnswer = (incident: Incident): ReplyResult =>
  incident.acceptedName && incident.acceptedAt && incident.resolvedAt === null
    ? saying(alreadyTakenText(factsOf(incident), incident.acceptedName, incident.acceptedAt))
    : over(incident);

/** To somebody who answers an emergency that is over. */
const over = (incident: Incident): ReplyResult =>
  sorry(endedText(factsOf(incident), incident) ?? closedText(incident.code, incident.policy.accountName));
