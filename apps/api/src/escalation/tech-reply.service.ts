import { isUnanswered } from '@domain/escalation/incident';
import type { TechReply } from '@domain/escalation/reply';
import {
  alreadyTakenText,
  closedText,
  doneText,
  etaText,
  falseAlarmText,
  hereText,
  passedText,
  reopenedText,
  stillPagingText,
  takeItFirstText,
} from '@domain/escalation/texts';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService, type AcceptOutcome } from './acceptance.service.js';
import { keepReply, timesAskedAgain } from './escalation.queries.js';
import { EscalationService } from './escalation.service.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import type { CallerNews } from './caller-line.service.js';

/** What goes back to the technician, and what the caller should hear. No answer: another text of ours says it already. */
export interface ReplyResult {
  answer: string | null;
  news: CallerNews | null;
}

export interface Said {
  reply: TechReply;
  words: string;
}

const ASK_AGAIN_AT_MOST = 3;

const silent: ReplyResult = { answer: null, news: null };
const saying = (answer: string, news: CallerNews | null = null): ReplyResult => ({ answer, news });

/** Does what one reply says about one incident. The incident is locked by the caller of `apply`. */
@Injectable()
export class TechReplyService {
  constructor(
    private readonly clock: Clock,
    private readonly acceptances: AcceptanceService,
    private readonly escalations: EscalationService,
  ) {}

  async apply(tx: AccountTx, incident: Incident, sender: OnCallPerson, said: Said): Promise<ReplyResult> {
    await keepReply(tx, incident.id, sender.contactId, said.words);
    const { reply, words } = said;
    const mine = incident.acceptedBy === sender.contactId;
    const yes = () => (mine ? this.yes(tx, incident) : this.accept(tx, incident, sender, words));
    const reached = () => this.reached(tx, incident, sender, said);
    const close = () => this.close(tx, incident, sender, reply);
    const ask = () => this.askAgain(tx, incident, sender);
    const doings: Partial<Record<TechReply['kind'], () => Promise<ReplyResult>>> = {
      ...{ accept: yes, accept_all: yes, ok: yes, here: reached, reached, done: close, false_alarm: close },
      eta: () => this.eta(tx, incident, sender, said),
      no: () => (mine ? this.no(tx, incident) : this.pass(tx, incident, sender)),
      pass: () => this.pass(tx, incident, sender),
    };
    return (doings[reply.kind] ?? ask)();
  }

  /** Only a few times: an answering machine on the other side would answer for ever. */
  private async askAgain(tx: AccountTx, incident: Incident, sender: OnCallPerson): Promise<ReplyResult> {
    if (!isUnanswered(incident.state)) return silent;
    const asked = await timesAskedAgain(tx, incident.id, sender.contactId);
    return asked < ASK_AGAIN_AT_MOST ? saying(stillPagingText(factsOf(incident))) : silent;
  }

  private async accept(tx: AccountTx, incident: Incident, sender: OnCallPerson, words: string): Promise<ReplyResult> {
    const taker = { kind: 'contact', person: sender, via: 'sms', alertId: null, words } as const;
    return accepted(incident, await this.acceptances.accept(tx, incident, taker));
  }

  /** The taker again: an answer to "Did you reach …?", or a second yes that changes nothing. */
  private async yes(tx: AccountTx, incident: Incident): Promise<ReplyResult> {
    if (incident.watchdogAskedAt !== null) await this.escalations.recordContact(tx, incident.id, this.clock.now());
    return silent;
  }

  private async no(tx: AccountTx, incident: Incident): Promise<ReplyResult> {
    if (incident.state !== 'accepted') return silent;
    await this.acceptances.reopen(tx, incident, 'not_reached');
    return saying(reopenedText(factsOf(incident)));
  }

  private async pass(tx: AccountTx, incident: Incident, sender: OnCallPerson): Promise<ReplyResult> {
    const canPass = incident.state === 'alerting' || incident.acceptedBy === sender.contactId;
    if (!canPass) return takenAnswer(incident);
    return saying(passedText(factsOf(incident)), await this.acceptances.pass(tx, incident, sender.contactId));
  }

  /** Who names an arrival time is on the way: dispatched, and nobody need be asked whether the caller was reached (PRD section 13). */
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
    await tx.update(Incident, { id: incident.id }, { etaMinutes: reply.minutes });
    await this.escalations.recordContact(tx, incident.id, this.clock.now());
    return outcome ?? saying(etaText(factsOf(incident), reply.minutes));
  }

  private async reached(tx: AccountTx, incident: Incident, sender: OnCallPerson, said: Said): Promise<ReplyResult> {
    const first =
      incident.acceptedBy === sender.contactId ? silent : await this.accept(tx, incident, sender, said.words);
    if (first.answer) return first;
    await this.escalations.recordContact(tx, incident.id, this.clock.now());
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
      await this.acceptances.close(tx, incident, { state: 'false_alarm', ...by });
      return saying(falseAlarmText(factsOf(incident)));
    }
    if (incident.acceptedBy !== sender.contactId)
      return isUnanswered(incident.state) ? saying(takeItFirstText(factsOf(incident))) : takenAnswer(incident);
    const jobValueCents = reply.kind === 'done' ? reply.jobValueCents : null;
    await this.acceptances.close(tx, incident, {
      state: reply.kind === 'done' ? 'resolved' : 'false_alarm',
      jobValueCents,
      ...by,
    });
    return saying(
      reply.kind === 'done' ? doneText(factsOf(incident), jobValueCents) : falseAlarmText(factsOf(incident)),
    );
  }
}

/** A winner is answered by the confirmation text of the acceptance itself; a loser is told who has it. */
function accepted(incident: Incident, outcome: AcceptOutcome): ReplyResult {
  switch (outcome.kind) {
    case 'accepted':
      return { answer: null, news: outcome.news };
    case 'taken':
      return saying(alreadyTakenText(factsOf(incident), outcome.byName, outcome.at));
    case 'closed':
      return saying(closedText(incident.code));
  }
}

const takenAnswer = (incident: Incident): ReplyResult =>
  incident.acceptedName && incident.acceptedAt
    ? saying(alreadyTakenText(factsOf(incident), incident.acceptedName, incident.acceptedAt))
    : saying(closedText(incident.code));
