import { chooseIncident } from '@domain/escalation/choose-incident';
import { isUnanswered } from '@domain/escalation/incident';
import { parseReply, type TechReply } from '@domain/escalation/reply';
import { closedText, TEST_CONFIRMED_TEXT, whichOneText, whoText } from '@domain/escalation/texts';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { answerable, insertText } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { OptOutService, type OwnerNotice } from './opt-out.service.js';
import { TechReplyService, type Said } from './tech-reply.service.js';
import type { CallerNews } from './caller-line.service.js';

/** What is left to do after the commit. Answers about an incident are rows already. */
export interface ReadReply {
  /** Said back at once, when there is no incident the answer could be kept with. */
  answer: string | null;
  news: CallerNews | null;
  notice: OwnerNotice | null;
}

const nothing: ReadReply = { answer: null, news: null, notice: null };
const answering = (answer: string): ReadReply => ({ ...nothing, answer });

/** Longer texts with no open emergency are talk, or an answering machine that would answer our answer. */
const isShort = ({ reply, words }: Said): boolean =>
  reply.code !== null || (words.length <= 30 && reply.kind !== 'unclear' && reply.kind !== 'question');

/** From a text to the incident it is about. */
@Injectable()
export class ReplyReaderService {
  constructor(
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly optOuts: OptOutService,
    private readonly replies: TechReplyService,
  ) {}

  /** Strangers get no answer: the line's number is public. */
  async read(tx: AccountTx, from: string, words: string): Promise<ReadReply> {
    const sender = await this.onCall.contactByPhone(tx, from);
    if (!sender) return nothing;
    const open = await this.openFor(tx, sender);
    const reply = parseReply(
      words,
      open.map((incident) => incident.code),
    );
    return (
      (await this.aboutThePhone(tx, sender, reply, open)) ?? this.aboutAnEmergency(tx, sender, { reply, words }, open)
    );
  }

  /** Locked in the order of their ids, so that two texts about the same incidents can't wait for each other. */
  private async openFor(tx: AccountTx, sender: OnCallPerson): Promise<Incident[]> {
    const ids = await answerable(tx, sender.contactId);
    const locked = new Map<string, Incident>();
    for (const id of ids.toSorted()) {
      const incident = await tx.lock(Incident, { id });
      if (incident) locked.set(id, incident);
    }
    return ids.flatMap((id) => locked.get(id) ?? []);
  }

  /** Words that are about the sender's phone or the team, whatever is open. Null: it is about an emergency. */
  private async aboutThePhone(
    tx: AccountTx,
    sender: OnCallPerson,
    reply: TechReply,
    open: Incident[],
  ): Promise<ReadReply | null> {
    if (reply.kind === 'automatic') return nothing;
    if (reply.kind === 'opt_out') return { ...nothing, notice: await this.optOuts.stop(tx, sender, open) };
    if (reply.kind === 'who') return answering(whoText(await this.onCall.onCallAt(tx, this.clock.now())));
    if (reply.kind === 'ok' && reply.code === null) return this.confirmed(tx, sender, open);
    if (reply.kind !== 'opt_in') return null;
    await this.onCall.optIn(tx, sender.contactId);
    return nothing;
  }

  /** An "OK" that answers a test text is used up by it; an emergency that waits meanwhile asks for its own answer. */
  private async confirmed(tx: AccountTx, sender: OnCallPerson, open: Incident[]): Promise<ReadReply | null> {
    if (!(await this.onCall.confirmTest(tx, sender.contactId, this.clock.now()))) return null;
    const waiting = open.filter((incident) => isUnanswered(incident.state));
    for (const incident of waiting) {
      const { answer } = await this.replies.apply(tx, incident, sender, {
        reply: { kind: 'unclear', code: null },
        words: 'OK',
      });
      if (answer) await insertText(tx, incident, sender, { step: 'update', body: answer, at: this.clock.now() });
    }
    return answering(TEST_CONFIRMED_TEXT);
  }

  private async aboutAnEmergency(
    tx: AccountTx,
    sender: OnCallPerson,
    said: Said,
    open: Incident[],
  ): Promise<ReadReply> {
    const chosen = chooseIncident(said.reply, open, sender.contactId);
    if (chosen.kind === 'none') return isShort(said) ? answering(closedText(said.reply.code)) : nothing;
    const incidents = open.filter((incident) => chosen.ids.includes(incident.id));
    const [first] = incidents;
    if (chosen.kind === 'which' && first) {
      const body = whichOneText(incidents.map(factsOf));
      await insertText(tx, first, sender, { step: 'update', body, at: this.clock.now() });
      return nothing;
    }
    return this.applyToAll(tx, sender, said, incidents);
  }

  private async applyToAll(tx: AccountTx, sender: OnCallPerson, said: Said, incidents: Incident[]): Promise<ReadReply> {
    let news: CallerNews | null = null;
    for (const incident of incidents) {
      const result = await this.replies.apply(tx, incident, sender, said);
      if (result.answer)
        await insertText(tx, incident, sender, { step: 'update', body: result.answer, at: this.clock.now() });
      news ??= result.news;
    }
    return { ...nothing, news };
  }
}
