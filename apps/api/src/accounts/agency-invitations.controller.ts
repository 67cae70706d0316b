import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { CanInAgency } from '../identity/can.decorators.js';
import { CurrentAgencyAdminOf } from '../identity/current.decorators.js';
import type { CurrentAgencyAdmin } from '../identity/identity.types.js';
import { InvitationView, InviteToAgency, toInvitationView } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('Agency')
@ApiParam({ name: 'agencyId', format: 'uuid' })
@Controller('api/v1/agencies/:agencyId/invitations')
export class AgencyInvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Those that nobody has accepted yet. */
  @Get()
  @CanInAgency('agency_team.read')
  @ApiOkResponse({ type: [InvitationView] })
  async listAgencyInvitations(@CurrentAgencyAdminOf() { agencyId }: CurrentAgencyAdmin): Promise<InvitationView[]> {
    return (await this.invitations.listOfAgency(agencyId)).map(toInvitationView);
  }

  /** Everybody invited here becomes an agency admin. */
  @Post()
  @CanInAgency('agency_team.invite')
  @ApiCreatedResponse({ type: InvitationView })
  @ApiConflictResponse()
  @ApiServiceUnavailableResponse()
  async inviteToAgency(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Body() { email }: InviteToAgency,
  ): Promise<InvitationView> {
    return toInvitationView(await this.invitations.inviteToAgency(admin, email));
  }

  @Post(':invitationId/resend')
  @HttpCode(200)
  @CanInAgency('agency_team.invite')
  @ApiOkResponse({ type: InvitationView })
  @ApiConflictResponse()
  @ApiServiceUnavailableResponse()
  async resendAgencyInvitation(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Param('invitationId', ParseUUIDPipe) id: string,
  ): Promise<InvitationView> {
    return toInvitationView(await this.invitations.resendOfAgency(admin, id));
  }

  @Delete(':invitationId')
  @HttpCode(204)
  @CanInAgency('agency_team.invite')
  @ApiNoContentResponse()
  revokeAgencyInvitation(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Param('invitationId', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.invitations.revokeOfAgency(admin, id);
  }
}
