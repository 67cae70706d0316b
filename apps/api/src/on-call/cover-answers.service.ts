import { DomainError } from '@domain/errors/domain-error';
import { THANKS_ANYWAY, TOO_LATE_TO_COVER } from '@domain/on-call/cover-words';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { closeCoverAsk, coverAskTo, type CoverAsk } from './cover-asks.queries.js';
import { CoverTurnsService } from './cover-turns.service.js';
import { HandOffAnswersService } from './hand-off-answers.service.js';
import { OverridesService } from './overrides.service.js';
import type { TeamAnswer, TeamReply } from './on-call.types.js';

/** "1" and "2" to a question about the team's nights. Heard only while no emergency waits for the same digits. */
@Injectable()
export class CoverAnswersService {
  constructor(
    private readonly clock: Clock,
    private readonly overrides: OverridesService,
    private readonly turns: CoverTurnsService,
    private readonly handOffs: HandOffAnswersService,
  ) {}

  /** Null: these words answer no question of ours. `mayMove`: the phone has proved itself. */
  async hear(tx: AccountTx, contactId: string, answer: TeamReply, mayMove: boolean): Promise<TeamAnswer | null> {
    const { said, language } = answer;
    const ask = mayMove && said !== 'seen' ? await coverAskTo(tx, contactId) : null;
    if (!ask) return this.handOffs.hear(tx, contactId, answer);
    return { answer: await (said === 'yes' ? this.cover(tx, ask, language) : this.pass(tx, ask, language)) };
  }

  private async pass(tx: AccountTx, ask: CoverAsk, language: PagerLanguage): Promise<string> {
    await this.turns.next(tx, ask, { type: 'contact', id: ask.askedId });
    return THANKS_ANYWAY[language];
  }

  /** Both people get the news as after any change; a plan that has changed meanwhile changes nothing. */
  private async cover(tx: AccountTx, ask: CoverAsk, language: PagerLanguage): Promise<string | null> {
    await closeCoverAsk(tx, ask.id, 'covered');
    try {
      await this.overrides.standIn(tx, exchangeOf(ask, this.clock.now()), { type: 'contact', id: ask.askedId });
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await closeCoverAsk(tx, ask.id, 'refused');
      return TOO_LATE_TO_COVER[language];
    }
  }
}

/** What has begun while people were asked is taken from now on. */
function exchangeOf(ask: CoverAsk, now: Date) {
  const { askerId, askedId, returnStartsAt, returnEndsAt } = ask;
  const away = { contactId: askerId, startsAt: ask.startsAt > now ? ask.startsAt : now, endsAt: ask.endsAt };
  const back =
    returnStartsAt && returnEndsAt ? { contactId: askedId, startsAt: returnStartsAt, endsAt: returnEndsAt } : null;
  return { away, cover: askedId, back };
}
