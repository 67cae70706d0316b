import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '@platform/http/if-match.decorators';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { OnCallView, SaveOnCall } from './on-call.dto.js';
import { TeamService } from './team.service.js';
import { VersionTag } from '@platform/http/version-tag.interceptor';

@ApiTags('On-call')
@Controller('api/v1/accounts/:accountId/on-call')
export class OnCallController {
  constructor(private readonly team: TeamService) {}

  @Get()
  @Can('on_call.read')
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: OnCallView })
  getOnCall(@CurrentAccount() accountId: AccountId): Promise<OnCallView> {
    return this.team.read(accountId);
  }

  /** Saves the roster and texts the primary a test (VTCR 1.2). */
  @Put()
  @Can('on_call.write')
  @ApiHeader({
    name: 'If-Match',
    description: 'The version you have seen, e.g. "3"; "0" for the first save',
    required: true,
  })
  @UseInterceptors(VersionTag)
  @ApiOkResponse({ type: OnCallView })
  saveOnCall(
    @CurrentMemberOf() member: CurrentMember,
    @IfMatch() version: number,
    @Body() body: SaveOnCall,
  ): Promise<OnCallView> {
    return this.team.save(member.accountId, version, body, member.actor);
  }
}
