import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { BookingTexts } from '../booking/booking-texts.service.js';
import type { TeamAnswer } from '../on-call/on-call.types.js';
import { TeamTextsService } from '../on-call/team-texts.service.js';
import { hasOpenEmergency, isWaitedFor } from './inbox.queries.js';

/** What a text is about, before it can be about an emergency. */
@Injectable()
export class CrewTextsService {
  constructor(
    private readonly team: TeamTextsService,
    private readonly bookings: BookingTexts,
  ) {}

  /**
   * What the crew says about itself comes first: a code's six digits could begin with an emergency's. A window's code is
   * never an emergency's, so it is heard next. A bare "1" is the emergency's as long as one is open for its sender.
   */
  async hear(tx: AccountTx, from: string, words: string): Promise<TeamAnswer | null> {
    const said = await this.team.hear(tx, from, words);
    if (said) return said;
    const isBusy = await hasOpenEmergency(tx, from);
    const coded = isBusy ? await this.bookings.fromTeam(tx, from, words, false) : null;
    if (coded !== null) return { answer: coded };
    const asked = (await isWaitedFor(tx, from)) ? null : await this.team.answer(tx, from, words);
    if (asked || isBusy) return asked;
    return this.aboutAppointments(tx, from, words);
  }

  private async aboutAppointments(tx: AccountTx, from: string, words: string): Promise<TeamAnswer | null> {
    const answer =
      (await this.bookings.fromTeam(tx, from, words, true)) ?? (await this.bookings.fromCustomer(tx, from, words));
    return answer === null ? null : { answer };
  }
}
