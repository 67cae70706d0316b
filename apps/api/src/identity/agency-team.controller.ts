import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CanInAgency } from './can.decorators.js';
import { CurrentAgencyAdminOf } from './current.decorators.js';
import type { CurrentAgencyAdmin } from './identity.types.js';
import { TeamMembersService } from './team-members.service.js';
import { TeamMemberView, toTeamMemberView } from './team.dto.js';

@ApiTags('Agency')
@ApiParam({ name: 'agencyId', format: 'uuid' })
@Controller('api/v1/agencies/:agencyId/members')
export class AgencyTeamController {
  constructor(private readonly team: TeamMembersService) {}

  @Get()
  @CanInAgency('agency_team.read')
  @ApiOkResponse({ type: [TeamMemberView] })
  async listAgencyMembers(@CurrentAgencyAdminOf() { agencyId }: CurrentAgencyAdmin): Promise<TeamMemberView[]> {
    return (await this.team.listOfAgency(agencyId)).map(toTeamMemberView);
  }

  @Delete(':userId')
  @HttpCode(204)
  @CanInAgency('agency_team.manage')
  @ApiNoContentResponse()
  removeAgencyMember(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Param('userId', ParseUUIDPipe) userId: string,
  ): Promise<void> {
    return this.team.removeFromAgency(admin, userId);
  }
}
