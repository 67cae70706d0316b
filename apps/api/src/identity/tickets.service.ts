import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { randomInt, timingSafeEqual } from 'node:crypto';
import { recordEvent } from './events.queries.js';
import type { Visitor } from './identity.types.js';
import { CODE_MINUTES } from './letter.types.js';
import { MailRoomService } from './mail-room.service.js';
import { digestOf, newSecret } from './one-time-secret.js';
import { looksLikeRecoveryCode } from './recovery-codes.js';
import { hasSecondFactor } from './second-factor.queries.js';
import { SecondFactorService, wrongCode } from './second-factor.service.js';
import { activeUser, type SessionUser } from './sessions.queries.js';
import { codeRules } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { countTicketTry, lockTicket, storeTicket, useTicket, type TicketRow } from './tickets.queries.js';

const SIX_DIGITS = 1_000_000;

const ticketOver = () =>
  new DomainError('unauthenticated', 'ticket-over', 'That took too long or too many tries. Sign in again.');

/** Codes are salted with their ticket: six digits alone would be looked up in a table. */
const codeHash = (ticket: string, code: string): Buffer => digestOf(`${ticket}:${code}`);

type Redeemed = { kind: 'over' } | { kind: 'wrong' } | { kind: 'right'; user: SessionUser; aal: 1 | 2 };

/** What stands between the right password and the session: a code from an authenticator, or one we mail. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly throttle: ThrottleService,
    private readonly secondFactor: SecondFactorService,
    private readonly mailRoom: MailRoomService,
  ) {}

  /**
   * Which code the person is asked for. While many try passwords for this address a mailed code is asked from everybody
   * without a second factor: that stops the guessing and never locks its owner out (AUT-09).
   */
  async codeNeeded(
    query: PlatformQuery,
    user: SessionUser,
    isUnderAttack: boolean,
  ): Promise<'authenticator' | 'email' | null> {
    if (await hasSecondFactor(query, user.id)) return 'authenticator';
    return isUnderAttack && this.mailRoom.isOpen ? 'email' : null;
  }

  async open(query: PlatformQuery, user: SessionUser, by: 'authenticator' | 'email'): Promise<string> {
    const { secret: ticket, hash: tokenHash } = newSecret();
    const code = by === 'email' ? String(randomInt(SIX_DIGITS)).padStart(6, '0') : null;
    const row = { id: newId(), userId: user.id, tokenHash, minutes: CODE_MINUTES };
    await storeTicket(query, { ...row, codeHash: code === null ? null : codeHash(ticket, code) });
    if (code !== null) await this.mailRoom.post(query, user.email, { kind: 'sign-in-code', code });
    return ticket;
  }

  /** Who the ticket and the code belong to. Both are used up. Throws `ticket-over`, `wrong-code`, `too-many-tries`. */
  async redeem(ticket: string, code: string, visitor: Visitor): Promise<{ user: SessionUser; aal: 1 | 2 }> {
    const holder = await this.db.within((query) => lockTicket(query, digestOf(ticket)));
    if (!holder) throw ticketOver();
    const rules = looksLikeRecoveryCode(code) ? [] : codeRules(holder.user_id, visitor);
    await this.throttle.reserve(rules);
    const outcome = await this.db.within((query) => this.attempt(query, { ticket, code, visitor }));
    if (outcome.kind === 'over') throw ticketOver();
    if (outcome.kind === 'wrong') throw wrongCode();
    await this.throttle.forgive(rules);
    return outcome;
  }

  private async attempt(
    query: PlatformQuery,
    given: { ticket: string; code: string; visitor: Visitor },
  ): Promise<Redeemed> {
    const row = await lockTicket(query, digestOf(given.ticket));
    const user = row && (await activeUser(query, row.user_id));
    if (!row || !user) return { kind: 'over' };
    if (await this.isRight(query, { row, user, ...given })) {
      await useTicket(query, row.id);
      return { kind: 'right', user, aal: row.code_hash ? 1 : 2 };
    }
    await countTicketTry(query, row.id);
    await recordEvent(query, { event: 'sign_in.code_failed', userId: user.id, visitor: given.visitor });
    return { kind: 'wrong' };
  }

  private isRight(
    query: PlatformQuery,
    tried: { row: TicketRow; user: SessionUser; ticket: string; code: string },
  ): Promise<boolean> {
    const { row, user, ticket, code } = tried;
    if (!row.code_hash) return this.secondFactor.spend(query, user, code);
    return Promise.resolve(timingSafeEqual(row.code_hash, codeHash(ticket, code.trim())));
  }
}
