import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from './can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from './current.decorators.js';
import type { CurrentMember } from './identity.types.js';
import { ChangeRole, TeamMemberView, toTeamMemberView } from './team.dto.js';
import { TeamMembersService } from './team-members.service.js';

@ApiTags('Team')
@Controller('api/v1/accounts/:accountId/members')
export class TeamController {
  constructor(private readonly team: TeamMembersService) {}

  @Get()
  @Can('team.read')
  @ApiOkResponse({ type: [TeamMemberView] })
  async listMembers(@CurrentAccount() accountId: AccountId): Promise<TeamMemberView[]> {
    return (await this.team.list(accountId)).map(toTeamMemberView);
  }

  @Patch(':userId')
  @Can('team.manage')
  @ApiOkResponse({ type: TeamMemberView })
  async changeMemberRole(
    @CurrentMemberOf() member: CurrentMember,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { role }: ChangeRole,
  ): Promise<TeamMemberView> {
    return toTeamMemberView(await this.team.changeRole(member, userId, role));
  }

  @Delete(':userId')
  @HttpCode(204)
  @Can('team.manage')
  @ApiNoContentResponse()
  removeMember(
    @CurrentMemberOf() member: CurrentMember,
    @Param('userId', ParseUUIDPipe) userId: string,
  ): Promise<void> {
    return this.team.remove(member, userId);
  }
}
