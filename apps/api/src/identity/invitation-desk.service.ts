import type { Role } from '@domain/access/capabilities';
import { mayInvite } from '@domain/access/may-invite';
import { DomainError, notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { OpenInvitation, Team } from './invitation.types.js';
import {
  findOpenInvitation,
  isMember,
  openInvitations,
  revokeInvitation,
  standingIn,
  storeInvitation,
} from './invitations.queries.js';
import { INVITATION_HOURS } from './letter.types.js';
import { MailRoomService } from './mail-room.service.js';
import { newSecret } from './one-time-secret.js';
import { letterRule } from './throttle-rules.js';
import { ThrottleService } from './throttle.service.js';
import { activeUser } from './sessions.queries.js';
import { addressOf } from './users.queries.js';

const teamId = (team: Team): string => team.accountId ?? team.agencyId;

export interface Inviting {
  team: Team;
  /** As the letter names the account or agency. */
  organisation: string;
  /** The user who invites. */
  by: string;
}

/** Invitations to an account or an agency: bound to an address and a role, good for 72 hours, used once (AUT-06). */
@Injectable()
export class InvitationDesk {
  constructor(
    private readonly throttle: ThrottleService,
    private readonly mailRoom: MailRoomService,
  ) {}

  list(query: PlatformQuery, team: Team): Promise<OpenInvitation[]> {
    return openInvitations(query, team);
  }

  /** Throws `mail-not-configured`, `role-too-high`, `already-member`, `too-many-tries`. */
  async invite(query: PlatformQuery, inviting: Inviting, whom: { email: string; role: Role }): Promise<OpenInvitation> {
    this.mailRoom.assertOpen();
    const email = addressOf(whom.email);
    const standing = await standingIn(query, inviting.by, inviting.team);
    if (!standing || !mayInvite(standing, whom.role))
      throw new DomainError('forbidden', 'role-too-high', 'You cannot give somebody a higher role than your own.');
    if (await isMember(query, email, inviting.team))
      throw new DomainError('conflict', 'already-member', 'Somebody with this address is a member already.');
    await this.throttle.reserve([letterRule(`invitation to ${teamId(inviting.team)}`, email)]);
    return this.send(query, inviting, { email, role: whom.role });
  }

  /** A new link and 72 more hours; the old link stops working. Throws `invitation-not-found` and what `invite` does. */
  async resend(query: PlatformQuery, inviting: Inviting, id: string): Promise<OpenInvitation> {
    const open = await findOpenInvitation(query, inviting.team, id);
    if (!open) throw notFound('invitation');
    return this.invite(query, inviting, open);
  }

  /** Throws `invitation-not-found`, also for another team's. */
  async revoke(query: PlatformQuery, inviting: Inviting, id: string): Promise<void> {
    if (!(await revokeInvitation(query, inviting.team, id))) throw notFound('invitation');
    await recordEvent(query, { event: 'invitation.revoked', userId: inviting.by, data: { invitationId: id } });
  }

  private async send(
    query: PlatformQuery,
    { team, organisation, by }: Inviting,
    { email, role }: { email: string; role: Role },
  ): Promise<OpenInvitation> {
    const { secret: token, hash: tokenHash } = newSecret();
    const row = { id: newId(), team, organisation, email, role, invitedBy: by, tokenHash, hours: INVITATION_HOURS };
    const invitation = await storeInvitation(query, row);
    const inviter = (await activeUser(query, by))?.name ?? organisation;
    await recordEvent(query, {
      event: 'invitation.sent',
      userId: by,
      data: { invitationId: invitation.id, role, ...team },
    });
    await this.mailRoom.post(query, email, { kind: 'invitation', inviter, organisation, role, token });
    return invitation;
  }
}
