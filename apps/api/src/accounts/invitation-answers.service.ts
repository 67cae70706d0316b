import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { InvitationAcceptanceService, type Accepted, type Answer } from '../identity/invitation-acceptance.service.js';
import type { Team } from '../identity/invitation.types.js';

/** The answer to an invitation, in the transaction of the account it leads into. */
@Injectable()
export class InvitationAnswersService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly acceptance: InvitationAcceptanceService,
    private readonly journal: Journal,
  ) {}

  /** Throws what `InvitationAcceptanceService.accept` does. */
  async accept(answer: Answer): Promise<Accepted & { team: Team }> {
    const { team } = await this.acceptance.offer(answer.token);
    const accepted =
      team.accountId === null
        ? await this.platform.within((query) => this.acceptance.accept(query, answer))
        : await this.intoAccount(team.accountId as AccountId, answer);
    return { ...accepted, team };
  }

  private intoAccount(accountId: AccountId, answer: Answer): Promise<Accepted> {
    return this.db.within(accountId, async (tx) => {
      const accepted = await this.acceptance.accept(tx.query.bind(tx), answer);
      const { userId, role } = accepted;
      const actor = { type: 'user', id: userId } as const;
      await this.journal.record(tx, { event: 'member.joined', subjectId: userId, actor, data: { role } });
      return accepted;
    });
  }
}
