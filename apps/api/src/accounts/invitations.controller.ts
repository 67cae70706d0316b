import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { InvitationView, InviteToAccount, toInvitationView } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('Team')
@Controller('api/v1/accounts/:accountId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Those that nobody has accepted yet. */
  @Get()
  @Can('team.read')
  @ApiOkResponse({ type: [InvitationView] })
  async listInvitations(@CurrentAccount() accountId: AccountId): Promise<InvitationView[]> {
    return (await this.invitations.list(accountId)).map(toInvitationView);
  }

  /** A link goes to the address by e-mail, good for 72 hours. Inviting again replaces the link. */
  @Post()
  @Can('team.invite')
  @ApiCreatedResponse({ type: InvitationView })
  @ApiConflictResponse()
  @ApiServiceUnavailableResponse()
  async invite(@CurrentMemberOf() member: CurrentMember, @Body() body: InviteToAccount): Promise<InvitationView> {
    return toInvitationView(await this.invitations.invite(member, body));
  }

  @Post(':invitationId/resend')
  @HttpCode(200)
  @Can('team.invite')
  @ApiOkResponse({ type: InvitationView })
  @ApiConflictResponse()
  @ApiServiceUnavailableResponse()
  async resendInvitation(
    @CurrentMemberOf() member: CurrentMember,
    @Param('invitationId', ParseUUIDPipe) id: string,
  ): Promise<InvitationView> {
    return toInvitationView(await this.invitations.resend(member, id));
  }

  @Delete(':invitationId')
  @HttpCode(204)
  @Can('team.invite')
  @ApiNoContentResponse()
  revokeInvitation(
    @CurrentMemberOf() member: CurrentMember,
    @Param('invitationId', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.invitations.revoke(member, id);
  }
}
