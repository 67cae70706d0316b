import { Injectable } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { SessionTokens, SignInStep, Visitor } from './identity.types.js';
import { MailRoomService } from './mail-room.service.js';
import type { SessionUser } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { FAILURES_THAT_ALARM } from './throttle-rules.js';
import { TicketsService } from './tickets.service.js';

/** A try to sign in, as the door saw it. */
export interface SignInTry {
  address: string;
  visitor: Visitor;
  /** Wrong passwords for this address in the last hour, this one included. */
  failures: number;
}

/** What follows from a right password, and from a wrong one. */
@Injectable()
export class AdmissionsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly sessions: SessionsService,
    private readonly tickets: TicketsService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /** A session, or the question for a code. */
  admit(user: SessionUser, { visitor, failures }: SignInTry): Promise<SignInStep> {
    return this.db.within(async (query) => {
      const by = await this.tickets.codeNeeded(query, user, failures > FAILURES_THAT_ALARM);
      if (!by) return { kind: 'signed-in', tokens: await this.sessions.open(query, user, { visitor, aal: 1 }) };
      await recordEvent(query, { event: 'sign_in.code_asked', userId: user.id, visitor, data: { by } });
      return { kind: 'code-needed', ticket: await this.tickets.open(query, user, by), by };
    });
  }

  /** The code that `admit` asked for. Throws `ticket-over`, `wrong-code`, `too-many-tries`. */
  async admitWithCode(ticket: string, code: string, visitor: Visitor): Promise<SessionTokens> {
    const { user, aal } = await this.tickets.redeem(ticket, code, visitor);
    return this.db.within((query) => this.sessions.open(query, user, { visitor, aal }));
  }

  /** Recorded; and once an hour the address is told that somebody guesses. A letter to an address nobody has is dropped later, after the same work. */
  refuse(userId: string | null, { address, visitor, failures }: SignInTry): Promise<void> {
    return this.db.within(async (query) => {
      await recordEvent(query, { event: 'sign_in.failed', userId, visitor });
      if (failures === FAILURES_THAT_ALARM) await this.mailRoom.post(query, address, { kind: 'many-failures' });
    });
  }
}
