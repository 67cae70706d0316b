import { mayInvite } from '@domain/access/may-invite';
import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { ArrivalsService } from './arrivals.service.js';
import { recordEvent } from './events.queries.js';
import type { SessionTokens, SignedInUser, Visitor } from './identity.types.js';
import type { InvitationOffer, Team } from './invitation.types.js';
import { acceptInvitation, findOffer, lockInvitation, standingIn, type InvitationRow } from './invitations.queries.js';
import { MembershipsService } from './memberships.service.js';
import { digestOf, linkNotValid } from './one-time-secret.js';
import { PasswordsService } from './passwords.service.js';
import { addUser, findUserByEmail, type UserRow } from './users.queries.js';

/** How the invited person answers. */
export interface Answer {
  token: string;
  /** Who is signed in on the browser that answers. */
  signedIn: SignedInUser | null;
  /** For somebody new. */
  name?: string;
  password?: string;
  visitor: Visitor;
}

export interface Accepted {
  userId: string;
  role: InvitationRow['role'];
  /** Null for somebody who was signed in already. */
  tokens: SessionTokens | null;
}

const teamOf = (row: InvitationRow): Team =>
  row.account_id === null
    ? { accountId: null, agencyId: row.agency_id ?? '' }
    : { accountId: row.account_id, agencyId: null };

/** Accepting: only the person with the invited address, and only while the inviter could still invite (AUT-06). */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly db: PlatformDb,
    private readonly passwords: PasswordsService,
    private readonly arrivals: ArrivalsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** What the link offers. Throws `link-not-valid`. */
  async offer(token: string): Promise<InvitationOffer> {
    const offer = await this.db.within((query) => findOffer(query, digestOf(token)));
    if (!offer) throw linkNotValid();
    return offer;
  }

  /** Throws `link-not-valid`, `sign-in-to-accept`, `other-address`, `name-and-password-needed` and what is wrong with the password. */
  async accept(query: PlatformQuery, answer: Answer): Promise<Accepted> {
    const row = await lockInvitation(query, digestOf(answer.token));
    const inviter = row && (await standingIn(query, row.invited_by, teamOf(row)));
    if (!row || !inviter || !mayInvite(inviter, row.role)) throw linkNotValid();
    const known = await findUserByEmail(query, row.email);
    const accepted = known ? await this.join(query, row, known, answer) : await this.arrive(query, row, answer);
    await acceptInvitation(query, row.id);
    const { userId, role } = accepted;
    await recordEvent(query, {
      event: 'invitation.accepted',
      userId,
      visitor: answer.visitor,
      data: { invitationId: row.id, role },
    });
    return accepted;
  }

  /** Whoever has the address signs in first: the link alone must not open an account that exists. */
  private async join(query: PlatformQuery, row: InvitationRow, known: UserRow, answer: Answer): Promise<Accepted> {
    if (!answer.signedIn)
      throw new DomainError('unauthenticated', 'sign-in-to-accept', 'You have an account. Sign in, then accept.');
    if (answer.signedIn.id !== known.id)
      throw new DomainError('forbidden', 'other-address', 'This invitation is for another e-mail address than yours.');
    await this.memberships.add(query, { userId: known.id, role: row.role, ...teamOf(row) });
    return { userId: known.id, role: row.role, tokens: null };
  }

  private async arrive(query: PlatformQuery, row: InvitationRow, answer: Answer): Promise<Accepted> {
    const { name, password, visitor } = answer;
    if (!name || !password)
      throw new DomainError('invalid', 'name-and-password-needed', 'Choose a name and a password to accept.');
    const words = [name, row.email.split('@')[0] ?? ''];
    const user = { id: newId(), email: row.email, name };
    const passwordHash = await this.passwords.accept(password, { hasSecondFactor: false, words });
    // Somebody signed up with this address in this very moment: then the address signs in first, as above.
    if (!(await addUser(query, { ...user, password_hash: passwordHash }))) throw linkNotValid();
    const place = { role: row.role, ...teamOf(row) };
    return { userId: user.id, role: row.role, tokens: await this.arrivals.welcome(query, user, { place, visitor }) };
  }
}
