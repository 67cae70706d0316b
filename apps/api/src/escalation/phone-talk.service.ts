import type { TechReply } from '@domain/escalation/reply';
import { closedText, endedText, helpText, whoText } from '@domain/escalation/texts';
import type { OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { OnCallService } from '../on-call/on-call.service.js';
import { latelyClosed } from './inbox.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { OptOutService } from './opt-out.service.js';
import { answering, nothing, type ReadReply } from './read-reply.js';
import { maySaySorry, wasUnderstood } from './reply-streak.queries.js';
import type { Said } from './tech-reply.service.js';

/** Longer texts with no open emergency are talk, or an answering machine that would answer our answer. */
const isShort = ({ reply, words }: Said): boolean =>
  reply.code !== null || (words.length <= 30 && reply.kind !== 'unclear' && reply.kind !== 'question');

/** Texts that are about the sender's phone, the team, or nothing that is open. */
@Injectable()
export class PhoneTalkService {
  constructor(
    private readonly clock: Clock,
    private readonly config: ConfigService,
    private readonly onCall: OnCallService,
    private readonly optOuts: OptOutService,
  ) {}

  /** Words that mean the same whatever is open. `open`: the sender's emergencies, locked. Null: it may be about one. */
  async hear(tx: AccountTx, sender: OnCallPerson, reply: TechReply, open: Incident[]): Promise<ReadReply | null> {
    if (reply.kind === 'automatic') return nothing;
    if (reply.kind === 'opt_out') return { ...nothing, notice: await this.optOuts.stop(tx, sender, open) };
    if (reply.kind === 'help')
      return this.understood(tx, sender, helpText(await this.businessName(tx), sender.language));
    if (reply.kind === 'who')
      return this.understood(tx, sender, whoText(await this.onCall.onCallAt(tx, this.clock.now()), sender.language));
    if (reply.kind !== 'opt_in') return null;
    await this.onCall.optIn(tx, sender.contactId);
    return nothing;
  }

  /** An answer to something that is over, to the wrong line, or small talk. */
  async aboutNothingOpen(tx: AccountTx, sender: OnCallPerson, said: Said): Promise<ReadReply> {
    if (!isShort(said) || !(await maySaySorry(tx, sender.contactId, this.clock.now()))) return nothing;
    const { code } = said.reply;
    const closed = await latelyClosed(tx, sender.contactId, code, this.clock.now());
    const incident = closed ? await tx.findOne(Incident, { id: closed }) : null;
    const ended = incident && endedText(factsOf(incident, sender.language), incident);
    return answering(ended ?? closedText(code, await this.businessName(tx), sender.language));
  }

  private async understood(tx: AccountTx, sender: OnCallPerson, answer: string): Promise<ReadReply> {
    await wasUnderstood(tx, sender.contactId);
    return answering(answer);
  }

  private async businessName(tx: AccountTx): Promise<string> {
    return (await this.config.read(tx)).accountName;
  }
}
