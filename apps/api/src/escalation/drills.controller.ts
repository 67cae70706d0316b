import type { AccountId } from '@domain/ids';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount, CurrentMemberOf } from '../identity/current.decorators.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { DrillView, StartDrill } from './drills.dto.js';
import { DrillsService } from './drills.service.js';

@ApiTags('Drills')
@Controller('api/v1/accounts/:accountId/drills')
export class DrillsController {
  constructor(private readonly drills: DrillsService) {}

  @Get()
  @Can('incidents.read')
  @ApiOkResponse({ type: [DrillView] })
  listDrills(@CurrentAccount() accountId: AccountId): Promise<DrillView[]> {
    return this.drills.list(accountId);
  }

  /** Rehearses the whole ladder on real phones. Every text and call says that it is a drill. */
  @Post()
  @Can('drills.run')
  @ApiCreatedResponse({ type: DrillView })
  startDrill(@CurrentMemberOf() member: CurrentMember, @Body() body: StartDrill): Promise<DrillView> {
    return this.drills.start(member, body.trade ?? null);
  }

  @Get(':drillId')
  @Can('incidents.read')
  @ApiOkResponse({ type: DrillView })
  getDrill(
    @CurrentAccount() accountId: AccountId,
    @Param('drillId', ParseUUIDPipe) drillId: string,
  ): Promise<DrillView> {
    return this.drills.read(accountId, drillId);
  }

  @Post(':drillId/cancel')
  @HttpCode(200)
  @Can('drills.run')
  @ApiOkResponse({ type: DrillView })
  cancelDrill(
    @CurrentMemberOf() member: CurrentMember,
    @Param('drillId', ParseUUIDPipe) drillId: string,
  ): Promise<DrillView> {
    return this.drills.cancel(member, drillId);
  }
}
