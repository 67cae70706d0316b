import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { NewMembership, SessionTokens, SignUpKind, Verified, Visitor } from './identity.types.js';
import { MembershipsService } from './memberships.service.js';
import { digestOf, linkNotValid } from './one-time-secret.js';
import { SessionsService } from './sessions.service.js';
import { findSignUp, lockSignUp, useSignUp } from './sign-ups.queries.js';
import { addUser } from './users.queries.js';

/** Somebody who comes in for the first time. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly db: PlatformDb,
    private readonly memberships: MembershipsService,
    private readonly sessions: SessionsService,
  ) {}

  /** What the link leads to, not used up yet. Throws `link-not-valid`. */
  async find(token: string): Promise<{ kind: SignUpKind; becomesId: string }> {
    const row = await this.db.within((query) => findSignUp(query, digestOf(token)));
    if (!row) throw linkNotValid();
    return { kind: row.kind, becomesId: row.becomes_id };
  }

  /**
   * Uses the link up and makes the person, in the transaction that makes the agency or account. Throws `link-not-valid`,
   * and `already-signed-up` when the address has got an account meanwhile.
   */
  async redeem(query: PlatformQuery, token: string, visitor: Visitor): Promise<Verified> {
    const row = await lockSignUp(query, digestOf(token));
    if (!row) throw linkNotValid();
    const user = { id: newId(), email: row.email, name: row.name };
    if (!(await addUser(query, { ...user, password_hash: row.password_hash })))
      throw new DomainError('conflict', 'already-signed-up', 'You already have an account. Sign in instead.');
    await useSignUp(query, row.id);
    await recordEvent(query, { event: 'sign_up.verified', userId: user.id, visitor, data: { kind: row.kind } });
    return { user, kind: row.kind, becomesId: row.becomes_id, organisation: row.organisation, timeZone: row.time_zone };
  }

  /** The role first: how long the session may last depends on it. */
  async welcome(
    query: PlatformQuery,
    user: Verified['user'],
    how: { place: Omit<NewMembership, 'userId'>; visitor: Visitor },
  ): Promise<SessionTokens> {
    await this.memberships.add(query, { userId: user.id, ...how.place });
    return this.sessions.open(query, user, { visitor: how.visitor, aal: 1 });
  }
}
