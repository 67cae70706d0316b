import type { AccountId } from '@domain/ids';
import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessGrantView, OpenAccessGrant, toAccessGrantView } from './access-grants.dto.js';
import { AccessGrantsService } from './access-grants.service.js';
import { Can } from './can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from './current.decorators.js';
import type { CurrentMember } from './identity.types.js';

@ApiTags('Access grants')
@Controller('api/v1/accounts/:accountId/access-grants')
export class AccessGrantsController {
  constructor(private readonly grants: AccessGrantsService) {}

  @Get()
  @Can('access_grants.read')
  @ApiOkResponse({ type: [AccessGrantView] })
  async listAccessGrants(@CurrentAccount() accountId: AccountId): Promise<AccessGrantView[]> {
    return (await this.grants.list(accountId)).map(toAccessGrantView);
  }

  /** Lets the agency read what callers said until the hours are over. */
  @Post()
  @Can('access_grants.manage')
  @ApiCreatedResponse({ type: AccessGrantView })
  async openAccessGrant(
    @CurrentMemberOf() member: CurrentMember,
    @Body() body: OpenAccessGrant,
  ): Promise<AccessGrantView> {
    return toAccessGrantView(await this.grants.open(member, body.hours));
  }

  @Delete(':grantId')
  @Can('access_grants.manage')
  @ApiOkResponse({ type: AccessGrantView })
  async closeAccessGrant(
    @CurrentMemberOf() member: CurrentMember,
    @Param('grantId', ParseUUIDPipe) grantId: string,
  ): Promise<AccessGrantView> {
    return toAccessGrantView(await this.grants.close(member, grantId));
  }
}
