import { chooseIncident } from '@domain/escalation/choose-incident';
import { isUnanswered } from '@domain/escalation/incident';
import { parseReply, type TechReply } from '@domain/escalation/reply';
import { testConfirmedText } from '@domain/escalation/texts';
import { whichOneText } from '@domain/escalation/storm-texts';
import { PRACTICE_ANSWERED } from '@domain/on-call/practice';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { answerable, insertText, unreadBy } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { PhoneTalkService } from './phone-talk.service.js';
import { answering, nothing, type ReadReply } from './read-reply.js';
import { maySaySorry, wasUnderstood } from './reply-streak.queries.js';
import { TechReplyService, type ReplyResult, type Said } from './tech-reply.service.js';
import type { CallerNews } from './caller-line.service.js';

/** What people text back to a page without naming its emergency; words about a job under way are about that job. */
const TEST_ANSWERS = new Set<TechReply['kind']>(['ok', 'accept', 'accept_all', 'pass', 'no', 'key']);

/** From a text to the incident it is about. */
@Injectable()
export class ReplyReaderService {
  constructor(
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly talk: PhoneTalkService,
    private readonly replies: TechReplyService,
  ) {}

  /** Strangers get no answer: the line's number is public. */
  async read(tx: AccountTx, from: string, words: string): Promise<ReadReply> {
    const sender = await this.onCall.contactByPhone(tx, from);
    if (!sender) return nothing;
    const all = await this.openFor(tx, sender);
    const said = {
      reply: parseReply(
        words,
        all.map(({ code }) => code),
      ),
      words,
    };
    const open = said.reply.code === null ? await this.readOnes(tx, sender, all) : all;
    return (
      (await this.talk.hear(tx, sender, said.reply, open)) ??
      (await this.confirmed(tx, sender, said, open)) ??
      this.aboutAnEmergency(tx, sender, said, open)
    );
  }

  /** Everything that waits for this person goes on to the next, without a word about each. Null: nothing waited. */
  async passAll(tx: AccountTx, from: string): Promise<{ news: CallerNews | null } | null> {
    const sender = await this.onCall.contactByPhone(tx, from);
    const waiting = sender ? (await this.openFor(tx, sender)).filter(({ state }) => isUnanswered(state)) : [];
    if (!sender || waiting.length === 0) return null;
    let news: CallerNews | null = null;
    const said = { reply: { kind: 'pass', code: null }, words: 'BUSY' } as const;
    for (const incident of waiting) news ??= (await this.replies.apply(tx, incident, sender, said)).news;
    return { news };
  }

  /** A thumbs-up for one emergency must not take another that its sender has not read of; who names a code has. */
  private async readOnes(tx: AccountTx, { contactId }: OnCallPerson, open: Incident[]): Promise<Incident[]> {
    const unread = await unreadBy(tx, contactId);
    return open.filter(({ id, acceptedBy }) => acceptedBy === contactId || !unread.has(id));
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

  /** What answers a test, or a practice page, is used up by it; an emergency that waits meanwhile asks for its own answer. */
  private async confirmed(
    tx: AccountTx,
    sender: OnCallPerson,
    { reply, words }: Said,
    open: Incident[],
  ): Promise<ReadReply | null> {
    const tested = await this.testAnswer(tx, sender, reply);
    if (tested === null) return null;
    const waiting = open.filter((incident) => isUnanswered(incident.state));
    for (const incident of waiting) {
      const unread = { reply: { kind: 'unclear', code: null }, words } as const;
      await this.answer(tx, incident, sender, await this.replies.apply(tx, incident, sender, unread));
    }
    return answering(tested);
  }

  /** What is said back to an answer to a test; null when no test waits for such an answer. */
  private async testAnswer(
    tx: AccountTx,
    { contactId, language }: OnCallPerson,
    reply: TechReply,
  ): Promise<string | null> {
    if (reply.code !== null || !TEST_ANSWERS.has(reply.kind)) return null;
    const now = this.clock.now();
    const wasPractice = await this.onCall.answersPractice(tx, contactId, now);
    if (reply.kind === 'ok' && (await this.onCall.confirmTest(tx, contactId, now))) return testConfirmedText(language);
    return wasPractice ? PRACTICE_ANSWERED[language] : null;
  }

  private async aboutAnEmergency(
    tx: AccountTx,
    sender: OnCallPerson,
    said: Said,
    open: Incident[],
  ): Promise<ReadReply> {
    const chosen = chooseIncident(said.reply, open, sender.contactId);
    if (chosen.kind === 'none') return this.talk.aboutNothingOpen(tx, sender, said);
    const incidents = open.filter((incident) => chosen.ids.includes(incident.id));
    const [first] = incidents;
    if (chosen.kind === 'which' && first) {
      const body = whichOneText(incidents.map((incident) => factsOf(incident, sender.language)));
      await this.answer(tx, first, sender, { answer: body, news: null, isSorry: true });
      return nothing;
    }
    return this.applyToAll(tx, sender, said, incidents);
  }

  private async applyToAll(tx: AccountTx, sender: OnCallPerson, said: Said, incidents: Incident[]): Promise<ReadReply> {
    let news: CallerNews | null = null;
    for (const incident of incidents) {
      const result = await this.replies.apply(tx, incident, sender, said);
      await this.answer(tx, incident, sender, result);
      news ??= result.news;
    }
    return { ...nothing, news };
  }

  private async answer(tx: AccountTx, incident: Incident, sender: OnCallPerson, result: ReplyResult): Promise<void> {
    const at = this.clock.now();
    if (!result.isSorry) await wasUnderstood(tx, sender.contactId);
    if (result.answer === null || (result.isSorry && !(await maySaySorry(tx, sender.contactId, at)))) return;
    await insertText(tx, incident, sender, { step: 'update', body: result.answer, at, isAnswer: true });
  }
}
