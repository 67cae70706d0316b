import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { RingGroupView } from './ring-groups.dto.js';
import { RingGroupsService } from './ring-groups.service.js';
import { SaveRingGroup } from './schedule.dto.js';

/** People rung one after the other. */
@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/on-call/ring-groups')
export class RingGroupsController {
  constructor(private readonly groups: RingGroupsService) {}

  @Get()
  @Can('on_call.read')
  @ApiOkResponse({ type: [RingGroupView] })
  listRingGroups(@CurrentAccount() accountId: AccountId): Promise<RingGroupView[]> {
    return this.groups.list(accountId);
  }

  @Post()
  @Can('on_call.write')
  @ApiCreatedResponse({ type: RingGroupView })
  addRingGroup(@CurrentMemberOf() member: CurrentMember, @Body() body: SaveRingGroup): Promise<RingGroupView> {
    return this.groups.add(member.accountId, body, member.actor);
  }

  @Put(':groupId')
  @Can('on_call.write')
  @ApiOkResponse({ type: RingGroupView })
  changeRingGroup(
    @CurrentMemberOf() member: CurrentMember,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() body: SaveRingGroup,
  ): Promise<RingGroupView> {
    return this.groups.change(member.accountId, groupId, body, member.actor);
  }

  @Delete(':groupId')
  @HttpCode(204)
  @Can('on_call.write')
  @ApiNoContentResponse()
  removeRingGroup(
    @CurrentMemberOf() member: CurrentMember,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<void> {
    return this.groups.remove(member.accountId, groupId, member.actor);
  }
}
